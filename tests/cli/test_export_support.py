"""Handing over to programme support: no answer, no code, no person leaves; the report is the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui.cycle.handing_over.support import handed_over
from boce_tui.domain.analysis import Finding, SubConclusion
from boce_tui.domain.entities import KINDS
from boce_tui.domain.handing_over import AS_IT_IS, STAYS, WITHOUT_INTERVIEWS
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.noting import Note
from boce_tui.domain.recommendation import Decision, Recommendation
from boce_tui.domain.round import Interview, Respondent
from boce_tui.env import Env
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli

PLANTED = "zwaluwstaartverbinding"
CODE = re.compile(rb"\b[RG]\d{2}\b")


@pytest.fixture
def full(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def support_dossier(full: Env, tmp_path: Path) -> Env:
    """The dossier of programme support, made from the document; the names come by another way."""
    document = tmp_path / "support.json"
    run_cli(["export", "cycle", "--for", "support", "--to", str(document), "--force"], full).ok()
    key, given = tmp_path / "support.key", tmp_path / "for-support.age"
    identity = (full.data_dir / "names.key").read_text()  # quicker than a passphrase
    key.write_text(identity)
    env = replace(full, data_dir=tmp_path / "support", environ={"BOCE_KEY_FILE": str(key)})
    run_cli(["import", str(document)], env).ok()
    run_cli(["names", "handover", "--to", str(given), "--new-key-file", str(key), "--force"], full).ok()
    run_cli(["names", "take", str(given)], env).ok()
    return env


def report(env: Env, tmp_path: Path, audience: str, name: str) -> bytes:
    file = tmp_path / name
    run_cli(["report", "--for", audience, "--to", str(file), "--force"], env).ok()
    return file.read_bytes()


@pytest.mark.parametrize("audience", ["public", "steering"])
def test_the_report_is_the_same_to_the_byte(full: Env, tmp_path: Path, audience: str) -> None:
    env = support_dossier(full, tmp_path)
    assert report(env, tmp_path, audience, "b.md") == report(full, tmp_path, audience, "a.md")


def test_the_gates_find_the_same(full: Env, tmp_path: Path) -> None:
    env = support_dossier(full, tmp_path)
    mine, theirs = run_cli("check --json", full), run_cli("check --json", env)
    assert mine.code == theirs.code
    assert json.loads(mine.out) == json.loads(theirs.out)


def test_a_final_version_stays_the_issued_one(full: Env, tmp_path: Path) -> None:
    run_cli("round close --yes", full)
    before = report(full, tmp_path, "steering", "a.md")
    env = support_dossier(full, tmp_path)
    assert report(env, tmp_path, "steering", "b.md") == before


def test_no_byte_of_it_leads_to_anybody(full: Env, tmp_path: Path) -> None:
    with Dossier.open(full.data_dir, full) as dossier:
        names = Names(full.data_dir)
        key = find_key(full, full.data_dir, example=True)
        assert key is not None
        names.unlock(key)
        people = [person.name for person in names.data().people.values()]
        first = next(iter(dossier.values(Answer)))
        answer = dossier.value(Answer, first)
        assert answer is not None
        dossier.save(Answer(text=f"{answer.text} {PLANTED}", values=answer.values), first)
        dossier.save(Note(text=f"{PLANTED} note"), f"{first.rsplit('/', 3)[0]}/n1")
        said = [one.said for one in dossier.values(Answer).values() if len(one.said) > 25]
        closed = [q.text for q in dossier.values(Quote).values() if q.approval != "yes" or q.wording]
    assert said
    assert people
    assert closed
    env = support_dossier(full, tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:  # as it is used, too
        dossier.backup()
    run_cli("trail", env)
    files = [tmp_path / "support.json", *(p for p in env.data_dir.rglob("*") if p.is_file())]
    for file in files:
        data = file.read_bytes()
        assert PLANTED.encode() not in data, file
        text = data.decode("utf-8", "ignore")
        assert not [word for word in (*said, *closed, *people) if word in text], file
        if file.suffix == ".json":
            assert not CODE.search(data), file
    with Dossier.open(env.data_dir, env) as dossier:
        assert handed_over(dossier)
        assert not dossier.values(Respondent)
        assert not dossier.values(Interview)


def test_it_can_be_corrected_decided_on_and_followed_up(full: Env, tmp_path: Path) -> None:
    env = support_dossier(full, tmp_path)
    before = report(env, tmp_path, "steering", "b.md")
    with Dossier.open(env.data_dir, env) as dossier:
        key, finding = next(
            (key, one) for key, one in dossier.values(Finding).items() if len(one.evidence) > 2
        )
        from boce_tui.cycle.analysing.findings import change_finding

        change_finding(dossier, key, text=f"{finding.text} Zo is het verbeterd.")
        part, conclusion = next((key, one) for key, one in dossier.values(SubConclusion).items() if one.text)
        dossier.save(replace_text(conclusion, f"{conclusion.text} Ook dit."), part)
        advice = next(iter(dossier.values(Recommendation)))
        decision = Decision(kind="advice", choice="adopt", date="2041-11-03")
        dossier.save(decision, f"{advice}/steering_group/advice")
    after = report(env, tmp_path, "steering", "b.md")
    assert "Zo is het verbeterd." in after.decode()
    assert "Ook dit." in after.decode()
    changed = [line for line in after.decode().splitlines() if line not in before.decode().splitlines()]
    assert len(changed) <= 8  # the two texts and the version, nothing else moved


def replace_text(value: SubConclusion, text: str) -> SubConclusion:
    import msgspec

    return msgspec.structs.replace(value, text=text)


def test_a_code_in_a_text_stops_it_and_says_where(full: Env, tmp_path: Path) -> None:
    with Dossier.open(full.data_dir, full) as dossier:
        code = next(iter(dossier.values(Respondent))).split("/")[1]
        key, one = next(iter(dossier.values(Recommendation).items()))
        import msgspec

        dossier.save(msgspec.structs.replace(one, explanation=f"Dit zei {code}."), key)
    file = tmp_path / "s.json"
    found = run_cli(["export", "cycle", "--for", "support", "--to", str(file)], full)
    assert found.code == 5
    assert code in found.err
    assert not file.exists()


def test_without_the_names_nothing_leaves(full: Env, tmp_path: Path) -> None:
    (full.data_dir / "names.key").unlink()
    found = run_cli(["export", "cycle", "--for", "support", "--to", str(tmp_path / "s.json")], full)
    assert found.code == 5
    assert not (tmp_path / "s.json").exists()


def test_the_same_dossier_gives_the_same_document_also_from_the_other_side(full: Env, tmp_path: Path) -> None:
    env = support_dossier(full, tmp_path)
    first = (tmp_path / "support.json").read_bytes()
    run_cli(["export", "cycle", "--for", "support", "--to", str(tmp_path / "again.json")], full).ok()
    assert (tmp_path / "again.json").read_bytes() == first
    run_cli(["export", "cycle", "--to", str(tmp_path / "theirs.json")], env).ok()
    assert (tmp_path / "theirs.json").read_bytes() == first


def test_every_kind_was_decided_on() -> None:
    lists = (*AS_IT_IS, *WITHOUT_INTERVIEWS, *STAYS)
    assert sorted(kind.entity for kind in lists) == sorted(kind.entity for kind in KINDS)


def test_a_bundle_for_support_is_the_same_and_does_not_go_into_a_full_dossier(
    full: Env, tmp_path: Path
) -> None:
    key, identity = tmp_path / "bundle.key", (full.data_dir / "names.key").read_text()
    key.write_text(identity)
    full = replace(full, environ={"BOCE_BUNDLE_KEY_FILE": str(key)})
    bundle = tmp_path / "s.boce"
    run_cli(["export", "bundle", "--support", "--to", str(bundle)], full).ok()
    env = replace(full, data_dir=tmp_path / "by-bundle")
    run_cli(["merge", str(bundle), "--yes"], env).ok()
    run_cli(["export", "cycle", "--to", str(tmp_path / "a.json")], env).ok()
    run_cli(["export", "cycle", "--for", "support", "--to", str(tmp_path / "b.json")], full).ok()
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    refused = run_cli(["merge", str(bundle), "--yes"], full)
    assert refused.code == 3
    assert "programmaondersteuning" in refused.err


def test_a_code_or_name_where_no_report_looks_stops_it_too(full: Env, tmp_path: Path) -> None:
    from boce_tui.domain.reviewing import Remark

    with Dossier.open(full.data_dir, full) as dossier:
        code = next(iter(dossier.values(Respondent))).split("/")[1]
        dossier.save(Remark(review="2041/r", text="Wie zei dit?", reply=f"Dat was {code}."), "2041/opm-1")
    run_cli(["report", "--draft", "--to", str(tmp_path / "r.md")], full).ok()  # it is not in the report
    for how in (["cycle", "--for", "support"], ["bundle", "--support"]):
        file = tmp_path / f"s.{how[0]}"
        found = run_cli(["export", *how, "--to", str(file)], full)
        assert found.code == 5
        assert code in found.err
        assert not file.exists()
