"""Keeping, locks, trail and profiles on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui import preferences
from boce_tui.cycle.profiles import open_dossier
from boce_tui.domain.interviewing import Answer
from boce_tui.names import Names, find_key
from boce_tui.names.locks import listed
from boce_tui.store import Dossier, trail
from boce_tui.tui.doors import open_door
from boce_tui.tui.home import home_screen
from boce_tui.tui.keeping import open_locks, open_trail, retention_door
from boce_tui.tui.start import AS_ANOTHER
from boce_tui.tui.unlock import session_names
from tests.example import example_env
from tests.store.planted import where
from tests.tui.helpers import make_app, shown
from tests.tui.planning.desk import Desk


async def test_the_answers_of_a_round_go_after_it_is_typed(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        words = max((a.said for a in dossier.values(Answer).values()), key=len)
        app = make_app(env, retention_door, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            desk = Desk(app, pilot, dossier)
            await pilot.pause()
            assert "antwoorden en verslagen" in desk.text
            await desk.press("a")
            assert "aanbevelingen en besluiten blijven" in " ".join(desk.text.split())
            assert "Dit hoeft nog niet weg" in desk.text
            await desk.type("2040")
            await desk.press("enter")
            assert "Typ 2041" in desk.text
            assert dossier.values(Answer)
            await desk.press("ctrl+u")
            await desk.type("2041")
            await desk.press("enter")
            await desk.kept()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert not dossier.values(Answer)
            assert "gewist op" in desk.text
        assert where(env.data_dir, words) == []


async def test_it_says_until_when_and_why(tmp_path: Path) -> None:
    from boce_tui.domain.recommendation import Decision

    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        said = Decision(kind="decision", municipality="emmen", choice="adopt", date="2041-10-14")
        dossier.save(said, "2041/1a/emmen/decision")
        app = make_app(env, retention_door, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            told = " ".join(shown(app).split())
            assert "bewaard tot 14-10-2042: 12 maanden na het besluit van 14-10-2041" in told


async def test_a_printed_code_is_made_and_shown_once(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, open_locks, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            desk = Desk(app, pilot, dossier)
            await pilot.pause()
            assert "age-sleutel" in desk.text
            await desk.press("h")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "code op papier" in desk.text
            code = next(word for word in desk.text.split() if word.count("-") == 7)
            again = Names(env.data_dir)
            again.unlock(code)
            assert again.data().people
            await desk.press("plus")
            await desk.type("evaluators")
            await desk.press("enter")
            assert "al in gebruik" in desk.text
            await desk.press("ctrl+u")
            await desk.type("archief")
            await desk.press("enter")
            await desk.type("kort")
            await desk.press("enter")
            await desk.type("kort")
            await desk.press("enter")
            assert "te kort" in desk.text
            await desk.press("escape")
        locks = [lock.label for lock in listed((env.data_dir / "names.age").read_bytes())]
        assert locks == ["evaluators", "recovery"]


async def test_extra_words_for_the_name_check_are_kept_in_the_names_file(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, open_locks, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            desk = Desk(app, pilot, dossier)
            await desk.press("e")
            await desk.type("ab")
            await desk.press("enter")
            assert "te kort" in desk.text
            await desk.clear()
            await desk.type("villa Zonneschijn; de Burcht")
            await desk.press("enter")
            await desk.kept()
            assert session_names(app).data().words == ("villa Zonneschijn", "de Burcht")
            again = Names(env.data_dir)
            key = find_key(env, env.data_dir, example=True)
            assert key is not None
            again.unlock(key)
            assert again.data().words == ("villa Zonneschijn", "de Burcht")
            await desk.press("e")
            assert "villa Zonneschijn; de Burcht" in desk.text


async def test_the_trail_says_whether_it_is_whole(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    for _n in range(4):
        trail.record(env.data_dir, env, "look")
    with open_dossier(env) as dossier:
        app = make_app(env, open_trail, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "geopend om in te werken · evaluator" in shown(app)
            assert "er ontbreekt er geen" in shown(app)
        path = env.data_dir / trail.FILE
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join([lines[0], *lines[2:]]))
        app = make_app(env, open_trail, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "staat iets anders dan er is geschreven" in shown(app)
            await pilot.press("g")
            await pilot.pause()
            await pilot.press("n")
            await pilot.pause()
            assert trail.read(env.data_dir).unseen
            await pilot.press("g")
            await pilot.pause()
            await pilot.press("j")
            await pilot.pause()
            assert "iemand heeft dat gezien" in " ".join(shown(app).split())
            assert "gezien wat er mis is in het spoor" in shown(app)
        assert not trail.read(env.data_dir).unseen
        assert trail.read(env.data_dir).wrong


@pytest.mark.parametrize(("profile", "word"), [("support", "ondersteuner"), ("reader", "lezer")])
async def test_line_one_says_who_is_at_work_and_screens_hide(tmp_path: Path, profile: str, word: str) -> None:
    env = replace(example_env(tmp_path), profile=profile)
    with open_dossier(env) as dossier:
        app = make_app(env, home_screen, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            await pilot.pause()
            text = shown(app)
            assert text.splitlines()[0].startswith(f" {word}")
            assert "R07" not in text
            for door in ("people", "interviews", "reading", "approval", "planning", "coverage"):
                open_door(app, door)
                await pilot.pause()
                assert len(app.screen_stack) == 1
                assert "het is voor evaluatoren" in shown(app)
            for door in ("recommendations", "report", "sub_conclusions"):
                open_door(app, door)
                await pilot.pause()
                assert len(app.screen_stack) == 2
                assert "R07" not in shown(app)
                app.pop_screen()
                await pilot.pause()
            await pilot.press("ctrl+p")
            await pilot.pause()
            from boce_tui.tui.palette import PaletteScreen

            assert isinstance(app.screen, PaletteScreen)
            offered = {command.id for command in app.screen._offered}
            assert "profile" in offered
            raw = {one for one in offered if one.startswith(("interviewing.", "withdrawing."))}
            assert raw == {"withdrawing.proofs"}  # those that name no interview


async def test_it_is_said_that_hiding_is_no_protection(tmp_path: Path) -> None:
    env = replace(example_env(tmp_path), profile="support")
    with open_dossier(env) as dossier:
        app = make_app(env, home_screen, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            app.after_first_paint()
            await pilot.pause()
            assert "niet beveiligd" in shown(app)


async def test_another_profile_is_remembered_and_the_app_opens_again(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with open_dossier(env) as dossier:
        app = make_app(env, home_screen, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            app.action_profile()
            await pilot.pause()
            assert "geen mensen" in " ".join(shown(app).split())
            await pilot.press("2")
            await pilot.pause()
        assert app.return_value == AS_ANOTHER
    assert preferences.load(env.data_dir)["profile"] == "support"


async def test_the_dashboard_of_support_offers_no_interviews(tmp_path: Path) -> None:
    env = replace(example_env(tmp_path), profile="support")
    with open_dossier(env) as dossier:
        app = make_app(env, home_screen, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            offered = {command.id for command in app.screen.offered()}  # type: ignore[attr-defined]
            assert "home.open" in offered
            assert not offered & {"home.interview", "home.planning", "home.coverage"}
