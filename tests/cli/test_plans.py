"""``boce plan`` and the progress round that starts from it, through the front door on the example."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from boce_tui.domain.plans import AnnualPlan, PlannedResult
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.cli.test_export_support import support_dossier
from tests.example import example_env
from tests.support import run_cli

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "[red]x[/red] <script>alert(1)</script> | cel | # kop"
TABLE = """\
Thema;Samen doen;Samen optrekken;Samen leren
Bereikbaarheid;Eén lijst vaststellen.;Samen naar de provincie.;
R&T;;;Drie avonden voor ondernemers.
"""


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def planned(env: Env, *args: str) -> dict[str, str]:
    found = json.loads(run_cli(["plan", "show", "--json", *args], env).ok().out)
    return {f"{one['theme']}/{one['form']}": one["text"] for one in found["results"]}


def progress(env: Env, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run_cli(["progress", "show", "--json", *args], env).ok().out)
    return found


def table(tmp_path: Path, text: str = TABLE) -> str:
    path = tmp_path / "jaarplan.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_plan_is_begun_filled_and_a_progress_round_starts_from_it(env: Env) -> None:
    run_cli(["plan", "new", "2042", "--date", "4-12-2041", "--source", "Raadsbrief"], env).ok()
    run_cli(["plan", "set", "Bereikbaarheid/joint_action", HOSTILE], env).ok()
    run_cli(["plan", "set", "liveability/joint_learning", "Een avond."], env).ok()
    assert planned(env) == {"accessibility/joint_action": HOSTILE, "liveability/joint_learning": "Een avond."}
    assert len(planned(env, "--year", "2041")) == 9
    said = run_cli(["progress", "new", "--date", "12-05-2042"], env).ok()
    assert "Geplande resultaten: 2, uit Jaarplan 2042 (04-12-2041)." in said.err
    found = progress(env)
    assert found["plan"] == "Jaarplan 2042 (04-12-2041)"
    texts = {(one["theme"], one["form"]): (one["planned"], one["planned_from"]) for one in found["cells"]}
    assert texts["accessibility", "joint_action"] == (HOSTILE, "plan")
    assert texts["tourism_recreation", "joint_action"] == ("", "")
    run_cli(["progress", "set", "accessibility/joint_action", "P1=Minder."], env).ok()
    assert planned(env)["accessibility/joint_action"] == HOSTILE
    cell = next(one for one in progress(env)["cells"] if one["planned"] == "Minder.")
    assert cell["planned_from"] == "adjusted"
    assert run_cli(["plan", "remove", "--year", "2042"], env).code == 3  # a progress round rests on it
    run_cli(["plan", "set", "liveability/joint_learning", ""], env).ok()
    assert list(planned(env)) == ["accessibility/joint_action"]


def test_a_year_without_a_plan_says_so_and_can_get_one_later(env: Env) -> None:
    said = run_cli(["progress", "new", "--date", "12-05-2043"], env).ok()
    assert "uit de vorige voortgangsronde" in said.err
    run_cli(["plan", "new", "2043"], env).ok()
    run_cli(["plan", "set", "environment_act/joint_learning", "Een training."], env).ok()
    said = run_cli(["progress", "plan"], env).ok()
    assert "Geplande resultaten: 1, uit Jaarplan 2043." in said.err
    texts = [one["planned"] for one in progress(env)["cells"] if one["planned_from"] == "plan"]
    assert texts == ["Een training."]


def test_the_letter_and_the_overview_name_the_plan(env: Env, tmp_path: Path) -> None:
    for kind in ("progress-letter", "progress-overview"):
        target = tmp_path / f"{kind}.md"
        run_cli(["export", kind, "--to", str(target)], env).ok()
        assert "Wat was gepland, komt uit: Jaarplan 2041 (5 december 2040)." in target.read_text("utf-8")
        run_cli(["export", kind, "--progress", "P1", "--to", str(target), "--force"], env).ok()
        assert "komt uit:" not in target.read_text("utf-8")


def test_the_document(env: Env, tmp_path: Path) -> None:
    target = tmp_path / "plan.md"
    run_cli(["export", "annual-plan", "--to", str(target)], env).ok()
    text = target.read_text(encoding="utf-8")
    path = GOLDEN / "annual-plan.md"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
    run_cli(["plan", "set", "accessibility/joint_action", HOSTILE], env).ok()
    run_cli(["export", "annual-plan", "--to", str(target), "--force"], env).ok()
    assert "<script>" not in target.read_text("utf-8").replace("\\<script>", "")
    run_cli(["plan", "set", "accessibility/joint_action", "Bel 06-12345678."], env).ok()
    assert run_cli(["export", "annual-plan", "--to", str(tmp_path / "x.md")], env).code == 5
    assert not (tmp_path / "x.md").exists()


def test_a_table_is_looked_at_and_taken_over(env: Env, tmp_path: Path) -> None:
    file = table(tmp_path)
    look = run_cli(["plan", "import", file, "--year", "2042", "--dry-run"], env).ok()
    assert "regel 2: Bereikbaarheid, samen doen: nieuw" in look.out
    assert "3 nieuw, 0 veranderd, 0 hetzelfde" in look.err
    assert run_cli(["plan", "show", "--year", "2042"], env).code == 3  # it was only a look
    run_cli(["plan", "import", file, "--year", "2042"], env).ok()
    assert planned(env, "--year", "2042") == {
        "accessibility/joint_action": "Eén lijst vaststellen.",
        "accessibility/joint_representation": "Samen naar de provincie.",
        "tourism_recreation/joint_learning": "Drie avonden voor ondernemers.",
    }
    again = run_cli(["plan", "import", file, "--year", "2042"], env).ok()
    assert "0 nieuw, 0 veranderd, 3 hetzelfde" in again.err
    run_cli(["plan", "import", file, "--year", "2041"], env).ok()  # what it does not name stays
    assert len(planned(env, "--year", "2041")) == 9


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Thema;Samen doen\nBereikbaarheid;Een lijst.\nWonne;x\n", "regel 3, Thema"),
        ("Thema;Vorm;Resultaat\nBereikbaarheid;doen;a\nBereikbaarheid;Samen doen;b\n", "regel 3"),
        ("Thema;Vorm;Resultaat\nBereikbaarheid;bellen;a\n", "regel 2, Vorm"),
    ],
)
def test_a_mistake_in_one_line_refuses_the_whole_table(
    env: Env, tmp_path: Path, text: str, line: str
) -> None:
    said = run_cli(["plan", "import", table(tmp_path, text), "--year", "2042"], env)
    assert said.code == 3
    assert line in said.err
    assert "jaarplan.csv" in said.err
    with Dossier.open(env.data_dir, env) as dossier:
        assert set(dossier.values(AnnualPlan)) == {"2041/2041"}


def test_support_gets_it_and_fills_it(env: Env, tmp_path: Path) -> None:
    theirs = support_dossier(env, tmp_path)
    assert planned(theirs) == planned(env)
    run_cli(["plan", "set", "accessibility/joint_action", "Anders."], theirs).ok()
    reader = replace(env, environ={**env.environ, "BOCE_PROFILE": "reader"})
    assert run_cli(["plan", "set", "accessibility/joint_action", "Anders."], reader).code


def test_it_is_in_the_cycle_document(env: Env, tmp_path: Path) -> None:
    file = tmp_path / "ronde.json"
    run_cli(["export", "cycle", "--to", str(file)], env).ok()
    other = replace(env, data_dir=tmp_path / "other")
    run_cli(["import", str(file)], other).ok()
    with Dossier.open(env.data_dir, env) as one, Dossier.open(other.data_dir, other) as two:
        for kind in (AnnualPlan, PlannedResult):
            assert one.values(kind) == two.values(kind)
