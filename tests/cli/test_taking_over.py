"""``boce import`` of a document and ``boce names take``: what comes in is told before it does."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.round import Round
from boce_tui.env import Env
from boce_tui.names import FILE, Names
from boce_tui.store import Dossier, trail
from tests.example import example_env
from tests.support import make_env, run_cli


@pytest.fixture
def full(tmp_path: Path) -> Env:
    return example_env(tmp_path)


@pytest.fixture
def theirs(full: Env, tmp_path: Path) -> Env:
    key = tmp_path / "support.key"
    key.write_text((full.data_dir / "names.key").read_text())  # quicker than a passphrase
    environ = {"BOCE_KEY_FILE": str(key)}
    return replace(make_env(tmp_path / "theirs", seed=7, profile="support"), environ=environ)


def made(full: Env, tmp_path: Path, name: str) -> Path:
    file = tmp_path / name
    run_cli(["export", "cycle", "--for", "support", "--to", str(file)], full).ok()
    return file


def names(full: Env, tmp_path: Path, name: str) -> Path:
    file = tmp_path / name
    key = ["--new-key-file", str(tmp_path / "support.key")]
    run_cli(["names", "handover", "--to", str(file), *key], full).ok()
    return file


def test_a_look_says_what_is_new_replaced_taken_out_and_the_same(
    full: Env, theirs: Env, tmp_path: Path
) -> None:
    first = made(full, tmp_path, "een.json")
    run_cli(["import", str(first)], theirs).ok()
    with Dossier.open(full.data_dir, full) as dossier:
        key, text = next(iter(dossier.values(ChapterText, "2041/").items()))
        dossier.save(msgspec.structs.replace(text, text=f"{text.text} Nog een zin."), key)
        last = list(dossier.values(Recommendation, "2041/"))[-1]
        dossier.delete(Recommendation, last)
        other, one = next(iter(dossier.values(Recommendation, "2041/").items()))
        dossier.save(msgspec.structs.replace(one, text="Een nieuw advies."), f"{other}x")
    later = made(full, tmp_path, "twee.json")
    seen = run_cli(["import", str(later), "--dry-run"], theirs).ok().out.splitlines()
    at = {title: seen.index(title) for title in ("Nieuw", "Vervangen door wat de evaluatoren nu hebben")}
    assert "  - aanbevelingen: 1" in seen[at["Nieuw"] : at["Vervangen door wat de evaluatoren nu hebben"]]
    assert "  - teksten in het rapport: 1" in seen[at["Vervangen door wat de evaluatoren nu hebben"] :]
    assert "  ! eruit gehaald: 1" in seen
    assert "  - nieuw: 1" in seen
    assert "  - vervangen: 2" in seen, "the text, and the figures kept without the answers"
    with Dossier.open(theirs.data_dir, theirs) as dossier:
        assert dossier.value(Recommendation, last) is not None
    run_cli(["import", str(later)], theirs).ok()
    with Dossier.open(theirs.data_dir, theirs) as dossier:
        assert dossier.value(Recommendation, last) is None
    again = run_cli(["import", str(later), "--dry-run"], theirs).ok().out
    assert "Niets nieuws" in again
    assert "vervangen:" not in again


def test_names_take_the_place_of_others_only_when_that_is_said(
    full: Env, theirs: Env, tmp_path: Path
) -> None:
    run_cli(["import", str(made(full, tmp_path, "een.json"))], theirs).ok()
    first = names(full, tmp_path, "een.age")
    looked = run_cli(["names", "take", str(first), "--dry-run"], theirs).ok()
    assert "mensen: " in looked.out
    assert not (theirs.data_dir / FILE).exists()
    run_cli(["names", "take", str(first)], theirs).ok()
    run_cli(["backup"], theirs).ok()
    known = Names(full.data_dir)
    known.unlock((full.data_dir / "names.key").read_text().splitlines()[-1])
    known.remove(next(iter(known.data().people)))
    later = names(full, tmp_path, "twee.age")
    refused = run_cli(["names", "take", str(later)], theirs)
    assert refused.code == 3
    assert "  ! er niet meer in: 1" in refused.out.splitlines()
    assert "--force" in refused.err
    assert (theirs.data_dir / FILE).read_bytes() == first.read_bytes()
    run_cli(["names", "take", str(later), "--force"], theirs).ok()
    copies = [*theirs.data_dir.glob("backups/names-*.age")]
    assert copies
    assert {path.read_bytes() for path in (theirs.data_dir / FILE, *copies)} == {later.read_bytes()}
    assert [one.facts["what"] for one in trail.read(theirs.data_dir).lines if one.kind == "import"] == [
        "cycle", "names", "names",
    ]  # fmt: skip


def test_a_wrong_passphrase_waits_and_leaves_everything_as_it_was(
    full: Env, theirs: Env, tmp_path: Path
) -> None:
    (tmp_path / "support.key").write_text("een wachtzin van vier")
    given = names(full, tmp_path, "namen.age")
    run_cli(["import", str(made(full, tmp_path, "een.json"))], theirs).ok()
    (tmp_path / "support.key").write_text("een andere wachtzin")
    wrong = run_cli(["names", "take", str(given)], theirs)
    assert wrong.code == 5
    assert "past niet" in wrong.err
    tries = theirs.data_dir / "names.tries"
    counted = json.loads(tries.read_text())
    assert counted["wrong"] == 1
    tries.write_text(json.dumps(counted | {"wrong": 5}))
    waits = run_cli(["names", "take", str(given)], theirs)
    assert waits.code == 5
    assert "wacht" in waits.err.lower()
    assert not (theirs.data_dir / FILE).exists()


def test_names_of_evaluators_and_of_support_are_not_mixed_up(full: Env, theirs: Env, tmp_path: Path) -> None:
    run_cli(["import", str(made(full, tmp_path, "een.json"))], theirs).ok()
    own = run_cli(["names", "take", str(full.data_dir / FILE)], theirs)
    assert own.code == 3
    assert "met van iedereen de code" in own.err
    given = names(full, tmp_path, "namen.age")
    before = (full.data_dir / FILE).read_bytes()
    with_key = replace(full, environ=theirs.environ)
    back = run_cli(["names", "take", str(given), "--force"], with_key)
    assert back.code == 3
    assert "er staan geen codes in" in back.err
    assert (full.data_dir / FILE).read_bytes() == before


def _number_for_text(data: dict[str, Any]) -> None:
    data["revisions"][3]["hlc"] = 7


def _field_gone(data: dict[str, Any]) -> None:
    del data["revisions"][5]["entity"]


def _other_kind(data: dict[str, Any]) -> None:
    data["revisions"][0]["payload"] = ["een", "lijst"]


@pytest.mark.parametrize(
    ("harm", "field", "what"),
    [
        (_number_for_text, "revisions[3].hlc", "hier hoort een tekst te staan, en er staat een heel getal"),
        (_field_gone, "revisions[5].entity", "dit veld ontbreekt"),
        (_other_kind, "revisions[0].payload", "hier hoort een groep velden te staan, en er staat een lijst"),
    ],
    ids=["number", "gone", "list"],
)
def test_what_is_wrong_is_named_by_its_field_in_dutch(
    full: Env, theirs: Env, tmp_path: Path, harm: Callable[[dict[str, Any]], None], field: str, what: str
) -> None:
    data = json.loads(made(full, tmp_path, "heel.json").read_text("utf-8"))
    harm(data)
    path = tmp_path / "stuk.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    refused = run_cli(["import", str(path)], theirs)
    assert refused.code == 3
    assert f"stuk.json: {field}" in refused.err
    assert what in refused.err
    assert not Dossier.exists(theirs.data_dir)


@pytest.mark.parametrize(
    "text", ["", "[1", "{" * 5, '{"format":' + "[" * 100_000, '{"format": "\xff"}'], ids=range(5)
)
def test_what_is_no_document_is_refused(theirs: Env, tmp_path: Path, text: str) -> None:
    path = tmp_path / "niets.json"
    path.write_text(text, encoding="latin-1")
    refused = run_cli(["import", str(path)], theirs)
    assert refused.code == 3, refused.err
    assert "geen cyclusdocument" in refused.err


def test_payload_that_is_nested_too_deeply_is_refused(full: Env, theirs: Env, tmp_path: Path) -> None:
    text = made(full, tmp_path, "heel.json").read_text("utf-8")
    data = json.loads(text)
    data["revisions"][0]["payload"] = "HIER"
    path = tmp_path / "diep.json"
    path.write_text(json.dumps(data).replace('"HIER"', "[" * 50_000 + "]" * 50_000), encoding="utf-8")
    refused = run_cli(["import", str(path)], theirs)
    assert refused.code == 3, refused.err


def test_a_handover_is_refused_where_the_interviews_are_whoever_is_at_work(full: Env, tmp_path: Path) -> None:
    document = made(full, tmp_path, "een.json")
    for profile in ("evaluator", "support"):
        refused = run_cli(["--profile", profile, "import", str(document)], full)
        assert refused.code == 3
        assert "daarin staan geen antwoorden, en hier wel" in refused.err
    with Dossier.open(full.data_dir, full) as dossier:
        assert dossier.values(Round)
