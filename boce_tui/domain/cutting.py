"""Moving words from one text to another: nothing is lost and nothing is there twice."""

from __future__ import annotations

from typing import NamedTuple


class Cut(NamedTuple):
    """A text without some of its words.

    Attributes:
        rest: The text without them.
        words: The words, without blanks around them.
        begin: Where they began.
        gap: The blank that went along, so that no two stand next to each other.
    """

    rest: str
    words: str
    begin: int
    gap: str


def cut(text: str, begin: int, end: int) -> Cut:
    """Take ``text[begin:end]`` out; blanks at its edges stay, but two in a row become one."""
    words = text[begin:end]
    begin += len(words) - len(words.lstrip())
    words = words.strip()
    end = begin + len(words)
    at_edge = begin == 0 or text[begin - 1].isspace()
    gap = text[end : end + 1] if words and at_edge and text[end : end + 1].isspace() else ""
    return Cut(text[:begin] + text[end + len(gap) :], words, begin, gap)


def added(text: str, words: str) -> tuple[str, int]:
    """The text with the words on a line of their own at its end, and where they begin."""
    between = "" if not text or text.endswith("\n") else "\n"
    return text + between + words, len(text) + len(between)


def put_back(text: str, taken: Cut) -> str:
    """The text with the words where they stood; at its end when what stood before them is different now."""
    if text[: taken.begin] == taken.rest[: taken.begin]:
        return text[: taken.begin] + taken.words + taken.gap + text[taken.begin :]
    return added(text, taken.words)[0]


def without(text: str, words: str, begin: int) -> str | None:
    """The text without words that were added to it at `begin`; None when they are not there any more."""
    at = begin if text.startswith(words, begin) else text.rfind(words)
    if at < 0:
        return None
    end = at + len(words)
    if text[at - 1 : at] == "\n" and text[end : end + 1] in ("", "\n"):
        at -= 1
    return text[:at] + text[end:]
