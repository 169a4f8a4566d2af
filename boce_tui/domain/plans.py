"""The annual plan: what is to be reached in a year, per theme and form (domain.md 2, step 1; R77)."""

from __future__ import annotations

from typing import ClassVar

from boce_tui.domain.base import Entity


class AnnualPlan(Entity, frozen=True, kw_only=True):
    """The annual plan of one year; key ``{round}/{year}``. A progress round of that year starts from it."""

    entity: ClassVar[str] = "annual_plan"
    view: ClassVar[str] = "annual_plans"
    title: str
    year: int
    date: str = ""
    """The day it was adopted or sent."""
    source: str = ""
    """Where it stands, or who adopted it: a document, a decision."""

    def words(self) -> str:
        """Title and source."""
        return f"{self.title} {self.source}".strip()


class PlannedResult(Entity, frozen=True, kw_only=True):
    """What is to be reached for one theme in one form; key ``{round}/{year}/{theme}/{form}``."""

    entity: ClassVar[str] = "planned_result"
    view: ClassVar[str] = "planned_results"
    text: str = ""

    def words(self) -> str:
        """The result."""
        return self.text
