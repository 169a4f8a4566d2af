"""The ways from the follow-up to the screens beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import boce_tui.tui.following_up.commands  # noqa: F401  - registers the ids used below
from boce_tui.tui.following_up.linking import LinkingScreen


class LeadingScreen(LinkingScreen):
    """The part of the follow-up screen that opens the others; what was typed is kept first."""

    COMMANDS: ClassVar[Sequence[str]] = (
        "earlier.actions", "earlier.scan", "earlier.meetings", "earlier.needs",
    )  # fmt: skip

    def action_earlier_actions(self) -> None:
        """Who does what by when."""
        from boce_tui.tui.following_up.actions import ActionsScreen

        self.settle()
        self.boce.open(ActionsScreen(self.boce))

    def action_earlier_meetings(self) -> None:
        """The meetings."""
        from boce_tui.tui.following_up.meetings import MeetingsScreen

        self.settle()
        self.boce.open(MeetingsScreen(self.boce))

    def action_earlier_scan(self) -> None:
        """The scan."""
        from boce_tui.tui.following_up.scan import ScanScreen

        self.settle()
        self.boce.open(ScanScreen(self.boce))

    def action_earlier_needs(self) -> None:
        """What the councils want to know."""
        from boce_tui.tui.informing.needs import NeedsScreen

        self.settle()
        self.boce.open(NeedsScreen(self.boce))
