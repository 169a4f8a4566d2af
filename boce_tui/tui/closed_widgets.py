"""What Textual 8 keeps of widgets that are gone: let go, or an evening of screens fills the memory.

Two places hold on to them. The background styles of a line are remembered by widget as well as by colour (a
class method that lacks its decorator), in 1,024 places for the whole program. And who listens to the theme of
the app is looked through only when the theme changes: every closed text field stayed, with its whole screen.
"""

from __future__ import annotations

from functools import lru_cache

from textual._styles_cache import StylesCache
from textual.color import Color
from textual.style import Style
from textual.widget import Widget


@lru_cache(1024)
def _inner_outer(base: Color, background: Color) -> tuple[Style, Style]:
    return Style(background=base + background), Style(background=base)


def _by_colour(_cache: StylesCache, base_background: Color, background: Color) -> tuple[Style, Style]:
    return _inner_outer(base_background, background)


def remember_colours_only() -> None:
    """Let Textual remember background styles by their colours. Doing it again changes nothing."""
    StylesCache.get_inner_outer = _by_colour  # type: ignore[method-assign, assignment]


def stop_listening(widget: Widget) -> None:
    """A widget goes away: the app no longer tells it of another theme."""
    for listeners in getattr(widget.app, "__watchers", {}).values():
        listeners[:] = [one for one in listeners if one[0] is not widget]
