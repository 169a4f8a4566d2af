"""Who is heard: group x municipality x theme, before the round begins (R12). For the evaluators only."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.planning.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.planning import add_respondent, organisations, respondents
from boce_tui.cycle.planning.conflicts import conflicts_of_people
from boce_tui.cycle.planning.coverage_matrix import EVERY, Matrix, Spot, coverage_matrix
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.keys import join, last
from boce_tui.domain.vocabulary import GROUPS, GROUPS_PLURAL, ROLE_GROUP, ROLES, label
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.planning.people_words import Words
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble, lines, safe
from boce_tui.tui.unlock import session_names
from boce_tui.tui.widgets.cell_table import CellRow, CellTable
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import WorkingScreen

INVOLVED = 2
"""Somebody who is added for a theme takes part in it; the form says how much."""


class CoverageScreen(WorkingScreen):
    """The whole table; from a cell to the people in it, or to somebody new."""

    COMMANDS = ("planning.cell", "planning.next-gap", "planning.cell-people", "planning.cell-add")
    HELP_ID = "planning.coverage"
    AUTO_FOCUS = "CellTable"
    DEFAULT_CSS = """
    CoverageScreen .summary { height: auto; padding: 0 2; }
    CoverageScreen #table { height: 1fr; padding: 0 1; }
    CoverageScreen .cell { height: auto; max-height: 6; padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.table = CellTable(label=22, narrowest=9, widest=20, indent="  ")
        self._matrix: Matrix | None = None
        self._summary = Static(classes="summary")
        self._cell = Static(classes="cell")

    def place(self) -> str:
        """The coverage."""
        return _("Coverage: who is heard")

    def compose_body(self) -> ComposeResult:
        """How it stands, the table, and who is in the cell under the cursor."""
        yield self._summary
        with VerticalScroll(id="table", can_focus=False):
            yield self.table
        yield self._cell

    # --- what it shows ------------------------------------------------------------------------------------

    def show(self) -> None:
        """Read it again."""
        matrix = self._matrix = coverage_matrix(self.dossier, self.round_id)
        rows: list[CellRow] = []
        for group in matrix.groups:
            rows.append(CellRow(label(GROUPS_PLURAL, group)))
            for theme in (*matrix.themes, EVERY):
                spots = [matrix.spots[group, place, theme] for place in (*matrix.places, EVERY)]
                title = theme_name(self.dossier, theme) if theme else _("all together")
                rows.append(CellRow(title, tuple(s.key for s in spots), tuple(self._words(s) for s in spots)))
        self.table.show(self._heads(), rows)
        self._show_summary(matrix)
        self._show_cell()

    def _heads(self) -> list[str]:
        if self._matrix is None:
            return []
        known = organisations(self.dossier)
        return [*(known[place].name.removeprefix("gemeente ") for place in self._matrix.places), _("all")]

    def _words(self, spot: Spot) -> Piece:
        if spot.empty:
            return (f"{sign('warning')} {_('nobody')}", "let-op")
        conflict = self._matrix is not None and any(code in self._matrix.conflicts for code in spot.codes)
        return f"{len(spot.codes)}{' *' if conflict else ''}"

    def _show_summary(self, matrix: Matrix) -> None:
        count = len(matrix.gaps)
        words = ngettext("{n} place where nobody is heard.", "{n} places where nobody is heard.", count)
        found: list[Content] = [
            assemble((f"{sign('warning')} " + words.format(n=count), "let-op"))
            if count
            else assemble((f"{sign('done')} " + _("Everywhere somebody is heard."), "ok"))
        ]
        if matrix.conflicts:
            found.append(
                assemble((_("* a possible conflict of interest of an evaluator is among them"), "stil"))
            )
        found.append(assemble((_("For your own planning: this table is never exported."), "stil")))
        self._summary.update(lines(*found))

    @property
    def spot(self) -> Spot | None:
        """The cell under the cursor."""
        if self._matrix is None or not self.table.current:
            return None
        group, place, theme = self.table.current.split("/")
        return self._matrix.spots.get((group, place, theme))

    def title_of(self, spot: Spot) -> str:
        """The cell in words."""
        known = organisations(self.dossier)
        parts = [label(GROUPS_PLURAL, spot.group)]
        if spot.place:
            parts.append(known[spot.place].name)
        if spot.theme:
            parts.append(theme_name(self.dossier, spot.theme))
        return ", ".join(parts)

    def _show_cell(self) -> None:
        spot = self.spot
        if spot is None:
            self._cell.update("")
            return
        words, warned = Words(self.dossier, self.round_id), conflicts_of_people(self.dossier, self.round_id)
        found = [assemble((self.title_of(spot), "kop"))]
        if spot.empty:
            found.append(assemble((_("Nobody yet. n adds somebody, w shows who could be asked."), "let-op")))
        for code in spot.codes:
            hints = warned.get(code, [])
            found.append(safe(words.who(code)))
            found += [assemble((f"  {sign('warning')} {hint.message}", "let-op")) for hint in hints]
        self._cell.update(lines(*found))
        self.refresh_bars()

    def on_language(self) -> None:
        """Other words, same cell."""
        self.show()

    # --- what one does ------------------------------------------------------------------------------------

    @on(CellTable.Moved)
    def _moved(self) -> None:
        self._show_cell()

    @on(CellTable.Picked)
    def _picked(self) -> None:
        self.action_planning_cell()

    def action_planning_cell(self) -> None:
        """From an empty cell to a choice, else to the people in it."""
        spot = self.spot
        if spot is None:
            return
        if not spot.empty:
            self.action_planning_cell_people()
            return
        options = [
            Option("add", _("add somebody: group, municipality and theme are filled in")),
            Option("people", _("look who could be asked about this theme too")),
        ]
        choose(self.app, self.title_of(spot), options, self._chosen)

    def _chosen(self, what: str) -> None:
        if what == "add":
            self.action_planning_cell_add()
        else:
            self.action_planning_cell_people()

    def action_planning_next_gap(self) -> None:
        """To the next cell in which nobody is heard."""
        gaps = [spot.key for spot in self._matrix.gaps] if self._matrix else []
        order = list(self._matrix.spots.values()) if self._matrix else []
        keys = [spot.key for spot in order]
        at = keys.index(self.table.current) if self.table.current in keys else 0
        following = next((key for key in [*keys[at + 1 :], *keys[: at + 1]] if key in gaps), None)
        if following is None:
            self.tell(_("Everywhere somebody is heard."))
        else:
            self.table.go_to(following)

    def action_planning_cell_people(self) -> None:
        """The list of people of this cell; of an empty one, of its group and municipality."""
        spot = self.spot
        if spot is None:
            return
        from boce_tui.tui.planning.people import PeopleScreen

        people = respondents(self.dossier, self.round_id)
        near = coverage_matrix(self.dossier, self.round_id).spots[spot.group, spot.place, EVERY].codes
        codes = [code for code in (spot.codes or near) if code in people]
        shown = self.title_of(spot if spot.codes else Spot(spot.group, spot.place, EVERY, near))
        self.boce.open(PeopleScreen(self.boce, only=(shown, frozenset(codes))), lambda _result: self.show())

    def action_planning_cell_add(self) -> None:
        """Ask the role, then open the form of somebody with this group, municipality and theme."""
        spot = self.spot
        if spot is None:
            return
        roles = [role for role in ROLES if ROLE_GROUP.get(role) == spot.group] or list(ROLES)
        pick(
            self.boce,
            _("What is the role of this person?"),
            [Choice(role, label(ROLES, role)) for role in roles],
            lambda role: self._add(spot, role),
            detail=f"{self.title_of(spot)} ({label(GROUPS, spot.group)})",
        )

    def _add(self, spot: Spot, role: str) -> None:
        def work(dossier: Dossier) -> str:
            return add_respondent(
                dossier,
                self.round_id,
                names=session_names(self.boce),
                role=role,
                group=spot.group,
                municipalities=(spot.place,) if spot.place else (),
                themes={spot.theme: INVOLVED} if spot.theme else {},
            ).key

        key = self.do(_("a new respondent"), work)
        if key:
            from boce_tui.tui.planning import people_door

            self.show()
            self.boce.open(
                people_door(self.boce, join(self.round_id, last(key))), lambda _result: self.show()
            )
