"""The one registry of everything a person can do with a key.

Bindings, footer, palette, help and the manual are all made from it. A step package registers its commands in
its own ``commands.py`` (English source texts, marked with ``N_``); a screen names them by id in ``COMMANDS``.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterable

import msgspec

from boce_tui.locale import N_, _

SHORT_LABEL = 9
"""No label in the footer is longer than this, in any language."""


class Command(msgspec.Struct, frozen=True):
    """Something a person can do.

    Attributes:
        id: ``area.what``; the screen has the method ``action_area_what`` (dots and dashes become ``_``).
        label: What the palette and help call it, a verb first: "Next question".
        help: One sentence: what it does.
        key: Textual key names, alternatives after a comma; the first is shown. Empty: palette and help only.
        group: Heading in the palette and help.
        short: Label in the footer, at most nine letters; empty: never in the footer.
        footer: Place in the footer, 1 is first; 0: not in the footer.
        opens: ``module:callable`` that makes a screen from the app; the palette offers it everywhere.
    """

    id: str
    label: str
    help: str
    key: str = ""
    group: str = N_("This screen")
    short: str = ""
    footer: int = 0
    opens: str = ""

    @property
    def keys(self) -> list[str]:
        """The keys, one by one."""
        return [key.strip() for key in self.key.split(",") if key.strip()]

    @property
    def action(self) -> str:
        """The Textual action that runs it."""
        if self.opens:
            return f"app.open_command({self.id!r})"
        if self.id in _global_ids:
            return "app." + self.id
        return self.method.removeprefix("action_")

    @property
    def method(self) -> str:
        """The method on the screen or the app that does it."""
        return "action_" + self.id.replace(".", "_").replace("-", "_")

    @property
    def key_text(self) -> str:
        """How the first key is written for people."""
        return key_text(self.keys[0]) if self.keys else ""


_registry: dict[str, Command] = {}
_global_ids: set[str] = set()


def register(*commands: Command) -> None:
    """Add commands to the registry; an id may be registered again only with the same content."""
    for command in commands:
        known = _registry.setdefault(command.id, command)
        if known != command:
            raise ValueError(f"two commands are called {command.id}")


def get(command_id: str) -> Command:
    """The command with this id."""
    return _registry[command_id]


def all_commands() -> list[Command]:
    """Every registered command, in the order of registration."""
    return list(_registry.values())


def load_all() -> list[Command]:
    """Import the ``commands.py`` of every step package, then return every command."""
    import boce_tui.tui as package

    for found in pkgutil.iter_modules(package.__path__):
        if not found.ispkg or found.name in ("widgets", "styles"):
            continue
        name = f"{package.__name__}.{found.name}.commands"
        if importlib.util.find_spec(name) is not None:
            importlib.import_module(name)
    return all_commands()


def groups(commands: Iterable[Command]) -> dict[str, list[Command]]:
    """The commands under their (translated) headings, order kept."""
    found: dict[str, list[Command]] = {}
    for command in commands:
        found.setdefault(_(command.group), []).append(command)
    return found


_KEY_TEXT = {
    "escape": "esc",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "backslash": "\\",
    "underscore": "_",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "delete": "del",
}


def key_text(key: str) -> str:
    """How one Textual key name is written for people: ``ctrl+n`` becomes ``^n``."""
    if key.startswith("ctrl+"):
        return "^" + key_text(key.removeprefix("ctrl+"))
    if key.startswith("shift+"):
        return "shift+" + key_text(key.removeprefix("shift+"))
    if key == "space":
        return _("space")
    return _KEY_TEXT.get(key, key)


def belongs_to_text(key: str) -> bool:
    """True for a key that a text field keeps for itself: a character, or one that moves or deletes in it."""
    return len(key) == 1 or key in _TEXT_KEYS


_TEXT_KEYS = frozenset(
    {
        *("space", "enter", "delete", "backspace", "home", "end", "up", "down", "left", "right"),
        *("shift+up", "shift+down", "shift+left", "shift+right", "ctrl+left", "ctrl+right"),
        "question_mark",
        "slash",
        "plus",
        "minus",
        "full_stop",
        "comma",
        "left_square_bracket",
        "right_square_bracket",
    }
)

HELP = Command(
    "help",
    N_("Help for this screen"),
    N_("Explains this screen and shows all its keys."),
    key="f1,question_mark",
    group=N_("Everywhere"),
    short=N_("help"),
)
PALETTE = Command(
    "palette",
    N_("Do anything by name"),
    N_("Type a few letters of what you want to do or where you want to go."),
    key="ctrl+p",
    group=N_("Everywhere"),
    short=N_("anything"),
)
QUIT = Command(
    "quit",
    N_("Leave the app"),
    N_("Saves what you typed and closes the app."),
    key="ctrl+q",
    group=N_("Everywhere"),
    short=N_("quit"),
)
BACK = Command(
    "back",
    N_("Go back one step"),
    N_("Leaves this screen; what you typed stays."),
    key="escape",
    group=N_("Everywhere"),
    short=N_("back"),
)
UNDO = Command(
    "undo",
    N_("Undo"),
    N_("Takes back the last change; in a text field the last thing you typed."),
    key="ctrl+z",
    group=N_("Everywhere"),
    short=N_("undo"),
)
LANGUAGE = Command(
    "language",
    N_("Language: Dutch or English"),
    N_("Switches between Dutch and English; your place and your text stay."),
    key="f9",
    group=N_("Everywhere"),
    short=N_("language"),
)
THEME = Command(
    "theme",
    N_("Colours: light, dark, high contrast, none"),
    N_("Shows the next set of colours."),
    group=N_("Everywhere"),
)
PROFILE = Command(
    "profile",
    N_("Who you are: evaluator, programme support, reader"),
    N_("Decides what you see and can do; it is remembered for this dossier."),
    group=N_("Everywhere"),
)
GLOBAL = (HELP, PALETTE, UNDO, BACK, LANGUAGE, THEME, PROFILE, QUIT)
register(*GLOBAL)
_global_ids.update(command.id for command in GLOBAL)

FILTER = Command(
    "list.filter",
    N_("Filter the list"),
    N_("Type words: only the lines that have them all stay; esc shows everything again."),
    key="slash",
    group=N_("Lists"),
    short=N_("filter"),
    footer=8,
)
NEXT_PANE = Command(
    "panes.next",
    N_("To the next part of the screen"),
    N_("Goes from one part of the screen to the next, back to where you were in it."),
    key="f5",
    group=N_("Lists"),
    short=N_("part"),
    footer=9,
)
register(FILTER, NEXT_PANE)
"""For screens with a `PickList` or `Panes`: name their ids in ``COMMANDS``; `BoceScreen` has the methods."""

LIST_KEYS: tuple[tuple[str, str], ...] = (
    ("↑ ↓ pgup pgdn", N_("Up and down")),
    ("home end", N_("To the first or the last line")),
    ("enter", N_("Open the line under the cursor")),
    ("1-9", N_("In a line of choices: choose; backspace clears")),
)
"""The keys of lists and choices themselves, for the help."""

EDITOR_KEYS: tuple[tuple[str, str], ...] = (
    ("← → ↑ ↓", N_("Move the cursor; with shift: select")),
    ("^← ^→", N_("One word left or right")),
    ("home end", N_("Begin or end of the line")),
    ("^z ^y", N_("Undo and redo what you typed")),
    ("^c ^x ^v", N_("Copy, cut and paste")),
    ("f7", N_("Select everything")),
    ("^w", N_("Delete the word before the cursor")),
    ("^u", N_("Delete to the begin of the line")),
    ("^k", N_("Delete to the end of the line")),
    ("tab shift+tab", N_("To the next or the previous field")),
)
"""The keys of a text field itself, for the help."""
