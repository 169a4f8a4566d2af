"""Where words that were taken from a text stand in it now, after others or the same person edited it.

Words are tied to their place by position and by text: `anchor` notes both with a little of what stood around
them, `find_again` looks them up in a later text:

* ``same``: the very words are there; of equal sentences the one whose surroundings and place fit best;
* ``changed``: the sentence is there with other words in it, or a letter more on a word at its edge;
* ``gone``: nothing that looks like it is there any more.

All offsets are code points.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from heapq import nsmallest
from typing import Literal, NamedTuple

CONTEXT = 32
"""Code points that are remembered on either side."""
_EQUALS = 64
"""Of more equal places than this only the nearest are weighed."""
_FAR = 1000
_NEARNESS = 0.5
"""How much being far away counts against surroundings that fit."""
_ALIKE, _ALIKE_BETWEEN = 0.5, 0.4
"""How much of the words has to be left; less is enough where both sides are still the same."""
_SHORT_SIDE = 8
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_STOP = re.compile(r"[.!?…\n]")
_TRAILING = re.compile(r"[^\w\s]+")

Kind = Literal["same", "changed", "gone"]


class Anchor(NamedTuple):
    """Words and their place when they were taken.

    Attributes:
        text: The words.
        start: Offset of the first one.
        before: What stood before them, at most ``CONTEXT`` code points.
        after: What stood behind them.
    """

    text: str
    start: int
    before: str = ""
    after: str = ""


class Place(NamedTuple):
    """Where they stand now.

    Attributes:
        kind: ``same``, ``changed`` or ``gone``.
        begin: Offset of the first code point; -1 when they are gone.
        end: Offset behind the last one.
    """

    kind: Kind
    begin: int = -1
    end: int = -1


GONE = Place("gone")


def anchor(text: str, begin: int, end: int) -> Anchor:
    """Tie ``text[begin:end]`` to its place."""
    return Anchor(text[begin:end], begin, text[max(0, begin - CONTEXT) : begin], text[end : end + CONTEXT])


def find_again(text: str, taken: Anchor) -> Place:
    """Find the words in a text that may have been edited since.

    Args:
        text: The text now.
        taken: The words and where they were.
    """
    if not taken.text:
        return GONE
    begin = taken.start
    if begin >= 0 and text.startswith(taken.text, begin) and _fit(text, begin, taken) == 1:
        return Place("same", begin, begin + len(taken.text))
    equal = (at for at in _equals(text, taken.text) if _whole(text, at, taken))
    places = nsmallest(_EQUALS, equal, key=lambda at: abs(at - taken.start))
    if places:
        begin = max(places, key=lambda at: _score(text, at, taken))
        return Place("same", begin, begin + len(taken.text))
    return _changed(text, taken)


def _equals(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _whole(text: str, begin: int, taken: Anchor) -> bool:
    """Whether no letter was put against the first or the last word: "clear" is not said by "unclear"."""
    end = begin + len(taken.text)
    before, after = text[max(0, begin - 1) : begin], text[end : end + 1]
    return not (_glued(before + taken.text[0]) and not _glued(taken.before[-1:] + taken.text[0])) and not (
        _glued(taken.text[-1] + after) and not _glued(taken.text[-1] + taken.after[:1])
    )


def _glued(pair: str) -> bool:
    return len(pair) == 2 and pair[0].isalnum() and pair[1].isalnum()


def _score(text: str, begin: int, taken: Anchor) -> float:
    far = min(abs(begin - taken.start), _FAR) / _FAR
    return _fit(text, begin, taken) - _NEARNESS * far


def _fit(text: str, begin: int, taken: Anchor) -> float:
    """How much of the surroundings is the same, 0 to 1."""
    wanted = len(taken.before) + len(taken.after)
    if not wanted:
        return 1 if begin == taken.start else 0
    end = begin + len(taken.text)
    before, after = text[max(0, begin - CONTEXT) : begin], text[end : end + CONTEXT]
    return (_common(taken.before[::-1], before[::-1]) + _common(taken.after, after)) / wanted


def _common(one: str, other: str) -> int:
    """The number of characters both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _changed(text: str, taken: Anchor) -> Place:
    """The sentence with other words in it."""
    found: list[tuple[float, Place]] = []
    between = _between(text, taken)
    if between:
        now = text[between.begin : between.end]
        alike = max(_alike(taken.text, now), SequenceMatcher(None, taken.text, now, autojunk=False).ratio())
        if alike >= _ALIKE_BETWEEN:
            found.append((alike, between))
    window = _window(text, taken)
    if window:
        alike = _alike(taken.text, text[window.begin : window.end])
        if alike >= _ALIKE:
            found.append((alike, window))
    return max(found, key=lambda item: item[0])[1] if found else GONE


