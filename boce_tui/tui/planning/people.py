"""The people of a round: respondents by code, and the evaluators (R9, R13, R115)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from boce_tui.cycle.planning import (
    add_evaluator,
    evaluators,
    put_name,
    remove_evaluator,
    remove_respondent,
    respondents,
)
from boce_tui.cycle.planning.conflicts import conflicts_of_people
from boce_tui.domain.keys import join, last
from boce_tui.domain.vocabulary import GROUPS, ROLES, label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.planning.names_file import readable_names
from boce_tui.tui.planning.new_person import add_person, ask_role
from boce_tui.tui.planning.people_words import Words, interview_of
from boce_tui.tui.text import assemble
from boce_tui.tui.unlock import session_names
from boce_tui.tui.widgets.pick_list import Column, PickRow

if TYPE_CHECKING:
    from boce_tui.names import Names, Person
    from boce_tui.tui.app import BoceApp


class PeopleScreen(ListScreen):
    """Respondents and evaluators; names only when they are asked for."""

    COMMANDS = (
        "planning.evaluator", "planning.import", "planning.names", "planning.people-to-interviews",
        "planning.coverage", "planning.renumber",
    )  # fmt: skip
    HELP_ID = "planning.people"

    def __init__(self, app: BoceApp, only: tuple[str, frozenset[str]] | None = None) -> None:
        self._names: Names | None = None
        self._only = only
        super().__init__(app)
        self._put_away: dict[str, Person] = {}

    def place(self) -> str:
        """The people."""
        return _("Interview partners")

    def columns(self) -> Iterable[Column]:
        """Code, role, organisations, themes or name, interview."""
        return (
            Column(_("Code"), width=4, whole=True),
            Column(width=1),
            Column(_("Role")),
            Column(_("Group"), width=10, from_width=70),
            Column(_("Org."), width=8),
            Column(_("Name") if self._names else _("Themes")),
            Column(_("Interview"), width=9, whole=True),
        )

    def empty(self) -> str:
        """What belongs here."""
        return _("Nobody is on the list yet. n adds someone, i imports a table (CSV or Excel).")

    def summary(self) -> Content:
        """How many there are, everybody counted once."""
        count = len(respondents(self.dossier, self.round_id))
        if not count:
            return assemble()
        if self._only is not None:
            shown = _("only: {cell} (esc goes back)").format(cell=self._only[0])
            return assemble((shown, "accent"))
        helpers = len(evaluators(self.dossier, self.round_id))
        return assemble(
            ngettext("{n} respondent", "{n} respondents", count).format(n=count),
            " · ",
            ngettext("{n} evaluator", "{n} evaluators", helpers).format(n=helpers),
        )

    def rows(self) -> list[PickRow]:
        """Respondents by code, then evaluators."""
        placed = interview_of(self.dossier, self.round_id)
        words = Words(self.dossier, self.round_id)
        warned = conflicts_of_people(self.dossier, self.round_id)
        shown = words.people.keys() if self._only is None else self._only[1]
        rows = [
            PickRow(
                code,
                (
                    code,
                    ("!", "let-op") if code in warned else "",
                    label(ROLES, who.role),
                    label(GROUPS, who.group),
                    words.places(who.municipalities),
                    self._known_as(code) if self._names else words.themes(who),
                    placed.get(code) or (_("none yet"), "let-op"),
                ),
            )
            for code, who in words.people.items()
            if code in shown
        ]
        if self._only is not None:
            return rows
        for id_, evaluator in evaluators(self.dossier, self.round_id).items():
            where = words.places((evaluator.organisation,)) if evaluator.organisation else ""
            named = self._known_as(join(self.round_id, id_)) if self._names else ""
            rows.append(PickRow(id_, ((id_, "stil"), "", (_("evaluator"), "stil"), "", where, named, "")))
        return rows

    def _known_as(self, code: str) -> str:
        names = self._names
        if names is None or not names.unlocked:
            return ""
        person = names.evaluator(code) if "/" in code else names.person(code)
        return person.name if person else ""

    def open_item(self, item: str) -> None:
        """The form of someone."""
        from boce_tui.tui.planning import people_door

        self.boce.open(people_door(self.boce, join(self.round_id, item)))

    def action_planning_renumber(self) -> None:
        """Another number for the row under the cursor."""
        from boce_tui.tui.planning.renumbering import ask_to_renumber

        if self.list.current:
            ask_to_renumber(self, self.list.current)

    # --- making -------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask the role, then open the form under a new code."""
        ask_role(self.boce, self._add)

    def _add(self, role: str) -> None:
        def work(dossier: Dossier) -> str:
            return add_person(self.boce, dossier, self.round_id, role)

        key = self.do(_("a new respondent"), work)
        if key:
            self.list.go_to(last(key))
            self.open_item(last(key))

    def action_planning_evaluator(self) -> None:
        """Add an evaluator and open the form."""
        key = self.do(_("a new evaluator"), lambda dossier: add_evaluator(dossier, self.round_id).key)
        if key:
            self.list.go_to(last(key))
            self.open_item(last(key))

    # --- taking away --------------------------------------------------------------------------------------

    def take_away(self, dossier: Dossier, item: str) -> None:
        """Take someone off the list; a name that can be read goes with the code."""
        if item.startswith("EV"):
            remove_evaluator(dossier, self.round_id, item)
            code = join(self.round_id, item)
        else:
            remove_respondent(dossier, self.round_id, item)
            code = item
        names = session_names(self.boce)
        if names.unlocked:
            person = names.evaluator(code) if "/" in code else names.person(code)
            if person is not None:
                self._put_away[code] = person
                self.in_background(lambda: names.remove(code), lambda _done: self.show())

    def action_undo(self) -> None:
        """Take back the last step; a name that went with it comes back too."""
        super().action_undo()
        names = session_names(self.boce)
        here = {*respondents(self.dossier, self.round_id)}
        here |= {join(self.round_id, id_) for id_ in evaluators(self.dossier, self.round_id)}
        for code in [code for code in self._put_away if code in here]:
            person = self._put_away.pop(code)
            self.in_background(
                lambda code=code, person=person: put_name(names, code, person),  # type: ignore[misc]
                lambda _done: self.show(),
            )

    # --- more ---------------------------------------------------------------------------------------------

    def action_planning_names(self) -> None:
        """Show names instead of themes, or hide them again."""
        if self._names is not None:
            self._show_names(None)
        else:
            readable_names(self.boce, self._show_names)

    def _show_names(self, names: Names | None) -> None:
        self._names = names
        self.on_language()

    def action_planning_import(self) -> None:
        """Import a table of respondents."""
        from boce_tui.tui.planning.import_people import ask_for_people

        ask_for_people(self)

    def action_planning_coverage(self) -> None:
        """Who is heard, cell by cell."""
        from boce_tui.tui.planning import coverage_door

        self.boce.open(coverage_door(self.boce), lambda _result: self.show())

    def action_planning_people_to_interviews(self) -> None:
        """Plan the interviews."""
        from boce_tui.tui.planning import interviews_planning_door

        self.boce.open(interviews_planning_door(self.boce))
