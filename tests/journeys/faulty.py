"""``boce`` with one fault planted in its own code: ``python -m tests.journeys.faulty PLACE ARGUMENT...``."""

from __future__ import annotations

import sys
from typing import Any

SECRET = "het geheime antwoord"


def fail(*_given: object, **_named: object) -> None:
    """What a forgotten case does: an exception with an answer in it."""
    raise RuntimeError(SECRET)


def plant(place: str) -> None:
    """Put the fault where the interview comes along."""
    from boce_tui.cycle.interviewing.conversation import Conversation
    from boce_tui.tui.interviewing.quotes_screen import QuotesScreen
    from boce_tui.tui.interviewing.room import RoomScreen

    room: Any = RoomScreen
    if place == "command":
        Conversation.mark_later = fail  # type: ignore[method-assign, assignment]
    elif place == "answer":
        room._skip = fail
    elif place == "screen":
        QuotesScreen.on_mount = fail  # type: ignore[method-assign]
    elif place == "timer":
        look = room._look
        failed: list[int] = []

        def fail_once(self: Any) -> None:
            if self.note.text and not failed:
                failed.append(1)
                fail()
            look(self)

        room._look = fail_once


if __name__ == "__main__":
    from boce_tui.cli.main import entry

    plant(sys.argv[1])
    sys.argv[1:] = sys.argv[2:]
    entry()
