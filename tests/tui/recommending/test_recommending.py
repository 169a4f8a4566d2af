"""Recommendations, by key: groups and numbers, everything that must be filled in, the earlier ones."""

from __future__ import annotations

from pathlib import Path

import msgspec

from boce_tui.cycle import recommending
from boce_tui.cycle.titles import Titles
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import last
from boce_tui.domain.recommendation import FollowUp, Recommendation, RecommendationGroup
from boce_tui.tui.analysing.finding import FindingScreen
from boce_tui.tui.following_up.progress import FollowUpScreen
from boce_tui.tui.recommending.overview import RecommendationsScreen
from boce_tui.tui.recommending.recommendation import RecommendationScreen
from tests.tui.helpers import check_golden, shown
from tests.tui.working_out import HOSTILE, ROUND, Desk, Round1, desk


def shows(at: Desk, kind: type) -> bool:
    return isinstance(at.app.screen, kind)


def numbers(at: Desk) -> dict[str, str]:
    return {n.value.text: n.number for n in recommending.recommendations(at.round.dossier, ROUND)}


def three(made: Round1) -> None:
    """Two groups with three recommendations; the second group is about a theme."""
    made.finding()
    made.advice("Plan vaste overleggen.")
    group = recommending.groups(made.dossier, ROUND)[0].key
    second = recommending.new_recommendation(made.dossier, ROUND, last(group)).key
    recommending.change_recommendation(made.dossier, second, text="Houd het kort.")
    theme = last(recommending.new_group(made.dossier, ROUND, "Wonen", "housing").key)
    third = recommending.new_recommendation(made.dossier, ROUND, theme, "housing").key
    recommending.change_recommendation(made.dossier, third, text="Bouw samen.")


def key_of(at: Desk, text: str) -> str:
    found = recommending.recommendations(at.round.dossier, ROUND)
    return next(n.key for n in found if n.value.text == text)


