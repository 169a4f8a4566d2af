"""All interviews of a round with how far they are, for the list to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.context import participants, question_set, round_context
from boce_tui.cycle.interviewing.answers import given
from boce_tui.cycle.interviewing.extra import per_interview, with_extra
from boce_tui.cycle.interviewing.progress import progress, step_state
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import ALL, NO_THEME, AnswerKey, last
from boce_tui.domain.round import Interview
from boce_tui.instruments.routing import route
from boce_tui.store import Dossier


@dataclass(frozen=True)
class InterviewLine:
    """One interview in the list.

    Attributes:
        id: Interview id within the round.
        interview: The interview itself.
        groups: Groups at the table, each once.
        themes: Themes that are asked about, in order.
        settled: Questions that are answered or skipped.
        total: Questions on the route.
    """

    id: str
    interview: Interview
    groups: tuple[str, ...]
    themes: tuple[str, ...]
    settled: int
    total: int


def overview(dossier: Dossier, round_id: str) -> list[InterviewLine]:
    """Every interview of a round, by id; read in one go, however many there are."""
    return dossier.later(_overview, dossier, round_id).result()


def _overview(dossier: Dossier, round_id: str) -> list[InterviewLine]:
    interviews = dossier.values(Interview, f"{round_id}/")
    if not interviews:
        return []
    instrument, context = question_set(dossier, round_id), round_context(dossier, round_id)
    answers: dict[str, dict[AnswerKey, Answer]] = {}
    for text, answer in dossier.values(Answer, f"{round_id}/").items():
        key = AnswerKey.parse(text)
        answers.setdefault(key.interview, {})[key] = answer
    quoted: dict[tuple[str, ...], int] = {}
    for quote in dossier.values(Quote, f"{round_id}/").values():
        place = tuple(quote.answer.split("/")[1:4])
        quoted[place] = quoted.get(place, 0) + 1
    extras = per_interview(dossier, round_id)
    lines = []
    for where, interview in interviews.items():
        name = last(where)
        people = participants(dossier, round_id, interview)
        mine = answers.get(name, {})
        steps = route(instrument, people, context, given(mine), short=interview.short_route) if people else []
        if steps and name in extras:
            codes = [person.code for person in people]
            steps = with_extra(steps, extras[name], instrument, context, codes)
        states = {}
        for step in steps:
            theme = step.theme or NO_THEME
            keys = (
                AnswerKey(round_id, name, step.question, theme, who) for who in (ALL, *interview.participants)
            )
            said = [mine[known] for known in keys if known in mine]
            states[step.place] = step_state(step, said, quotes=quoted.get((name, step.question, theme), 0))
        far = progress(steps, states)
        lines.append(
            InterviewLine(
                id=name,
                interview=interview,
                groups=tuple(dict.fromkeys(person.group for person in people)),
                themes=tuple(dict.fromkeys(step.theme for step in steps if step.theme)),
                settled=far.settled,
                total=far.total,
            )
        )
    return lines
