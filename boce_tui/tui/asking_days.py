"""What is wrong with a day that somebody typed in a dialog."""

from __future__ import annotations

from boce_tui.domain.dates import parse_day, without_year
from boce_tui.locale import _


def day_problem(typed: str) -> str:
    """Why this is no day, and what to type; empty when it is one."""
    if parse_day(typed):
        return ""
    if without_year(typed):
        return _("The year is missing. Type it too, such as 14-10-2041.")
    return _("Type a date, such as 14-10-2041.")
