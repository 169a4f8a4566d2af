"""All actions: of everybody or of one body, with what is late; and the form of one action."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.content import Content

import boce_tui.tui.following_up.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.following_up.actions import (
    NOBODY,
    Promise,
    add_action,
    change_action,
    overdue,
    owners,
    promises,
    remove_action,
)
from boce_tui.cycle.following_up.decided import followed_one
from boce_tui.cycle.following_up.saying import late_words, nothing_yet, state_words
from boce_tui.cycle.informing.needs import needs, waiting
from boce_tui.cycle.planning import bodies
from boce_tui.cycle.today import today
from boce_tui.domain.dates import show_day
from boce_tui.domain.recommendation import ActionItem
from boce_tui.domain.vocabulary import ACTION_STATE, label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.following_up.writing import write_follow_up
from boce_tui.tui.planning.entries import Entry, from_words
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.signs import State, sign
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.choice import Choosable
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.widgets.pick_list import Column, PickRow
from boce_tui.tui.working.pick import Choice, pick

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

OVERDUE = "overdue"
_ALL = "*"
_SIGNS: dict[str, State] = {"done": "done", "in_progress": "busy", "dropped": "skipped"}


class ActionsScreen(ListScreen):
    """Who does what by when.

    Args:
        app: The app.
        body: Only what this body is to do; ``-`` for what nobody was named for.
        overdue: Only what is late.
    """

    COMMANDS = (
        "planning.open", "planning.new", "following.body", "following.overdue", "following.state",
        "following.make", "planning.filter", "planning.remove", "planning.undo",
    )  # fmt: skip
    HELP_ID = "following.actions"

    def __init__(self, app: BoceApp, body: str = "", *, overdue: bool = False) -> None:
        self.body = body
        self.overdue = overdue
        self._found: dict[str, Promise] = {}
        super().__init__(app)

    def place(self) -> str:
        """Of whom, and whether only what is late."""
        words = [_("Actions")]
        if self.body:
            words.append(_name(self.dossier, self.body))
        if self.overdue:
            words.append(_("only what is late"))
        return " · ".join(words)

    def columns(self) -> Iterable[Column]:
        """Number, action, who, how far, and by when or how late."""
        return (
            Column(_("Number"), width=8),
            Column(_("Action")),
            Column(_("Who"), width=20, from_width=90),
            Column(_("State"), width=16, from_width=64),
            Column(_("By when"), width=18),
        )

    def empty(self) -> str:
        """What belongs here."""
        if self.overdue:
            return _("Nothing is overdue. t shows everything again.")
        if self.body:
            return _("Nothing is asked of this body. b chooses another one, or everybody.")
        return nothing_yet()

    def summary(self) -> Content:
        """How much waits, and how much of it is late."""
        found = promises(self.dossier, self.round_id, today(self.dossier), body=self.body)
        asked = waiting_for(self.dossier, self.round_id, self.body)
        if not found:
            return assemble(asked)
        waits = [one for one in found if one.waits]
        late = sum(bool(one.late) for one in waits)
        said = ngettext("{n} waits", "{n} wait", len(waits)).format(n=len(waits))
        none = sum(one.action is None for one in waits)
        parts: list[Piece] = [said]
        if late:
            parts += [" · ", (ngettext("{n} late", "{n} late", late).format(n=late), "let-op")]
        if none:
            parts += [" · ", ngettext("{n} without an action", "{n} without an action", none).format(n=none)]
        if asked:
            parts += [" · ", asked]
        return assemble(*parts)

    def rows(self) -> list[PickRow]:
        """By recommendation; when only what is late: the longest first."""
        found = promises(self.dossier, self.round_id, today(self.dossier), body=self.body)
        found = overdue(found) if self.overdue else found
        self._found = {one.id: one for one in found}
        return [self._row(one) for one in found]

    def _row(self, one: Promise) -> PickRow:
        state = _SIGNS.get(one.action.state if one.action else "", "open")
        late = late_words(one)
        cells: tuple[Piece, ...] = (
            (one.about.number, "accent"),
            one.action.text if one.action else (one.about.value.text, "stil"),
            _name(self.dossier, one.owner or NOBODY),
            f"{sign(state)} {state_words(one) if one.action or not one.waits else _('no action yet')}",
            (f"! {late}", "let-op") if late else show_day(one.deadline),
        )
        return PickRow(one.id, cells)

    def can(self, command_id: str) -> bool:
        """State and taking away need an action."""
        if command_id in ("following.state", "planning.remove"):
            one = self._found.get(self.list.current or "")
            return one is not None and one.action is not None
        if command_id == "planning.new":
            return bool(self._found)
        return super().can(command_id)

    def open_item(self, item: str) -> None:
        """The form of the action; where there is none, one is made."""
        one = self._found.get(item)
        if one is None:
            return
        if one.key:
            self.boce.open(ActionScreen(self.boce, one.key))
        else:
            self._agree(one.about.key)

    def new(self) -> None:
        """Another action for the recommendation under the cursor."""
        one = self._found.get(self.list.current or "")
        if one is not None:
            self._agree(one.about.key)

    def _agree(self, recommendation: str) -> None:
        made = self.do(_("a new action"), lambda dossier: add_action(dossier, recommendation).key)
        if made:
            self.list.go_to(made)
            self.boce.open(ActionScreen(self.boce, made))

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take an action out."""
        remove_action(dossier, item)

    def removed_words(self, item: str) -> str:
        """By the number of its recommendation."""
        one = self._found.get(item)
        return _("action for {number} taken away").format(number=one.about.number if one else item)

    def action_following_body(self) -> None:
        """Which body."""
        found = promises(self.dossier, self.round_id, today(self.dossier))
        options = [Choice(_ALL, _("everybody"), str(len(found)), on=not self.body)]
        for body, mine in owners(found, self.dossier).items():
            late = sum(bool(one.late) for one in mine)
            detail = ngettext("{n} late", "{n} late", late).format(n=late) if late else ""
            at = body or NOBODY
            options.append(Choice(at, _name(self.dossier, at), detail, on=self.body == at))
        pick(self.boce, _("Whose actions?"), options, self._body_chosen)

    def _body_chosen(self, body: str) -> None:
        self.body = "" if body == _ALL else body
        self._again()

    def action_following_overdue(self) -> None:
        """Only what is late, or everything."""
        self.overdue = not self.overdue
        self._again()

    def _again(self) -> None:
        self.list.show_empty(self.empty())
        self.show()

    def action_following_state(self) -> None:
        """How far it is."""
        one = self._found.get(self.list.current or "")
        if one is None or one.action is None:
            return
        options = [Option(state, label(ACTION_STATE, state)) for state in ACTION_STATE]
        words = _("state of an action for {number}").format(number=one.about.number)
        choose(
            self.boce,
            _("How far is it?"),
            options,
            lambda state: self.do(words, lambda dossier: change_action(dossier, one.key, state=state)),
            detail=one.action.text,
            default=one.action.state,
        )

    def action_following_make(self) -> None:
        """Write the list that stands here."""
        write_follow_up(self.boce, self.body, late=self.overdue)


