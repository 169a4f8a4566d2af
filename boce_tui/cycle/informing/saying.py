"""Councils, states and terms of what they want to be told, in words."""

from __future__ import annotations

from boce_tui.cycle.informing.standing import AGAIN, OPEN, RUNNING, Standing
from boce_tui.cycle.planning.settings import municipalities
from boce_tui.domain.dates import show_day
from boce_tui.locale import _
from boce_tui.store import Dossier


def council_words(dossier: Dossier, one: Standing) -> str:
    """Whose councils want it."""
    if not one.value.municipalities:
        return _("all councils")
    known = municipalities(dossier)
    return ", ".join(known[key].name if key in known else key for key in one.value.municipalities)


def state_words(one: Standing) -> str:
    """How it stands, with the day that goes with it."""
    if one.state == OPEN:
        return _("not delivered")
    if one.state == AGAIN:
        return _("due again")
    day = show_day(one.value.deliveries[-1].date)
    if one.state == RUNNING and one.due:
        return _("delivered, again {date}").format(date=show_day(one.due))
    return _("delivered {date}").format(date=day)
