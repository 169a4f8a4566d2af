"""One step in the dossier from a screen that shows a list or a table, and taking the last one back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from boce_tui.errors import BoceError
from boce_tui.store import Dossier
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.working import taking_back
from boce_tui.tui.working.screen import undo_book

T = TypeVar("T")


def do_step(
    screen: BoceScreen, words: str, work: Callable[[Dossier], T], then: Callable[[], None]
) -> T | None:
    """Do one step that can be taken back.

    Args:
        screen: Where it is done.
        words: What is done, for the message of undo.
        work: Does it, in one transaction.
        then: Shows what is there now.

    Returns:
        What `work` returned; None when it could not be done (the person was told why).
    """
    try:
        result = undo_book(screen.boce.dossier).do(words, work)
    except BoceError as problem:
        screen.boce.tell_problem(problem)
        return None
    then()
    return result


def take_back(screen: BoceScreen, then: Callable[[], None] | None = None) -> None:
    """Take back the last step and say which it was."""
    taking_back.take_back(screen, undo_book(screen.boce.dossier), then=then)
