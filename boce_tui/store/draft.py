"""The text of one field while it is being typed."""

from __future__ import annotations

from typing import Protocol

from boce_tui.store.recovery import DraftState


class Book(Protocol):
    """What a draft needs of :class:`~boce_tui.store.drafts.DraftBook`."""

    def edited(self, draft: Draft, start: int, end: int, inserted: str) -> None:
        """Take one edit into the log."""

    def closed(self, draft: Draft) -> None:
        """Take note that typing is over."""


class Draft:
    """The text of one field while it is being typed. Made by ``DraftBook.open``."""

    def __init__(self, book: Book, state: DraftState) -> None:
        self._book = book
        self.state = state
        """How it stands now; a picture that can be handed to another thread."""

    @property
    def text(self) -> str:
        """The text as typed."""
        return self.state.text

    @property
    def base_rev(self) -> str:
        """The revision it started from or was last saved in; empty when there is none."""
        return self.state.base_rev

    def edit(self, start: int, end: int, inserted: str) -> None:
        """Replace ``text[start:end]``; it is in the log when this returns.

        Raises:
            ValueError: the place is not in the text.
            OSError: the log could not be written; the text itself was changed all the same.
        """
        self._book.edited(self, start, end, inserted)

    def close(self) -> None:
        """Typing is over and the text is in a revision."""
        self._book.closed(self)
