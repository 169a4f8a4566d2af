"""P10: two versions of the report that differ by one interview tell together what was said in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.cycle.reporting.between_versions import telling
from boce_tui.cycle.reporting.issuing import prepare
from boce_tui.cycle.reporting.seen import mark_seen
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.names import Names, find_key
from boce_tui.reports.model import Figure, FigureRow, Origin, Text
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli

ORIGIN = Origin("instrument", "E1")
REPORT = ["report", "--to"]


@pytest.fixture
def env(tmp_path: Path) -> Env:
    made = example_env(tmp_path)
    run_cli("round close 2041 --yes", made).ok()
    return made


def said(env: Env, tmp_path: Path) -> str:
    return run_cli([*REPORT, str(tmp_path / "r.md"), "--force"], env).err


def without(env: Env, question: str, people: int) -> None:
    """As if so many people had not answered."""
    with Dossier.open(env.data_dir, env) as dossier:
        keys = [key for key in sorted(dossier.values(Answer, "2041/")) if f"/{question}/" in key]
        for key in keys[:people]:
            dossier.delete(Answer, key)


def test_one_person_less_is_told_with_the_version_it_is_measured_against(env: Env, tmp_path: Path) -> None:
    assert "uitrekenen" not in said(env, tmp_path)
    without(env, "E1", 1)
    told = said(env, tmp_path)
    assert "1 cijfer gaat over enkele mensen meer of minder dan in versie 1.0" in told


def test_who_has_looked_at_it_is_not_told_again(env: Env, tmp_path: Path) -> None:
    without(env, "E1", 1)
    with Dossier.open(env.data_dir, env) as dossier:
        names = Names(dossier.folder)
        names.unlock(find_key(env, dossier.folder, example=True) or "")
        (found,) = [one for one in prepare(dossier, "2041", names).findings if one.rule == "P10"]
        mark_seen(dossier, "2041", found)
        again = prepare(dossier, "2041", names)
    assert [one.rule for one in again.seen if one.rule == "P10"] == ["P10"]
    assert "uitrekenen" not in said(env, tmp_path)


def rows(**people: int) -> Figure:
    return Figure(
        id="E1.value",
        title=Text("E1", ORIGIN),
        rows=tuple(
            FigureRow(label=Text(label, ORIGIN), value=3.5 if n else None, people=n)
            for label, n in people.items()
        ),
    )


@pytest.mark.parametrize(
    ("before", "after", "tells"),
    [
        ({"together": 16}, {"together": 15}, True),
        ({"together": 16}, {"together": 20}, True),
        ({"together": 16}, {"together": 21}, False),
        ({"together": 16}, {"together": 16}, False),
        ({"together": 20, "official": 9}, {"together": 30, "official": 12}, True),
        ({"together": 20, "official": 9}, {"together": 30, "official": 0}, False),
        ({"together": 0}, {"together": 7}, False),
    ],
)
def test_a_few_more_or_fewer_in_any_row(before: dict[str, int], after: dict[str, int], tells: bool) -> None:
    assert telling(rows(**before), rows(**after), 5) is tells


def test_it_never_stops_the_next_version(env: Env) -> None:
    without(env, "E3", 1)
    done = run_cli(["round", "close", "2041", "--yes", "--reason", "Een gesprek trok zich terug."], env)
    assert "Versie 1.1 van ronde 2041 is definitief" in done.ok().err
