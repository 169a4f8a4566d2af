"""Whether what was understood of a block can be noted at once, or waits for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from boce_tui.cycle.deciding.deciding import Said, kind_of, motivation_missing
from boce_tui.cycle.deciding.standing import decision_key
from boce_tui.cycle.recommending import recommendations
from boce_tui.domain.keys import join
from boce_tui.domain.recommendation import Decision, Recommendation
from boce_tui.domain.reviewing import Doubt, Review, ReviewItem, SentPlace
from boce_tui.domain.vocabulary import DECISION_CHOICE, label
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Judge:
    """What the dossier says at this moment.

    Attributes:
        dossier: The dossier.
        round_id: The round.
        numbers: Key of a recommendation -> its number now.
        sent: Key of a recommendation -> how it was sent.
    """

    dossier: Dossier
    round_id: str
    numbers: Mapping[str, str]
    sent: Mapping[str, SentPlace]

    def doubt(self, review_key: str, body: str, item: ReviewItem, skip: tuple[str, ...] = ()) -> Doubt | None:
        """Why an item cannot be noted at once; None when it can.

        Args:
            review_key: Key of the review.
            body: Whose view it is.
            item: The item, with a choice.
            skip: Kinds of doubt that a person has settled.
        """
        for kind, before in self._reasons(body, item):
            if kind not in skip:
                return self._made(review_key, kind, item, before)
        return None

    def _reasons(self, body: str, item: ReviewItem) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        now = self.dossier.value(Recommendation, item.recommendation)
        place = self.sent.get(item.recommendation)
        if now is None:
            return [("renumbered", place.text if place else "")]
        if now.dropped:
            found.append(("lapsed", now.text))
        others = {number: key for key, number in self.numbers.items()}
        if place and self.numbers.get(item.recommendation) != place.number and place.number in others:
            found.append(("renumbered", self._words(others[place.number])))
        if place and now.text.strip() != place.text.strip():
            found.append(("text_since", now.text))
        kind = kind_of(self.dossier, body)
        if motivation_missing(kind, item.choice, item.motivation):
            found.append(("no_motivation", ""))
        earlier = self.dossier.value(Decision, decision_key(item.recommendation, body, kind))
        if earlier is not None and not same(earlier, item):
            found.append(("differs", spoken(earlier)))
        return found

    def _words(self, recommendation: str) -> str:
        found = self.dossier.value(Recommendation, recommendation)
        return f"{self.numbers.get(recommendation, '')} {found.text if found else ''}".strip()

    def _made(self, review_key: str, kind: str, item: ReviewItem, before: str) -> Doubt:
        place = self.sent.get(item.recommendation)
        return Doubt(
            review=review_key,
            kind=kind,
            place=f"{Recommendation.entity}:{item.recommendation}",
            number=place.number if place else self.numbers.get(item.recommendation, ""),
            text=spoken(item),
            before=before,
            lines=(item.line,),
            items=(item,),
        )


def judge_of(dossier: Dossier, round_id: str, places: tuple[SentPlace, ...]) -> Judge:
    """A judge who knows what was sent."""
    numbers = {item.key: item.number for item in recommendations(dossier, round_id)}
    sent = {place.recommendation: place for place in places if place.recommendation}
    return Judge(dossier, round_id, numbers, sent)


def same(decision: Decision, item: ReviewItem) -> bool:
    """True when the same was noted already."""
    fields = ("choice", "text", "motivation", "owner", "deadline")
    return all(getattr(decision, name).strip() == getattr(item, name).strip() for name in fields)


def spoken(said: Decision | ReviewItem) -> str:
    """A choice with what was written beside it, in lines."""
    choice = label(DECISION_CHOICE, said.choice) if said.choice else ""
    return "\n".join(filter(None, (choice, said.text, said.motivation, said.owner, said.deadline)))


def as_said(item: ReviewItem, date: str = "") -> Said:
    """The item as a decision."""
    return Said(item.choice, date, item.motivation, item.text, item.owner, item.deadline)


def doubt_key(round_id: str, review: Review, doubt: Doubt) -> str:
    """A key that is the same whenever the same doubt of the same body is met again."""
    items = tuple(msgspec.structs.replace(item, line=0) for item in doubt.items)
    what = (review.body or doubt.review, doubt.kind, doubt.place, doubt.text, doubt.before, items)
    return join(round_id, digest(what))


def digest(what: object) -> str:
    """A short name for a content."""
    return sha256(msgspec.json.encode(what)).hexdigest()[:12]
