"""What goes with the questions of an interview: notes, extra questions, words that belong elsewhere."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from boce_tui.cycle.interviewing import belonging
from boce_tui.cycle.interviewing.answering import Answering, Undone
from boce_tui.cycle.interviewing.extra import ExtraBook
from boce_tui.cycle.interviewing.noting import NoteBook, PassageBook
from boce_tui.cycle.interviewing.recovery import EXTRA, NOTE, Found
from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.keys import ALL, AnswerKey
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.model import Instrument
from boce_tui.instruments.steps import Step
from boce_tui.store import Dossier, Stored

MOVE, LINK = "move", "link"
"""What an undo was of, as well as `NOTE` and `EXTRA`; see `Undone.what`."""


class Beside(Answering, ABC):
    """The answers of an interview and what goes with them.

    Attributes:
        notes: Free notes.
        extras: Extra questions.
        passages: Passages that belong to another question too.
    """

    instrument: Instrument

    @property
    @abstractmethod
    def step(self) -> Step:
        """The step where the conversation is now."""

    def __init__(self, dossier: Dossier, round_id: str, interview_id: str, people: list[Profile]) -> None:
        super().__init__(dossier, round_id, interview_id, people)
        self.notes = NoteBook(dossier, round_id, interview_id)
        self.extras = ExtraBook(dossier, round_id, interview_id)
        self.passages = PassageBook(dossier, round_id, interview_id)

    def reload(self) -> None:
        """Read everything of the interview again."""
        for book in (self.answers, self.quotes, self.notes, self.extras, self.passages):
            book.reload()

    # -- notes -------------------------------------------------------------------------------------

    def notes_at(self, step: Step) -> list[tuple[str, Note]]:
        """The notes that belong to a step."""
        return self.notes.at(step.question, step.theme)

    def link_note(self, key: str, step: Step | None, participant: str = ALL) -> Stored[Note] | None:
        """Say to which question a note belongs; None: to no question."""
        return self.change_note(key, answer=str(self.key(step, participant)) if step else "")

    def change_note(self, key: str, **changes: Any) -> Stored[Note] | None:
        """Change to what a note belongs or who it is about; can be taken back."""
        before = self.notes.value(key)
        stored = self.notes.change(key, **changes)
        if before is not None and stored is not None and stored.value != before:
            old = {name: getattr(before, name) for name in changes}
            self._took(self._note_place(before), NOTE, lambda: self.notes.change(key, **old))
        return stored

    def remove_note(self, key: str) -> None:
        """Delete a note; can be taken back."""
        note = self.notes.value(key)
        if note is not None:
            self.notes.remove(key)
            self._took(self._note_place(note), NOTE, lambda: self.notes.put(key, note))

    def _note_place(self, note: Note) -> AnswerKey:
        return AnswerKey.parse(note.answer) if note.answer else self.answers.key("", None)

    # -- extra questions ---------------------------------------------------------------------------

    def new_extra(self, step: Step) -> tuple[str, ExtraQuestion]:
        """Id and place of an extra question that is thought of at a step; nothing is kept yet."""
        taken = {key.question for key, _answer in self.answers}
        taken |= {question.id for question in self.instrument.questions}
        where = ExtraQuestion(
            at=self.extras.moment(),
            after=step.question,
            section=step.section,
            theme=step.theme or "",
        )
        return self.extras.new_id(taken), where

    def made_extra(self, question: str) -> None:
        """An extra question was put on the route: that can be taken back while it has no answer."""
        key = self.extras.prefix + question
        extra = self.extras.value(key)
        if extra is not None:
            place = self.answers.key(question, extra.theme or None)
            self._took(place, EXTRA, lambda: self.extras.remove(key))

    # -- after an unclean end ------------------------------------------------------------------------

    def bring_back(self, item: Found) -> None:
        """Keep a note, or the wording of an extra question, that an unclean end left behind.

        Where the dossier went on without it both texts are kept, under each other.
        """
        recovered = item.recovered
        key = recovered.field.split(":")[1]
        text = self.dossier.drafts.accept(recovered.field)
        if recovered.conflict and recovered.saved_text.strip():
            text = f"{recovered.saved_text}\n{text}"
        where = self.new_extra(self.step)[1]

        def write(words: str) -> Stored[Any] | None:
            if item.part == NOTE:
                return self.notes.write(key, words, recovered.at)
            return self.extras.write(item.key.question, words, where)

        saver = FieldSaver(self.dossier, recovered.field, recovered.saved_text, recovered.base_rev, write)
        saver.edited(0, len(recovered.saved_text), text)
        saver.leave(wait=True)

    # -- words that belong elsewhere -----------------------------------------------------------------

    def move_words(self, here: Step, there: Step, begin: int, end: int, participant: str = ALL) -> None:
        """Move ``text[begin:end]`` of an answer to another question; see :func:`belonging.move`."""
        source, target = self.key(here, participant), self._whose(there, participant)
        back = belonging.move(self, source, target, begin, end)
        self._taken.append((Undone(target, what=MOVE, source=source), back))

    def link_words(
        self, here: Step, there: Step, begin: int, end: int, participant: str = ALL
    ) -> Stored[Passage]:
        """Say that ``text[begin:end]`` of an answer belongs to another question too."""
        source, target = self.key(here, participant), self._whose(there, participant)
        text = self.answers.value(source).text
        known = {key for key, _item in self.passages.values()}
        stored = self.passages.link(str(source), str(target), text, begin, end)
        if stored.key not in known:
            self._took(target, LINK, lambda: self.passages.remove(stored.key))
        return stored

    def unlink_words(self, key: str) -> None:
        """The words belong only where they stand; can be taken back."""
        passage = self.passages.value(key)
        if passage is not None:
            self.passages.remove(key)
            place = AnswerKey.parse(passage.target)
            self._took(place, LINK, lambda: self.passages.put(key, passage))

    def passages_at(self, step: Step) -> list[tuple[str, Passage]]:
        """The passages from other answers that belong to a step too."""
        return self.passages.at(step.question, step.theme)

    def _whose(self, step: Step, participant: str) -> AnswerKey:
        return self.key(step, participant if participant in step.participants else ALL)

    # -- taking back -------------------------------------------------------------------------------

    def last_move(self, here: Step) -> Undone | None:
        """The move from or to this step that was the last thing done, or None."""
        last = self._taken[-1][0] if self._taken else None
        if last is None or last.what != MOVE:
            return None
        places = [(key.question, key.theme_or_none) for key in (last.key, last.source) if key]
        return last if here.place in places else None

    @property
    def last_what(self) -> str:
        """What the last thing was that can be taken back; empty when it was a choice, a quote or nothing."""
        return self._taken[-1][0].what if self._taken else ""

    def _took(self, place: AnswerKey, what: str, back: Any) -> None:
        self._taken.append((Undone(place, what=what), back))
