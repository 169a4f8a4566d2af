"""Actions per recommendation: who does what by when, and what is overdue (R69)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec

from boce_tui.cycle.following_up.decided import Followed, as_date, followed, followed_one
from boce_tui.cycle.giving_numbers import next_id
from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, cleaned
from boce_tui.cycle.planning.settings import bodies
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.today import today
from boce_tui.domain.dates import parse_day_or_month
from boce_tui.domain.keys import join, last
from boce_tui.domain.recommendation import ActionItem
from boce_tui.domain.vocabulary import ACTION_OVER, ACTION_STATE
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

BY_DATE, BY_AGE = "date", "age"
NOBODY = "-"
"""Stands for "nobody named" where a body is asked for."""


@dataclass(frozen=True)
class Promise:
    """One action; or a recommendation for which none was agreed, so that it is not forgotten.

    Attributes:
        about: The recommendation.
        key: Key of the action; empty when there is none.
        action: The action, or None.
        owner: Body id of who is to do it: the action's own, else who the recommendation names.
        late: ``date``: its deadline is over; ``age``: it has none, and the decision is long ago; or empty.
        days: Number of days it is late; for ``age`` the number of days since the decision.
    """

    about: Followed
    key: str
    action: ActionItem | None
    owner: str
    late: str = ""
    days: int = 0

    @property
    def deadline(self) -> str:
        """By when; of a recommendation without an action its own term."""
        return self.action.deadline if self.action else self.about.value.deadline

    @property
    def waits(self) -> bool:
        """Somebody is still waiting for it."""
        if self.action is not None:
            return self.action.state not in ACTION_OVER
        return not self.about.over

    @property
    def id(self) -> str:
        """What tells it apart in a list."""
        return self.key or self.about.key


def promises(dossier: Dossier, round_id: str, day: date, *, body: str = "") -> list[Promise]:
    """Every action that is followed up from this round, and every recommendation without one.

    Args:
        dossier: The dossier.
        round_id: The round one works in.
        day: The day overdue things are measured against.
        body: Only what this body is to do; ``-`` for what nobody was named for.
    """
    found: list[Promise] = []
    agreed: dict[str, dict[str, ActionItem]] = {}
    limits: dict[str, int] = {}
    everything = followed(dossier, round_id)
    for at in dict.fromkeys(one.round_id for one in everything.values()):
        limits[at] = the_round(dossier, at).action_days
        for key, action in dossier.values(ActionItem, f"{at}/").items():
            agreed.setdefault(key.rpartition("/")[0], {})[key] = action
    for about in everything.values():
        named, limit = about.value.owner or about.value.addressee, limits[about.round_id]
        mine = sorted(agreed.get(about.key, {}).items(), key=lambda entry: _order(*entry))
        if not mine:
            found.append(_measured(Promise(about, "", None, named), day, limit))
        for key, action in mine:
            found.append(_measured(Promise(about, key, action, action.owner or named), day, limit))
    wanted = "" if body == NOBODY else body
    return [one for one in found if not body or one.owner == wanted]


def overdue(found: list[Promise]) -> list[Promise]:
    """What is late, the longest first."""
    return sorted(
        (one for one in found if one.late), key=lambda one: (one.late != BY_DATE, -one.days, one.id)
    )


def owners(found: list[Promise], dossier: Dossier) -> dict[str, list[Promise]]:
    """Body id -> what it is to do, in the order of the bodies; nobody last, under an empty id."""
    known = list(bodies(dossier))
    order = sorted(
        {one.owner for one in found},
        key=lambda body: (not body, known.index(body) if body in known else len(known), body),
    )
    return {body: [one for one in found if one.owner == body] for body in order}


def _order(key: str, action: ActionItem) -> tuple[bool, str, str]:
    return action.state in ACTION_OVER, action.deadline or "9999", key


def _measured(one: Promise, day: date, limit: int) -> Promise:
    if not one.waits:
        return one
    due = as_date(one.deadline)
    if due is not None:
        late = (day - due).days
        return _late(one, BY_DATE, late) if late > 0 else one
    since = as_date(one.about.decided)
    if since is not None and (age := (day - since).days) > limit:
        return _late(one, BY_AGE, age)
    return one


def _late(one: Promise, kind: str, days: int) -> Promise:
    return replace(one, late=kind, days=days)


# --- changing ---------------------------------------------------------------------------------------------


def _deadline(field: str, value: str) -> str:
    said = fields.line(field, value)
    return (parse_day_or_month(said) or fields.day(field, said)) if said else ""


_ACTION: dict[str, fields.Cleaner] = {
    "text": fields.block,
    "owner": fields.line,
    "deadline": _deadline,
    "state": lambda field, value: fields.one_of(field, value, ACTION_STATE),
    "evidence": fields.block,
    "finished": fields.day,
}


def add_action(dossier: Dossier, recommendation: str, **values: Any) -> Stored[ActionItem]:
    """Agree on an action; without an owner and a deadline it takes those of the recommendation.

    Raises:
        BadInput: The recommendation is gone, or a field is wrong.
    """
    clean = _checked(dossier, {"text": "", **values})
    with dossier.change():
        about = followed_one(dossier, recommendation)
        if about is None:
            raise FieldProblem(
                "recommendation",
                _("This recommendation was deleted."),
                hint=_("Bring it back with undo first."),
            )
        clean["text"] = clean["text"] or about.value.text
        clean["owner"] = clean.get("owner") or about.value.owner or about.value.addressee
        clean["deadline"] = clean.get("deadline") or about.value.deadline
        ever = {last(key) for key in dossier.head_keys(ActionItem, f"{recommendation}/")}
        number = next_id(dossier, recommendation.split("/")[0], "a", ever, 1)
        return dossier.save(ActionItem(**clean), join(recommendation, number))


def change_action(dossier: Dossier, key: str, **changes: Any) -> Stored[ActionItem]:
    """Change an action; the day on which it was done or dropped goes along with its state.

    Raises:
        BadInput: There is no such action, or a field is wrong.
    """
    clean = _checked(dossier, changes)
    with dossier.change():
        before = dossier.value(ActionItem, key)
        if before is None:
            raise FieldProblem("action", _("There is no action {key}.").format(key=key))
        if "text" in clean and not clean["text"]:
            raise FieldProblem("text", _("This has to be filled in."))
        after = msgspec.structs.replace(before, **clean)
        if after.state != before.state and "finished" not in clean:
            over = after.state in ACTION_OVER
            after = msgspec.structs.replace(after, finished=today(dossier).isoformat() if over else "")
        return dossier.save(after, key)


def remove_action(dossier: Dossier, key: str) -> Stored[ActionItem]:
    """Take an action out; undo brings it back."""
    if dossier.value(ActionItem, key) is None:
        raise FieldProblem("action", _("There is no action {key}.").format(key=key))
    return dossier.delete(ActionItem, key)


def find_recommendation(dossier: Dossier, round_id: str, said: str) -> str:
    """The key of the recommendation that somebody calls ``2021-3b`` or ``3b``; the latest round first.

    Raises:
        BadInput: Nothing that is followed up has that number.
    """
    wanted = said.strip().lower()
    found = followed(dossier, round_id)
    for key, one in found.items():
        if wanted in (one.number.lower(), one.number.lower().partition("-")[2], key.lower()):
            return key
    raise FieldProblem(
        "recommendation",
        _("There is no recommendation {number} that is followed up.").format(number=said),
        hint=_("Choose from: {choices}.").format(choices=", ".join(one.number for one in found.values())),
    )


def known_body(dossier: Dossier, body: str) -> str:
    """The body that was asked for; empty for all of them, ``-`` for nobody.

    Raises:
        BadInput: There is no such body.
    """
    if body in ("", NOBODY):
        return body
    return fields.one_of("body", body, {key: one.name for key, one in bodies(dossier).items()})


def _checked(dossier: Dossier, values: dict[str, Any]) -> dict[str, Any]:
    clean = cleaned(values, _ACTION)
    if clean.get("owner"):
        fields.one_of("owner", clean["owner"], {key: body.name for key, body in bodies(dossier).items()})
    return clean
