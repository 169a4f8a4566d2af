"""Progress rounds: cells, the plan, themes that come in between, reasons over the rounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.cycle.filling.setting import fill_in
from boce_tui.cycle.planning import add_theme, change_exit
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.progressing.documents import prepare_progress_letter, prepare_progress_overview
from boce_tui.cycle.progressing.facts import reason_counts, still_open
from boce_tui.cycle.progressing.rounds import (
    add_progress_round,
    cell_book,
    cells,
    progress_rounds,
    remove_progress_round,
    round_book,
)
from boce_tui.domain.agenda import Body
from boce_tui.domain.progressing import ProgressEntry
from boce_tui.domain.round import Round
from boce_tui.domain.vocabulary import FORMS
from boce_tui.locale import in_language
from boce_tui.names import Names
from boce_tui.reports.gates.progress import hours_in
from boce_tui.store import Dossier
from tests.cycle.factory import ROUND, small_round
from tests.support import make_env


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with small_round(tmp_path / "data", make_env(tmp_path)) as made:
        made.save(Body(name="opdrachtgeversoverleg"), "commissioners_board")
        for name in ("Toerisme", "Leefbaarheid"):
            add_theme(made, name=name, start="2020-01-01")
        yield made


def put(dossier: Dossier, key: str, *said: str) -> None:
    fill_in(dossier, cell_book(dossier, key), list(said))


def fill_all(dossier: Dossier, key: str) -> None:
    for cell in list(cells(dossier, key)):
        put(dossier, cell.key, "P0=activities", "P4=on_schedule")


def rules(dossier: Dossier, key: str, *, letter: bool = True) -> list[tuple[str, str]]:
    prepare = prepare_progress_letter if letter else prepare_progress_overview
    with in_language("nl"):
        made = prepare(dossier, key, Names(dossier.folder))
    return [(one.rule, one.message) for one in made.findings if one.rule[0] == "T"]


def test_four_themes_give_twelve_cells_and_none_may_stay_blank(dossier: Dossier) -> None:
    key = add_progress_round(dossier, ROUND, "10-06-2041").key
    found = list(cells(dossier, key))
    assert len(found) == 12
    assert {cell.form for cell in found} == set(FORMS)
    assert len(still_open(dossier, key)) == 12
    for cell in found[:-1]:
        put(dossier, cell.key, "P0=activities", "P4=completed")
    assert [one.cell for one in still_open(dossier, key)] == [found[-1].key]
    for letter in (True, False):
        ((rule, message),) = rules(dossier, key, letter=letter)
        assert rule == "T1"
        assert "Leefbaarheid" in message or "Wonen" in message or "Toerisme" in message
        assert "samen leren" in message
    put(dossier, found[-1].key, "P0=none")  # "no activities" is an answer
    assert still_open(dossier, key) == []
    assert rules(dossier, key) == []


def test_a_status_from_before_does_not_fill_a_cell_without_activities_twice(dossier: Dossier) -> None:
    key = add_progress_round(dossier, ROUND, "10-06-2041").key
    fill_all(dossier, key)
    cell = next(cells(dossier, key))
    put(dossier, cell.key, "P4=delayed", "P5=capacity", "P8.spent=12")
    put(dossier, cell.key, "P0=none")
    assert reason_counts(dossier, key) == []
    made = prepare_progress_overview(dossier, key, Names(dossier.folder)).markdown.decode()
    assert "Geen activiteiten." in made
    assert "| 12 |" not in made


def test_late_without_a_reason_stops_the_documents(dossier: Dossier) -> None:
    key = add_progress_round(dossier, ROUND, "10-06-2041").key
    fill_all(dossier, key)
    cell = next(cells(dossier, key))
    for status in ("delayed", "stopped"):
        put(dossier, cell.key, f"P4={status}")
        assert [rule for rule, _message in rules(dossier, key)] == ["T2"]
    put(dossier, cell.key, "P5=money")
    assert rules(dossier, key) == []


def test_reasons_are_counted_over_all_rounds_up_to_this_one(dossier: Dossier) -> None:
    first = add_progress_round(dossier, ROUND, "10-12-2040").key
    second = add_progress_round(dossier, ROUND, "10-06-2041").key
    for key in (first, second):
        place = next(cells(dossier, key)).key
        put(dossier, place, "P0=activities", "P4=delayed", "P5=capacity,money")
    put(dossier, f"{second}/housing/joint_learning", "P0=activities", "P4=stopped", "P5=capacity")
    put(dossier, f"{second}/housing/joint_action", "P0=activities", "P4=on_schedule")
    assert reason_counts(dossier, second) == [("capacity", 2, 3), ("money", 1, 2)]
    assert reason_counts(dossier, first) == [("capacity", 1, 1), ("money", 1, 1)]


def test_the_plan_comes_along_and_nothing_else(dossier: Dossier) -> None:
    first = add_progress_round(dossier, ROUND, "10-12-2040").key
    put(dossier, f"{first}/housing/joint_action", "P1=Een onderzoek.", "P0=activities", "P4=on_schedule")
    second = add_progress_round(dossier, ROUND, "10-06-2041").key
    assert progress_rounds(dossier)[second].previous == first
    entry = dossier.value(ProgressEntry, f"{second}/housing/joint_action")
    assert entry is not None
    assert list(entry.answers) == ["P1"]
    assert entry.text("P1") == "Een onderzoek."
    assert len(still_open(dossier, second)) == 12


def test_a_theme_added_during_the_year_joins_the_next_progress_round_only(dossier: Dossier) -> None:
    first = add_progress_round(dossier, ROUND, "10-06-2041").key
    focus = dossier.value(Round, ROUND)
    add_theme(dossier, key="energy", name="Energie", start="2041-09-01")
    assert "energy" not in progress_rounds(dossier)[first].themes
    assert len(list(cells(dossier, first))) == 12
    assert dossier.value(Round, ROUND) == focus
    before = add_progress_round(dossier, ROUND, "31-08-2041").key
    second = add_progress_round(dossier, ROUND, "01-12-2041").key
    assert "energy" not in progress_rounds(dossier)[before].themes
    assert "energy" in progress_rounds(dossier)[second].themes
    change_exit(dossier, "energy", body="steering_group", date="2042-01-15", document="besluit")
    third = add_progress_round(dossier, ROUND, "01-06-2042").key
    assert "energy" not in progress_rounds(dossier)[third].themes
    assert "energy" in progress_rounds(dossier)[second].themes  # what was told then stays told


def test_the_day_is_checked_and_a_round_can_be_taken_away(dossier: Dossier) -> None:
    for wrong in ("", "morgen", "31-02-2041"):
        with pytest.raises(FieldProblem):
            add_progress_round(dossier, ROUND, wrong)
    key = add_progress_round(dossier, ROUND, "10-06-2041").key
    with pytest.raises(FieldProblem):
        add_progress_round(dossier, ROUND, "2041-06-10")
    with pytest.raises(FieldProblem):
        cell_book(dossier, f"{key}/nowhere/joint_action")
    put(dossier, next(cells(dossier, key)).key, "P0=none")
    remove_progress_round(dossier, key)
    assert progress_rounds(dossier) == {}
    assert dossier.all(ProgressEntry) == []


def test_hours_are_in_the_overview_and_never_in_the_letter(dossier: Dossier) -> None:
    key = add_progress_round(dossier, ROUND, "10-06-2041").key
    fill_all(dossier, key)
    cell = next(cells(dossier, key))
    put(dossier, cell.key, "P8.planned=1234", "P8.spent=1567,5", "P6.decision=yes", "P6.text=Meer tijd.")
    letter = prepare_progress_letter(dossier, key, Names(dossier.folder)).markdown.decode()
    overview = prepare_progress_overview(dossier, key, Names(dossier.folder)).markdown.decode()
    assert "1.567,5 !" in overview
    assert "Meer tijd." in overview
    for words in ("1.234", "1.567", "uren", "Meer tijd."):
        assert words not in letter


@pytest.mark.parametrize("place", ["P3", "P7.text", "P9", "P1"])
def test_hours_that_somebody_wrote_stop_the_letter_and_are_named(dossier: Dossier, place: str) -> None:
    key = add_progress_round(dossier, ROUND, "10-06-2041").key
    fill_all(dossier, key)
    put(dossier, next(cells(dossier, key)).key, f"{place}=Het kostte 1.200 uur werk.")
    ((rule, message),) = rules(dossier, key)
    assert rule == "T3"
    assert "1.200 uur" in message
    assert rules(dossier, key, letter=False) == []


def test_hours_in_the_opening_stop_the_letter_too(dossier: Dossier) -> None:
    key = add_progress_round(dossier, ROUND, "10-06-2041").key
    fill_all(dossier, key)
    fill_in(dossier, round_book(dossier, key), ["L1=Wij besteedden veertig uren.", "G1=In 12,5 uren."])
    assert [rule for rule, _message in rules(dossier, key)] == ["T3", "T3"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("het kostte 40 uur", ["40 uur"]),
        ("12,5 uren per week", ["12,5 uren"]),
        ("1.200 uur", ["1.200 uur"]),
        ("twintig manuren", ["twintig manuren"]),
        ("honderdtwintig uur", ["honderdtwintig uur"]),
        ("40 extra uren", ["40 extra uren"]),
        ("of 20 hours", ["20 hours"]),
        ("het begint om 20 uur", []),
        ("van 9 tot 12 uur", []),
        ("om 19.30 uur in het gemeentehuis", []),
        ("om 40 uur te halen", ["40 uur"]),
        ("de uren zijn op", []),
        ("binnen 3 weken", []),
        ("uurwerk 5 uurwerken", []),
    ],
)
def test_hours_are_told_from_times_of_the_day(text: str, found: list[str]) -> None:
    assert list(hours_in(text)) == found
