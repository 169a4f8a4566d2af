"""What goes out when the round is over: the documents with what is missing, their texts, the successes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen


def sending_door(app: BoceApp, _key: str = "") -> BoceScreen:
    """The documents that go out."""
    from boce_tui.tui.sending.sending import SendingScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, SendingScreen)


def success_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The list of successes; `key` may be that of one."""
    from boce_tui.tui.sending.successes import SuccessesScreen
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: SuccessesScreen(key))
