"""The registry: every command has words and a method, no key clashes, and the footer tells the truth."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input, TextArea

import boce_tui.tui
from boce_tui.locale import _, in_language
from boce_tui.tui import commands
from boce_tui.tui.app import BoceApp
from boce_tui.tui.commands import Command
from boce_tui.tui.help_texts import help_paragraphs
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import cells
from boce_tui.tui.widgets.footer_line import FooterKey, fitting

TERMINAL_KEYS = {
    # What terminals, tmux and screen make of these: enter, backspace, tab, line feed, prefix keys.
    *(
        "ctrl+m",
        "ctrl+h",
        "ctrl+i",
        "ctrl+j",
        "ctrl+b",
        "ctrl+a",
        "ctrl+@",
        "ctrl+space",
        "ctrl+left_square_bracket",
    ),
    *("alt+enter", "ctrl+enter", "shift+enter", "f11"),
}


def bound(owner: type) -> set[str]:
    """The keys a class of Textual binds."""
    found: set[str] = set()
    for binding in owner.__dict__["BINDINGS"]:
        keys = binding.key if hasattr(binding, "key") else binding[0]
        found |= {key.strip() for key in keys.split(",")}
    return found


EDITOR_KEYS = bound(TextArea) | bound(Input)
GLOBAL_KEYS = {key for command in commands.GLOBAL for key in command.keys}
BASE_KEYS = bound(Screen) | bound(App)


def taken_over() -> set[str]:
    """Keys that the interview room has before its text fields do, or that its note hands on to it."""
    from boce_tui.tui.interviewing.answer_note import AnswerNote
    from boce_tui.tui.interviewing.room import RoomScreen

    own = (each for each in AnswerNote.BINDINGS if isinstance(each, Binding))
    found = {each.key for each in own if each.action.startswith("screen.")}
    for base in RoomScreen.__mro__:
        bindings = base.__dict__.get("BINDINGS", ())
        found |= {each.key for each in bindings if isinstance(each, Binding) and each.priority}
    return found


def screens() -> list[type[BoceScreen]]:
    """Every screen of the app."""
    for module in pkgutil.walk_packages(boce_tui.tui.__path__, "boce_tui.tui."):
        importlib.import_module(module.name)

    def below(kind: type[BoceScreen]) -> list[type[BoceScreen]]:
        return [each for sub in kind.__subclasses__() for each in (sub, *below(sub))]

    return [kind for kind in below(BoceScreen) if kind.__module__.startswith("boce_tui.")]


ALL = [command for command in commands.load_all() if not command.id.startswith("test.")]
"""Without those that other tests register in the same process."""
SCREENS = screens()


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.id)
def test_every_command_has_words_in_both_languages(command: Command) -> None:
    assert command.label
    assert command.help.endswith(".")
    assert command.group
    for lang in ("nl", "en"):
        with in_language(lang):
            assert cells(_(command.short)) <= commands.SHORT_LABEL, _(command.short)
            assert "!" not in _(command.label) + _(command.help)
    with in_language("nl"):
        for text in filter(None, (command.label, command.help, command.group)):
            assert _(text) != text or text in _SAME_IN_DUTCH, f"no Dutch for {text!r}"


_SAME_IN_DUTCH = {"Interview", "Interviews", "Dossier"}


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.id)
def test_no_key_is_taken(command: Command) -> None:
    keys = set(command.keys)
    assert len(keys) == len(command.keys)
    assert not keys & TERMINAL_KEYS
    if command not in commands.GLOBAL:
        taken = EDITOR_KEYS - {key for key in EDITOR_KEYS if commands.belongs_to_text(key)}
        assert not keys & (taken - taken_over()), "a text field would take this key"
        assert not keys & (GLOBAL_KEYS - {"escape", "ctrl+z"})
        assert not keys & (BASE_KEYS - {"escape", "tab"})
    if command.footer:
        assert command.short
        assert command.keys


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_a_screens_commands_exist_once_and_do_something(screen: type[BoceScreen]) -> None:
    own = screen.own_commands()
    keys = [key for command in own for key in command.keys]
    assert len(keys) == len(set(keys)), f"one key, two commands: {sorted(keys)}"
    for command in own:
        if command.opens:
            module, _colon, name = command.opens.partition(":")
            assert callable(getattr(importlib.import_module(module), name))
        else:
            method = getattr(screen, command.method, None)
            assert inspect.isfunction(method), f"{screen.__name__} has no {command.method}"


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_footer_fits_in_80_columns(screen: type[BoceScreen], lang: str) -> None:
    with in_language(lang):
        wanted = sorted((c for c in screen.own_commands() if c.footer), key=lambda c: c.footer)[:5]
        keys = [FooterKey(c, c.key_text, _(c.short)) for c in (*wanted, commands.HELP)]
        assert fitting(keys, 78) == keys


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_screen_explains_itself(screen: type[BoceScreen]) -> None:
    if screen.own_commands() and not screen.__subclasses__():
        assert help_paragraphs(screen.HELP_ID), (
            f"{screen.__name__} has no help text (HELP_ID {screen.HELP_ID!r})"
        )


def test_doors_of_the_palette_lead_somewhere() -> None:
    for command in ALL:
        if command.opens:
            module, _colon, name = command.opens.partition(":")
            assert callable(getattr(importlib.import_module(module), name)), command.id


def test_an_id_belongs_to_one_command() -> None:
    commands.register(commands.HELP)
    with pytest.raises(ValueError, match="help"):
        commands.register(Command("help", "Other", "Other."))


def test_global_commands_have_their_method_on_the_app() -> None:
    for command in commands.GLOBAL:
        assert command.action == f"app.{command.id}"
        assert hasattr(BoceApp, command.method)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("ctrl+n", "^n"),
        ("f4", "f4"),
        ("escape", "esc"),
        ("question_mark", "?"),
        ("slash", "/"),
        ("space", "spatie"),
        ("shift+up", "shift+↑"),
        ("ctrl+shift+down", "^shift+↓"),
    ],
)
def test_keys_are_written_for_people(key: str, text: str) -> None:
    assert commands.key_text(key) == text


def test_the_footer_drops_the_least_important_first() -> None:
    many = [FooterKey(commands.QUIT, f"^{letter}", "woordje") for letter in "abcdef"]
    assert [item.key for item in fitting(many, 40)] == ["^a", "^b", "^f"]
    assert [item.key for item in fitting(many, 5)] == ["^f"]
    assert fitting([], 80) == []
