"""A fault of the app itself, wherever our own code was entered: logged and told; the app goes on if it can.

Textual ends the app at every exception that nobody expected. Here it ends only where going on would be worse:

* before the first screen stands there, or when it is that screen that cannot be opened: there is no way back;
* while something is being drawn: it would be drawn again, with the same fault;
* while a letter goes into a field: what is kept and what is shown may no longer be the same text;
* at the fifth fault within ten seconds, or the fifth at the same place: that is a loop, or a frozen screen;
* wherever Textual itself stops listening: nothing there would ever react again.

Everywhere else the message, action, timer or answer in which it happened is given up, and nothing more. A
screen that could not be opened is closed again. See docs/decisions/0035-a-fault-ends-no-more-than-it-must.md.
"""

from __future__ import annotations

import time
import traceback
from collections import Counter, deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from textual import _compositor, events
from textual._context import active_message_pump
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from boce_tui.errors import BoceError
from boce_tui.tui.widgets.note_document import NoteDocument

if TYPE_CHECKING:
    from boce_tui.tui.base_app import BaseApp

_MOST = 5
_WITHIN = 10.0
"""Seconds in which so many faults are a loop, or a screen on which every key fails."""


class FaultBook:
    """Counts the faults of this run; keeps nothing of them but the place.

    Args:
        clock: Seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._times: deque[float] = deque(maxlen=_MOST)
        self._places: Counter[tuple[str, int | None]] = Counter()

    def too_many(self, error: BaseException) -> bool:
        """Count one more; true when the app should not go on."""
        self._times.append(self._clock())
        frames = traceback.extract_tb(error.__traceback__)
        place = (frames[-1].filename, frames[-1].lineno) if frames else (type(error).__name__, None)
        self._places[place] += 1
        at_once = len(self._times) == _MOST and self._times[-1] - self._times[0] <= _WITHIN
        return at_once or self._places[place] >= _MOST


class Faults:
    """Decides whether the app goes on after an exception that nobody caught.

    Args:
        app: The app.
    """

    def __init__(self, app: BaseApp) -> None:
        self._app = app
        self._closed: WeakSet[Screen[Any]] = WeakSet()
        self.begun = False
        """The first screen stood there: from now on there is something to go on with."""

    def take(self, error: Exception, opening: Screen[Any] | None = None) -> None:
        """Tell it, and go on.

        Args:
            error: What nobody caught.
            opening: The screen that was being opened, if it was.

        Raises:
            Exception: `error` again, when the app has to end.
        """
        if isinstance(error, BoceError):
            self._app.tell_problem(error)
            return
        if opening is not None and opening in self._closed:
            return  # one fault in opening brings others with it; the screen is gone already
        if not self.begun or self._app.is_leaving or _leaves_a_mess(error):
            raise error
        if opening is not None and opening is self._app.screen_stack[0]:
            raise error
        if opening is not None:
            self._closed.add(opening)
            self._app.savers.flush(slow=False)
            while opening in self._app.screen_stack:
                self._app.pop_screen()
        self._app.tell_failure(error, unopened=opening is not None)

    def take_caught(self, error: Exception) -> None:
        """The same for what Textual caught, which says itself by where it did so what goes on.

        Raises:
            Exception: `error` again, when the app has to end.
        """
        frames = [frame.f_code.co_name for frame, _line in traceback.walk_tb(error.__traceback__)]
        if frames[:1] == ["_compose"]:
            pump = active_message_pump.get(None)
            self.take(error, _screen_of(pump))
        elif frames[:1] in _GOES_ON or frames[:2] == _IDLE:
            self.take(error)
        else:
            raise error


_GOES_ON = (["_flush_next_callbacks"], ["_tick"])
_IDLE = ["_process_messages_loop", "invoke"]
"""Where Textual catches callbacks, timers and what it does when nothing waits: there it goes on by itself."""
_DRAWS = "_refresh_layout", "_compositor_refresh"

_dispatch = MessagePump._on_message


async def _on_message(self: Widget, message: Message) -> None:
    """Textual's own, for every widget and screen; after an exception out of it a widget is deaf for ever."""
    try:
        await _dispatch(self, message)
    except Exception as error:
        faults: Faults | None = getattr(self.app, "faults", None)
        if faults is None:
            raise
        faults.take(error, _screen_of(self) if _opens(self, message) else None)


def guard_widgets() -> None:
    """Let every widget outlive a fault in its handlers. Doing it again changes nothing."""
    Widget._on_message = _on_message  # type: ignore[method-assign, assignment]


def _opens(widget: Widget, message: Message) -> bool:
    if isinstance(message, events.ScreenResume):
        return not getattr(widget, "was_away", True)
    return isinstance(message, events.Compose | events.Mount)


def _screen_of(pump: MessagePump | None) -> Screen[Any] | None:
    above = pump.ancestors_with_self if isinstance(pump, Widget) else []
    return next((node for node in above if isinstance(node, Screen)), None)


def _leaves_a_mess(error: Exception) -> bool:
    """Whether it came up while drawing or dividing the screen, or halfway an edit of a text."""
    codes = [frame.f_code for frame, _line in traceback.walk_tb(error.__traceback__)]
    drawing = any(code.co_filename == _compositor.__file__ or code.co_name in _DRAWS for code in codes)
    return drawing or NoteDocument.replace_range.__code__ in codes
