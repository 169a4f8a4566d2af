"""The base of every screen: header line, footer line, and keys from the command registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from boce_tui.domain.profiles import SHORT, TINY
from boce_tui.domain.vocabulary import label
from boce_tui.tui import commands
from boce_tui.tui.commands import Command
from boce_tui.tui.compositor import TightCompositor
from boce_tui.tui.focus_order import focus_order
from boce_tui.tui.widgets.footer_line import FooterKey, FooterLine, Kind, footer_label
from boce_tui.tui.widgets.header_line import HeaderLine

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

T = TypeVar("T")
_FOOTER_KEYS = 6
_FOOTER_KEYS_WIDE = 9
_WIDE = 100
_SMALLEST = (40, 12)


class BoceScreen(Screen[Any]):
    """A screen: line 1 (place, save words), a body, and a footer with at most six keys.

    A subclass gives `COMMANDS` (ids from the registry; each has its ``action_`` method), `HELP_ID`,
    `place` and `compose_body`. See `boce_tui.tui` for how to write one.
    """

    COMMANDS: ClassVar[Sequence[str]] = ()  # type: ignore[assignment]  # Textual's own palette is not used
    HELP_ID: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide"), (140, "-huge")]  # noqa: RUF012 - Textual's own type
    AUTO_FOCUS = "*"

    DEFAULT_CSS = """
    BoceScreen { layers: base cover; background: $background; color: $foreground; }
    """

    def __init_subclass__(cls, **options: Any) -> None:
        """Make the key bindings from the registry, before Textual merges them."""
        if "COMMANDS" in cls.__dict__:
            cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindings_for(cls.COMMANDS)]
        super().__init_subclass__(**options)

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(name=name, id=id, classes=classes)
        self._compositor = TightCompositor()
        self.header_line = HeaderLine()
        self.footer_line = FooterLine()
        self._small_cover: Widget | None = None
        self._busy = False
        """Something is being made or done here that keeps the screen from taking what is typed."""
        self.was_away = False
        """In `on_screen_resume`: another screen was on top, so what is shown may be out of date."""

    @property
    def boce(self) -> BoceApp:
        """The app, with its own type."""
        return cast("BoceApp", self.app)

    @property
    def at_work(self) -> bool:
        """Something is being made or done here: what is typed waits until that has ended."""
        return self._busy

    # --- what a subclass gives ----------------------------------------------------------------------------

    def place(self) -> str:
        """Where the user is, for line 1; people's text is made harmless there."""
        return ""

    def aside(self) -> str:
        """A short word in the middle of line 1 ("23 of 60 min"); dropped when there is no room."""
        return ""

    def compose_body(self) -> ComposeResult:
        """The widgets between the two rules."""
        yield from ()

    def can(self, command_id: str) -> bool:
        """Whether a command of this screen makes sense now; if not, it is hidden and its key does nothing."""
        del command_id
        return True

    def words_here(self) -> str:
        """What is said here in words of the collaboration; help explains those that it knows."""
        return ""

    def finds_words(self) -> bool:
        """Whether the palette may show what people said; not where somebody looks on who may not see it."""
        return True

    def takes(self, event: events.Event) -> bool:
        """Whether a key or paste is for the screen itself, so that what has the focus never sees it."""
        del event
        return False

    def on_language(self) -> None:
        """The language changed: replace labels in place; never recompose what holds text or the focus."""

    # --- what a subclass uses -----------------------------------------------------------------------------

    def tell(self, message: str, kind: Kind = "info") -> None:
        """One line of message in the lower rule; see `BoceApp.tell`."""
        self.boce.tell(message, kind)

    def refresh_bars(self) -> None:
        """Bring line 1 and the footer up to date; call it after a change of place or of what `can` says."""
        if not self.is_attached:
            return
        words, alarm = self.boce.savers.words()
        profile = self.boce.env.profile
        self.header_line.who = label(SHORT, profile), label(TINY, profile)
        self.header_line.show(self.place(), self.aside(), words, alarm)
        self.footer_line.show_keys(self.footer_keys())
        self.footer_line.show_message(*self.boce.message)

    def in_background(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` in a thread and `then` with its result back here; see `BoceApp.in_background`."""
        self.boce.in_background(work, then, failed)

    @classmethod
    def own_commands(cls) -> list[Command]:
        """The commands of this screen and the screens it builds on, each once."""
        found: dict[str, Command] = {}
        for base in cls.__mro__:
            for command_id in base.__dict__.get("COMMANDS", ()) if issubclass(base, BoceScreen) else ():
                found.setdefault(command_id, commands.get(command_id))
        return list(found.values())

    def offered(self) -> list[Command]:
        """The commands of this screen that make sense now."""
        return [command for command in self.own_commands() if self.can(command.id)]

    def other_keys(self) -> list[Command]:
        """Commands for the help that make no sense now but often do on this screen."""
        return []

    def footer_keys(self) -> list[FooterKey]:
        """The keys for the footer, most important first, help last."""
        in_text = focus_takes_letters(self.focused)
        most = _FOOTER_KEYS if self.size.width < _WIDE else _FOOTER_KEYS_WIDE
        wanted = sorted((c for c in self.offered() if c.footer and c.short), key=lambda c: c.footer)
        keys: list[FooterKey] = []
        for command in [*wanted, commands.PALETTE]:
            usable = [key for key in command.keys if not (in_text and commands.belongs_to_text(key))]
            if usable and len(keys) < most - 1:
                keys.append(FooterKey(command, commands.key_text(usable[0]), footer_label(command)))
        help_key = "f1" if in_text else "?"
        return [*keys, FooterKey(commands.HELP, help_key, footer_label(commands.HELP))]

    # --- Textual ------------------------------------------------------------------------------------------

    @property
    def focus_chain(self) -> list[Widget]:
        """What can have the focus, in order."""
        return focus_order(self)

    def compose(self) -> ComposeResult:
        """Header line, body, footer line."""
        self._be_wide()
        yield self.header_line
        yield from self.compose_body()
        yield self.footer_line

    def _be_wide(self) -> None:
        """The width classes before there is anything in the screen: later all of it would be styled anew."""
        names = self._get_breakpoint_classes(self.app.size.width, self.HORIZONTAL_BREAKPOINTS or [])
        self.add_class(*names)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide and block what does not make sense now."""
        del parameters
        command = _BY_ACTION.get(action)
        return self.can(command) if command else True

    def on_mount(self) -> None:
        """First words of line 1 and the footer."""
        self.refresh_bars()

    def on_screen_suspend(self) -> None:
        """Another screen comes on top."""
        self.was_away = True

    @on(events.ScreenResume)
    def _styled(self, event: events.ScreenResume) -> None:
        """The first time all of it was styled a moment ago."""
        event.refresh_styles = self.was_away

    def on_screen_resume(self) -> None:
        """The screen is on top (again: `was_away`)."""
        self.refresh_bars()
        self.was_away = False

    def watch_focused(self) -> None:
        """Letters are keys outside text fields only: the footer follows the focus."""
        if self.is_attached:
            self.footer_line.show_keys(self.footer_keys())

    async def on_resize(self, event: events.Resize) -> None:
        """Other width, other number of keys; much too small: say so, and keep focus and text."""
        self.refresh_bars()
        small = event.size.width < _SMALLEST[0] or event.size.height < _SMALLEST[1]
        if small and self._small_cover is None:
            from boce_tui.tui.widgets.cover import Cover

            self._small_cover = Cover()
            await self.mount(self._small_cover)
        if self._small_cover is not None:
            self._small_cover.display = small

    def action_back(self) -> None:
        """Go back one step."""
        self.boce.go_back()

    async def action_list_filter(self) -> None:
        """Filter the list that has the focus, else the first one (command ``list.filter``)."""
        from boce_tui.tui.widgets.pick_list import PickList

        lists = [found for found in self.query(PickList) if found.is_on_screen]
        focused = [found for found in lists if self.focused is not None and found in self.focused.ancestors]
        for found in (focused or lists)[:1]:
            await found.action_filter()

    def action_panes_next(self) -> None:
        """To the next part of the screen (command ``panes.next``)."""
        from boce_tui.tui.widgets.panes import Panes

        for panes in self.query(Panes):
            panes.action_next_pane()

    def action_undo(self) -> None:
        """Outside text fields: take back the last change, where a screen knows how."""
        from boce_tui.locale import _

        self.tell(_("There is nothing to undo here."))


_BY_ACTION: dict[str, str] = {}


def bindings_for(command_ids: Iterable[str]) -> list[BindingType]:
    """The key bindings of these commands."""
    found: list[BindingType] = []
    for command_id in command_ids:
        command = commands.get(command_id)
        if not command.opens:
            _BY_ACTION[command.action] = command.id
        if command.key:
            found.append(Binding(command.key, command.action, command.label, show=False, id=command.id))
    return found


def focus_takes_letters(focused: Widget | None) -> bool:
    """True when the widget with the focus is a text field: letters are text there."""
    return focused is not None and focused.check_consume_key("a", "a")
