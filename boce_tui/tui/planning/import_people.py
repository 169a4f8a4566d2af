"""Taking over a table of respondents: first what it would do, then, after enter, all of it or nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.planning.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.planning.respondent_import import (
    NEW,
    SAME,
    ImportPlan,
    PlannedRow,
    apply_import,
    plan_import,
    read_table,
)
from boce_tui.domain.vocabulary import GROUPS, ROLES, label
from boce_tui.files import reason
from boce_tui.locale import _, ngettext
from boce_tui.names import Names
from boce_tui.tui.ask_file import ask_file
from boce_tui.tui.planning.names_file import readable_names
from boce_tui.tui.planning.people_words import Words
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.table_mistakes import tell_wrong_table
from boce_tui.tui.text import Piece, assemble, lines
from boce_tui.tui.unlock import session_names
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import undo_book

if TYPE_CHECKING:
    from boce_tui.exchange.respondents import RespondentTable
    from boce_tui.tui.planning.people import PeopleScreen


def ask_for_people(screen: PeopleScreen) -> None:
    """Ask which file, read it, and show what it would do."""
    ask_file(
        screen.boce,
        _("Which file do you want to import?"),
        lambda path: _read(screen, path),
        suffixes=(".csv", ".xlsx"),
        detail=_(
            "A table (.csv or .xlsx) with a column 'rol'; gemeente, thema, naam, functie and more are known "
            "too. Nothing is imported yet: first you see what would happen."
        ),
    )


def _read(screen: PeopleScreen, path: Path) -> None:
    app = screen.boce

    failed = partial(tell_wrong_table, app, path.name)

    def plan(table: RespondentTable, names: Names) -> None:
        screen.in_background(
            lambda: plan_import(app.dossier, screen.round_id, table, names, path.name),
            lambda found: app.open(ImportScreen(screen.round_id, path.name, found, names)),
            failed,
        )

    def with_table(table: RespondentTable) -> None:
        if table.has_names:
            readable_names(app, lambda names: plan(table, names))
        else:
            plan(table, session_names(app))

    screen.in_background(lambda: read_table(app.dossier, path), with_table, failed)


class ImportScreen(BoceScreen):
    """What importing a file would do."""

    COMMANDS = ("planning.do-import",)
    HELP_ID = "planning.import"
    AUTO_FOCUS = "PickList _RowsView"
    DEFAULT_CSS = "ImportScreen .summary { height: auto; padding: 0 2 1 2; }"

    def __init__(self, round_id: str, file: str, plan: ImportPlan, names: Names) -> None:
        super().__init__()
        self._round = round_id
        self._file = file
        self._plan = plan
        self._names = names
        self._busy = False
        self._list = PickList(
            Column(width=5, right=True), Column(width=9), Column(width=5, whole=True), Column(), Column()
        )
        self._about = Static(Content(""), classes="summary")

    def place(self) -> str:
        """Which file."""
        return " · ".join((_("Import"), self._file))

    def compose_body(self) -> ComposeResult:
        """The plan in short, and line by line."""
        yield self._about
        yield self._list

    def on_mount(self) -> None:
        """Show the plan."""
        self.on_language()

    def on_language(self) -> None:
        """The plan in the language of the moment."""
        plan = self._plan
        words = [
            _("{n} new").format(n=plan.count(NEW)),
            _("{n} changed").format(n=plan.count("changed")),
            _("{n} the same").format(n=plan.count(SAME)),
        ]
        rows = [assemble((_("This would happen: {what}.").format(what=", ".join(words)), "kop"))]
        if plan.unused:
            rows.append(assemble((_("Not used: {columns}.").format(columns=", ".join(plan.unused)), "stil")))
        if not plan.names_compared:
            rows.append(assemble((_("Names were not compared, because the names file is locked."), "let-op")))
        rows.append(
            assemble(
                ("enter", "accent"), "  ", _("import it"), "     ", ("esc", "accent"), "  ", _("do nothing")
            )
        )
        self._about.update(lines(*rows))
        names = Words(self.boce.dossier)
        self._list.show([PickRow(str(row.line), self._cells(row, names)) for row in plan.rows])

    def _cells(self, row: PlannedRow, names: Words) -> tuple[Piece, ...]:
        who = row.respondent
        words: dict[str, Piece] = {
            NEW: (_("new"), "ok"),
            "changed": (_("changed"), "accent"),
            SAME: (_("the same"), "stil"),
        }
        about = row.changes() if row.fields else names.themes(who)
        if row.alike:
            about = _("same name as {code}, another function").format(code=row.alike)
        return (
            str(row.line),
            words[row.action],
            row.code,
            " ".join((label(ROLES, who.role), label(GROUPS, who.group), names.places(who.municipalities))),
            (about, "let-op") if row.alike else about,
        )

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_planning_do_import()

    def action_planning_do_import(self) -> None:
        """Do it: all of it or nothing."""
        if self._busy:
            return
        self._busy = True
        self.tell(_("Busy: importing ..."))
        dossier, plan, names = self.boce.dossier, self._plan, self._names
        self.in_background(
            lambda: undo_book(dossier).do(
                _("the import of {file}").format(file=self._file),
                lambda inside: apply_import(inside, self._round, plan, names),
            ),
            lambda codes: self._done(len(codes)),
            self._failed,
        )

    def _done(self, count: int) -> None:
        self.boce.go_back()
        self.boce.tell(
            ngettext(
                "{n} line imported. u takes it back.", "{n} lines imported. u takes them back.", count
            ).format(n=count)
        )

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, OSError):
            self.tell(_("Nothing was imported: {reason}.").format(reason=reason(error)), "error")
        else:
            self.boce.tell_failure(error)
