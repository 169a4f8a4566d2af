"""The room with a field for what is said off the record: shown until switched back, kept nowhere."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widget import Widget

import boce_tui.tui.interviewing.commands_noting  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import Conversation
from boce_tui.locale import _
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.off_record import OffRecord
from boce_tui.tui.interviewing.room_moving import RoomMoving


class RoomOffRecord(RoomMoving):
    """The room with that field in the place of the note.

    While it is open the note is hidden and cannot get the focus: nothing off the record ends up in it.
    """

    COMMANDS = ("interviewing.off_record",)  # type: ignore[assignment]  # Textual's own palette is not used

    def __init__(self, talk: Conversation, clock: TalkClock | None = None) -> None:
        super().__init__(talk, clock)
        self.off_record = OffRecord()

    def below(self) -> ComposeResult:
        """The field."""
        yield from super().below()
        yield self.off_record

    def below_lines(self) -> int:
        """Room for it."""
        return super().below_lines() + (self.off_record.LEAST if self.off_record.is_open else 0)

    def on_mount(self) -> None:  # type: ignore[override]  # each class has its own
        """When the program is put to sleep nothing of it stays."""
        self.off_record.relabel()
        self.app.app_suspend_signal.subscribe(self, lambda _app: self._wipe())

    def on_unmount(self) -> None:
        """The signal would keep the room, and all that was said in it, as long as the app runs."""
        self.app.app_suspend_signal.unsubscribe(self)

    def aside(self) -> str:
        """Line 1 says it too."""
        return _("OFF THE RECORD") if self.off_record.is_open else super().aside()

    # --- in and out ---------------------------------------------------------------------------------------

    def action_interviewing_off_record(self) -> None:
        """Off the record, or back on it."""
        if self.off_record.is_open:
            self.on_record()
        elif not self.talk.step.notes or self.talk.gate() is not None:
            self.tell(_("There is no text at this question."))
        else:
            self.note.leave()
            self.off_record.area.wipe()
            self.off_record.display = True
            super().set_focus(self.off_record.area)
            self.note.display = False
            self._switched()
            self.tell(_("Off the record: what you type now is kept nowhere. ^\\ goes back."), "warning")

    def on_record(self) -> None:
        """Close the field, and say so; nothing happens when it was not open."""
        if not self.off_record.is_open:
            return
        self.off_record.area.wipe()
        self.off_record.display = False
        self.note.display = self.talk.step.notes
        self.focus_text()
        self._switched()
        self.tell(_("On the record again: that is gone, from here on all is kept."))

    def _switched(self) -> None:
        self.refresh_bars()
        self._fit()
        self.call_after_refresh(self._fit)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Who goes back to the text goes to the field that is open."""
        if widget is self.note and self.off_record.is_open:
            widget = self.off_record.area
        super().set_focus(widget, scroll_visible, from_app_focus)

    def refuse_off_record(self) -> bool:
        """Say that nothing can be made of what is off the record; False when it is not open."""
        if self.off_record.is_open:
            self.tell(
                _("This is off the record: nothing is kept or taken from it. ^\\ goes back."), "warning"
            )
        return self.off_record.is_open

    # --- going elsewhere ------------------------------------------------------------------------------------

    def _leave(self) -> None:
        """Another question, or out of the room: it is closed."""
        super()._leave()
        self.on_record()

    async def show(self, *, focus: bool = True, first: bool = False) -> None:
        """Another question never comes with it open."""
        self.on_record()
        await super().show(focus=focus, first=first)

    def action_back(self) -> None:
        """From the field to the text."""
        if self.off_record.is_open and self.focused is self.off_record.area:
            self.on_record()
        else:
            super().action_back()

    def on_screen_suspend(self) -> None:
        """Another screen comes on top; a box over it is none."""
        if not isinstance(self.app.screen, ModalScreen):
            self.on_record()

    def on_resize(self, event: events.Resize) -> None:  # type: ignore[override]  # each class has its own
        """Another size: the text is gone, the field stays."""
        del event
        self._wipe()

    def on_language(self) -> None:
        """Another language: the text is gone, the field stays."""
        super().on_language()
        self.off_record.relabel()
        self._wipe()

    def _wipe(self) -> None:
        if self.off_record.is_open and self.off_record.area.text:
            self.off_record.area.wipe()
            self.tell(_("What was off the record is gone. You are still off it: ^\\ goes back."), "warning")

    def action_interviewing_quote(self) -> None:
        """No quote of what is off the record."""
        if not self.refuse_off_record():
            super().action_interviewing_quote()  # type: ignore[misc]  # `RoomQuoting`, behind this one
