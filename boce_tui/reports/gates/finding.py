"""What a gate says: how bad, which rule, where, what, and how to mend it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from boce_tui.domain.keys import last
from boce_tui.domain.kinds import ORIGINS
from boce_tui.domain.text import inert_line
from boce_tui.domain.vocabulary import label
from boce_tui.reports.model import Origin
from boce_tui.reports.parsed import Heading, Parsed

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class GateFinding:
    """One finding of a gate.

    Attributes:
        severity: ``error`` stops the report, ``warning`` asks for a look.
        rule: ``F1`` ... (form), ``C1`` ... (content), ``P0`` ... (privacy).
        message: What is the matter, in the language of the interface.
        how_to_mend: What to do about it.
        place: Where, in words: section and item.
        section: Id of the `Section` it belongs to; empty when it is about the whole report.
        origin: The item where it can be mended, when that is one item.
        line: Line of the document; 0 when there is none.
        id: The same for the same finding in a later run.
    """

    severity: str
    rule: str
    message: str
    how_to_mend: str
    place: str = ""
    section: str = ""
    origin: Origin | None = None
    line: int = 0
    id: str = ""

    @property
    def privacy(self) -> bool:
        """True when it is about giving a person away."""
        return self.rule.startswith("P")

    @property
    def confirmable(self) -> bool:
        """True when a person may look at it and say that it does no harm: privacy warnings only.

        Everything else either stops the report or goes away when it is mended.
        """
        return self.privacy and self.severity == WARNING


class Places:
    """Turns lines and origins of one document into places a person understands."""

    def __init__(self, parsed: Parsed, placements: Iterable[tuple[Origin, int]] = ()) -> None:
        self.parsed = parsed
        self._lines: dict[Origin, int] = {}
        self._items: dict[tuple[str, str], int] = {}
        self._at: dict[int, Origin] = {}
        for origin, line in placements:
            self._lines.setdefault(origin, line)
            self._items.setdefault((origin.kind, origin.key), line)
            self._at.setdefault(line, origin)

    def line_of(self, origin: Origin | None) -> int:
        """The first line where that text, or else another of the same item, stands; 0 when nowhere."""
        if origin is None:
            return 0
        return self._lines.get(origin) or self._items.get((origin.kind, origin.key), 0)

    def origin_at(self, line: int) -> Origin | None:
        """Where the first text of a line comes from."""
        return self._at.get(line)

    def heading_at(self, line: int) -> Heading | None:
        """The heading a line stands under."""
        found = None
        for heading in self.parsed.headings:
            if heading.line > line:
                break
            found = heading
        return found

    def line_of_section(self, number: str) -> int:
        """The line of the heading with that number (``3.1.2``); 0 when there is none."""
        return next((h.line for h in self.parsed.headings if h.text.split(" ", 1)[0] == number), 0)

    def finding(
        self,
        severity: str,
        rule: str,
        message: str,
        how_to_mend: str,
        *,
        origin: Origin | None = None,
        line: int = 0,
        detail: str = "",
    ) -> GateFinding:
        """A finding with its place worked out. `detail` tells apart findings of one rule at one item."""
        line = line or self.line_of(origin)
        heading = self.heading_at(line) if line else None
        words = [inert_line(heading.text) if heading else "", item_words(origin)]
        seed = "\0".join((rule, origin.kind, origin.key, origin.field) if origin else (rule, str(line)))
        return GateFinding(
            severity=severity,
            rule=rule,
            message=message,
            how_to_mend=how_to_mend,
            place=" · ".join(word for word in words if word),
            section=heading.anchor if heading else "",
            origin=origin,
            line=line,
            id=f"{rule}-{hashlib.sha256((seed + chr(0) + detail).encode()).hexdigest()[:16]}",
        )


class Gap(NamedTuple):
    """Something that is missing or does not fit."""

    message: str
    mend: str
    origin: Origin | None = None
    section: str = ""
    """Number of the section it belongs in, when the item itself is not printed."""
    severity: str = ERROR


def item_words(origin: Origin | None) -> str:
    """What an item is called when only its kind and key are known; empty for what is no item."""
    if origin is None or origin.kind not in ORIGINS:
        return ""
    key = "" if origin.key == origin.kind else inert_line(last(origin.key))  # there is one agenda
    return f"{label(ORIGINS, origin.kind)} {key}".strip()


def shown(text: str, most: int = 60) -> str:
    """A piece of text for a message: inert, on one line, shortened."""
    line = inert_line(text).strip()
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
