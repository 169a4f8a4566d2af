"""The dashboard is worked out once for the same dossier, day and language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boce_tui import locale
from boce_tui.cycle.dashboard import dashboard, dashboard_at_once, reckoning
from boce_tui.domain.round import Interview
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.support import make_env

DAY, NEXT_DAY = date(2041, 5, 1), date(2041, 6, 1)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with small_round(tmp_path / "dossier", make_env(tmp_path)) as made:
        yield made


@pytest.fixture
def reckoned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows each time that the dashboard is worked out."""
    times: list[str] = []
    really = reckoning.reckon

    def counted(dossier: Dossier, round_id: str, today: date) -> object:
        times.append(round_id)
        return really(dossier, round_id, today)

    monkeypatch.setattr(reckoning, "reckon", counted)
    return times


def held(dossier: Dossier) -> None:
    key = f"{ROUND}/{ALONE}"
    dossier.save(Interview(participants=("R07",), state="held"), key)


def test_same_dossier_same_day_is_worked_out_once(dossier: Dossier, reckoned: list[str]) -> None:
    first = dashboard(dossier, ROUND, DAY)
    assert dashboard(dossier, ROUND, DAY) == first
    assert reckoned == [ROUND]


def test_next_session_remembers(tmp_path: Path, reckoned: list[str]) -> None:
    env = make_env(tmp_path)
    with small_round(tmp_path / "dossier", env) as dossier:
        first = dashboard(dossier, ROUND, DAY)
    with Dossier.open(tmp_path / "dossier", env) as dossier:
        assert dashboard_at_once(dossier, ROUND, DAY) == (first, True)
    assert reckoned == [ROUND]


def test_a_change_or_another_day_is_seen(dossier: Dossier, reckoned: list[str]) -> None:
    first = dashboard(dossier, ROUND, DAY)
    held(dossier)
    after = dashboard(dossier, ROUND, DAY)
    assert after != first
    assert dashboard(dossier, ROUND, NEXT_DAY).tasks != after.tasks
    assert reckoned == [ROUND] * 3


def test_at_once_gives_what_was_and_says_that_it_is_no_longer_so(
    dossier: Dossier, reckoned: list[str]
) -> None:
    first = dashboard(dossier, ROUND, DAY)
    held(dossier)
    assert dashboard_at_once(dossier, ROUND, DAY) == (first, False)
    assert reckoned == [ROUND]


def test_at_once_works_out_what_was_never_worked_out(dossier: Dossier) -> None:
    found, as_it_is_now = dashboard_at_once(dossier, ROUND, DAY)
    assert as_it_is_now
    assert found == dashboard(dossier, ROUND, DAY)


def test_other_words_are_not_what_is_remembered(dossier: Dossier, reckoned: list[str]) -> None:
    dutch = dashboard(dossier, ROUND, DAY)
    with locale.in_language("en"):
        assert dashboard_at_once(dossier, ROUND, DAY)[0].steps[0].title != dutch.steps[0].title
    assert len(reckoned) == 2


@pytest.mark.parametrize("text", ["", "{}", "geen json", '{"stamp": "1", "dashboard": {}}'])
def test_what_cannot_be_read_is_worked_out_again(dossier: Dossier, text: str, reckoned: list[str]) -> None:
    first = dashboard(dossier, ROUND, DAY)
    dossier.note(f"dashboard:{ROUND}", text)
    assert dashboard(dossier, ROUND, DAY) == first
    assert len(reckoned) == 2


def test_reading_only_remembers_nothing(tmp_path: Path, reckoned: list[str]) -> None:
    env = make_env(tmp_path)
    small_round(tmp_path / "dossier", env).close()
    with Dossier.open(tmp_path / "dossier", env, write=False) as dossier:
        assert dashboard(dossier, ROUND, DAY) == dashboard(dossier, ROUND, DAY)
        assert dossier.noted(f"dashboard:{ROUND}") == ""
    assert len(reckoned) == 2
