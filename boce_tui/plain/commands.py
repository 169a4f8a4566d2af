"""The typed commands: a colon and a word, in Dutch or English, as short as it stays clear.

What somebody says is never silently taken for one: a word that could be two commands is none, and words
behind a command that takes none make it text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from boce_tui.locale import N_, _, language

_SHAPE = re.compile(r":(\w+)(?:\s+(.*))?\s*", re.DOTALL)


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes:
        id: The word to type in English; also its name in the code.
        dutch: The word to type in Dutch. Both always work.
        help: What it does.
        example: With what behind it; empty when nothing.
    """

    id: str
    dutch: str
    help: str
    example: str = ""


@dataclass(frozen=True)
class Typed:
    """A command as it was typed.

    Attributes:
        id: Which command; ``probe`` for a number, ``unknown`` for a word that is none, ``unclear`` for one
            that could be several.
        rest: What stands behind it.
    """

    id: str
    rest: str = ""


PROBE = "probe"
HELP = "help"
UNKNOWN = "unknown"
UNCLEAR = "unclear"
OFF = "off"
SIGN = ":"
COMMANDS = (
    Command("back", "terug", N_("to the question before")),
    Command("next", "verder", N_("to the next question, without answering the rest of this one")),
    Command("go", "ga", N_("to a question, by its number"), "A2"),
    Command("later", "later", N_("this question on the list for later, or off it")),
    Command("skip", "overslaan", N_("skip this question, with a reason"), N_("reason")),
    Command("quote", "citaat", N_("these words are a quote; without words: the last sentence"), N_("words")),
    Command("free", "los", N_("a free note beside the questions, with the time"), N_("words")),
    Command("notes", "notities", N_("all free notes; also to link one to a question")),
    Command("extra", "extra", N_("a question of your own, after this one"), N_("words")),
    Command(
        "belongs",
        "hoort",
        N_("the last sentence, or these words, belong to another question: moved there"),
        "A2",
    ),
    Command("link", "koppel", N_("the same, but the words stay here too"), "A2"),
    Command(OFF, "buiten", N_("off the record: what you type then is kept nowhere, until the same command")),
    Command("na", "nvt", N_("not applicable, at a mark; the digit 0 does the same")),
    Command("dontknow", "weetniet", N_("don't know, at a mark; the digit 9 does the same")),
    Command("edit", "bewerk", N_("work on the whole note in your own editor")),
    Command("clear", "wis", N_("take away what is filled in here")),
    Command("ready", "klaar", N_("leave the rest of this table or list as it is")),
    Command("undo", "herstel", N_("take back the last choice, tick, skip or quote")),
    Command("where", "waar", N_("read this question and what was answered again")),
    Command("explain", "uitleg", N_("the explanation of this question, and of the words in it")),
    Command("last", "vorig", N_("what the evaluation before said about this question")),
    Command("own", "eigen", N_("what this person answered here last time; asks for the names")),
    Command("open", "open", N_("the list of what is open, for later or skipped")),
    Command("questions", "vragen", N_("all questions, with how they stand")),
    Command("search", "zoek", N_("questions and answers with these words"), N_("words")),
    Command("quotes", "citaten", N_("all quotes, with what was agreed about them")),
    Command("who", "wie", N_("whose answer you write: of everyone, or of one participant"), "R07"),
    Command("said", "gezegd", N_("which participants said this"), "R07 R09"),
    Command("short", "kort", N_("the short route: only core questions, or all of them again")),
    Command("end", "einde", N_("end the conversation: first what is still open")),
    Command("screen", "scherm", N_("go on at this question in the screens of boce")),
    Command(
        "change", "wijzig", N_("change an approved interview after all; the reason is kept"), N_("reason")
    ),
    Command("stop", "stop", N_("pause; the next time you go on at this question")),
    Command(HELP, "hulp", N_("this list; a question mark does the same")),
)


def read(text: str) -> Typed | None:
    """The command in a typed line, or None when it is no command but text.

    One unknown word with a colon is a slip of the finger; with more behind it, it is something that was said.
    """
    if text.rstrip() == "?":
        return Typed(HELP)
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    word, rest = found[1].lower(), (found[2] or "").strip()
    if word.isdecimal():
        return None if rest else Typed(PROBE, word)
    meant = [known for known in named(word) if known.example or not rest]
    if len(meant) == 1:
        return Typed(meant[0].id, rest)
    if meant:
        return Typed(UNCLEAR, f"{word} {rest}".strip())
    return None if rest else Typed(UNKNOWN, word)


def named(word: str) -> list[Command]:
    """The commands a word can be: whole in either language, or begun in the language of the moment."""
    whole = [known for known in COMMANDS if word in (known.id, known.dutch)]
    return whole or [known for known in COMMANDS if _word(known).startswith(word)]


def almost(text: str) -> str:
    """The command that a text begins with although it is no command: that one takes no words behind it."""
    found = _SHAPE.fullmatch(text)
    meant = named(found[1].lower()) if found and found[2] and read(text) is None else []
    return shown(meant[0].id) if len(meant) == 1 else ""


def shown(command_id: str, rest: str = "") -> str:
    """A command as one types it in the language of the moment."""
    known = next(known for known in COMMANDS if known.id == command_id)
    return f"{SIGN}{_word(known)} {rest}".strip()


def _word(known: Command) -> str:
    return known.dutch if language() == "nl" else known.id


def help_lines() -> list[str]:
    """All commands, one a line."""
    lines = []
    for known in COMMANDS:
        example = _(known.example) if known.example else ""
        lines.append(_("{command}: {help}").format(command=shown(known.id, example), help=_(known.help)))
    return lines
