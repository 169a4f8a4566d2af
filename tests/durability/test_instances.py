"""Two of the app on one dossier: one writes, the other says so; without working locks nothing is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier, platform_lock
from boce_tui.store.doctor import examine, sick
from boce_tui.store.lock import InUse
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.durability.outcome import Tell
from tests.support import make_env
from tests.terminal import Terminal

KEY = f"{ROUND}/{ALONE}/E1/-/all"


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")
def test_second_window_reads_and_after_a_kill_of_the_first_it_may_write(tmp_path: Path, tell: Tell) -> None:
    data = tmp_path / "data"
    small_round(data, make_env(tmp_path)).close()
    argv = ["--data", str(data), "interview", ALONE]
    with Terminal(argv, tmp_path) as first:
        first.wait_for("Is uitgelegd waarvoor")
        first.send("<f2>e1een zin van het eerste venster")
        first.wait_for("eerste venster", "bewaard #")
        with Terminal(argv, tmp_path) as second:
            second.wait_for("ALLEEN LEZEN")
            second.send("<f2>e1dit kan hier niet")
            second.settle()
            assert "dit kan hier niet" not in second.text
            second.send("<c-q>")
            assert second.wait_end() == 0
        with pytest.raises(InUse):
            Dossier.open(data, make_env(tmp_path))
        first.send(", en nog wat")
        first.wait_for("en nog wat")
        first.kill9()
    with Terminal(["--data", str(data)], tmp_path) as third:
        third.wait_for("eerste venster, en nog wat", "!ALLEEN LEZEN")
        third.send("<c-q>")
        assert third.wait_end() == 0
    tell("two instances", windows=3)


def test_two_writers_where_the_lock_does_not_hold(
    env: Env, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tell: Tell
) -> None:
    """As on a share that knows no locks: both texts are there, the doctor is content, nobody chose."""
    Dossier.create(env.data_dir, env).close()
    monkeypatch.setattr(platform_lock, "take", lambda _fd: True)
    saves = 0
    with (
        Dossier.open(env.data_dir, env) as one,
        Dossier.open(env.data_dir, make_env(tmp_path, seed=2)) as two,
    ):
        for number in range(20):
            for dossier, name in ((one, "een"), (two, "twee")):
                dossier.save(Answer(text=f"{name} {number}"), f"2041/G01/A{number}/-/all", parents=[])
                saves += 1
    with Dossier.open(env.data_dir, env) as after:
        for number in range(20):
            heads = after.heads(Answer, f"2041/G01/A{number}/-/all")
            assert {head.value.text for head in heads if head.value} == {f"een {number}", f"twee {number}"}
            assert all(head.conflicted for head in heads)
    assert not sick(examine(env.data_dir, env))
    tell("two instances", saves_without_a_lock=saves)
