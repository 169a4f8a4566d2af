"""Documents other than the report: the same templates, blocks and proof, over a model of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from boce_tui.reports.checking import verification_findings
from boce_tui.reports.gates.finding import GateFinding, Places
from boce_tui.reports.gates.form import form_findings
from boce_tui.reports.model.base import Data, Text
from boce_tui.reports.parsed import Parsed
from boce_tui.reports.template import render
from boce_tui.reports.verify import Difference, verify

M = TypeVar("M", bound=Data)
Functions = Mapping[str, Callable[..., Any]]


@dataclass(frozen=True)
class Document(Generic[M]):
    """A document; the same model gives the same bytes.

    Attributes:
        template: Template without its ending.
        model: What it says; the template sees it as ``document``.
        language: Language of the fixed texts.
        parts: Makes the parts of this document that a template may call.
        folder: Folder of the templates, when not the app's own.
    """

    template: str
    model: M
    language: str
    parts: Callable[[M], Functions]
    folder: Path | None = None

    @cached_property
    def markdown(self) -> str:
        """The document.

        Raises:
            BadInput: The template is missing or wrong.
        """
        return self._print(self.model)

    @cached_property
    def parsed(self) -> Parsed:
        """The document as a strict reader sees it."""
        return Parsed(self.markdown)

    @cached_property
    def _verified(self) -> tuple[Sequence[Difference], Sequence[tuple[Text, ...]]]:
        return verify(self.model, self.parsed, self._print)

    @property
    def differences(self) -> Sequence[Difference]:
        """Texts that are more than text in the document; empty when it is verified."""
        return self._verified[0]

    @property
    def placements(self) -> Sequence[tuple[Text, ...]]:
        """For each run of ``parsed.runs`` the texts of people that stand in it."""
        return self._verified[1]

    def _print(self, model: M) -> str:
        values = {"document": model, **self.parts(model)}
        return render(self.template, values, self.language, self.folder)


Rule = Callable[[Document[M], Places], Iterable[GateFinding]]


def check_document(document: Document[M], *rules: Rule[M]) -> tuple[GateFinding, ...]:
    """Verify a document, look at its form, and put it through rules of its own; in document order."""
    placed = [
        (text.origin, run.line)
        for run, here in zip(document.parsed.runs, document.placements, strict=False)
        for text in here
    ]
    places = Places(document.parsed, placed)
    found = [*verification_findings(document.differences, places), *form_findings(places)]
    for rule in rules:
        found += rule(document, places)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.line, one.rule, one.id)))
