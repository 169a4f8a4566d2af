"""All gates over one report: verified form, completeness, privacy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from boce_tui.domain.giveaways import GiveawayList
from boce_tui.locale import _
from boce_tui.reports.compiling import Compiled, compile_report
from boce_tui.reports.gates.content import content_findings
from boce_tui.reports.gates.finding import ERROR, WARNING, GateFinding, Places
from boce_tui.reports.gates.form import form_findings
from boce_tui.reports.gates.privacy import privacy_findings
from boce_tui.reports.model import ReportModel
from boce_tui.reports.verify import Difference

INCOMPLETE = ("F5", "F15")
"""Rules of form that, like all of content, are about what is not finished: warnings in a draft."""


@dataclass(frozen=True)
class Checked:
    """A compiled report and what the gates say about it.

    Attributes:
        findings: What the gates say, in document order.
        seen: Warnings that are left out of it, because a person has looked at them.
    """

    compiled: Compiled
    findings: tuple[GateFinding, ...]
    seen: tuple[GateFinding, ...] = ()


def check_report(
    model: ReportModel,
    giveaways: GiveawayList | None,
    *,
    allowed: Collection[str] = (),
    folder: Path | None = None,
) -> Checked:
    """Compile a report and put it through all gates.

    Args:
        model: What it says.
        giveaways: Names and functions to look for; None when the names file is locked (finding P0).
        allowed: Ids of privacy warnings that a person has looked at.
        folder: Folder with templates, when not the app's own.
    """
    return check_compiled(compile_report(model, folder), giveaways, allowed)


def check_compiled(
    compiled: Compiled, giveaways: GiveawayList | None, allowed: Collection[str] = ()
) -> Checked:
    """Put a compiled report through all gates."""
    placed = [
        (text.origin, run.line)
        for run, here in zip(compiled.parsed.runs, compiled.placements, strict=False)
        for text in here
    ]
    places = Places(compiled.parsed, placed)
    found = [
        *verification_findings(compiled.differences, places),
        *form_findings(places),
        *content_findings(compiled.prepared, places),
        *privacy_findings(compiled.prepared, places, compiled.placements, giveaways),
    ]
    if compiled.model.draft:
        found = [_lenient(one) for one in found]
    ordered = sorted(dict.fromkeys(found), key=_order)
    seen = tuple(one for one in ordered if one.confirmable and one.id in allowed)
    return Checked(compiled, tuple(one for one in ordered if one not in seen), seen)


def verification_findings(differences: Iterable[Difference], places: Places) -> Iterator[GateFinding]:
    """F0: texts that are more than text in the document."""
    for number, difference in enumerate(differences):
        yield places.finding(
            ERROR,
            "F0",
            _("A text changes the layout of the report around it."),
            _("Take signs that stand for layout out of the text, and report this as a fault of the app."),
            origin=difference.text.origin if difference.text else None,
            line=difference.line,
            detail=str(number),
        )


def _lenient(finding: GateFinding) -> GateFinding:
    unfinished = finding.rule.startswith("C") or finding.rule in INCOMPLETE
    return replace(finding, severity=WARNING) if unfinished else finding


def _order(finding: GateFinding) -> tuple[int, str, str]:
    return (finding.line, finding.rule, finding.id)


def exit_code(findings: Iterable[GateFinding]) -> int:
    """0 when the report may go out, 5 when someone would be given away, 1 for other errors."""
    errors = [finding for finding in findings if finding.severity == ERROR]
    return 5 if any(finding.privacy for finding in errors) else 1 if errors else 0
