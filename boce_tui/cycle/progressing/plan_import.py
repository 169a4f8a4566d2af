"""Taking over an annual plan from a table: first what it would do, then all of it or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.themes import themes
from boce_tui.cycle.progressing.plan import Place, add_plan, results, set_results
from boce_tui.domain.keys import join
from boce_tui.domain.plans import AnnualPlan
from boce_tui.exchange.plan_table import PlanRow, PlanTable, read_plan
from boce_tui.locale import _
from boce_tui.store import Dossier

NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass(frozen=True)
class PlanImport:
    """What importing a table does; nothing was done yet.

    Attributes:
        year: The year of the plan.
        begins: There is no plan of that year yet: it is begun.
        rows: Every result with ``new``, ``changed`` or ``same``.
        unused: Headings of columns that nothing is done with.
    """

    year: int
    begins: bool
    rows: tuple[tuple[PlanRow, str], ...]
    unused: tuple[str, ...]

    def count(self, action: str) -> int:
        """How many results are ``new``, ``changed`` or ``same``."""
        return Counter(kind for _row, kind in self.rows)[action]

    def told(self) -> str:
        """What it does, in short."""
        parts = {NEW: _("{n} new"), CHANGED: _("{n} changed"), SAME: _("{n} the same")}
        return ", ".join(text.format(n=self.count(action)) for action, text in parts.items())


def read_table(dossier: Dossier, path: Path) -> PlanTable:
    """Read a table against the themes of the dossier.

    Raises:
        BadInput: The file cannot be read or has mistakes; they are all named.
    """
    return read_plan(path, {key: (t.name, t.name_en, *t.aliases) for key, t in themes(dossier).items()})


def plan_import(dossier: Dossier, round_id: str, year: int | str, table: PlanTable) -> PlanImport:
    """Work out what a table would do; what it does not name stays as it is.

    Raises:
        FieldProblem: This is no year.
    """
    number = fields.number("year", year, 1990, 2999)
    key = join(round_id, str(number))
    now = results(dossier, key)

    def kind(row: PlanRow) -> str:
        before = now.get((row.theme, row.form), "")
        return NEW if not before else SAME if before == row.text else CHANGED

    begins = dossier.value(AnnualPlan, key) is None
    return PlanImport(number, begins, tuple((row, kind(row)) for row in table.rows), table.unused)


def apply_import(dossier: Dossier, round_id: str, found: PlanImport) -> str:
    """Do what was planned, all of it or nothing; the key of the plan."""
    key = join(round_id, str(found.year))
    with dossier.change() as change:
        if change.value(AnnualPlan, key) is None:
            add_plan(change, round_id, found.year)
        texts: dict[Place, str] = {(row.theme, row.form): row.text for row, _kind in found.rows}
        set_results(change, key, texts)
    return key
