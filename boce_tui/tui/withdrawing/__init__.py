"""Withdrawing what somebody said: what it would do, the code to confirm it, and the proofs afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def ask_to_withdraw(screen: BoceScreen, interview: str) -> None:
    """Choose who withdraws when there are more at the table, and show what it would do.

    Args:
        screen: The screen that asks.
        interview: Key of the interview (``2041/G07``).
    """
    from boce_tui.tui.withdrawing.starting import begin

    begin(screen, interview)


def open_proofs(_app: BoceApp) -> BoceScreen:
    """The proofs of what was erased, for the palette."""
    from boce_tui.tui.withdrawing.proofs import ProofsScreen

    return ProofsScreen()
