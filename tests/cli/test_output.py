"""What commands write can be read by people and programs, and obeys nobody's text."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.cli.output import say, say_block, say_json, say_table, tell
from boce_tui.env import Env
from tests.support import make_env

HOSTILE = "a\x1b[31mb\x9b2Jc\u202ed\u2028e\x00"
FORBIDDEN = set("\x1b\x9b\u202e\u2028\x00\x07")


def written(env: Env) -> str:
    assert isinstance(env.stdout, io.StringIO)
    return env.stdout.getvalue()


@pytest.mark.parametrize("how", [say, say_block, say_json])
def test_data_is_inert(how: object, env: Env) -> None:
    assert callable(how)
    how(env, HOSTILE)
    assert not set(written(env)) & FORBIDDEN


def test_messages_go_to_stderr(env: Env) -> None:
    tell(env, HOSTILE)
    assert written(env) == ""
    assert isinstance(env.stderr, io.StringIO)
    assert not set(env.stderr.getvalue()) & FORBIDDEN


def test_table_is_aligned_with_numbers_to_the_right(env: Env) -> None:
    say_table(env, [("R01", "één", 9), ("R02", "日本", 10), ("R03", "ab\ncd", 1)], right=[2])
    assert written(env).splitlines() == [
        "R01  één       9",
        "R02  日本     10",
        "R03  ab ⏎ cd   1",
    ]


def test_empty_table_says_nothing(env: Env) -> None:
    say_table(env, [])
    assert written(env) == ""


@given(st.text())
def test_json_gives_back_the_same_text(text: str) -> None:
    env = make_env(Path("unused"))
    say_json(env, {"tekst": text})
    assert json.loads(written(env)) == {"tekst": text}


def test_json_keeps_letters_readable(env: Env) -> None:
    say_json(env, ["één 🌷 €"])
    assert "één 🌷 €" in written(env)
