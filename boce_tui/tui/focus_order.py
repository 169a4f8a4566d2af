"""In which order the keys go from field to field: that in which the fields were put on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from textual.screen import Screen
from textual.widget import Widget


def focus_order(screen: Screen[object]) -> list[Widget]:
    """What can have the focus, from the first to the last.

    Textual goes by the place on the screen. What was mounted a moment ago has none yet and came first: on a
    slow computer "down" then led to a field far below, and what was typed next stood in it.
    """
    focused = screen.focused
    inside = focused.ancestors_with_self if focused is not None else ()
    root = next((node for node in inside if isinstance(node, Widget) and node._trap_focus), screen)
    return list(_within(root))


def _within(parent: Widget) -> Iterator[Widget]:
    for child in parent.displayed_children:
        if child._check_disabled():
            continue
        if child.visible and child.allow_focus():
            yield child
        if child.is_container and child.allow_focus_children():
            yield from _within(child)
