"""`boce round close`: version 1.0, what stands fixed from then on, and what stops it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle import recommending
from boce_tui.domain.analysis import Finding, SubConclusion
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup, ReportVersion
from boce_tui.domain.reviewing import Remark
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from boce_tui.store.backups import listed
from tests.cli.test_report import change
from tests.example import example_env
from tests.support import run_cli

CLOSE = "round close 2041 --yes"


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def made(env: Env, target: Path, *options: str) -> str:
    run_cli(["report", "--force", "--to", str(target), *options], env).ok()
    return target.read_text(encoding="utf-8")


def given(env: Env) -> dict[str, str]:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        return {n.number: n.key for n in recommending.recommendations(dossier, "2041")}


def test_remarks_without_a_reply_are_told_and_stop_nothing(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        for n in (1, 2):
            dossier.save(Remark(review="2041/X", text="Klopt dit?"), f"2041/M{n}")
        waiting = sum(not one.reply.strip() for one in dossier.values(Remark).values())
    done = run_cli(CLOSE, env).ok()
    assert f"{waiting} opmerkingen uit de review hebben nog geen antwoord." in done.err


def test_numbers_version_and_both_editions_stand_fixed(env: Env, tmp_path: Path) -> None:
    before = given(env)
    done = run_cli(CLOSE, env).ok()
    assert "Versie 1.0 van ronde 2041 is definitief" in done.err
    assert [backup.reason for backup in listed(env.data_dir)] == ["close"]
    assert given(env) == before
    public = made(env, tmp_path / "r.md")
    steering = made(env, tmp_path / "s.md", "--for", "steering")
    assert "| Versie | 1.0 |" in public
    assert "| Status | definitief |" in public
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        for audience, text in (("public", public), ("steering", steering)):
            kept = dossier.value(ReportVersion, f"2041/1.0/{audience}")
            assert kept is not None
            assert kept.markdown == text
            assert kept.sha256 == hashlib.sha256(text.encode()).hexdigest()
            assert json.loads(kept.model)["audience"] == audience
        assert all(g.number for g in dossier.values(RecommendationGroup, "2041/").values())
        assert all(r.letter is not None for r in dossier.values(Recommendation, "2041/").values())


def test_closing_again_changes_nothing(env: Env) -> None:
    run_cli(CLOSE, env).ok()
    again = run_cli(CLOSE, env).ok()
    assert "niets veranderd" in again.err
    assert len(listed(env.data_dir)) == 1


def test_what_is_taken_out_leaves_its_number_and_what_is_new_takes_the_next(env: Env, tmp_path: Path) -> None:
    run_cli(CLOSE, env).ok()
    before = given(env)
    with Dossier.open(env.data_dir, env) as dossier:
        old = dossier.value(Recommendation, before["2b"])
        assert old is not None
        assert recommending.remove(dossier, before["2b"]) is False
        new = recommending.new_recommendation(dossier, "2041", old.group)
        recommending.change_recommendation(
            dossier,
            new.key,
            text="Nieuw.",
            addressee=old.addressee,
            deadline="2042-03",
            findings=old.findings,
        )
    assert given(env) == {**before, "2d": new.key}
    text = made(env, tmp_path / "r.md")
    assert "**2b**. Deze aanbeveling is vervallen." in text
    assert "**2d**. Nieuw." in text
    assert text.index("**2b**") < text.index("**2c**") < text.index("**2d**")


def test_a_number_that_nobody_has_any_more_is_printed_as_lapsed(env: Env, tmp_path: Path) -> None:
    """However it went: a recommendation that is gone leaves a gap that is explained."""
    run_cli(CLOSE, env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.delete(Recommendation, given(env)["2b"])
    assert "**2b**. Deze aanbeveling is vervallen." in made(env, tmp_path / "r.md")


def test_after_a_change_it_is_never_version_1_0_again(env: Env, tmp_path: Path) -> None:
    run_cli(CLOSE, env).ok()
    first = made(env, tmp_path / "r.md")
    key = given(env)["1a"]
    change(env, Recommendation, key, text="Maak het anders.")
    told = run_cli(["report", "--to", str(tmp_path / "n.md")], env).ok()
    assert "versie 1.1" in told.err
    text = (tmp_path / "n.md").read_text(encoding="utf-8")
    assert "| Versie | 1.1 |" in text
    assert "| Status | concept |" in text
    closed = run_cli([*CLOSE.split(), "--reason", "1a is anders"], env).ok()
    assert "Versie 1.1 van ronde 2041 is definitief" in closed.err
    assert "| Status | definitief |" in made(env, tmp_path / "n.md")
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        kept = dossier.value(ReportVersion, "2041/1.0/public")
        assert kept is not None
        assert kept.markdown == first


def test_incomplete_stops_it_and_nothing_changes(env: Env) -> None:
    change(env, SubConclusion, "2041/ambitions/general", text="", none_reason="")
    done = run_cli(CLOSE, env)
    assert done.code == 1
    assert "3.1.1" in done.err
    assert "niet gemaakt" in done.err
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        round_ = dossier.value(Round, "2041")
        assert round_ is not None
        assert (round_.status, round_.version) == ("draft", "0.9")
        assert dossier.values(ReportVersion) == {}
    assert listed(env.data_dir) == []


def test_a_name_stops_it_for_privacy(env: Env) -> None:
    change(env, Finding, "2041/B01", text="Volgens Zéphyrin Quaddelmoor kan het anders.")
    assert run_cli(CLOSE, env).code == 5


def test_without_the_names_nothing_becomes_final(env: Env) -> None:
    (env.data_dir / "names.key").unlink()
    assert run_cli(CLOSE, env).code == 5


def test_what_only_stops_the_final_report_takes_everything_back(
    env: Env, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boce_tui.cycle.reporting import closing, issuing

    real = issuing.check
    monkeypatch.setattr(closing, "check", lambda *args: replace(real(*args), exit_code=1))
    assert run_cli(CLOSE, env).code == 1
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        assert all(g.number is None for g in dossier.values(RecommendationGroup, "2041/").values())
        assert dossier.values(ReportVersion) == {}


def test_a_recommendation_without_a_group_has_no_number_to_fix(env: Env) -> None:
    change(env, Recommendation, given(env)["1a"], group="")
    done = run_cli(CLOSE, env)
    assert done.code == 1
    assert "geen groep" in done.err


def test_a_listed_name_is_in_the_file_but_never_in_the_dossier(env: Env, tmp_path: Path) -> None:
    names = Names(env.data_dir)
    key = find_key(env, env.data_dir, example=True)
    assert key is not None
    names.unlock(key)
    code, person = next(iter(names.data().people.items()))
    names.put({code: msgspec.structs.replace(person, consent=True)})
    run_cli(CLOSE, env).ok()
    text = made(env, tmp_path / "r.md")
    assert person.name in text
    assert "| Versie | 1.0 |" in text
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        kept = dossier.value(ReportVersion, "2041/1.0/public")
        assert kept is not None
        assert kept.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert person.name.encode() not in (env.data_dir / "dossier.db").read_bytes()


def test_undo_does_not_take_a_fixed_number_away(env: Env) -> None:
    run_cli(CLOSE, env).ok()
    key = given(env)["2b"]
    refused = run_cli(["undo", f"recommendation:{key}"], env)
    assert refused.code == 3
    assert "versie 1.0" in refused.err
    assert run_cli(["undo", "round:2041"], env).code == 3
    change(env, Recommendation, key, text="Anders.")
    run_cli(["undo", f"recommendation:{key}"], env).ok()
    assert given(env)["2b"] == key


def test_nobody_to_ask_and_no_such_round(env: Env) -> None:
    assert run_cli("round close 2041", env).code == 2
    assert run_cli("round close 1999 --yes", env).code == 3
