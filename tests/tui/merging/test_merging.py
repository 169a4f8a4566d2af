"""Two laptops on the screen: a bundle made, looked at and merged; what was changed twice compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Round
from boce_tui.tui.app import BoceApp
from boce_tui.tui.merging import open_merging
from boce_tui.tui.screen import BoceScreen
from tests.cycle.merging.laptops import Laptops, key, laptops
from tests.tui.helpers import check_golden, make_app
from tests.tui.planning.desk import Desk

ANSWER = "2041/G01/A1/-/all"
BASE = "De rol van de commissaris is helder. Het doel is bekend."


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Laptops]:
    with laptops(tmp_path, "a", "b") as made:
        made["a"].save(Answer(text=BASE), ANSWER)
        made.give("a", "b")
        yield made


def bundle_on(folder: Path, data: bytes) -> Path:
    path = folder / "van-de-ander.boce"
    path.write_bytes(data)
    secret = folder / "key"
    secret.write_text(key().secret)
    return path


def conflict(two: Laptops, clear: bool = True) -> None:
    two["a"].save(Answer(text=BASE.replace("helder", "vaag")), ANSWER)
    other = BASE + " Dat helpt." if clear else BASE.replace("helder", "wankel")
    two["b"].save(Answer(text=other), ANSWER)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_from_the_file_to_one_text(two: Laptops, tmp_path: Path, size: tuple[int, int]) -> None:
    conflict(two)
    path = bundle_on(tmp_path, two.made("b"))
    dossier = two["a"]
    dossier.env.environ["BOCE_BUNDLE_KEY_FILE"] = str(tmp_path / "key")  # type: ignore[index]
    app = make_app(dossier.env, open_merging, dossier)
    name = f"{size[0]}x{size[1]}"
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, dossier)
        assert "m  neemt de bundel van de ander over" in desk.text
        await desk.press("m")
        await desk.type(str(tmp_path / "niets.boce"))
        await desk.press("enter")
        assert "Dat bestand is er niet" in desk.text
        await desk.clear()
        await desk.type(str(path))
        await desk.press("enter")
        await desk.kept()
        assert "Er is nog niets gedaan" in desk.text
        assert "botsend: 1" in desk.text
        assert dossier.conflicts() == []
        check_golden(f"merging-look-{name}", app)
        await desk.press("enter")
        await desk.kept()
        assert "Samengevoegd: 1 nieuw" in desk.text
        assert len(dossier.conflicts()) == 1
        await desk.press("v")
        assert "1 onderdeel met twee versies" in desk.place
        await desk.press("enter")
        check_golden(f"merging-compare-{name}", app)
        await desk.press("m")
        await desk.kept()
        found = dossier.value(Answer, ANSWER)
        assert found is not None
        assert found.text == "De rol van de commissaris is vaag. Het doel is bekend. Dat helpt."
        assert dossier.conflicts() == []
        assert "Hier valt niets te kiezen" in desk.text


async def test_choosing_a_version_when_both_changed_the_same(two: Laptops) -> None:
    from boce_tui.tui.merging import open_conflicts

    conflict(two, clear=False)
    two.give("b", "a")
    dossier = two["a"]
    app = make_app(dossier.env, open_conflicts, dossier)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, dossier)
        assert "kies een versie" in desk.text
        await desk.press("a", "enter")
        assert "hetzelfde stuk veranderd" in desk.text
        await desk.press("m")
        assert dossier.conflicts()
        second = desk.text.index("wankel") > desk.text.index("vaag")
        await desk.press("2")
        found = dossier.value(Answer, ANSWER)
        assert found is not None
        assert ("wankel" if second else "vaag") in found.text
        assert dossier.conflicts() == []


async def test_all_that_is_clear_at_once(two: Laptops) -> None:
    from boce_tui.tui.merging import open_conflicts

    conflict(two)
    two.give("b", "a")
    dossier = two["a"]
    app = make_app(dossier.env, open_conflicts, dossier)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, dossier)
        await desk.press("a")
        assert "Van 1 onderdeel één maken" in desk.text
        assert dossier.conflicts()
        await desk.press("up", "down", "enter")
        if dossier.conflicts():
            await desk.press("a", "j")
        assert dossier.conflicts() == []


async def test_bundle_is_made_with_a_passphrase_typed_twice(two: Laptops, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    two["a"].save(Round(year=2041, title="Anders"), "2041")
    dossier = two["a"]
    app = make_app(dossier.env, open_merging, dossier)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, dossier)
        await desk.press("b")
        await desk.clear()
        await desk.type(str(stick))
        await desk.press("enter")
        for typed in ("kort", "een goede wachtzin", "een andere wachtzin", *["een goede wachtzin"] * 2):
            await desk.type(typed)
            assert typed not in desk.text
            await desk.press("enter")
        await desk.kept()
        (made,) = stick.iterdir()
        assert "De bundel staat in" in desk.text
        assert made.name.startswith("boce-2041-")
    from boce_tui.exchange import bundle
    from boce_tui.names.keys import passphrase

    assert bundle.read(made.read_bytes(), passphrase("een goede wachtzin"), "x").rows


async def test_dashboard_says_that_something_has_to_be_compared(two: Laptops) -> None:
    from boce_tui.tui.home import home_screen

    conflict(two)
    two.give("b", "a")
    app = make_app(two["a"].env, home_screen, two["a"])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, two["a"])
        await desk.kept()
        assert "1 onderdeel met twee versies" in desk.text


async def test_the_sign_stands_where_the_text_is_used(tmp_path: Path) -> None:
    """In the interview, when reading back, in the list of findings, and among what stops the report."""
    from boce_tui.cycle.analysing.findings import cite, new_finding
    from boce_tui.cycle.reporting.issuing import prepare
    from boce_tui.domain.analysis import Finding
    from boce_tui.domain.answers import Choice
    from boce_tui.names import Names
    from boce_tui.tui.analysing import reading_door
    from boce_tui.tui.analysing.findings import FindingsScreen
    from boce_tui.tui.interviewing import answer_door
    from tests.cycle.analysing.heard import E4, Heard
    from tests.cycle.factory import ROUND

    heard = Heard(tmp_path)
    d = heard.dossier
    code = heard.person()
    heard.says(code, "I4", value=Choice(option="yes"))
    answer = heard.says(code, E4, "Ik noem het helder.")
    finding = new_finding(d, ROUND, "experiences", "accessibility").key
    cite(d, finding, "answer", answer)
    for kind, at in ((Answer, answer), (Finding, finding)):
        base = d.get(kind, at)
        assert base is not None
        assert base.value is not None
        import msgspec

        for text in ("Een.", "Twee."):
            d.save(msgspec.structs.replace(base.value, text=text), at, parents=[base.id])
    assert len(d.conflicts()) == 2
    for start in (
        lambda app: answer_door(app, answer),
        lambda app: reading_door(app, ""),
        lambda app: FindingsScreen(),
    ):

        def begin(app: object, start: object = start) -> object:
            app.round_id = ROUND  # type: ignore[attr-defined]
            return start(app)  # type: ignore[operator]

        app = make_app(d.env, begin, d)  # type: ignore[arg-type]
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            desk = Desk(app, pilot, d)
            await desk.kept()
            for _question in range(60):  # down to the question that was answered
                if "⇄" in desk.text:
                    break
                await desk.press("down")
            assert "⇄" in desk.text, desk.text
    found = [one for one in prepare(d, ROUND, Names(d.folder), draft=True).findings if one.rule == "E2"]
    assert len(found) == 2
    d.close()


@pytest.mark.parametrize("together", [False, True], ids=["both changed the text", "all of it clear"])
async def test_a_published_number_outlives_the_version_that_is_chosen(two: Laptops, together: bool) -> None:
    """One laptop published 1a; the other only changed its words: the choice is about the words."""
    from boce_tui.cycle.merging import compared
    from boce_tui.domain.numbering import numbers
    from boce_tui.domain.recommendation import Recommendation, RecommendationGroup
    from boce_tui.tui.merging import open_conflicts

    dossier, other = two["a"], two["b"]
    dossier.save(RecommendationGroup(title="Doelen"), "2041/doelen")
    for n, text in enumerate(("Kies een doel.", "Leg besluiten vast."), start=1):
        dossier.save(Recommendation(text=text, group="doelen", order=n), f"2041/r{n}")
    two.give("a", "b")
    mine = "Kies een doel." if together else "Kies een scherp doel."
    dossier.save(RecommendationGroup(title="Doelen", number=1), "2041/doelen")
    dossier.save(Recommendation(text=mine, group="doelen", order=1, letter="a"), "2041/r1")
    dossier.save(Recommendation(text="Leg besluiten vast.", group="doelen", order=2, letter="b"), "2041/r2")
    other.save(Recommendation(text="Kies een helder doel.", group="doelen", order=1), "2041/r1")
    two.give("b", "a")
    app = make_app(dossier.env, open_conflicts, dossier)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, dossier)
        await desk.press("enter")
        assert "letter van het nummer" in desk.text, "no name of a field as the program has it"
        assert " letter\n" not in desk.text
        if not together:
            assert "Bij elke keuze" in desk.text
        versions = [one.value for one in compared(dossier, Recommendation, "2041/r1").versions]  # type: ignore[union-attr]
        theirs = next(n for n, one in enumerate(versions, start=1) if one and one.letter is None)
        await desk.press(str(theirs))
        chosen = dossier.value(Recommendation, "2041/r1")
        assert chosen is not None
        assert (chosen.text, chosen.letter) == ("Kies een helder doel.", "a")
        found = numbers(dossier.values(RecommendationGroup), dossier.values(Recommendation))
        assert found == {"2041/r1": "1a", "2041/r2": "1b"}
    two.give("a", "b")
    assert other.conflicts() == []


@pytest.mark.parametrize("publisher", ["a", "b"])
async def test_lists_show_the_published_number_until_a_version_is_chosen(
    two: Laptops, publisher: str
) -> None:
    """Which version is in front (here always that of laptop a) says nothing about the number."""
    from boce_tui.domain.recommendation import Recommendation, RecommendationGroup
    from boce_tui.tui.recommending import recommendations_door

    dossier, other = two["a"], two["b"]
    dossier.save(RecommendationGroup(title="Doelen", number=1), "2041/doelen")
    for n, text in enumerate(("Kies een doel.", "Leg besluiten vast.", "Kijk terug."), start=1):
        dossier.save(Recommendation(text=text, group="doelen", order=n), f"2041/r{n}")
    two.give("a", "b")

    publishes, changes = (dossier, other) if publisher == "a" else (other, dossier)
    for n, letter in ((1, "a"), (2, "b"), (3, "c")):
        old = publishes.value(Recommendation, f"2041/r{n}")
        assert old is not None
        publishes.save(msgspec.structs.replace(old, letter=letter), f"2041/r{n}")
    changes.save(Recommendation(text="Kies een helder doel.", group="doelen", order=1), "2041/r1")
    two.give("b", "a")
    assert dossier.conflicts() == [("recommendation", "2041/r1")]

    def start(app: BoceApp) -> BoceScreen:
        app.round_id = "2041"
        return recommendations_door(app)

    app = make_app(dossier.env, start, dossier)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, dossier)
        await desk.kept()
        for number in ("1a", "1b", "1c"):
            assert f" {number} " in desk.text, desk.text
        assert "1d" not in desk.text


async def test_a_folder_is_enough_and_what_was_compared_is_said_afterwards(
    two: Laptops, tmp_path: Path
) -> None:
    conflict(two, clear=False)
    stick = tmp_path / "stick"
    stick.mkdir()
    path = bundle_on(stick, two.made("b"))
    (tmp_path / "leeg").mkdir()
    dossier = two["a"]
    dossier.env.environ["BOCE_BUNDLE_KEY_FILE"] = str(stick / "key")  # type: ignore[index]
    app = make_app(dossier.env, open_merging, dossier)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, dossier)
        await desk.press("m")
        await desk.type(str(tmp_path / "leeg"))
        await desk.press("enter")
        assert "eindigt niets op .boce" in desk.text
        await desk.clear()
        await desk.type(str(stick))
        await desk.press("enter")
        assert path.name in desk.text
        assert "key" not in desk.text
        await desk.press("enter")
        await desk.kept()
        assert "botsend: 1" in desk.text
        await desk.press("enter")
        await desk.kept()
        assert "1 onderdeel heeft twee versies: v vergelijkt ze" in desk.text
        assert "boce conflicts" not in desk.text
        assert "wordt een reservekopie gemaakt" not in desk.text
        await desk.press("v", "enter", "1", "escape")
        assert "Alles wat twee versies had, is vergeleken" in desk.text
        await desk.press("escape", "m")
        assert str(stick)[-30:] in desk.text, "the next one is near"
