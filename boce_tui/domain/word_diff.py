"""The difference between two texts, by words: what stayed, what is gone, what is new."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

_WORDS = re.compile(r"\d+(?:[.,:/-]\d+)+\s*|\w+\s*|[^\w\s]\s*|\s+")
"""A number, a version or a date is one word: of 0.9 and 1.0 nobody reads that the 0 stayed."""
_MOST_WORDS = 6_000
"""Above this the texts are compared by lines: comparing by words would take too long to wait for."""


class Change(NamedTuple):
    """A piece of both texts.

    Attributes:
        before: What stood there.
        after: What stands there now.
        same: The words are the same; the blanks between them may differ.
    """

    before: str
    after: str
    same: bool


def word_diff(before: str, after: str) -> list[Change]:
    """The difference; of blanks only line breaks count.

    `before_of` and `after_of` give both texts back, to the letter.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > _MOST_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    match = SequenceMatcher(
        None, [_bare(word) for word in old], [_bare(word) for word in new], autojunk=False
    )
    return [
        Change("".join(old[a:b]), "".join(new[c:d]), kind == "equal")
        for kind, a, b, c, d in match.get_opcodes()
    ]


def before_of(changes: Iterable[Change]) -> str:
    """The text as it was."""
    return "".join(change.before for change in changes)


def after_of(changes: Iterable[Change]) -> str:
    """The text as it is now."""
    return "".join(change.after for change in changes)


def _bare(word: str) -> str:
    """What must be the same for two words to be the same: not how wide the blank behind them is."""
    bare = word.rstrip()
    return bare + "\n" * word[len(bare) :].count("\n")
