"""A name planted anywhere, in a text or in a template, stops what goes out with exit 5 and says where."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

import boce_tui.reports.template as template
from boce_tui.data_files import data_folder
from boce_tui.domain.agenda import Theme
from boce_tui.domain.analysis import ChapterText, Finding, MainConclusion, SubConclusion
from boce_tui.domain.base import Entity
from boce_tui.domain.meetings import Meeting
from boce_tui.domain.recommendation import Recommendation
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.decided import decided_env
from tests.support import run_cli

NAME = "Zéphyrin Quaddelmoor"
REPORTS = ("report --for public", "report --for steering")
DOCUMENTS = (
    *REPORTS, "export review", "export decision-sheet", "export decisions", "export follow-up",
    "export meetings", "export scan", "export years", "export letter", "export summary", "export feedback",
    "export recalibration", "export progress-letter", "export progress-overview", "export intakes",
    "export intake T01", "export invitation R07", "export questions R07", "export record R07",
)  # fmt: skip
PLANTED: list[tuple[type[Entity], str, tuple[str, ...], str]] = [
    (Finding, "text", REPORTS, "Bevinding"),
    (SubConclusion, "text", REPORTS, "3.1"),
    (MainConclusion, "text", REPORTS, "oofdconclusie"),
    (
        Recommendation,
        "text",
        (*REPORTS, "export review", "export decisions", "export summary"),
        "Aanbeveling 1b",
    ),
    (Recommendation, "explanation", REPORTS, "1a"),
    (ChapterText, "text", REPORTS, "1."),
    (Theme, "name", (*REPORTS, "export recalibration"), ""),
    (Meeting, "title", ("export meetings", "export calendar --only meetings"), ""),
    (Meeting, "place", ("export meetings",), ""),
]


def stopped(env: Env, command: str, out: Path, where: str) -> None:
    result = run_cli([*command.split(), "--to", str(out)], env)
    assert result.code == 5, (command, result.err)
    assert not out.exists(), command
    lines = [line for line in result.err.splitlines() if NAME in line]
    assert lines, (command, result.err)
    assert any(where in line.partition(NAME)[0] for line in lines), (command, lines)


@pytest.mark.parametrize(("kind", "field", "commands", "where"), PLANTED)
def test_in_a_text(
    tmp_path: Path, kind: type[Entity], field: str, commands: tuple[str, ...], where: str
) -> None:
    env = decided_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier, dossier.change() as change:
        for key, item in dossier.values(kind).items():
            if not key.startswith("2021"):
                change.save(msgspec.structs.replace(item, **{field: f"Dat zei {NAME} ook."}), key)
    for command in commands:
        out = tmp_path / ("uit.ics" if "calendar" in command else "uit.md")
        stopped(env, command, out, where)
    assert run_cli("check", env).code == (5 if commands[0] in REPORTS else 0)


def test_in_a_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = decided_env(tmp_path)
    folder = tmp_path / "exports"
    shutil.copytree(data_folder("exports") / "templates", folder / "templates")
    for file in (folder / "templates").glob("*.j2"):
        file.write_text(f"{file.read_text('utf-8')}\nMet dank aan {NAME}.\n", "utf-8")
    monkeypatch.setattr(template, "data_folder", lambda _name: folder)
    for command in DOCUMENTS:
        stopped(env, command, tmp_path / "uit.md", "·")
