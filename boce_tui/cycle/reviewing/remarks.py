"""The list of remarks: classed by a person, each with a reply; factual ones with the text that was mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.deciding.standing import body_words
from boce_tui.cycle.titles import Titles
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.reviewing import REMARK_CLASS, Remark, Review
from boce_tui.domain.text import clean_entry
from boce_tui.errors import BadInput
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier, Stored

FACTUAL = "factual"
_MENDABLE = (
    "recommendation",
    "recommendation_group",
    "sub_conclusion",
    "main_conclusion",
    "finding",
    "chapter_text",
)
"""Kinds of text of the report that a remark can be about."""


@dataclass(frozen=True)
class Listed:
    """A remark with who made it and where.

    Attributes:
        key: Its key.
        value: The remark.
        who: On behalf of whom; empty while that is not known.
        where: The place, for people.
    """

    key: str
    value: Remark
    who: str
    where: str

    @property
    def done(self) -> bool:
        """Classed and answered; a factual one about a text also has the text that was looked at."""
        about_text = self.value.place.partition(":")[0] in _MENDABLE
        mended = self.value.category != FACTUAL or bool(self.value.mended) or not about_text
        return bool(self.value.category and self.value.reply.strip() and mended)


def remarks(dossier: Dossier, round_id: str) -> list[Listed]:
    """Every remark, in the order of the report; what has no place comes first."""
    titles = Titles(dossier, round_id)
    reviews = dossier.values(Review, f"{round_id}/")
    found = [
        Listed(
            key,
            value,
            body_words(dossier, reviews[value.review].body)
            if value.review in reviews and reviews[value.review].body
            else "",
            where(titles, value),
        )
        for key, value in dossier.values(Remark, f"{round_id}/").items()
    ]
    return sorted(found, key=lambda one: (_order(one.value.number), one.who, one.value.line, one.key))


def unanswered(dossier: Dossier, round_id: str) -> str:
    """How many remarks of the review have no reply yet, as a warning; empty when all of them have one."""
    found = dossier.values(Remark, f"{round_id}/").values()
    n = sum(not one.reply.strip() for one in found)
    if not n:
        return ""
    return ngettext(
        "{n} remark from the review has no reply yet.", "{n} remarks from the review have no reply yet.", n
    ).format(n=n)


def _order(number: str) -> tuple[Any, ...]:
    """Recommendations are chapter 2.3; sections by their numbers."""
    if not number:
        return (0,)
    if number[-1:].isalpha() or (number.isdecimal() and number not in ("0", "4", "5")):
        digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
        return (2, 3, int(digits or 0), number[len(digits) :])
    return tuple(int(part) for part in number.split(".") if part.isdecimal())


def where(titles: Titles, remark: Remark) -> str:
    """The place of a remark, for people."""
    entity, _colon, key = remark.place.partition(":")
    if entity == Recommendation.entity:
        return titles.of(entity, key)
    if entity == "sub_conclusion":
        return titles.of(entity, key)
    if remark.number in ("", "0"):
        return _("the whole report")
    return _("section {number}").format(number=remark.number)


def change_remark(dossier: Dossier, key: str, **changes: str) -> Stored[Remark]:
    """Change ``category``, ``reply`` or ``mended`` (stored name and key of the text that was corrected).

    Raises:
        BadInput: It is gone, there is no such class, or no such text.
    """
    if changes.get("category", "") not in REMARK_CLASS:
        raise BadInput(_("There is no such class of remark."))
    if "reply" in changes:
        changes["reply"] = clean_entry(changes["reply"])
    with dossier.change() as change:
        before = change.value(Remark, key)
        if before is None:
            raise BadInput(_("This remark is no longer there."))
        if mended := changes.get("mended", ""):
            entity, _colon, item = mended.partition(":")
            if entity not in _MENDABLE or change.get(ENTITIES[entity], item) is None:
                raise BadInput(
                    _("There is no text {name} in the report.").format(name=mended),
                    hint=_("Find the right name with: boce search WORDS"),
                )
        return change.save(msgspec.structs.replace(before, **changes), key)


def text_of(dossier: Dossier, remark: Remark) -> tuple[str, str] | None:
    """The text that a remark is about: the one that was mended, else the one it stands at.

    Returns:
        Stored name and key; None when it is about no text in particular, or that text is gone.
    """
    for place in (remark.mended, remark.place):
        entity, _colon, key = place.partition(":")
        if entity in _MENDABLE and dossier.get(ENTITIES[entity], key) is not None:
            return entity, key
    return None
