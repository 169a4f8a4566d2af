"""The route of a task for the host municipality: which step was taken when, and who decides on the next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

import boce_tui.tui.taking_in.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.taking_in.host_tasks import Station, route, take_back_step, take_step
from boce_tui.cycle.taking_in.judging import judge
from boce_tui.domain.dates import show_day
from boce_tui.domain.intake import Intake
from boce_tui.domain.keys import last
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.asking_days import day_problem
from boce_tui.tui.commands import Command
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble, lines, safe
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickRow
from boce_tui.tui.working.pick import Choice, pick

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


_NOT_HERE = ("planning.new", "planning.remove", "planning.open", "planning.filter")


class RouteScreen(ListScreen):
    """One line is one step.

    Args:
        app: The app.
        key: Key of the intake.
    """

    COMMANDS = ("route.take", "route.back", "route.form")
    HELP_ID = "route"

    def __init__(self, app: BoceApp, key: str) -> None:
        self.key = key
        super().__init__(app)

    def place(self) -> str:
        """Its number and name."""
        found = self.dossier.value(Intake, self.key)
        return " · ".join((_("host task"), f"{last(self.key)} {found.title if found else ''}".strip()))

    def columns(self) -> Iterable[Column]:
        """Step, who decides, when."""
        return (
            Column(_("Step")),
            Column(_("Who decides"), width=24),
            Column(_("Date"), width=10),
            Column(_("Document"), width=24, from_width=110),
        )

    def empty(self) -> str:
        """There is always a route."""
        return ""

    def summary(self) -> Content:
        """Who decides on the step under the cursor; what is missing before it can be agreed with."""
        one = self._current()
        who = safe(_("Who decides: {body}").format(body=one.by)) if one and one.by else None
        count = len(judge(self.dossier, self.key).missing) if not self._agreed() else 0
        if not count:
            return who or assemble()
        words = ngettext(
            "The business case is not complete: {n} thing is missing. f opens it.",
            "The business case is not complete: {n} things are missing. f opens it.",
            count,
        )
        short = assemble((words.format(n=count), "let-op"))
        return lines(short, who) if who else short

    @on(ItemsView.Moved)
    def _say_who(self) -> None:
        self._show_summary()

    def show(self) -> None:
        """Read it again; the line above belongs to the step under the cursor."""
        super().show()
        self._show_summary()

    def _show_summary(self) -> None:
        summary = self.summary()
        self._summary.update(summary)
        self._summary.display = bool(summary.plain)

    def _agreed(self) -> bool:
        return sum(one.taken is not None for one in self._stations()) > 1

    def _stations(self) -> list[Station]:
        found = self.dossier.value(Intake, self.key)
        return route(self.dossier, found) if found else []

    def rows(self) -> list[PickRow]:
        """The seven steps."""
        return [self._row(one) for one in self._stations()]

    def _row(self, one: Station) -> PickRow:
        state = sign("done") if one.taken else sign("busy") if one.now else sign("open")
        words: Piece = f"{state} {one.words}" if one.taken or one.now else (f"{state} {one.words}", "stil")
        day: Piece = show_day(one.taken.date) if one.taken else (_("next"), "accent") if one.now else ""
        return PickRow(one.step, (words, one.by, day, one.taken.document if one.taken else ""))

    def can(self, command_id: str) -> bool:
        """Only a step that comes next, or was taken."""
        if command_id == "route.take":
            one = self._current()
            return one is not None and (one.now or one.taken is not None)
        if command_id == "route.back":
            return any(one.taken for one in self._stations())
        return command_id not in _NOT_HERE and super().can(command_id)

    @classmethod
    def own_commands(cls) -> list[Command]:
        """Those of a list do not make, open or take away: the steps are fixed."""
        return [one for one in super().own_commands() if one.id not in _NOT_HERE]

    def _current(self) -> Station | None:
        wanted = self.list.current if self._ready else None
        return next((one for one in self._stations() if one.step == wanted), None)

    def open_item(self, item: str) -> None:
        """The same as taking it."""
        if self.list.go_to(item):
            self.action_route_take()

    def new(self) -> None:
        """The steps are fixed."""

    def take_away(self, dossier: Dossier, item: str) -> None:
        """The steps are fixed; the last one is taken back with its own key."""

    def action_route_take(self) -> None:
        """When, by whom where more than one can, and where it is written down."""
        one = self._current()
        if one is None or not (one.now or one.taken):
            waits = next((x.words for x in self._stations() if x.now), "")
            self.tell(_('First comes: "{step}".').format(step=waits))
            return
        ask_text(
            self.boce,
            _("When? {step}").format(step=one.words),
            lambda typed: self._by(one, typed),
            text=show_day(one.taken.date) if one.taken else "",
            check=day_problem,
        )

    def _by(self, one: Station, day: str) -> None:
        if len(one.deciders) > 1:
            options = [
                Choice(body, name, on=bool(one.taken and one.taken.body == body))
                for body, name in one.deciders.items()
            ]
            pick(self.boce, _("Who decided?"), options, lambda body: self._where(one, day, body))
        else:
            self._where(one, day, "")

    def _where(self, one: Station, day: str, body: str) -> None:
        ask_text(
            self.boce,
            _("In which document does it stand? It may stay empty."),
            lambda typed: self._take(one, day, body, typed),
            text=one.taken.document if one.taken else "",
        )

    def _take(self, one: Station, day: str, body: str, document: str) -> None:
        made = self.do(
            one.words,
            lambda dossier: take_step(dossier, self.key, one.step, day, body=body, document=document),
        )
        waits = next((x.step for x in self._stations() if x.now), "")
        if made and waits:
            self.list.go_to(waits)

    def action_route_back(self) -> None:
        """Take back the last step."""
        taken = [one.words for one in self._stations() if one.taken]
        if taken:
            self.do(taken[-1], lambda dossier: take_back_step(dossier, self.key))

    def action_route_form(self) -> None:
        """The business case."""
        from boce_tui.tui.taking_in.intake import IntakeScreen

        self.boce.open(IntakeScreen(self.boce, self.key))
