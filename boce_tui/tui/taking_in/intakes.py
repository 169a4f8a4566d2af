"""The list of candidate themes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.content import Content

import boce_tui.tui.taking_in.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.taking_in.documents import prepare_intakes
from boce_tui.cycle.taking_in.host_tasks import add_host_task, route
from boce_tui.cycle.taking_in.intakes import add_intake, judgements, remove_intake
from boce_tui.cycle.taking_in.judging import Judgement, judge
from boce_tui.domain.intake import INTAKE_CHOICE, Intake
from boce_tui.domain.keys import last
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.filling.document import make_document
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.widgets.pick_list import Column, PickRow


class IntakesScreen(ListScreen):
    """Every candidate theme with the advice and the decision."""

    COMMANDS = ("intakes.named", "intakes.hours", "intakes.make", "intakes.host-task", "intakes.route")
    HELP_ID = "intakes"

    def place(self) -> str:
        """The list."""
        return _("Candidate themes")

    def columns(self) -> Iterable[Column]:
        """Number, theme, advice, decision."""
        return (
            Column(width=4, whole=True),
            Column(_("Theme")),
            Column(_("Advice"), width=8, whole=True),
            Column(_("Decision"), width=8, whole=True),
            Column(_("Missing"), width=9, right=True, from_width=96),
        )

    def empty(self) -> str:
        """What belongs here."""
        return _("There are no candidate themes yet. n adds one; b shows what was named in the interviews.")

    def rows(self) -> list[PickRow]:
        """One line per candidate."""
        return [self._row(one) for one in judgements(self.dossier, self.round_id)]

    def _row(self, one: Judgement) -> PickRow:
        if one.intake.host_task:
            return self._host_row(one)
        wrong = one.premature or one.unmotivated
        decision: Piece = label(INTAKE_CHOICE, one.decision) if one.decision else (_("none yet"), "stil")
        if wrong:
            decision = (f"{sign('warning')} {label(INTAKE_CHOICE, one.decision)}", "let-op")
        number: Piece = str(len(one.missing)) if one.missing else ("", "stil")
        cells = (last(one.key), one.intake.title, label(INTAKE_CHOICE, one.advice.choice), decision, number)
        return PickRow(one.key, cells)

    def _host_row(self, one: Judgement) -> PickRow:
        """A task for the host municipality: how far it is, and who decides on what comes next."""
        stations = route(self.dossier, one.intake)
        waits = next((station for station in stations if station.now), None)
        taken = [station for station in stations if station.taken]
        done: Piece = taken[-1].words if taken else (_("none yet"), "stil")
        number: Piece = str(len(one.missing)) if one.missing and len(taken) < 2 else ("", "stil")
        cells = (last(one.key), one.intake.title, _("host task"), done, number)
        return PickRow(one.key, cells, f"{waits.words} {waits.by}" if waits else "")

    def summary(self) -> Content:
        """Decisions that differ from the advice without a motivation."""
        wrong = [one for one in judgements(self.dossier, self.round_id) if one.unmotivated or one.premature]
        if not wrong:
            return assemble()
        words = ngettext(
            "{n} decision needs a motivation or a complete intake.",
            "{n} decisions need a motivation or a complete intake.",
            len(wrong),
        )
        return assemble((f"{sign('warning')} {words.format(n=len(wrong))}", "let-op"))

    def open_item(self, item: str) -> None:
        """The form."""
        from boce_tui.tui.taking_in.intake import IntakeScreen

        self.boce.open(IntakeScreen(self.boce, item))

    def new(self) -> None:
        """Ask for its name."""
        ask_text(self.boce, _("What is the candidate theme called?"), self._add)

    def _add(self, title: str) -> None:
        made = self.do(title, lambda dossier: add_intake(dossier, self.round_id, title).key)
        if made:
            self.list.go_to(made)
            self.open_item(made)

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take one away."""
        remove_intake(dossier, item)

    def removed_words(self, item: str) -> str:
        """By name."""
        return _("{item} taken away").format(item=judge(self.dossier, item).intake.title)

    def can(self, command_id: str) -> bool:
        """A comparison only of something; a route only of a host task."""
        if command_id == "intakes.route":
            found = self.dossier.value(Intake, self.list.current or "") if self._ready else None
            return found is not None and found.host_task
        if command_id == "intakes.make":
            return self._ready and self.list.current is not None
        return super().can(command_id)

    def action_intakes_named(self) -> None:
        """What was named in the interviews."""
        from boce_tui.tui.taking_in.named import NamedScreen

        self.boce.open(NamedScreen(self.boce))

    def action_intakes_hours(self) -> None:
        """The hours there are."""
        from boce_tui.tui.taking_in import hours_door

        self.boce.open(hours_door(self.boce))

    def action_intakes_host_task(self) -> None:
        """Ask for its name."""
        ask_text(self.boce, _("What is the task for the host municipality called?"), self._add_task)

    def _add_task(self, title: str) -> None:
        made = self.do(title, lambda dossier: add_host_task(dossier, self.round_id, title).key)
        if made:
            self.list.go_to(made)
            self.action_intakes_route()

    def action_intakes_route(self) -> None:
        """The steps of the host task under the cursor."""
        from boce_tui.tui.taking_in.route import RouteScreen

        if self.list.current:
            self.boce.open(RouteScreen(self.boce, self.list.current))

    def action_intakes_make(self) -> None:
        """The comparison as a file."""
        name = _("candidate-themes-{round}").format(round=self.round_id)
        make = partial(prepare_intakes, self.dossier, self.round_id)
        make_document(self.boce, self.round_id, name, make)
