"""What is to be done after a report: late actions, the scan, meetings, what councils asked, a next round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from boce_tui.cycle.dashboard.lines import Task
from boce_tui.cycle.following_up.actions import BY_DATE, overdue, promises
from boce_tui.cycle.following_up.meetings import due, meetings
from boce_tui.cycle.following_up.scanning import scans, waiting
from boce_tui.cycle.informing.needs import needs
from boce_tui.cycle.informing.needs import waiting as undelivered
from boce_tui.cycle.rounds import may_start_next
from boce_tui.cycle.wording import day, shortened
from boce_tui.domain.keys import join
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier


def after_tasks(dossier: Dossier, round_id: str, today: date) -> Iterator[Task]:
    """Everything that waits because of decisions that were taken, in this round or before it.

    Args:
        dossier: The dossier.
        round_id: The round one works in.
        today: The day overdue things are measured against.
    """
    yield from _late(dossier, round_id, today)
    yield from _scans(dossier, round_id, today)
    for id_, one in due(meetings(dossier, round_id), today.isoformat()).items():
        text = _("{title}: was planned on {date}; was it held?").format(
            title=shortened(one.title), date=day(date.fromisoformat(one.date))
        )
        yield Task(text, _("Note it, move it or cancel it."), "meetings", join(round_id, id_))
    yield from _needs(dossier, round_id, today)
    if may_start_next(dossier, round_id):
        yield Task(
            _("Start the next round"),
            _("Questions, themes and open recommendations come along; people and answers do not."),
            "new_round",
        )


def _late(dossier: Dossier, round_id: str, today: date) -> Iterator[Task]:
    late = overdue(promises(dossier, round_id, today))
    if late:
        text = ngettext("{n} action is late", "{n} actions are late", len(late)).format(n=len(late))
        by_date = any(one.late == BY_DATE for one in late)
        yield Task(
            text, _("Ask who does it, or agree on another date."), "actions", "overdue", urgent=by_date
        )


def _needs(dossier: Dossier, round_id: str, today: date) -> Iterator[Task]:
    """Needs of the councils without delivery (R91)."""
    found = undelivered(needs(dossier, round_id, today))
    if found:
        text = ngettext(
            "The councils still wait for {n} answer", "The councils still wait for {n} answers", len(found)
        )
        late = any(one.days for one in found)
        yield Task(
            text.format(n=len(found)), _("They asked for it; it was not delivered."), "needs", urgent=late
        )


def _scans(dossier: Dossier, round_id: str, today: date) -> Iterator[Task]:
    left = waiting(scans(dossier, round_id, today))
    if left:
        text = ngettext(
            "The scan of {n} recommendation is due", "The scan of {n} recommendations is due", len(left)
        ).format(n=len(left))
        yield Task(text, _("Adopted, done, noticed? The term after the decision is over."), "scans")
