"""The options that every command has, read before (or without) the parser of the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from boce_tui.locale import LANGUAGES

if TYPE_CHECKING:
    from boce_tui.env import Env

OPTIONS = ("data", "lang", "profile")
PROFILE_VARIABLE = "BOCE_PROFILE"


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
        if option.removeprefix("--") not in OPTIONS or not option.startswith("--"):
            return None
        if not equals:
            value = next(words, "")
        if not value or value.startswith("-") or (option == "--lang" and value not in LANGUAGES):
            return None
        found[option.removeprefix("--")] = value
    return found


def chosen_profile(asked: str, env: Env) -> str:
    """Who is at work: as said now, else as in ``BOCE_PROFILE``, else as chosen for this dossier before."""
    from boce_tui import preferences

    given = asked or env.environ.get(PROFILE_VARIABLE, "")
    return given or preferences.load(env.data_dir).get("profile") or env.profile
