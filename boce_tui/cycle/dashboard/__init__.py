"""The dashboard: where the round stands step by step, and what to do next.

What was worked out is remembered on this computer together with the number of changes it was worked out
from, so that the first screen of the next session is there at once, and never out of date.
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
]


class _Remembered(msgspec.Struct):
    stamp: str
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
    name = f"dashboard:{round_id}"
    stamp = f"{__version__} {dossier.changes()} {today} {language()}"
    text = dossier.noted(name)
    if text:
        try:
            known = msgspec.json.decode(text, type=_Remembered)
        except msgspec.MsgspecError:  # another version of the app remembered it
            known = None
        if known is not None and known.stamp == stamp:
            return known.dashboard
    from boce_tui.cycle.dashboard.reckoning import reckon

    found = dossier.later(reckon, dossier, round_id, today).result()
    if dossier.writable:
        dossier.note(name, msgspec.json.encode(_Remembered(stamp, found)).decode())
    return found
