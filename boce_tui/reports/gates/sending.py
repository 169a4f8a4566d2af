"""S1-S3 and two rules of P5: what holds for the documents that go out when the round is over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from boce_tui.domain.sending import SUMMARY_WORDS
from boce_tui.domain.threshold import effective
from boce_tui.locale import _
from boce_tui.reports.documents import Document, Rule
from boce_tui.reports.gates.finding import ERROR, WARNING, Gap, GateFinding, Places, shown
from boce_tui.reports.model.base import Data
from boce_tui.reports.model.sending import SummaryModel
from boce_tui.reports.parsed import Parsed

MISSING = "S1"
"""The rule on what is not there yet."""
_WRITTEN = ("chapter_text", "success", "recalibration", "decision")
_WORD = re.compile(r"[^\W_]+(?:[-'’.,:/][^\W_]+)*")
_NUMBER_WORDS = {
    word: n
    for words in (
        "één twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "one two three four five six seven eight nine ten eleven twelve",
    )
    for n, word in enumerate(words.split(), 1)
} | {"een": 1}
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))}"
_ANYONE = (
    "geïnterviewden?|mensen|personen|respondenten|deelnemers|betrokkenen|gesprekspartners|ambtenaren|bestuurders"
    "|interviewees?|people|persons|respondents|participants|officials|executives"
)
_ROLES = (
    "wethouders|burgemeesters|(?:gemeente)?secretarissen|trekkers|opdrachtgevers|werkgroepleden|gesprekken"
    "|aldermen|mayors|secretaries|commissioners|interviews"
)
_SHARE = re.compile(
    rf"(?<!\w)({_NUMBER})\s+(?:van\s+de|of\s+the|op\s+de|uit)\s+({_NUMBER})?\s*(?:\w+\s+)?(?:{_ANYONE}|{_ROLES})(?!\w)",
    re.IGNORECASE,
)
_COUNT = re.compile(rf"(?<!\w)({_NUMBER})\s+(?:\w+\s+)?(?:{_ANYONE})(?!\w)", re.IGNORECASE)


def visible_words(parsed: Parsed) -> int:
    """How many words a reader sees, headings and tables included."""
    return sum(len(_WORD.findall(run.text)) for run in parsed.runs)


def missing(gaps: Sequence[Gap], *, draft: bool) -> Rule[Data]:
    """S1: what is not there yet. An error; in a draft a warning."""

    def rule(_document: Document[Data], places: Places) -> Iterator[GateFinding]:
        for number, gap in enumerate(gaps):
            severity = WARNING if draft else gap.severity
            yield places.finding(
                severity, MISSING, gap.message, gap.mend, origin=gap.origin, detail=f"{number} {gap.message}"
            )

    return rule


def short_enough(*, draft: bool) -> Rule[SummaryModel]:
    """S2: the summary for the councils is one page."""

    def rule(document: Document[SummaryModel], places: Places) -> Iterator[GateFinding]:
        words = visible_words(document.parsed)
        if words > SUMMARY_WORDS:
            message = _("The summary has {n} words; at most {most} fit on one page.").format(
                n=words, most=SUMMARY_WORDS
            )
            mend = _("Make the outcome or the successes shorter.")
            yield places.finding(WARNING if draft else ERROR, "S2", message, mend, line=1)

    return rule


def successes_stand(*, draft: bool) -> Rule[SummaryModel]:
    """S3: every success rests on findings of the report; P5: on enough people, or on documents."""

    def rule(document: Document[SummaryModel], places: Places) -> Iterator[GateFinding]:
        least = effective(document.model.statement_threshold)
        for one in document.model.successes:
            if not one.published:
                message = _("A success does not rest on a finding of the report.")
                mend = _("Link the findings of chapter 3 that show it.")
                severity = WARNING if draft else ERROR
                yield places.finding(severity, "S3", message, mend, origin=one.text.origin, detail=one.id)
            elif one.people < least and not one.on_paper:
                message = _("A success rests on fewer than {n} people.").format(n=least)
                mend = _("Link another finding, or leave it out.")
                yield places.finding(ERROR, "P5", message, mend, origin=one.text.origin, detail=one.id)

    return rule


def no_small_numbers(threshold: int) -> Rule[Data]:
    """P5: no number of people under the threshold in what was written by hand, nor one that leaves so few."""

    def rule(document: Document[Data], places: Places) -> Iterator[GateFinding]:
        least = effective(threshold)
        for number, run in enumerate(document.parsed.runs):
            texts = document.placements[number] if number < len(document.placements) else ()
            origin = next((text.origin for text in texts if text.origin.kind in _WRITTEN), None)
            if origin is None:
                continue
            for found in _small(run.text, least):
                message = _("A number of fewer than {n} people is in the text: “{words}”.").format(
                    n=least, words=shown(found)
                )
                mend = _("Use a word such as “some”, or leave it out.")
                yield places.finding(ERROR, "P5", message, mend, origin=origin, line=run.line, detail=found)

    return rule


def _small(text: str, least: int) -> Iterator[str]:
    shares = list(_SHARE.finditer(text))
    for match in shares:
        some, total = _value(match[1]), _value(match[2]) if match[2] else None
        if some < least or (total is not None and 0 < total - some < least):
            yield match[0]
    for match in _COUNT.finditer(text):
        inside = any(share.start() <= match.start() < share.end() for share in shares)
        article = match[1].casefold() == "een"
        if not inside and not article and _value(match[1]) < least:
            yield match[0]


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else _NUMBER_WORDS[number.casefold()]
