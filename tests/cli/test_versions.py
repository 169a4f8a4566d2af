"""`boce versions`: concepts get the next number only when something changed, and everything is kept."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.domain.analysis import ChapterText, SubConclusion
from boce_tui.domain.base import Entity
from boce_tui.domain.recommendation import Recommendation, ReportVersion
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def change(env: Env, kind: type[Entity], key: str, **fields: object) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        item = dossier.value(kind, key)
        assert item is not None
        dossier.save(msgspec.structs.replace(item, **fields), key)


def made(env: Env, tmp_path: Path, audience: str = "public", *more: str) -> str:
    target = tmp_path / f"{audience}.md"
    run_cli(["report", "--for", audience, "--to", str(target), "--force", *more], env).ok()
    return target.read_text(encoding="utf-8")


def listed(env: Env) -> list[tuple[str, str]]:
    found: list[dict[str, Any]] = json.loads(run_cli("versions list --json", env).ok().out)
    return [(one["version"], one["audience"]) for one in found]


def log(env: Env) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run_cli("versions log --json", env).ok().out)
    return found


def test_a_concept_keeps_its_number_until_something_changes(env: Env, tmp_path: Path) -> None:
    assert listed(env) == []
    first = made(env, tmp_path)
    assert made(env, tmp_path) == first
    made(env, tmp_path, "steering")
    assert listed(env) == [("0.9", "public"), ("0.9", "steering")]
    change(env, Recommendation, "2041/1a", text="Ga hiermee door, samen.")
    second = made(env, tmp_path)
    assert "| Versie | 0.10, concept" in second or "0.10" in second
    assert listed(env)[0] == ("0.10", "public")
    made(env, tmp_path, "steering")
    assert listed(env)[:2] == [("0.10", "public"), ("0.10", "steering")]
    made(env, tmp_path)
    assert len(listed(env)) == 4


def test_the_other_edition_gets_the_next_number_too_when_it_says_something_else(
    env: Env, tmp_path: Path
) -> None:
    made(env, tmp_path)
    change(env, Recommendation, "2041/1a", text="Ga hiermee door, samen.")
    assert "0.10" in made(env, tmp_path, "steering").splitlines()[-1]


def test_a_version_is_shown_again_byte_for_byte(env: Env, tmp_path: Path) -> None:
    first = made(env, tmp_path)
    change(env, Recommendation, "2041/1a", text="Iets heel anders.")
    again = tmp_path / "again.md"
    run_cli(["versions", "show", "0.9", "--to", str(again)], env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        kept = dossier.value(ReportVersion, "2041/0.9/public")
    assert kept is not None
    assert kept.sha256 == sha256(first.encode()).hexdigest()
    # People who agreed to be listed stand in the file that went out, never in the dossier.
    assert again.read_text(encoding="utf-8") == kept.markdown
    shared = set(first.splitlines()) & set(kept.markdown.splitlines())
    assert len(shared) > 0.95 * len(set(first.splitlines()))
    assert kept.markdown.endswith(f"\n{first.splitlines()[-1]}\n")
    other = [line for line in kept.markdown.splitlines() if line not in shared]
    assert all(line.startswith("| ") for line in other), "nothing but the list of interviewees may differ"


def test_an_unknown_version_is_named_with_those_that_exist(env: Env, tmp_path: Path) -> None:
    made(env, tmp_path)
    said = run_cli("versions show 7.3", env)
    assert said.code == 3
    assert "0.9" in said.err


def test_two_versions_are_compared_by_paragraph(env: Env, tmp_path: Path) -> None:
    made(env, tmp_path)
    change(env, Recommendation, "2041/1a", text="Ga hiermee door, samen.")
    change(env, ChapterText, "2041/4", text="Een heel nieuw nawoord met [rood]tekst[/] en <b>tags</b>.")
    made(env, tmp_path)
    target = tmp_path / "v.md"
    run_cli(["versions", "compare", "0.9", "0.10", "--to", str(target)], env).ok()
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# Verschillen tussen versie 0.9 en versie 0.10\n")
    assert text.count("\n# ") == 0
    assert "> Ga hiermee door, samen." in text or "Ga hiermee door, samen." in text
    assert "<b>" not in text.replace("\\<b>", "")
    same = tmp_path / "same.md"
    run_cli(["versions", "compare", "0.9", "0.9", "--to", str(same)], env).ok()
    assert "Beide versies zeggen hetzelfde." in same.read_text(encoding="utf-8")


def test_the_log_says_what_left_and_for_whom_never_where(env: Env, tmp_path: Path) -> None:
    text = made(env, tmp_path, "steering")
    made(env, tmp_path, "public", "--report-lang", "en")
    found = log(env)
    assert [(one["document"], one["version"], one["audience"], one["language"]) for one in found] == [
        ("report", "0.9", "public", "en"),
        ("report", "0.9", "steering", "nl"),
    ]
    assert found[1]["sha256"] == sha256(text.encode()).hexdigest()
    assert found[1]["size"] == len(text.encode())
    assert str(tmp_path) not in json.dumps(found)
    assert "steering" not in listed(env)[0][1] or len(listed(env)) == 1  # a translation is no version


def test_a_stopped_report_is_neither_kept_nor_logged(env: Env, tmp_path: Path) -> None:
    change(env, SubConclusion, "2041/ambitions/general", text="Bel 06-12345678.")
    assert run_cli(["report", "--to", str(tmp_path / "r.md")], env).code == 5
    assert listed(env) == []
    assert log(env) == []


def test_beside_a_writer_the_report_is_made_and_says_that_it_is_not_logged(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env):
        said = run_cli(["report", "--to", str(tmp_path / "r.md")], env)
    assert said.code == 0
    assert (tmp_path / "r.md").exists()
    assert "exportlogboek" in said.err
    assert log(env) == []


def test_the_log_is_not_in_the_cycle_document(env: Env, tmp_path: Path) -> None:
    run_cli(["export", "cycle", "--to", str(tmp_path / "a.json")], env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        assert dossier.values(ReportVersion) == {}
    made(env, tmp_path)
    run_cli(["export", "cycle", "--to", str(tmp_path / "b.json")], env).ok()
    assert "export_entry" not in (tmp_path / "b.json").read_text(encoding="utf-8")


def test_after_one_point_zero_a_version_needs_a_reason(env: Env, tmp_path: Path) -> None:
    run_cli("round close 2041 --yes", env).ok()
    assert run_cli("round close 2041 --yes", env).ok()  # nothing changed
    change(env, ChapterText, "2041/4", text="Een ander nawoord.")
    refused = run_cli("round close 2041 --yes", env)
    assert refused.code == 3
    assert "--reason" in refused.err
    run_cli(["round", "close", "2041", "--yes", "--reason", "nawoord verbeterd"], env).ok()
    found = json.loads(run_cli("versions list --json", env).ok().out)
    assert [(one["version"], one["reason"]) for one in found[:2]] == [("1.1", "nawoord verbeterd")] * 2
