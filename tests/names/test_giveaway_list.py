"""The list of what gives a person away: everybody in the names file, and functions that one person holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.agenda import Body, Organisation, Theme
from boce_tui.domain.giveaways import GiveawayList, check_text
from boce_tui.domain.round import Respondent
from boce_tui.errors import PrivacyStop
from boce_tui.names import Names, Person, giveaways, make_example_key

BODIES = {
    "mayor": Body(name="Burgemeesters", group="executive", single_holder=True, per_municipality=True),
    "alderman": Body(name="Wethouders", group="executive", per_municipality=True),
    "programme_director": Body(name="Programmaregisseur", group="official", single_holder=True),
    "councils": Body(name="Gemeenteraden", group="council", per_municipality=True),
}
PLACES = {
    "coevorden": Organisation(name="Coevorden", display="C"),
    "borger_odoorn": Organisation(name="Borger-Odoorn", display="BO"),
}
THEMES = {"housing": Theme(name="Wonen", aliases=("huisvesting",))}


@pytest.fixture
def names(tmp_path: Path) -> Names:
    names = Names(tmp_path)
    names.create(make_example_key(tmp_path))
    names.put({"R01": Person(name="Zoë Çelik")}, {"2041/EV1": Person(name="Ewoud Ëxter")})
    names.set_words(("villa Zonneschijn",))
    return names


def listed(names: Names, respondents: dict[str, Respondent] | None = None) -> GiveawayList:
    return giveaways(names, BODIES, PLACES, respondents or {}, THEMES)


def hits(
    names: Names, text: str, respondents: dict[str, Respondent] | None = None
) -> list[tuple[str, str, str]]:
    return [(text[h.start : h.end], h.code, h.severity) for h in check_text(text, listed(names, respondents))]


def test_everybody_and_every_extra_word_is_in_it(names: Names) -> None:
    text = "Celik en Exter bij Villa Zonneschijn"
    assert hits(names, text) == [
        ("Celik", "R01", "error"),
        ("Exter", "2041/EV1", "error"),
        ("Villa Zonneschijn", "", "error"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "burgemeester van Coevorden",
        "burgemeester van de gemeente Coevorden",
        "burgemeester Coevorden",
        "Coevorder burgemeester",
        "Coevordense burgemeester",
        "wethouder van BO",
        "Borger-Odoornse wethouder",
    ],
)
def test_a_function_of_one_place_is_one_person(names: Names, said: str) -> None:
    body = "mayor" if "burge" in said else "alderman"
    assert hits(names, f"volgens de {said} niet") == [(said, body, "error")]


def test_a_role_that_three_people_hold_there_is_a_warning(names: Names) -> None:
    three = {
        f"2041/R0{n}": Respondent(group="executive", role="alderman", municipalities=("coevorden",))
        for n in range(3)
    }
    assert hits(names, "de wethouder van Coevorden", three) == [
        ("wethouder van Coevorden", "alderman", "warning")
    ]


@pytest.mark.parametrize(
    "said", ["programmaregisseur", "wethouder Wonen", "trekker voor huisvesting", "mijn wethouder"]
)
def test_what_may_point_at_one_person_is_a_warning(names: Names, said: str) -> None:
    assert [(s, severity) for s, _body, severity in hits(names, f"volgens {said} niet")] == [
        (said, "warning")
    ]


def test_bodies_of_many_are_no_giveaway(names: Names) -> None:
    assert hits(names, "de gemeenteraden, de wethouders en de burgemeesters van de drie gemeenten") == []


def test_someone_called_like_a_municipality_only_warns(names: Names) -> None:
    names.put({"R02": Person(name="Bram Coevorden")})
    assert hits(names, "in Coevorden") == [("Coevorden", "R02", "warning")]
    assert hits(names, "Bram Coevorden") == [("Bram Coevorden", "R02", "error")]


def test_locked_names_give_no_list(names: Names) -> None:
    names.lock()
    with pytest.raises(PrivacyStop):
        listed(names)
