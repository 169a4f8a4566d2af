"""Fills the manual with what the app itself says: ``make manual``.

Between ``<!-- kind:what -->`` and ``<!-- einde -->`` stands text that is made from the command registry, the
help texts of the screens and the parser of the command line. The kinds:

- ``uitleg:ID ...``: what help says on these screens; what several screens share stands in the manual once;
- ``toetsen:ID ...``: the keys of these screens, or of everywhere (``overal``, ``lijsten``, ``tekstveld``);
- ``ga-naar``: what the palette opens from every screen;
- ``profielen``: what each profile may see and do;
- ``opdrachten``: the commands of the command line, each with one example.

With ``--check`` nothing is written: exit code 1 when the manual is not current.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import boce_tui.tui
from boce_tui.cli.catalogue import COMMANDS
from boce_tui.cli.parser import make_parser
from boce_tui.domain.profiles import CAPABILITIES, PROFILES
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _, in_language
from boce_tui.tui import commands
from boce_tui.tui.commands import Command
from boce_tui.tui.help import key_names
from boce_tui.tui.help_texts import help_paragraphs
from boce_tui.tui.screen import BoceScreen

MANUAL = Path(__file__).with_name("handleiding.md")
BLOCK = re.compile(r"(<!-- (?P<kind>[a-z-]+)(?::(?P<what>[^>]+?))? -->\n)(?P<text>.*?)(<!-- einde -->)", re.S)
EXAMPLES: dict[str, str] = tomllib.loads(
    MANUAL.with_name("command_examples.toml").read_text(encoding="utf-8")
)
"""One example for each command; a test lets the real parser read them."""


@cache
def screens() -> dict[str, list[type[BoceScreen]]]:
    """Every screen of the app by the id of its help text."""
    for found in pkgutil.walk_packages(boce_tui.tui.__path__, "boce_tui.tui."):
        importlib.import_module(found.name)
    by_id: dict[str, list[type[BoceScreen]]] = {}
    for screen in sorted(_below(BoceScreen), key=lambda kind: (kind.__module__, kind.__qualname__)):
        if screen.__module__.startswith("boce_tui.") and screen.HELP_ID:
            by_id.setdefault(screen.HELP_ID, []).append(screen)
    return by_id


def _below(screen: type[BoceScreen]) -> Iterator[type[BoceScreen]]:
    for child in screen.__subclasses__():
        yield child
        yield from _below(child)


def commands_of(help_id: str) -> list[Command]:
    """The commands of the screens with this help text, each once."""
    found: dict[str, Command] = {}
    for screen in screens()[help_id]:
        for command in screen.own_commands():
            found.setdefault(command.id, command)
    return list(found.values())


def doors() -> list[Command]:
    """What the palette opens from everywhere."""
    return sorted((command for command in commands.load_all() if command.opens), key=lambda c: _(c.label))


class Writer:
    """Writes the blocks of one manual, in order."""

    def __init__(self) -> None:
        screens()  # what they say is registered now
        self._told: set[str] = set()

    def block(self, kind: str, what: str) -> str:
        """The text of one block."""
        makers = {"uitleg": self._explanation, "toetsen": self._keys, "ga-naar": self._doors}
        if kind == "opdrachten":
            return command_line()
        if kind == "profielen":
            return profiles_table()
        return makers[kind](what.split())

    def _explanation(self, ids: Sequence[str]) -> str:
        fresh: list[str] = []
        for help_id in ids:
            for paragraph in help_paragraphs(help_id):
                if paragraph not in self._told:
                    self._told.add(paragraph)
                    fresh.append(inert(paragraph))
        return "\n\n".join(fresh)

    def _keys(self, ids: Sequence[str]) -> str:
        if ids == ["lijsten"]:
            return keys_table((keys, _(text)) for keys, text in commands.LIST_KEYS)
        if ids == ["tekstveld"]:
            return keys_table((keys, _(text)) for keys, text in commands.EDITOR_KEYS)
        own = commands.GLOBAL if ids == ["overal"] else _each_once(ids)
        return keys_table((key_names(command), sentence(command)) for command in own)

    def _doors(self, _ids: Sequence[str]) -> str:
        return table(("Naam", "Wat het doet"), ((_(door.label), _(door.help)) for door in doors()))


def _each_once(ids: Sequence[str]) -> list[Command]:
    found: dict[str, Command] = {}
    for help_id in ids:
        for command in commands_of(help_id):
            found.setdefault(command.id, command)
    return list(found.values())


def sentence(command: Command) -> str:
    """What a command is called and does, as in help."""
    return f"{_(command.label)}. {_(command.help)}"


def inert(text: str) -> str:
    """A text of the app in Markdown."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)


def keys_table(rows: Iterable[tuple[str, str]]) -> str:
    """Keys and what they do; a command without a key goes by its name in the palette."""
    palette = f"`{commands.key_text(commands.PALETTE.keys[0])}`"
    shown = ((" ".join(f"`{key}`" for key in keys.split()) or palette, text) for keys, text in rows)
    return table(("Toets", "Wat het doet"), shown)


def table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    """A Markdown table of two columns."""
    lines = [f"| {head[0]} | {head[1]} |", "|---|---|"]
    lines += [f"| {left} | {inert(right)} |" for left, right in rows]
    return "\n".join(lines)


def command_line() -> str:
    """Every command with what it does and one example."""
    rows = ["| Opdracht | Wat het doet | Voorbeeld |", "|---|---|---|"]
    rows += [f"| `boce {name}` | {inert(does)} | `{EXAMPLES[name]}` |" for name, does in all_commands()]
    return "\n".join(rows)


def profiles_table() -> str:
    """What every profile may see and do, from the one place in the code where that stands."""
    heads = [label(PROFILES, profile) for profile in PROFILES]
    rows = [f"| Wat | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
    for capability in CAPABILITIES.values():
        marks = ("ja" if profile in capability.profiles else "nee" for profile in PROFILES)
        rows.append(f"| {inert(_(capability.label))} | {' | '.join(marks)} |")
    return "\n".join(rows)


def all_commands() -> list[tuple[str, str]]:
    """Name and explanation of every command that does something by itself."""
    parser, catalogue = make_parser()
    for module in COMMANDS:
        module.register(catalogue)
    return list(_leaves(parser, ""))


def _leaves(parser: argparse.ArgumentParser, before: str) -> Iterator[tuple[str, str]]:
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        told = {str(choice.dest): choice.help or "" for choice in action._choices_actions}
        for name, child in action.choices.items():
            below = list(_leaves(child, f"{before}{name} "))
            yield from below or [(f"{before}{name}", told[name])]


def filled(text: str) -> str:
    """The manual with every block made anew."""
    writer = Writer()

    def one(found: re.Match[str]) -> str:
        made = writer.block(found["kind"], found["what"] or "")
        return f"{found[1]}\n{made}\n\n{found[5]}" if made else f"{found[1]}{found[5]}"

    with in_language("nl"):
        return BLOCK.sub(one, text)


def main(arguments: Sequence[str]) -> int:
    """Fill the manual, or only say whether it is current."""
    before = MANUAL.read_text(encoding="utf-8")
    after = filled(before)
    if before == after:
        return 0
    if "--check" in arguments:
        sys.stderr.write("docs/handleiding.md is not current: run `make manual`\n")
        return 1
    MANUAL.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
