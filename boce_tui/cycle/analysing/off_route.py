"""Answers to questions that are not asked any more because another answer changed: kept, but not counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

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


@dataclass(frozen=True)
class _Read:
    """What the route of one interview was worked out from; the same again needs no second time."""

    instrument: Instrument
    context: RoundContext
    interview: Interview
    people: tuple[Respondent, ...]
    revisions: tuple[str, ...]


_known: WeakKeyDictionary[Dossier, dict[tuple[str, str], tuple[_Read, set[AnswerKey]]]] = WeakKeyDictionary()


def off_route(
    dossier: Dossier,
    round_id: str,
    instrument: Instrument,
    interviews: Mapping[str, Interview],
    people: Mapping[str, Respondent],
    answers: Iterable[tuple[AnswerKey, str, Answer]],
) -> set[AnswerKey]:
    """The answers that do not belong to the route of their interview any more, because of another answer.

    An answer that somebody of this role would never be asked for was typed in on purpose, and counts.

    Args:
        dossier: The dossier.
        round_id: The round.
        instrument: Its question set.
        interviews: The interviews that count, by id.
        people: The respondents, by code.
        answers: All answers of those interviews, each with its revision.
    """
    deciding = {question.id: _deciding(instrument, question) for question in instrument.questions}
    mine: dict[str, list[tuple[AnswerKey, str, Answer]]] = {}
    for one in answers:
        mine.setdefault(one[0].interview, []).append(one)
    found: set[AnswerKey] = set()
    context = round_context(dossier, round_id) if mine else None
    known = _known.setdefault(dossier, {})
    for interview, said in mine.items():
        codes = [code for code in interviews[interview].participants if code in people]
        if context is None or not codes:
            continue
        read = _Read(
            instrument,
            context,
            interviews[interview],
            tuple(people[code] for code in codes),
            tuple(revision for _key, revision, _answer in said),
        )
        before = known.get((round_id, interview))
        if before is None or before[0] != read:
            who = [profile(code, people[code]) for code in codes]
            off = _off(read, who, deciding, {key: answer for key, _revision, answer in said})
            before = known[(round_id, interview)] = read, off
        found |= before[1]
    return found


def _deciding(instrument: Instrument, question: Question) -> frozenset[str]:
    """The questions whose answers decide whether this one is asked."""
    asked = {condition.question for condition in question.when}
    if question.per_theme or question.audience.involvement is not None:
        asked |= {other.id for other in instrument.questions if other.marks_themes}
    return frozenset(asked)


def _off(
    read: _Read,
    who: list[Profile],
    deciding: Mapping[str, frozenset[str]],
    known: Mapping[AnswerKey, Answer],
) -> set[AnswerKey]:
    said = {key.question for key, answer in known.items() if answer.values}
    decided = {key for key in known if deciding.get(key.question, frozenset()) & said}
    if not decided:
        return set()
    places = set(inapplicable(read.instrument, who, read.context, given(known)))
    return {key for key in decided if places and _place(key) in places}


def _place(key: AnswerKey) -> AnswerPlace:
    place: AnswerPlace = (key.question, key.theme_or_none)
    return place if key.participant == ALL else (*place, key.participant)
