"""A new person on the list: ask the role, draw a code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from boce_tui.cycle.planning import add_respondent
from boce_tui.domain.vocabulary import ROLES, label
from boce_tui.locale import N_, _
from boce_tui.store import Dossier
from boce_tui.tui.unlock import session_names
from boce_tui.tui.working.pick import Choice, pick

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_ALSO = {
    "theme_lead": N_("leads a theme"),
    "working_group_member": N_("works on a theme"),
}
"""Other words people look for a role with."""


def ask_role(app: BoceApp, then: Callable[[str], None]) -> None:
    """Ask the role of a new person."""
    pick(
        app,
        _("What is the role of this person?"),
        [
            Choice(role, label(ROLES, role), _(_ALSO[role]) if role in _ALSO else "", always=role == "other")
            for role in ROLES
        ],
        then,
        detail=_("The code is drawn at random, so that it tells nothing."),
    )


def add_person(app: BoceApp, dossier: Dossier, round_id: str, role: str) -> str:
    """Put somebody with this role on the list; returns the key."""
    group = "official" if role == "other" else ""
    return add_respondent(dossier, round_id, names=session_names(app), role=role, group=group).key
