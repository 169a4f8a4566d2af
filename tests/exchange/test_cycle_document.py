"""The cycle document: out, in and out again gives the same bytes; anything else is refused whole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.data_files import data_file
from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Round
from boce_tui.exchange.cycle_document import schema_text
from boce_tui.store import Dossier, RevisionRow
from boce_tui.store.rows import signed
from tests.example import example_env
from tests.support import make_env, run_cli


def exported(env: object, target: Path) -> bytes:
    run_cli(["export", "cycle", "--force", "--to", str(target)], env).ok()  # type: ignore[arg-type]
    return target.read_bytes()


def test_out_in_and_out_again_is_the_same(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    first = exported(env, tmp_path / "a.json")
    (tmp_path / "other").mkdir()
    other = make_env(tmp_path / "other", now="2055-01-01T00:00:00+00:00", seed=9)
    run_cli(["import", str(tmp_path / "a.json")], other).ok()
    assert exported(other, tmp_path / "b.json") == first
    run_cli(["import", str(tmp_path / "a.json")], other).ok()  # twice changes nothing
    assert exported(other, tmp_path / "b.json") == first


def test_a_source_changed_after_it_was_cited_keeps_the_cited_revision(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        finding = dossier.value(Finding, "2041/B01")
        assert finding
        cited = next(e for e in finding.evidence if e.kind == "answer")
        for text in ("eerst zo", "toen zo"):
            answer = dossier.value(Answer, cited.key)
            assert answer
            dossier.save(msgspec.structs.replace(answer, text=text), cited.key)
    first = exported(env, tmp_path / "a.json")
    (tmp_path / "other").mkdir()
    other = make_env(tmp_path / "other")
    run_cli(["import", str(tmp_path / "a.json")], other).ok()
    with Dossier.open(other.data_dir, other) as dossier:
        item = dossier.get(Answer, cited.key)
        assert item
        assert item.value
        assert item.value.text == "toen zo"
        assert not item.conflicted
        assert dossier.revision(cited.revision) is not None
    assert exported(other, tmp_path / "b.json") == first


def test_it_holds_codes_and_no_names(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    text = exported(env, tmp_path / "a.json").decode()
    assert "R07" in text
    assert "Quaddelmoor" not in text
    assert json.loads(text)["format"] == "boce-cycle/1"


def damaged(data: bytes, how: str) -> bytes:
    if how == "a letter":
        return data.replace(b"asfalt", b"asfaIt", 1)
    if how == "cut off":
        return data[: len(data) // 2]
    if how == "an unknown field":
        return data.replace(b'"format"', b'"extra": 1, "format"', 1)
    if how == "another format":
        return data.replace(b"boce-cycle/1", b"boce-cycle/9", 1)
    if how == "a payload of the wrong kind":
        return data.replace(b'"year": 2041', b'"year": "x"', 1)
    return b"\xff\xfe no json"


@pytest.mark.parametrize(
    "how",
    ["a letter", "cut off", "an unknown field", "another format", "a payload of the wrong kind", "noise"],
)
def test_a_damaged_document_is_refused_whole(tmp_path: Path, how: str) -> None:
    source = exported(example_env(tmp_path), tmp_path / "a.json")
    broken = damaged(source, how)
    assert broken != source
    (tmp_path / "b.json").write_bytes(broken)
    (tmp_path / "other").mkdir()
    other = make_env(tmp_path / "other")
    result = run_cli(["import", str(tmp_path / "b.json")], other)
    assert result.code == 3
    assert "b.json" in result.err
    if Dossier.exists(other.data_dir):
        with Dossier.open(other.data_dir, other) as dossier:
            assert not dossier.values(Round)


def handmade(data: bytes, entity: str, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The document with one item changed, and a digest that fits."""
    document = json.loads(data)
    one = next(item for item in document["revisions"] if item["entity"] == entity and item["payload"])
    change(one["payload"])
    payload = msgspec.json.format(msgspec.json.encode(one["payload"]), indent=-1).decode()
    row = signed(msgspec.convert({**one, "payload": payload, "sha256": ""}, RevisionRow))
    one["sha256"] = row.sha256
    return json.dumps(document, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("entity", "change", "where"),
    [
        ("round", lambda p: p.update(report_date="31-02-2041"), "report_date"),
        (
            "round",
            lambda p: p["dates"].update(councils={"planned": "", "actual": "nonsens"}),
            "dates.councils",
        ),
        ("interview", lambda p: p.update(start="25:00"), "start"),
        ("interview", lambda p: p["when"].update(actual="2041-13-01"), "when.actual"),
        (
            "interview_record",
            lambda p: next(iter(p["participants"].values())).update(sent="x"),
            "participants",
        ),
        ("recommendation", lambda p: p.update(deadline="2041-99"), "deadline"),
        ("agenda", lambda p: p.update(today="morgen"), "today"),
    ],
)
def test_a_day_that_is_none_is_refused_with_its_place(
    tmp_path: Path, entity: str, change: Callable[[dict[str, Any]], object], where: str
) -> None:
    source = exported(example_env(tmp_path), tmp_path / "a.json")
    (tmp_path / "other").mkdir()
    other = make_env(tmp_path / "other")
    (tmp_path / "same.json").write_bytes(handmade(source, entity, lambda _payload: None))
    run_cli(["import", "--dry-run", str(tmp_path / "same.json")], other).ok()
    (tmp_path / "b.json").write_bytes(handmade(source, entity, change))
    result = run_cli(["import", str(tmp_path / "b.json")], other)
    assert result.code == 3
    assert "is geen datum of tijd" in result.err
    assert "b.json: revisions[" in result.err
    assert f".payload.{where}" in result.err
    assert not Dossier.exists(other.data_dir)


def test_a_round_that_is_here_with_other_content_is_refused(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    exported(env, tmp_path / "a.json")
    (tmp_path / "third").mkdir()
    third = make_env(tmp_path / "third")
    with Dossier.create(third.data_dir, third, example=True) as dossier:
        dossier.save(Round(year=2041, title="Mijn eigen ronde"), "2041")
    result = run_cli(["import", str(tmp_path / "a.json")], third)
    assert result.code == 3
    with Dossier.open(third.data_dir, third) as dossier:
        assert dossier.value(Round, "2041") == Round(year=2041, title="Mijn eigen ronde")
        assert not dossier.values(Answer)


def test_dry_run_changes_nothing(tmp_path: Path) -> None:
    exported(example_env(tmp_path), tmp_path / "a.json")
    (tmp_path / "other").mkdir()
    other = make_env(tmp_path / "other")
    run_cli(["import", "--dry-run", str(tmp_path / "a.json")], other).ok()
    assert not Dossier.exists(other.data_dir)


def test_the_published_schema_is_current() -> None:
    assert data_file("db", "cycle.schema.json").read_text(encoding="utf-8") == schema_text()
