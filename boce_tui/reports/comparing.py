"""What changed between two versions of a document, by paragraph; pure, like everything here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from boce_tui.reports.parsed import Parsed, visible

Kind = Literal["changed", "added", "removed", "moved"]
_ALIKE = 0.5
"""From this likeness on (0-1, of words) a paragraph that is gone and one that is new are one that changed."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, item, heading or row of a table as a reader sees it.

    Attributes:
        section: The heading it stands under; a heading stands under itself.
        text: Visible text; the cells of a row with a line between them.
    """

    section: str
    text: str


@dataclass(frozen=True)
class ParagraphChange:
    """One difference.

    Attributes:
        kind: What happened to it.
        section: The heading it stands under now; for what was removed: stood under.
        before: How it read; empty when it is new.
        after: How it reads; empty when it is gone.
    """

    kind: Kind
    section: str
    before: str
    after: str


def paragraphs(markdown: str) -> list[Paragraph]:
    """All paragraphs of a document, in order."""
    return list(_walk(Parsed(markdown)))


def compare(before: str, after: str) -> list[ParagraphChange]:
    """What changed between two documents, in the order of the new one.

    Everything that differs is in it: taking the removed out of the old document and putting the added in
    gives the paragraphs of the new one.
    """
    old, new = paragraphs(before), paragraphs(after)
    matcher = SequenceMatcher(None, [p.text for p in old], [p.text for p in new], autojunk=False)
    found: list[ParagraphChange] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            found += _block(old[a:b], new[c:d])
    return _moved(found)


def _block(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[ParagraphChange]:
    waiting = list(old)
    for paragraph in new:
        at = next((i for i, was in enumerate(waiting) if _alike(was.text, paragraph.text)), None)
        if at is None:
            yield ParagraphChange("added", paragraph.section, "", paragraph.text)
            continue
        for gone in waiting[:at]:
            yield ParagraphChange("removed", gone.section, gone.text, "")
        yield ParagraphChange("changed", paragraph.section, waiting[at].text, paragraph.text)
        waiting = waiting[at + 1 :]
    for gone in waiting:
        yield ParagraphChange("removed", gone.section, gone.text, "")


def _alike(before: str, after: str) -> bool:
    matcher = SequenceMatcher(None, before.split(), after.split(), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _moved(changes: list[ParagraphChange]) -> list[ParagraphChange]:
    """The same words gone in one place and new in another are one that moved."""
    gone = [change.before for change in changes if change.kind == "removed"]
    found: list[ParagraphChange] = []
    moved: list[str] = []
    for change in changes:
        if change.kind == "added" and change.after in gone:
            gone.remove(change.after)
            moved.append(change.after)
            found.append(replace(change, kind="moved", before=change.after))
        else:
            found.append(change)
    for text in moved:
        at = next(i for i, c in enumerate(found) if c.kind == "removed" and c.before == text)
        del found[at]
    return found


def _walk(parsed: Parsed) -> Iterator[Paragraph]:
    section, in_heading = "", False
    row: list[str] | None = None
    for token in parsed.tokens:
        if token.type == "heading_open":
            in_heading = True
        elif token.type == "heading_close":
            in_heading = False
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield Paragraph(section, " | ".join(row or ()))
            row = None
        elif token.type == "inline":
            text = visible(token)
            section = text if in_heading else section
            if row is not None:
                row.append(text)
            else:
                yield Paragraph(section, text)
