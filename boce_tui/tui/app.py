"""The app: its screens and the keys that work everywhere. Small; what is in the screens is elsewhere."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from boce_tui import locale
from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.tui import commands, preferences
from boce_tui.tui.base_app import TICK, BaseApp
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.theme import theme_names

if TYPE_CHECKING:
    from concurrent.futures import Future

    from boce_tui.names import Names
    from boce_tui.store import Dossier
    from boce_tui.tui.palette import SearchHit
    from boce_tui.tui.savers import Saver

Start = Callable[["BoceApp"], Screen[Any]] | str


def _global_bindings() -> list[BindingType]:
    found: list[BindingType] = []
    for command in commands.GLOBAL:
        for key in command.keys:
            # These keys work inside dialogs too; a letter never may, or nobody could type it.
            everywhere = key in ("f1", "ctrl+q")
            found.append(Binding(key, f"app.{command.id}", command.label, show=False, priority=everywhere))
    return found


class BoceApp(BaseApp):
    """The Textual app around the screens.

    Args:
        env: Clock, data folder, language, streams.
        dossier: The open dossier; None only in tests of widgets.
        start: What makes the first screen: a callable that gets the app, or ``module:callable``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *_global_bindings(),
        Binding("ctrl+c", "app.explain_copy", show=False, system=True),
    ]

    def __init__(
        self, env: Env, dossier: Dossier | None = None, start: Start = "boce_tui.tui.home:home_screen"
    ) -> None:
        super().__init__(env)
        self._dossier = dossier
        self._start = start
        self._quit_asked = False
        self.search: Callable[[str], list[SearchHit]] | None = None
        """What the palette asks for hits in the dossier."""
        self.round_id = ""
        """The round that is being worked in; the dashboard chooses it, empty while there is none."""
        self.names: Names | None = None
        """The names of this session, see `boce_tui.tui.unlock`."""
        self.names_tried = False
        """Whether the passphrase of the key file was tried in this session."""
        self.names_pen: Saver | None = None
        """What writes them beside the screens, see `boce_tui.tui.planning.names_pen`."""
        self._news_of_saving = False
        if dossier is not None:
            dossier.on_change(self._saved)

    @property
    def has_dossier(self) -> bool:
        """False while a lone widget is shown."""
        return self._dossier is not None

    @property
    def dossier(self) -> Dossier:
        """The open dossier."""
        if self._dossier is None:
            raise RuntimeError("this app was started without a dossier")
        return self._dossier

    # --- screens ------------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[Any]:
        """The first screen stands at the bottom of the stack: no empty screen under it."""
        screen = self.make(self._start)
        # Textual does both for every screen but the first.
        self._load_screen_css(screen)
        screen._push_result_callback(screen, None)
        return screen

    def open(self, screen: Screen[Any] | str, then: Callable[[Any], None] | None = None) -> None:
        """Show a screen (or make it from ``module:callable``) on top of this one; `esc` comes back here.

        What was typed here is stored first: the other screen may read it.
        """
        from boce_tui.tui.profile import may_open, tell_not_here

        where = screen if isinstance(screen, str) else type(screen).__module__
        if not may_open(self.env.profile, where):
            tell_not_here(self)
            return
        self.savers.flush(slow=False)
        self.push_screen(self.make(screen) if isinstance(screen, str) else screen, then)

    def go_back(self) -> None:
        """Close the screen on top; the first one stays. What was typed is stored first, to be read there."""
        if len(self.screen_stack) > 1:
            self.savers.flush(slow=False)
            self.pop_screen()
        else:
            self.tell(_("This is the first screen. ^q leaves the app."))

    def make(self, start: Start) -> Screen[Any]:
        """A screen from what makes it."""
        if isinstance(start, str):
            module, _colon, name = start.partition(":")
            start = getattr(importlib.import_module(module), name)
        made: Screen[Any] = start(self)  # type: ignore[operator]  # a str was resolved above
        return made

    def after_first_paint(self) -> None:
        """Load what the first search needs, check the file, and make the daily copy: off this thread."""
        super().after_first_paint()
        dossier = self._dossier
        if dossier is None:
            return
        from boce_tui.store.place import risk
        from boce_tui.tui.profile import tell_hidden

        tell_hidden(self)
        words = dossier.read_only or risk(dossier.folder, self.env.environ)
        if words:
            self.tell(words, "warning")
        dossier.warm_up()
        dossier.backup_if_due().add_done_callback(lambda done: self.call_later(self._looked_after, done))

    def _looked_after(self, done: Future[Any]) -> None:
        """The file was checked and copied, or it was not: then that is told."""
        problem = done.exception()
        if isinstance(problem, BoceError):
            self.tell_problem(problem)

    def _saved(self, entity: str, key: str) -> None:
        """Something became a revision. On the database thread: note the time, and ask once to show it."""
        del entity, key
        if self.is_running and not self._news_of_saving:
            self._news_of_saving = True
            self.savers.note_saved(self.env.local_now())
            self.call_later(self._show_news_of_saving)

    def _show_news_of_saving(self) -> None:
        self._news_of_saving = False
        self._show_saved()

    # --- global keys --------------------------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Save everything and leave; stay once when something could not be saved."""
        reasons = self.savers.flush(slow=False)
        if self.savers.busy:
            self.tell(_("saving names..."))
        while self.savers.busy:
            await asyncio.sleep(TICK / 4)
            self.savers.tick()
        reason = self.savers.slow_reason
        if reason and not self._quit_asked:
            self._quit_asked = True
            self._show_saved()
            self.tell(
                _("The names are not saved ({reason}). ^q again leaves without them.").format(reason=reason),
                "error",
            )
            return
        if reasons and not self._quit_asked:
            self._quit_asked = True
            where = (
                _("Not saved ({reason}): the text is only on the screen. ^q again leaves and loses it.")
                if self.savers.only_on_screen
                else _("Not all is saved ({reason}). ^q again leaves; typed text stays in the drafts.")
            )
            self.tell(where.format(reason=reasons[0]), "error")
            return
        self.exit(0)

    async def action_back(self) -> None:
        """Esc: the screen knows what one step back is."""
        screen = self.screen
        if isinstance(screen, BoceScreen):
            await screen.run_action("screen.back")
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

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss()
        else:
            self.push_screen(HelpScreen(self.screen, self.long_message))

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
        self.show_again()

    def show_again(self) -> None:
        """Words or names are other ones now: every screen shows itself again; place, text and focus stay."""
        for screen in self.screen_stack:
            on_language = getattr(screen, "on_language", None)
            if on_language is not None:
                on_language()
        self.refresh_bars()

    def action_profile(self) -> None:
        """Who is at work."""
        from boce_tui.tui.profile import choose_profile

        choose_profile(self)

    def action_theme(self) -> None:
        """The next theme."""
        names = theme_names()
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        preferences.remember(self.env.data_dir, "theme", self.theme)
        self.tell(_("Colours: {name}").format(name=self.theme))
