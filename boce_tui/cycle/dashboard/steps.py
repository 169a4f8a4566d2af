"""The steps of the year and how far each of them is."""

from __future__ import annotations

from boce_tui.cycle.analysing.findings import cited_answers
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.concluding import main_conclusions, matrix
from boce_tui.cycle.dashboard.lines import BUSY, DONE, OPEN, StepLine
from boce_tui.cycle.deciding.standing import standings
from boce_tui.cycle.following_up.decided import followed
from boce_tui.cycle.recalibrating.deciding import AMBITION, subjects
from boce_tui.cycle.recommending import recommendations
from boce_tui.domain.exporting import ExportEntry
from boce_tui.domain.keys import last
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.round import Interview, Respondent, Round
from boce_tui.domain.sending import SENT
from boce_tui.domain.vocabulary import HELD_STATES
from boce_tui.locale import _
from boce_tui.store import Dossier

GONE = ("withdrawn", "cancelled")
"""Interviews in these states are not going to be held."""


def steps(dossier: Dossier, readback: Readback) -> list[StepLine]:
    """Every step of the round with its state, in the order of the year."""
    round_id, round_ = readback.round_id, readback.round
    interviews = {last(key): i for key, i in dossier.values(Interview, f"{round_id}/").items()}
    basis = readback.basis
    checked = [DONE if n.value.final else BUSY for n in recommendations(dossier, round_id)]
    return [
        _assignment(round_),
        *(
            _without_answers(basis)
            if basis is not None
            else (
                _people(dossier, round_id, interviews),
                _interviews(interviews),
                _approval(interviews),
                _reading(dossier, readback),
            )
        ),
        _counted("sub_conclusions", _("Sub-conclusions"), [cell.state for cell in matrix(dossier, round_id)]),
        _main(dossier, round_id),
        _counted("recommendations", _("Recommendations"), checked),
        _report(round_),
        _decisions(dossier, round_id),
        _sending(dossier, round_id),
        *_follow_up(dossier, round_id),
        _recalibration(dossier, round_id),
    ]


def _without_answers(basis: ReportBasis) -> tuple[StepLine, ...]:
    """The steps that are over where the answers are not here: only their numbers are known."""
    why = _("not here")
    return (
        StepLine("people", _("Interview partners"), DONE, str(basis.participants)),
        StepLine("interviews", _("Interviews"), DONE, str(basis.interviews)),
        StepLine("approval", _("Approval"), DONE, why),
        StepLine("reading", _("Reading back"), DONE, why),
    )


def _of(done: int, total: int) -> str:
    return _("{done} of {total}").format(done=done, total=total)


def _counted(step: str, title: str, states: list[str]) -> StepLine:
    done = states.count(DONE)
    if not states or all(state == OPEN for state in states):
        return StepLine(step, title, OPEN, _of(0, len(states)) if states else "")
    state = DONE if done == len(states) else BUSY
    return StepLine(step, title, state, _of(done, len(states)))


def _assignment(round_: Round) -> StepLine:
    filled = [bool(round_.reason.strip()), bool(round_.assignment.strip()), bool(round_.focus_themes)]
    state = DONE if all(filled) else BUSY if any(filled) else OPEN
    return StepLine("assignment", _("Assignment"), state, "")


def _people(dossier: Dossier, round_id: str, interviews: dict[str, Interview]) -> StepLine:
    codes = {last(key) for key in dossier.values(Respondent, f"{round_id}/")}
    placed = {code for i in interviews.values() if i.state != "cancelled" for code in i.participants}
    state = OPEN if not codes else DONE if codes <= placed else BUSY
    return StepLine("people", _("Interview partners"), state, str(len(codes)) if codes else "")


def _interviews(interviews: dict[str, Interview]) -> StepLine:
    going = [i for i in interviews.values() if i.state not in GONE]
    return _counted("interviews", _("Interviews"), [DONE if i.state in HELD_STATES else OPEN for i in going])


def _approval(interviews: dict[str, Interview]) -> StepLine:
    held = [i for i in interviews.values() if i.state in HELD_STATES]
    return _counted("approval", _("Approval"), [DONE if i.state == "approved" else OPEN for i in held])


def _reading(dossier: Dossier, readback: Readback) -> StepLine:
    rows = [q for q in readback.questions(cited_answers(dossier, readback.round_id)) if q.answers]
    return _counted("reading", _("Reading back"), [DONE if q.cited else OPEN for q in rows])


def _main(dossier: Dossier, round_id: str) -> StepLine:
    bullets = [m.value for m in main_conclusions(dossier, round_id) if m.value]
    complete = bullets and all(b.text.strip() and b.sub_conclusions for b in bullets)
    state = DONE if complete else BUSY if bullets else OPEN
    return StepLine("main_conclusions", _("Main conclusion"), state, str(len(bullets)) if bullets else "")


def _report(round_: Round) -> StepLine:
    if round_.status == "final":
        return StepLine("report", _("Report"), DONE, round_.version)
    return StepLine("report", _("Report"), OPEN, _("draft {version}").format(version=round_.version))


def _decisions(dossier: Dossier, round_id: str) -> StepLine:
    """Decided by every college, or by a body that decides for all."""
    found = standings(dossier, round_id)
    states = [DONE if one.decided else BUSY if one.voices else OPEN for one in found]
    return _counted("decisions", _("Decision"), states)


def _sending(dossier: Dossier, round_id: str) -> StepLine:
    """What goes out when the round is over: each counts when it was written with the final report."""
    out = {
        entry.document
        for entry in dossier.values(ExportEntry, f"{round_id}/").values()
        if not entry.version.startswith("0.")
    }
    return _counted("sending", _("Letters"), [DONE if kind in out else OPEN for kind in SENT])


def _recalibration(dossier: Dossier, round_id: str) -> StepLine:
    # As the session counts: a theme is decided on when something happens to it, its ambitions always are.
    found = [
        one
        for one in subjects(dossier, round_id)
        if one.kind == AMBITION or one.undecided or one.value.choice
    ]
    states = [DONE if one.done else BUSY if one.value.choice else OPEN for one in found]
    return _counted("recalibration", _("Recalibration"), states)


def _follow_up(dossier: Dossier, round_id: str) -> tuple[StepLine, ...]:
    """What became of recommendations: a step from the second round on, or when the report is final."""
    found = followed(dossier, round_id)
    if not found:
        return ()
    states = [DONE if one.follow_up else OPEN for one in found.values()]
    return (_counted("follow_up", _("Follow-up"), states),)
