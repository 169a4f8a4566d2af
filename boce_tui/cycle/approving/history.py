"""Who changed an answer, when and what; an older version comes back as a new one (R36)."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.locking import check_open, interview_of
from boce_tui.domain.approving import InterviewRecord
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey, join
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import INTERVIEW_STATE, SKIP_REASON, label
from boce_tui.errors import BadInput, DossierUnavailable
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

TOLD_STATES = ("held", "worked_out", "for_approval", "approved", "withdrawn")


@dataclass(frozen=True)
class Version:
    """Something that happened to an answer, or to the record it belongs to.

    Attributes:
        id: Revision; of an event of the record its own id.
        at: When, ISO in UTC.
        by: Profile that did it.
        what: What was done, in words.
        answer: The answer as it became; None for an event of the record, a deletion and an erased version.
        before: The answer as it was before; an empty one for the first version.
        now: It is the version of now.
    """

    id: str
    at: str
    by: str
    what: tuple[str, ...]
    answer: Answer | None = None
    before: Answer | None = None
    now: bool = False


def versions(dossier: Dossier, key: str) -> list[Version]:
    """Every version of an answer and what happened to its record in between, the newest first."""
    found: list[Version] = []
    before = Answer()
    now = {item.id for item in dossier.heads(Answer, key)}
    for item in dossier.history(Answer, key):
        found.append(
            Version(
                id=item.id,
                at=item.at,
                by=item.author or "",
                what=_what(item, before),
                answer=item.value,
                before=before,
                now=item.id in now,
            )
        )
        before = item.value or Answer()
    found += _events(dossier, key)
    return sorted(found, key=lambda version: version.at, reverse=True)


def _what(item: Stored[Answer], before: Answer) -> tuple[str, ...]:
    if item.erased:
        return (_("erased"),)
    if item.value is None:
        return (_("deleted"),)
    words = [_("undone")] if item.kind == "undo" else [_("redone")] if item.kind == "redo" else []
    after = item.value
    changed = (
        (_("notes"), before.text != after.text),
        (_("final text"), before.worked_out != after.worked_out),
        (_("choice"), before.values != after.values),
        (_("follow-up questions"), before.probes_asked != after.probes_asked),
        (_("who said it"), before.speakers != after.speakers),
        (_("for later"), before.later != after.later),
    )
    words += [name for name, differs in changed if differs]
    if before.skipped != after.skipped:
        reason = label(SKIP_REASON, after.skipped.reason) if after.skipped else ""
        words.append(_("skipped: {reason}").format(reason=reason) if reason else _("no longer skipped"))
    return tuple(words or [_("kept again")])


def _events(dossier: Dossier, key: str) -> list[Version]:
    interview = interview_of(dossier, Answer.entity, key)
    found, state = [], ""
    for item in dossier.history(Interview, interview):
        after = item.value.state if item.value else ""
        if after != state and after in TOLD_STATES:
            words = _("interview: {state}").format(state=label(INTERVIEW_STATE, after))
            found.append(Version(item.id, item.at, item.author or "", (words,)))
        state = after
    record = dossier.value(InterviewRecord, interview)
    for opened in record.unlocked if record else ():
        words = _("unlocked: {reason}").format(reason=opened.reason)
        found.append(Version(f"unlocked {opened.at}", opened.at, opened.by, (words,)))
    return found


def changed_words(version: Version) -> str:
    """The words that are new in a version, or those that went away; empty when no text differs."""
    if version.answer is None:
        return ""
    before = version.before or Answer()
    for old, new in ((before.text, version.answer.text), (before.worked_out, version.answer.worked_out)):
        if old == new:
            continue
        begin = _alike(old, new)
        end = _alike(old[begin:][::-1], new[begin:][::-1])
        added, gone = new[begin : len(new) - end].strip(), old[begin : len(old) - end].strip()
        return " ".join((f"+ {added}" if added else f"- {gone}").split())
    return ""


def _alike(first: str, second: str) -> int:
    """How many signs two texts begin with together."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))


def bring_back(dossier: Dossier, key: str, version: str) -> Stored[Answer]:
    """Make an older version of an answer the one of now, by a new revision; nothing gets lost.

    Raises:
        BadInput: The record is approved, or there is no such version.
        DossierUnavailable: Its text was erased.
    """
    with dossier.change():
        _check(dossier, key)
        old = dossier.revision(version)
        if old is None or (old.entity, old.key) != (Answer.entity, key):
            raise BadInput(_("This version has no text to bring back."))
        if old.erased:
            raise DossierUnavailable(
                _("The earlier text was erased at someone's request and cannot come back."),
                hint=_("Nothing was changed."),
            )
        return dossier.save(old.value if old.value is not None else Answer(), key)


def undo(dossier: Dossier, key: str) -> Stored[Answer] | None:
    """Go back one version; None when there is none. It can be repeated, and survives restarts."""
    with dossier.change():
        _check(dossier, key)
        return dossier.undo(Answer, key)


def redo(dossier: Dossier, key: str) -> Stored[Answer] | None:
    """Take back one undo; None when there is none."""
    with dossier.change():
        _check(dossier, key)
        return dossier.redo(Answer, key)


def _check(dossier: Dossier, key: str) -> None:
    place = AnswerKey.parse(key)
    check_open(dossier, join(place.round, place.interview))
