"""The options that every command has, read before (or without) the parser of the command line."""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.locale import LANGUAGES


def language_asked(argv: Sequence[str]) -> str | None:
    """The value of ``--lang`` before parsing, so that mistakes in what follows are told in that language."""
    for place, word in enumerate(argv):
        if word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
        elif word == "--lang" and place + 1 < len(argv):
            asked = argv[place + 1]
        else:
            continue
        return asked if asked in LANGUAGES else None
    return None


def for_the_app(argv: Sequence[str]) -> dict[str, str] | None:
    """The options by name when this certainly opens the app; None when the parser has to say what it is.

    Opening the app is what is done most; without the parser of all commands it is quicker.
    """
    found: dict[str, str] = {}
    words = iter(argv)
    for word in words:
        option, equals, value = word.partition("=")
        if option not in ("--data", "--lang"):
            return None
        if not equals:
            value = next(words, "")
        if not value or value.startswith("-") or (option == "--lang" and value not in LANGUAGES):
            return None
        found[option.removeprefix("--")] = value
    return found