class ActionScreen(RecordScreen):
    """One action."""

    HELP_ID = "following.action"
    kind = ActionItem

    def place(self) -> str:
        """The recommendation it is for."""
        about = followed_one(self.dossier, self.key.rpartition("/")[0])
        return _("Action for {number}").format(number=about.number if about else self.key)

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return change_action(dossier, self.key, **changes)

    def entries(self) -> Iterable[Entry]:
        """What, who, by when, how far, what shows it."""
        yield Entry("recommendation", "info", label=lambda: _("Recommendation"), get=self._about)
        yield Entry("text", "block", hint=lambda: _("What is done, so that one can see whether it was."))
        yield Entry(
            "owner", "pick", options=self._bodies, hint=lambda: _("A body or a role, never a person.")
        )
        yield Entry(
            "deadline", "day", hint=lambda: _("A day or a month; leave it empty when none was agreed.")
        )
        yield Entry("state", "one", options=lambda: from_words(ACTION_STATE))
        yield Entry("evidence", "block", hint=lambda: _("A document, a decision, something that happened."))
        yield Entry("finished", "day")

    def first_field(self) -> str:
        """What is done."""
        return "text"

    def _about(self) -> Content:
        about = followed_one(self.dossier, self.key.rpartition("/")[0])
        return assemble(about.value.text if about else "")

    def _bodies(self) -> list[Choosable]:
        return [Choosable(key, body.name) for key, body in bodies(self.dossier).items()]


def waiting_for(dossier: Dossier, round_id: str, body: str) -> str:
    """What the councils wait for of a body: no action, but to be done all the same."""
    wanted = None if not body else "" if body == NOBODY else body
    n = len(waiting(needs(dossier, round_id, today(dossier), body=wanted)))
    return _("the councils wait for {n}").format(n=n) if n else ""


def _name(dossier: Dossier, body: str) -> str:
    if body == NOBODY:
        return _("nobody named")
    found = bodies(dossier).get(body)
    return found.name if found else body
