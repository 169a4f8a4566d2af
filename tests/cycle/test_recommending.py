"""Recommendations: numbers that follow until they are fixed, what is missing, links to earlier ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle import recommending
from boce_tui.cycle.analysing import findings
from boce_tui.cycle.following_up import earlier as following
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import last
from boce_tui.domain.recommendation import (
    EarlierLink,
    FollowUp,
    Recommendation,
    RecommendationGroup,
)
from boce_tui.domain.round import Round
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from tests.cycle.factory import ROUND, small_round
from tests.support import make_env


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    env = make_env(tmp_path)
    with small_round(env.data_dir, env) as made:
        yield made


def group(dossier: Dossier, title: str, theme: str = "general") -> str:
    return last(recommending.new_group(dossier, ROUND, title, theme).key)


def advice(dossier: Dossier, group_id: str, text: str = "Doe iets") -> str:
    key = recommending.new_recommendation(dossier, ROUND, group_id).key
    recommending.change_recommendation(dossier, key, text=text)
    return key


def value(dossier: Dossier, key: str) -> Recommendation:
    found = dossier.value(Recommendation, key)
    assert found is not None
    return found


def numbers(dossier: Dossier) -> dict[str, str]:
    return {n.key: n.number for n in recommending.recommendations(dossier, ROUND)}


def complete(dossier: Dossier, key: str) -> None:
    finding = findings.new_finding(dossier, ROUND, "experiences", "general").key
    recommending.toggle_finding(dossier, key, finding)
    recommending.change_recommendation(dossier, key, addressee="steering_group", deadline="2042-03")


def test_numbers_follow_when_something_moves(dossier: Dossier) -> None:
    one, two = group(dossier, "Rollen"), group(dossier, "Wonen", "housing")
    a, b, c = advice(dossier, one), advice(dossier, one), advice(dossier, two)
    assert numbers(dossier) == {a: "1a", b: "1b", c: "2"}
    recommending.move(dossier, b, -1)
    assert numbers(dossier) == {b: "1a", a: "1b", c: "2"}
    recommending.move(dossier, b, -1)
    assert numbers(dossier) == {b: "1a", a: "1b", c: "2"}
    recommending.move_to_group(dossier, a, two)
    assert numbers(dossier) == {b: "1", c: "2a", a: "2b"}
    assert value(dossier, a).theme == "housing"
    recommending.move_group(dossier, f"{ROUND}/{two}", -1)
    assert numbers(dossier) == {c: "1a", a: "1b", b: "2"}
    assert recommending.remove(dossier, c) is True
    assert numbers(dossier) == {a: "1", b: "2"}
    with pytest.raises(BadInput, match="groep"):
        recommending.move_to_group(dossier, a, "weg")


def frozen(dossier: Dossier) -> tuple[str, str, str, str]:
    one = group(dossier, "Rollen")
    keys = [advice(dossier, one) for _n in range(3)]
    with dossier.change() as c:
        found = c.value(RecommendationGroup, f"{ROUND}/{one}")
        assert found is not None
        c.save(msgspec.structs.replace(found, number=2), f"{ROUND}/{one}")
        for key, letter in zip(keys, "abc", strict=True):
            c.save(msgspec.structs.replace(value(dossier, key), letter=letter), key)
    return one, keys[0], keys[1], keys[2]


def test_from_version_1_numbers_stand_fixed(dossier: Dossier) -> None:
    one, a, b, c = frozen(dossier)
    other = group(dossier, "Nieuw")
    for change in (
        lambda: recommending.move(dossier, b, -1),
        lambda: recommending.move(dossier, a, 1),
        lambda: recommending.move_to_group(dossier, b, other),
        lambda: recommending.move_group(dossier, f"{ROUND}/{one}", 1),
        lambda: recommending.move_group(dossier, f"{ROUND}/{other}", -1),
    ):
        with pytest.raises(BadInput, match="vast"):
            change()
    assert recommending.remove(dossier, b) is False
    assert value(dossier, b).dropped
    assert numbers(dossier) == {a: "2a", b: "2b", c: "2c"}
    new = advice(dossier, one)
    assert numbers(dossier)[new] == "2d"
    assert numbers(dossier)[c] == "2c"


def test_dropped_is_not_in_the_table_per_theme_and_every_theme_is(dossier: Dossier) -> None:
    _one, a, b, _c = frozen(dossier)
    recommending.remove(dossier, b)
    table = dict(recommending.by_theme(dossier, ROUND))
    assert list(table) == ["general", "accessibility", "housing"]
    assert table["general"][0].key == a
    assert b not in [n.key for n in table["general"]]
    assert table["housing"] == []


def test_final_only_when_nothing_is_missing_and_no_longer_when_something_goes(dossier: Dossier) -> None:
    key = advice(dossier, group(dossier, "Rollen"), "")
    with pytest.raises(BadInput, match="niet volledig") as problem:
        recommending.change_recommendation(dossier, key, final=True)
    for words in ("de tekst", "voor wie", "uiterlijk wanneer", "een bevinding"):
        assert words in problem.value.message
    complete(dossier, key)
    recommending.change_recommendation(dossier, key, text="Doe dit.")
    recommending.change_recommendation(dossier, key, final=True)
    assert value(dossier, key).final
    recommending.change_recommendation(dossier, key, addressee="")
    assert not value(dossier, key).final
    recommending.change_recommendation(dossier, key, addressee="councils", final=True)
    assert value(dossier, key).final


@pytest.mark.parametrize(
    ("field", "empty"), [("text", " "), ("addressee", ""), ("deadline", ""), ("findings", ()), ("group", "")]
)
def test_each_thing_that_must_be_there(dossier: Dossier, field: str, empty: object) -> None:
    key = advice(dossier, group(dossier, "Rollen"))
    complete(dossier, key)
    known = set(dossier.values(Finding))
    full = value(dossier, key)
    assert recommending.missing(full, known) == []
    assert len(recommending.missing(msgspec.structs.replace(full, **{field: empty}), known)) == 1
    assert len(recommending.missing(full, set())) == 1


@pytest.mark.parametrize("bad", ["01-03-2042", "2042", "maart", "2042-3"])
def test_a_deadline_is_a_day_or_a_month(dossier: Dossier, bad: str) -> None:
    key = advice(dossier, group(dossier, "Rollen"))
    with pytest.raises(BadInput, match="geen datum"):
        recommending.change_recommendation(dossier, key, deadline=bad)
    recommending.change_recommendation(dossier, key, deadline="2042-03-01")
    assert value(dossier, key).deadline == "2042-03-01"


def test_groups_are_renamed_change_theme_and_go_when_empty(dossier: Dossier) -> None:
    one = group(dossier, "Rollen")
    key = advice(dossier, one)
    recommending.change_group(dossier, f"{ROUND}/{one}", title="  Rollen en taken ")
    recommending.change_group(dossier, f"{ROUND}/{one}", theme="housing")
    found = dossier.value(RecommendationGroup, f"{ROUND}/{one}")
    assert found is not None
    assert (found.title, found.theme) == ("Rollen en taken", "housing")
    assert value(dossier, key).theme == "housing"
    with pytest.raises(BadInput, match="titel"):
        recommending.change_group(dossier, f"{ROUND}/{one}", title=" ")
    with pytest.raises(BadInput, match="titel"):
        recommending.new_group(dossier, ROUND, " ")
    with pytest.raises(BadInput, match="in deze groep"):
        recommending.delete_group(dossier, f"{ROUND}/{one}")
    recommending.remove(dossier, key)
    recommending.delete_group(dossier, f"{ROUND}/{one}")
    assert recommending.groups(dossier, ROUND) == []


def test_together_with_others(dossier: Dossier) -> None:
    key = advice(dossier, group(dossier, "Rollen"))
    for body in ("councils", "theme_lead", "councils"):
        recommending.toggle_together(dossier, key, body)
    assert value(dossier, key).co_addressees == ("theme_lead",)


# --- earlier recommendations ------------------------------------------------------------------------------


def with_earlier(dossier: Dossier) -> tuple[str, str]:
    with dossier.change() as c:
        c.save(Round(year=2040, title="Evaluatie 2040"), "2040")
        now = c.value(Round, ROUND)
        assert now is not None
        c.save(msgspec.structs.replace(now, previous="2040"), ROUND)
        c.save(RecommendationGroup(title="Oud", order=1, number=10), "2040/g1")
        c.save(RecommendationGroup(title="Ouder", order=2, number=2), "2040/g2")
        c.save(Recommendation(text="Leg rollen vast", group="g1", letter=""), "2040/10")
        c.save(Recommendation(text="Maak een planning", group="g2", letter=""), "2040/2")
    return "2040/2", "2040/10"


def test_earlier_ones_come_in_number_order_with_what_became_of_them(dossier: Dossier) -> None:
    assert following.earlier(dossier, ROUND) == []
    two, ten = with_earlier(dossier)
    assert [e.number for e in following.earlier(dossier, ROUND)] == ["2040-2", "2040-10"]
    assert following.earlier(dossier, ROUND)[0].progress == "unknown"
    following.change_follow_up(dossier, ten, note="Staat in de bijlage.")
    first = dossier.value(FollowUp, ten)
    assert first is not None
    assert (first.progress, first.date) == ("unknown", "2041-05-12")
    following.change_follow_up(dossier, ten, progress="done", source="Jaarverslag")
    found = {e.key: e for e in following.earlier(dossier, ROUND)}
    assert found[ten].progress == "done"
    assert found[ten].follow_up == FollowUp(
        progress="done", note="Staat in de bijlage.", date="2041-05-12", source="Jaarverslag"
    )
    assert found[two].follow_up is None
    for key, progress in (("2040/9", "done"), (ten, "klaar")):
        with pytest.raises(BadInput):
            following.change_follow_up(dossier, key, progress=progress)


def test_a_recommendation_repeats_replaces_or_closes_an_earlier_one(dossier: Dossier) -> None:
    two, ten = with_earlier(dossier)
    key = advice(dossier, group(dossier, "Rollen"))
    recommending.link_earlier(dossier, key, "repeats", two)
    recommending.link_earlier(dossier, key, "closes", ten)
    recommending.link_earlier(dossier, key, "replaces", two)
    assert set(value(dossier, key).earlier) == {
        EarlierLink(kind="replaces", recommendation=two),
        EarlierLink(kind="closes", recommendation=ten),
    }
    recommending.link_earlier(dossier, key, "closes", ten)
    assert value(dossier, key).earlier == (EarlierLink(kind="replaces", recommendation=two),)
