"""What getting another number means, in lines for people."""

from __future__ import annotations

from boce_tui.cycle.renumbering.planning import Plan
from boce_tui.domain.kinds import kind_label
from boce_tui.locale import _


def plan_lines(found: Plan) -> list[str]:
    """What would happen."""
    lines = [
        _("{old} gets the number {new}. With it go, with their history:").format(old=found.old, new=found.new)
    ]
    lines += [f"  - {kind_label(view)}: {n}" for view, n in found.counts.items()]
    return [
        *lines,
        _("Do this only when no other laptop has taken {old} over from a bundle of this one.").format(
            old=found.old
        ),
    ]


def done_text(found: Plan) -> str:
    """What was done, and what comes next."""
    return _(
        "{old} is {new} from now on, and {old} is free. A backup was made before. Merge the bundle of the "
        "other laptop now, and make a new one for them."
    ).format(old=found.old, new=found.new)