async def test_the_first_one_with_everything_that_must_be_there(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        made.finding()
        made.earlier()

    async with desk(tmp_path, "recommendations", prepare=prepare) as at:
        assert "n begint de eerste" in shown(at.app)
        await at.press("n")
        await at.type("Ritme")
        await at.press("enter", "enter")
        assert shows(at, RecommendationScreen)
        await at.type("Plan vier overleggen.")
        await at.press("f8")
        assert "niet volledig" in at.message
        await at.press("tab", "enter")
        await at.type("stuurgr")
        await at.press("enter", "down", "enter")
        await at.type("raden")
        await at.press("enter", "escape", "down", "enter")
        await at.type("maart")
        await at.press("enter")
        assert "01-03-2042, of als 03-2042" in shown(at.app)
        await at.quick(*["backspace"] * 5)
        await at.type("1-3-2042")
        await at.press("enter", "down", "enter")
        await at.type("trekker")
        await at.press("enter", "end", "enter")
        await at.type("3b")
        await at.press("enter", "2")
        await at.press("plus", "enter", "escape")
        (item,) = at.round.dossier.values(Recommendation, f"{ROUND}/").values()
        assert item.addressee == "steering_group"
        assert item.co_addressees == ("councils",)
        assert item.deadline == "2042-03-01"
        assert item.owner == "theme_lead"
        assert [(x.kind, x.recommendation) for x in item.earlier] == [("replaces", "2040/3b")]
        assert len(item.findings) == 1
        assert not item.final
        assert "volledig; v (f8)" in shown(at.app)
        await at.press("v")
        assert "1 staat op nagekeken" in at.message
        await at.press("escape")
        assert shows(at, RecommendationsScreen)
        assert "1 van 1 nagekeken" in shown(at.app)
        await at.press("down", "v")
        assert "niet meer" in at.message


async def test_the_list_in_number_order_and_per_theme(tmp_path: Path) -> None:
    async with desk(tmp_path, "recommendations", prepare=three) as at:
        check_golden("recommendations-80x24", at.app)
        await at.press("down")
        assert "Nog niet ingevuld: voor wie" in at.message
        await at.press("p")
        check_golden("recommendations-per-theme-80x24", at.app)
        lines = [line.strip() for line in shown(at.app).splitlines()]
        assert lines[lines.index("Bereikbaarheid") + 1] == "geen"
        await at.press("p")
        await at.resize(120, 40)
        check_golden("recommendations-120x40", at.app)


async def test_numbers_follow_what_is_moved(tmp_path: Path) -> None:
    async with desk(tmp_path, "recommendations", prepare=three) as at:
        assert numbers(at) == {"Plan vaste overleggen.": "1a", "Houd het kort.": "1b", "Bouw samen.": "2"}
        await at.press("down", "shift+down")
        assert numbers(at)["Plan vaste overleggen."] == "1b"
        await at.press("m", "enter")
        assert numbers(at) == {"Houd het kort.": "1", "Bouw samen.": "2a", "Plan vaste overleggen.": "2b"}
        assert at.round.value(Recommendation, key_of(at, "Plan vaste overleggen.")).theme == "housing"
        await at.press("u")
        assert numbers(at)["Plan vaste overleggen."] == "1b"
        await at.press("home", "shift+down")
        assert numbers(at)["Bouw samen."] == "1"
        await at.press("enter")
        await at.quick(*["backspace"] * 5)
        await at.type("Tempo")
        await at.press("enter")
        titles = [g.value.title for g in recommending.groups(at.round.dossier, ROUND) if g.value]
        assert titles == ["Wonen", "Tempo"]
        await at.press("h")
        await at.type("bereik")
        await at.press("enter")
        assert at.round.value(Recommendation, key_of(at, "Houd het kort.")).theme == "accessibility"
        await at.press("delete")
        assert "Er staan aanbevelingen in deze groep" in at.message


async def test_deleted_and_brought_back(tmp_path: Path) -> None:
    async with desk(tmp_path, "recommendations", prepare=three) as at:
        await at.press("down", "delete")
        assert numbers(at) == {"Houd het kort.": "1", "Bouw samen.": "2"}
        assert "Verwijderd: 1a Plan vaste" in at.message
        await at.press("ctrl+z")
        assert numbers(at)["Plan vaste overleggen."] == "1a"


async def test_from_version_1_a_number_stays_taken(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        three(made)
        with made.dossier.change() as c:
            for item in recommending.recommendations(made.dossier, ROUND):
                letter = item.number[1:]
                c.save(msgspec.structs.replace(item.value, letter=letter), item.key)
            for n, group in enumerate(recommending.groups(made.dossier, ROUND), start=1):
                assert group.value is not None
                c.save(msgspec.structs.replace(group.value, number=n), group.key)

    async with desk(tmp_path, "recommendations", prepare=prepare) as at:
        await at.press("down", "shift+down")
        assert "staan vast" in at.message
        await at.press("delete")
        assert "vervallen" in at.message
        assert numbers(at) == {"Plan vaste overleggen.": "1a", "Houd het kort.": "1b", "Bouw samen.": "2"}
        assert "vervallen: Plan" in shown(at.app)


async def test_one_recommendation_whole(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        three(made)
        made.earlier()
        key = next(iter(made.dossier.values(Recommendation, f"{ROUND}/")))
        for finding in made.dossier.values(Finding):
            recommending.toggle_finding(made.dossier, key, finding)
        recommending.link_earlier(made.dossier, key, "repeats", "2040/3a")
        recommending.change_recommendation(
            made.dossier, key, addressee="steering_group", deadline="2042-03", explanation="Omdat het helpt."
        )

    async with desk(tmp_path, "recommendations", prepare=prepare) as at:
        key = next(iter(at.round.dossier.values(Recommendation, f"{ROUND}/")))
        await at.open("recommendation", key)
        check_golden("recommendation-80x24", at.app)
        assert "alleen ambtenaren als bron" in shown(at.app)
        await at.resize(120, 40)
        check_golden("recommendation-120x40", at.app)
        await at.press("tab", "tab", "e")
        assert "Bewijs · Bevinding 1" in shown(at.app)
        await at.press("escape", "enter")
        assert shows(at, FindingScreen)
        await at.press("escape", "delete")
        assert at.round.value(Recommendation, key).findings == ()
        assert "Steunt nog op geen bevinding" in shown(at.app)
        await at.press("u")
        assert len(at.round.value(Recommendation, key).findings) == 1
        before = shown(at.app).splitlines()[0]
        await at.press("ctrl+n")
        assert shown(at.app).splitlines()[0] != before


async def test_the_explanation_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path, "recommendations", prepare=three) as at:
        await at.press("down", "enter", "f5")
        await at.type("Omdat het helpt.")
        await at.press("escape")
        assert at.round.value(Recommendation, key_of(at, "Plan vaste overleggen.")).explanation == (
            "Omdat het helpt."
        )


async def test_what_became_of_the_earlier_ones(tmp_path: Path) -> None:
    async with desk(tmp_path, "follow_up", prepare=Round1.earlier) as at:
        check_golden("follow-up-80x24", at.app)
        await at.press("down", "p")
        await at.type("in uitv")
        await at.press("enter")
        assert at.round.value(FollowUp, "2040/3b").progress == "in_progress"
        await at.press("enter")
        await at.type("Er ligt een planning.")
        await at.press("tab")
        await at.type("Jaarplan")
        await at.press("escape")
        found = at.round.value(FollowUp, "2040/3b")
        assert (found.note, found.source, found.date) == ("Er ligt een planning.", "Jaarplan", "2041-05-12")
        assert "◐ in uitvoering" in shown(at.app)
        await at.press("u")
        assert "voortgang van 2040-3b" in at.message
        assert at.round.value(FollowUp, "2040/3b").progress == "unknown"
        assert at.round.value(FollowUp, "2040/3b").note == "Er ligt een planning."


async def test_an_earlier_one_opens_among_the_earlier_ones(tmp_path: Path) -> None:
    async with desk(tmp_path, "recommendation", "2040/3b", prepare=Round1.earlier) as at:
        assert shows(at, FollowUpScreen)
        assert "Maak een planning." in shown(at.app)
    async with desk(tmp_path / "b", "follow_up") as at:
        assert "Er is nog niets op te volgen" in shown(at.app)


async def test_text_of_people_stays_text(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        made.advice(HOSTILE)
        group = recommending.groups(made.dossier, ROUND)[0]
        assert group.value is not None
        made.dossier.save(RecommendationGroup(title=HOSTILE, order=1), group.key)

    async with desk(tmp_path, "recommendations", prepare=prepare, size=(120, 40)) as at:
        text = shown(at.app)
        assert text.count("[red]rood[/red]") == 3, "two rows, and the whole of the one under the cursor"
        await at.press("down", "m")
        await at.press("enter")
        text = shown(at.app)
        assert "[red]rood[/red]" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


async def test_undo_says_what_was_taken_back_and_of_which(tmp_path: Path) -> None:
    def prepare(made: Round1) -> None:
        made.advice()

    async with desk(tmp_path, "recommendations", prepare=prepare) as at:
        (key,) = at.round.dossier.values(Recommendation, f"{ROUND}/")
        await at.open("recommendation", key)
        before = at.round.value(Recommendation, key).owner
        await at.press("tab", "end", "up", "up", "up", "enter")
        await at.type("trekker")
        await at.press("enter")
        assert at.round.value(Recommendation, key).owner == "theme_lead" != before
        await at.press("u")
        assert at.round.value(Recommendation, key).owner == before
        number = Titles(at.round.dossier, ROUND).of(Recommendation.entity, key)
        assert number.startswith("Aanbeveling ")
        assert at.message == f"Ongedaan gemaakt: {number}, eigenaar"
