"""The answers of one interview: kept current in memory, changed by revisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from boce_tui.cycle.locking import check_open
from boce_tui.domain.answers import Value
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import ALL, NO_THEME, AnswerKey, join
from boce_tui.instruments.routing import AnswerPlace
from boce_tui.store import Dossier, Stored

Change = Callable[[Answer], Answer]


class AnswerBook:
    """All answers of an interview.

    Text may be written on the database thread (by a field's saver) while the screen reads.
    """

    def __init__(self, dossier: Dossier, round_id: str, interview_id: str) -> None:
        self._dossier = dossier
        self._prefix = f"{round_id}/{interview_id}/"
        self._ids = (round_id, interview_id)
        self._items: dict[AnswerKey, Stored[Answer]] = {}

    def reload(self) -> None:
        """Read them all again."""
        self._items = {AnswerKey.parse(item.key): item for item in self._dossier.all(Answer, self._prefix)}

    def key(self, question: str, theme: str | None, participant: str = ALL) -> AnswerKey:
        """Key of an answer of this interview."""
        return AnswerKey(*self._ids, question, theme or NO_THEME, participant)

    def stored(self, key: AnswerKey) -> Stored[Answer] | None:
        """The current revision of an answer, or None."""
        return self._items.get(key)

    def value(self, key: AnswerKey) -> Answer:
        """The answer as it is stored now; an empty one when there is none."""
        item = self._items.get(key)
        return item.value if item and item.value else Answer()

    def at(self, question: str, theme: str | None, codes: Sequence[str]) -> list[Answer]:
        """Everything answered at a place: for everyone first, then per participant."""
        keys = (self.key(question, theme, who) for who in (ALL, *codes))
        return [item.value for key in keys if (item := self._items.get(key)) and item.value]

    def __iter__(self) -> Iterator[tuple[AnswerKey, Answer]]:
        for key, item in sorted(self._items.copy().items()):
            if item.value is not None:
                yield key, item.value

    def given(self) -> dict[AnswerPlace, dict[str, Value]]:
        """The answers as routing wants them."""
        return given(dict(self))

    def change(self, key: AnswerKey, how: Change) -> Stored[Answer]:
        """Change one answer by a revision; none when nothing changed.

        Args:
            key: Which answer.
            how: Makes the new answer from the current one.

        Raises:
            BadInput: The record of the interview is approved.
        """
        with self._dossier.change() as change:
            check_open(change, join(key.round, key.interview))
            before = change.value(Answer, str(key)) or Answer()
            stored = change.save(how(before), str(key))
        self._items[key] = stored
        return stored

    def restore(self, key: AnswerKey, before: Answer) -> None:
        """Bring back everything of an earlier answer except its texts, which have an undo of their own."""
        self.change(
            key, lambda now: msgspec.structs.replace(before, text=now.text, worked_out=now.worked_out)
        )

    def undo_stored(self, key: AnswerKey) -> bool:
        """Take back the last revision of an answer, unless that was text; False when there is nothing."""
        history = self._dossier.history(Answer, str(key))
        texts = [
            (item.value.text, item.value.worked_out) if item.value else ("", "") for item in history[-2:]
        ]
        if not history or (len(texts) == 1 and any(texts[0])) or len(set(texts)) > 1:
            return False
        check_open(self._dossier, join(key.round, key.interview))
        undone = self._dossier.undo(Answer, str(key))
        if undone is None:
            return False
        self._items[key] = undone
        return True


def given(answers: Mapping[AnswerKey, Answer]) -> dict[AnswerPlace, dict[str, Value]]:
    """Answers as routing wants them: what is empty or only skipped is left out."""
    found: dict[AnswerPlace, dict[str, Value]] = {}
    for key, answer in answers.items():
        if answer.empty or (answer.skipped and not answer.values):
            continue
        place: AnswerPlace = (key.question, key.theme_or_none)
        if key.participant != ALL:
            place = (*place, key.participant)
        found[place] = dict(answer.values)
    return found
