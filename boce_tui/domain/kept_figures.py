"""Figures of a round that outlive its answers, to put two years side by side."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity


class KeptRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The figure of everyone together, or of one group that could be shown."""

    people: int
    mean: float | None = None
    counts: dict[str, int] = msgspec.field(default_factory=dict)
    """Option id -> number of people; empty when an option was chosen by too few."""


class KeptFigure(Entity, frozen=True, kw_only=True):
    """What was shown of one counted question in the final report; key ``{round}/{question}/{theme}/{part}``.

    Thresholds were applied when it was made: nothing in it is about fewer people than may be shown. It stays
    when the answers themselves are erased after their term.
    """

    entity: ClassVar[str] = "kept_figure"
    view: ClassVar[str] = "kept_figures"
    total: KeptRow
    groups: dict[str, KeptRow] = msgspec.field(default_factory=dict)
    """Group -> its figure; empty when one of them had to stay hidden."""
