"""On behalf of whom a file was filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boce_tui.domain.reviewing import STEERING_GROUP, SentPlace
from boce_tui.errors import BadInput
from boce_tui.exchange.review_file.binding import ODD
from boce_tui.exchange.review_file.blocks import Block
from boce_tui.exchange.review_file.writing import MEMBER
from boce_tui.locale import _

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


def heads_in_use(
    heads: Sequence[Block], blocks: Sequence[Block], places: Sequence[SentPlace]
) -> Sequence[Block]:
    """The heads that say something, or below which something was filled in; else the first.

    A file that was answered above its own copy has a second head, which says nothing.

    Raises:
        BadInput: Two of them are of different people: whose the blocks are cannot be told.
    """
    below = [id(block.head) for block in blocks if block.used()]
    found = [head for head in heads if head.used() or id(head) in below]
    said = {(tuple(head.ticked()), head.value("member").lower()): head for head in reversed(found)}
    said = {says: head for says, head in said.items() if says != ((), "")}
    if len(said) > 1:
        names = {place.place: place.text for place in places}
        two = sorted(said.values(), key=lambda head: head.line)[:2]
        first, second = (", ".join(names.get(option, option) for option in head.ticked()) for head in two)
        raise BadInput(
            _(
                "Two filled-in files stand behind each other here: from line {one} on ({first}) and from "
                "line {two} on ({second})."
            ).format(one=two[0].line, first=first, two=two[1].line, second=second),
            hint=_("Save each as a file of its own and read both in. Nothing was changed."),
        )
    return found or heads[:1]


def who_filled_in(heads: Sequence[Block], places: Sequence[SentPlace]) -> Who:
    """Read the heads of a file that are in use; all of them must say the same."""
    lines = tuple(head.line for head in heads) or (1,)
    ticked = list(dict.fromkeys(option for head in heads for option in head.ticked()))
    letters = list(dict.fromkeys(filter(None, (head.value("member") for head in heads))))
    odd = any(option.state == ODD for head in heads for option in head.options)
    residue = any(head.residue() for head in heads)
    names = {place.place: place.text for place in places}
    words = "\n".join(names.get(option, option) for option in ticked)
    silent = any(not head.ticked() for head in heads)
    if len(ticked) != 1 or len(letters) > 1 or odd or residue or silent:
        return Who(lines=lines, words=words)
    option = ticked[0].removeprefix(WHO)
    kind, body = reviewer(option, letters[0] if letters else "")
    if not kind or (letters and option != MEMBER):
        return Who(lines=lines, words=words)
    return Who(kind, body, unclear=False, lines=lines, words=words)
