"""Keys in the interview room that are not for what has the focus: words at a choice, an extra enter.

Only digits choose. A letter at a choice is the begin of a word, so the cursor goes to the text and the letter
stands there: no word can choose anything, and none is lost.
"""

from __future__ import annotations

from textual import events
from textual.widget import Widget

from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.locale import _
from boce_tui.tui.commands import HELP, PALETTE, Command
from boce_tui.tui.interviewing.outline import Outline
from boce_tui.tui.interviewing.room_moving import RoomMoving
from boce_tui.tui.widgets.choice import MultiChoice
from boce_tui.tui.widgets.choices import Choices
from boce_tui.tui.widgets.footer_line import FooterKey
from boce_tui.tui.widgets.grid_parts import GridBody

_COMPARE = "interviewing.compare"
_IN_OUTLINE = ("interviewing.next", "interviewing.outline", PALETTE.id, HELP.id)
_CONFIRMING = 1.5
"""Seconds in which an enter after a typed number still belongs to that number."""


class RoomKeys(RoomMoving):
    """The room with what becomes of keys at a choice."""

    _jumped = False

    def other_keys(self) -> list[Command]:
        """Every key of the room stands in its help, also where it does nothing now."""
        return [c for c in self.own_commands() if c.keys and not self.can(c.id) and c.id != _COMPARE]

    def finds_words(self) -> bool:
        """At the table nobody reads on this screen what others said; f2 and / look in this interview."""
        return self.talk.interview.state in HELD_STATES

    def footer_keys(self) -> list[FooterKey]:
        """In the list of questions the keys of the question say nothing."""
        keys = super().footer_keys()
        if self.focused is None or self.outline not in self.focused.ancestors:
            return keys
        return [key for key in keys if key.command.id in _IN_OUTLINE]

    def takes(self, event: events.Event) -> bool:
        """Keys at a choice that choose nothing, and an enter that was meant for the outline."""
        return self._handled(event) if isinstance(event, events.Key) else self._pasted(event)

    def _handled(self, event: events.Key) -> bool:
        """Whether the key was for the room, not for what has the focus."""
        jumped, self._jumped = self._jumped, False
        if event.key == "enter" and jumped:
            return True  # the number in the outline was complete already
        if event.key == "f5" and not self.talk.step.parts:
            self.tell(_("This question has no choice."))
            return True
        at = self.focused
        if at is None or not self._choosing(at):
            return False
        if event.key in ("up", "down"):
            return isinstance(at, Choices) and self._to_neighbour(at, down=event.key == "down")
        if event.key == "space":
            return not isinstance(at, MultiChoice)
        char = event.character or ""
        if not char.isalpha() or (isinstance(at, Choices) and any(char == o.key for o in at.options)):
            return False
        self._type(char)
        return True

    def _pasted(self, event: events.Event) -> bool:
        at = self.focused
        if not isinstance(event, events.Paste) or at is None or not self._choosing(at):
            return False
        if self.note.display and not self.note.read_only:
            self.set_focus(self.note)
            self.note.paste(event.text)
        return True

    def _choosing(self, at: Widget) -> bool:
        """Whether digits choose where the cursor is."""
        if isinstance(at, GridBody):
            return not at.in_text
        return isinstance(at, Choices) and (
            at in (self.probes, self.who_line) or self.parts.control_with(at) is not None
        )

    def _type(self, char: str) -> None:
        if not self.note.display or self.note.read_only:
            self.tell(_("A digit chooses here; this question has no text."))
            return
        self.set_focus(self.note)
        self.note._replace_via_keyboard(char, *self.note.selection)
        self.tell(_("Words go to the text; at a choice only digits choose."))

    def _to_neighbour(self, at: Choices, *, down: bool) -> bool:
        """Up and down go from choice to choice; below the last one is the text."""
        here = self.parts.control_with(at)
        if here is None:
            return False
        shown = [control for control in self.parts.shown if control.takes_focus]
        index = shown.index(here) + (1 if down else -1)
        if 0 <= index < len(shown):
            self.set_focus(shown[index].arrive())
        elif down and self.note.display and not self.talk.step.gate:
            self.set_focus(self.note)
        return True

    async def on_outline_chosen(self, event: Outline.Chosen) -> None:  # each class has its own
        """An enter right after a number that was complete already is part of it."""
        if event.spelled:
            self._jumped = True
            self.set_timer(_CONFIRMING, self._confirmed)

    def _confirmed(self) -> None:
        self._jumped = False
