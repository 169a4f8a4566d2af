"""Where the recommendations stand: who advised, voted and decided what, and what was decided before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from boce_tui.cycle.recommending import recommendations
from boce_tui.domain.agenda import Body, Organisation
from boce_tui.domain.keys import join
from boce_tui.domain.recommendation import Decision, Recommendation
from boce_tui.domain.vocabulary import DECISION_CHOICE, Vocabulary, label
from boce_tui.locale import N_, _
from boce_tui.store import Dossier

KINDS: Vocabulary = {"advice": N_("advice"), "vote": N_("vote"), "decision": N_("decision")}
ADVICE, VOTE, DECISION = KINDS


@dataclass(frozen=True)
class Voice:
    """What one body says about one recommendation.

    Attributes:
        key: Key of the decision.
        body: Municipality (its college), ``member-b``, or a body id.
        name: The body, for people.
        value: What it says now.
        before: What it said earlier, the oldest first, as far as the choice or the text was another one.
    """

    key: str
    body: str
    name: str
    value: Decision
    before: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Standing:
    """One recommendation and what was said about it.

    Attributes:
        key: Its key.
        number: Its number.
        value: The recommendation as it was advised; a changed form stands in the decisions.
        voices: Everything that was said, colleges in their order.
        colleges: How many colleges decide.
    """

    key: str
    number: str
    value: Recommendation
    voices: tuple[Voice, ...]
    colleges: int

    def of(self, kind: str) -> tuple[Voice, ...]:
        """All advice, votes or decisions."""
        return tuple(voice for voice in self.voices if voice.value.kind == kind)

    @cached_property
    def decided(self) -> bool:
        """Every college decided, or a body that decides for all."""
        found = self.of(DECISION)
        own = {voice.body for voice in found if voice.value.municipality}
        return len(own) >= self.colleges > 0 or any(not voice.value.municipality for voice in found)

    def said(self) -> str:
        """In a few words: the decision, else the advice, else how many votes."""
        if found := self.of(DECISION):
            choices = {voice.value.choice for voice in found}
            words = _("decided differently") if len(choices) > 1 else label(DECISION_CHOICE, choices.pop())
            if self.decided or not self.colleges:
                return words
            return _("{choice} ({n} of {total} colleges)").format(
                choice=words, n=len(found), total=self.colleges
            )
        if found := self.of(ADVICE):
            choices = {voice.value.choice for voice in found}
            words = _("advised differently") if len(choices) > 1 else label(DECISION_CHOICE, choices.pop())
            return _("advice: {choice}").format(choice=words)
        votes = self.of(VOTE)
        return _("{n} votes").format(n=len(votes)) if votes else ""


def colleges(dossier: Dossier) -> dict[str, str]:
    """Municipality id -> its name, in their order."""
    ours = {k: o for k, o in dossier.values(Organisation).items() if o.kind == "municipality"}
    return {key: ours[key].name for key in sorted(ours, key=lambda key: (ours[key].order, key))}


def body_words(dossier: Dossier, body: str, *, in_sentence: bool = False) -> str:
    """A body for people: a college by its municipality, a member by letter, else its name.

    Args:
        dossier: The dossier.
        body: The body, a municipality, or a member.
        in_sentence: A college gets its article, which a list does without.
    """
    places = colleges(dossier)
    if body in places and in_sentence:
        return _("the college of {municipality}").format(municipality=places[body])
    if body in places:
        return _("college of {municipality}").format(municipality=places[body])
    if body.startswith("member-"):
        return _("member {letter}").format(letter=body.removeprefix("member-").upper())
    found = dossier.value(Body, body)
    return found.name if found else body


def decision_key(recommendation: str, body: str, kind: str) -> str:
    """Where a decision is kept; `body` is a municipality when its college decides."""
    return join(recommendation, body, kind)


def standings(dossier: Dossier, round_id: str) -> list[Standing]:
    """Every recommendation of the round, in number order, with what was said about it."""
    places = colleges(dossier)
    order = {body: n for n, body in enumerate(["", *places])}
    by_recommendation: dict[str, list[Voice]] = {}
    for key, value in dossier.values(Decision, f"{round_id}/").items():
        recommendation, body, _kind = key.rsplit("/", 2)
        voice = Voice(key, body, body_words(dossier, body), value, earlier(dossier, key))
        by_recommendation.setdefault(recommendation, []).append(voice)
    kinds = list(KINDS)
    return [
        Standing(
            item.key,
            item.number,
            item.value,
            tuple(
                sorted(
                    by_recommendation.get(item.key, ()),
                    key=lambda v: (
                        kinds.index(v.value.kind) if v.value.kind in kinds else 9,
                        order.get(v.body, len(order)),
                        v.body,
                    ),
                )
            ),
            len(places),
        )
        for item in recommendations(dossier, round_id)
        if not item.value.dropped
    ]


def earlier(dossier: Dossier, key: str) -> tuple[Decision, ...]:
    """What was decided before by the same body, as far as it was something else than now.

    Other words for the same choice of the same day are a mistake put right, not an earlier decision.
    """
    history = [item.value for item in dossier.history(Decision, key) if item.value is not None]
    found: list[Decision] = []
    for value in history[:-1]:
        now = history[-1]
        corrected = (value.choice, value.date) == (now.choice, now.date)
        if (value.choice, value.text) != (now.choice, now.text) and not corrected and value not in found:
            if not found or (found[-1].choice, found[-1].text) != (value.choice, value.text):
                found.append(value)
            else:
                found[-1] = value
    return tuple(found)
