"""The text of one planned result, and what is known of the plan as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import boce_tui.tui.annual_plan.commands  # noqa: F401  - registers the help
from boce_tui.cycle.progressing.plan import change_plan, set_result
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.plans import AnnualPlan, PlannedResult
from boce_tui.domain.vocabulary import FORMS, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry
from boce_tui.tui.planning.record_screen import RecordScreen


class ResultScreen(RecordScreen):
    """What is planned for one theme in one form."""

    HELP_ID = "plan.form"
    kind = PlannedResult

    def place(self) -> str:
        """Year, theme and form."""
        year, theme, form = self.key.split("/")[1:4]
        return " · ".join((year, theme_name(self.dossier, theme), label(FORMS, form)))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep another text."""
        plan, theme, form = self.key.rsplit("/", 2)
        return set_result(dossier, plan, theme, form, changes["text"])

    def entries(self) -> Iterable[Entry]:
        """The text."""
        yield Entry(
            "text",
            "block",
            label=lambda: _("planned result"),
            hint=lambda: _("What will be there at the end of the year."),
        )


class PlanFormScreen(RecordScreen):
    """What the plan is called, of which day it is, and where it stands."""

    HELP_ID = "plan.form"
    kind = AnnualPlan

    def place(self) -> str:
        """Its title."""
        return self.item.title if self.item else _("Annual plan")

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return change_plan(dossier, self.key, **changes)

    def entries(self) -> Iterable[Entry]:
        """Title, day, source."""
        yield Entry("title", "line")
        yield Entry("date", "day", hint=lambda: _("The day it was adopted or sent."))
        yield Entry("source", "line", hint=lambda: _("Where it stands, or who adopted it."))
