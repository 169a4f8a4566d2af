"""The review round trip: what was sent, what came back, remarks, and what a person has to look at."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

STEERING_GROUP, COLLEGES = "steering_group", "colleges"
"""Ids of the bodies that advise and that decide."""

REVIEWER: Vocabulary = {
    "steering_group": N_("the steering group"),
    "college": N_("a college"),
    "member": N_("a member of the steering group"),
}
"""On behalf of whom a review file was filled in."""

REMARK_CLASS: Vocabulary = {
    "": N_("not classed yet"),
    "factual": N_("factual"),
    "wording": N_("the wording"),
    "content": N_("content"),
}

DOUBT: Vocabulary = {
    "who": N_("It is not certain on behalf of whom this was filled in."),
    "two_boxes": N_("More than one box is ticked."),
    "unclear_box": N_("Something stands at the boxes that is not a clear tick."),
    "label": N_("A label was changed or is gone: it is not sure what was written where."),
    "no_choice": N_("There is a motivation, but no box is ticked."),
    "no_motivation": N_("A motivation is needed for this choice, and there is none."),
    "changed_text": N_("A text of the report itself was changed."),
    "lapsed": N_("This recommendation has lapsed since this file was sent."),
    "text_since": N_("The recommendation was changed here after this file was sent."),
    "unknown_mark": N_("This mark does not exist in the file that was sent."),
    "renumbered": N_("The number in this mark now belongs to another recommendation."),
    "twice": N_("This block is there twice, with different content."),
    "outside": N_("This text stands outside the places for remarks."),
    "differs": N_("Something else was noted for them earlier."),
}
"""What a person has to decide, by the kind of doubt."""


class SentPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place in a review file that a person can fill in."""

    mark: str
    """Such as ``2b-7f3c``."""
    number: str
    place: str
    """Stored name and key of the item it is about: ``recommendation:2041/A-12ab``."""
    text: str = ""
    """The text of the recommendation as it was sent."""

    @property
    def recommendation(self) -> str:
        """Key of the recommendation, or empty for a section."""
        return self.place.removeprefix("recommendation:") if self.place.startswith("recommendation:") else ""


class ReviewFile(Entity, frozen=True, kw_only=True):
    """A review file as it was made, to compare with; key ``{round}/{mark of the file}``."""

    entity: ClassVar[str] = "review_file"
    view: ClassVar[str] = "review_files"
    version: str
    language: str
    markdown: str
    """Without names of people."""
    places: tuple[SentPlace, ...] = ()


class ReviewItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was understood of one block."""

    recommendation: str
    choice: str
    """An id of ``DECISION_CHOICE``."""
    text: str = ""
    """The recommendation as they want it, when changed."""
    motivation: str = ""
    owner: str = ""
    deadline: str = ""
    line: int = 0


class Review(Entity, frozen=True, kw_only=True):
    """A review file that was read in; key ``{round}/{id}``."""

    entity: ClassVar[str] = "review"
    view: ClassVar[str] = "reviews"
    kind: str = ""
    """An id of ``REVIEWER``; empty while a person has to say."""
    body: str = ""
    """``steering_group``, a municipality (its college), or a member by letter or number (``member-b``)."""
    file: str = ""
    """Key of the `ReviewFile` it was compared with."""
    version: str = ""
    sha256: str = ""
    date: str = ""
    """The day it was read in."""
    decided: str = ""
    """The day of the decision, when the file or a person says so."""
    items: tuple[ReviewItem, ...] = ()
    missing: tuple[str, ...] = ()
    """Marks of blocks that did not come back."""
    content: str = ""
    """Digest of what was understood: the same again, in another file, changes nothing."""


class Remark(Entity, frozen=True, kw_only=True):
    """A remark from a review file; key ``{round}/{id}`` (R65)."""

    entity: ClassVar[str] = "remark"
    view: ClassVar[str] = "remarks"
    review: str
    """Key of the review."""
    place: str = ""
    """Stored name and key of what it is about; empty when it stood nowhere in particular."""
    number: str = ""
    """Number of the section or recommendation, as it was sent."""
    text: str
    line: int = 0
    category: str = ""
    """An id of ``REMARK_CLASS``."""
    reply: str = ""
    mended: str = ""
    """Stored name and key of the text that was corrected because of it."""

    def words(self) -> str:
        """Remark and reply."""
        return f"{self.text} {self.reply}".strip()


class Doubt(Entity, frozen=True, kw_only=True):
    """Something in a review file that waits for a person; key ``{round}/{id}``."""

    entity: ClassVar[str] = "doubt"
    view: ClassVar[str] = "doubts"
    review: str
    kind: str
    """An id of ``DOUBT``."""
    place: str = ""
    number: str = ""
    text: str = ""
    """What stood there."""
    before: str = ""
    """What we have, when it is about two texts."""
    lines: tuple[int, ...] = ()
    items: tuple[ReviewItem, ...] = ()
    """The blocks it is about, as far as they were understood."""
    answer: str = ""
    """What the person chose; empty while it waits."""

    def words(self) -> str:
        """What stood there."""
        return self.text
