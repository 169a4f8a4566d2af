"""The model of a comparison: what changed between two versions of the report."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text


class Difference(Data, frozen=True, kw_only=True):
    """One paragraph that differs.

    Attributes:
        kind: ``changed``, ``added``, ``removed`` or ``moved``.
        before: How it read.
        after: How it reads.
    """

    kind: str
    before: Text = NO_TEXT
    after: Text = NO_TEXT


class ComparedSection(Data, frozen=True, kw_only=True):
    """The differences under one heading; the heading is empty for what stands before the first."""

    title: Text = NO_TEXT
    differences: tuple[Difference, ...] = ()


class ComparisonModel(Data, frozen=True, kw_only=True):
    """The whole comparison.

    Attributes:
        language: Language of the fixed texts.
        example: The dossier is invented.
        title: Title of the round.
        before: Number of the older version.
        after: Number of the newer version.
        reason: Why there is a newer one, when that was said.
        sections: The differences, in the order of the newer version.
    """

    language: str = "nl"
    example: bool = False
    title: Text
    before: str
    after: str
    reason: Text = NO_TEXT
    sections: tuple[ComparedSection, ...] = ()
