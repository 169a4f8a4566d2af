"""``boce names``: who can open the names, by the front door; losing the key loses names, never answers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.names import FILE, Names, find_key
from boce_tui.store import Dossier, trail
from tests.example import example_env
from tests.support import run_cli


class Door:
    """The dossier as somebody with one key meets it."""

    def __init__(self, tmp_path: Path) -> None:
        self.tmp_path = tmp_path
        self.env = example_env(tmp_path)
        self.folder = self.env.data_dir
        key = find_key(self.env, self.folder, example=True)
        assert key is not None
        (self.folder / "names.key").unlink()  # from here on as in a dossier of one's own
        self.mine = self.key_file("mijn", key.secret)
        names = Names(self.folder)
        names.unlock(key)
        self.somebody = next(iter(names.data().people.values())).name

    def key_file(self, name: str, secret: str) -> Path:
        """A file with a key or a passphrase."""
        path = self.tmp_path / f"{name}.key"
        path.write_text(f"{secret}\n", encoding="utf-8")
        return path

    def made(self, name: str) -> tuple[Path, str]:
        """A new age key: its file, and the public part."""
        import pyrage  # type: ignore[import-untyped]

        identity = pyrage.x25519.Identity.generate()
        return self.key_file(name, str(identity)), str(identity.to_public())

    def with_key(self, key: Path) -> Env:
        return replace(self.env, environ={"BOCE_KEY_FILE": str(key)})

    def opens(self, key: Path) -> bool:
        """Whether the names can be read with it, by a command that needs them."""
        found = run_cli(["names", "words"], self.with_key(key))
        assert found.code in (0, 5), found.err
        return found.code == 0

    def labels(self) -> list[str]:
        return [
            one["label"] for one in json.loads(run_cli("names status --json", self.env).ok().out)["locks"]
        ]


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path)


def test_a_second_recipient_opens_them_until_it_is_taken_away(door: Door) -> None:
    theirs, public = door.made("archief")
    assert not door.opens(theirs)
    run_cli(["names", "add", "archief", "--recipient", public], door.with_key(door.mine)).ok()
    assert door.labels() == ["evaluators", "archief"]
    assert door.opens(theirs)
    assert door.opens(door.mine)
    told = run_cli(["names", "remove", "archief"], door.with_key(door.mine)).ok().err
    assert "kopie" in told
    assert not door.opens(theirs)
    assert door.opens(door.mine)
    kinds = [line.kind for line in trail.read(door.folder).lines]
    assert "locks" in kinds
    assert "wrong" in kinds
    assert door.somebody not in (door.folder / "trail.log").read_text("utf-8")


def test_another_passphrase_takes_the_place_of_the_first(door: Door) -> None:
    theirs, _public = door.made("nieuw")
    changed = ["names", "passphrase", "--new-key-file", str(theirs)]
    run_cli(changed, door.with_key(door.mine)).ok()
    assert not door.opens(door.mine)
    assert door.opens(theirs)
    assert door.labels() == ["evaluators"]


def test_a_printed_code_opens_them_and_the_next_one_ends_it(door: Door) -> None:
    first = run_cli(["names", "recovery"], door.with_key(door.mine)).ok().out.strip()
    assert len(first.split("-")) == 8
    assert first not in (door.folder / FILE).read_text("utf-8")
    assert door.opens(door.key_file("code", first.lower().replace("-", " ")))
    second = run_cli(["names", "recovery"], door.with_key(door.mine)).ok().out.strip()
    assert second != first
    assert not door.opens(door.key_file("code", first))
    assert door.opens(door.mine)


def test_without_any_key_answers_are_there_and_names_are_not(door: Door, tmp_path: Path) -> None:
    refused = run_cli(["report", "--to", str(tmp_path / "r.md")], door.env)
    assert refused.code == 5
    assert not (tmp_path / "r.md").exists()
    target = tmp_path / "ronde.json"
    run_cli(["export", "cycle", "--to", str(target)], door.env).ok()
    with Dossier.open(door.folder, door.env) as dossier:
        longest = max((one.said for one in dossier.values(Answer).values()), key=len)
    text = target.read_text("utf-8")
    assert json.dumps(longest, ensure_ascii=False)[1:-1] in text
    assert door.somebody not in text


def test_wrong_passphrases_slow_down_also_in_the_next_run(door: Door) -> None:
    wrong = door.with_key(door.key_file("gok", "een gok van iemand"))
    told = [run_cli(["names", "words"], wrong).err for _try in range(12)]
    assert "past niet" in told[0] or "niet worden geopend" in told[0]
    assert "Te veel verkeerde wachtzinnen" in told[-1]
    wrong.clock.advance(minutes=20)  # type: ignore[attr-defined]
    assert "Te veel verkeerde wachtzinnen" not in run_cli(["names", "words"], wrong).err
    assert "Te veel verkeerde wachtzinnen" in run_cli(["names", "words"], wrong).err
    assert door.opens(door.mine), "nobody guesses a whole key"
