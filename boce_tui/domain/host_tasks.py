"""The way of a task that the host municipality takes over: from business case to start (R85, domain.md 4.4).

It stands in the same register as candidate themes; its intake is the business case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

BUSINESS_CASE, AGREED, PROPOSAL, APPROVED = "business_case", "agreed", "proposal", "approved"
DRAFT, SIGNED, STARTED = "draft", "signed", "started"

ROUTE: Vocabulary = {
    BUSINESS_CASE: N_("business case is ready"),
    AGREED: N_("agreed with the business case"),
    PROPOSAL: N_("proposal and plan are ready"),
    APPROVED: N_("proposal is approved"),
    DRAFT: N_("draft sub-agreement is ready"),
    SIGNED: N_("sub-agreement is signed"),
    STARTED: N_("the task has started"),
}
"""The steps, in the order in which they are taken."""

DECIDERS: Mapping[str, tuple[str, ...]] = {
    AGREED: ("steering_group",),
    APPROVED: ("steering_group", "delegated_commissioner"),
    SIGNED: ("colleges",),
}
"""Step -> the bodies that can decide on it; the other steps are work, no decision."""

DECIDER_NAMES: Vocabulary = {
    "steering_group": N_("steering group"),
    "delegated_commissioner": N_("delegated commissioner"),
    "colleges": N_("colleges"),
}
"""How they are called where the agenda has no such body."""


class RouteStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step that was taken."""

    step: str
    """An id of ``ROUTE``."""
    date: str
    body: str = ""
    """Id of the body that decided."""
    document: str = ""
    """Where it is written down."""


def next_step(route: Sequence[RouteStep]) -> str:
    """The step that can be taken now; empty when all were."""
    steps = list(ROUTE)
    return steps[len(route)] if len(route) < len(steps) else ""
