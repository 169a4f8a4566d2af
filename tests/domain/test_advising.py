"""The rule of advice of domain.md 4.4, branch by branch."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.advising import REASONS, IntakeFacts, advise
from boce_tui.domain.intake import HOLD, INCLUDE, INTAKE_CHOICE, REJECT, SHARE

FINE: dict[str, Any] = {"feasible": "yes", "marks": (2, 4, 1), "guaranteed": True}
REFUSED = (("coevorden", "executive"),)


@pytest.mark.parametrize(
    ("changes", "choice", "reasons"),
    [
        ({}, INCLUDE, ("complete",)),
        ({"feasible": "partly"}, INCLUDE, ("complete",)),
        ({"marks": (5, None, None)}, INCLUDE, ("complete",)),
        ({"missing": ("planning",)}, HOLD, ("missing",)),
        ({"missing": ("planning",), "refusals": REFUSED}, HOLD, ("missing", "refused")),
        ({"missing": ("hours",), "feasible": "no"}, HOLD, ("missing", "not_feasible")),
        ({"guaranteed": False}, HOLD, ("hours",)),
        ({"over": ("q2",)}, HOLD, ("hours",)),
        ({"refusals": REFUSED}, REJECT, ("refused",)),
        ({"refusals": REFUSED, "learning": True}, SHARE, ("refused",)),
        ({"refusals": REFUSED, "learning": True, "over": ("q1",)}, SHARE, ("refused",)),
        ({"feasible": "no"}, REJECT, ("not_feasible",)),
        ({"feasible": "no", "learning": True}, SHARE, ("not_feasible",)),
        ({"marks": (3, 3, 3)}, REJECT, ("no_gain",)),
        ({"marks": (3, 3, 3), "learning": True}, REJECT, ("no_gain",)),
        ({"marks": (None, None, None)}, REJECT, ("no_gain",)),
    ],
)
def test_every_branch(changes: dict[str, Any], choice: str, reasons: tuple[str, ...]) -> None:
    found = advise(IntakeFacts(**{**FINE, **changes}))
    assert (found.choice, found.reasons) == (choice, reasons)


facts = st.builds(
    IntakeFacts,
    refusals=st.sampled_from([(), REFUSED]),
    missing=st.sampled_from([(), ("x",)]),
    feasible=st.sampled_from(["", "yes", "partly", "no", "dont_know"]),
    marks=st.tuples(*[st.none() | st.integers(1, 5)] * 3),
    guaranteed=st.booleans(),
    over=st.sampled_from([(), ("q3",)]),
    learning=st.booleans(),
)


@given(facts)
def test_only_what_is_complete_supported_worth_it_and_paid_for_is_included(one: IntakeFacts) -> None:
    found = advise(one)
    assert found.choice in INTAKE_CHOICE
    assert found.reasons
    assert set(found.reasons) <= set(REASONS)
    fits = not (one.missing or one.refusals or one.over) and one.feasible != "no" and one.guaranteed
    assert (found.choice == INCLUDE) == (fits and max(mark or 0 for mark in one.marks) >= 4)
    assert (found.choice == HOLD) >= bool(one.missing)
