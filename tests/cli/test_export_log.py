"""Every document that the command line writes is in the export log, once (R64)."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from boce_tui.cycle.planning import change_theme
from boce_tui.domain.exporting import DOCUMENTS
from boce_tui.env import Env
from boce_tui.names.keys import load_age
from boce_tui.store import Dossier
from boce_tui.store.having import label
from tests.decided import decided_env
from tests.support import run_cli

COMMANDS = {
    "report": "report --to",
    "report_decided": "report --with-decisions --to",
    "comparison": "versions compare 1.0 1.0 --to",
    "record": "export record R07 --to",
    "invitation": "export invitation R07 --to",
    "questions": "export questions R07 --to",
    "calendar": "export calendar --to",
    "cycle": "export cycle --to",
    "review": "export review --to",
    "decisions": "export decisions --to",
    "decision_sheet": "export decision-sheet --to",
    "letter": "export letter --to",
    "summary": "export summary --to",
    "feedback": "export feedback --to",
    "follow_up": "export follow-up --to",
    "meetings": "export meetings --to",
    "scan": "export scan --to",
    "needs": "export needs --to",
    "recalibration": "export recalibration --draft --to",
    "intake": "export intake T01 --to",
    "intakes": "export intakes --to",
    "annual_plan": "export annual-plan --to",
    "progress_letter": "export progress-letter --to",
    "progress_overview": "export progress-overview --to",
    "years": "export years --to",
    "bundle": "export bundle --all --for {key} --to",
    "access": "export access R07 --to",
    "certificate": "erase R12 --yes --shared keep --certificate",
}
"""How each kind of document is written."""
OTHER_WAYS = [
    ("cycle", "export cycle --for support --to"),
    ("bundle", "export bundle --support --for {key} --to"),
    ("report", "versions show 1.0 --to"),
    ("certificate", "erase --list --certificate"),
]


def logged(env: Env) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run_cli("versions log --json", env).ok().out)
    return found


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> Env:
    return decided_env(tmp_path_factory.mktemp("decided"))


def test_every_kind_of_document_can_be_written() -> None:
    assert set(COMMANDS) == set(DOCUMENTS)


@pytest.mark.parametrize(
    ("kind", "command"), [*COMMANDS.items(), *OTHER_WAYS], ids=lambda value: str(value).split(" --to")[0]
)
def test_what_is_written_is_in_the_log_once(env: Env, tmp_path: Path, kind: str, command: str) -> None:
    key = str(load_age().x25519.Identity.generate().to_public())
    target = tmp_path / "uit"
    before = logged(env)
    run_cli([*command.format(key=key).split(), str(target)], env).ok()
    new = logged(env)[: -len(before) or None]  # the latest first
    assert [one["document"] for one in new] == [kind]
    assert new[0]["sha256"] == sha256(target.read_bytes()).hexdigest()


def test_a_bundle_with_nothing_of_a_round_is_noted_too(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        change_theme(dossier, "liveability", aliases=("wonen en zorg",))
        replica, last = (
            dossier.replica,
            max(row.seq or 0 for row in dossier.numbered(dossier.replica, [(1, 1 << 40)])),
        )
    key = str(load_age().x25519.Identity.generate().to_public())
    before = logged(env)
    words = ["--numbers", f"{label(replica)}:{last}", "--for", key, "--to", str(tmp_path / "uit.boce")]
    assert " round=- " in run_cli(["export", "bundle", *words], env).ok().out
    assert [one["document"] for one in logged(env)[: -len(before) or None]] == ["bundle"]
