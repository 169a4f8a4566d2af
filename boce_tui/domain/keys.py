"""Keys of items in the dossier: readable paths, the round first."""

from __future__ import annotations

import re
from typing import NamedTuple

GENERAL = "general"
"""Theme id of what holds for no theme in particular."""

NO_THEME = "-"
ALL = "all"

CODE = re.compile(r"^R\d{2,}$")


class AnswerKey(NamedTuple):
    """Where an answer belongs: ``2041/G07/A2/accessibility/all``.

    Attributes:
        round: Round id.
        interview: Interview id within the round (``G01``).
        question: Question id of the question set (``A2``; ``X1`` for an extra question).
        theme: Theme id, or ``-`` for a question that is asked once.
        participant: ``all``, or the code of the one participant it belongs to.
    """

    round: str
    interview: str
    question: str
    theme: str = NO_THEME
    participant: str = ALL

    @classmethod
    def parse(cls, key: str) -> AnswerKey:
        """Read a key; raises ValueError when it has not five parts."""
        parts = key.split("/")
        if len(parts) != 5:
            raise ValueError(f"not an answer key: {key!r}")
        return cls(*parts)

    def __str__(self) -> str:
        return "/".join(self)

    @property
    def theme_or_none(self) -> str | None:
        """The theme id, or None for a question that is asked once."""
        return None if self.theme == NO_THEME else self.theme


def join(*parts: str) -> str:
    """A key from its parts."""
    return "/".join(parts)


def last(key: str) -> str:
    """The last part of a key: the item's own id within its round."""
    return key.rsplit("/", 1)[-1]
