"""What stands over a screen in a window that is too small to work in."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from boce_tui.locale import _


class Cover(Static):
    """Covers the screen without taking focus or text from it."""

    DEFAULT_CSS = """
    Cover { layer: cover; width: 100%; height: 100%; background: $background; content-align: center middle;
            text-align: center; color: $kop; }
    """

    def __init__(self) -> None:
        super().__init__(Content(_("Make the window larger (at least 40 x 12). Your text is still there.")))
