"""Moving through the interview room: questions, outline, the end, a pause."""

from __future__ import annotations

from typing import Any

from textual.widget import Widget

import boce_tui.tui.interviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui.interviewing.closing import HELD, ClosingScreen
from boce_tui.tui.interviewing.control import PartControl
from boce_tui.tui.interviewing.outline import GONE, Line, Outline
from boce_tui.tui.interviewing.outline_rows import END, NOTES, QUOTES
from boce_tui.tui.interviewing.room_base import Room


class RoomMoving(Room):
    """The room with the ways through it."""

    # --- moving -------------------------------------------------------------------------------------------

    async def action_interviewing_next(self) -> None:
        """Next question, or the end."""
        self._leave()
        self.talk.refresh_route()
        if not self._free():
            return
        if self.talk.at + 1 >= len(self.talk.steps):
            self.action_interviewing_closing()
        else:
            await self._go(self.talk.at + 1)

    async def action_interviewing_previous(self) -> None:
        """Previous question."""
        self._leave()
        self.talk.refresh_route()
        if self.talk.at == 0:
            self.tell(_("This is the first question."))
        else:
            await self._go(self.talk.at - 1)

    def _free(self) -> bool:
        if self.talk.gate() is None:
            return True
        self.focus_text()
        self.tell(_("The conversation starts after a yes to this question: choose it here."), "warning")
        return False

    async def _go(self, index: int) -> None:
        self.talk.go(index)
        await self.show()

    async def go_to(self, place: tuple[str, str | None]) -> None:
        """Go to a question; before consent that stays the gate."""
        self._leave()
        self.talk.refresh_route()
        if self._free():
            if self.talk.passes_over(place) and self._may_write():
                self.talk.set_short_route(short=False)
                self.tell(_("All questions are asked again: this one is not on the short route."))
            self.talk.go_to(place)
        await self.show()

    def _leave(self) -> None:
        """Remember the cursor, and keep what was typed but is no value as a note."""
        step = self.talk.step
        for control in self.parts.shown:
            text = control.unreadable()
            if text and self.desk.read_only is None:
                self._keep_as_note(control, text)
        self._cursors[(*step.place, self.desk.who)] = self.note.cursor_location

    def _keep_as_note(self, control: PartControl, text: str) -> None:
        words = f"{control.part.label}: {text}" if control.part.label else text
        end = self.note.document.end
        self.note.insert(f"\n{words}" if self.note.text.strip() else words, end)
        control.forget()
        self.tell(
            _("'{text}' could not be read as a value; it is kept as a note.").format(text=text), "warning"
        )

    # --- outline ------------------------------------------------------------------------------------------

    def action_interviewing_outline(self) -> None:
        """To all questions, and back."""
        if self.outline.view.has_focus:
            self._close_outline()
            return
        self.show_outline(open=True)
        self.outline.refresh_lines(self.outline.view.here)
        self.outline.to_here()
        self.set_focus(self.outline.view)

    def _close_outline(self) -> None:
        self.show_outline(open=False)
        self.focus_text()

    def on_outline_left(self, event: Outline.Left) -> None:
        """Back to the text."""
        event.stop()
        self._close_outline()

    async def on_outline_chosen(self, event: Outline.Chosen) -> None:
        """Go to what was chosen."""
        event.stop()
        self.show_outline(open=False)
        line: Line = event.line
        if line.kind == END:
            self.action_interviewing_closing()
        elif line.kind == QUOTES:
            self.action_interviewing_quotes()
        elif line.kind == NOTES:
            self.action_interviewing_notes()
        elif line.kind == GONE:
            self._show_gone(line)
        else:
            await self.go_to((line.number, line.theme or None))

    def _show_gone(self, line: Line) -> None:
        from boce_tui.tui.interviewing.gone import GoneDialog

        self.focus_text()
        self.app.push_screen(GoneDialog(self.talk, line.id.removeprefix("gone:")))

    def action_interviewing_quotes(self) -> None:
        """The list of quotes: see `room_quoting`."""
        raise NotImplementedError

    def action_interviewing_notes(self) -> None:
        """The list of notes: see `room_noting`."""
        raise NotImplementedError

    def _back_from_elsewhere(self) -> None:
        self.parts.refill()
        self.changed()
        self.focus_text()

    # --- the end and a pause ------------------------------------------------------------------------------

    def action_interviewing_closing(self) -> None:
        """What is open, and the end."""
        self._leave()
        self.note.leave()
        self.boce.open(ClosingScreen(self.desk, self.clock), self._ended)

    def _ended(self, result: Any) -> None:
        if result == HELD:
            self.call_later(self._go_home)
        elif isinstance(result, tuple):
            self.call_later(self.go_to, result)
        else:
            self.changed()
            self.focus_text()

    def action_interviewing_pause(self) -> None:
        """Leave the conversation for now."""
        self._leave()
        if self.desk.read_only is None:
            try:
                self.talk.remember_place(self.clock.seconds if self.talk.counting else None)
            except BoceError as problem:
                self.boce.tell_problem(problem)
        self._go_home()

    def _go_home(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.note.leave()
            self.app.switch_screen(self.boce.make("boce_tui.tui.home:home_screen"))

    def action_back(self) -> None:
        """From outline or choice to the text; from the text out of the room."""
        if self.outline_open or self.outline.view.has_focus:
            self._close_outline()
        elif self._aside_of_text(self.focused) and self.note.display and not self.talk.step.gate:
            self.set_focus(self.note)
        else:
            self.action_interviewing_pause()

    def _aside_of_text(self, focused: Widget | None) -> bool:
        return focused is not None and focused is not self.note

    def _may_write(self) -> bool:
        if self.desk.read_only is None:
            return True
        self.tell(self.desk.read_only, "warning")
        return False

    # --- an interview that was approved or withdrawn --------------------------------------------------------

    def action_interviewing_change_anyway(self) -> None:
        """Ask why, and make it an interview that is being worked out again."""
        if not self.can("interviewing.change_anyway"):
            return
        from boce_tui.tui.approving.unlocking import ask_to_unlock

        self.note.leave()
        ask_to_unlock(self, self.talk.round_id, self.talk.interview_id, self._change_anyway)

    def _change_anyway(self) -> None:
        self.talk.read_again()
        self.desk.look_for_recovered()
        self.call_later(self._changeable)

    async def _changeable(self) -> None:
        await self.show()
        self.tell(_("You can change this interview; it is 'worked out' again."))
