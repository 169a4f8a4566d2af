"""Words of a withdrawn interview that a copy or a document brings back: killed at any moment, none is seen.

The copy and the document were made on another laptop, with new work on the interview: the revisions are not
known here, so that no erasure names them by their id.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from boce_tui.cycle.profiles import open_dossier
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview
from boce_tui.env import Env
from boce_tui.errors import DossierUnavailable
from boce_tui.store import Dossier, restoring
from boce_tui.store.lock import WriterLock
from boce_tui.store.opening import NotWhole
from boce_tui.store.work import Work
from tests.cycle.analysing.heard import E4, Heard
from tests.cycle.merging.laptops import key
from tests.durability.outcome import LONG, Tell
from tests.durability.pulling import KILLED, Pull, boce, needs_a_compiler, spread
from tests.store.planted import where
from tests.support import make_env, run_cli

WORDS, NOW, THEN = "zwaluwstaartverbinding", "sindsdien", "toen"
BEFORE, AFTER = (12, 120) if LONG else (2, 8)


class Withdrawn:
    """A dossier in which somebody withdrew, and what another laptop made of it since."""

    def __init__(self, home: Path) -> None:
        self.home = home
        heard = Heard(home / "made")
        d = heard.dossier
        self.code, other = heard.person(), heard.person()
        self.key = heard.says(self.code, E4, "Een begin.")
        self.other = heard.says(other, E4, THEN)
        d.close()
        env = make_env(home / "away", seed=8)
        shutil.copytree(d.folder, env.data_dir)
        with Dossier.open(env.data_dir, env) as away:
            away.save(Answer(text=f"Ik noem het een {WORDS}."), self.key)
            away.backup_to(home / "copy.db")
        run_cli(["export", "cycle", "--to", str(home / "round.json")], env).ok()
        (home / "bundle.key").write_text(key().secret)
        self.environ = {"BOCE_BUNDLE_KEY_FILE": str(home / "bundle.key")}
        theirs = make_env(home / "away", seed=8, environ=self.environ)
        run_cli(["export", "bundle", "--to", str(home / "work.boce"), "--all"], theirs).ok()
        run_cli(["erase", self.code, "--confirm", self.code], d.env).ok()
        with Dossier.open(d.folder, d.env) as d:
            d.save(Answer(text=NOW), self.other)
        assert where(home / "made", WORDS) == []
        assert where(home, WORDS)

    def copied(self, name: str) -> Path:
        folder = self.home / name
        shutil.copytree(self.home / "made" / "data", folder / "data")
        open_dossier(make_env(folder, seed=6)).close()  # a copy takes a name of its own
        return folder

    def clean(self, folder: Path) -> str:
        """Before or after; nobody sees the words, by any door, and then they are in no byte."""
        env = make_env(folder, seed=6)
        for profile in ("evaluator", "reader"):
            found = run_cli(["--profile", profile, "search", WORDS], env)
            assert WORDS not in found.out
        assert not run_cli(["history", f"answer:{self.key}"], env).out.count(WORDS)
        with open_dossier(env) as d:
            assert d.value(Answer, self.key) is None
            assert d.unfinished() is None
            interview = d.value(Interview, "/".join(self.key.split("/")[:2]))
            assert interview is not None
            assert interview.state == "withdrawn"
            text = d.value(Answer, self.other)
        assert where(folder / "data", WORDS) == []
        assert run_cli("doctor", env).code == 0
        assert text is not None
        return {NOW: "before", THEN: "after"}[text.text]


@pytest.fixture(scope="module")
def withdrawn(tmp_path_factory: pytest.TempPathFactory) -> Withdrawn:
    return Withdrawn(tmp_path_factory.mktemp("withdrawn"))


@pytest.mark.parametrize("after", ["", "dossier.db"], ids=["from the beginning", "once it is put back"])
def test_putting_a_copy_back_is_killed(withdrawn: Withdrawn, after: str, tell: Tell) -> None:
    needs_a_compiler()
    argv = ["restore", str(withdrawn.home / "copy.db"), "--yes"]
    folder = withdrawn.copied(f"whole-{after}")
    result, calls = boce(argv, folder, [folder / "data"], Pull(KILLED, 0, after))
    assert result.ok()
    assert withdrawn.clean(folder) == "after"
    ends = {"before": 0, "after": 0}
    for at in spread(calls, AFTER if after else BEFORE):
        folder = withdrawn.copied(f"killed-{after}-{at}")
        result, _calls = boce(argv, folder, [folder / "data"], Pull(KILLED, at, after))
        assert result.code == -9, result.err
        ends[withdrawn.clean(folder)] += 1
        shutil.rmtree(folder)
    assert not after or ends["before"] == 0
    tell("a copy with words of a withdrawn interview put back, killed", "", **ends)


def test_taking_a_document_over_is_killed(withdrawn: Withdrawn, tell: Tell) -> None:
    needs_a_compiler()
    argv = ["import", str(withdrawn.home / "round.json")]
    folder = withdrawn.copied("import-whole")
    result, calls = boce(argv, folder, [folder / "data"], Pull(KILLED, 0))
    assert result.ok()
    assert withdrawn.clean(folder) == "before"  # only what is new came in, and none of that stayed
    points = spread(calls, AFTER)
    for at in points:
        folder = withdrawn.copied(f"import-{at}")
        result, _calls = boce(argv, folder, [folder / "data"], Pull(KILLED, at))
        assert result.code == -9, result.err
        assert withdrawn.clean(folder) == "before"
        shutil.rmtree(folder)
    tell("a document with words of a withdrawn interview taken over, killed", "", kills=len(points))


@pytest.mark.parametrize(
    "argv", [["import", "round.json"], ["merge", "work.boce", "--yes"]], ids=lambda a: a[0]
)
def test_no_commit_has_them_in_it(
    withdrawn: Withdrawn, argv: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is killed right after any commit leaves no dossier with the words in it."""
    folder = withdrawn.copied(f"commits-{argv[0]}")
    env = make_env(folder, seed=6, environ=withdrawn.environ)
    looked: list[int] = []
    tell = Work._tell

    def look(self: Work, entity: str, key: str) -> None:
        with sqlite3.connect(f"{(env.data_dir / 'dossier.db').as_uri()}?mode=ro", uri=True) as conn:
            sql = "select count(*) from revision where instr(payload, ?)"
            looked.append(conn.execute(sql, (WORDS,)).fetchone()[0])
        tell(self, entity, key)

    monkeypatch.setattr(Work, "_tell", look)
    run_cli([argv[0], str(withdrawn.home / argv[1]), *argv[2:]], env).ok()
    assert looked
    assert not any(looked)
    monkeypatch.undo()
    assert withdrawn.clean(folder) == "before"


