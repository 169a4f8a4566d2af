"""Which words of a returned file stood in the one that was sent, however they were wrapped or moved."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_LINK = re.compile(r"\]\(#[^()\s]{0,200}\)|^\(#\d+-[\w-]{1,200}\)")
"""Where a link within the report leads to: it is gone when somebody copies the page they see."""
_DROPPED = re.compile(r"[^\w.,:;?!%€/=]|_")
_ALIKE = 0.6
_COMPARED = 400
"""So many letters of the file are compared at once."""
_INDEXED = 8
_COPIED = 6
"""From this length on, a text of the report that came back already is a copy of it, and nothing new."""
_WITH_REST = 15
"""From this length on, words may go on behind a text of the report on the same line."""
_IN_FIELD = 30
"""From this length on, a text of the report ends what somebody wrote in a field."""


@dataclass
class Original:
    """A paragraph, item or row of the file that was sent.

    Attributes:
        key: Its letters, digits and sentence marks, without anything an editor may change.
        text: What stood there.
        near: Mark of the place it stands at or before.
        inside: It stands within a place to fill in.
        found: It came back.
    """

    key: str
    text: str
    near: str
    inside: bool
    found: bool = False


@dataclass(frozen=True)
class Piece:
    """A line of words that came back.

    Attributes:
        text: The words.
        line: Line of the file.
        block: Lines of one paragraph have the same number.
        written: It stands directly behind a label: somebody wrote it.
        lead: The sign or number of the item of a list that it begins; editors change those.
    """

    text: str
    line: int
    block: int = 0
    written: bool = False
    cell: bool = False
    lead: str = ""


Segment = Original | list[Piece]


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def squeeze(text: str) -> str:
    """`text` as it is compared: the same however it was wrapped, indented or set."""
    return _squeezed(text)[0]


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Also where each character of it stands in the text."""
    plain = _LINK.sub(_blanks, _TAG.sub(_blanks, text))
    key: list[str] = []
    places: list[int] = []
    for place, char in enumerate(plain):
        if char.isascii() and char.isalnum():
            key.append(char.lower())
            places.append(place)
            continue
        for one in _DROPPED.sub("", unicodedata.normalize("NFKC", char).casefold()):
            key.append(one)
            places.append(place)
    return "".join(key), places


class _Same:
    """Texts with the same words: the labels of every place are, so they are tried once and not one by one."""

    def __init__(self) -> None:
        self._all: deque[Original] = deque()
        self._near: dict[str, list[Original]] = {}

    def add(self, one: Original) -> None:
        """One more with these words."""
        self._all.append(one)
        self._near.setdefault(one.near, []).append(one)

    def first(self, here: str, *, own: bool) -> Original | None:
        """The first that did not come back yet, one of the place `here` before others.

        Args:
            here: Mark of the place.
            own: Only what stands within that place.
        """
        for one in self._near.get(here, ()):
            if not one.found and (one.inside or not own):
                return one
        if own:
            return None
        while len(self._all) > 1 and self._all[0].found:
            self._all.popleft()
        return next((one for one in self._all if not one.found), None)

    def again(self) -> Original | None:
        """One that came back already: somebody copied it, or the file is there twice."""
        return self._all[0] if self._all else None


