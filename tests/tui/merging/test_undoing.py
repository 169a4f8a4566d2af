"""``u`` takes back a choice between two versions, on the screen and through the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.tui.merging import open_conflicts
from tests.cycle.merging.laptops import Laptops, laptops
from tests.support import run_cli
from tests.tui.helpers import make_app
from tests.tui.planning.desk import Desk

ANSWER = "2041/G01/A1/-/all"
BASE = "De rol van de commissaris is helder. Het doel is bekend."


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Laptops]:
    with laptops(tmp_path, "a", "b") as made:
        made["a"].save(Answer(text=BASE), ANSWER)
        made.give("a", "b")
        made["a"].save(Answer(text=BASE.replace("helder", "vaag")), ANSWER)
        made["b"].save(Answer(text=BASE + " Dat helpt."), ANSWER)
        made.give("b", "a")
        yield made


@pytest.mark.parametrize("choice", ["1", "2", "m"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_u_brings_both_versions_back_as_they_stood(
    two: Laptops, choice: str, size: tuple[int, int]
) -> None:
    dossier = two["a"]
    app = make_app(dossier.env, open_conflicts, dossier)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, dossier)
        await desk.press("enter")
        before = desk.text
        await desk.press(choice)
        await desk.kept()
        assert "Met u zijn er weer twee" in desk.text
        assert dossier.conflicts() == []
        await desk.press("u")
        await desk.kept()
        assert "Ongedaan gemaakt: de keuze tussen de versies" in desk.text.replace("\n", " ")
        assert "1 onderdeel met twee versies" in desk.place
        assert dossier.conflicts() == [("answer", ANSWER)]
        await desk.press("enter")
        assert desk.text.splitlines()[1:-2] == before.splitlines()[1:-2]
        await desk.press(choice)
        assert dossier.conflicts() == []


async def test_u_takes_back_all_that_was_clear(two: Laptops) -> None:
    dossier = two["a"]
    app = make_app(dossier.env, open_conflicts, dossier)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, dossier)
        await desk.press("a", "j")
        assert dossier.conflicts() == []
        await desk.press("u")
        assert dossier.conflicts() == [("answer", ANSWER)]


async def test_u_in_a_later_session_asks_first(two: Laptops) -> None:
    dossier = two["a"]
    for times in range(2):
        app = make_app(dossier.env, open_conflicts, dossier)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            desk = Desk(app, pilot, dossier)
            if times == 0:
                await desk.press("enter", "1")
                from boce_tui.tui.working.screen import _books

                _books.pop(dossier, None)  # as the next session begins
                continue
            await desk.press("u")
            assert dossier.conflicts() == []
            assert "een eerdere keer deed" in desk.text
            await desk.press("j")
            assert dossier.conflicts() == [("answer", ANSWER)]


def test_the_command_line_takes_it_back_too(two: Laptops) -> None:
    dossier = two["a"]
    env, item = dossier.env, f"answer:{ANSWER}"
    two.close()
    shown = run_cli(["conflicts", item], env).ok().out
    run_cli(["conflicts", item, "--keep", "2"], env).ok()
    assert run_cli(["conflicts"], env).ok().out == ""
    back = run_cli(["undo", item], env).ok()
    assert "heeft weer twee versies" in back.err
    assert run_cli(["conflicts", item], env).ok().out == shown
    run_cli(["conflicts", item, "--keep", "merged"], env).ok()
    assert run_cli(["conflicts"], env).ok().out == ""
