"""Texts that would command a terminal stay inert in everything the command line prints."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.entities import KINDS
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import Result, run_cli

HOSTILE = (
    "\x1b]0;weg\x07\x1b[2J\u009b31mrood\r\x08 [red]x[/x] {{7*7}} \u202eomgekeerd\u2066 \u2028regel\u200b`|<b>"
)
PEOPLES = {
    "title", "text", "explanation", "name", "name_en", "display", "notes", "reason", "assignment", "note",
    "period", "delegated_commissioner", "left_out_reason", "short_name", "region", "goal", "programme_name",
    "tasks", "powers", "author", "source", "against", "other_side", "place", "conflict", "aliases", "limits",
    "none_reason",
}  # fmt: skip


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> Env:
    """An example in which every text that a person can write is hostile."""
    env = example_env(tmp_path_factory.mktemp("hostile"))
    with Dossier.open(env.data_dir, env) as dossier, dossier.change():
        for kind in KINDS:
            fields = [f for f in kind.__struct_fields__ if f in PEOPLES]
            for key, item in dossier.values(kind).items():
                texts: dict[str, object] = {}
                for name in fields:
                    texts[name] = HOSTILE if isinstance(getattr(item, name), str) else (HOSTILE,)
                if texts:
                    dossier.save(msgspec.structs.replace(item, **texts), key, author=HOSTILE)
    return env


def inert(result: Result) -> None:
    for char in result.out + result.err:
        assert char == "\n" or unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co"), (
            result.argv,
            hex(ord(char)),
        )


@pytest.mark.parametrize(
    "command",
    [
        "round list",
        "round list --json",
        "round show",
        "round show --json",
        "round close 2041 --yes",
        "check",
        "check --json",
        "check --for steering",
        "search rood",
        "search rood --json",
        "backup --list",
        "doctor",
        "undo recommendation",
    ],
)
def test_every_listing(env: Env, command: str) -> None:
    result = run_cli(command, env)
    assert result.out + result.err
    inert(result)


def test_every_item_in_its_history(env: Env) -> None:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        items = [f"{kind.entity}:{found[0].key}" for kind in KINDS if (found := dossier.all(kind))]
    assert len(items) > 15
    for item in items:
        for options in ([], ["--json"]):
            result = run_cli(["history", item, *options], env).ok()
            inert(result)
            if options:
                assert json.loads(result.out)


def test_what_was_typed_on_the_command_line(env: Env, tmp_path: Path) -> None:
    for argv in (
        ["round", "show", HOSTILE],
        ["history", HOSTILE],
        ["search", HOSTILE],
        ["round", "new", "--year", HOSTILE],
        ["round", "new", "--year", "2047", "--title", HOSTILE],
        ["survey", "show", HOSTILE],
        ["survey", "check", HOSTILE],
        ["import", HOSTILE],
        ["restore", HOSTILE],
        ["report", "--to", str(tmp_path / "geen map" / "r.md"), "--round", HOSTILE],
        ["interview", HOSTILE],
        [HOSTILE],
    ):
        result = run_cli(argv, env)
        assert result.out + result.err
        inert(result)


def test_files_from_outside(env: Env, tmp_path: Path) -> None:
    table = tmp_path / "lijst.csv"
    table.write_text(f'Rol;{HOSTILE}\n"{HOSTILE}";x\nwethouder;"{HOSTILE}"\n', encoding="utf-8")
    survey = tmp_path / "set.toml"
    quoted = json.dumps(HOSTILE)
    survey.write_text(f'format = "boce-survey/1"\nid = {quoted}\n{quoted} = 1\n', encoding="utf-8")
    document = tmp_path / "ronde.json"
    document.write_text(json.dumps({"format": HOSTILE, "round": HOSTILE, HOSTILE: 1}), encoding="utf-8")
    for argv in (
        ["import", str(table), "--dry-run"],
        ["survey", "check", str(survey)],
        ["import", str(document)],
    ):
        result = run_cli(argv, env)
        assert result.code == 3
        inert(result)


def test_the_round_is_still_called_what_was_typed(env: Env) -> None:
    """Inert when shown, unchanged in the dossier and in the data for other programs."""
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        round_ = dossier.value(Round, "2041")
        assert round_ is not None
        assert round_.title == HOSTILE
    listed = json.loads(run_cli("round list --json", env).ok().out)
    assert HOSTILE in [r["title"] for r in listed]
