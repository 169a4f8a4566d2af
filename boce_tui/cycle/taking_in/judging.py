"""What the rule advises about a candidate theme, what is still missing, and what was decided (R81)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boce_tui.cycle.context import round_context
from boce_tui.cycle.filling import question_set_of, steps_of
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.taking_in.hours import HoursPicture, hours_of, milestones
from boce_tui.domain.advising import Advice, IntakeFacts, advise
from boce_tui.domain.answers import DONT_KNOW, Grid
from boce_tui.domain.intake import INCLUDE, INSTRUMENT, Intake
from boce_tui.domain.sheets import Sheet
from boce_tui.instruments.model import Part
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.store import Dossier

LEVELS = {"D1": "executive", "D2": "official"}
"""Questions about support -> level."""
THREE_K = ("K1", "K2", "K3")
HOURS_SECTION = "available_hours"
_LEARNING = "joint_learning"
_UNDECIDED_SECTIONS = ("decision", "exit", HOURS_SECTION)


@dataclass(frozen=True)
class Missing:
    """What has to be filled in first.

    Attributes:
        section: Id of the section.
        question: Id of the question; empty when it is about something else.
        words: What it is, in the language of the moment.
    """

    section: str
    question: str
    words: str


@dataclass(frozen=True)
class Judgement:
    """A candidate theme as the rule sees it.

    Attributes:
        key: Key of the intake.
        missing: In the order of the question set.
    """

    key: str
    intake: Intake
    facts: IntakeFacts
    advice: Advice
    hours: HoursPicture
    missing: tuple[Missing, ...]

    @property
    def decision(self) -> str:
        """What was decided; empty while nothing was."""
        return self.intake.option("B1", "decision")

    @property
    def deviates(self) -> bool:
        """The decision is another one than the advice."""
        return bool(self.decision) and self.decision != self.advice.choice

    @property
    def unmotivated(self) -> bool:
        """It deviates, and nobody wrote down why."""
        return self.deviates and not self.intake.text("B1")

    @property
    def premature(self) -> bool:
        """It was included while the intake is not complete."""
        return self.decision == INCLUDE and not self.facts.complete


def judge(dossier: Dossier, key: str, intake: Intake | None = None) -> Judgement:
    """What the rule says about an intake.

    Args:
        dossier: The dossier.
        key: Key of the intake.
        intake: Judge this instead of what the dossier holds.
    """
    round_id = key.split("/")[0]
    found = intake or dossier.value(Intake, key)
    if found is None:
        raise FieldProblem("id", _("There is no such candidate theme."))
    hours = hours_of(dossier, key, found)
    instrument = question_set_of(dossier, round_id, INSTRUMENT)
    sections = [s.id for s in instrument.sections if s.id not in _UNDECIDED_SECTIONS]
    steps = steps_of(instrument, round_context(dossier, round_id), found, sections)
    missing = _missing(found, steps, hours)
    facts = IntakeFacts(
        refusals=tuple(_refusals(found)),
        missing=tuple(one.words for one in missing),
        feasible=found.option("H5"),
        marks=tuple(found.score(question) for question in THREE_K),
        guaranteed=found.option("U5") == "yes",
        over=hours.over_quarters,
        learning=_LEARNING in (*found.options("V1"), found.option("V2")),
    )
    return Judgement(key, found, facts, advise(facts), hours, tuple(missing))


def check_decision(dossier: Dossier, key: str, before: Intake, after: Intake) -> None:
    """Refuse to include a theme whose intake is not complete (R81).

    Raises:
        FieldProblem: It is not.
    """
    if after.option("B1", "decision") != INCLUDE or before.option("B1", "decision") == INCLUDE:
        return
    found = judge(dossier, key, after)
    if found.missing:
        words = "; ".join(one.words for one in found.missing[:3])
        raise FieldProblem(
            "decisions",
            _("The intake is not complete, so the theme cannot be included. Missing: {what}").format(
                what=words
            ),
        )


def _refusals(intake: Sheet) -> list[tuple[str, str]]:
    return [
        (place, level)
        for question, level in LEVELS.items()
        for place, cells in intake.cells(question).items()
        if cells.get("support") == "no"
    ]


def _missing(intake: Intake, steps: Sequence[Step], hours: HoursPicture) -> list[Missing]:
    found = []
    for step in steps:
        if not step.core:
            continue
        gaps = _gaps(intake, step)
        if gaps is not None:
            words = f"{step.section_title}: {step.text}"
            found.append(Missing(step.section, step.question, f"{words} ({gaps})" if gaps else words))
        if step.question == "U2" and not hours.known:
            words = _("The hours there are in {year} were not filled in.").format(year=hours.year)
            found.append(Missing(step.section, "", words))
    return found


def _gaps(intake: Intake, step: Step) -> str | None:
    """Which rows are not filled in; empty for the whole question, None when nothing is missing."""
    one = intake.at(step.question)
    if step.question == "P1":
        rows = list(milestones(intake))
        wrong = [row.row.removeprefix("m") for row in rows if not row.complete]
        return ", ".join(wrong) if wrong else None if rows else ""
    for part in step.parts:
        value = one.values.get(part.id)
        if part.type == "grid":
            rows_missing = _open_rows(part, value if isinstance(value, Grid) else Grid())
            if rows_missing:
                return "" if len(rows_missing) == len(part.rows) else ", ".join(rows_missing)
        elif value is None or DONT_KNOW in (getattr(value, "option", ""), getattr(value, "non_answer", "")):
            return ""
    return "" if not step.parts and not one.text.strip() else None


def _open_rows(part: Part, grid: Grid) -> list[str]:
    """Rows of which what matters (the first column, or any number) is not there."""
    numbers = all(column.type == "hours" for column in part.columns)
    wanted = [column.id for column in (part.columns if numbers else part.columns[:1])]
    found = []
    for row in part.rows:
        cells = grid.cells.get(row.id, {})
        if all(cells.get(column) in (None, "", DONT_KNOW) for column in wanted):
            found.append(str(row))
    return found
