"""Texts that an unclean end left behind, by interview and question."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.noting import ExtraQuestion, Note
from boce_tui.store import Dossier
from boce_tui.store.recovery import Recovered

NOTE, EXTRA = "note", "extra"
"""What is written beside the questions: a free note, the wording of an extra question."""


FINAL_TEXT = "worked_out"
"""Comes back on the screen of working out, not in the room."""


@dataclass(frozen=True)
class Found:
    """A recovered text and where it belongs.

    Attributes:
        key: The answer it belongs to; of a quote's wording: the answer the quote was said in.
        part: Attribute of the answer (``text``, ``values.other``), ``wording``, or `NOTE` or `EXTRA`.
        recovered: The two texts.
    """

    key: AnswerKey
    part: str
    recovered: Recovered

    @property
    def is_note(self) -> bool:
        """True for the notes of an answer themselves."""
        return self.part == "text"

    @property
    def is_beside(self) -> bool:
        """True for what is written beside the questions."""
        return self.part in (NOTE, EXTRA)


def found(dossier: Dossier, round_id: str = "", interview_id: str = "") -> list[Found]:
    """What waits for a person, the last typed first.

    Args:
        dossier: The dossier.
        round_id: Only of this round.
        interview_id: Only of this interview.
    """
    result = []
    for recovered in dossier.drafts.recovered():
        place = _place(dossier, recovered)
        if place is None or place.part == FINAL_TEXT:
            continue
        if round_id in ("", place.key.round) and interview_id in ("", place.key.interview):
            result.append(place)
    return result


def _place(dossier: Dossier, recovered: Recovered) -> Found | None:
    entity, _colon, rest = recovered.field.partition(":")
    key, _colon, part = rest.rpartition(":")
    try:
        if entity == Answer.entity:
            return Found(AnswerKey.parse(key), part, recovered)
        if entity == Quote.entity:
            quote = dossier.value(Quote, key)
            return Found(AnswerKey.parse(quote.answer), part, recovered) if quote else None
        if entity in (Note.entity, ExtraQuestion.entity):
            round_id, interview, name = key.split("/")
            question = name if entity == ExtraQuestion.entity else ""
            return Found(AnswerKey(round_id, interview, question), entity.partition("_")[0], recovered)
    except ValueError:
        return None
    return None


def found_final(dossier: Dossier) -> AnswerKey | None:
    """The answer whose final text an unclean end left behind last; None when there is none."""
    for recovered in dossier.drafts.recovered():
        place = _place(dossier, recovered)
        if place is not None and place.part == FINAL_TEXT:
            return place.key
    return None
