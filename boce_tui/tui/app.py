"""The app: themes, global keys, saving, messages and language. Small; the screens are elsewhere."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import NoColor
from textual.screen import Screen

from boce_tui import locale
from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui import commands, lifecycle, signs
from boce_tui.tui.savers import SaverBook
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import UnsafeFilter
from boce_tui.tui.theme import NO_COLOUR_THEME, first_theme, theme_names, themes
from boce_tui.tui.widgets.footer_line import Kind

if TYPE_CHECKING:
    from textual.filter import LineFilter

    from boce_tui.store import Dossier
    from boce_tui.tui.palette import SearchHit

T = TypeVar("T")
Start = Callable[["BoceApp"], Screen[Any]] | str
TICK = 0.1
_PRIORITY = {"quit", "help"}  # these work inside dialogs too


def _global_bindings() -> list[BindingType]:
    return [
        Binding(
            c.key,
            f"app.{c.id}",
            c.label,
            show=False,
            id=c.id,
            priority=c.id in _PRIORITY and "," not in c.key,
        )
        for c in commands.GLOBAL
        if c.key
    ]


class BoceApp(App[int]):
    """The Textual app around the screens.

    Args:
        env: Clock, data folder, language, streams.
        dossier: The open dossier; None only in tests of widgets.
        start: What makes the first screen: a callable that gets the app, or ``module:callable``.
    """

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *_global_bindings(),
        Binding("f1", "app.help", show=False, priority=True, id="help-anywhere"),
        Binding("ctrl+c", "app.explain_copy", show=False, system=True),
    ]

    def __init__(
        self, env: Env, dossier: Dossier | None = None, start: Start = "boce_tui.tui.home:home_screen"
    ) -> None:
        locale.set_language(env.lang)
        super().__init__()
        self.env = env
        self._dossier = dossier
        self._start = start
        self.round_id = ""
        """The round that is being worked in; the dashboard chooses it, empty while there is none."""
        self.savers = SaverBook()
        self.message: tuple[str, Kind] = ("", "info")
        self.search: Callable[[str], list[SearchHit]] | None = None
        self.crash_lines: list[str] = []
        self.animation_level = "none"
        self._unsafe = UnsafeFilter()
        self._no_colour = NoColor()
        self._quit_asked = False
        signs.use_ascii(signs.poor_terminal(env.environ))
        for theme in themes():
            self.register_theme(theme)
        first = first_theme(env.environ)
        if first == NO_COLOUR_THEME:
            self.theme = first
        else:
            # Nothing is drawn yet, so the styles need not be worked out twice.
            self.set_reactive(App.theme, first)
            self.stylesheet.set_variables(self.get_css_variables())

    @property
    def dossier(self) -> Dossier:
        """The open dossier."""
        if self._dossier is None:
            raise RuntimeError("this app was started without a dossier")
        return self._dossier

    # --- screens ------------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[Any]:
        """The first screen stands at the bottom of the stack: no empty screen under it."""
        return self._make(self._start)

    def open(self, screen: Screen[Any] | str, then: Callable[[Any], None] | None = None) -> None:
        """Show a screen (or make it from ``module:callable``) on top of this one; `esc` comes back here."""
        self.push_screen(self._make(screen) if isinstance(screen, str) else screen, then)

    def go_back(self) -> None:
        """Close the screen on top; the first one stays."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.tell(_("This is the first screen. ^q leaves the app."))

    def _make(self, start: Start) -> Screen[Any]:
        if isinstance(start, str):
            module, _colon, name = start.partition(":")
            start = getattr(importlib.import_module(module), name)
        made: Screen[Any] = start(self)  # type: ignore[operator]  # a str was resolved above
        return made

    # --- messages and saving ------------------------------------------------------------------------------

    def tell(self, message: str, kind: Kind = "info") -> None:
        """Show one line of message in place, until the next key. An empty message takes it away.

        Args:
            message: In the user's language; people's text in it is made harmless.
            kind: ``info``, ``warning`` or ``error``.
        """
        self.message = (message, kind)
        for screen in self.screen_stack:
            if isinstance(screen, BoceScreen):
                screen.footer_line.show_message(message, kind)

    def tell_problem(self, error: BoceError) -> None:
        """Show an explained problem: what happened and what to do."""
        self.tell(" ".join(error.lines()), "error")

    def refresh_bars(self) -> None:
        """Bring the header and footer of every visible screen up to date."""
        for screen in self.screen_stack:
            if isinstance(screen, BoceScreen):
                screen.refresh_bars()

    def _tick(self) -> None:
        if not self.savers.empty:
            self.savers.tick()
            self._show_saved()

    def _show_saved(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, BoceScreen) and screen.is_attached:
                words, alarm = self.savers.words()
                screen.header_line.show(screen.place(), screen.aside(), words, alarm)

    def in_background(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` in a thread; `then` gets its result in the app's own thread.

        A problem goes to `failed`, or is told in the footer (and logged when it is the app's own fault).
        """

        def run() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - whatever it is, it must not end the app
                self.call_later(failed or self._told, error)
            else:
                self.call_later(then, result)

        self.run_worker(run, thread=True, exit_on_error=False, group="background")

    def _told(self, error: Exception) -> None:
        if isinstance(error, BoceError):
            self.tell_problem(error)
        else:
            self.tell(" ".join(lifecycle.record_crash(self, error)), "error")

    # --- global keys --------------------------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Save everything and leave; stay once when something could not be saved."""
        reasons = self.savers.flush()
        if reasons and not self._quit_asked:
            self._quit_asked = True
            self.tell(
                _("Not all is saved ({reason}). ^q again leaves; typed text stays in the drafts.").format(
                    reason=reasons[0]
                ),
                "error",
            )
            return
        self.exit(0)

    async def action_back(self) -> None:
        """Esc: the screen knows what one step back is."""
        screen = self.screen
        if isinstance(screen, BoceScreen):
            screen.action_back()
        else:
            self.go_back()

    def action_undo(self) -> None:
        """Undo outside text fields: the screen's own."""
        if isinstance(self.screen, BoceScreen):
            self.screen.action_undo()

    def action_explain_copy(self) -> None:
        """Ctrl+c never ends the app."""
        self.tell(_("^c copies selected text. To leave the app: ^q."))

    def action_help(self) -> None:
        """Help for the screen on top."""
        from boce_tui.tui.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_palette(self) -> None:
        """Do anything by name."""
        from boce_tui.tui.palette import PaletteScreen

        if isinstance(self.screen, BoceScreen):
            self.push_screen(PaletteScreen(self.screen))

    def action_open_command(self, command_id: str) -> None:
        """Run a command that opens a screen."""
        self.open(commands.get(command_id).opens)

    def action_language(self) -> None:
        """Dutch or English: labels change in place, text and focus stay."""
        locale.set_language("en" if locale.language() == "nl" else "nl")
        for screen in self.screen_stack:
            on_language = getattr(screen, "on_language", None)
            if on_language is not None:
                on_language()
        self.refresh_bars()

    def action_theme(self) -> None:
        """The next theme."""
        names = theme_names()
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.tell(_("Colours: {name}").format(name=self.theme))

    # --- Textual ------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Signals and the saving rhythm."""
        lifecycle.on_ending_signals(self)
        self.savers.changed = self._show_saved
        self.set_interval(TICK, self._tick)

    async def on_event(self, event: events.Event) -> None:
        """A key takes the message away before it does its own work."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.message[0]:
            self.tell("")
        await super().on_event(event)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The last choke point: nothing dangerous reaches the terminal."""
        filters = [self._unsafe, *super().get_line_filters()]
        return [*filters, self._no_colour] if self.theme == NO_COLOUR_THEME else filters

    def panic(self, *renderables: Any) -> None:
        """Textual's own way out with a message: ours says less and logs."""
        del renderables
        self._fatal_error()

    def _fatal_error(self) -> None:
        if not self.crash_lines:
            self.crash_lines = lifecycle.record_crash(self, sys.exc_info()[1])
        self._close_messages_no_wait()
