"""What to do with a candidate theme, by the rule of domain.md 4.4. The app advises, people decide."""

from __future__ import annotations

import msgspec

from boce_tui.domain.intake import HOLD, INCLUDE, REJECT, SHARE
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

ENOUGH = 4
"""From this mark on one of the three K's speaks for it."""

REASONS: Vocabulary = {
    "complete": N_("There is support everywhere, it is feasible, and the hours are covered."),
    "missing": N_("The intake is not complete yet."),
    "refused": N_("There is no support in one or more municipalities."),
    "not_feasible": N_("It is not feasible."),
    "no_gain": N_("None of the three K's speaks clearly for doing it together."),
    "hours": N_("The hours are not covered."),
}
"""Why the rule advises what it advises."""


class IntakeFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the rule looks at.

    Attributes:
        refusals: Places (municipality, level) that said no.
        missing: What was not filled in yet, in the words of the question set; empty when it is complete.
        feasible: An id of ``YES_NO_PARTLY``; empty when nobody judged it.
        marks: The marks of the three K's, None for one that was not given.
        guaranteed: The commissioner guarantees the hours.
        over: Quarters in which more hours are asked than there are.
        learning: Sharing knowledge is one of its forms, or the one to fall back on.
    """

    refusals: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    feasible: str = ""
    marks: tuple[int | None, ...] = ()
    guaranteed: bool = False
    over: tuple[str, ...] = ()
    learning: bool = False

    @property
    def complete(self) -> bool:
        """Everything the rule needs is there."""
        return not self.missing

    @property
    def covered(self) -> bool:
        """The hours are guaranteed, and there are as many as are asked."""
        return self.guaranteed and not self.over

    @property
    def worth_it(self) -> bool:
        """At least one of the three K's speaks for doing it together."""
        return any(mark is not None and mark >= ENOUGH for mark in self.marks)


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What the rule says.

    Attributes:
        choice: An id of ``INTAKE_CHOICE``.
        reasons: Why, ids of ``REASONS``.
    """

    choice: str
    reasons: tuple[str, ...]


def advise(facts: IntakeFacts) -> Advice:
    """The advice: hold what is incomplete or has no hours, include what passes, else knowledge or nothing.

    Without hours a theme that is otherwise fine is held, not turned down: the hours can still be found.
    """
    against: list[str] = []
    if facts.refusals:
        against.append("refused")
    if facts.feasible == "no":
        against.append("not_feasible")
    if facts.complete and not facts.worth_it:
        against.append("no_gain")
    if not facts.complete:
        return Advice(choice=HOLD, reasons=("missing", *against))
    if against:
        choice = SHARE if facts.learning and facts.worth_it else REJECT
        return Advice(choice=choice, reasons=tuple(against))
    if not facts.covered:
        return Advice(choice=HOLD, reasons=("hours",))
    return Advice(choice=INCLUDE, reasons=("complete",))
