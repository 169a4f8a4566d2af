"""Which questions a conversation consists of: from question set, people, round and answers so far to steps.

Pure and the same every time: nothing is stored, nothing is deleted. An answer whose question is no longer
asked is named by :func:`inapplicable` and stays in the dossier; it decides nothing any more, so what was
asked because of it is not asked either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from boce_tui.domain.answers import Grid
from boce_tui.instruments.audience import MARKED, Profile, belongs
from boce_tui.instruments.conditions import Values, holds, score
from boce_tui.instruments.model import Condition, Instrument, Part, Question
from boce_tui.instruments.steps import RoundContext, Step, StepMaker

AnswerPlace = tuple[str, str | None] | tuple[str, str | None, str]
"""Question and theme; with a code, the answer of that one participant."""
Answers = Mapping[AnswerPlace, Values]
NOTHING: Answers = {}


def route(
    instrument: Instrument,
    who: Profile | Sequence[Profile],
    context: RoundContext,
    answers: Answers = NOTHING,
    *,
    short: bool = False,
) -> list[Step]:
    """The steps of a conversation, in order.

    Args:
        instrument: The question set.
        who: The person, or everybody at the table: what any of them should be asked is asked.
        context: What the questions are about this year.
        answers: What was answered so far.
        short: Core questions only.
    """
    people = (who,) if isinstance(who, Profile) else tuple(who)
    return _Walk(_plan(instrument, context), people, answers).steps(short=short)


def inapplicable(
    instrument: Instrument,
    who: Profile | Sequence[Profile],
    context: RoundContext,
    answers: Answers,
) -> list[AnswerPlace]:
    """Answers to questions of the set that these people are not asked, or not asked any more.

    The full route counts: an answer given before the change to the short route still applies.
    """
    steps = {step.place: step for step in route(instrument, who, context, answers)}
    left = []
    for place in answers:
        if instrument.get(place[0]) is None:
            continue
        step = steps.get((place[0], place[1]))
        own = len(place) == 3
        if step is None or (own and not step.evaluator_only and place[-1] not in step.participants):
            left.append(place)
    return left


def visible_parts(step: Step, values: Values) -> tuple[Part, ...]:
    """The parts of a step that apply, given what was filled in so far (``show_when``)."""
    there = applying(step.asked, values)
    return tuple(part for part in step.parts if part.id in there)


def applying(question: Question, values: Values) -> frozenset[str]:
    """The ids of the parts of a question that apply, given what was filled in so far (``show_when``)."""
    there: list[str] = []
    for part in question.parts:
        seen = {one: values[one] for one in there if one in values}
        answered = [seen] if seen else []
        if all(holds(condition, question, answered) for condition in part.show_when):
            there.append(part.id)
    return frozenset(there)


def gate_open(step: Step, values: Values) -> bool:
    """Whether the conversation may go on after this step: consent was given, where it is asked."""
    return all(
        holds(Condition(part=part.id, any_value=part.must_be), step.asked, [values])
        for part in step.parts
        if part.must_be
    )


class _Plan:
    """A question set laid out for one round: blocks in order, and steps made once."""

    def __init__(self, instrument: Instrument, context: RoundContext) -> None:
        number = context.number
        asked = [question for question in instrument.questions if question.from_year <= number]
        self.blocks = [
            (per_theme, tuple(block))
            for (_gate, _section, per_theme), block in groupby(
                asked, key=lambda question: (question.gate, question.section, question.per_theme)
            )
        ]
        self.questions = {question.id: question for question in instrument.questions}
        self.themes = tuple(theme.id for theme in context.focus_themes)
        self.marker = next((question for question in asked if question.marks_themes), None)
        self.maker = StepMaker(instrument, context)


@lru_cache(maxsize=16)
def _plan(instrument: Instrument, context: RoundContext) -> _Plan:
    return _Plan(instrument, context)


class _Walk:
    """One walk through the plan for the people at the table."""

    def __init__(self, plan: _Plan, people: tuple[Profile, ...], answers: Answers) -> None:
        self.plan = plan
        self.people = people
        self.answers = answers
        self.there: dict[AnswerPlace, tuple[Profile, ...]] = {}
        """What is on the route so far, short or not, and who is asked it."""
        self.involvement = [self._involvement(person) for person in people]

    def steps(self, *, short: bool) -> list[Step]:
        found: list[Step] = []
        themes = self._themes()
        for per_theme, block in self.plan.blocks:
            for theme in themes if per_theme else (None,):
                for question in block:
                    asked = self._asked(question, theme)
                    if asked:
                        self.there[question.id, theme] = asked
                    if asked and (question.core or not short):
                        found.append(self.plan.maker.step(question, theme, asked))
        return found

    def _themes(self) -> list[str]:
        """Themes that anybody has to do with, the most involved first, else in the order of the round."""
        most = {theme: max((own[theme] for own in self.involvement), default=0) for theme in self.plan.themes}
        return sorted((theme for theme in most if most[theme] >= MARKED), key=lambda theme: -most[theme])

    def _asked(self, question: Question, theme: str | None) -> tuple[Profile, ...]:
        return tuple(
            person
            for person, own in zip(self.people, self.involvement, strict=True)
            if self._is_asked(question, theme, person, own)
        )

    def _is_asked(
        self, question: Question, theme: str | None, person: Profile, own: Mapping[str, int]
    ) -> bool:
        if not belongs(question.audience, person):
            return False
        level = question.audience.involvement
        if theme is not None:
            if own[theme] < max(MARKED, level or 0):
                return False
        elif level is not None and all(mine < level for mine in own.values()):
            return False
        return all(self._holds(condition, theme, person) for condition in question.when)

    def _holds(self, condition: Condition, theme: str | None, person: Profile) -> bool:
        question = self.plan.questions[condition.question]
        if not question.per_theme:
            themes: Sequence[str | None] = (None,)
        elif theme is None or condition.any_theme:
            themes = self.plan.themes
        else:
            themes = (theme,)
        found = [self._deciding(question, each, person) for each in themes]
        return holds(condition, question, [values for values in found if values is not None])

    def _deciding(self, question: Question, theme: str | None, person: Profile) -> Values | None:
        """The answer that decides for this person what comes after: only what is asked itself does."""
        asked = self.there.get((question.id, theme), ())
        values = self.answers.get((question.id, theme)) if asked else None
        if person in asked:
            values = self._answer(question.id, theme, person)
        if values is None or not any(part.show_when for part in question.parts):
            return values
        there = applying(question, values)
        return {part: value for part, value in values.items() if part in there}

    def _answer(self, question: str, theme: str | None, person: Profile) -> Values | None:
        """The answer that counts for this person: their own, else the one of the table."""
        own = self.answers.get((question, theme, person.code)) if person.code else None
        return self.answers.get((question, theme)) if own is None else own

    def _involvement(self, person: Profile) -> dict[str, int]:
        """Focus theme -> involvement: as marked in the conversation, before that as expected."""
        marked = self._marked(person)
        source: Mapping[str, float] = person.themes if marked is None else marked
        return {theme: int(source.get(theme, 0)) for theme in self.plan.themes}

    def _marked(self, person: Profile) -> dict[str, float] | None:
        marker = self.plan.marker
        values = self._answer(marker.id, None, person) if marker else None
        if marker is None or not values:
            return None
        marked: dict[str, float] = {}
        for part in marker.parts:
            value = values.get(part.id)
            if part.row_source not in ("focus_themes", "themes") or not isinstance(value, Grid):
                continue
            for theme, cells in value.cells.items():
                scores = [score(column, cells.get(column.id)) for column in part.columns]
                filled = [number for number in scores if number is not None]
                if filled:
                    marked[theme] = max(marked.get(theme, 0), *filled)
        return marked or None
