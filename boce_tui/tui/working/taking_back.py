"""Taking back the last step, wherever one is; what was done in an earlier session only after a question."""

from __future__ import annotations

from collections.abc import Callable

from boce_tui.cycle.undoing import Step, UndoBook
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.dialogs import confirm


def take_back(
    screen: BoceScreen,
    book: UndoBook,
    said: Callable[[Step], str] = Step.said,
    then: Callable[[], None] | None = None,
) -> None:
    """Take back the last step and say which it was.

    Whoever opened the app just now did nothing yet: the key would silently take back something of another
    day, on another screen.

    Args:
        screen: Where the key was pressed.
        book: What was done.
        said: What a step did, in words.
        then: Called when it was taken back, or when there was nothing.
    """
    before = book.from_before
    if before is None:
        _take_back(screen, book, said, then)
        return
    confirm(
        screen.boce,
        _("Take back what was done in an earlier session?"),
        lambda: _take_back(screen, book, said, then),
        yes=_("Take it back"),
        detail=said(before),
    )


def _take_back(
    screen: BoceScreen, book: UndoBook, said: Callable[[Step], str], then: Callable[[], None] | None
) -> None:
    try:
        step = book.undo()
    except BoceError as problem:
        screen.boce.tell_problem(problem)
        return
    if then is not None:
        then()
    if step is None:
        screen.tell(_("There is nothing to undo here."))
    else:
        screen.tell(_("Taken back: {words}").format(words=said(step)))
