"""What goes out when the round is over, and the recalibration, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boce_tui.cycle.versions.log import exports
from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.decided import ROUND, decide_all, decided_env
from tests.example import example_env
from tests.support import run_cli


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return decided_env(tmp_path)


def logged(env: Env) -> list[tuple[str, str, str]]:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        found = [item.value for item in exports(dossier, ROUND) if item.value]
    return [(one.document, one.audience, one.version) for one in found]


@pytest.mark.parametrize(
    ("kind", "audience", "first"),
    [
        ("letter", "councils", "# Brief aan de gemeenteraden over Evaluatie 2041"),
        ("summary", "councils", "# Samenvatting voor de gemeenteraden: Evaluatie 2041"),
        ("feedback", "interviewees", "# Terugkoppeling aan de geïnterviewden: Evaluatie 2041"),
    ],
)
def test_a_document_is_written_and_noted(
    env: Env, tmp_path: Path, kind: str, audience: str, first: str
) -> None:
    target = tmp_path / "uit.md"
    run_cli(["export", kind, "--to", str(target)], env).ok()
    assert target.read_text(encoding="utf-8").splitlines()[0] == first
    assert logged(env)[0] == (kind, audience, "1.0")
    again = run_cli(["export", kind, "--to", str(target)], env)
    assert again.code == 3
    run_cli(["export", kind, "--to", str(target), "--force"], env).ok()


def test_letter_for_one_council(env: Env, tmp_path: Path) -> None:
    target = tmp_path / "uit.md"
    run_cli(["export", "letter", "--municipality", "Coevorden", "--to", str(target)], env).ok()
    assert "| Aan | de gemeenteraad van Coevorden |" in target.read_text(encoding="utf-8")


def test_an_incomplete_document_is_not_written_but_as_a_draft_it_is(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    target = tmp_path / "uit.md"
    stopped = run_cli(["export", "letter", "--to", str(target)], env)
    assert stopped.code == 1
    assert "De dag waarop het college van Emmen besloot, ontbreekt." in stopped.err
    assert not target.exists()
    run_cli(["export", "letter", "--draft", "--to", str(target)], env).ok()
    assert "**Onvoltooid concept.**" in target.read_text(encoding="utf-8")


def test_a_draft_stops_for_privacy_too(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(ChapterText(text="Dat zeiden twee wethouders en R07."), f"{ROUND}/letter.decision")
    target = tmp_path / "uit.md"
    for words in ([], ["--draft"]):
        stopped = run_cli(["export", "letter", *words, "--to", str(target)], env)
        assert stopped.code == 5
        assert not target.exists()
    assert logged(env) == []


def test_the_report_with_and_without_decisions_is_one_version(env: Env, tmp_path: Path) -> None:
    plain, decided = tmp_path / "a.md", tmp_path / "b.md"
    run_cli(["report", "--to", str(plain)], env).ok()
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        before = dossier.values(ReportVersion)
    run_cli(["report", "--with-decisions", "--to", str(decided)], env).ok()
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        assert dossier.values(ReportVersion) == before
    assert "### 5.6 Besluiten per aanbeveling" in decided.read_text(encoding="utf-8")
    assert "### 5.6" not in plain.read_text(encoding="utf-8")
    assert logged(env)[:2] == [("report_decided", "public", "1.0"), ("report", "public", "1.0")]


def test_decisions_make_no_new_concept(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    out = str(tmp_path / "r.md")
    run_cli(["report", "--to", out], env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        decide_all(dossier)
    run_cli(["report", "--with-decisions", "--to", out, "--force"], env).ok()
    assert "| Versie | 0.9 |" in Path(out).read_text(encoding="utf-8")


# --- the recalibration --------------------------------------------------------------------------------------


def test_recalibrating_by_command(env: Env, tmp_path: Path) -> None:
    words = ["--reason", "Volgende stap.", "--date", "12-4-2042"]
    done = run_cli(
        ["recalibrate", "set", "accessibility_2018", "adjust", "--text", "Eén lobbylijst.", *words], env
    )
    assert "Eén lobbylijst.: bijgesteld." in done.ok().err
    half = run_cli(["recalibrate", "set", "Leefbaarheid", "stop", *words], env)
    assert "Ontbreekt nog: het stuk." in half.ok().err
    run_cli(["recalibrate", "add", "Samen inkopen.", "--theme", "Leefbaarheid", *words], env).ok()
    listed = run_cli(["recalibrate", "list"], env).ok()
    assert "gestopt zonder besluit" in listed.out
    assert "Leefbaarheid: gestopt zonder besluit." in listed.err
    rows = {row["item"]: row for row in json.loads(run_cli(["recalibrate", "list", "--json"], env).ok().out)}
    assert rows["accessibility_2018"]["version"] == 2
    assert rows["accessibility_2018"]["before"].startswith("Verkennen")
    assert rows["liveability"]["stopped_without_decision"] is True
    stopped = run_cli(["export", "recalibration", "--to", str(tmp_path / "uit.md")], env)
    assert stopped.code == 1
    assert "nog niets besloten" in stopped.err
    for ambition in ("environment_act_2018", "tourism_recreation_2018", "liveability_2018"):
        run_cli(["recalibrate", "set", ambition, "keep", *words], env).ok()
    run_cli(["export", "recalibration", "--to", str(tmp_path / "uit.md")], env).ok()
    assert "gestopt zonder besluit" in (tmp_path / "uit.md").read_text(encoding="utf-8")
    assert logged(env)[0] == ("recalibration", "steering", "1.0")


def test_taking_a_decision_back_and_unknown_items(env: Env) -> None:
    run_cli(["recalibrate", "set", "accessibility_2018", "adjust", "--text", "Anders."], env).ok()
    run_cli(["recalibrate", "set", "accessibility_2018", "none"], env).ok()
    rows = {row["item"]: row for row in json.loads(run_cli(["recalibrate", "list", "--json"], env).ok().out)}
    assert rows["accessibility_2018"]["version"] == 1
    assert rows["accessibility_2018"]["choice"] == ""
    unknown = run_cli(["recalibrate", "set", "onzin", "keep"], env)
    assert unknown.code == 3
    assert "Er is geen ambitie of thema onzin." in unknown.err
