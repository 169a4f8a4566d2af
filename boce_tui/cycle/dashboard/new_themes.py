"""What is to be done about candidate themes and the progress round."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.cycle.dashboard.lines import Task
from boce_tui.cycle.progressing.facts import still_open
from boce_tui.cycle.progressing.rounds import progress_rounds
from boce_tui.cycle.taking_in.intakes import judgements
from boce_tui.cycle.wording import shortened
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier


def new_theme_tasks(dossier: Dossier, round_id: str) -> Iterator[Task]:
    """Candidates to decide on or to motivate, and the open parts of the latest progress round."""
    for one in judgements(dossier, round_id):
        title = shortened(one.intake.title, 40)
        if one.intake.host_task:
            continue  # it has a route of its own, at the pace of those who take the steps
        if one.premature:
            why = _("It was included, but its intake is not complete.")
            yield Task(
                _("{title}: complete the intake").format(title=title), why, "intake", one.key, urgent=True
            )
        elif one.unmotivated:
            why = _("The decision differs from the advice.")
            yield Task(_("{title}: write down why").format(title=title), why, "intake", one.key)
        elif not one.decision and one.facts.complete:
            why = _("The intake is complete; the steering group decides.")
            yield Task(_("{title}: note what was decided").format(title=title), why, "intake", one.key)
    rounds = list(progress_rounds(dossier, round_id))
    missing = len(still_open(dossier, rounds[-1])) if rounds else 0
    if missing:
        text = ngettext("Progress: {n} part is open", "Progress: {n} parts are open", missing).format(
            n=missing
        )
        yield Task(text, _("Say how each theme stands, or that there are no activities."), "progress")
