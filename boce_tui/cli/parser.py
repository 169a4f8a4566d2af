"""The parser of the command line, which speaks the user's language in its own words too."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from boce_tui import __version__
from boce_tui.locale import LANGUAGES, _, ngettext

Commands = argparse._SubParsersAction  # the type of what `register(commands)` gets
"""What a command module adds its parsers to."""


def _columns() -> int:
    """Width of the help; argparse's own way to ask it loads a quarter of the time that help takes."""
    given = os.environ.get("COLUMNS", "").strip()
    if given.isdecimal():
        return int(given) or 80
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or 80
    except (OSError, ValueError):
        return 80


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=min(_columns(), 110) - 2)


class Parser(argparse.ArgumentParser):
    """An argument parser without abbreviations, whose complaints cannot harm a terminal."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return _formatter(self.prog)

    def error(self, message: str) -> NoReturn:
        """Show how the command is used and what is wrong, and stop with exit code 2."""
        from boce_tui.domain.text import inert_line

        super().error(inert_line(message))


@contextmanager
def own_words_translated() -> Iterator[None]:
    """Let argparse say 'usage', 'options' and its errors from our catalogue within the block."""
    names = {"_": _, "ngettext": ngettext}
    before = {name: getattr(argparse, name) for name in names}
    for name, function in names.items():
        setattr(argparse, name, function)
    try:
        yield
    finally:
        for name, function in before.items():
            setattr(argparse, name, function)


def make_parser() -> tuple[Parser, Commands[Parser]]:
    """The parser with the options that every command has, and the place where commands are added."""
    parser = Parser(
        prog="boce",
        description=_(
            "From question guide to evaluation report. Without a command the app opens on your dossier."
        ),
        epilog=_("'boce COMMAND --help' explains one command."),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--data",
        metavar=_("DIR"),
        help=_("folder of the dossier (otherwise BOCE_DATA, or the user's own data folder)"),
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=_("language: nl (standard) or en"))
    parser.add_argument(
        "--profile",
        metavar=_("PROFILE"),
        help=_("who you are: evaluator, support or reader (otherwise BOCE_PROFILE, or as chosen before)"),
    )
    parser.add_argument(
        "--version", action="version", version=f"boce {__version__}", help=_("show the version and stop")
    )
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="command")
    return parser, commands
