"""How far an interview is: the state of each step and the progress per section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from boce_tui.domain.answers import Choices, Grid, Items, Value
from boce_tui.domain.interviewing import Answer
from boce_tui.instruments.model import Part
from boce_tui.instruments.routing import visible_parts
from boce_tui.instruments.steps import Step


class StepState(Enum):
    """The sign in front of a question."""

    OPEN = "open"
    BUSY = "busy"
    DONE = "done"
    LATER = "later"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class SectionProgress:
    """Progress of one section.

    Attributes:
        section: Section id.
        title: Section title in the language of the moment.
        total: Questions on the route.
        settled: Questions that are answered or skipped.
    """

    section: str
    title: str
    total: int
    settled: int


@dataclass(frozen=True)
class Progress:
    """Progress of the whole interview, the sections in order."""

    sections: tuple[SectionProgress, ...]
    total: int
    settled: int
    later: int
    skipped: int


def filled(value: Value | None) -> bool:
    """True when a structured value says something."""
    if value is None:
        return False
    if isinstance(value, Grid):
        return any(cell not in (None, "") for row in value.cells.values() for cell in row.values())
    if isinstance(value, Items):
        return any(item.strip() for item in value.items)
    if isinstance(value, Choices):
        return bool(value.options or value.other)
    return True


def step_state(step: Step, answers: Sequence[Answer], *, quotes: int = 0) -> StepState:
    """The state of one step.

    Args:
        step: The step.
        answers: What was answered at it: for everybody, and by single participants.
        quotes: Number of quotes that belong to it (counts for questions that only collect quotes).
    """
    if any(answer.later for answer in answers):
        return StepState.LATER
    said = [answer for answer in answers if answer.said.strip() or any(map(filled, answer.values.values()))]
    if not said:
        if any(answer.skipped for answer in answers):
            return StepState.SKIPPED
        return StepState.DONE if quotes and _only_quotes(step) else StepState.OPEN
    values = merged(answer.values for answer in said)
    asked = [part for part in visible_parts(step, values) if part.type != "quote"]
    missing = [part for part in asked if not _complete(part, values.get(part.id))]
    if missing and not (len(missing) < len(asked) and _optional(missing)):
        return StepState.BUSY
    return StepState.DONE


def _only_quotes(step: Step) -> bool:
    return bool(step.parts) and all(part.type == "quote" for part in step.parts)


def _complete(part: Part, value: Value | None) -> bool:
    """A table is complete when every cell that is chosen has been; typed cells may stay empty."""
    if not filled(value):
        return False
    chosen = [column.id for column in part.columns if column.options]
    if not isinstance(value, Grid) or not chosen:
        return True
    return all(value.cells.get(row.id, {}).get(column) is not None for row in part.rows for column in chosen)


def _optional(parts: Sequence[Part]) -> bool:
    """A list of reasons beside a judgement may stay empty: then there simply were none."""
    return all(part.type in ("multi_choice", "list") for part in parts)


def merged(values: Iterable[Mapping[str, Value]]) -> dict[str, Value]:
    """All values given at a step, whoever gave them; a filled one goes before an empty one."""
    result: dict[str, Value] = {}
    for given in values:
        for part, value in given.items():
            if part not in result or not filled(result[part]):
                result[part] = value
    return result


def progress(steps: Sequence[Step], states: Mapping[tuple[str, str | None], StepState]) -> Progress:
    """Progress over a route.

    Args:
        steps: The route; steps for the evaluator only are left out of the counts.
        states: Place -> state.
    """
    asked = [step for step in steps if not step.evaluator_only]
    settled = (StepState.DONE, StepState.SKIPPED)
    order: dict[str, list[Step]] = {}
    for step in asked:
        order.setdefault(step.section, []).append(step)
    sections = tuple(
        SectionProgress(
            section=section,
            title=str(mine[0].section_title),
            total=len(mine),
            settled=sum(states[s.place] in settled for s in mine),
        )
        for section, mine in order.items()
    )
    return Progress(
        sections=sections,
        total=len(asked),
        settled=sum(section.settled for section in sections),
        later=sum(states[s.place] is StepState.LATER for s in asked),
        skipped=sum(states[s.place] is StepState.SKIPPED for s in asked),
    )
