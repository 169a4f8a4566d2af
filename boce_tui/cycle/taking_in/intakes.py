"""Listing, adding and removing candidate themes, and what one fills in of them."""

from __future__ import annotations

from functools import partial

import msgspec

from boce_tui.cycle.context import round_context
from boce_tui.cycle.filling import SheetBook, keep_question_set, question_set_of
from boce_tui.cycle.giving_numbers import next_id
from boce_tui.cycle.planning import add_theme, fields
from boce_tui.cycle.planning.fields import FieldProblem, line
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.taking_in.judging import HOURS_SECTION, Judgement, check_decision, judge
from boce_tui.domain.answers import Choice
from boce_tui.domain.intake import INCLUDE, INSTRUMENT, AvailableHours, Intake
from boce_tui.domain.keys import join, last
from boce_tui.domain.sheets import Filled
from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


def intakes(dossier: Dossier, round_id: str) -> dict[str, Intake]:
    """Key -> candidate theme, in the order in which they came."""
    return dict(sorted(dossier.values(Intake, f"{round_id}/").items()))


def judgements(dossier: Dossier, round_id: str) -> list[Judgement]:
    """All candidate themes with the advice on each."""
    return [judge(dossier, key, intake) for key, intake in intakes(dossier, round_id).items()]


def intake_key(dossier: Dossier, round_id: str, asked: str) -> str:
    """The key of a candidate theme, by its id or title.

    Raises:
        FieldProblem: There is none.
    """
    found = intakes(dossier, round_id)
    wanted = asked.strip()
    for key, intake in found.items():
        if wanted.upper() == last(key) or fold(wanted) == fold(intake.title):
            return key
    known = {last(key): f"{last(key)} {intake.title}" for key, intake in found.items()}
    fields.one_of("id", wanted, known)
    raise FieldProblem("id", _("There is no such candidate theme."))


def add_intake(
    dossier: Dossier, round_id: str, title: str, *, description: str = "", from_interviews: bool = False
) -> Stored[Intake]:
    """Begin the intake of a candidate theme.

    Args:
        dossier: The dossier.
        round_id: The round it is begun in.
        title: What it is called.
        description: What it is about.
        from_interviews: It was named in interviews; see `from_interviews`.

    Raises:
        FieldProblem: The title is empty, or another one is called so.
    """
    the_round(dossier, round_id)
    title = line("title", title, needed=True)
    about = fields.block("text", description)
    with dossier.change() as change:
        _unlike_others(change, round_id, title)
        instrument = keep_question_set(change, round_id, INSTRUMENT)
        answers: dict[str, Filled] = {}
        if about:
            answers["T1"] = Filled(text=about)
        if from_interviews:
            answers["T2"] = Filled(values={"value": Choice("interviews")})
        used = {item.key for item in change.all(Intake, f"{round_id}/")}
        key = join(round_id, next_id(change, round_id, "T", {last(one) for one in used}))
        made = Intake(
            title=title, version=instrument.version, from_interviews=from_interviews, answers=answers
        )
        return change.save(made, key)


def rename_intake(dossier: Dossier, key: str, title: str) -> Stored[Intake]:
    """Call a candidate theme otherwise."""
    title = line("title", title, needed=True)
    with dossier.change() as change:
        before = judge(change, key).intake
        _unlike_others(change, key.split("/")[0], title, key)
        return change.save(msgspec.structs.replace(before, title=title), key)


def remove_intake(dossier: Dossier, key: str) -> Stored[Intake]:
    """Take a candidate theme away; its history stays. Refused when it is a theme of the agenda."""
    with dossier.change() as change:
        if judge(change, key).intake.theme:
            raise FieldProblem("id", _("It is a theme of the agenda already, so its intake stays."))
        return change.delete(Intake, key)


def put_on_agenda(dossier: Dossier, key: str) -> Stored[Intake]:
    """Make a theme of the agenda of a candidate that was included, from the day of the decision on (R71).

    Raises:
        FieldProblem: It was not included, the day is missing, or it is on the agenda already.
    """
    with dossier.change() as change:
        found = judge(change, key)
        if found.intake.host_task:
            raise FieldProblem(
                "theme", _("A task for the host municipality has its own route; it is no theme.")
            )
        if found.decision != INCLUDE or found.premature or found.unmotivated:
            raise FieldProblem("decisions", _("Only a theme that was included can go on the agenda."))
        if found.intake.theme:
            raise FieldProblem("theme", _("It is a theme of the agenda already."))
        day = found.intake.written("B1", "date")
        if not day:
            raise FieldProblem("date", _("The day of the decision is missing."))
        theme = add_theme(change, name=found.intake.title, start=day)
        return change.save(msgspec.structs.replace(found.intake, theme=theme.key), key)


def intake_book(dossier: Dossier, key: str) -> SheetBook[Intake]:
    """What is filled in of one candidate theme."""
    round_id = key.split("/")[0]
    instrument = question_set_of(dossier, round_id, INSTRUMENT)
    own = [section.id for section in instrument.sections if section.id != HOURS_SECTION]
    return SheetBook(
        dossier,
        Intake,
        key,
        instrument,
        round_context(dossier, round_id),
        own,
        lambda change, before, after: check_decision(change, key, before, after),
    )


def available_book(dossier: Dossier, round_id: str, year: int) -> SheetBook[AvailableHours]:
    """What is filled in of the hours there are in a year; begins it when nobody did."""
    key = join(round_id, str(year))
    if dossier.value(AvailableHours, key) is None and not dossier.read_only:
        with dossier.change() as change:
            instrument = keep_question_set(change, round_id, INSTRUMENT)
            change.save(AvailableHours(version=instrument.version), key)
    instrument = question_set_of(dossier, round_id, INSTRUMENT)
    make = partial(SheetBook[AvailableHours], dossier, AvailableHours, key, instrument)
    return make(round_context(dossier, round_id), [HOURS_SECTION])


def _unlike_others(dossier: Dossier, round_id: str, title: str, own: str = "") -> None:
    for key, other in intakes(dossier, round_id).items():
        if key != own and fold(other.title) == fold(title):
            raise FieldProblem("title", _("There is one with this name already."))
