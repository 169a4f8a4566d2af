"""The room in which words go to the question they belong to: moved, or linked and left where they are."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

import boce_tui.tui.interviewing.commands_noting  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import Conversation, last_sentence
from boce_tui.cycle.interviewing.beside import MOVE
from boce_tui.cycle.interviewing.recovery import EXTRA
from boce_tui.cycle.interviewing.undone import undone_words
from boce_tui.domain.keys import ALL
from boce_tui.domain.text import clean_entry, inert_line
from boce_tui.errors import BoceError
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.interviewing.outline_rows import row_id
from boce_tui.tui.interviewing.room_noting import RoomNoting
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.working.pick import Choice, pick

_NONE = "-"
_LINKED, _MOVED = "link", "move"


class RoomBelonging(RoomNoting):
    """The room with words that belong elsewhere."""

    COMMANDS = ("interviewing.belongs", "interviewing.speakers")  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+d", "interviewing_belongs", show=False, priority=True)
    ]

    def __init__(self, talk: Conversation, clock: TalkClock | None = None) -> None:
        super().__init__(talk, clock)
        self.note.before_earlier = self._undo_move

    def can(self, command_id: str) -> bool:
        """Words of a text that may be changed; and only several people have to be told apart."""
        if command_id == "interviewing.belongs":
            in_text = self.focused in (None, self.note, self.note_fold.area, self.off_record.area)
            return self.desk.read_only is None and self.talk.gate() is None and in_text
        if command_id == "interviewing.speakers":
            return len(self.talk.people) > 1 and not self.talk.step.gate
        return super().can(command_id)

    # --- who ------------------------------------------------------------------------------------------------

    def action_interviewing_speakers(self) -> None:
        """Say who said this answer; in a note: whom that is about."""
        if not self._may_write() or self.refuse_off_record():
            return
        if self.note_fold.area.has_focus:
            self.note_speakers()
            return
        from boce_tui.tui.interviewing.speakers import SpeakersDialog

        codes = self.talk.step.participants
        now = self.talk.answer(self.talk.step, self.desk.who).speakers
        self.app.push_screen(SpeakersDialog(codes, now), self._set_speakers)

    def _set_speakers(self, codes: tuple[str, ...] | None) -> None:
        if codes is not None:
            self.talk.set_speakers(self.talk.step, codes, self.desk.who)
            self.changed()

    # --- to which question ----------------------------------------------------------------------------------

    def action_interviewing_belongs(self) -> None:
        """Choose the question that the selected words, the last sentence or the note belongs to."""
        if not self._may_write() or self.refuse_off_record():
            return
        if self.note_fold.area.has_focus:
            if self.keep_note():
                self.pick_question_for_note(self.note_key)
            return
        document = self.note.document
        begin, end = (
            document.get_index_from_location(place)  # type: ignore[attr-defined]
            for place in sorted(self.note.selection)
        )
        text = self.note.text
        if begin == end:
            begin, end = last_sentence(text, end)
        if not text[begin:end].strip():
            self.tell(_("There are no words to take along."))
            return
        others = [step for step in self.talk.steps if step.place != self.talk.step.place]
        pick(
            self.boce,
            _("To which question does this belong?"),
            question_choices(self.desk, others),
            partial(self._how, begin, end),
            detail=f"“{inert_line(text[begin:end])}”",
        )

    def _how(self, begin: int, end: int, chosen: str) -> None:
        options = [
            Option(_MOVED, _("move: away here, added there"), key="v"),
            Option(_LINKED, _("link: stays here, also shown there"), key="k"),
        ]
        question = _("What is done with these words at {question}?").format(question=chosen.partition("/")[0])
        choose(self.app, question, options, partial(self._take, begin, end, chosen))

    def _take(self, begin: int, end: int, chosen: str, how: str) -> None:
        here, there = self.talk.step, self._step(chosen)
        if there is None or not self._kept():
            return
        words = inert_line(self.note.text[begin:end])
        if how == _MOVED:
            self.talk.move_words(here, there, begin, end, self.desk.who)
            self._text_changed()
            said = _("Moved to {question}: “{words}”. ^z takes it back.")
        else:
            self.talk.link_words(here, there, begin, end, self.desk.who)
            said = _("Linked to {question}: “{words}”.")
        self.changed()
        self.focus_text()
        self.tell(said.format(question=there.question, words=words.removesuffix(".")))

    def _kept(self) -> bool:
        """Everything typed is in the dossier, as it stands here; only then words can go elsewhere."""
        reasons = self.boce.savers.flush()
        stored = self.talk.answer(self.talk.step, self.desk.who).text
        if not reasons and not self.desk.busy(self.talk.step) and stored == self.note.text:
            return True
        if not reasons and clean_entry(self.note.text) == stored:
            self._text_changed()  # letters were put together: the places are different now
            self.tell(_("The text was brought in order first: select the words again."), "warning")
        else:
            self.tell(_("Nothing was moved: what you typed is not saved yet."), "warning")
        return False

    def _text_changed(self) -> None:
        """The answer on the screen was changed otherwise than by typing: show it as it is kept."""
        place = self.note.cursor_location
        self.desk.note(self.talk.step).fill(self.note, min(place, self.note.document.end))
        end = self.note.document.end
        if self.note.cursor_location > end:
            self.note.move_cursor(end)
        self.note.earlier = self.desk.earlier(self.talk.step)
        self.parts.refill()

    def _back_from_elsewhere(self) -> None:
        """Something may have been taken back there that was in this text."""
        stored = self.talk.answer(self.talk.step, self.desk.who).text
        if not self.desk.busy(self.talk.step) and stored != clean_entry(self.note.text):
            self._text_changed()
        super()._back_from_elsewhere()

    def _step(self, chosen: str) -> Step | None:
        return next((step for step in self.talk.steps if row_id(step) == chosen), None)

    # --- notes ----------------------------------------------------------------------------------------------

    def pick_question_for_note(self, key: str) -> None:
        """Choose the question a note belongs to."""
        nowhere = Choice(_NONE, _("no question"))
        choices = [nowhere, *question_choices(self.desk, self.talk.steps, here=row_id(self.talk.step))]
        pick(self.boce, _("To which question does this note belong?"), choices, partial(self._link_note, key))

    def _link_note(self, key: str, chosen: str) -> None:
        who = self.desk.who if chosen == row_id(self.talk.step) else ALL
        self.talk.link_note(key, self._step(chosen), who)
        self.label_note()
        self.changed()

    # --- taking back ----------------------------------------------------------------------------------------

    def _undo_move(self) -> bool:
        """In the text, with nothing typed since: the words come back, or go back."""
        if self.talk.last_move(self.talk.step) is None or self.desk.read_only is not None:
            return False
        self.action_interviewing_undo_choice()
        return True

    def action_interviewing_undo_choice(self) -> None:
        """Take back the last choice, tick, skip, quote, note, link or move."""
        if not self._may_write():
            return
        self.boce.savers.flush()  # a move is taken back in the texts as they are kept
        try:
            undone = self.talk.undo(self.talk.step, self.desk.who)
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        if undone is None:
            self.tell(_("There is no choice to undo. In the text ^z takes back what you typed."))
            return
        gone = self.talk.step.place
        self.talk.refresh_route()
        if undone.what == EXTRA and self.talk.step.place != gone:
            self.call_later(self.show)
        elif undone.what == MOVE:
            self._text_changed()
        self.parts.refill()
        self._show_probes()
        self.changed()
        self.tell(undone_words(undone))


def question_choices(desk: Desk, steps: list[Step], here: str = "") -> list[Choice]:
    """The questions to choose from; looked for by their words and by what was answered."""
    return [
        Choice(
            row_id(step),
            f"{step.question}  {inert_line(str(step.text))}",
            " ".join(filter(None, (str(step.theme_name or ""), inert_line(desk.typed_text(step))))),
            row_id(step) == here,
        )
        for step in steps
        if step.notes and not step.gate
    ]