def _between(text: str, taken: Anchor) -> Place | None:
    """What stands now between the surroundings as they were, when those are both there."""
    most = 3 * len(taken.text) + 200
    for size in (CONTEXT, CONTEXT // 2, _SHORT_SIDE):
        before, after = taken.before[-size:], taken.after[:size]
        if len(after) < min(size, _SHORT_SIDE) or (len(before) < min(size, _SHORT_SIDE) and taken.start):
            continue
        ends = [at + len(before) for at in _equals(text, before)] if before else [0]
        for begin in nsmallest(_EQUALS, ends, key=lambda at: abs(at - taken.start)):
            end = text.find(after, begin, begin + most + len(after))
            if end > begin and text[begin:end].strip():
                return Place("changed", begin, end)
    return None


def _window(text: str, taken: Anchor) -> Place | None:
    """The stretch that has most words in common, the nearest of equal ones."""
    wanted = [match[0].casefold() for match in _WORD.finditer(taken.text)]
    there = list(_WORD.finditer(text))
    if len(wanted) < 2 or not there:
        return None
    said = [match[0].casefold() for match in there]
    at = _best_window(wanted, said, [match.start() for match in there], taken.start)
    slack = len(wanted) // 2 + 2
    first, last = max(0, at - slack), min(len(said), at + len(wanted) + slack)
    blocks = SequenceMatcher(None, wanted, said[first:last], autojunk=False).get_matching_blocks()[:-1]
    if sum(block.size for block in blocks) < 2:
        return None
    head, tail = blocks[0], blocks[-1]
    begin = _back(text, there, first + head.b, head.a)
    missing = len(wanted) - tail.a - tail.size
    end = _forth(text, there, first + tail.b + tail.size - 1, missing)
    return Place("changed", begin, _to_the_stop(text, end, taken.text))


def _to_the_stop(text: str, end: int, taken: str) -> int:
    """The end of the sentence where whole sentences were taken; else with the signs behind the last word."""
    stop = _STOP.search(text, end, end + len(taken)) if _STOP.fullmatch(taken[-1]) else None
    if stop and stop[0] != "\n":
        end = stop.start()
    trailing = _TRAILING.match(text, end) if _TRAILING.fullmatch(taken[-1]) else None
    return trailing.end() if trailing else end


def _best_window(wanted: Sequence[str], said: Sequence[str], offsets: Sequence[int], near: int) -> int:
    """Index of the first word of the stretch of as many words that has most of them."""
    left, size = Counter(wanted), len(wanted)
    best, score, hits = 0, (-1, 0), 0
    for index, word in enumerate(said):
        hits += left[word] > 0
        left[word] -= 1
        out = index - size
        if out >= 0:
            left[said[out]] += 1
            hits -= left[said[out]] > 0
        begin = max(0, out + 1)
        now = (hits, -abs(offsets[begin] - near))
        if now > score:
            best, score = begin, now
    return best


def _back(text: str, there: Sequence[re.Match[str]], index: int, words: int) -> int:
    """Begin of the word so many words earlier, within the sentence."""
    begin = there[index].start()
    for match in reversed(there[max(0, index - words) : index]):
        if _STOP.search(text, match.end(), begin):
            break
        begin = match.start()
    return begin


def _forth(text: str, there: Sequence[re.Match[str]], index: int, words: int) -> int:
    """End of the word so many words on, within the sentence."""
    end = there[index].end()
    for match in there[index + 1 : index + 1 + words]:
        if _STOP.search(text, end, match.start()):
            break
        end = match.end()
    return end


def _alike(one: str, other: str) -> float:
    a, b = ([match[0].casefold() for match in _WORD.finditer(text)] for text in (one, other))
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