def half_done(withdrawn: Withdrawn, name: str) -> Env:
    """Put back, and not finished: as a process leaves it that is killed right there."""
    folder = withdrawn.copied(name)
    env = make_env(folder, seed=6)
    restoring.restore(env.data_dir, env, withdrawn.home / "copy.db")
    assert where(env.data_dir, WORDS) == ["dossier.db"]
    return env


def test_who_cannot_finish_it_sees_nothing(withdrawn: Withdrawn) -> None:
    env = half_done(withdrawn, "held")
    lock = WriterLock.take(env.data_dir)
    try:
        for argv in (["search", WORDS], ["backup"], ["erase", "--list"], ["trail"], ["conflicts"]):
            refused = run_cli(argv, env)
            assert refused.code == 4, argv
            assert "is er nog niet uit" in refused.err, argv
            assert WORDS not in refused.out
        for write in (True, False):
            with pytest.raises(DossierUnavailable):
                Dossier.open(env.data_dir, env, write=write)
    finally:
        lock.release()
    with pytest.raises(NotWhole):
        Dossier.open(env.data_dir, env)
    assert where(env.data_dir, WORDS) == ["dossier.db"]
    assert withdrawn.clean(env.data_dir.parent) == "after"


@pytest.mark.parametrize("door", [["search", WORDS], ["backup"], ["erase", "--list"], ["trail"], ["doctor"]])
def test_every_door_finishes_it_first(withdrawn: Withdrawn, door: list[str]) -> None:
    env = half_done(withdrawn, f"door-{door[0]}")
    done = run_cli(door, env)
    assert done.code == 0, done.err
    assert where(env.data_dir, WORDS) == []
    assert withdrawn.clean(env.data_dir.parent) == "after"


def test_the_next_restore_keeps_no_copy_of_the_words(withdrawn: Withdrawn) -> None:
    """What is there now is kept first, and that is half done: it is finished before it is kept."""
    env = half_done(withdrawn, "next")
    backup = sorted((env.data_dir / "backups").glob("*-restore.db"))[0]
    run_cli(["restore", str(backup), "--yes"], env).ok()
    assert where(env.data_dir, WORDS) == []
    assert withdrawn.clean(env.data_dir.parent) == "before"


async def test_the_app_shows_it_only_when_it_is_finished(withdrawn: Withdrawn) -> None:
    from boce_tui.cli.screens import open_or_look

    env = half_done(withdrawn, "app")
    dossier, why = open_or_look(env)
    with dossier:
        assert why == ""
        assert dossier.value(Answer, withdrawn.key) is None
    assert where(env.data_dir, WORDS) == []
