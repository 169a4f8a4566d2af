"""What is to be done now: overdue things first, then what keeps the report from being complete."""

from __future__ import annotations

from datetime import date

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.support import support
from boce_tui.cycle.approving.waiting import waiting
from boce_tui.cycle.concluding import Cell, matrix
from boce_tui.cycle.dashboard.after import after_tasks
from boce_tui.cycle.dashboard.lines import DONE, OPEN, Task
from boce_tui.cycle.dashboard.new_themes import new_theme_tasks
from boce_tui.cycle.dashboard.steps import GONE
from boce_tui.cycle.evidence import broken_links
from boce_tui.cycle.planning.board import begun
from boce_tui.cycle.planning.themes import decided
from boce_tui.cycle.recommending import Numbered, recommendations
from boce_tui.cycle.retaining.due import terms
from boce_tui.cycle.wording import day, shortened, theme_name
from boce_tui.domain.agenda import Ambition, Theme
from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import join, last
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier


def tasks(dossier: Dossier, readback: Readback, today: date) -> list[Task]:
    """Everything to do in the round, urgent things first.

    Args:
        dossier: The dossier.
        readback: The round as read back.
        today: The day overdue things are measured against.
    """
    round_id = readback.round_id
    interviews = {last(key): i for key, i in dossier.values(Interview, f"{round_id}/").items()}
    found = [
        *_conflict_tasks(dossier),
        *_approval_tasks(dossier, round_id, today),
        *_interview_tasks(round_id, interviews, today, begun(dossier, round_id)),
        *_finding_tasks(dossier, readback),
        *_cell_tasks(dossier, matrix(dossier, round_id)),
        *_advice_tasks(recommendations(dossier, round_id)),
        *_theme_tasks(dossier),
        *_retention_tasks(dossier, today),
        *after_tasks(dossier, round_id, today),
        *new_theme_tasks(dossier, round_id),
    ]
    return sorted(found, key=lambda task: not task.urgent)


def _conflict_tasks(dossier: Dossier) -> list[Task]:
    """What was changed on two laptops: nobody chose yet."""
    n = len(dossier.conflicts())
    if not n:
        return []
    text = ngettext("{n} item with two versions: compare", "{n} items with two versions: compare", n)
    return [Task(text.format(n=n), _("Changed on two laptops; choose before 1.0."), "conflicts", urgent=True)]


def _approval_tasks(dossier: Dossier, round_id: str, today: date) -> list[Task]:
    tasks = []
    for one in waiting(dossier, round_id, today):
        if not (one.overdue or one.soon):
            continue
        told = {
            "who": f"{one.interview} ({one.code})",
            "date": day(date.fromisoformat(one.approval.deadline)),
        }
        if one.overdue:
            text = _("{who}: approval is overdue since {date}").format(**told)
            why = _("Remind them, or note what they answered.")
            if one.approval.reminders:
                last_one = day(date.fromisoformat(one.approval.reminders[-1]))
                why = _("Reminded on {date}; note what they answered.").format(date=last_one)
            tasks.append(Task(text, why, "approval", one.interview, urgent=True))
        else:
            text = _("{who}: approval is due on {date}").format(**told)
            tasks.append(Task(text, _("A reminder in time helps."), "approval", one.interview))
    return tasks


def _interview_tasks(
    round_id: str, interviews: dict[str, Interview], today: date, at_it: set[str]
) -> list[Task]:
    tasks = []
    for id_, item in sorted(interviews.items()):
        who = f"{id_} ({', '.join(item.participants)})"
        if item.state == "held":
            tasks.append(
                Task(
                    _("{who}: held, still to work out").format(who=who),
                    _("Notes fade within days."),
                    "working_out",
                    join(round_id, id_),
                )
            )
        elif item.state == "worked_out":
            text = _("{who}: worked out, the record can be sent").format(who=who)
            tasks.append(Task(text, _("It is approved by the person who gave it."), "records", id_))
        elif item.when.planned and item.state not in (*HELD_STATES, *GONE):
            planned = date.fromisoformat(item.when.planned)
            if planned < today:
                text = _("{who}: was planned on {date}, not held yet").format(who=who, date=day(planned))
                tasks.append(Task(text, _("Hold it, move it or cancel it."), "planning", id_, urgent=True))
    waiting = sum(i.state == "to_plan" and id_ not in at_it for id_, i in interviews.items())
    if waiting:
        text = ngettext("{n} interview still to plan", "{n} interviews still to plan", waiting).format(
            n=waiting
        )
        tasks.append(Task(text, _("Invite the people on the list."), "planning"))
    return tasks


