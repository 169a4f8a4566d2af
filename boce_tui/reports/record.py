"""The record of an interview: compiled, verified, and looked through for names of others.

It goes to one person, so the gates are those of a letter: nobody else may be named in it, and no code of
anybody. A function ("de wethouder van Emmen") is something the person may have said; it is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from boce_tui.domain.giveaways import GiveawayList, Hit, check_text
from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.reports.documents import Document, check_document
from boce_tui.reports.gates.finding import ERROR, WARNING, GateFinding, Places, shown
from boce_tui.reports.gates.given_away import CODE
from boce_tui.reports.model.base import Text
from boce_tui.reports.model.record import RecordModel
from boce_tui.reports.parsed import Run
from boce_tui.reports.printing.record import record_parts

TEMPLATE = "record"
_SAID = ("answer", "quote", "extra_question")


def compile_record(model: RecordModel, folder: Path | None = None) -> Document[RecordModel]:
    """The record as a document; the same model gives the same bytes."""
    return Document(TEMPLATE, model, model.language, record_parts, folder)


def check_record(document: Document[RecordModel], giveaways: GiveawayList | None) -> tuple[GateFinding, ...]:
    """Everything that is to be mended or looked at before the record goes out.

    Args:
        document: The record.
        giveaways: Names and functions to look for; None when the names file is locked (P0).
    """
    return check_document(document, lambda one, places: _named(one, places, giveaways))


def _named(
    document: Document[RecordModel], places: Places, giveaways: GiveawayList | None
) -> Iterator[GateFinding]:
    if giveaways is None:
        message = _("The names were not checked: the names file is locked.")
        mend = _("Open the names file with its passphrase and try again.")
        yield places.finding(ERROR, "P0", message, mend)
    for number, run in enumerate(document.parsed.runs):
        texts = document.placements[number] if number < len(document.placements) else ()
        said = [text for text in texts if text.origin.kind in _SAID]
        if not said and document.placements:
            yield from _named_beside(document, places, run, texts, giveaways)
            continue
        origin = said[0].origin if said else None
        for code in dict.fromkeys(CODE.findall(run.text)):
            message = _("The code of an interviewee is in the text: {code}").format(code=code)
            yield places.finding(
                ERROR, "P9", message, _("Take it out."), origin=origin, line=run.line, detail=code
            )
        for hit in check_text(run.text, giveaways) if giveaways is not None else ():
            severity, rule, message = _judged(hit, run, document.model)
            mend = _("Take it out in the working out; a quote is caught again without it.")
            detail = fold(run.text[hit.start : hit.end])
            yield places.finding(severity, rule, message, mend, origin=origin, line=run.line, detail=detail)


def _named_beside(
    document: Document[RecordModel],
    places: Places,
    run: Run,
    texts: Sequence[Text],
    giveaways: GiveawayList | None,
) -> Iterator[GateFinding]:
    """Names in titles, themes and earlier recommendations: what this person did not say."""
    for hit in check_text(run.text, giveaways) if giveaways is not None else ():
        if hit.severity != ERROR or hit.kind == "function" or hit.code in document.model.own:
            continue
        found = run.text[hit.start : hit.end]
        message = _("The name “{name}” gives a person away.").format(name=shown(found))
        origin = texts[0].origin if texts else None
        yield places.finding(
            ERROR, "P1", message, _("Take it out."), origin=origin, line=run.line, detail=fold(found)
        )


def _judged(hit: Hit, run: Run, model: RecordModel) -> tuple[str, str, str]:
    found = shown(run.text[hit.start : hit.end])
    if hit.kind == "function":
        return WARNING, "P4", _("“{function}” points at one person.").format(function=found)
    if hit.code in model.own:
        return WARNING, "P2", _("“{name}” is somebody who was at the table.").format(name=found)
    if hit.severity == WARNING:
        message = _("“{name}” is the name of an interviewee, or an ordinary word.").format(name=found)
        return WARNING, "P2", message
    return ERROR, "P1", _("The name “{name}” gives a person away.").format(name=found)
