"""Working out an interview: what a person can do with the answer on the screen."""

from __future__ import annotations

from textual import events

import boce_tui.tui.approving.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.approving.working_out import Item
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.vocabulary import INTERVIEW_STATE, label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.approving.unlocking import ask_to_unlock
from boce_tui.tui.approving.working_out_view import NOTES, SENT, WorkingOutView
from boce_tui.tui.doors import open_door
from boce_tui.tui.signs import sign
from boce_tui.tui.working.pick import Choice, pick

_DONE = "worked_out"


class WorkingOutScreen(WorkingOutView):
    """One interview being worked out, answer by answer."""

    HELP_ID = "approving.working-out"
    COMMANDS = (  # type: ignore[assignment]  # Textual's own palette is not used
        "approving.next-open",
        "approving.from-notes",
        "approving.difference",
        "approving.next",
        "approving.previous",
        "approving.answers",
        "approving.compare-with",
        "approving.history",
        "approving.finish",
        "approving.room",
        "approving.unlock",
    )

    def can(self, command_id: str) -> bool:
        """Only what makes sense now."""
        state = self.work.talk.interview.state
        if command_id == "approving.unlock":
            return self.locked and not self.dossier.read_only
        if command_id == "approving.finish":
            return state == "held"
        if command_id == "approving.from-notes":
            return not self.locked
        if command_id == "approving.compare-with":
            return self.sent is not None
        return super().can(command_id)

    def takes(self, event: events.Event) -> bool:
        """In a locked text letters are no commands: somebody is typing a change there."""
        typed = isinstance(event, events.Paste) or (isinstance(event, events.Key) and event.is_printable)
        if not typed or self.focused is not self.final.area or not self.final.area.read_only:
            return False
        self.tell(
            _("Locked: ^o unlocks it, that asks a reason.") if self.locked else _("This is only to read."),
            "warning",
        )
        return True

    # --- moving -------------------------------------------------------------------------------------------

    def _go(self, index: int) -> None:
        self.settle()
        self.at = index % len(self.work.items)
        self.show()
        self.set_focus(self.final.area)

    def action_approving_next(self) -> None:
        """The next answer; after the last one the first again, and what is left to do."""
        around = self.at + 1 >= len(self.work.items)
        self._go(self.at + 1)
        if around:
            self.tell(self._all_done() if self.work.count.all_done else _("This is the first answer again."))

    def action_approving_previous(self) -> None:
        """The answer before."""
        self._go(self.at - 1)

    def action_approving_next_open(self) -> None:
        """The next answer without a final text."""
        self.settle()
        found = self.work.next_open(self.at)
        if found is None:
            self.show()
            self.tell(self._all_done())
            return
        self._go(found)

    def _all_done(self) -> str:
        if self.can("approving.finish"):
            return _("Every answer is worked out. f6: all of it is ready.")
        return _("Every answer is worked out.")

    def action_approving_answers(self) -> None:
        """A list of all answers."""
        self.settle()
        choices = [self._choice(index, item) for index, item in enumerate(self.work.items)]
        pick(self.boce, _("To which answer?"), choices, lambda chosen: self._go(int(chosen)))

    def _choice(self, index: int, item: Item) -> Choice:
        done = sign("done") if self.work.answer(item.key).worked_out.strip() else sign("open")
        who = f" ({item.who})" if item.who else ""
        return Choice(str(index), f"{done} {item.key.question}{who} {item.question}", item.about)

    # --- working out --------------------------------------------------------------------------------------

    def action_approving_from_notes(self) -> None:
        """The notes become the begin of the final text."""
        if self.locked or self.final.area.read_only:
            return
        if self.final.area.text.strip():
            self.tell(_("There is a final text already; it is left alone."))
            return
        self.final.area.retype(self.work.noted(self.item.key))
        self.final.area.move_cursor(self.final.area.document.end)
        self.set_focus(self.final.area)
        self.show_difference()

    def action_approving_difference(self) -> None:
        """The difference in the place of the text before, or back; in a wide window both are there."""
        self.toggle_class("-changes")

    def action_approving_compare_with(self) -> None:
        """With the notes, or with what was sent."""
        if self.can("approving.compare-with"):
            self.base = NOTES if self.base == SENT else SENT
            self.show_before()

    def action_approving_finish(self) -> None:
        """The texts are ready."""
        kept = self.work.kept
        told = ngettext(
            "Worked out; {n} answer keeps its notes as the text.",
            "Worked out; {n} answers keep their notes as the text.",
            kept,
        ).format(n=kept)
        words = _("{interview}: {state}").format(
            interview=self.work.interview_id, state=label(INTERVIEW_STATE, _DONE)
        )
        done = _("Worked out. The record of it can be made now: step 4, approval.")
        self.do(words, self._finish, tell=told if kept else done)

    def _finish(self, dossier: Dossier) -> bool:
        self.work.finish(dossier)
        return True

    def action_approving_history(self) -> None:
        """Who changed this answer, and when."""
        from boce_tui.tui.approving import history_door

        self.settle()
        self.boce.open(history_door(self.boce, str(self.item.key)))

    def action_approving_room(self) -> None:
        """The interview at this question."""
        self.settle()
        open_door(self.boce, Answer.entity, str(self.item.key))

    def action_approving_unlock(self) -> None:
        """Open an approved record again."""
        if self.can("approving.unlock"):
            ask_to_unlock(self, self.work.round_id, self.work.interview_id, self._unlocked)

    def _unlocked(self) -> None:
        self.show()
        self.set_focus(self.final.area)
        self.tell(_("You can change this interview; it is 'worked out' again."))
