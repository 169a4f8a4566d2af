"""A report cut into its sections, for showing one at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from boce_tui.reports.compiling import Compiled
from boce_tui.reports.escape import canonical
from boce_tui.reports.gates.finding import ERROR, GateFinding
from boce_tui.reports.parsed import Parsed


@dataclass(frozen=True)
class Section:
    """One heading and what stands under it, up to the next heading.

    Attributes:
        id: Anchor of the heading: the target of links, and `GateFinding.section`.
        level: 1 for the title, 2 for chapters ...
        title: Visible text of the heading.
        markdown: The heading and its text.
        findings: What the gates say about it.
        line: Line of the heading.
    """

    id: str
    level: int
    title: str
    markdown: str
    findings: tuple[GateFinding, ...]
    line: int

    @property
    def stopped(self) -> bool:
        """True when something here stops the report."""
        return any(finding.severity == ERROR for finding in self.findings)


def sections(compiled: Compiled, findings: Iterable[GateFinding] = ()) -> list[Section]:
    """Cut a report into sections. Findings about the whole report stand with the title."""
    return cut(compiled.parsed, findings)


def cut(parsed: Parsed, findings: Iterable[GateFinding] = ()) -> list[Section]:
    """Cut any document into sections, see `sections`."""
    headings = parsed.headings
    lines = parsed.markdown.split("\n")
    by_section: dict[str, list[GateFinding]] = {}
    for finding in findings:
        by_section.setdefault(finding.section, []).append(finding)
    result = []
    for index, heading in enumerate(headings):
        end = headings[index + 1].line - 1 if index + 1 < len(headings) else len(lines)
        own = by_section.get(heading.anchor, [])
        if index == 0:
            own = [*by_section.get("", []), *own]
        result.append(
            Section(
                id=heading.anchor,
                level=heading.level,
                title=heading.text,
                markdown=canonical("\n".join(lines[heading.line - 1 : end])),
                findings=tuple(own),
                line=heading.line,
            )
        )
    return result
