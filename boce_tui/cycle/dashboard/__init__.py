"""The dashboard: where the round stands step by step, and what to do next.

What was worked out is remembered on this computer together with what it was worked out from, so that the
first screen of the next session is there at once.
"""

from __future__ import annotations

from datetime import date

import msgspec

from boce_tui import __version__
from boce_tui.cycle.dashboard.lines import BUSY, DONE, OPEN, Coverage, CoverageRow, Dashboard, StepLine, Task
from boce_tui.locale import language
from boce_tui.store import Dossier

__all__ = [
    "BUSY",
    "DONE",
    "OPEN",
    "Coverage",
    "CoverageRow",
    "Dashboard",
    "StepLine",
    "Task",
    "dashboard",
    "dashboard_at_once",
]


class _Remembered(msgspec.Struct):
    words: str
    """The app's version and language it is in."""
    stamp: str
    """The dossier's changes and the day it was worked out from."""
    dashboard: Dashboard


def dashboard(dossier: Dossier, round_id: str, today: date) -> Dashboard:
    """The state of every step, the list of things to do, and who is heard.

    Args:
        dossier: The dossier.
        round_id: The round.
        today: The day overdue things are measured against.

    Raises:
        BadInput: There is no such round.
    """
    found, as_it_is_now = dashboard_at_once(dossier, round_id, today)
    return found if as_it_is_now else _reckoned(dossier, round_id, today)


def dashboard_at_once(dossier: Dossier, round_id: str, today: date) -> tuple[Dashboard, bool]:
    """What was last worked out of this round, and whether it is still so; to be shown until it is.

    Raises:
        BadInput: There is no such round.
    """
    text = dossier.noted(_name(round_id))
    if text:
        try:
            known = msgspec.json.decode(text, type=_Remembered)
        except msgspec.MsgspecError:  # another version of the app remembered it
            known = None
        if known is not None and known.words == _words(dossier):
            return known.dashboard, known.stamp == _stamp(dossier, today)
    return _reckoned(dossier, round_id, today), True


def _reckoned(dossier: Dossier, round_id: str, today: date) -> Dashboard:
    from boce_tui.cycle.dashboard.reckoning import reckon

    stamp = _stamp(dossier, today)
    found = dossier.later(reckon, dossier, round_id, today).result()
    if dossier.writable:
        known = _Remembered(_words(dossier), stamp, found)
        dossier.note(_name(round_id), msgspec.json.encode(known).decode())
    return found


def _name(round_id: str) -> str:
    return f"dashboard:{round_id}"


def _words(dossier: Dossier) -> str:
    """Another language, profile or app says it in other words."""
    return f"{__version__} {language()} {dossier.env.profile}"


def _stamp(dossier: Dossier, today: date) -> str:
    return f"{dossier.changes()} {today}"
