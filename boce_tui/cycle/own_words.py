"""Words of an interviewee are not taken over into what many people read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from boce_tui.domain.text import fold

OWN_WORDS = 5
"""So many words in a row that an interviewee used are theirs, not the evaluator's."""
_WORD = re.compile(r"[^\W_]+")


def taken_over(text: str, said: Iterable[str]) -> bool:
    """True when so many words in a row stand in one of the texts that were said."""
    words = _words(text)
    runs = {tuple(words[at : at + OWN_WORDS]) for at in range(len(words) - OWN_WORDS + 1)}
    return bool(runs) and any(
        tuple(theirs[at : at + OWN_WORDS]) in runs
        for theirs in map(_words, said)
        for at in range(len(theirs) - OWN_WORDS + 1)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
