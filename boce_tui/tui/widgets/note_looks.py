"""How a text field is dressed: its styles are worked out when they change, not at each key."""

from __future__ import annotations

from functools import cache

from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

NAME = "note"


def looks() -> TextAreaTheme:
    """What is never drawn here needs no styles: working them out costs more than drawing a line."""
    return TextAreaTheme(
        NAME,
        gutter_style=Style(),
        cursor_line_style=Style(),
        cursor_line_gutter_style=Style(),
        bracket_matching_style=Style(),
    )


class NoteLooks(TextArea):
    """A text area in the colours of the app; call :meth:`dress` when it is made."""

    _dressed: Style | None = None

    DEFAULT_CSS = """
    NoteLooks { border: none; padding: 0 1; background: $background; scrollbar-gutter: auto; }
    NoteLooks:focus { border: none; }
    NoteLooks .text-area--placeholder { color: $stil; }
    NoteLooks .text-area--selection { background: $keuze; color: $kop; }
    """

    @classmethod
    @cache
    def _get_component_classes(cls) -> frozenset[str]:
        return frozenset(("text-area--cursor", "text-area--selection", "text-area--placeholder"))

    def dress(self) -> None:
        """Take these looks."""
        self.register_theme(looks())
        self.theme = NAME

    def notify_style_update(self) -> None:
        """Other styles, for instance because the focus came or went."""
        self._dressed = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint; the styles of cursor and selection are as they were worked out last."""
        theme, base = self._theme, self.rich_style
        if theme is not None and base != self._dressed:
            theme.apply_css(self)
            self._dressed = base
        return ScrollView.render_lines(self, crop)
