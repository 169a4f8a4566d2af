"""Taking over an annual plan from a table: which year, which file, what it would do; then all or nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cycle.progressing.plan_import import PlanImport, apply_import, plan_import, read_table
from boce_tui.locale import _
from boce_tui.tui.ask_file import ask_file
from boce_tui.tui.table_mistakes import tell_wrong_table
from boce_tui.tui.widgets.dialogs import ask_text, confirm

if TYPE_CHECKING:
    from boce_tui.tui.annual_plan.table import PlanScreen


def ask_for_plan(screen: PlanScreen, year: int) -> None:
    """Ask of which year it is and which file, read it, and say what it would do."""

    def with_year(typed: str) -> None:
        ask_file(
            screen.boce,
            _("Which file do you want to import?"),
            lambda path: _read(screen, typed, path),
            suffixes=(".csv", ".xlsx"),
            detail=_(
                "A table (.csv or .xlsx) with the headings thema, samen doen, samen optrekken, samen leren; "
                "or thema, vorm, resultaat. Nothing is imported yet: first you see what would happen."
            ),
        )

    ask_text(screen.boce, _("Of which year is the plan?"), with_year, text=str(year))


def _read(screen: PlanScreen, year: str, path: Path) -> None:
    app = screen.boce

    screen.in_background(
        lambda: plan_import(app.dossier, screen.round_id, year, read_table(app.dossier, path)),
        lambda found: _ask(screen, path.name, found),
        partial(tell_wrong_table, app, path.name),
    )


def _ask(screen: PlanScreen, file: str, found: PlanImport) -> None:
    def carry_out() -> None:
        words = _("the import of {file}").format(file=file)
        made = screen.do(words, lambda dossier: apply_import(dossier, screen.round_id, found))
        if made:
            screen.key = made
            screen.show()
            told = _("Imported into the annual plan of {year}: {what}. u takes it back.")
            screen.boce.tell(told.format(year=found.year, what=found.told()))

    detail = _("This would happen: {what}.").format(what=found.told())
    if found.unused:
        detail += " " + _("Not used: {columns}.").format(columns=", ".join(found.unused))
    question = _("Import {file} into the annual plan of {year}?").format(file=file, year=found.year)
    confirm(screen.boce, question, carry_out, yes=_("Import it"), detail=detail)
