"""The drive was gone and is back: the same dossier goes on, and what somebody else typed there stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from boce_tui.store.engine import DriveGone
from boce_tui.store.lock import InUse
from tests.support import make_env

KEY, OTHER = "2041/G01/A1/-/all", "2041/G01/A2/-/all"
FIELD, THEIRS = f"answer:{KEY}:text", f"answer:{OTHER}:text"


def killed(dossier: Dossier) -> None:
    """Let go of the lock as the end of a process does; nothing is written any more."""
    assert dossier._lock is not None
    dossier._lock.release()
    dossier.drafts._log = None


@pytest.mark.parametrize("copied", [False, True])
def test_saving_goes_on_when_the_folder_is_back(env: Env, tmp_path: Path, copied: bool) -> None:
    folder, away = env.data_dir, tmp_path / "away"
    with Dossier.create(folder, env) as d:
        first = d.save(Answer(text="ervoor"), KEY)
        draft = d.drafts.open(FIELD, "ervoor", first.id)
        if copied:
            shutil.copytree(folder, away)
            folder.rename(tmp_path / "old")
        else:
            folder.rename(away)
        draft.edit(0, 0, "getypt en ")
        for _ in range(2):
            with pytest.raises(DriveGone):
                d.save(Answer(text="kan niet"), OTHER)
        away.rename(folder)
        d.save(Answer(text="kan weer"), OTHER)
        with pytest.raises(InUse):
            Dossier.open(folder, env)
        assert d.value(Answer, KEY) == Answer(text="ervoor")
        second = d.save(Answer(text="erna"), KEY)
        assert second.parents == (first.id,)
        d.drafts.close()
        killed(d)
        with Dossier.open(folder, env) as again:
            assert [item.text for item in again.drafts.recovered()] == ["getypt en ervoor"]
    assert not sick(examine(folder, env))


def test_text_somebody_else_left_there_meanwhile_is_kept_beside_ours(env: Env, tmp_path: Path) -> None:
    folder, away = env.data_dir, tmp_path / "away"
    with Dossier.create(folder, env) as d:
        d.save(Answer(text="bewaard"), KEY)
        mine = d.drafts.open(FIELD, "bewaard")
        mine.edit(0, 0, "ik ")
        shutil.copytree(folder, away)
        folder.rename(tmp_path / "old")
        elsewhere = make_env(tmp_path, seed=9)
        other = Dossier.open(away, elsewhere)
        other.drafts.discard(FIELD)
        theirs = other.drafts.open(THEIRS, "")
        theirs.edit(0, 0, "zij ook")
        with other.change():
            other.later(other.drafts.keep, theirs.state).result(60)
        killed(other)
        away.rename(folder)
        with pytest.raises(DriveGone):  # this one finds out; the next one opens what is there
            d.save(Answer(text="van ons"), "2041/G01/A3/-/all")
        d.save(Answer(text="van ons"), "2041/G01/A3/-/all")
        assert [item.text for item in d.drafts.recovered()] == ["zij ook"]
        with d.change():
            d.later(d.drafts.keep, mine.state).result(60)
        killed(d)
        with Dossier.open(folder, env) as again:
            assert {item.field: item.text for item in again.drafts.recovered()} == {
                FIELD: "ik bewaard",
                THEIRS: "zij ook",
            }


def test_another_dossier_is_not_written_to(env: Env, tmp_path: Path) -> None:
    folder, away = env.data_dir, tmp_path / "away"
    with Dossier.create(folder, env) as d:
        d.save(Answer(text="van mij"), KEY)
        folder.rename(away)
        with Dossier.create(folder, make_env(tmp_path, now="2042-01-01T10:00:00", seed=5)) as other:
            other.save(Answer(text="van een ander"), KEY)
        before = (folder / "dossier.db").read_bytes()
        for _ in range(2):
            with pytest.raises(DriveGone):
                d.save(Answer(text="nog een van mij"), OTHER)
        assert (folder / "dossier.db").read_bytes() == before
        shutil.rmtree(folder)
        away.rename(folder)
        d.save(Answer(text="nog een van mij"), OTHER)
        assert d.value(Answer, KEY) == Answer(text="van mij")
