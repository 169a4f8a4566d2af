"""`boce report` and `boce check`, through the front door, on the example cycle."""

import json
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.analysing.current import current
from boce_tui.cycle.analysing.figures import compare
from boce_tui.data_files import data_file
from boce_tui.domain.analysis import Finding, Quantifier, SubConclusion
from boce_tui.domain.base import Entity
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.recommendation import Recommendation
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_boce, run_cli


def change(env: Env, kind: type[Entity], key: str, **fields: object) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        item = dossier.value(kind, key)
        assert item is not None
        dossier.save(msgspec.structs.replace(item, **fields), key)


@pytest.mark.parametrize("audience", ["public", "steering"])
def test_the_report_is_the_sample(tmp_path: Path, audience: str) -> None:
    """Golden files: `make sample` writes them anew when the report changed on purpose."""
    env = example_env(tmp_path)
    target = tmp_path / "rapport.md"
    run_cli(["report", "--for", audience, "--to", str(target)], env).ok()
    sample = data_file("exports", "sample", f"evaluatie-2041-{audience}.md")
    assert target.read_text(encoding="utf-8") == sample.read_text(encoding="utf-8")


def test_the_same_data_gives_the_same_bytes_in_any_surroundings(tmp_path: Path) -> None:
    made = []
    for number, (seed, zone) in enumerate((("0", "UTC"), ("77", "Asia/Tokyo"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        settings = {"PYTHONHASHSEED": seed, "TZ": zone}
        run_boce("demo --no-open", folder, environ=settings).ok()
        run_boce(["report", "--to", "r.md"], folder, environ=settings).ok()
        made.append((folder / "r.md").read_bytes())
    assert made[0] == made[1]


def test_order_of_the_chapters_and_a_row_for_every_focus_theme(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        for key, item in dossier.values(Recommendation, "2041/").items():
            if item.theme == "accessibility":
                dossier.save(msgspec.structs.replace(item, theme="general"), key)
    run_cli(["report", "--to", str(tmp_path / "r.md")], env).ok()
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    assert [head.split(" ", 2)[2] for head in heads] == [
        "Inleiding",
        "Hoofdconclusie",
        "Deelconclusies",
        "Nawoord",
        "Bijlagen",
    ]
    assert "| Bereikbaarheid | – | geen | – | – |" in text
    assert text.index("**1a**") < text.index("## 3 Deelconclusies")


def test_a_mark_for_two_people_is_in_no_report(tmp_path: Path) -> None:
    """E6 judges the programme office, which is two people: the app knows the mean, no reader does."""
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        seen = compare(current(dossier, "2041"), "E6", None, "value").total
    assert seen is not None
    assert seen.mean is not None
    for audience in ("public", "steering"):
        target = tmp_path / f"{audience}.md"
        run_cli(["report", "--for", audience, "--to", str(target)], env).ok()
        text = target.read_text(encoding="utf-8")
        assert "Cijfers bij: Kunt u gevoelige punten open bespreken?" in text
        assert "Cijfers bij: Hoe werkt de programmaregie voor u?" not in text


def test_a_word_against_the_counts_is_a_warning(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    assert "C14" not in run_cli("check", env).ok().out
    chosen = Quantifier(word="all", reason="iedereen in de wandelgangen zei het")
    change(env, Finding, "2041/B01", quantifier=chosen)
    said = run_cli("check", env).ok().out
    assert "C14" in said
    assert "zegt “alle”, maar " in said
    assert "wandelgangen" not in said


def test_codes_never_reach_the_report_and_evidence_codes_only_the_steering_group(tmp_path: Path) -> None:
    import re

    env = example_env(tmp_path)
    for audience, coded in (("public", False), ("steering", True)):
        target = tmp_path / f"{audience}.md"
        run_cli(["report", "--for", audience, "--to", str(target)], env).ok()
        text = target.read_text(encoding="utf-8")
        assert not re.search(r"\bR\d\d\b", text)
        assert not re.search(r"\bG\d\d\b", text)
        assert bool(re.search(r"\bV\d+\b", text)) is coded


PLANTED = "Volgens Zéphyrin Quaddelmoor kan het anders."


def test_a_planted_name_stops_the_report_and_says_where(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    change(env, Finding, "2041/B01", text=PLANTED)
    target = tmp_path / "r.md"
    result = run_cli(["report", "--to", str(target)], env)
    assert result.code == 5
    assert not target.exists()
    line = next(line for line in result.err.splitlines() if "P1" in line)
    assert "Bevinding 1" in line
    assert run_cli("check", env).code == 5
    assert run_cli(["report", "--draft", "--to", str(target)], env).code == 5
    assert not target.exists()


def test_without_the_names_nothing_leaves(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    (env.data_dir / "names.key").unlink()
    target = tmp_path / "r.md"
    result = run_cli(["report", "--to", str(target)], env)
    assert result.code == 5
    assert "aamcontrole" in result.err
    assert not target.exists()


def test_an_unapproved_quote_stops_the_report(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        cited = next(
            evidence.key
            for finding in dossier.values(Finding, "2041/").values()
            for evidence in finding.evidence
            if evidence.kind == "quote"
        )
    change(env, Quote, cited, approval="asked")
    result = run_cli("check", env)
    assert result.code == 5
    line = next(line for line in result.out.splitlines() if "P7" in line)
    assert "Citaat" in line


def test_a_broken_chain_is_reported_never_dropped(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        advice = next(iter(dossier.values(Recommendation, "2041/").values()))
        dossier.delete(Finding, advice.findings[0])
    result = run_cli(["check", "--json"], env)
    assert result.code == 1
    broken = [finding["place"] for finding in json.loads(result.out) if finding["rule"] == "E1"]
    assert any(place.startswith("Aanbeveling ") for place in broken)


def test_a_missing_sub_conclusion_stops_the_report_but_not_a_draft(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    change(env, SubConclusion, "2041/ambitions/general", text="", none_reason="")
    target = tmp_path / "r.md"
    assert run_cli(["report", "--to", str(target)], env).code == 1
    assert not target.exists()
    run_cli(["report", "--draft", "--to", str(target)], env).ok()
    assert "concept" in target.read_text(encoding="utf-8").casefold()


def test_a_report_that_exists_is_left_alone(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    target = tmp_path / "r.md"
    target.write_text("van mij", encoding="utf-8")
    assert run_cli(["report", "--to", str(target)], env).code == 3
    assert target.read_text(encoding="utf-8") == "van mij"
    run_cli(["report", "--force", "--to", str(target)], env).ok()
    assert target.read_text(encoding="utf-8").startswith("# Evaluatie 2041")


def test_hand_written_text_and_english_headings(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    target = tmp_path / "r.md"
    run_cli(["report", "--report-lang", "en", "--to", str(target)], env).ok()
    text = target.read_text(encoding="utf-8")
    assert "## 1 Introduction" in text
    assert "De samenwerking staat er goed voor als het om mensen gaat" in text


HOSTILE = "\x1b[31mrood [/x] {{ 7*7 }} # kop\n| a | b |\n<script>alert(1)</script> \u202eomgekeerd ```"


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    from markdown_it import MarkdownIt

    env = example_env(tmp_path)
    change(env, Finding, "2041/B01", text=HOSTILE)
    target = tmp_path / "r.md"
    run_cli(["report", "--draft", "--to", str(target)], env).ok()
    text = target.read_text(encoding="utf-8")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "49" not in [word for line in text.splitlines() if "rood" in line for word in line.split()]
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script>" not in html
    assert "{{ 7*7 }}" in html


def test_a_theme_whose_work_stopped_without_a_decision_is_a_warning(tmp_path: Path) -> None:
    from boce_tui.domain.agenda import ExitDecision, Theme

    def stopped() -> list[str]:
        found = json.loads(run_cli("check --json", env).ok().out)
        return [f["item"] for f in found if (f["rule"], f["severity"]) == ("C12", "warning")]

    env = example_env(tmp_path)
    assert stopped() == ["theme:environment_act"]
    change(env, Theme, "tourism_recreation", work_stopped="2040-11-01")
    assert stopped() == ["theme:environment_act", "theme:tourism_recreation"]
    decision = ExitDecision(body="councils", date="2041-02-03")
    change(env, Theme, "environment_act", exit=decision)
    assert stopped() == ["theme:environment_act", "theme:tourism_recreation"]
    change(env, Theme, "environment_act", exit=msgspec.structs.replace(decision, document="Raadsbesluit 12"))
    assert stopped() == ["theme:tourism_recreation"]


def test_a_warning_about_a_name_that_was_looked_at_stays_away_until_the_text_changes(tmp_path: Path) -> None:
    from boce_tui.cycle.reporting.issuing import prepare
    from boce_tui.cycle.reporting.seen import mark_seen, unmark_seen
    from boce_tui.domain.checks import SeenWarning
    from boce_tui.names import Names, find_key

    env = example_env(tmp_path)
    names = Names(env.data_dir)
    names.unlock(find_key(env, env.data_dir, example=True) or "")
    code, person = next(iter(names.data().people.items()))
    names.put({code: msgspec.structs.replace(person, name="Xaveer Wolken")})
    change(env, Finding, "2041/B01", text="Er hangen Wolken boven het dorp.")

    def warned() -> bool:
        return any(f["rule"] == "P2" for f in json.loads(run_cli("check --json", env).ok().out))

    assert warned()
    with Dossier.open(env.data_dir, env) as dossier:
        (found,) = (f for f in prepare(dossier, "2041", names).findings if f.rule == "P2")
        mark_seen(dossier, "2041", found)
        assert [f.id for f in prepare(dossier, "2041", names).seen] == [found.id]
        assert dossier.history(SeenWarning, f"2041/{found.id}")[0].author == "evaluator"
    assert not warned()
    with Dossier.open(env.data_dir, env) as dossier:
        unmark_seen(dossier, "2041", found)
    assert warned()
    with Dossier.open(env.data_dir, env) as dossier:
        mark_seen(dossier, "2041", found)
    assert not warned()
    change(env, Finding, "2041/B01", text="Volgens Wolken gaat het goed.")
    assert warned()
