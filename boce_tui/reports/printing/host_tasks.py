"""The route of a task for the host municipality, as blocks of Markdown (R85)."""

from __future__ import annotations

from boce_tui.domain.host_tasks import ROUTE
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.reports.blocks import Piece, fill, heading, stack, table
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day
from boce_tui.reports.model.intake import Candidate, IntakesModel


def route(one: Candidate) -> Md:
    """The way of a host task: each step, who decides, and when it was taken."""
    if not one.host_task:
        return Md("")
    return stack([heading(2, _("Route of the task")), _steps(one)])


def _steps(one: Candidate) -> Md:
    rows: list[tuple[Piece, ...]] = [
        (str(number), label(ROUTE, step.step), step.by, day(step.date) or _("not yet"), step.document)
        for number, step in enumerate(one.route, start=1)
    ]
    return table([_("No."), _("Step"), _("Who decides"), _("Date"), _("Document")], rows)


def host_tasks(model: IntakesModel) -> Md:
    """Tasks for the host municipality in the same register: how far each is, and who decides next."""
    found = [one for one in model.candidates if one.host_task]
    if not found:
        return Md("")
    rows: list[tuple[Piece, ...]] = []
    for one in found:
        taken = [step for step in one.route if step.date]
        waits = next((step for step in one.route if not step.date), None)
        rows.append(
            (
                fill("{number} {title}", number=one.number, title=one.title),
                label(ROUTE, taken[-1].step) if taken else _("nothing yet"),
                day(taken[-1].date) if taken else "",
                label(ROUTE, waits.step) if waits else _("nothing more"),
                waits.by if waits else "",
            )
        )
    head = [_("Task"), _("Last step"), _("Date"), _("Next step"), _("Who decides")]
    return stack([heading(2, _("Tasks for the host municipality")), table(head, rows)])
