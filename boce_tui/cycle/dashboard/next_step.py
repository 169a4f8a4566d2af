"""The next step of the round: what a person does who has just opened the dossier and wants to go on."""

from __future__ import annotations

from datetime import date

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.dashboard.lines import DONE, OPEN, StepLine, Task
from boce_tui.cycle.planning.board import begun
from boce_tui.cycle.planning.coverage import coverage
from boce_tui.cycle.planning.interviews import interviews
from boce_tui.cycle.planning.people import evaluators, respondents
from boce_tui.cycle.wording import day
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import join
from boce_tui.domain.round import Interview
from boce_tui.domain.status import OVER
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier


def next_steps(dossier: Dossier, readback: Readback, lines: list[StepLine]) -> list[Task]:
    """What comes next in the order of the year; at least one task until the report is final.

    Args:
        dossier: The dossier.
        readback: The round as read back.
        lines: The steps with their states.
    """
    round_id = readback.round_id
    if readback.basis is not None:  # nothing of the interviews is here: they are over
        return _working_out(dossier, round_id, {line.id: line for line in lines})
    found = [*_preparing(dossier, readback), *_interviewing(dossier, round_id)]
    return found or _working_out(dossier, round_id, {line.id: line for line in lines})


def _preparing(dossier: Dossier, readback: Readback) -> list[Task]:
    round_, round_id = readback.round, readback.round_id
    tasks: list[Task] = []
    missing = [
        words
        for words, there in (
            (_("reason"), round_.reason.strip()),
            (_("assignment"), round_.assignment.strip()),
            (_("focus themes"), round_.focus_themes),
        )
        if not there
    ]
    if missing:
        text = _("Fill in the assignment: {what}").format(what=", ".join(missing))
        tasks.append(Task(text, _("It is chapter 1 of the report."), "assignment", round_id))
    people, placed = respondents(dossier, round_id), _placed(interviews(dossier, round_id))
    if not people:
        text = _("Put the interview partners on the list")
        tasks.append(Task(text, _("By code; the name stays apart."), "people"))
        return tasks
    if not evaluators(dossier, round_id):
        text = _("Add who conducts the interviews")
        tasks.append(Task(text, _("Then boce warns of a conflict of interest."), "people"))
    loose = sum(code not in placed for code in people)
    if loose:
        text = ngettext(
            "{n} interview partner without an interview", "{n} interview partners without an interview", loose
        ).format(n=loose)
        tasks.append(Task(text, _("In the planning: a makes one for everybody."), "planning"))
    held = any(i.state in HELD_STATES for i in interviews(dossier, round_id).values())
    gaps = coverage(dossier, round_id).gaps if not held else 0
    if gaps:
        text = ngettext(
            "Coverage: {n} place where nobody is heard", "Coverage: {n} places where nobody is heard", gaps
        ).format(n=gaps)
        tasks.append(Task(text, _("Better to know before the first interview."), "coverage"))
    return tasks


def _interviewing(dossier: Dossier, round_id: str) -> list[Task]:
    found = interviews(dossier, round_id)
    waiting = {id_: i for id_, i in found.items() if i.state not in (*HELD_STATES, *OVER)}
    if not waiting:
        return []
    at_it = begun(dossier, round_id)
    id_ = min(
        waiting,
        key=lambda key: (key not in at_it, waiting[key].when.planned or "9999", waiting[key].start, key),
    )
    item = waiting[id_]
    first = not any(i.state in HELD_STATES for i in found.values())
    words = {"who": f"{id_} ({', '.join(item.participants)})"}
    if id_ in at_it:
        text = _("Go on with the interview: {who}")
    elif item.when.planned:
        words["date"] = day(date.fromisoformat(item.when.planned))
        text = (
            _("The first interview: {who} on {date}") if first else _("The next interview: {who} on {date}")
        )
    else:
        text = _("The first interview: {who}") if first else _("The next interview: {who}")
    return [Task(text.format(**words), _("enter opens it."), "interview", join(round_id, id_))]


def _working_out(dossier: Dossier, round_id: str, lines: dict[str, StepLine]) -> list[Task]:
    def state(step: str) -> str:
        return lines[step].state if step in lines else DONE

    if not dossier.values(Finding, f"{round_id}/"):
        text = _("Read the answers back and write the first finding")
        return [Task(text, _("All interviews were held."), "reading")]
    for step, text in (
        ("sub_conclusions", _("Write the first sub-conclusion")),
        ("main_conclusions", _("Write the main conclusion")),
        ("recommendations", _("Write the first recommendation")),
    ):
        if state(step) == OPEN:
            return [Task(text, _("It rests on what stands before it."), step)]
    if state("report") != DONE:
        return [Task(_("Look at the report and its checks"), _("It is made from all of this."), "report")]
    return []


def _placed(found: dict[str, Interview]) -> set[str]:
    return {code for i in found.values() if i.state != "cancelled" for code in i.participants}
