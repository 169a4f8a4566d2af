"""What a person decided about a finding of the gates."""

from __future__ import annotations

from typing import ClassVar

from boce_tui.domain.base import Entity


class SeenWarning(Entity, frozen=True, kw_only=True):
    """A privacy warning that a person looked at and found harmless; key ``{round}/{finding id}``.

    Who did so, and when, stands in its revision. Only warnings can be looked away from, never what stops
    a report.
    """

    entity: ClassVar[str] = "seen_warning"
    view: ClassVar[str] = "seen_warnings"
    rule: str
    """Rule of the gates, such as ``P2``."""
    item: str = ""
    """Stored name and key of the item it is about: ``finding:2041/B01``."""
    revision: str = ""
    """Revision of that item that was looked at: once the item changes, the warning is back."""
