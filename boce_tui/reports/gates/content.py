"""C1-C15: the report is complete, and every sentence in it has its chain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from boce_tui.domain.keys import GENERAL
from boce_tui.domain.quantifier import QUANTIFIERS
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.reports.gates.finding import WARNING, Gap, GateFinding, Places, shown
from boce_tui.reports.gates.recommending import (
    addressed,
    concluded,
    decided,
    followed_up,
    items,
    mended_at,
    numbering,
    supported,
    table_agrees,
)
from boce_tui.reports.model import Origin, Part, part_id
from boce_tui.reports.placeholders import unknown_placeholders
from boce_tui.reports.preparing import Prepared
from boce_tui.reports.walking import texts


def _every_cell(report: Prepared, _places: Places) -> Iterator[Gap]:  # C5
    wanted = [GENERAL, *(theme.id for theme in report.model.introduction.focus_themes)]
    for number, chapter in enumerate(report.model.chapters, 1):
        parts = {part.theme: part for part in chapter.parts}
        for theme in wanted:
            part = parts.get(theme)
            if part is None:
                message = _("“{chapter}” has no section for {theme}.").format(
                    chapter=shown(chapter.title.value), theme=shown(theme)
                )
                yield Gap(
                    message, _("Write the sub-conclusion, or say why there is none."), section=f"3.{number}"
                )
            elif not part.conclusion and not part.none_reason:
                section = report.numbers[part_id(chapter.id, theme)]
                message = _("{section}: there is no sub-conclusion yet.").format(section=section)
                yield Gap(message, _("Write it, or say why there is none."), part.origin, section)


def _evidence(report: Prepared, _places: Places) -> Iterator[Gap]:  # C6
    mend = _("Add answers or documents as sources.")
    for chapter in report.model.chapters:
        for part in chapter.parts:
            section = report.numbers[part_id(chapter.id, part.theme)]
            for finding in part.findings:
                if not finding.sources and not finding.quotes:
                    yield Gap(_("A finding has no source."), mend, finding.text.origin, section)
                if any(source.changed for source in finding.sources):
                    message = _("A source of this finding was changed after it was read.")
                    check = _("Read the source again and confirm or change the finding.")
                    yield Gap(message, check, finding.text.origin, section, WARNING)
            if part.conclusion:
                yield from _part_evidence(part, section, mend)


def _part_evidence(part: Part, section: str, mend: str) -> Iterator[Gap]:
    sources = {source.ref: source for finding in part.findings for source in finding.sources}
    if not sources and not any(finding.quotes for finding in part.findings):
        message = _("{section}: the sub-conclusion rests on no source.").format(section=section)
        yield Gap(message, mend, part.origin, section)
        return
    groups = {source.group for source in sources.values() if source.group}
    documents = any(source.kind == "document" for source in sources.values())
    if len(sources) == 1:
        message = _("{section}: the sub-conclusion rests on one source only.").format(section=section)
        yield Gap(message, mend, part.origin, section, WARNING)
    elif len(groups) == 1 and not documents:
        message = _("{section}: all sources are from one group. Is that right?").format(section=section)
        yield Gap(message, mend, part.origin, section, WARNING)


def _register(report: Prepared, places: Places) -> Iterator[Gap]:  # C8
    for finding in report.findings.values():
        doubles = [
            ref for ref, times in Counter(source.ref for source in finding.sources).items() if times > 1
        ]
        if doubles:
            message = _("A finding names the same source twice.")
            yield Gap(message, _("Take one of the two away."), finding.text.origin)
    if report.model.audience == "steering":
        text = " ".join(run.text for run in places.parsed.runs)
        printed = set(re.findall(r"\bV[1-9][0-9]*\b", text))
        for first, last in re.findall(r"\bV([0-9]+) (?:t/m|to) V([0-9]+)\b", text):
            printed |= {f"V{number}" for number in range(int(first), int(last) + 1)}
        missing = [code for code in report.codes.values() if code not in printed]
        if missing:
            message = _("These places are not in the report: {codes}.").format(codes=", ".join(missing))
            yield Gap(message, _("Mend the template of the report."), section="3")


def _placeholders(report: Prepared, _places: Places) -> Iterator[Gap]:  # C10
    for text in texts(report.model):
        if text.fillable:
            for name in unknown_placeholders(text.value):
                message = _("The placeholder {name} means nothing.").format(name=shown(name))
                yield Gap(message, _("Choose a placeholder from the list, or take it away."), text.origin)


def _written(report: Prepared, _places: Places) -> Iterator[Gap]:  # C11
    model = report.model
    mend = _("Write the missing text.")
    for text, number in ((model.introduction.background, "1.1"), (model.introduction.main_question, "1.3")):
        if not text:
            key = f"{model.document.round_id}/{number}"
            origin = Origin("chapter_text", key)
            yield Gap(_("Section {number} is not written yet.").format(number=number), mend, origin, number)
    if not model.conclusion.bullets:
        yield Gap(_("There is no main conclusion yet."), mend, section="2.2")
    if not items(report):
        yield Gap(_("There are no recommendations yet."), mend, section="2.3")
    for item in items(report):
        if not item.text and not item.lapsed:
            yield Gap(_("Recommendation {n} has no text.").format(n=item.number), mend, mended_at(item))


def _ended(report: Prepared, _places: Places) -> Iterator[Gap]:  # C12
    for theme in report.model.introduction.themes:
        if theme.stopped_undecided:
            message = _("Work on “{theme}” ended without a formal decision.").format(
                theme=shown(theme.name.value)
            )
            mend = _("Record the decision, or say in the report that there is none.")
            origin = Origin(theme.name.origin.kind, theme.name.origin.key, "exit")
            yield Gap(message, mend, origin, "1.1", WARNING)


def _quoted(report: Prepared, _places: Places) -> Iterator[Gap]:  # C13
    for chapter in report.model.chapters:
        for part in chapter.parts:
            section = report.numbers[part_id(chapter.id, part.theme)]
            for quote in (quote for finding in part.findings for quote in finding.quotes):
                if not quote.standing:
                    continue
                changed = quote.standing == "changed"
                message = (
                    _("The sentence of quote {code} “{quote}” was changed in the answer afterwards: “{now}”.")
                    if changed
                    else _("The sentence of quote {code} “{quote}” is no longer in the answer.")
                )
                words = message.format(
                    code=report.codes[quote.ref], quote=shown(quote.text.value, 40), now=shown(quote.now, 60)
                )
                mend = _("Look at the answer: take over the new words, or leave it as it was said.")
                yield Gap(words, mend, quote.text.origin, section, WARNING)


def _worded(report: Prepared, _places: Places) -> Iterator[Gap]:  # C14
    for finding in report.findings.values():
        chosen = finding.against_counts
        if chosen is None:
            continue
        message = (
            _(
                "“{finding}” says “{word}”, but {supporting} of {answered} people are behind it: the counts "
                "say “{proposed}”."
            )
            if chosen.proposed
            else _(
                "“{finding}” says “{word}”, but {supporting} of {answered} people are behind it: too few for "
                "such a word."
            )
        ).format(
            finding=shown(finding.text.value, 40),
            word=label(QUANTIFIERS, chosen.word),
            supporting=chosen.supporting,
            answered=chosen.answered,
            proposed=label(QUANTIFIERS, chosen.proposed) if chosen.proposed else "",
        )
        yield Gap(
            message,
            _("Choose the word that fits the counts, or be ready to explain the other one."),
            finding.text.origin,
            severity=WARNING,
        )


RULES: dict[str, Callable[[Prepared, Places], Iterator[Gap]]] = {
    "C1": numbering,
    "C2": addressed,
    "C3": supported,
    "C4": concluded,
    "C5": _every_cell,
    "C6": _evidence,
    "C7": table_agrees,
    "C8": _register,
    "C9": followed_up,
    "C10": _placeholders,
    "C11": _written,
    "C12": _ended,
    "C13": _quoted,
    "C14": _worded,
    "C15": decided,
}


def content_findings(report: Prepared, places: Places) -> Iterator[GateFinding]:
    """Everything that is missing or does not fit."""
    for rule, check in RULES.items():
        for number, gap in enumerate(check(report, places)):
            line = places.line_of(gap.origin) or places.line_of_section(gap.section)
            yield places.finding(
                gap.severity, rule, gap.message, gap.mend, origin=gap.origin, line=line, detail=str(number)
            )
