"""Keys one after the other: the next one waits until the one before has done all it does.

Textual hands a key to the widget with the focus and goes on at once. When keys come in a bunch (a slow
connection, a busy computer, a fast typist) "f5 4 text" would then all end up where "f5" was pressed, and
text typed after "next question" would land at the question before. Nothing is waited for by the clock: a
marker follows each key through the same queues, twice, because what a key sets off travels behind it. Behind
a letter in a running text it need not go further than the field: that is done when the field has it.

While a screen is at work (a report or bundle is being made) what is typed waits too, and the screen says so.
Escape goes back at once, and drops what waited; an enter with nothing typed before it does not wait: after
the work it might confirm something that nobody has read yet.
"""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.css.query import NoMatches
from textual.message_pump import MessagePump

from boce_tui.locale import _

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

_ROUNDS = 2
_PATIENCE = 1.0
"""Seconds after which a key that never came to its end no longer holds up the others."""
_LEAVES = ("escape", "ctrl+q", "ctrl+c")
"""Keys that never wait for the work of a screen."""


class KeyOrder:
    """The keys and pastes that wait for their turn.

    Args:
        app: The app.
        deliver: Gives an event to Textual.
        at_work: Whether the screen on top is doing something, so that it cannot take what is typed.
        tell: Shows that something waits; with an empty text takes that away again.
    """

    def __init__(
        self,
        app: App[Any],
        deliver: Callable[[events.Event], Awaitable[None]],
        at_work: Callable[[], bool],
        tell: Callable[[str], None],
    ) -> None:
        self._app = app
        self._deliver = deliver
        self._at_work = at_work
        self._tell = tell
        self._held = False
        self._waiting: deque[events.Event] = deque()
        self._turn = 0
        self._busy = False
        self._patience: TimerHandle | None = None

    @property
    def idle(self) -> bool:
        """True when every key has done all it does."""
        return not self._busy

    async def take(self, event: events.Event) -> None:
        """A key or paste came in: deliver it now, or when those before it are done."""
        if self._held and isinstance(event, events.Key) and event.key in _LEAVES:
            dropped, self._held, self._busy = bool(self._waiting), False, False
            self._waiting.clear()
            if dropped and event.key == "escape":
                self._tell(_("What you typed meanwhile was not used."))
                return
        self._waiting.append(event)
        if self._held:
            self._say_held()
        elif not self._busy:
            await self._next()

    async def go_on(self) -> None:
        """Some work ended: what waited for it is delivered."""
        if self._at_work():
            return
        self._tell("")
        if self._held:
            self._held = False
            await self._next()

    def _holds(self, event: events.Event) -> bool:
        """Whether this has to wait for the work of the screen."""
        typed = isinstance(event, events.Paste) or (isinstance(event, events.Key) and event.is_printable)
        return typed and self._at_work()

    def _say_held(self) -> None:
        self._tell(_("Still busy. What you type waits until it is ready; esc drops it."))

    async def _next(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        if not self._waiting:
            self._busy = False
            return
        self._busy = True
        if self._holds(self._waiting[0]):
            self._held = True
            self._say_held()
            return
        if _is_enter(self._waiting[0]) and self._at_work():
            self._waiting.popleft()
            self._tell(_("Still busy: enter does nothing until it is ready."))
            await self._next()
            return
        self._turn += 1
        turn = self._turn
        # A timer of Textual's is a task of its own; this one never goes off, and there is one for every key.
        self._patience = get_running_loop().call_later(_PATIENCE, self._overdue, turn)
        event = self._waiting.popleft()
        field = self._ends_at(event)
        try:
            await self._deliver(event)
        finally:
            # After a fault too: the next key must not wait for this one.
            if field is None or not field.call_later(self._app.call_later, self._done, turn):
                self._round(turn, _ROUNDS)

    def _ends_at(self, event: events.Event) -> Widget | None:
        """The text field in which this letter is done when it stands there; None for every other key."""
        field = self._app.screen.focused if self._app.screen_stack else None
        if field is None or not isinstance(event, events.Key) or not event.is_printable:
            return None
        alone = getattr(field, "takes_letters_alone", False)
        return field if alone and field.check_consume_key(event.key, event.character) else None

    def _round(self, turn: int, left: int) -> None:
        """Send a marker from the focus up to the app."""
        if turn != self._turn:
            return
        if not left:
            self._app.call_later(self._done, turn)
            return
        self._hop(turn, left, self._path())

    def _path(self) -> list[MessagePump]:
        try:
            start = self._app.focused or self._app.screen
            return [*start.ancestors_with_self]
        except (NoMatches, LookupError):
            return []

    def _hop(self, turn: int, left: int, path: list[MessagePump]) -> None:
        while path:
            node, *path = path
            if node.call_later(self._hop, turn, left, path):
                return
        self._app.call_later(self._round, turn, left - 1)

    async def _done(self, turn: int) -> None:
        if turn == self._turn:
            await self._next()

    def _overdue(self, turn: int) -> None:
        self._patience = None
        self._app.call_later(self._done, turn)


def _is_enter(event: events.Event) -> bool:
    return isinstance(event, events.Key) and event.key == "enter"
