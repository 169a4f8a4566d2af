"""From report model to Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from boce_tui.reports.model import ReportModel, Text
from boce_tui.reports.parsed import Parsed
from boce_tui.reports.preparing import Prepared, prepare
from boce_tui.reports.printing import template_functions
from boce_tui.reports.template import render
from boce_tui.reports.verify import Difference, verify

TEMPLATE = "evaluation_report"


@dataclass(frozen=True)
class Edition:
    """The report in another shape.

    Attributes:
        template: Template without its ending.
        parts: Makes what that template may call besides the parts of the report.
    """

    template: str
    parts: Callable[[Prepared], Mapping[str, Any]]


@dataclass(frozen=True)
class Compiled:
    """A compiled report.

    Attributes:
        prepared: The model as it was printed, with numbers and evidence codes.
        markdown: The document.
        folder: Folder of the templates, when it is not the app's own.
        edition: What it was printed with, when it is not the report itself.
    """

    prepared: Prepared
    markdown: str
    folder: Path | None = None
    edition: Edition | None = None

    @property
    def model(self) -> ReportModel:
        """The model as it was printed."""
        return self.prepared.model

    @cached_property
    def parsed(self) -> Parsed:
        """The document as a strict reader sees it."""
        return Parsed(self.markdown)

    @cached_property
    def differences(self) -> Sequence[Difference]:
        """Texts that are more than text in the document; empty when it is verified."""
        return self._verified[0]

    @cached_property
    def placements(self) -> Sequence[tuple[Text, ...]]:
        """For each run of ``parsed.runs`` the texts of people that stand in it; empty when not verified."""
        return self._verified[1]

    @cached_property
    def _verified(self) -> tuple[Sequence[Difference], Sequence[tuple[Text, ...]]]:
        return verify(self.model, self.parsed, self._print)

    def _print(self, model: ReportModel) -> str:
        return _print(self.prepared.with_model(model), self.folder, self.edition)


def compile_report(
    model: ReportModel, folder: Path | None = None, edition: Edition | None = None
) -> Compiled:
    """Compile a report; the same model gives the same bytes.

    Args:
        model: What it says.
        folder: Folder with templates, when not the app's own.
        edition: Another template with parts of its own, over the same model.

    Raises:
        BadInput: The template is missing or wrong.
    """
    prepared = prepare(model)
    return Compiled(prepared, _print(prepared, folder, edition), folder, edition)


def _print(prepared: Prepared, folder: Path | None, edition: Edition | None) -> str:
    values = {"report": prepared.model, **template_functions(prepared)}
    if edition is not None:
        values |= edition.parts(prepared)
    template = edition.template if edition is not None else TEMPLATE
    return render(template, values, prepared.model.language, folder)
