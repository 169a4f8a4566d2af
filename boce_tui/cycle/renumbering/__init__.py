"""Another number for what was planned here, so that the work of another laptop can come in beside it.

plan        what would move, and whether it may: `Plan`
carry_out   do it: everything that hangs from it goes along, with its history; the old number is free
"""

from boce_tui.cycle.renumbering.moving import carry_out
from boce_tui.cycle.renumbering.planning import Plan, plan

__all__ = ["Plan", "carry_out", "plan"]
