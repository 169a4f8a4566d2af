"""The room with follow-up questions: one key ticks the next one as asked."""

from __future__ import annotations

import boce_tui.tui.interviewing.commands_quoting  # noqa: F401  - registers the ids used below
from boce_tui.locale import _
from boce_tui.tui.interviewing.room_moving import RoomMoving


class RoomProbing(RoomMoving):
    """The room with its follow-up questions."""

    COMMANDS = (  # type: ignore[assignment]  # Textual's own palette is not used
        "interviewing.probe",
        "interviewing.fold",
        "interviewing.explain",
    )

    def can(self, command_id: str) -> bool:
        """Only where there is something to ask on, or something to explain."""
        step = self.talk.step
        if command_id in ("interviewing.probe", "interviewing.fold"):
            return bool(step.probes)
        if command_id == "interviewing.explain":
            return bool(step.probes or step.help)
        return super().can(command_id)

    def action_interviewing_probe(self) -> None:
        """Tick the next follow-up question as asked; when all are, go to them."""
        if not self.talk.step.probes or not self._may_write():
            return
        following = self.probes.following
        if following is None:
            self.set_focus(self.probes)
            self.tell(_("All follow-up questions are ticked. A digit unticks one; esc goes back."))
        else:
            self.probes.take(following.id)
            self.tell(_("Asked: {question}").format(question=following.label))

    def action_interviewing_explain(self) -> None:
        """Explanation and follow-up questions whole; the same key goes back."""
        if self.question.whole_help or self.probes.has_focus:
            self._explain(whole=False)
            self.set_focus(self.note)
        else:
            self._explain(whole=True)
            if self.talk.step.probes and self.desk.read_only is None:
                self.set_focus(self.probes)

    def _explain(self, *, whole: bool) -> None:
        self.question.whole_help = whole
        self.question.changed()
        self._fit()

    def watch_focused(self) -> None:
        """Back in the text the question is short again."""
        super().watch_focused()
        if self.question.whole_help and self.talk.step.probes and self.focused is self.note:
            self._explain(whole=False)

    def action_interviewing_fold(self) -> None:
        """Follow-up questions on one line, or all of them."""
        self.probes.always_folded = not self.probes.always_folded
        self._fit()
        self.tell(
            _("Follow-up questions are on one line; f6 shows them.")
            if self.probes.always_folded
            else _("Follow-up questions are shown where there is room.")
        )

    def ticked(self, number: int) -> None:
        """Keep the tick; the cursor goes back to the text."""
        self.talk.toggle_probe(self.talk.step, number)
        self.changed()
        if self.probes.has_focus:
            self.set_focus(self.note)
