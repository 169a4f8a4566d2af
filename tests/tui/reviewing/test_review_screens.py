"""The review and the decisions on the screen, by key, on the example dossier."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from boce_tui.cycle.deciding.standing import standings
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.reviewing import Doubt, Remark
from boce_tui.env import Env
from boce_tui.store import Dossier
from boce_tui.tui.app import BoceApp
from boce_tui.tui.deciding import decisions_door
from boce_tui.tui.reviewing import review_door
from boce_tui.tui.reviewing.doubts import DoubtsScreen
from boce_tui.tui.screen import BoceScreen
from tests.example import example_env
from tests.exchange.review_file.sent import fill, mark_of, on_behalf
from tests.support import run_cli
from tests.tui.helpers import check_golden, make_app, press, shown


@pytest.fixture
def env(tmp_path: Path) -> Env:
    """A review file was sent, and one came back."""
    env = example_env(tmp_path)
    path = tmp_path / "review.md"
    run_cli(["export", "review", "--to", str(path)], env).ok()
    text = path.read_text(encoding="utf-8")
    text = on_behalf(text, "een lid", "B")
    text = fill(text, mark_of(text, "2b"), "reject", motivation="Te [b]duur[/b].", remark="Wie betaalt dit?")
    text = fill(text, mark_of(text, "1a"), "adopt")
    text = fill(fill(text, mark_of(text, "1b"), "adopt"), mark_of(text, "1b"), "hold")
    (tmp_path / "terug.md").write_text(text, encoding="utf-8")
    return env


def start(app: BoceApp) -> BoceScreen:
    app.round_id = "2041"
    return review_door(app)


def decisions(app: BoceApp) -> BoceScreen:
    app.round_id = "2041"
    return decisions_door(app)


async def type_in(pilot: Pilot[int], text: str) -> None:
    await press(pilot, *(("space" if c == " " else c) for c in text), "enter")


async def read_in(app: BoceApp, pilot: Pilot[int], path: Path) -> None:
    await press(pilot, "i")
    pilot.app.screen.query_one("LineArea").load(str(path))  # type: ignore[attr-defined]
    await press(pilot, "enter")
    for _turn in range(100):
        if "Wat er staat" in shown(app):
            return
        await pilot.pause(0.02)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_a_file_is_looked_at_taken_over_and_settled(
    env: Env, tmp_path: Path, size: tuple[int, int]
) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        name = f"{size[0]}x{size[1]}"
        async with app.run_test(size=size) as pilot:
            await press(pilot)
            await read_in(app, pilot, tmp_path / "terug.md")
            check_golden(f"review-incoming-{name}", app)
            assert not dossier.values(Remark), "nothing before enter"
            await press(pilot, "enter")
            assert dossier.value(Decision, "2041/2b/member-b/vote")
            assert not dossier.value(Decision, "2041/1b/member-b/vote"), "two boxes wait for a person"
            check_golden(f"review-doubts-{name}", app)
            waits = [doubt for doubt in dossier.values(Doubt).values() if not doubt.answer]
            await press(pilot, "enter", "enter")
            left = [doubt for doubt in dossier.values(Doubt).values() if not doubt.answer]
            assert len(left) == len(waits) - 1
            await press(pilot, "u")
            assert len([d for d in dossier.values(Doubt).values() if not d.answer]) == len(waits), (
                "taken back"
            )


async def test_remarks_get_a_class_a_reply_and_a_way_to_the_text(env: Env, tmp_path: Path) -> None:
    run_cli(["import", str(tmp_path / "terug.md")], env)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "r")
            assert "Wie betaalt dit?" in shown(app)
            assert "enter antwoord" in shown(app)
            await press(pilot, "c")
            assert "2  formulering" in shown(app)
            await press(pilot, "enter")
            assert "je antwoord is er nog niet" in " ".join(shown(app).split())
            await press(pilot, "t")
            await press(pilot, "enter", *"Klopt")
            app.screen.query_one("#remarks _RowsView").focus()
            await press(pilot)
            (remark,) = dossier.values(Remark).values()
            assert (remark.category, remark.reply, remark.mended) == (
                "factual",
                "Klopt",
                "recommendation:2041/2b",
            )
            await press(pilot, "o")
            assert "Aanbeveling 2b" in shown(app)


async def test_decisions_are_noted_with_their_motivation_and_both_are_shown(env: Env, tmp_path: Path) -> None:
    run_cli(["import", str(tmp_path / "terug.md")], env)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, decisions, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot)
            assert "stemmen: 1" in shown(app)
            check_golden("decisions-120x40", app)
            await press(pilot, "enter", "down", "down", "enter")
            assert "Wat zegt het college van Coevorden?" in shown(app)
            await press(pilot, "down", "down", "enter")
            await type_in(pilot, "Te duur.")
            await press(pilot, "enter")
            found = dossier.value(Decision, "2041/1a/coevorden/decision")
            assert found is not None
            assert (found.choice, found.motivation) == ("reject", "Te duur.")
            await press(pilot, "enter", "enter", "up", "up", "enter", "enter")
            found = dossier.value(Decision, "2041/1a/coevorden/decision")
            assert found is not None
            assert found.choice == "adopt"
            assert "Eerder" in shown(app)
            assert "niet overnemen" in shown(app)
            check_golden("decision-one-120x40", app)
            await press(pilot, "c")
            assert next(s for s in standings(dossier, "2041") if s.number == "1a").of("advice")


async def test_what_is_decided_about_has_the_room_there_is_at_80_columns(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, decisions, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            assert "1a    Geef elk thema één resultaat, met een datum" in shown(app)


async def test_a_first_say_of_a_body_is_a_column_more_when_one_comes_back(env: Env, tmp_path: Path) -> None:
    run_cli(["import", str(tmp_path / "terug.md")], env)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "v")
            assert "Stuurgroep" not in shown(app)
            await press(pilot, "enter", "home", "enter", "enter", "enter", "escape")
            assert "Oordelen naast elkaar" in shown(app)
            assert "Stuurgroep" in shown(app)
            assert "lid B" in shown(app)


async def test_a_wrong_file_is_not_typed_again_and_a_folder_is_enough(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "i")
            line = pilot.app.screen.query_one("LineArea")
            line.load("")  # type: ignore[attr-defined]
            await press(pilot, "enter")
            assert "Typ de naam van een bestand" in shown(app)
            line.load(str(tmp_path / "weg.md"))  # type: ignore[attr-defined]
            await press(pilot, "enter")
            assert "Dat bestand is er niet" in shown(app)
            assert line.text.endswith("weg.md")  # type: ignore[attr-defined]
            line.load(str(tmp_path))  # type: ignore[attr-defined]
            await press(pilot, "enter")
            assert "terug.md" in shown(app)
            await press(pilot, *"terug", "enter")
            for _turn in range(100):
                if "Wat er staat" in shown(app):
                    break
                await pilot.pause(0.02)
            assert "terug.md · lid B" in shown(app).splitlines()[0]


async def test_a_remark_that_was_only_answered_says_what_is_missing(env: Env, tmp_path: Path) -> None:
    run_cli(["import", str(tmp_path / "terug.md")], env)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "r", "enter", *"Klopt", "escape")
            assert "Opmerkingen bij het rapport" in shown(app), "esc goes back to the list"
            assert "◐" in shown(app)
            await press(pilot, "f5")
            assert "met c zeg je wat voor opmerking het is" in " ".join(shown(app).split())


async def test_a_factual_remark_is_done_when_its_text_was_mended_too(env: Env, tmp_path: Path) -> None:
    run_cli(["import", str(tmp_path / "terug.md")], env)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "r", "enter", *"Klopt", "escape", "c", "enter")
            assert next(iter(dossier.values(Remark).values())).category == "factual"
            assert "0 van 1 klaar" in shown(app)
            await press(pilot, "t")
            assert "1 van 1 klaar" in shown(app)


async def test_what_came_in_is_named_and_a_doubt_says_whose_it_is(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await read_in(app, pilot, tmp_path / "terug.md")
            await press(pilot, "down", "down")
            assert "Motivering" in shown(app)
            assert "nieuwe woorden" not in shown(app)
            await press(pilot, "enter", "enter")
            assert "lid B · 1b · Leg elke wijziging of stop" in " ".join(shown(app).split())


async def test_a_changed_form_is_another_text_and_a_correction_is_no_earlier_decision(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, decisions, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "enter", "down", "enter", "2", "enter")
            assert "Dit is nog de tekst van het advies" in shown(app)
            await press(pilot, "end", *" Nu.", "enter")
            await type_in(pilot, "Sneller.")
            await press(pilot, "enter")
            key = "2041/1a/borger_odoorn/decision"
            found = dossier.value(Decision, key)
            assert found is not None
            assert found.text.endswith(" Nu.")
            await press(pilot, "enter", "3", "end", "!", "enter")
            found = dossier.value(Decision, key)
            assert found is not None
            assert found.text.endswith(" Nu.!")
            assert "eerst" not in shown(app)
            assert "Eerder" not in shown(app)


async def test_a_college_without_a_day_is_asked_for_it(env: Env, tmp_path: Path) -> None:
    run_cli(["export", "review", "--to", str(tmp_path / "leeg.md")], env).ok()
    text = (tmp_path / "leeg.md").read_text(encoding="utf-8")
    text = on_behalf(fill(text, mark_of(text, "2b"), "adopt"), "het college van Emmen")
    (tmp_path / "emmen.md").write_text(text, encoding="utf-8")
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            await read_in(app, pilot, tmp_path / "emmen.md")
            await press(pilot, "enter")
            assert "Op welke dag is dit besloten?" in shown(app)
            assert not dossier.values(Decision, "2041/2b/emmen")
            await type_in(pilot, "23-9-2041")
            found = dossier.value(Decision, "2041/2b/emmen/decision")
            assert found is not None
            assert found.date == "2041-09-23"
            assert "Review van het rapport" in shown(app)


async def test_what_is_no_longer_ticked_and_a_letter_used_twice_are_said(env: Env, tmp_path: Path) -> None:
    run_cli(["import", str(tmp_path / "terug.md")], env)
    text = (tmp_path / "terug.md").read_text(encoding="utf-8")
    text = text.replace("- [x] overnemen", "- [ ] overnemen", 1)
    (tmp_path / "nog.md").write_text(text, encoding="utf-8")
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            await read_in(app, pilot, tmp_path / "nog.md")
            said = " ".join(shown(app).split())
            assert "Het is niet zeker namens wie dit is ingevuld." in said
            await press(pilot, "w", "end", "enter")
            await type_in(pilot, "b")
            said = " ".join(shown(app).split())
            assert "niets aangevinkt; overnemen blijft staan" in said
            assert "Van lid B is op 02-07-2041 al een ander bestand ingelezen. Is dit iemand anders?" in said


async def test_whose_it_is_can_be_said_before_it_is_noted(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot)
            await read_in(app, pilot, tmp_path / "terug.md")
            await press(pilot, "w")
            assert "Namens wie is dit ingevuld?" in shown(app)
            await press(pilot, "end", "enter")
            await type_in(pilot, "k")
            assert "lid K" in shown(app)
            await press(pilot, "enter")
            assert dossier.value(Decision, "2041/2b/member-k/vote")
            assert not dossier.value(Decision, "2041/2b/member-b/vote")


async def test_who_it_is_said_later_tells_the_day_that_is_noted(env: Env, tmp_path: Path) -> None:
    run_cli(["export", "review", "--to", str(tmp_path / "leeg.md")], env).ok()
    text = (tmp_path / "leeg.md").read_text(encoding="utf-8")
    (tmp_path / "wie.md").write_text(fill(text, mark_of(text, "2b"), "adopt"), encoding="utf-8")
    run_cli(["import", str(tmp_path / "wie.md")], env)
    with Dossier.open(env.data_dir, env) as dossier:
        app = make_app(env, start, dossier)
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot)
            app.open(DoubtsScreen())
            await press(pilot, "enter", "enter")
            assert "02-07-2041 is vastgelegd" in " ".join(shown(app).split())
            assert dossier.value(Decision, "2041/2b/steering_group/advice")
