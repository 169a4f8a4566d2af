"""The base of a screen that is one text to read, with a few things to do that take long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult

from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.lines_view import LinesView

T = TypeVar("T")
V = TypeVar("V", bound=LinesView)


class ReadScreen(BoceScreen, Generic[V]):
    """Shown on opening, in another language, and after something that failed.

    Args:
        view: What is read.
    """

    COMMANDS: ClassVar[Sequence[str]] = ()

    def __init__(self, view: V) -> None:
        super().__init__()
        self._view = view
        self._busy = False
        """Something is being done: `can` says no to what may not begin meanwhile."""

    def show(self) -> None:
        """Read it again and show it."""
        raise NotImplementedError

    def compose_body(self) -> ComposeResult:
        """The lines."""
        yield self._view

    def on_mount(self) -> None:
        """Read it, and let the keys scroll."""
        self._view.focus()
        self.show()

    def on_language(self) -> None:
        """The same in other words."""
        self.show()

    def do_long(
        self,
        words: str,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do something that takes long.

        Args:
            words: What is told meanwhile.
            work: Runs in a thread.
            then: Gets its result, back on the screen; it shows what has become of it.
            failed: Gets a problem; by default it is told.
        """

        def done(result: T) -> None:
            self._busy = False
            then(result)

        self._busy = True
        self.refresh_bars()
        self.tell(words)
        self.in_background(work, done, failed or self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.show()
        self.boce.tell_failure(error)