class Matcher:
    """The texts of the file that was sent, each to be found once."""

    def __init__(self, originals: Sequence[Original]) -> None:
        self.originals = [one for one in originals if one.key]
        self._index: dict[str, dict[str, _Same]] = {}
        for one in self.originals:
            self._index.setdefault(one.key[:_INDEXED], {}).setdefault(one.key, _Same()).add(one)

    def segments(self, pieces: Sequence[Piece], here: str, *, in_field: bool) -> list[Segment]:
        """What of a run of words is of the report, and what is new.

        Args:
            pieces: Lines that stand together.
            here: Mark of the place they stand in, or empty.
            in_field: They stand behind a label.
        """
        found: list[Segment] = []
        queue = list(pieces)
        keys = [_squeezed(piece.text) for piece in queue]
        at = 0
        while at < len(queue):
            match = None if queue[at].written else self._match(queue, keys, at, here, in_field)
            if match is None:
                if found and isinstance(found[-1], list):
                    found[-1].append(queue[at])
                else:
                    found.append([queue[at]])
                at += 1
                continue
            original, at, rest = match
            # The fixed words of a place may come back more often: blocks are copied.
            original.found = not original.inside
            in_field = in_field and original.inside
            found.append(original)
            if rest is not None:
                queue[at], keys[at] = rest, _squeezed(rest.text)
        return found

    def _match(
        self, queue: list[Piece], keys: list[tuple[str, list[int]]], at: int, here: str, in_field: bool
    ) -> tuple[Original, int, Piece | None] | None:
        first = keys[at][0]
        head, after = first, at + 1
        starts = {head} if head else set()
        while head and len(head) < _INDEXED and after < len(queue) and not queue[after].written:
            head += keys[after][0]
            starts.add(head)
            after += 1
        starts = {start[:_INDEXED] for start in starts}
        while head and len(head) < _COMPARED and after < len(queue) and not queue[after].written:
            head += keys[after][0]
            after += 1
        best: tuple[int, bool, Original, int, Piece | None] | None = None
        for start in starts:
            for key, same in self._index.get(start, {}).items():
                # Many texts begin alike: most are told apart by what stands here.
                if (best and len(key) < best[0]) or not (head.startswith(key) or key.startswith(head)):
                    continue
                original = same.first(here, own=in_field and len(key) < _IN_FIELD)
                if original is None and not in_field and len(key) >= _COPIED:
                    original = same.again()
                end = _end(queue, keys, at, key) if original is not None else None
                if original is None or end is None:
                    continue
                rank = (len(original.key), original.near == here)
                if best is None or rank > best[:2]:
                    best = (*rank, original, *end)
        return best[2:] if best else None

    def alike(self, text: str, least: float = _ALIKE) -> Original | None:
        """The text of the report that did not come back and that this one was most probably made of."""
        words = text.split()
        known = set(words)
        best, found = least, None
        for original in self.originals:
            if original.found or original.inside or len(original.key) < _WITH_REST:
                continue
            others = original.text.split()
            if 2 * len(known & set(others)) < len(set(others)) * _ALIKE:
                continue
            ratio = SequenceMatcher(None, others, words, autojunk=False).ratio()
            if ratio >= best or (len(others) > 5 and _holds(words, others)):
                best, found = max(best, ratio), original
        return found


def _holds(words: list[str], others: list[str]) -> bool:
    """All words of a text stand in another one, with words in between or around them."""
    matcher = SequenceMatcher(None, others, words, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= 0.95 * len(others)


def _end(
    queue: list[Piece], keys: list[tuple[str, list[int]]], at: int, wanted: str
) -> tuple[int, Piece | None] | None:
    """Where a text ends that begins at `at`: the next line, and what stands behind it on its last one."""
    short = len(wanted) < _WITH_REST
    while at < len(queue):
        key, places = keys[at]
        if len(wanted) <= len(key):
            if not key.startswith(wanted):
                return None
            if len(wanted) == len(key):
                return at + 1, None
            if short:
                return None
            piece = queue[at]
            rest = piece.text[places[len(wanted) - 1] + 1 :].strip()
            return at, Piece(rest, piece.line, piece.block, cell=piece.cell)
        if not wanted.startswith(key):
            return None
        wanted = wanted[len(key) :]
        at += 1
        if at < len(queue) and queue[at].written:
            return None
    return None


def joined(pieces: Sequence[Piece], *, leads: bool = True) -> str:
    """The words as they stood: lines, cells of a row beside each other, paragraphs apart.

    Args:
        pieces: The words.
        leads: With the signs and numbers of lists.
    """
    text = ""
    before: Piece | None = None
    for piece in pieces:
        if before is not None:
            same_row = piece.cell and before.cell and piece.line == before.line
            text += " | " if same_row else "\n" if piece.block == before.block or piece.cell else "\n\n"
        text += piece.lead + piece.text if leads else piece.text
        before = piece
    return text
