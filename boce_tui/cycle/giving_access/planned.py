"""The interviews of one person: when and in which state, how far each record is, and what was erased."""

from __future__ import annotations

from boce_tui.cycle.giving_access.earlier import Hush, Line, fact, fixed
from boce_tui.cycle.giving_access.tables import Tables
from boce_tui.domain.approving import Approval, InterviewRecord
from boce_tui.domain.dates import show_day
from boce_tui.domain.erasing import ErasureCertificate
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import APPROVAL_RESULT, ERASURE_REASON, INTERVIEW_STATE, label
from boce_tui.locale import _
from boce_tui.reports.model.access import AccessFact, AccessSection
from boce_tui.reports.model.base import Origin, Text
from boce_tui.store import Dossier


def interviews(dossier: Dossier, tables: Tables, hush: Hush) -> AccessSection:
    """Every interview, with its record under it."""
    found: list[AccessFact] = []
    for interview, line in tables.lines.items():
        found.append(_interview(tables, interview, line, hush))
        found.append(_record(dossier, tables, interview, hush))
    return AccessSection(title=_("Your interviews"), facts=tuple(one for one in found if one))


def _interview(tables: Tables, interview: str, line: Line[Interview], hush: Hush) -> AccessFact:
    key, code = tables.key(interview), tables.code

    def lines(one: Interview) -> list[Text]:
        if code not in one.participants:
            return [Text(_("You are not at the table of this interview."), Origin(Interview.entity, key))]
        state, day = label(INTERVIEW_STATE, one.state), show_day(one.when.actual or one.when.planned)
        said = [f"{state}, {day}" if day else state]
        if one.when.actual and one.when.planned not in ("", one.when.actual):
            said.append(_("Planned for {day}").format(day=show_day(one.when.planned)))
        if one.start:
            said.append(_("Begins at {time}").format(time=one.start))
        found = [Text(words, Origin(Interview.entity, key, "planned")) for words in said]
        if one.participants == (code,) and tables.alone(interview):  # of a table: maybe about somebody else
            for field in ("place", "note", "conflict"):
                found.append(Text(getattr(one, field), Origin(Interview.entity, key, field)))
        return found

    return fact(interview, line, lines, hush)


def _record(dossier: Dossier, tables: Tables, interview: str, hush: Hush) -> AccessFact:
    key = tables.key(interview)
    line = Line.of(dossier, InterviewRecord, key)

    def lines(one: InterviewRecord) -> list[Text]:
        sent = one.participants.get(tables.code)
        said = _approval(sent) if sent is not None and sent.sent else []
        if tables.alone(interview):
            said += [
                _("Opened again on {day}: {reason}").format(day=show_day(u.at[:10]), reason=u.reason)
                for u in one.unlocked
            ]
        return [Text(words, Origin(InterviewRecord.entity, key, "participants")) for words in said]

    return fact(_("Record of {interview}").format(interview=interview), line, lines, hush)


def _approval(one: Approval) -> list[str]:
    result = label(APPROVAL_RESULT, one.result) if one.result else _("no answer yet")
    found = [_("Record sent on {day}: {result}").format(day=show_day(one.sent), result=result)]
    if one.answered:
        found.append(_("Answered on {day}").format(day=show_day(one.answered)))
    if one.deadline:
        found.append(_("Answer asked before {day}").format(day=show_day(one.deadline)))
    found += [_("Reminded on {day}").format(day=show_day(day)) for day in one.reminders]
    return found


def erasures(dossier: Dossier, round_id: str, tables: Tables) -> AccessSection:
    """What was erased of this person; the proofs hold nothing of what it was."""
    found = []
    for one in dossier.values(ErasureCertificate, f"{round_id}/").values():
        if one.participant == tables.code or (not one.participant and tables.alone(one.interview)):
            words = _("{n} texts, in all their versions: {reason}").format(
                n=sum(one.items.values()), reason=label(ERASURE_REASON, one.reason)
            )
            title = f"{show_day(one.at[:10])} {one.interview}".strip()
            found.append(AccessFact(label=fixed(title), texts=(fixed(words),)))
    return AccessSection(title=_("What was erased"), facts=tuple(found))
