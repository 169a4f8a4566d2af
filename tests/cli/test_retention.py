"""Keeping no longer than agreed: what is due, and a whole round erased while its report stays as issued."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.exchanging import carry_out, export_cycle, plan_import
from boce_tui.domain.erasing import ErasureCertificate
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.round import Planned, Round
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.store.planted import where
from tests.support import run_cli

PLANTED = "zwaluwstaartverbinding"


@pytest.fixture
def env(tmp_path: Path) -> Env:
    made = example_env(tmp_path)
    with Dossier.open(made.data_dir, made) as dossier:
        key, answer = next(iter(dossier.values(Answer).items()))
        dossier.save(msgspec.structs.replace(answer, text=f"{answer.text} {PLANTED}"), key)
        dossier.save(answer, key)  # only an older version holds the word now
    return made


def decided(env: Env, day: str) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        round_ = dossier.value(Round, "2041")
        assert round_ is not None
        dates = {**round_.dates, "colleges": Planned(actual=day)}
        dossier.save(msgspec.structs.replace(round_, dates=dates), "2041")


def terms(env: Env) -> dict[str, dict[str, str]]:
    rows = json.loads(run_cli("retention --json", env).ok().out)
    return {row["what"]: row for row in rows if row["round"] == "2041"}


def report(env: Env, file: Path, audience: str) -> bytes:
    run_cli(["report", "--for", audience, "--to", str(file), "--force"], env).ok()
    return file.read_bytes()


def test_terms_follow_from_the_decision_of_the_colleges(env: Env) -> None:
    assert terms(env)["answers"]["state"] == "open"
    decided(env, "2040-08-31")  # the clock stands at 12 May 2041
    found = terms(env)
    assert (found["names"]["due"], found["names"]["state"]) == ("2040-11-30", "overdue")
    assert (found["answers"]["due"], found["answers"]["state"]) == ("2041-08-31", "running")


def test_the_months_are_settings_of_the_round(env: Env) -> None:
    decided(env, "2041-03-15")
    with Dossier.open(env.data_dir, env) as dossier:
        round_ = dossier.value(Round, "2041")
        assert round_ is not None
        dossier.save(msgspec.structs.replace(round_, answers_kept_months=2, names_kept_months=0), "2041")
    found = terms(env)
    assert found["answers"]["due"] == "2041-05-15"
    assert found["names"]["due"] == "2041-03-15"


@pytest.mark.parametrize("audience", ["public", "steering"])
def test_the_report_stays_to_the_byte(env: Env, tmp_path: Path, audience: str) -> None:
    before = report(env, tmp_path / "a.md", audience)
    run_cli("retention --erase answers --round 2041 --confirm 2041", env).ok()
    assert report(env, tmp_path / "b.md", audience) == before


def test_no_word_is_left_in_any_file_and_the_proof_says_so(env: Env) -> None:
    run_cli("backup", env).ok()
    assert where(env.data_dir, PLANTED)
    with Dossier.open(env.data_dir, env) as dossier:
        said = sorted((a.said for a in dossier.values(Answer).values()), key=len)[-30:]
    run_cli("retention --erase answers --round 2041 --confirm 2041", env).ok()
    assert not where(env.data_dir, PLANTED)
    assert not [words for words in said if where(env.data_dir, words)]
    with Dossier.open(env.data_dir, env) as dossier:
        proof = next(iter(dossier.values(ErasureCertificate).values()))
    assert proof.what == "answers"
    assert proof.everywhere
    assert proof.items["answers"] > 100
    assert "2041" in run_cli("erase --list", env).ok().out
    assert run_cli("check", env).code == 0
    run_cli("doctor", env).ok()


def test_what_comes_back_goes_again(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        document = export_cycle(dossier, "2041")
    run_cli("retention --erase answers --round 2041 --confirm 2041", env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        key = "2041/G01/A1/-/all"
        dossier.save(Answer(text=f"{PLANTED} op de andere laptop"), key)  # as a merge may bring it in
        plan = plan_import(dossier, export_cycle(dossier, "2041"), "zelf")
        carry_out(dossier, plan)
        assert dossier.value(Answer, key) is None
        assert not dossier.values(Answer)
        assert dossier.value(ReportBasis, "2041") is not None
    assert document
    assert not where(env.data_dir, PLANTED)


def test_names_go_from_the_file_and_from_the_copies(env: Env) -> None:
    run_cli("backup", env).ok()
    run_cli("retention --erase names --round 2041 --confirm 2041", env).ok()
    from boce_tui.names import EXAMPLE_KEY, Names, NamesFile, read_key_file

    key = read_key_file(env.data_dir / EXAMPLE_KEY)
    names = Names(env.data_dir)
    names.unlock(key)
    assert not [code for code in names.data().people if code.startswith("R")]
    for copy in (env.data_dir / "backups").glob("names-*.age"):
        (env.data_dir / "names.age").write_bytes(copy.read_bytes())
        assert NamesFile.open(env.data_dir, key).data == names.data()
    assert terms(env)["names"]["state"] == "done"


def test_it_asks_and_a_wrong_answer_erases_nothing(env: Env) -> None:
    assert run_cli("retention --erase answers --round 2041", env).code == 2
    assert run_cli("retention --erase answers --round 2041 --confirm 2040", env).code == 2
    assert run_cli("retention --erase answers", env).code == 2
    assert where(env.data_dir, PLANTED)


def test_programme_support_may_and_a_reader_may_not(env: Env) -> None:
    stopped = run_cli("--profile reader retention --erase answers --round 2041 --confirm 2041", env)
    assert stopped.code == 5
    assert where(env.data_dir, PLANTED)
    run_cli("--profile support retention --erase answers --round 2041 --confirm 2041", env).ok()
    assert not where(env.data_dir, PLANTED)


def test_the_dashboard_says_what_is_past_its_term(env: Env) -> None:
    from boce_tui.cycle.dashboard import dashboard
    from boce_tui.cycle.today import today

    decided(env, "2040-01-10")
    with Dossier.open(env.data_dir, env) as dossier:
        tasks = [t for t in dashboard(dossier, "2041", today(dossier)).tasks if t.target == "retention"]
    assert len(tasks) == 2
    assert all(task.urgent for task in tasks)


def test_no_earlier_version_of_a_finding_says_who_was_cited(env: Env) -> None:
    from boce_tui.domain.analysis import Finding

    with Dossier.open(env.data_dir, env) as dossier:
        key, one = next((k, f) for k, f in dossier.values(Finding).items() if f.evidence)
        noted = (msgspec.structs.replace(one.evidence[0], note="knikkerbaanontwerp"), *one.evidence[1:])
        dossier.save(msgspec.structs.replace(one, evidence=noted), key)
        dossier.save(one, key)
    run_cli("retention --erase answers --round 2041 --confirm 2041", env).ok()
    assert not where(env.data_dir, "knikkerbaanontwerp")
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        for found in dossier.head_keys(Finding, "2041/"):
            for item in dossier.history(Finding, found):
                assert not [e for e in (item.value.evidence if item.value else ()) if "/G" in e.key]
