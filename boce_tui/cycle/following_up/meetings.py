"""Meetings: planned, moved with both dates kept, cancelled with what came in its place, held (R78)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from boce_tui.cycle.following_up.decided import followed
from boce_tui.cycle.giving_numbers import next_id
from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, cleaned
from boce_tui.cycle.planning.settings import bodies
from boce_tui.cycle.planning.themes import themes
from boce_tui.cycle.recommending import recommendations
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.keys import join, last
from boce_tui.domain.meetings import CANCELLED, HELD, MOVED, PLANNED, Meeting, MovedFrom
from boce_tui.domain.recommendation import Recommendation
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

_MEETING: dict[str, fields.Cleaner] = {
    "title": fields.needed_line,
    "body": fields.line,
    "date": fields.day,
    "start": fields.clock_time,
    "place": fields.line,
    "themes": fields.lines,
    "recommendations": fields.lines,
    "reason": fields.block,
    "note": fields.block,
}


def meetings(dossier: Dossier, round_id: str) -> dict[str, Meeting]:
    """Id -> meeting of a round, by the day it is on; without a day last."""
    found = {last(key): m for key, m in dossier.values(Meeting, f"{round_id}/").items()}
    order = sorted(found, key=lambda id_: (found[id_].date or "9999", found[id_].start, id_))
    return {id_: found[id_] for id_ in order}


def add_meeting(dossier: Dossier, round_id: str, **values: Any) -> Stored[Meeting]:
    """Plan a meeting; its id is the next ``V01``, ``V02`` ...

    Raises:
        BadInput: There is no such round, or a field is wrong.
    """
    the_round(dossier, round_id)
    made = Meeting(**_checked(dossier, {"title": "", **values}))
    with dossier.change():
        ever = {last(key) for key in dossier.head_keys(Meeting, f"{round_id}/")}
        return dossier.save(made, join(round_id, next_id(dossier, round_id, "V", ever)))


def change_meeting(dossier: Dossier, round_id: str, id_: str, **changes: Any) -> Stored[Meeting]:
    """Change a meeting. Another date for one that had a date is a move: the old date is kept.

    Raises:
        BadInput: There is no such meeting, or a field is wrong.
    """
    clean = _checked(dossier, changes)
    with dossier.change():
        before = _the_meeting(dossier, round_id, id_)
        if "date" in clean and before.date and clean["date"] != before.date:
            day = clean.pop("date")
            if not day:
                raise FieldProblem(
                    "date",
                    _("A date is never taken away: it is moved or cancelled."),
                    hint=_("Give the new date, or cancel the meeting."),
                )
            before = _moved(before, day, "")
        return dossier.save(msgspec.structs.replace(before, **clean), join(round_id, id_))


def move(dossier: Dossier, round_id: str, id_: str, date: str, reason: str = "") -> Stored[Meeting]:
    """Give a meeting another date; the one it had stays beside it, with the reason.

    Raises:
        BadInput: There is no such meeting, it was held, or the date is wrong or the same.
    """
    day = fields.day("date", date, needed=True)
    why = fields.line("reason", reason)
    with dossier.change():
        before = _the_meeting(dossier, round_id, id_)
        if before.status == HELD:
            raise FieldProblem("date", _("This meeting was held; it cannot be moved."))
        if day == before.date:
            raise FieldProblem("date", _("It is on that day already."))
        after = _moved(before, day, why) if before.date else msgspec.structs.replace(before, date=day)
        if before.status == CANCELLED:
            after = msgspec.structs.replace(after, reason="", replaced_by="")
        return dossier.save(after, join(round_id, id_))


def _moved(before: Meeting, day: str, reason: str) -> Meeting:
    kept = (*before.moved, MovedFrom(date=before.date, reason=reason))
    status = HELD if before.status == HELD else MOVED
    return msgspec.structs.replace(before, date=day, moved=kept, status=status)


def cancel(
    dossier: Dossier, round_id: str, id_: str, reason: str = "", replaced_by: str = ""
) -> Stored[Meeting]:
    """Cancel a meeting; its date stays, and so does what came in its place.

    Raises:
        BadInput: There is no such meeting, it was held, or it would replace itself.
    """
    with dossier.change():
        before = _the_meeting(dossier, round_id, id_)
        if before.status == HELD:
            raise FieldProblem("status", _("This meeting was held; it cannot be cancelled."))
        if replaced_by:
            others = {key: m.title for key, m in meetings(dossier, round_id).items() if key != id_}
            fields.one_of("replaced_by", replaced_by, others)
            if others and _leads_to(meetings(dossier, round_id), replaced_by, id_):
                raise FieldProblem("replaced_by", _("These meetings would replace each other."))
        after = msgspec.structs.replace(
            before, status=CANCELLED, reason=fields.block("reason", reason), replaced_by=replaced_by
        )
        return dossier.save(after, join(round_id, id_))


def hold(dossier: Dossier, round_id: str, id_: str, date: str = "") -> Stored[Meeting]:
    """Note that a meeting was held, on the day it was planned on or another one.

    Raises:
        BadInput: There is no such meeting, it was cancelled, or it has no date.
    """
    with dossier.change():
        before = _the_meeting(dossier, round_id, id_)
        if before.status == CANCELLED:
            raise FieldProblem(
                "status", _("This meeting was cancelled."), hint=_("Give it a new date first: it is moved.")
            )
        day = fields.day("date", date) or before.date
        if not day:
            raise FieldProblem("date", _("This has to be filled in."))
        after = _moved(before, day, "") if before.date and day != before.date else before
        after = msgspec.structs.replace(after, date=day, status=HELD)
        return dossier.save(after, join(round_id, id_))


def reopen(dossier: Dossier, round_id: str, id_: str) -> Stored[Meeting]:
    """Take back that it was held or cancelled."""
    with dossier.change():
        before = _the_meeting(dossier, round_id, id_)
        status = MOVED if before.moved else PLANNED
        after = msgspec.structs.replace(before, status=status, reason="", replaced_by="")
        return dossier.save(after, join(round_id, id_))


def remove_meeting(dossier: Dossier, round_id: str, id_: str) -> Stored[Meeting]:
    """Take a meeting out that was entered by mistake; undo brings it back."""
    with dossier.change():
        _the_meeting(dossier, round_id, id_)
        if any(one.replaced_by == id_ for one in meetings(dossier, round_id).values()):
            raise FieldProblem("meeting", _("Another meeting was replaced by this one, so it stays."))
        return dossier.delete(Meeting, join(round_id, id_))


def on_the_agenda(dossier: Dossier, round_id: str) -> dict[str, tuple[str, Recommendation]]:
    """Key -> number and recommendation that can stand on an agenda: of this round and those followed up."""
    mine = {
        one.key: (f"{round_id}-{one.number}", one.value)
        for one in recommendations(dossier, round_id)
        if not one.value.dropped
    }
    earlier = {key: (one.number, one.value) for key, one in followed(dossier, round_id).items()}
    return {**mine, **earlier}


def due(found: dict[str, Meeting], day: str) -> dict[str, Meeting]:
    """Meetings whose day is over, and of which nobody noted whether they were held."""
    return {
        id_: one
        for id_, one in found.items()
        if one.status in (PLANNED, MOVED) and one.date and one.date < day
    }


def find_on_agenda(dossier: Dossier, round_id: str, said: Iterable[str]) -> tuple[str, ...]:
    """The keys of recommendations by the numbers that somebody typed: ``3b`` or ``2021-3b``.

    Raises:
        BadInput: One of them is not there.
    """
    known = on_the_agenda(dossier, round_id)
    by_number = {number.lower(): key for key, (number, _item) in known.items()}
    short = {number.partition("-")[2]: key for number, key in reversed(by_number.items())}
    found = []
    for word in said:
        key = by_number.get(word.lower()) or short.get(word.lower()) or (word if word in known else "")
        if not key:
            raise FieldProblem(
                "recommendations",
                _("There is no recommendation {number} here.").format(number=word),
                hint=_("Choose from: {choices}.").format(choices=", ".join(n for n, _i in known.values())),
            )
        found.append(key)
    return tuple(dict.fromkeys(found))


def _the_meeting(dossier: Dossier, round_id: str, id_: str) -> Meeting:
    found = dossier.value(Meeting, join(round_id, id_))
    if found is None:
        known = ", ".join(meetings(dossier, round_id))
        raise BadInput(
            _("There is no meeting {id} in round {round}.").format(id=id_, round=round_id),
            hint=_("These meetings exist: {ids}").format(ids=known) if known else "",
        )
    return found


def _leads_to(found: dict[str, Meeting], start: str, wanted: str) -> bool:
    seen: set[str] = set()
    at = start
    while at and at not in seen:
        if at == wanted:
            return True
        seen.add(at)
        at = found[at].replaced_by if at in found else ""
    return False


def _checked(dossier: Dossier, values: dict[str, Any]) -> dict[str, Any]:
    clean = cleaned(values, _MEETING)
    if clean.get("body"):
        fields.one_of("body", clean["body"], {key: body.name for key, body in bodies(dossier).items()})
    if "themes" in clean:
        known = {key: theme.name for key, theme in themes(dossier).items()}
        clean["themes"] = fields.several_of("themes", clean["themes"], known)
    if "recommendations" in clean:
        kept = [key for key in clean["recommendations"] if dossier.value(Recommendation, key) is not None]
        clean["recommendations"] = tuple(dict.fromkeys(kept))
    return clean
