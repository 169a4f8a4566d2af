"""The answer to an access request, looked through for names of others: it goes to one person."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.domain.giveaways import GiveawayList, check_text
from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.reports.documents import Document, check_document
from boce_tui.reports.gates.finding import ERROR, WARNING, GateFinding, Places, shown
from boce_tui.reports.gates.given_away import CODE
from boce_tui.reports.model.access import AccessModel


def check_access(document: Document[AccessModel], giveaways: GiveawayList | None) -> tuple[GateFinding, ...]:
    """Everything that is to be mended or looked at before it goes out.

    Args:
        document: The answer.
        giveaways: Names to look for; None when the names file is locked (P0).
    """
    return check_document(document, lambda one, places: _named(one, places, giveaways))


def _named(
    document: Document[AccessModel], places: Places, giveaways: GiveawayList | None
) -> Iterator[GateFinding]:
    if giveaways is None:
        message = _("The names were not checked: the names file is locked.")
        yield places.finding(
            ERROR, "P0", message, _("Open the names file with its passphrase and try again.")
        )
    own = set(document.model.own)
    for number, run in enumerate(document.parsed.runs):
        texts = document.placements[number] if number < len(document.placements) else ()
        origin = texts[0].origin if texts else None
        for code in sorted(set(CODE.findall(run.text)) - own):
            message = _("The code of an interviewee is in the text: {code}").format(code=code)
            yield places.finding(
                ERROR, "P9", message, _("Take it out."), origin=origin, line=run.line, detail=code
            )
        for hit in check_text(run.text, giveaways) if giveaways is not None else ():
            if hit.code in own or hit.kind == "function":
                continue
            found = shown(run.text[hit.start : hit.end])
            severity = WARNING if hit.severity == WARNING else ERROR
            rule = "P2" if severity == WARNING else "P1"
            message = _("The name “{name}” gives a person away.").format(name=found)
            mend = _("Take it out of the answer; the person may know own words, not who else was named.")
            yield places.finding(
                severity, rule, message, mend, origin=origin, line=run.line, detail=fold(found)
            )
