"""A review file of a college with its day, a second file of the same body, members who want other words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boce_tui.domain.recommendation import Recommendation
from boce_tui.env import Env
from tests.cli.test_report import change
from tests.cli.test_reviewing import decision, listed, read_in, revisions
from tests.example import example_env
from tests.exchange.review_file.sent import fill, mark_of, on_behalf, place_in
from tests.support import run_cli


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


@pytest.fixture
def sent(env: Env, tmp_path: Path) -> str:
    path = tmp_path / "review.md"
    run_cli(["export", "review", "--to", str(path)], env).ok()
    return path.read_text(encoding="utf-8")


def of_emmen(sent: str, day: str = "", choice: str = "adopt") -> str:
    text = on_behalf(fill(sent, mark_of(sent, "2b"), choice), "het college van Emmen")
    return re.sub(r"(Datum van het besluit \([^)]*\):) …+", rf"\1 {day}", text, count=1) if day else text


def test_a_college_decides_on_the_day_it_says(env: Env, sent: str, tmp_path: Path) -> None:
    said = read_in(env, tmp_path, of_emmen(sent, "23 september 2041"))
    assert "Datum van het besluit: 23-09-2041." in said.err
    found = decision(env, "2041/2b/emmen/decision")
    assert found is not None
    assert found.date == "2041-09-23"


def test_without_a_day_it_is_said_which_one_is_noted_and_it_can_be_given(
    env: Env, sent: str, tmp_path: Path
) -> None:
    said = read_in(env, tmp_path, of_emmen(sent))
    assert "Er staat niet bij op welke dag is besloten" in said.err
    found = decision(env, "2041/2b/emmen/decision")
    assert found is not None
    assert found.date == "2041-07-02"
    # The same words again with their day: the day is put right, and nothing else.
    assert read_in(env, tmp_path, of_emmen(sent, "23-9-2041")).code == 0
    found = decision(env, "2041/2b/emmen/decision")
    assert found is not None
    assert (found.choice, found.date) == ("adopt", "2041-09-23")
    once = revisions(env)
    assert read_in(env, tmp_path, of_emmen(sent, "23-9-2041")).code == 0
    assert revisions(env) == once


def test_the_day_of_an_advice_too(env: Env, sent: str, tmp_path: Path) -> None:
    text = on_behalf(fill(sent, mark_of(sent, "2b"), "adopt"), "de stuurgroep")
    assert "Er staat niet bij op welke dag is besloten" in read_in(env, tmp_path, text, "--dry-run").err
    read_in(env, tmp_path, text, "--date", "28-8-2041")
    found = decision(env, "2041/2b/steering_group/advice")
    assert found is not None
    assert found.date == "2041-08-28"
    member = on_behalf(fill(sent, mark_of(sent, "2b"), "adopt"), "een lid", "A")
    assert "welke dag" not in read_in(env, tmp_path, member).err


def test_what_waits_is_noted_on_that_day_too(env: Env, sent: str, tmp_path: Path) -> None:
    text = of_emmen(fill(sent, mark_of(sent, "2b"), "hold"))
    assert "welke dag" in read_in(env, tmp_path, text, "--dry-run").err
    assert read_in(env, tmp_path, text, "--date", "23-9-2041").code == 1
    (doubt,) = listed(env, "doubts")
    run_cli(["review", "answer", doubt["key"], "hold"], env).ok()
    found = decision(env, "2041/2b/emmen/decision")
    assert found is not None
    assert (found.choice, found.date) == ("hold", "2041-09-23")


def test_a_day_on_the_command_line(env: Env, sent: str, tmp_path: Path) -> None:
    assert read_in(env, tmp_path, of_emmen(sent), "--date", "morgen").code == 3
    assert decision(env, "2041/2b/emmen/decision") is None
    read_in(env, tmp_path, of_emmen(sent), "--date", "23-9-2041")
    found = decision(env, "2041/2b/emmen/decision")
    assert found is not None
    assert found.date == "2041-09-23"


def test_what_is_no_longer_ticked_stays_and_is_said(env: Env, sent: str, tmp_path: Path) -> None:
    read_in(env, tmp_path, of_emmen(sent, "23-9-2041"))
    other = on_behalf(fill(sent, mark_of(sent, "1a"), "adopt"), "het college van Emmen")
    said = read_in(env, tmp_path, other)
    assert "niets aangevinkt, eerder vastgelegd en onveranderd: Aanbeveling 2b" in said.out
    assert decision(env, "2041/2b/emmen/decision") is not None
    assert decision(env, "2041/1a/emmen/decision") is not None


@pytest.mark.parametrize("letter", ["J", "K"])
def test_two_files_under_one_letter_may_be_of_two_members(
    env: Env, sent: str, tmp_path: Path, letter: str
) -> None:
    first = on_behalf(fill(sent, mark_of(sent, "2b"), "adopt"), "een lid", "J")
    second = on_behalf(fill(sent, mark_of(sent, "1a"), "hold", remark="Wacht."), "een lid", "J")
    assert read_in(env, tmp_path, first).code == 0
    asked = read_in(env, tmp_path, second)
    assert asked.code == 1
    assert "Het is niet zeker namens wie dit is ingevuld. · lid J" in asked.out
    assert decision(env, "2041/1a/member-j/vote") is None
    (doubt,) = listed(env, "doubts")
    run_cli(["review", "answer", doubt["key"], "member", "--text", letter], env).ok()
    assert decision(env, f"2041/1a/member-{letter.lower()}/vote") is not None
    assert [one["who"] for one in listed(env, "remarks")] == [f"lid {letter}"]
    once = revisions(env)
    for again in (second, first, second.replace("\n", "\r\n")):
        assert read_in(env, tmp_path, again).code == 0
    assert revisions(env) == once


def test_who_is_said_later_and_the_day_that_is_noted_is_told(env: Env, sent: str, tmp_path: Path) -> None:
    read_in(env, tmp_path, fill(sent, mark_of(sent, "2b"), "adopt"))
    (doubt,) = listed(env, "doubts")
    told = run_cli(["review", "answer", doubt["key"], "emmen"], env).ok()
    assert "Er staat niet bij op welke dag is besloten; nu is 02-07-2041 vastgelegd" in told.err
    found = decision(env, "2041/2b/emmen/decision")
    assert found is not None
    assert found.date == "2041-07-02"


def test_the_same_member_who_says_more_is_not_asked_who_it_is(env: Env, sent: str, tmp_path: Path) -> None:
    first = fill(sent, mark_of(sent, "2b"), "adopt")
    more = fill(first, mark_of(sent, "1a"), "hold")
    read_in(env, tmp_path, on_behalf(first, "een lid", "J"))
    said = read_in(env, tmp_path, on_behalf(more, "een lid", "J"))
    assert said.code == 0
    assert "Van lid J is op 02-07-2041 al een ander bestand ingelezen" in said.err
    assert decision(env, "2041/1a/member-j/vote") is not None


def test_members_who_want_other_words_are_not_put_together(env: Env, sent: str, tmp_path: Path) -> None:
    for letter, words in (("A", "Schrijf twee bladzijden."), ("B", "Schrijf geen bladzijde.")):
        text = fill(sent, mark_of(sent, "2b"), "adopt_changed", motivation="Beter.")
        begin, end = place_in(text, mark_of(sent, "2b"))
        block = re.sub(r"(Gewijzigde tekst \([^)]*\):) …+", rf"\1 {words}", text[begin:end])
        read_in(env, tmp_path, on_behalf(text[:begin] + block + text[end:], "een lid", letter))
    stopped = run_cli(["decide", "2b", "steering_group", "votes"], env)
    assert stopped.code == 3
    assert "verschillende gewijzigde tekst" in stopped.err
    assert decision(env, "2041/2b/steering_group/advice") is None


def test_two_members_in_one_file_change_nothing(env: Env, sent: str, tmp_path: Path) -> None:
    parts = [
        on_behalf(fill(sent, mark_of(sent, "2b"), c), "een lid", a)
        for a, c in (("A", "adopt"), ("B", "hold"))
    ]
    before = revisions(env)
    for options in ((), ("--as", "member-a")):
        stopped = read_in(env, tmp_path, "\n\n".join(parts), *options)
        assert stopped.code == 3
        assert "twee ingevulde bestanden" in stopped.err
    assert revisions(env) == before


def test_a_recommendation_that_lapsed_since_gets_no_vote(env: Env, sent: str, tmp_path: Path) -> None:
    change(env, Recommendation, "2041/2b", dropped=True)
    done = read_in(env, tmp_path, of_emmen(sent, "23-9-2041"))
    assert done.code == 1
    assert "is vervallen nadat dit bestand is verstuurd" in done.out
    assert decision(env, "2041/2b/emmen/decision") is None
    (doubt,) = listed(env, "doubts")
    assert [one["id"] for one in doubt["answers"]] == ["remark", "leave"]


def test_the_decision_list_names_what_lapsed(env: Env, tmp_path: Path) -> None:
    run_cli(["decide", "2b", "emmen", "adopt"], env).ok()
    change(env, Recommendation, "2041/2b", dropped=True)
    run_cli(["export", "decisions", "--to", str(tmp_path / "d.md")], env).ok()
    text = (tmp_path / "d.md").read_text(encoding="utf-8")
    assert "Vervallen: 2b." in text
    assert "| 2b |" not in text


def test_a_late_file_says_of_which_round_it_is(env: Env, sent: str, tmp_path: Path) -> None:
    run_cli(["round", "next", "2041"], env).ok()
    text = of_emmen(sent, "23-9-2041")
    late = read_in(env, tmp_path, text)
    assert late.code == 3
    assert "Dit is een reviewbestand van ronde 2041." in late.err
    assert "boce import --round 2041" in late.err
    assert read_in(env, tmp_path, text, "--round", "2041").code == 0
    assert decision(env, "2041/2b/emmen/decision") is not None


@pytest.mark.parametrize(("chosen", "choice"), [("as_sent", "adopt"), ("as_change", "adopt_changed")])
def test_a_tick_below_changed_words_waits_until_somebody_says_which_words(
    env: Env, sent: str, tmp_path: Path, chosen: str, choice: str
) -> None:
    text = on_behalf(fill(sent, mark_of(sent, "2b"), "adopt"), "een lid", "A")
    text = text.replace("Schrijf op één bladzijde", "Schrijf nooit op één bladzijde", 1)
    assert read_in(env, tmp_path, text).code == 1
    assert decision(env, "2041/2b/member-a/vote") is None
    (doubt,) = listed(env, "doubts")
    assert [one["id"] for one in doubt["answers"]] == ["as_change", "as_sent", "remark", "leave"]
    run_cli(["review", "answer", doubt["key"], chosen, "--text", "Beter zo."], env).ok()
    found = decision(env, "2041/2b/member-a/vote")
    assert found is not None
    assert found.choice == choice
    assert found.text.startswith("Schrijf nooit") is (choice == "adopt_changed")
