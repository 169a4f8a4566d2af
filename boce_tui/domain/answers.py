"""The typed values an answer can hold beside its free text (domain.md 4.0).

An answer keeps ``values: dict[part id, Value]``: most questions have one part called ``value``.
Non-answers are values of their own ("weet niet", "n.v.t."), never an empty string.
"""

from __future__ import annotations

import msgspec

Scalar = str | int | None
"""One cell of a table: an option id, a digit 1-5, short text, or None when it was left open."""

NOT_APPLICABLE = "not_applicable"
DONT_KNOW = "dont_know"


class Rating(msgspec.Struct, frozen=True, tag="rating", forbid_unknown_fields=True):
    """A mark 1-5, or one of the two non-answers (both stay out of averages)."""

    score: int | None = None
    non_answer: str | None = None


class Choice(msgspec.Struct, frozen=True, tag="choice", forbid_unknown_fields=True):
    """One option id: single_choice, yes_no_partly, realisation_status, progress_status, norm_score."""

    option: str
    other: str = ""


class Choices(msgspec.Struct, frozen=True, tag="choices", forbid_unknown_fields=True):
    """Several option ids, in the order of the question set."""

    options: tuple[str, ...] = ()
    other: str = ""


class Grid(msgspec.Struct, frozen=True, tag="grid", forbid_unknown_fields=True):
    """A table: row id -> column id -> cell. Rows and columns come from the question set."""

    cells: dict[str, dict[str, Scalar]] = msgspec.field(default_factory=dict)


class Items(msgspec.Struct, frozen=True, tag="items", forbid_unknown_fields=True):
    """A list of short texts: ranked_list (best first) and list."""

    items: tuple[str, ...] = ()


class Amount(msgspec.Struct, frozen=True, tag="amount", forbid_unknown_fields=True):
    """A number as canonical decimal text ("1234.5"): number, hours, money, percent."""

    value: str


class When(msgspec.Struct, frozen=True, tag="when", forbid_unknown_fields=True):
    """A day ``YYYY-MM-DD`` or a month ``YYYY-MM``."""

    value: str


class Reference(msgspec.Struct, frozen=True, tag="reference", forbid_unknown_fields=True):
    """A pointer to a theme, ambition, body, document, recommendation or agreement."""

    kind: str
    id: str


class SwotItem(msgspec.Struct, frozen=True, tag="swot", forbid_unknown_fields=True):
    """One strength, weakness, opportunity or threat."""

    cell: str
    text: str
    source_group: str = ""


Value = Rating | Choice | Choices | Grid | Items | Amount | When | Reference | SwotItem