def _finding_tasks(dossier: Dossier, readback: Readback) -> list[Task]:
    tasks = []
    for entity, key, _link in broken_links(dossier, readback.round_id):
        tasks.append(
            Task(
                _("A source is gone: {item}").format(item=last(key)),
                _("The chain is broken."),
                entity,
                key,
                urgent=True,
            )
        )
    for item in dossier.all(Finding, f"{readback.round_id}/"):
        if item.value is None:
            continue
        if not item.value.evidence:
            text = _("A finding without a source: {text}").format(text=shortened(item.value.text))
            tasks.append(
                Task(text, _("No published sentence without evidence."), "finding", item.key, urgent=True)
            )
        elif support(readback, item.value).changed:
            text = _("A source has changed: {text}").format(text=shortened(item.value.text))
            tasks.append(Task(text, _("Read the answer again."), "finding", item.key))
    asked = sum(
        1 for q in dossier.all(Quote, f"{readback.round_id}/") if q.value and q.value.approval == "asked"
    )
    if asked:
        text = ngettext("{n} quote waits for approval", "{n} quotes wait for approval", asked).format(n=asked)
        tasks.append(Task(text, _("Only approved quotes are printed."), "approval"))
    return tasks


def _cell_tasks(dossier: Dossier, cells: list[Cell]) -> list[Task]:
    tasks = []
    for cell in cells:
        if cell.state == DONE or not any(c.state != OPEN for c in cells):
            continue
        place = f"{cell.section.title} · {theme_name(dossier, cell.theme)}"
        text = _("{place}: no sub-conclusion yet").format(place=place)
        tasks.append(Task(text, _("Without it there is no version 1.0."), "sub_conclusions", cell.key))
    return tasks


def _advice_tasks(advice: list[Numbered]) -> list[Task]:
    return [
        Task(
            _("Recommendation {number}: {what} is missing").format(
                number=n.number, what=", ".join(n.missing)
            ),
            _("It cannot be final like this."),
            "recommendations",
            n.key,
        )
        for n in advice
        if n.missing and not n.value.dropped
    ]


def _theme_tasks(dossier: Dossier) -> list[Task]:
    """Stopped work without a formal decision (R5), and explored ambitions nobody decided about."""
    tasks = [
        Task(
            _("{theme}: work stopped, but there is no decision").format(theme=theme.name),
            _("A theme ends by a decision with body, date and document."),
            "theme",
            key,
        )
        for key, theme in dossier.values(Theme).items()
        if theme.work_stopped and not decided(theme)
    ]
    for key, ambition in dossier.values(Ambition).items():
        formal = ambition.formal
        if formal and formal.status == "explored_not_pursued" and not formal.by:
            text = _("{theme}: explored and not pursued, without a formal decision").format(
                theme=theme_name(dossier, ambition.theme)
            )
            tasks.append(Task(text, _("The report names it as long as there is none."), "ambition", key))
    return tasks


def _retention_tasks(dossier: Dossier, today: date) -> list[Task]:
    """What is past its term of keeping, or nearly (domain.md 9.7)."""
    tasks = []
    for term in terms(dossier):
        state = term.state(today)
        if state not in ("overdue", "soon"):
            continue
        words = {"round": term.round, "date": day(date.fromisoformat(term.due))}
        if term.what == "answers":
            text = _("Round {round}: the answers have to be gone by {date}").format(**words)
        else:
            text = _("Round {round}: the names have to be gone by {date}").format(**words)
        why = _("Report and decisions stay. enter shows what goes.")
        tasks.append(Task(text, why, "retention", term.round, urgent=state == "overdue"))
    return tasks
