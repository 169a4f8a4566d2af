"""`boce intake`, `boce progress` and their documents, through the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.progressing import ProgressEntry
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli

DOCUMENTS = {
    "intake-T01": "intake T01",
    "intake-T02": "intake T02",
    "intakes": "intakes",
    "progress-letter": "progress-letter",
    "progress-overview": "progress-overview",
}


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def exported(env: Env, tmp_path: Path, what: str, *more: str) -> str:
    target = tmp_path / "out.md"
    run_cli(["export", *what.split(), "--to", str(target), "--force", *more], env).ok()
    return target.read_text(encoding="utf-8")


def shown(env: Env, command: str) -> Any:
    return json.loads(run_cli(f"{command} --json", env).ok().out)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_documents_of_the_example(env: Env, tmp_path: Path, name: str) -> None:
    text = exported(env, tmp_path, DOCUMENTS[name])
    assert text == exported(env, tmp_path, DOCUMENTS[name])
    golden = Path(__file__).parent / "golden" / f"{name}.md"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert sum(line.startswith("# ") for line in text.splitlines()) == 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_documents_in_english(env: Env, tmp_path: Path, name: str) -> None:
    text = exported(env, tmp_path, DOCUMENTS[name], "--lang", "en")
    assert "Example, invented." in text
    assert "Voorbeeld, verzonnen." not in text


def test_one_without_support_in_one_municipality(env: Env) -> None:
    first, second = shown(env, "intake list")
    assert (first["advice"], first["decision"], first["deviates"]) == ("include", "include", False)
    assert (second["advice"], second["decision"], second["deviates"]) == ("share", "hold", True)
    assert second["over_quarters"] == ["q2"]
    assert "alleen kennis delen" in run_cli("intake list", env).ok().out
    out = run_cli("intake show T02", env).ok().out
    assert "Coevorden: nee" in out
    assert "Boven de capaciteit: kwartaal 2 van 2042" in out


def test_every_document_is_in_the_export_log(env: Env, tmp_path: Path) -> None:
    for what in DOCUMENTS.values():
        exported(env, tmp_path, what)
    found = [(one["document"], one["audience"]) for one in shown(env, "versions log")]
    assert found == [
        ("progress_overview", "commissioners"),
        ("progress_letter", "councils"),
        ("intakes", "steering"),
        ("intake", "steering"),
        ("intake", "steering"),
    ]


def test_from_a_name_to_the_agenda(env: Env) -> None:
    run_cli(["intake", "new", "--title", "Sport", "--description", "Zwembaden delen."], env).ok()
    refused = run_cli("intake set Sport B1.decision=include", env)
    assert refused.code == 3
    assert "niet compleet" in refused.err
    assert run_cli("intake to-agenda Sport", env).code == 3
    assert shown(env, "intake show Sport")["decision"] == ""
    run_cli("intake hours 2043 A1.emmen.q1=100 A2.programme_office.q1=10", env).ok()
    run_cli("intake to-agenda T01", env).ok()
    run_cli("progress new --date 01-12-2041", env).ok()
    assert "samen_voorbereid_op_uitval" in shown(env, "progress list")[-1]["themes"]
    assert "samen_voorbereid_op_uitval" not in shown(env, "progress list")[-2]["themes"]


def test_a_decision_that_deviates_without_a_motivation_stops_the_documents(env: Env, tmp_path: Path) -> None:
    told = run_cli("intake set T02 B1.text=", env).ok()
    assert "schrijf op waarom" in told.err
    for what in ("intake T02", "intakes"):
        said = run_cli(["export", *what.split(), "--to", str(tmp_path / "x.md")], env)
        assert said.code == 1
        assert "I2" in said.err
        assert "T02" in said.err
    exported(env, tmp_path, "intake T01")


def test_what_was_included_and_is_not_complete_any_more_stops_the_documents(env: Env, tmp_path: Path) -> None:
    run_cli("intake set T01 O1=", env).ok()
    said = run_cli(["export", "intakes", "--to", str(tmp_path / "x.md")], env)
    assert said.code == 1
    assert "I1" in said.err


def test_a_decision_without_body_or_day_is_a_warning(env: Env, tmp_path: Path) -> None:
    run_cli("intake set T01 B1.date=", env).ok()
    said = run_cli(["export", "intake", "T01", "--to", str(tmp_path / "x.md")], env).ok()
    assert "I3" in said.err


def test_named_in_interviews_without_codes(env: Env) -> None:
    topics = run_cli("intake named", env).ok().out.splitlines()
    assert len(topics) > 10
    assert topics == sorted(topics, key=str.casefold) or topics[0] <= topics[-1]
    assert not any(f"R{number:02d}" in line for line in topics for number in range(1, 30))
    said = run_cli(
        ["intake", "new", "--from-interviews", "--title", next(t for t in topics if len(t) > 60)], env
    )
    assert said.code == 3
    run_cli(["intake", "new", "--from-interviews", "--title", "Delen van gegevens"], env).ok()
    (made,) = [one for one in shown(env, "intake list") if one["title"] == "Delen van gegevens"]
    assert made["from_interviews"] is True


def test_a_progress_round_from_the_start_to_the_letter(env: Env, tmp_path: Path) -> None:
    run_cli(["progress", "new", "--date", "01-12-2041", "--title", "Najaar 2041"], env).ok()
    before = shown(env, "progress show")
    assert len(before["cells"]) == len(before["open"]) == 12
    stopped = run_cli(["export", "progress-letter", "--to", str(tmp_path / "x.md")], env)
    assert stopped.code == 1
    assert stopped.err.count("T1") == 12
    assert "Omgevingswet · samen doen" in stopped.err
    assert not (tmp_path / "x.md").exists()
    for cell in before["cells"]:
        run_cli(["progress", "set", f"{cell['theme']}/{cell['form']}", "P0=none"], env).ok()
    run_cli(
        ["progress", "set", "bereikbaarheid/joint_action", "P0=activities", "P4=delayed", "P5=capacity"], env
    ).ok()
    run_cli(["progress", "set", "-", "G1=Alles loopt."], env).ok()
    after = shown(env, "progress show")
    assert after["open"] == []
    assert after["reasons"]["capacity"] == {"now": 1, "total": 4}
    letter = exported(env, tmp_path, "progress-letter")
    assert letter.count("Geen activiteiten.") == 11
    assert "Alles loopt." in letter
    assert "Najaar 2041" in letter
    assert "voorjaar 2041" in exported(env, tmp_path, "progress-letter", "--progress", "P2")


def test_hours_in_the_public_letter_are_an_error(env: Env, tmp_path: Path) -> None:
    run_cli(["progress", "set", "liveability/joint_action", "P3=Het kostte 95 uur."], env).ok()
    said = run_cli(["export", "progress-letter", "--to", str(tmp_path / "x.md")], env)
    assert said.code == 1
    assert "T3" in said.err
    assert "95 uur" in said.err
    assert "95 uur" in exported(env, tmp_path, "progress-overview")


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (["intake", "set", "T01", "T1=Bel 06-12345678."], "intake T01"),
        (["intake", "set", "T01", "D1.emmen.who=a@b.nl"], "intakes"),
        (["progress", "set", "-", "G1=Mail naar a@b.nl"], "progress-letter"),
        (
            ["progress", "set", "liveability/joint_action", "P6.decision=yes", "P6.text=a@b.nl"],
            "progress-overview",
        ),
    ],
)
def test_what_gives_a_person_away_stops_it_with_exit_5(
    env: Env, tmp_path: Path, command: list[str], what: str
) -> None:
    run_cli(command, env).ok()
    if what == "intakes":
        what = "intake T01"
    assert run_cli(["export", *what.split(), "--to", str(tmp_path / "x.md")], env).code == 5


def test_hostile_text_is_text(env: Env, tmp_path: Path) -> None:
    text = "# Kop | **vet** <script>alert(1)</script> [x](http://x)"
    run_cli(["intake", "set", "T01", f"O1={text}", f"P1.m1.what={text}", f"D1.emmen.who={text}"], env).ok()
    run_cli(["progress", "set", "liveability/joint_action", f"P3={text}", f"P9={text}"], env).ok()
    for what in ("intake T01", "progress-letter", "progress-overview"):
        made = exported(env, tmp_path, what)
        assert "<script>" not in made.replace("\\<script", "")
        assert sum(line.startswith("# ") for line in made.splitlines()) == 1
    assert "\x1b" not in run_cli("intake show T01", env).ok().out


def test_the_cycle_document_carries_them_and_comes_back_the_same(env: Env, tmp_path: Path) -> None:
    run_cli(["export", "cycle", "--to", str(tmp_path / "a.json")], env).ok()
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    for kind in ("intake", "available_hours", "progress_round", "progress_entry"):
        assert f'"{kind}"' in text
    run_cli(["--data", str(tmp_path / "new"), "import", str(tmp_path / "a.json")], env).ok()
    run_cli(["--data", str(tmp_path / "new"), "export", "cycle", "--to", str(tmp_path / "b.json")], env).ok()
    assert (tmp_path / "b.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("what", ["progress-letter", "progress-overview"])
def test_a_theme_stopped_without_a_decision_is_named_as_long_as_it_has_none(
    env: Env, tmp_path: Path, what: str
) -> None:
    words = "Gestopt zonder besluit: Omgevingswet."
    assert words in exported(env, tmp_path, what)
    run_cli(
        ["recalibrate", "set", "environment_act", "stop", "--reason", "klaar", "--body", "steering_group",
         "--date", "1-7-2041"], env,
    ).ok()  # fmt: skip
    assert words in exported(env, tmp_path, what), "without a document it is not on paper"
    run_cli(["recalibrate", "set", "environment_act", "stop", "--document", "besluit 12"], env).ok()
    assert "Gestopt zonder besluit" not in exported(env, tmp_path, what)


def test_a_progress_round_is_taken_away_unless_something_rests_on_it(env: Env) -> None:
    run_cli(["progress", "new", "--date", "01-12-2041"], env).ok()
    latest = json.loads(run_cli("progress list --json", env).ok().out)[-1]["id"]
    unsure = run_cli(["progress", "remove", latest], env)
    assert unsure.code == 2
    assert "--yes" in unsure.err
    run_cli(["progress", "remove", latest, "--yes"], env).ok()
    assert latest not in [one["id"] for one in json.loads(run_cli("progress list --json", env).ok().out)]
    with Dossier.open(env.data_dir, env) as dossier:
        (key, finding), *_more = dossier.values(Finding, "2041/").items()
        entry = dossier.all(ProgressEntry, "2041/P2/")[0]
        source = Evidence(kind=ProgressEntry.entity, key=entry.key, revision=entry.id)
        dossier.save(msgspec.structs.replace(finding, evidence=(*finding.evidence, source)), key)
    used = run_cli("progress remove P2 --yes", env)
    assert used.code == 3
    assert "nog gebruikt" in used.err
    assert "P2" in run_cli("progress list", env).ok().out
