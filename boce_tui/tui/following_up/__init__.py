"""Following up: how far each recommendation is, actions per body, meetings, and the scan after a set term."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def follow_up_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The recommendations that are followed up and what became of them, at the one with that key."""
    from boce_tui.tui.following_up.progress import FollowUpScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: FollowUpScreen(key))


def actions_door(app: BoceApp, key: str = "") -> BoceScreen:
    """All actions; with the key of one its form, with ``overdue`` only what is late."""
    from boce_tui.domain.recommendation import ActionItem
    from boce_tui.tui.following_up.actions import OVERDUE, ActionScreen, ActionsScreen
    from boce_tui.tui.working.screen import of_round

    def make() -> BoceScreen:
        if key and key != OVERDUE and app.dossier.value(ActionItem, key) is not None:
            return ActionScreen(app, key)
        return ActionsScreen(app, overdue=key == OVERDUE)

    return of_round(app, make)


def meetings_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The meetings of the round, or the form of one of them."""
    from boce_tui.domain.meetings import Meeting
    from boce_tui.tui.following_up.meeting_form import MeetingScreen
    from boce_tui.tui.following_up.meetings import MeetingsScreen
    from boce_tui.tui.working.screen import of_round

    def make() -> BoceScreen:
        if key and app.dossier.value(Meeting, key) is not None:
            return MeetingScreen(app, key)
        return MeetingsScreen(app)

    return of_round(app, make)


def scan_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The scan of everything that is followed up, or of one recommendation."""
    from boce_tui.domain.recommendation import Recommendation
    from boce_tui.tui.following_up.scan import ScanFormScreen, ScanScreen
    from boce_tui.tui.working.screen import of_round

    def make() -> BoceScreen:
        if key and app.dossier.value(Recommendation, key) is not None:
            return ScanFormScreen(app, key)
        return ScanScreen(app)

    return of_round(app, make)
