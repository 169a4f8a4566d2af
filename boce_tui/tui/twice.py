"""The sign beside an item that was changed on two laptops and that nobody chose a version of yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boce_tui.cycle.twice import keys_with_two_versions
from boce_tui.locale import _
from boce_tui.tui.signs import mark

if TYPE_CHECKING:
    from textual.widget import Widget

SIGN = "⇄"


def twice(widget: Widget) -> frozenset[str]:
    """The keys that get the sign; none when the widget is in no app with a dossier."""
    app: Any = widget.app if widget.is_attached else None
    if app is None or not getattr(app, "has_dossier", False):
        return frozenset()
    return keys_with_two_versions(app.dossier)


def words() -> str:
    """Sign and words."""
    return f"{mark(SIGN)} {_('two versions')}"
