"""What goes out before the interviews: invitation, blank questions, calendar (R32)."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.cycle.planning import set_state, update_interview
from boce_tui.domain.agenda import Agenda
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup
from boce_tui.domain.round import Interview, Round
from boce_tui.env import Env
from boce_tui.names import Key, Names
from boce_tui.names.keys import load_age
from boce_tui.names.model import Person
from boce_tui.store import Dossier
from tests.cycle.factory import ALDERMAN, ALONE, EMPTY, JOINT, ROUND, small_round
from tests.support import make_env, run_cli

NOW = datetime(2041, 4, 1, 10, 0, tzinfo=UTC)


@pytest.fixture
def env(tmp_path: Path) -> Env:
    env = make_env(tmp_path, now=NOW)
    small_round(env.data_dir, env).close()
    return env


def changed(dossier: Dossier, key: str, **values: Any) -> None:
    interview = dossier.value(Interview, f"{ROUND}/{key}")
    assert interview is not None
    dossier.save(msgspec.structs.replace(interview, **values), f"{ROUND}/{key}")


def export(env: Env, tmp_path: Path, *words: str, code: int = 0) -> str:
    target = tmp_path / "uit.md"
    result = run_cli(["export", *words, "--to", str(target), "--force"], env)
    assert result.code == code, result.err
    return target.read_text(encoding="utf-8") if target.exists() and not code else result.err


def test_only_the_questions_of_this_person(env: Env, tmp_path: Path) -> None:
    alderman = export(env, tmp_path, "questions", "R12")
    assert "**E8 " in alderman
    assert "**A1 " in alderman
    assert "Ambities: Bereikbaarheid" in alderman
    for never in ("A5", "B6", "E6b", "O1"):
        assert f"**{never} " not in alderman, never
    director = export(env, tmp_path, "questions", "r09")
    assert "**E6b " in director
    assert "Ambities: Bereikbaarheid" not in director
    assert "- Hoe is de sfeer?" in alderman
    assert "- Hoe is de sfeer?" not in export(env, tmp_path, "questions", "R12", "--without-probes")


def test_the_questions_of_a_table_are_for_everybody_there_and_follow_the_short_route(
    env: Env, tmp_path: Path
) -> None:
    assert "**A5 " in export(env, tmp_path, "questions", JOINT)
    with Dossier.open(env.data_dir, env) as dossier:
        changed(dossier, JOINT, short_route=True)
    assert "**A5 " not in export(env, tmp_path, "questions", JOINT)


def test_questions_in_english_and_blank(env: Env, tmp_path: Path) -> None:
    text = export(env, tmp_path, "questions", "R07", "--lang", "en")
    assert text.startswith("# Questions for the evaluation interview\n")
    assert "How far did that ambition get?" in text
    assert "Accessibility" in text
    assert "R07" not in text


def test_the_invitation_says_when_where_and_about_what(env: Env, tmp_path: Path) -> None:
    text = export(env, tmp_path, "invitation", ALDERMAN)
    assert text.startswith("# Uitnodiging voor een evaluatiegesprek\n")
    assert "| Wanneer | 12 mei 2041 |" in text
    assert "- Wonen\n- Bereikbaarheid\n" in text
    assert "R12" not in text
    assert "U heeft 10 werkdagen om op het verslag te reageren." in text
    assert "about 60 minutes" in export(env, tmp_path, "invitation", "R12", "--lang", "en")
    assert "niet alleen aan tafel" in export(env, tmp_path, "invitation", JOINT)


def test_text_of_people_is_inert_in_them(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Agenda(name="# Agenda <b>*x*</b>\u202e"), "agenda")
        update_interview(dossier, ROUND, ALDERMAN, place="[kamer](http://x) | 2")
    with_names(env, {"R12": Person(name="Wilma van Boven")})
    text = export(env, tmp_path, "invitation", ALDERMAN)
    assert "\n# Agenda" not in text
    assert "\u202e" not in text
    assert "[kamer](http" not in text


def with_names(env: Env, people: dict[str, Person]) -> None:
    secret = str(load_age().x25519.Identity.generate())  # quicker than a passphrase
    names = Names(env.data_dir)
    names.create(Key(secret))
    names.put(people)
    key = env.data_dir.parent / "sleutel"
    key.write_text(secret, encoding="utf-8")
    env.environ["BOCE_KEY_FILE"] = str(key)  # type: ignore[index]


def test_a_name_in_the_place_stops_the_invitation(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        update_interview(dossier, ROUND, ALDERMAN, place="bij Reinier Vlasblom thuis")
    with_names(env, {"R07": Person(name="Reinier Vlasblom", surname="Vlasblom")})
    said = export(env, tmp_path, "invitation", ALDERMAN, code=5)
    assert "P1" in said
    assert "zonder naam" in said
    del env.environ["BOCE_KEY_FILE"]  # type: ignore[attr-defined]
    assert "P0" in export(env, tmp_path, "invitation", ALDERMAN, code=5)
    assert not (tmp_path / "uit.md").exists()


def test_a_name_in_a_title_or_a_register_stops_both(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Agenda(name="Agenda van REINIER vlasblom"), "agenda")
    with_names(env, {"R07": Person(name="Reinier Vlasblom", surname="Vlasblom")})
    for kind in ("invitation", "questions"):
        said = export(env, tmp_path, kind, ALDERMAN, code=5)
        assert "P1" in said
        assert "vlasblom" in said
        assert "de agenda agenda" not in said
    assert export(env, tmp_path, "questions", "R07").startswith("# ")  # their own name is no secret to them


def test_earlier_recommendations_never_go_out_unchecked(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Round(year=2040, title="Evaluatie 2040"), "2040")
        dossier.save(RecommendationGroup(title="Rollen", number=1), "2040/g1")
        dossier.save(
            Recommendation(text="Laat Reinier Vlasblom het doen.", group="g1", letter="a"), "2040/r1"
        )
        this = dossier.value(Round, ROUND)
        assert this is not None
        dossier.save(msgspec.structs.replace(this, previous="2040"), ROUND)
    assert "P0" in export(env, tmp_path, "questions", "R12", code=5)
    with_names(env, {"R07": Person(name="Reinier Vlasblom", surname="Vlasblom")})
    assert "Vlasblom" in export(env, tmp_path, "questions", "R12", code=5)
    assert not (tmp_path / "uit.md").exists()


@pytest.mark.parametrize(("kind", "lang"), [("invitation", "nl"), ("questions", "en")])
def test_they_look_the_same_as_last_time(env: Env, tmp_path: Path, kind: str, lang: str) -> None:
    golden = Path(__file__).parent / "golden" / f"{kind}-{lang}.md"
    text = export(env, tmp_path, kind, "R12", "--lang", lang)
    if os.environ.get("WRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_an_invitation_is_for_one_table(env: Env, tmp_path: Path) -> None:
    assert "G01, G02" in export(env, tmp_path, "invitation", "R07", code=3)
    assert export(env, tmp_path, "questions", "R07")


def test_nobody_at_the_table_and_unknown_codes_are_explained(env: Env, tmp_path: Path) -> None:
    assert "nog geen deelnemers" in export(env, tmp_path, "questions", EMPTY, code=3)
    assert "Er is geen gesprek voor R77" in export(env, tmp_path, "invitation", "R77", code=3)


def test_the_calendar_is_one_that_outlook_opens_and_always_the_same(env: Env, tmp_path: Path) -> None:
    from icalendar import Calendar

    with Dossier.open(env.data_dir, env) as dossier:
        changed(dossier, ALONE, start="14:30", minutes=75, place="Kamer 1; naast de hal, " + "gang " * 30)
        set_state(dossier, ROUND, JOINT, "held")
    raw = export_calendar(env, tmp_path)
    assert raw == export_calendar(make_env(tmp_path, now=datetime(2041, 4, 9, tzinfo=UTC)), tmp_path)
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    events: dict[str, Any] = {str(e["summary"]): e for e in Calendar.from_ical(raw).walk("VEVENT")}
    assert set(events) == {
        "Evaluatiegesprek G01 (R07)", "Evaluatiegesprek G03 (R09)", "Evaluatiegesprek G04 (R12)"
    }  # fmt: skip
    event = events["Evaluatiegesprek G01 (R07)"]
    assert event["dtstart"].to_ical() == b"20410512T123000Z"  # summer time in the Netherlands
    assert event["dtend"].to_ical() == b"20410512T134500Z"
    assert event["dtstamp"].to_ical().startswith(b"20410401T10"), (
        "the moment of the change, not of the export"
    )
    assert str(event["location"]).startswith("Kamer 1; naast de hal, gang")
    assert events["Evaluatiegesprek G04 (R12)"]["dtstart"].to_ical() == b"20410512"
    uid = str(event["uid"])
    with Dossier.open(env.data_dir, env) as dossier:
        changed(dossier, ALONE, start="15:00")
    moved: dict[str, Any] = {
        str(e["uid"]): e for e in Calendar.from_ical(export_calendar(env, tmp_path)).walk("VEVENT")
    }
    assert moved[uid]["dtstart"].to_ical() == b"20410512T130000Z"
    assert moved[uid]["sequence"] > event["sequence"]


def export_calendar(env: Env, tmp_path: Path, *words: str, code: int = 0) -> bytes:
    target = tmp_path / "agenda.ics"
    result = run_cli(["export", "calendar", "--to", str(target), "--force", *words], env)
    assert result.code == code, result.err
    return target.read_bytes() if not code else result.err.encode()


def test_names_only_in_the_calendar_when_asked_and_unlocked(env: Env, tmp_path: Path) -> None:
    with_names(env, {"R07": Person(name="Reinier Vlasblom")})
    assert b"Vlasblom" not in export_calendar(env, tmp_path)
    assert b"Reinier Vlasblom" in export_calendar(env, tmp_path, "--names")
    del env.environ["BOCE_KEY_FILE"]  # type: ignore[attr-defined]
    assert b"zit op slot" in export_calendar(env, tmp_path, "--names", code=5)


def test_nothing_planned_is_explained(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        for key in dossier.values(Interview, f"{ROUND}/"):
            if dossier.value(Interview, key) and key.rpartition("/")[2] != EMPTY:
                set_state(dossier, ROUND, key.rpartition("/")[2], "cancelled")
    assert "geen gesprek en geen vergadering" in export_calendar(env, tmp_path, code=3).decode()
    for only, words in (
        ("interviews", "nog geen gesprek op een dag gepland"),
        ("meetings", "geen vergadering"),
    ):
        assert words in export_calendar(env, tmp_path, "--only", only, code=3).decode()
