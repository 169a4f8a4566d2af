"""P0-P4 and P9: no text gives anybody away. Searched in what a reader sees, not in the Markdown source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from boce_tui.domain.giveaways import GiveawayList, Hit, check_text
from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.reports.gates.finding import ERROR, WARNING, GateFinding, Places, shown
from boce_tui.reports.model import Interviewee, Origin, Text
from boce_tui.reports.parsed import Run

_CONTACT_KINDS = ("email", "phone")
_STATEMENTS = ("finding", "sub_conclusion", "main_conclusion", "chapter_text", "quote")
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w+-])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|0)[1-9](?:[ -]?\d){8}(?![\w-])")
_NINE_DIGITS = re.compile(r"(?<![\w.,-])\d{3}[. ]?\d{3}[. ]?\d{3}(?![\w,-]|\.\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){10}\b")
_PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}"
    r"|[A-Z]{2}-[A-Z]{2}-\d\d|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d"
    r"|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d\d-[A-Z]|[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3})(?![\w-])"
)
CODE = re.compile(r"\bR\d{2,5}\b")


class Leak(NamedTuple):
    """Something that may give a person away.

    Attributes:
        word: What was found; tells findings apart and lets a person allow this one.
    """

    rule: str
    severity: str
    message: str
    mend: str
    origin: Origin | None
    line: int = 0
    word: str = ""


class Seen(NamedTuple):
    """One run of visible text with the texts of people that stand in it."""

    run: Run
    texts: Sequence[Text]
    hits: Sequence[Hit]

    def origin(self, word: str) -> Origin | None:
        """Where the text that holds `word` comes from."""
        wanted = fold(word)
        holding = [text for text in self.texts if wanted in fold(text.value)]
        return next((text.origin for text in holding or self.texts), None)


class About(NamedTuple):
    """What the rules on text know of the document.

    Attributes:
        interviewees: The people who are listed in it, by name when they agreed to that.
        municipalities: Names of municipalities that may not stand in a quote.
    """

    interviewees: Sequence[Interviewee] = ()
    municipalities: Sequence[Text] = ()


def _rephrase() -> str:
    return _("Reword the text so that nobody can be recognised.")


def _names(about: About, seen: Seen) -> Iterator[Leak]:  # P1, P2
    listed = {line.code for line in about.interviewees if line.consent and line.name in seen.texts}
    for hit in seen.hits:
        if hit.kind in ("function", *_CONTACT_KINDS) or (hit.code and hit.code in listed):
            continue
        found = seen.run.text[hit.start : hit.end]
        where = seen.origin(found)
        if hit.severity == ERROR:
            message = _("The name “{name}” gives a person away.").format(name=shown(found))
            yield Leak("P1", ERROR, message, _rephrase(), where, seen.run.line, found)
        else:
            message = _("“{name}” is the name of an interviewee, or an ordinary word.").format(
                name=shown(found)
            )
            mend = _("Is it the person? Then reword the text. If not, confirm it.")
            yield Leak("P2", WARNING, message, mend, where, seen.run.line, found)


def _contacts(_about: About, seen: Seen) -> Iterator[Leak]:  # P3
    text = seen.run.text
    found = {
        _("e-mail address"): _EMAIL.findall(text) + _of_kind(seen, "email"),
        _("telephone number"): _PHONE.findall(text) + _of_kind(seen, "phone"),
        _("citizen service number"): [n for n in _NINE_DIGITS.findall(text) if _is_bsn(n)],
        _("bank account"): _IBAN.findall(text),
        _("number plate"): _PLATE.findall(text),
    }
    for kind, values in found.items():
        for value in dict.fromkeys(values):
            message = _("There is a personal detail here ({kind}): {value}").format(
                kind=kind, value=shown(value)
            )
            yield Leak("P3", ERROR, message, _("Take it out."), seen.origin(value), seen.run.line, value)


def _of_kind(seen: Seen, kind: str) -> list[str]:
    return [seen.run.text[hit.start : hit.end] for hit in seen.hits if hit.kind == kind]


def _is_bsn(number: str) -> bool:
    digits = [int(char) for char in number if char.isdecimal()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(d * w for d, w in zip(digits, weights, strict=True)) % 11 == 0


def _functions(about: About, seen: Seen) -> Iterator[Leak]:  # P4
    quoted = seen.run.context == "quote"
    stated = any(text.origin.kind in _STATEMENTS for text in seen.texts)
    for hit in seen.hits:
        if hit.kind != "function" or not (quoted or (stated and hit.severity == ERROR)):
            continue
        found = seen.run.text[hit.start : hit.end]
        severity = hit.severity if quoted else WARNING
        message = _("“{function}” points at one person.").format(function=shown(found))
        yield Leak("P4", severity, message, _rephrase(), seen.origin(found), seen.run.line, found)
    if quoted:
        for place in about.municipalities:
            if place and re.search(rf"(?<!\w){re.escape(fold(place.value))}(?!\w)", fold(seen.run.text)):
                message = _("A quote names a municipality: {place}").format(place=shown(place.value))
                origin = seen.origin(place.value)
                yield Leak("P4", WARNING, message, _rephrase(), origin, seen.run.line, place.value)


def _codes(_about: About, seen: Seen) -> Iterator[Leak]:  # P9
    for code in dict.fromkeys(CODE.findall(seen.run.text)):
        message = _("The code of an interviewee is in the text: {code}").format(code=code)
        yield Leak("P9", ERROR, message, _("Take it out."), seen.origin(code), seen.run.line, code)


TEXT_RULES: dict[str, Callable[[About, Seen], Iterator[Leak]]] = {
    "P1": _names,
    "P3": _contacts,
    "P4": _functions,
    "P9": _codes,
}


def text_findings(
    places: Places,
    placements: Sequence[Sequence[Text]],
    giveaways: GiveawayList | None,
    about: About,
) -> Iterator[GateFinding]:
    """The rules on what a reader sees, for any document.

    Args:
        places: The places of the document.
        placements: For each run of text the texts of people in it; empty when it is not verified.
        giveaways: Names and functions to look for; None when the names file is locked (P0).
        about: What is known of the document.
    """
    if giveaways is None:
        message = _("The names were not checked: the names file is locked.")
        mend = _("Open the names file with its passphrase and try again.")
        yield places.finding(ERROR, "P0", message, mend)
    leaks: list[Leak] = []
    for number, run in enumerate(places.parsed.runs):
        texts = placements[number] if number < len(placements) else ()
        seen = Seen(run, texts, check_text(run.text, giveaways) if giveaways is not None else ())
        for text_rule in TEXT_RULES.values():
            leaks += text_rule(about, seen)
    yield from as_findings(places, leaks)


def as_findings(places: Places, leaks: Iterable[Leak]) -> Iterator[GateFinding]:
    """Every leak at its place in the document."""
    for leak in leaks:
        yield places.finding(
            leak.severity,
            leak.rule,
            leak.message,
            leak.mend,
            origin=leak.origin,
            line=leak.line,
            detail=fold(leak.word),
        )
