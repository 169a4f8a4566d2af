"""Answers to questions that are not asked any more because another answer changed: kept, but not counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boce_tui.cycle.context import profile, round_context
from boce_tui.cycle.interviewing.answers import given
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import ALL, AnswerKey
from boce_tui.domain.round import Interview, Respondent
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.model import Instrument, Question
from boce_tui.instruments.routing import AnswerPlace, inapplicable
from boce_tui.instruments.steps import RoundContext
from boce_tui.store import Dossier


def off_route(
    dossier: Dossier,
    round_id: str,
    instrument: Instrument,
    interviews: Mapping[str, Interview],
    people: Mapping[str, Respondent],
    answers: Iterable[tuple[AnswerKey, Answer]],
) -> set[AnswerKey]:
    """The answers that do not belong to the route of their interview any more, because of another answer.

    An answer that somebody of this role would never be asked for was typed in on purpose, and counts.

    Args:
        dossier: The dossier.
        round_id: The round.
        instrument: Its question set.
        interviews: The interviews that count, by id.
        people: The respondents, by code.
        answers: All answers of those interviews.
    """
    deciding = {question.id: _deciding(instrument, question) for question in instrument.questions}
    mine: dict[str, dict[AnswerKey, Answer]] = {}
    for key, answer in answers:
        mine.setdefault(key.interview, {})[key] = answer
    found: set[AnswerKey] = set()
    context: RoundContext | None = None
    for interview, known in mine.items():
        said = {key.question for key, answer in known.items() if answer.values}
        decided = {key for key in known if deciding.get(key.question, frozenset()) & said}
        who = [profile(code, people[code]) for code in interviews[interview].participants if code in people]
        if decided and who:
            context = context or round_context(dossier, round_id)
            found |= decided & _off(instrument, who, context, known)
    return found


def _deciding(instrument: Instrument, question: Question) -> frozenset[str]:
    """The questions whose answers decide whether this one is asked."""
    asked = {condition.question for condition in question.when}
    if question.per_theme or question.audience.involvement is not None:
        asked |= {other.id for other in instrument.questions if other.marks_themes}
    return frozenset(asked)


def _off(
    instrument: Instrument, who: list[Profile], context: RoundContext, known: Mapping[AnswerKey, Answer]
) -> set[AnswerKey]:
    places = set(inapplicable(instrument, who, context, given(known)))
    return {key for key in known if places and _place(key) in places}


def _place(key: AnswerKey) -> AnswerPlace:
    place: AnswerPlace = (key.question, key.theme_or_none)
    return place if key.participant == ALL else (*place, key.participant)
