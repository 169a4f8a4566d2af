"""What every screen needs from the app: messages, saving, work in the background, and a safe way to break."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from textual import events
from textual.app import App
from textual.filter import NoColor

from boce_tui import locale
from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui import lifecycle, preferences, signs
from boce_tui.tui.closed_widgets import remember_colours_only
from boce_tui.tui.faults import FaultBook, Faults, guard_widgets
from boce_tui.tui.key_order import KeyOrder
from boce_tui.tui.savers import SaverBook
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import PlainFilter, UnsafeFilter
from boce_tui.tui.theme import NO_COLOUR_THEME, first_theme, themes
from boce_tui.tui.widgets.footer_line import Kind

if TYPE_CHECKING:
    from textual.filter import LineFilter

T = TypeVar("T")
TICK = 0.1
"""How often, in seconds, the savers do what is due."""
_LOOK = 10
"""Every how many of these line 1 is brought up to date when nothing was said about saving."""


class BaseApp(App[int]):
    """The app without its keys and screens.

    Args:
        env: Clock, data folder, language, streams.
    """

    TITLE = "boce"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "styles/app.tcss"

    def __init__(self, env: Env) -> None:
        locale.set_language(env.lang)
        remember_colours_only()
        guard_widgets()
        super().__init__()
        self.env = env
        self.savers = SaverBook()
        self.faults = Faults(self)
        self.fault_book = FaultBook()
        self._last_words = "", False
        self._ticks = 0
        self.message: tuple[str, Kind] = ("", "info")
        self._waiting_words = ""
        self.long_message = ""
        """The message a key just took away, when not all of it could be shown: help has it whole."""
        self.crash_lines: list[str] = []
        self.animation_level = "none"
        self.key_order = KeyOrder(self, self._deliver, self._at_work, self._tell_waiting)
        self._unsafe = UnsafeFilter()
        self._plain = PlainFilter()
        self._no_colour = NoColor()
        signs.use_ascii(signs.poor_terminal(env.environ))
        self.set_class(signs.ascii_only(), "-ascii")
        for theme in themes():
            self.register_theme(theme)
        first = first_theme(env.environ, preferences.load(env.data_dir).get("theme", ""))
        if first == NO_COLOUR_THEME:
            self.theme = first
        else:
            # Nothing is drawn yet, so the styles need not be worked out twice.
            self.set_reactive(App.theme, first)
            self.stylesheet.set_variables(self.get_css_variables())

    # --- messages -----------------------------------------------------------------------------------------

    def tell(self, message: str, kind: Kind = "info") -> None:
        """Show one line of message in place, until the next key or click. An empty message takes it away.

        Args:
            message: In the user's language; people's text in it is made harmless.
            kind: ``info``, ``warning`` or ``error``.
        """
        self.message = (message, kind)
        for screen in self._boce_screens():
            screen.footer_line.show_message(message, kind)

    def _take_message_away(self) -> None:
        shown = next(iter(self._boce_screens()[::-1]), None)
        self.long_message = self.message[0] if shown is not None and shown.footer_line.is_cut else ""
        if self.message[0]:
            self.tell("")

    def tell_problem(self, error: BoceError) -> None:
        """Show an explained problem: what happened and what to do."""
        self.tell(" ".join(error.lines()), "error")

    def refresh_bars(self) -> None:
        """Bring the header and footer of every screen up to date."""
        for screen in self._boce_screens():
            screen.refresh_bars()

    def _boce_screens(self) -> list[BoceScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, BoceScreen)]

    # --- saving -------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        if self.savers.empty:
            return
        self.savers.tick()
        self._ticks += 1
        # Where one is and how the time goes are worked out for it: not ten times a second beside the typing.
        if self._ticks % _LOOK == 0 or self.savers.words() != self._last_words:
            self._show_saved()

    def _show_saved(self) -> None:
        words, alarm = self._last_words = self.savers.words()
        for screen in self._boce_screens():
            if screen.is_attached:
                screen.header_line.show(screen.place(), screen.aside(), words, alarm)

    # --- background ---------------------------------------------------------------------------------------

    def in_background(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` in a thread; `then` gets its result in the app's own thread.

        A problem in either of them goes to `failed`, or to `tell_failure`.
        """

        def run() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - whatever it is, it must not end the app
                self.call_later(self._fail, failed, error)
            else:
                self.call_later(self._end_well, then, result, failed)
            self.call_later(self.key_order.go_on)

        self.run_worker(run, thread=True, exit_on_error=False, group="background")

    def _end_well(
        self, then: Callable[[T], None], result: T, failed: Callable[[Exception], None] | None
    ) -> None:
        """What the screen does with a result; a fault in it ends no more than a fault in the work does."""
        try:
            then(result)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not end the app
            self._fail(failed, error)

    def _fail(self, failed: Callable[[Exception], None] | None, error: Exception) -> None:
        """Tell it the screen's way, and when the screen cannot even do that, the app's own."""
        try:
            (failed or self.tell_failure)(error)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it must not end the app
            self.tell_failure(fault)

    def tell_failure(self, error: Exception, *, unopened: bool = False) -> None:
        """Tell a problem; one that cannot be explained is a fault of the app: logged, and the app goes on.

        Args:
            error: What went wrong.
            unopened: It kept a screen from being opened, and that was closed again.

        Raises:
            Exception: `error` again, when faults come again and again: then the app has to end.
        """
        if isinstance(error, BoceError):
            self.tell_problem(error)
            return
        if self.fault_book.too_many(error):
            raise error
        what, _when_it_ended, report = lifecycle.record_crash(self, error)
        kept = _("What was typed is kept, and you can go on.")
        if self.savers.only_on_screen:
            kept = _("Not all that was typed could be saved: it stands on the screen, and you can go on.")
        where = _("That screen could not be opened: you are where you were.") if unopened else ""
        self.tell(" ".join(filter(None, (what, kept, where, report))), "error")

    # --- Textual ------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Signals and the saving rhythm."""
        lifecycle.on_ending_signals(self)
        self.savers.changed = self._show_saved
        self.set_interval(TICK, self._tick)
        self.call_after_refresh(self.after_first_paint)

    def after_first_paint(self) -> None:
        """What can wait until the first screen is there."""
        self.faults.begun = True
        gc.freeze()
        # A screen is tens of thousands of small objects: with the usual thresholds every switch of screens
        # pays for a full collection, 50 to 150 ms in a dossier with thousands of answers.
        gc.set_threshold(50_000, 50, 100)
        gc.enable()  # it was off while everything was loaded, see `boce_tui.cli.screens`

    async def run_action(self, action: Any, default_namespace: Any = None, namespaces: Any = None) -> bool:
        """A problem that can be explained is told, and the app goes on."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except BoceError as problem:
            self.tell_problem(problem)
            return True

    async def on_event(self, event: events.Event) -> None:
        """A key or click takes the message away before it does its own work."""
        try:
            if isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded:
                self._take_message_away()
            if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
                await self.key_order.take(event)
            else:
                await super().on_event(event)
        except Exception as error:
            if not self.faults.begun:
                raise
            self.faults.take(error)

    def _at_work(self) -> bool:
        return any(screen.at_work for screen in self._boce_screens()[-1:] if screen is self.screen)

    def _tell_waiting(self, words: str) -> None:
        """That keys wait; taken away again only when nothing else was told since."""
        if words or (self._waiting_words and self.message[0] == self._waiting_words):
            self.tell(words)
        self._waiting_words = words

    async def _deliver(self, event: events.Event) -> None:
        """Give a key or paste to the screen, or else to what has the focus."""
        takes = getattr(self.screen, "takes", None) if self.screen_stack else None
        if takes is None or not takes(event):
            await super().on_event(event)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The last choke point: nothing dangerous reaches the terminal."""
        filters = [self._unsafe, *super().get_line_filters()]
        if signs.ascii_only():
            filters.append(self._plain)
        return [*filters, self._no_colour] if self.theme == NO_COLOUR_THEME else filters

    @property
    def is_leaving(self) -> bool:
        """True when the app is on its way out already."""
        return self._exit or bool(self.crash_lines)

    def _handle_exception(self, error: Exception) -> None:
        """What Textual caught: told, and gone on with where that is safe; else the end, explained."""
        try:
            self.faults.take_caught(error)
        except Exception as fault:  # noqa: BLE001 - this is where it ends
            super()._handle_exception(fault)

    def panic(self, *renderables: Any) -> None:
        """Textual's own way out with a message: ours says less and logs."""
        del renderables
        self._fatal_error()

    def _fatal_error(self) -> None:
        if not self.crash_lines:
            self.crash_lines = lifecycle.record_crash(self, sys.exc_info()[1])
        self._close_messages_no_wait()
