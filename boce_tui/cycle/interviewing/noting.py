"""Free notes beside the questions of one interview (R27), and passages that belong elsewhere too."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import msgspec

from boce_tui.domain.anchors import Place, anchor, find_again
from boce_tui.domain.base import Entity
from boce_tui.domain.keys import NO_THEME
from boce_tui.domain.noting import Note, Passage
from boce_tui.domain.text import clean_entry
from boce_tui.store import Dossier, Stored
from boce_tui.store.ident import iso

T = TypeVar("T", bound=Entity)


class Book(Generic[T]):
    """Everything of one kind in an interview, kept current while it is conducted.

    Text may be written on the database thread (by a field's saver) while the screen reads.
    """

    kind: type[T]

    def __init__(self, dossier: Dossier, round_id: str, interview_id: str) -> None:
        self.dossier = dossier
        self.prefix = f"{round_id}/{interview_id}/"
        self._items: dict[str, Stored[T]] = {}

    def reload(self) -> None:
        """Read them again."""
        self._items = {item.key: item for item in self.dossier.all(self.kind, self.prefix)}

    def get(self, key: str) -> Stored[T] | None:
        """One of them, or None."""
        return self._items.get(key)

    def value(self, key: str) -> T | None:
        """One of them itself, or None."""
        item = self._items.get(key)
        return item.value if item else None

    def put(self, key: str, value: T) -> Stored[T]:
        """Make this the one with that key."""
        stored = self.dossier.save(value, key)
        self._items[key] = stored
        return stored

    def remove(self, key: str) -> None:
        """Delete it (undo brings it back)."""
        self.dossier.delete(self.kind, key)
        self._items.pop(key, None)

    def values(self) -> list[tuple[str, T]]:
        """Key and item of all of them, by key."""
        return [(key, item.value) for key, item in sorted(self._items.copy().items()) if item.value]

    def moment(self) -> str:
        """Now, as it is stored."""
        return iso(self.dossier.env.now())

    def new_key(self) -> str:
        """A key that is free, on any laptop."""
        return f"{self.prefix}{self.dossier.env.entropy(4).hex()}"


class NoteBook(Book[Note]):
    """The notes of an interview."""

    kind = Note

    def all(self) -> list[tuple[str, Note]]:
        """Every note that says something, the oldest first."""
        said = [(key, note) for key, note in self.values() if note.text.strip()]
        return sorted(said, key=lambda item: (item[1].at, item[0]))

    def at(self, question: str, theme: str | None) -> list[tuple[str, Note]]:
        """The notes that belong to one question (and theme)."""
        start = f"{self.prefix}{question}/{theme or NO_THEME}/"
        return [(key, note) for key, note in self.all() if note.answer.startswith(start)]

    def write(self, key: str, text: str, at: str) -> Stored[Note] | None:
        """Store the text of a note; a note that never said anything is not made."""
        text = clean_entry(text)
        known = self.value(key)
        if known is None and not text.strip():
            return None
        return self.put(key, msgspec.structs.replace(known or Note(at=at), text=text))

    def change(self, key: str, **changes: Any) -> Stored[Note] | None:
        """Change something of a note; None when it is not there."""
        known = self.value(key)
        return self.put(key, msgspec.structs.replace(known, **changes)) if known else None


class PassageBook(Book[Passage]):
    """The passages of an interview that belong to another question too."""

    kind = Passage

    def at(self, question: str, theme: str | None) -> list[tuple[str, Passage]]:
        """The passages from elsewhere that belong to one question (and theme)."""
        start = f"{self.prefix}{question}/{theme or NO_THEME}/"
        return [(key, item) for key, item in self.values() if item.target.startswith(start)]

    def of(self, source: str) -> list[tuple[str, Passage]]:
        """The passages in one answer."""
        return [(key, item) for key, item in self.values() if item.source == source]

    def link(self, source: str, target: str, text: str, begin: int, end: int) -> Stored[Passage]:
        """Say that ``text[begin:end]`` of the source belongs to the target too; twice is once."""
        words = anchor(text, begin, end)
        for key, known in self.of(source):
            if known.target == target and passage_place(known, text)[1:] == (begin, end):
                return self._items[key]
        made = Passage(
            source=source,
            target=target,
            text=words.text,
            start=begin,
            before=words.before,
            after=words.after,
            at=self.moment(),
        )
        return self.put(self.new_key(), made)


def passage_place(passage: Passage, text: str) -> Place:
    """Where a passage stands in the text of its source now."""
    return find_again(text, passage.anchor)


def passage_words(passage: Passage, text: str) -> str:
    """What a passage says now in the text of its source; what it said when that is gone."""
    place = passage_place(passage, text)
    return text[place.begin : place.end] if place.kind != "gone" else passage.text
