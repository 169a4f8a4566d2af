"""Finds many forms in a text at once, however they are typed. Knows nothing of people; see `giveaways`.

The text is folded (no case, no accents, nothing invisible) with the way back to its own offsets, and cut into
words. The forms stand in one tree of words, so the time taken does not depend on how many there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from boce_tui.domain.text import fold

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"(?!\s*\n\s*\n)\s{0,8}[.,/@_'’`\-‐‑‒–—]{0,2}\s{0,8}")
"""What may stand between the words of one name."""
_WITHIN_SENTENCE = re.compile(r"(?!\s*\n\s*\n)[\s\-‐‑]{1,16}")
_NUMBER = re.compile(r"(?<![\d+])(?:\+|00)?\d[\d \t.\-/()]{4,18}\d(?!\d)")
_MIN_LOCAL = 6
"""A phone number counts when at least this many of its last digits stand there."""


class Form(NamedTuple):
    """One thing to look for."""

    text: str
    kind: str
    who: str
    severity: str
    capital: bool = False
    """Only counts when one of its words that has a capital in the form has one in the text."""
    exact: bool = False
    """Capitals and full stops count (initials)."""


class Token(NamedTuple):
    """A folded word with its place in the text itself."""

    word: str
    start: int
    end: int


class _Node:
    __slots__ = ("forms", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.forms: list[Form] = []


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    return fold(char)


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """`text` folded, and for each character of the result its offset in `text`."""
    if text.isascii() and text.isprintable():
        return text.lower(), range(len(text))
    parts: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        folded = _folded(char)
        parts.append(folded)
        places.extend([place] * len(folded))
    return "".join(parts), places


def words(text: str) -> list[Token]:
    """The folded words of `text`, each with its place in `text`."""
    folded, places = fold_with_places(text)
    return [
        Token(match[0], places[match.start()], _after_marks(text, places[match.end() - 1] + 1))
        for match in _WORD.finditer(folded)
    ]


def _after_marks(text: str, end: int) -> int:
    """Past the accents that stand as characters of their own behind a word."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def phone_digits(text: str) -> str:
    """A phone number as its national digits: ``+31 (0)6-1234 5678`` becomes ``0612345678``."""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if text.lstrip().startswith("+") or digits.startswith("00"):
        digits = re.sub(r"^(?:00)?31", "0", digits)
    return digits


class Search:
    """A prepared search for many forms.

    Args:
        forms: What to look for.
        phrases: True when the words of a form are joined by spaces only, as in a sentence.
    """

    def __init__(self, forms: Sequence[Form], *, phrases: bool = False) -> None:
        self._root = _Node()
        self._between = _WITHIN_SENTENCE if phrases else _BETWEEN
        self._phones: dict[str, Form] = {}
        for form in forms:
            if form.kind == "phone":
                digits = phone_digits(form.text)
                if len(digits) >= _MIN_LOCAL:
                    self._phones.setdefault(digits, form)
                continue
            node = self._root
            tokens = words(form.text)
            for token in tokens:
                node = node.next.setdefault(token.word, _Node())
            if tokens:
                node.forms.append(form)

    def matches(self, text: str) -> Iterator[tuple[Form, int, int]]:
        """Every place, from left to right, without overlap; the longest form first."""
        if self._phones:
            yield from self._numbers(text)
        if not self._root.next:
            return
        tokens = words(text)
        place = 0
        while place < len(tokens):
            found = self._longest(text, tokens, place)
            if found:
                form, after = found
                yield form, tokens[place].start, _end(text, form, tokens[after - 1].end)
                place = after
            else:
                place += 1

    def _longest(self, text: str, tokens: list[Token], place: int) -> tuple[Form, int] | None:
        node, best = self._root, None
        for index in range(place, len(tokens)):
            token = tokens[index]
            if index > place and not self._joined(text[tokens[index - 1].end : token.start]):
                break
            for end_node in _ends(node, token.word):
                form = next((f for f in end_node.forms if _counts(f, text, tokens[place : index + 1])), None)
                if form:
                    best = form, index + 1
                    break
            following = node.next.get(token.word)
            if following is None:
                break
            node = following
        return best

    def _joined(self, gap: str) -> bool:
        """Whether two words with this between them may belong together."""
        return bool(self._between.fullmatch(gap if gap.isascii() else "".join(map(_folded, gap))))

    def _numbers(self, text: str) -> Iterator[tuple[Form, int, int]]:
        for match in _NUMBER.finditer(text):
            digits = phone_digits(match[0])
            if len(digits) < _MIN_LOCAL:
                continue
            form = self._phones.get(digits) or next(
                (form for known, form in self._phones.items() if known.endswith(digits)), None
            )
            if form:
                yield form, match.start(), match.end()


def _ends(node: _Node, word: str) -> Iterator[_Node]:
    """Where a form may end with this word, or with this word less a genitive s."""
    if word in node.next:
        yield node.next[word]
    if len(word) > 3 and word.endswith("s") and word[:-1] in node.next:
        yield node.next[word[:-1]]


def _end(text: str, form: Form, end: int) -> int:
    """Initials end with their full stop."""
    return end + 1 if form.exact and form.text.endswith(".") and text[end : end + 1] == "." else end


def _counts(form: Form, text: str, tokens: Sequence[Token]) -> bool:
    if form.exact:
        return _same_initials(form, text, tokens)
    if not form.capital:
        return True
    wanted = [t for t in words(form.text) if form.text[t.start].isupper()]
    if not wanted:
        return True
    named = {t.word for t in wanted}
    said = [t for t in tokens if t.word in named or t.word.removesuffix("s") in named]
    return any(text[t.start].isupper() for t in said)


def _same_initials(form: Form, text: str, tokens: Sequence[Token]) -> bool:
    mine = words(form.text)
    letters = "".join(form.text[t.start : t.end] for t in mine)
    theirs = "".join(text[t.start : t.end] for t in tokens)
    if theirs != letters and not (len(letters) > 2 and theirs == letters.upper()):
        return False
    between = [text[a.end : b.start] for a, b in pairwise(tokens)]
    return all(gap.startswith(".") for gap in between)
