"""Tasks for the host municipality: their route, step after step, with who decides (R85)."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.planning.settings import bodies
from boce_tui.cycle.taking_in.intakes import add_intake
from boce_tui.cycle.taking_in.judging import judge
from boce_tui.domain.dates import show_day
from boce_tui.domain.host_tasks import AGREED, DECIDER_NAMES, DECIDERS, ROUTE, RouteStep, next_step
from boce_tui.domain.intake import Intake
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


@dataclass(frozen=True)
class Station:
    """One step of the route, as it stands.

    Attributes:
        step: An id of ``ROUTE``.
        deciders: Body id -> name of who decides on it; empty when it is work.
        taken: When and by whom it was taken; None while it was not.
        now: It is the one that comes next.
    """

    step: str
    deciders: dict[str, str]
    taken: RouteStep | None
    now: bool

    @property
    def words(self) -> str:
        """What it is called, in the language of the moment."""
        return label(ROUTE, self.step)

    @property
    def by(self) -> str:
        """Who decided; before that who has to, and nobody where there is nothing to decide."""
        if self.taken and self.taken.body:
            return self.deciders.get(self.taken.body, self.taken.body)
        return _(" or ").join(self.deciders.values())


def route(dossier: Dossier, intake: Intake) -> list[Station]:
    """Every step of the route of a host task, in order."""
    taken = {one.step: one for one in intake.route}
    waits = next_step(intake.route)
    return [Station(step, deciders(dossier, step), taken.get(step), step == waits) for step in ROUTE]


def deciders(dossier: Dossier, step: str) -> dict[str, str]:
    """Body id -> name of who can decide on a step."""
    known = bodies(dossier)
    return {
        body: known[body].name if body in known else label(DECIDER_NAMES, body)
        for body in DECIDERS.get(step, ())
    }


def add_host_task(dossier: Dossier, round_id: str, title: str, *, description: str = "") -> Stored[Intake]:
    """Begin the business case of a task for the host municipality.

    Raises:
        FieldProblem: The title is empty, or another one is called so.
    """
    with dossier.change() as change:
        made = add_intake(change, round_id, title, description=description)
        intake = judge(change, made.key).intake
        return change.save(msgspec.structs.replace(intake, host_task=True), made.key)


def take_step(
    dossier: Dossier, key: str, step: str, date: str, *, body: str = "", document: str = ""
) -> Stored[Intake]:
    """Note that a step was taken, or correct one that was.

    Args:
        dossier: The dossier.
        key: Key of the intake.
        step: An id of ``ROUTE``; the one that comes next, or one that was taken already.
        date: The day.
        body: Who decided; needed only where more than one body can.
        document: Where it is written down.

    Raises:
        FieldProblem: It is no host task, the step cannot be taken yet, or a field is wrong.
    """
    fields.one_of("step", step, ROUTE)
    day = fields.day("date", date, needed=True)
    source = fields.line("document", document)
    with dossier.change() as change:
        found = _host_task(change, key)
        steps = list(ROUTE)
        place, taken = steps.index(step), list(found.route)
        if place > len(taken):
            raise FieldProblem(
                "step",
                _('First comes: "{step}".').format(step=label(ROUTE, next_step(taken))),
                hint=_("The steps are taken in order."),
            )
        _in_order(taken, place, day)
        if step == AGREED and place == len(taken):
            _complete(change, key)
        one = RouteStep(step=step, date=day, body=_decided_by(change, step, body), document=source)
        made = (*taken[:place], one, *taken[place + 1 :])
        return change.save(msgspec.structs.replace(found, route=made), key)


def take_back_step(dossier: Dossier, key: str) -> Stored[Intake]:
    """Take back the last step that was taken.

    Raises:
        FieldProblem: It is no host task, or no step was taken.
    """
    with dossier.change() as change:
        found = _host_task(change, key)
        if not found.route:
            raise FieldProblem("step", _("No step was taken yet."))
        return change.save(msgspec.structs.replace(found, route=found.route[:-1]), key)


def _host_task(dossier: Dossier, key: str) -> Intake:
    found = judge(dossier, key).intake
    if not found.host_task:
        raise FieldProblem(
            "step",
            _("This is a theme, no task for the host municipality; it has no such route."),
            hint=_("Begin one with: boce intake new --host-task --title TITLE"),
        )
    return found


def _in_order(taken: list[RouteStep], place: int, day: str) -> None:
    before = taken[place - 1].date if place else ""
    after = taken[place + 1].date if place + 1 < len(taken) else ""
    if day < before:
        words = _("The step before it was on {day}; this one cannot be earlier.")
        raise FieldProblem("date", words.format(day=show_day(before)))
    if after and day > after:
        words = _("The step after it was on {day}; this one cannot be later.")
        raise FieldProblem("date", words.format(day=show_day(after)))


def _complete(dossier: Dossier, key: str) -> None:
    missing = judge(dossier, key).missing
    if missing:
        words = _("The business case is not complete, so it cannot be agreed with. Missing: {what}")
        raise FieldProblem("step", words.format(what="; ".join(one.words for one in missing[:3])))


def _decided_by(dossier: Dossier, step: str, body: str) -> str:
    known = deciders(dossier, step)
    if not known:
        if body:
            raise FieldProblem("body", _("Nobody decides on this step: it is work to be done."))
        return ""
    if not body and len(known) == 1:
        return next(iter(known))
    return fields.one_of("body", body, known)
