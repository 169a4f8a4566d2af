"""Who is at work: what they see and may do, chosen in four ways, and never by accident."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui.cycle.handing_over.veiled import VeiledDossier
from boce_tui.cycle.profiles import open_dossier
from boce_tui.domain.analysis import Finding
from boce_tui.domain.handing_over import HIDDEN
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.profiles import CAPABILITIES, COMMANDS, PROFILES, needs
from boce_tui.domain.round import Respondent
from boce_tui.env import Env
from boce_tui.errors import BoceError, PrivacyStop
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def test_it_is_chosen_now_in_the_environment_or_before(env: Env) -> None:
    def profile(line: str, **environ: str) -> str:
        found = run_cli(f"{line} profile --json", replace(env, environ=environ)).ok().out
        return str(json.loads(found)["profile"])

    assert profile("") == "evaluator"
    assert profile("", BOCE_PROFILE="reader") == "reader"
    assert profile("--profile support", BOCE_PROFILE="reader") == "support"
    run_cli("profile support", env).ok()
    assert profile("") == "support"
    assert profile("", BOCE_PROFILE="evaluator") == "evaluator"
    assert run_cli("--profile baas round list", env).code == 2
    assert run_cli("profile baas", env).code == 2


@pytest.mark.parametrize("profile", ["support", "reader"])
def test_nothing_of_an_interview_is_there_for_them(env: Env, profile: str) -> None:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        answer = dossier.all(Answer)[0]
        word = max((answer.value.said if answer.value else "").split(), key=len)
    theirs = replace(env, profile=profile)
    with open_dossier(theirs, write=False) as dossier:
        assert isinstance(dossier, VeiledDossier)
        for kind in HIDDEN:
            assert not dossier.all(kind)
            assert not dossier.head_keys(kind)
        assert dossier.get(Answer, answer.key) is None
        assert dossier.revision(answer.id) is None
        assert not dossier.history(Answer, answer.key)
        assert not dossier.heads(Answer, answer.key)
        assert not [hit for hit in dossier.search(word) if hit.entity == "answer"]
        for finding in dossier.values(Finding).values():
            assert not [e for e in finding.evidence if "/G" in e.key or "/R" in e.key or e.note]
        with pytest.raises(PrivacyStop):
            dossier.head_rows(Answer)
        with pytest.raises(PrivacyStop):
            dossier.export_rows([answer.id])
    assert run_cli(f"--profile {profile} history {answer.entity}:{answer.key}", env).code == 3


def test_support_sees_the_report_of_the_evaluators(env: Env, tmp_path: Path) -> None:
    a, b = tmp_path / "a.md", tmp_path / "b.md"
    run_cli(["report", "--for", "steering", "--to", str(a)], env).ok()
    run_cli(["--profile", "support", "report", "--for", "steering", "--to", str(b)], env).ok()
    assert a.read_bytes() == b.read_bytes()
    mine, theirs = run_cli("check --json", env), run_cli("--profile support check --json", env)
    assert json.loads(mine.out) == json.loads(theirs.out)


def test_what_support_corrects_keeps_its_sources(env: Env) -> None:
    from boce_tui.cycle.analysing.findings import change_finding

    with Dossier.open(env.data_dir, env, write=False) as dossier:
        key, before = next((k, f) for k, f in dossier.values(Finding).items() if len(f.evidence) > 2)
    with open_dossier(replace(env, profile="support")) as dossier:
        change_finding(dossier, key, text="Verbeterd door de ondersteuning.")
        with pytest.raises(BoceError):
            dossier.save(Answer(text="x"), "2041/G01/A1/-/all")
        with pytest.raises(BoceError):
            dossier.delete(Answer, "2041/G01/A1/-/all")
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        after = dossier.value(Finding, key)
        assert after is not None
        assert after.text == "Verbeterd door de ondersteuning."
        assert after.evidence == before.evidence
        assert dossier.history(Finding, key)[-1].author == "support"


@pytest.mark.parametrize(
    "line",
    [
        "interview R07 --plain",
        "export cycle --to x.json",
        "export record R07 --to x.md",
        "export access R07 --to x.md",
        "erase R07 --dry-run",
        "names recovery",
    ],
)
@pytest.mark.parametrize("profile", ["support", "reader"])
def test_what_is_for_evaluators_is_refused(env: Env, profile: str, line: str) -> None:
    found = run_cli(f"--profile {profile} {line}", env)
    assert found.code == 5, found.err


@pytest.mark.parametrize(
    "line", ["report --to x.md", "undo finding:2041/B01", "backup", "round new --year 2050", "import x.csv"]
)
def test_a_reader_changes_and_makes_nothing(env: Env, line: str) -> None:
    before = {p: p.read_bytes() for p in env.data_dir.rglob("*.db")}
    assert run_cli(f"--profile reader {line}", env).code == 5
    assert {p: p.read_bytes() for p in env.data_dir.rglob("*.db")} == before
    with open_dossier(replace(env, profile="reader")) as dossier:
        assert dossier.read_only
        with pytest.raises(BoceError):
            dossier.save(Finding(text="x"), "2041/B99")


def test_hiding_is_said_to_be_no_protection(env: Env) -> None:
    assert "niet beveiligd" in run_cli("--profile support profile", env).ok().err
    assert "niet beveiligd" not in run_cli("profile", env).ok().err


def test_every_command_needs_something_that_exists() -> None:
    assert set(COMMANDS.values()) <= set(CAPABILITIES)
    assert all(set(c.profiles) <= set(PROFILES) and "evaluator" in c.profiles for c in CAPABILITIES.values())
    assert needs("export", "letter") == "documents"
    assert needs("export", "record") == "take_out"


def test_names_lead_to_no_code_for_support(env: Env) -> None:
    from boce_tui.cycle.profiles import names_of
    from boce_tui.names import Person, find_key

    key = find_key(env, env.data_dir, example=True)
    assert key is not None
    with open_dossier(replace(env, profile="support")) as dossier:
        names = names_of(dossier)
        names.unlock(key)
        people = names.data().people
        assert len(people) > 10
        assert not [code for code in people if code.startswith("R")]
        assert names.person("R07") is None
        assert not [one for one in people.values() if one.function or one.municipality]
        with pytest.raises(PrivacyStop):
            names.put({"R07": Person(name="Iemand")})


@pytest.mark.parametrize("profile", ["support", "reader"])
def test_proofs_are_seen_by_everybody_as_far_as_they_name_no_interview(env: Env, profile: str) -> None:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        code = next(iter(dossier.values(Respondent))).split("/")[1]
    run_cli(["erase", code, "--confirm", code, "--shared", "keep"], env).ok()
    run_cli("retention --erase answers --round 2041 --confirm 2041", env).ok()
    mine = json.loads(run_cli("erase --list --json", env).ok().out)["certificates"]
    theirs = json.loads(run_cli(f"--profile {profile} erase --list --json", env).ok().out)["certificates"]
    assert [one["what"] for one in theirs] == ["answers"]
    assert len(mine) > len(theirs)
    assert run_cli(f"--profile {profile} erase {code} --list --json", env).ok().out.count(code) == 0
    assert run_cli(f"--profile {profile} erase --finish", env).code == (0 if profile == "support" else 5)
    assert run_cli(f"--profile {profile} erase {code} --dry-run", env).code == 5
