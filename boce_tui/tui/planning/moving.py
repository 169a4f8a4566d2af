"""Up and down in a form: to what stands above or below, also out of a text of several lines."""

from __future__ import annotations

from textual import events
from textual.widget import Widget

from boce_tui.tui.planning.widgets import PairField
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.choices import Choices
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea


class ArrowKeys(BoceScreen):
    """A screen with a form in which up and down go from field to field."""

    def takes(self, event: events.Event) -> bool:
        """Up and down leave a field for the one above or below it."""
        target = next_field(self, event) if isinstance(event, events.Key) else None
        if target is not None:
            self.set_focus(target)
        return target is not None


def next_field(screen: BoceScreen, event: events.Key) -> Widget | None:
    """The field an arrow key goes to; None when the field with the focus keeps the key.

    Args:
        screen: The screen of the form.
        event: The key.
    """
    here = screen.focused
    if event.key not in ("up", "down") or not isinstance(here, NoteArea | Choices):
        return None
    down = event.key == "down"
    if isinstance(here, NoteArea) and not isinstance(here, LineArea) and not _at_edge(here, down=down):
        return None
    chain = screen.focus_chain
    if here not in chain:
        return None
    beside = here.parent if isinstance(here.parent, PairField) else None
    step = 1 if down else -1
    at = chain.index(here) + step
    while 0 <= at < len(chain) and beside is not None and chain[at].parent is beside:
        at += step
    if not 0 <= at < len(chain):
        return None
    found = chain[at]
    return found.parent.planned if isinstance(found.parent, PairField) else found


def _at_edge(area: NoteArea, *, down: bool) -> bool:
    at, lines = area.cursor_location, area.navigator
    return lines.is_last_wrapped_line(at) if down else lines.is_first_wrapped_line(at)
