"""The interview room: what a person can do there. How it looks is in `room_base` and ``room.tcss``."""

from __future__ import annotations

from typing import Any

import boce_tui.tui.interviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import last_sentence
from boce_tui.domain.keys import ALL
from boce_tui.domain.vocabulary import SKIP_REASON, label
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui.interviewing.control import PartControl
from boce_tui.tui.interviewing.room_last_year import RoomLastYear
from boce_tui.tui.interviewing.room_pace import RoomPace
from boce_tui.tui.interviewing.strips import WhoLine
from boce_tui.tui.widgets.choice import ChoiceLine
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.widgets.note_area import NoteArea

_NO_LONGER = "unskip"


class RoomScreen(RoomLastYear, RoomPace):
    """One interview being conducted."""

    HELP_ID = "interviewing.room"
    COMMANDS = (  # type: ignore[assignment]  # Textual's own palette is not used
        "interviewing.next",
        "interviewing.previous",
        "interviewing.outline",
        "interviewing.probe",
        "interviewing.quote",
        "interviewing.choice",
        "interviewing.later",
        "interviewing.skip",
        "interviewing.who",
        "interviewing.speakers",
        "interviewing.quotes",
        "interviewing.short",
        "interviewing.closing",
        "interviewing.pause",
        "interviewing.save",
        "interviewing.explain",
        "interviewing.undo_choice",
        "interviewing.compare",
        "interviewing.change_anyway",
    )

    def can(self, command_id: str) -> bool:
        """What makes no sense at this question is not offered."""
        step = self.talk.step
        if command_id in ("interviewing.who", "interviewing.speakers"):
            return len(step.participants) > 1
        if command_id == "interviewing.probe":
            return bool(step.probes)
        if command_id == "interviewing.choice":
            return bool(step.parts)
        if command_id == "interviewing.quote":
            return not step.gate
        if command_id == "interviewing.compare":
            return self.desk.conflict(step) is not None
        if command_id == "interviewing.change_anyway":
            return bool(self.talk.settled) and self.talk.dossier.read_only is None
        return super().can(command_id)

    # --- choices, follow-up questions, quotes ---------------------------------------------------------------

    def action_interviewing_choice(self) -> None:
        """From the text to the first choice, to the next one, and back to the text."""
        control = self.parts.after(self.parts.control_with(self.focused))
        if control is None or not self._may_write():
            self.set_focus(self.note)
        else:
            self.set_focus(control.entry())

    def answered(self, control: PartControl, done: bool) -> None:
        """A value is different: the route may be too; when it is settled, the cursor goes on."""
        gate = self.talk.step.gate
        self.talk.refresh_route()
        self.parts.changed()
        self.changed()
        if not done:
            return
        following = self.parts.after(control)
        if following is not None and following.value is None:
            self.set_focus(following.entry())
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

    def action_interviewing_probe(self) -> None:
        """To the follow-up questions and back; a single one is ticked at once."""
        probes = self.talk.step.probes
        if self.probes.has_focus:
            self.set_focus(self.note)
        elif len(probes) == 1 and self._may_write():
            self.probes.take(str(probes[0].number))
        elif self._may_write():
            self.set_focus(self.probes)

    def ticked(self, number: int) -> None:
        """Keep the tick; the cursor goes back to the text."""
        self.talk.toggle_probe(self.talk.step, number)
        self.changed()
        if self.probes.has_focus:
            self.set_focus(self.note)

    def action_interviewing_quote(self) -> None:
        """The selected words, or the last sentence, become a quote."""
        if not self._may_write():
            return
        area = self.focused if isinstance(self.focused, NoteArea) else self.note
        document = area.document
        begin, end = sorted(area.selection)
        first = document.get_index_from_location(begin)  # type: ignore[attr-defined]
        last = document.get_index_from_location(end)  # type: ignore[attr-defined]
        if first == last:
            first, last = last_sentence(area.text, last)
        try:
            quote = self.talk.add_quote(
                self.talk.step, area.text[first:last], first if area is self.note else -1, self.desk.who
            )
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        self.parts.refill()
        self.parts.show_quote(quote.key)
        self.changed()
        words = quote.value.text if quote.value else ""
        self.tell(_("Quote: “{words}”").format(words=words))

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

    def action_interviewing_speakers(self) -> None:
        """Say who said this."""
        if not self._may_write():
            return
        from boce_tui.tui.interviewing.speakers import SpeakersDialog

        codes = self.talk.step.participants
        now = self.talk.answer(self.talk.step, self.desk.who).speakers
        self.app.push_screen(SpeakersDialog(codes, now), self._set_speakers)

    def _set_speakers(self, codes: tuple[str, ...] | None) -> None:
        if codes is not None:
            self.talk.set_speakers(self.talk.step, codes, self.desk.who)
            self.changed()

    # --- the rest -------------------------------------------------------------------------------------------

    def action_interviewing_save(self) -> None:
        """Nothing needs to be saved by hand; but it can be."""
        reasons = self.boce.savers.flush()
        if not reasons:
            self.tell(_("All is saved. You never need to do this yourself."))

    def action_interviewing_explain(self) -> None:
        """The whole explanation, or short."""
        self.question.whole_help = not self.question.whole_help
        self.question.changed()
        self._fit()

    def action_undo(self) -> None:
        """In the text what was typed; outside it the last choice."""
        if self.focused is self.note and not self.note.read_only:
            self.note.undo()
        else:
            self.action_interviewing_undo_choice()

    def action_interviewing_undo_choice(self) -> None:
        """Take back the last choice, tick, skip or quote."""
        if not self._may_write():
            return
        undone = self.talk.undo(self.talk.step, self.desk.who)
        if undone is None:
            self.tell(_("There is no choice to undo. In the text ^z takes back what you typed."))
            return
        self.talk.refresh_route()
        self.parts.refill()
        self._show_probes()
        self.changed()
        what = (
            _("Undone: quote at question {question}.")
            if undone.quote
            else _("Undone at question {question}.")
        )
        self.tell(what.format(question=undone.key.question))

    def action_interviewing_compare(self) -> None:
        """Show the two texts."""
        item = self.desk.conflict(self.talk.step)
        if item is not None:
            from boce_tui.tui.interviewing.compare import CompareScreen

            self.boce.open(CompareScreen(self.desk, item), self._compared)

    def _compared(self, text: Any) -> None:
        if isinstance(text, str):
            self.note.retype(text)
        self.changed()
        self.set_focus(self.note)
