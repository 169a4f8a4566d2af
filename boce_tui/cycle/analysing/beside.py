"""What goes with the answers of a round when they are read back: free notes, and passages from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.interviewing.noting import passage_words
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.noting import Note, Passage
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Beside:
    """A note or passage that belongs to an answer.

    Attributes:
        entity: ``note`` or ``passage``.
        key: Its key.
        text: The words.
        at: When it was made, ISO in UTC.
        source: Of a passage: the question it stands at.
        people: Of a note: the codes it is about; empty = everyone at the table.
    """

    entity: str
    key: str
    text: str
    at: str
    source: str = ""
    people: tuple[str, ...] = ()


def beside_answers(dossier: Dossier, round_id: str) -> dict[str, list[Beside]]:
    """Key of an answer -> what belongs to it, the oldest first."""
    prefix = f"{round_id}/"
    found: dict[str, list[Beside]] = {}
    for key, note in dossier.values(Note, prefix).items():
        if note.answer and note.text.strip():
            item = Beside(Note.entity, key, note.text, note.at, people=note.speakers)
            found.setdefault(note.answer, []).append(item)
    for key, passage in dossier.values(Passage, prefix).items():
        answer = dossier.value(Answer, passage.source)
        words = passage_words(passage, answer.text if answer else "")
        source = AnswerKey.parse(passage.source).question
        item = Beside(Passage.entity, key, words, passage.at, source=source)
        found.setdefault(passage.target, []).append(item)
    return {key: sorted(items, key=lambda item: (item.at, item.key)) for key, items in found.items()}
