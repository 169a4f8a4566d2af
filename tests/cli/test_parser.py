"""The parser speaks Dutch in argparse's own words too."""

from __future__ import annotations

import argparse
import ast
import inspect
from pathlib import Path

import pytest

from boce_tui.locale import _, set_language
from tests.support import make_env, run_cli

# What argparse says to programmers, never to users.
FOR_PROGRAMMERS = {
    ".__call__() not defined",
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    'argument "-" with mode %r',
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "type= is required for options like %r",
}
SAME_IN_DUTCH = {"%(heading)s:"}


def words_of_argparse() -> set[str]:
    """Every text that this Python's argparse has translated."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("_", "ngettext")
        ):
            found |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return found


def test_everything_argparse_says_to_users_has_a_dutch_text() -> None:
    said = words_of_argparse() - FOR_PROGRAMMERS - SAME_IN_DUTCH - {"expected %s arguments"}
    assert len(said) > 15
    assert {text for text in said if _(text) == text} == set()


def test_help_is_dutch_and_english_on_request(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    dutch = run_cli("--help", env).ok().out
    assert "gebruik: boce" in dutch
    assert "opties:" in dutch
    assert "usage" not in dutch
    assert "usage: boce" in run_cli("--lang en --help", env).ok().out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["onzin"], "'onzin' bestaat niet; kies uit"),
        (["--data"], "bij --data: hier hoort één waarde bij"),
        (["--lang", "fr"], "bij --lang: 'fr' bestaat niet; kies uit 'nl', 'en'"),
        (["--dat", "x"], "bij OPDRACHT: 'x' bestaat niet"),
    ],
)
def test_wrong_usage_is_explained_in_dutch_with_exit_code_2(
    argv: list[str], said: str, tmp_path: Path
) -> None:
    result = run_cli(argv, make_env(tmp_path))
    assert result.code == 2
    assert result.out == ""
    assert said in result.err
    assert "boce: fout:" in result.err


def test_complaint_about_a_hostile_argument_is_inert(tmp_path: Path) -> None:
    result = run_cli(["--data", "x", "\x1b]52;c;eA==\x07\u202e"], make_env(tmp_path))
    assert result.code == 2
    assert not set(result.err) & set("\x1b\x07\u202e")


def test_own_words_of_argparse_are_left_as_they_were(tmp_path: Path) -> None:
    before = argparse._  # type: ignore[attr-defined]
    run_cli("--help", make_env(tmp_path))
    assert argparse._ is before  # type: ignore[attr-defined]


def test_language_comes_from_the_environment_of_the_run(tmp_path: Path) -> None:
    set_language("nl")
    assert "usage: boce" in run_cli("--help", make_env(tmp_path, lang="en")).ok().out
