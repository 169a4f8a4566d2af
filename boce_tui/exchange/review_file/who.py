"""On behalf of whom a file was filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boce_tui.domain.reviewing import STEERING_GROUP, SentPlace
from boce_tui.exchange.review_file.binding import ODD
from boce_tui.exchange.review_file.blocks import Block
from boce_tui.exchange.review_file.writing import MEMBER

WHO = "who:"
_LETTER = re.compile(r"(?:lid|member|nr\.?|nummer)?\s*([a-z]|\d{1,3})\.?", re.IGNORECASE)
"""A member is known by a letter or a number; a name never goes into the dossier."""


@dataclass(frozen=True)
class Who:
    """Who filled it in.

    Attributes:
        kind: An id of ``REVIEWER``, or empty.
        body: See `Review.body`.
        unclear: A person has to say.
        lines: Where that stands.
        words: What is ticked; never what was written, which may be a name.
    """

    kind: str = ""
    body: str = ""
    unclear: bool = True
    lines: tuple[int, ...] = (1,)
    words: str = ""


def reviewer(option: str, letter: str = "") -> tuple[str, str]:
    """Kind and body of an option; empty for a member without a letter."""
    if option == STEERING_GROUP:
        return "steering_group", STEERING_GROUP
    if option != MEMBER:
        return "college", option
    match = _LETTER.fullmatch(letter.strip())
    return ("member", f"member-{match[1].lower()}") if match else ("", "")


def who_filled_in(heads: Sequence[Block], places: Sequence[SentPlace]) -> Who:
    """Read the heads of a file; all copies of it must say the same."""
    lines = tuple(head.line for head in heads) or (1,)
    ticked = list(dict.fromkeys(option for head in heads for option in head.ticked()))
    letters = list(dict.fromkeys(filter(None, (head.value("member") for head in heads))))
    odd = any(option.state == ODD for head in heads for option in head.options)
    residue = any(head.residue() for head in heads)
    names = {place.place: place.text for place in places}
    words = "\n".join(names.get(option, option) for option in ticked)
    if len(ticked) != 1 or len(letters) > 1 or odd or residue:
        return Who(lines=lines, words=words)
    option = ticked[0].removeprefix(WHO)
    kind, body = reviewer(option, letters[0] if letters else "")
    if not kind or (letters and option != MEMBER):
        return Who(lines=lines, words=words)
    return Who(kind, body, unclear=False, lines=lines, words=words)
