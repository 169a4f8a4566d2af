"""P10 for what goes out beside the report: two documents that differ by one interview tell what it said."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.comparing_years.documents import prepare_years
from boce_tui.cycle.reporting.seen import mark_seen
from boce_tui.domain.answers import Value
from boce_tui.domain.exporting import ExportEntry
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.kept_figures import KeptFigure
from boce_tui.domain.keys import ALL, AnswerKey
from boce_tui.domain.round import Interview, Respondent
from boce_tui.env import Env
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return with_many(tmp_path)


def with_many(tmp_path: Path) -> Env:
    """The example; the earlier year had many people for E1, so that it stays exact beside this year."""
    made = example_env(tmp_path)
    with Dossier.open(made.data_dir, made) as dossier:
        (key,) = [key for key in dossier.values(KeptFigure) if key.endswith("E1/-/value")]
        kept = dossier.values(KeptFigure)[key]
        total = msgspec.structs.replace(kept.total, people=40)
        dossier.save(msgspec.structs.replace(kept, total=total, groups={}), key)
    return made


def made(env: Env, tmp_path: Path, *words: str) -> str:
    """What is told while a document is made; it is made."""
    return run_cli([*words, "--force", "--to", str(tmp_path / "document.md")], env).ok().err


def years(env: Env, tmp_path: Path) -> str:
    return made(env, tmp_path, "export", "years", "--round", "2041")


def close(env: Env, *more: str) -> None:
    run_cli(["round", "close", "2041", "--yes", *more], env).ok()


def without(
    env: Env, question: str, people: int | None = 1, *, group: str = "", chose: Value | None = None
) -> None:
    """As if so many people (None: all of them) had not said a mark or a choice."""
    with Dossier.open(env.data_dir, env) as dossier:
        persons, interviews = dossier.values(Respondent), dossier.values(Interview)
        chosen = []
        for key, one in sorted(dossier.values(Answer, "2041/").items()):
            place = AnswerKey.parse(key)
            code = place.participant
            if code == ALL:
                code = interviews[f"2041/{place.interview}"].participants[0]
            if (
                place.question == question
                and one.values
                and group in ("", persons[f"2041/{code}"].group)
                and (chose is None or chose in one.values.values())
            ):
                chosen.append((key, one))
        for key, one in chosen[:people]:
            dossier.save(msgspec.structs.replace(one, values={}), key)


def most_said(env: Env, question: str) -> Value:
    """What most people chose."""
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        found = [one for key, one in dossier.values(Answer, "2041/").items() if f"/{question}/" in key]
    said = [value for one in found for value in one.values.values()]
    return max(said, key=said.count)


def test_the_same_people_are_never_told(env: Env, tmp_path: Path) -> None:
    close(env)
    for words in (
        ["export", "years", "--round", "2041"],
        ["export", "review"],
        ["report", "--report-lang", "en"],
        ["report", "--for", "steering"],
        ["export", "years", "--round", "2041"],
        ["report"],
    ):
        assert "P10" not in made(env, tmp_path, *words), words


def test_two_years_beside_each_other_are_measured_against_the_report_of_a_year(
    env: Env, tmp_path: Path
) -> None:
    close(env)
    without(env, "E1")
    told = years(env, tmp_path)
    assert (
        "1 cijfer gaat over enkele mensen meer of minder dan in versie 1.0 van het rapport van 2041" in told
    )


def test_and_against_two_years_that_went_out_before_any_report(env: Env, tmp_path: Path) -> None:
    assert "P10" not in years(env, tmp_path)
    without(env, "E1")
    told = years(env, tmp_path)
    assert "1 cijfer gaat over enkele mensen meer of minder dan in het document" in told
    assert "“vergelijking van twee jaren” van 12-05-2041" in told


def test_the_export_log_keeps_how_many_and_no_mark(env: Env, tmp_path: Path) -> None:
    years(env, tmp_path)
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        (entry,) = [e for e in dossier.values(ExportEntry).values() if e.document == "years"]
    assert entry.people["2041:E1.value:=samen"] == 20
    assert [n for key, n in entry.people.items() if ":E1.value:" in key and not key.startswith("2041")] == [
        40
    ]
    assert min(entry.people.values()) >= 5


def test_the_report_is_measured_against_two_years_that_went_out_between_versions(
    env: Env, tmp_path: Path
) -> None:
    close(env)
    without(env, "E1", None, group="official")
    assert "P10" not in years(env, tmp_path)
    assert "P10" not in run_cli("check --round 2041", env).out
    without(env, "E1")
    told = run_cli("check --round 2041", env).out
    assert "“vergelijking van twee jaren” van 12-05-2041" in told


def test_a_report_of_which_no_version_was_kept_counts_too(env: Env, tmp_path: Path) -> None:
    close(env)
    without(env, "E3", None, chose=most_said(env, "E3"))
    assert "P10" not in made(env, tmp_path, "report")
    without(env, "E3")
    assert "“evaluatierapport” van 12-05-2041" in made(env, tmp_path, "report")


def test_a_translation_is_measured_against_the_dutch_versions(env: Env, tmp_path: Path) -> None:
    close(env)
    without(env, "E3")
    assert "dan in versie 1.0: wie" in made(env, tmp_path, "report", "--report-lang", "en")


def test_the_review_file_shows_the_same_figures(env: Env, tmp_path: Path) -> None:
    close(env)
    without(env, "E3")
    assert "dan in versie 1.0: wie" in made(env, tmp_path, "export", "review")


def test_what_changed_between_two_versions_shows_the_figures_of_both(env: Env, tmp_path: Path) -> None:
    close(env)
    without(env, "E3")
    close(env, "--reason", "Een gesprek trok zich terug.")
    assert "dan in versie 1.0: wie" in made(env, tmp_path, "versions", "compare", "1.0", "1.1")


def test_who_looked_at_it_is_not_told_again(env: Env, tmp_path: Path) -> None:
    close(env)
    without(env, "E1")
    with Dossier.open(env.data_dir, env) as dossier:
        names = Names(dossier.folder)
        names.unlock(find_key(env, dossier.folder, example=True) or "")
        (found,) = [one for one in prepare_years(dossier, "2041", names).findings if one.rule == "P10"]
        mark_seen(dossier, "2041", found)
    assert "P10" not in years(env, tmp_path)
