"""The interview room: what a person can do there. How it looks is in `room_base` and ``room.tcss``."""

from __future__ import annotations

from functools import partial
from typing import Any

import boce_tui.tui.interviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import Found
from boce_tui.domain.keys import ALL
from boce_tui.domain.vocabulary import SKIP_REASON, label
from boce_tui.instruments.glossary import words_of
from boce_tui.locale import _
from boce_tui.tui.interviewing.control import PartControl
from boce_tui.tui.interviewing.room_after import RoomAfter
from boce_tui.tui.interviewing.room_belonging import RoomBelonging
from boce_tui.tui.interviewing.room_keys import RoomKeys
from boce_tui.tui.interviewing.room_last_year import RoomLastYear
from boce_tui.tui.interviewing.room_pace import RoomPace
from boce_tui.tui.interviewing.room_probing import RoomProbing
from boce_tui.tui.interviewing.room_quoting import RoomQuoting
from boce_tui.tui.interviewing.room_withdrawing import RoomWithdrawing
from boce_tui.tui.interviewing.strips import WhoLine
from boce_tui.tui.widgets.choice import ChoiceLine
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.widgets.line_area import LineArea

_NO_LONGER = "unskip"


class RoomScreen(
    RoomKeys, RoomAfter, RoomLastYear, RoomBelonging, RoomPace, RoomQuoting, RoomProbing, RoomWithdrawing
):
    """One interview being conducted."""

    HELP_ID = "interviewing.room"
    COMMANDS = (  # type: ignore[assignment]  # Textual's own palette is not used
        "interviewing.next",
        "interviewing.previous",
        "interviewing.outline",
        "interviewing.choice",
        "interviewing.later",
        "interviewing.skip",
        "interviewing.who",
        "interviewing.short",
        "interviewing.closing",
        "interviewing.pause",
        "interviewing.save",
        "interviewing.undo_choice",
        "interviewing.compare",
        "interviewing.change_anyway",
    )

    def can(self, command_id: str) -> bool:
        """What makes no sense at this question is not offered."""
        step = self.talk.step
        if command_id == "interviewing.who":
            return len(step.participants) > 1
        if command_id == "interviewing.choice":
            return bool(step.parts)
        if command_id == "interviewing.quote":
            return not step.gate
        if command_id == "interviewing.compare":
            return self.desk.conflict(step) is not None
        if command_id == "interviewing.change_anyway":
            may_change = bool(self.talk.settled) and self.talk.can_become("worked_out")
            return may_change and self.talk.dossier.read_only is None
        return super().can(command_id)

    def words_here(self) -> str:
        """The question."""
        return words_of(self.talk.step)

    # --- choices ---------------------------------------------------------------

    def action_interviewing_choice(self) -> None:
        """From the text to the first choice, to the next one, and back to the text."""
        control = self.parts.after(self.parts.control_with(self.focused))
        if control is None and self.talk.gate() is not None:
            control = self.parts.after(None)  # before consent there is nothing to type
        if control is None or not self._may_write():
            self.set_focus(self.note)
        else:
            self.set_focus(control.arrive())

    def answered(self, control: PartControl, done: bool) -> None:
        """A value is different: the route may be too; when it is settled, the cursor goes on."""
        gate = self.talk.step.gate
        self.talk.refresh_route()
        self.parts.changed()
        self.changed()
        if gate and control.value is None:
            self.tell(_("Consent is erased: there is no answer any more. ^z brings it back."), "warning")
        if not done:
            return
        following = self.parts.after(control)
        if following is not None and following.value is None:
            self.set_focus(following.arrive())
        elif not gate:
            self.set_focus(self.note)
        elif self.talk.gate() is None:
            self.set_focus(self.note)
            self.tell(_("Consent is noted. ^n goes to the first question."))
        else:
            self.tell(
                _("Without a yes the conversation does not start. Explain it once more, or stop here."),
                "warning",
            )

    async def on_line_area_submitted(self, event: LineArea.Submitted) -> None:  # each class has its own
        """Enter in a line of a choice: on to what comes next."""
        control = self.parts.control_with(event.line)
        if control is not None:
            event.stop()
            if control.settle():
                self.answered(control, done=True)

    # --- later, skip, short route ---------------------------------------------------------------------------

    def action_interviewing_later(self) -> None:
        """On the list for later, or off it."""
        if not self._may_write():
            return
        later = not self.talk.answer(self.talk.step).later
        self.talk.mark_later(self.talk.step, later=later)
        self.changed()
        self.tell(_("On the list for later.") if later else _("Off the list for later."))

    def action_interviewing_skip(self) -> None:
        """Ask why, then go on."""
        if not self._may_write() or not self._free():
            return
        options = [Option(reason, label(SKIP_REASON, reason)) for reason in SKIP_REASON]
        if self.talk.answer(self.talk.step).skipped:
            options.append(Option(_NO_LONGER, _("do not skip it after all")))
        question = _("Why is question {question} skipped?").format(question=self.talk.step.question)
        choose(self.app, question, options, self._skip)

    def _skip(self, reason: str) -> None:
        if reason == _NO_LONGER:
            self.talk.unskip(self.talk.step)
            self.changed()
        else:
            self.talk.skip(self.talk.step, reason)
            self.changed()
            self.call_later(self.action_interviewing_next)

    async def action_interviewing_short(self) -> None:
        """Only core questions, or all."""
        if not self._may_write():
            return
        self._leave()
        short = not self.talk.short
        self.talk.set_short_route(short=short)
        await self.show()
        self.tell(
            _("Short route: only the core questions are asked. Answers to the others stay.")
            if short
            else _("All questions are asked again.")
        )

    # --- who ------------------------------------------------------------------------------------------------

    async def action_interviewing_who(self) -> None:
        """The answer of everyone, or of the next participant."""
        people = (ALL, *self.talk.step.participants)
        at = people.index(self.desk.who) if self.desk.who in people else 0
        await self._show_who_answer(people[(at + 1) % len(people)])

    async def on_choice_line_chosen(self, event: ChoiceLine.Chosen) -> None:
        """Somebody was chosen in the line above."""
        if isinstance(event.line, WhoLine):
            event.stop()
            await self._show_who_answer(event.option or ALL)

    async def _show_who_answer(self, who: str) -> None:
        self._leave()
        self.desk.who = who
        await self.show()

    # --- the rest -------------------------------------------------------------------------------------------

    def action_interviewing_save(self) -> None:
        """Nothing needs to be saved by hand; but it can be. Typing goes on meanwhile."""
        savers = self.boce.savers
        savers.hurry()
        if self.off_record.is_open:
            self.tell(_("What you type here is not kept; all the rest is saved."), "warning")
            return

        def look() -> None:
            if savers.settled:
                waiting.stop()
                if savers.all_saved:
                    self.tell(_("All is saved. You never need to do this yourself."))

        waiting = self.set_interval(0.05, look)

    def action_undo(self) -> None:
        """In the text what was typed; outside it the last choice."""
        if self.focused is self.note and not self.note.read_only:
            self.note.undo()
        else:
            self.action_interviewing_undo_choice()

    async def action_interviewing_compare(self) -> None:
        """Show the two texts, of the person whose answer it is."""
        item = self.desk.conflict(self.talk.step)
        if item is not None:
            from boce_tui.tui.interviewing.compare import CompareScreen

            if item.key.participant != self.desk.who:
                await self._show_who_answer(item.key.participant)
            self.boce.open(CompareScreen(self.desk, item), partial(self._compared, item))

    def _compared(self, item: Found, text: Any) -> None:
        if isinstance(text, str):
            self.note.retype(text)
            if item.file is not None and not self.boce.savers.flush():
                self.desk.kept(item)
        self.changed()
        self.set_focus(self.note)
