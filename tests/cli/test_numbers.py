"""Two people plan apart and give the same number to different things: no words go to the wrong person."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview, Respondent
from boce_tui.env import Env
from boce_tui.store import Dossier, backups
from tests.cli.test_merging import give, only
from tests.cycle.analysing.heard import E4, Heard
from tests.cycle.factory import ROUND
from tests.support import make_env, run_cli

MINE, YOURS = "Woorden van de wethouder.", "Woorden van de burgemeester."


def laptop(tmp_path: Path, name: str, seed: int) -> Env:
    """One with the key of the bundles."""
    return make_env(tmp_path / name, environ={"BOCE_BUNDLE_KEY_FILE": str(tmp_path / "key")}, seed=seed)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Env, Env, Path]:
    """Two laptops with the same round, and a stick."""
    import pyrage  # type: ignore[import-untyped]

    (tmp_path / "key").write_text(str(pyrage.x25519.Identity.generate()))
    Heard(tmp_path / "one").dossier.close()
    stick = tmp_path / "stick"
    stick.mkdir()
    one, other = laptop(tmp_path, "one", 3), laptop(tmp_path, "two", 4)
    give(one, other, stick)
    return one, other, stick


def planned(env: Env, number: str, code: str, text: str, question: str = E4) -> None:
    """What planning did before numbers were kept apart: the next number, and a code by chance."""
    with Dossier.open(env.data_dir, env) as dossier, dossier.change() as c:
        c.save(Respondent(group="executive", role="alderman"), f"{ROUND}/{code}")
        c.save(Interview(participants=(code,), state="held"), f"{ROUND}/{number}")
        c.save(Answer(text=text), f"{ROUND}/{number}/{question}/-/all")


def bundle_of(env: Env, stick: Path, *options: str) -> str:
    """A fresh one on the stick."""
    for old in stick.iterdir():
        old.unlink()
    run_cli(["export", "bundle", "--to", str(stick), *options], env).ok()
    return str(only(stick))


@pytest.mark.parametrize("way", ["there", "back"])
def test_one_number_for_two_interviews_is_not_merged(two: tuple[Env, Env, Path], way: str) -> None:
    one, other, stick = two if way == "there" else (two[1], two[0], two[2])
    planned(one, "G21", "R31", MINE)
    planned(other, "G21", "R41", YOURS, "E5")
    file = bundle_of(one, stick)
    for _time in range(2):
        looked = run_cli(["merge", file, "--dry-run"], other)
        done = run_cli(["merge", file, "--yes"], other)
        assert looked.code == done.code == 3
        assert "G21 (gesprekken)" in done.err
        assert "Er is niets veranderd" in done.err
    assert backups.listed(other.data_dir) == []
    with Dossier.open(other.data_dir, other) as dossier:
        assert dossier.conflicts() == []
        said = dossier.values(Answer, f"{ROUND}/G21/")
        assert [one.text for one in said.values()] == [YOURS]
        assert dossier.value(Respondent, f"{ROUND}/R31") is None


def test_one_code_for_two_people_is_not_merged(two: tuple[Env, Env, Path]) -> None:
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    planned(other, "G22", "R31", YOURS)
    done = run_cli(["merge", bundle_of(one, stick)], other)
    assert done.code == 3
    assert "R31 (gesprekspartners)" in done.err
    assert "G2" not in done.err


def test_one_code_in_two_rounds_is_not_merged(two: tuple[Env, Env, Path]) -> None:
    """The names file knows a code by itself, whatever the round."""
    one, other, stick = two
    for env, year in ((one, "2041"), (other, "2042")):
        with Dossier.open(env.data_dir, env) as dossier:
            dossier.save(Respondent(group="executive", role="mayor"), f"{year}/R31")
    assert "R31" in run_cli(["merge", bundle_of(one, stick)], other).err


def test_words_without_their_interview_are_not_merged(two: tuple[Env, Env, Path]) -> None:
    """Asked for by numbers, the interview comes along all the same: else nobody could tell which it is."""
    one, other, stick = two
    planned(other, "G21", "R41", YOURS)
    planned(one, "G21", "R31", MINE)
    with Dossier.open(one.data_dir, one) as dossier:
        own = dossier.having()[dossier.replica].upto
        who = dossier.replica.replace("-", "")[-6:].upper()
    done = run_cli(["merge", bundle_of(one, stick, "--numbers", f"{who}:{own}")], other)
    assert done.code == 3
    assert "G21" in done.err


def test_the_same_interview_on_both_laptops_still_merges(two: tuple[Env, Env, Path]) -> None:
    one, other, stick = two
    planned(one, "G21", "R31", MINE)
    give(one, other, stick)
    for env, text in ((one, "een"), (other, "twee")):
        with Dossier.open(env.data_dir, env) as dossier:
            dossier.save(Answer(text=text), f"{ROUND}/G21/E5/-/all")
            dossier.save(Interview(participants=("R31",), state="held", note=text), f"{ROUND}/G21")
    assert "2 onderdelen hebben twee versies" in give(other, one, stick)


def test_a_cycle_document_with_a_code_of_somebody_else_is_not_taken_in(
    two: tuple[Env, Env, Path], tmp_path: Path
) -> None:
    one = two[0]
    planned(one, "G21", "R31", MINE)
    file = tmp_path / "cycle.json"
    run_cli(["export", "cycle", "--round", ROUND, "--to", str(file)], one).ok()
    fresh = laptop(tmp_path, "fresh", 9)
    with Dossier.create(fresh.data_dir, fresh) as dossier:
        dossier.save(Respondent(group="official", role="policy_officer"), "2040/R31")
    done = run_cli(["import", str(file)], fresh)
    assert done.code == 3
    assert "R31" in done.err
