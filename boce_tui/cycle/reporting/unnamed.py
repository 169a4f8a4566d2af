"""Interviewees of whom the names file knows no name: the name check cannot find it in any text (P0)."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.domain.keys import last
from boce_tui.domain.round import Interview, Respondent
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.locale import _, ngettext
from boce_tui.names import Names
from boce_tui.reports.gates import GateFinding
from boce_tui.reports.gates.finding import WARNING
from boce_tui.store import Dossier

RULE = "P0"


def unnamed_codes(dossier: Dossier, round_id: str, names: Names) -> list[str]:
    """Codes of the people of a round with whom was spoken and who have no name here; empty while locked."""
    if not names.unlocked:
        return []
    there = {last(key) for key in dossier.values(Respondent, f"{round_id}/")}
    spoken = {
        code
        for interview in dossier.values(Interview, f"{round_id}/").values()
        if interview.state in HELD_STATES
        for code in interview.participants
    }
    known = {code for code, person in names.data().people.items() if person.name.strip()}
    return sorted((spoken & there) - known)


def unnamed(dossier: Dossier, round_id: str, names: Names) -> Iterator[GateFinding]:
    """A warning when the check is not whole. No error: names are erased before the report is."""
    codes = unnamed_codes(dossier, round_id, names)
    if codes:
        message = ngettext(
            "The names file knows no name of {codes}: the name check does not find it in a text.",
            "The names file knows no names of {codes}: the name check does not find them in a text.",
            len(codes),
        )
        yield GateFinding(
            severity=WARNING,
            rule=RULE,
            message=message.format(codes=", ".join(codes)),
            how_to_mend=_(
                "Add the name at the interviewee, or take over the names of the other laptop: "
                "“Who can open the names”, i."
            ),
            place=_("names file"),
            id=f"{RULE}-{round_id}-{'-'.join(codes)}",
        )
