"""What the councils want to know on the screen, by key, on the example dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.domain.needs import InformationNeed
from boce_tui.env import Env
from tests.example import example_env
from tests.tui.following_up.test_screens import At, at
from tests.tui.helpers import check_golden, type_in

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


@SIZES
async def test_looks(env: Env, size: tuple[int, int]) -> None:
    async with at(env, "needs", size=size) as here:
        check_golden(f"needs-{size[0]}x{size[1]}", here.app)
    async with at(env, "council_information_need", "2041/N01", size=size) as here:
        check_golden(f"needs-form-{size[0]}x{size[1]}", here.app)


def need(here: At, key: str) -> InformationNeed:
    found = here.dossier.value(InformationNeed, key)
    assert found is not None
    return found


async def test_it_is_delivered_with_day_and_document_and_taken_back(env: Env) -> None:
    async with at(env, "needs") as here:
        await here.press("down", "l")  # N01: the projects
        await here.type("voortgang sam")
        await here.press("enter")
        assert "Op welke dag is het geleverd" in here.text
        assert "27-06-2040" in here.text  # the day of the document itself
        await here.press("enter")
        assert need(here, "2041/N01").deliveries[0].date == "2040-06-27"
        assert need(here, "2041/N01").deliveries[0].document == "Voortgang Samenwerkingsagenda (verzonnen)"
        await here.press("u")
        assert need(here, "2041/N01").deliveries == ()


async def test_a_day_that_is_still_to_come_is_refused(env: Env) -> None:
    async with at(env, "needs") as here:
        await here.press("down", "l")
        await here.type("iets anders")
        await here.press("enter")
        await here.type("Raadsbrief")
        await here.press("enter")
        await here.type("1-9-2041")
        await here.press("enter")
        assert "moet nog komen" in here.text
        assert need(here, "2041/N01").deliveries == ()


async def test_only_what_was_not_delivered(env: Env) -> None:
    async with at(env, "needs", size=(120, 40)) as here:
        assert "N02" in here.text
        await here.press("t")
        assert "N02" not in here.text
        assert "Wat de raden willen weten · niet geleverd" in here.text
        await here.press("t")
        assert "N02" in here.text


async def test_one_is_noted_filled_in_and_taken_off(env: Env) -> None:
    async with at(env, "needs", size=(120, 40)) as here:
        await here.press("n")
        await here.type("wat het kost")
        await here.press("enter")  # its form
        made = next(
            key for key, one in here.dossier.values(InformationNeed).items() if one.text == "wat het kost"
        )
        await here.press("end")
        await here.type(" per jaar")
        await here.press("escape")
        assert need(here, made).text == "wat het kost per jaar"
        await here.press("slash")
        await here.type("per jaar")
        await here.press("enter", "x")
        assert here.dossier.value(InformationNeed, made) is None
        await here.press("u")
        assert need(here, made).text == "wat het kost per jaar"


async def test_the_form_says_why_one_council_cannot_stand_beside_a_question(env: Env) -> None:
    async with at(env, "council_information_need", "2041/N03", size=(120, 40)) as here:
        await here.press("tab", "3")  # the council of Emmen
        assert "één raad zou iemand aanwijzen" in here.text.replace("\n", " ") or "aanwijzen" in here.text
        assert need(here, "2041/N03").municipalities == ()


async def test_the_home_screen_and_the_actions_say_that_the_councils_wait(env: Env) -> None:
    async with at(env, "", size=(120, 40)) as here:
        assert "De raden wachten nog op 3 antwoorden" in here.text
    async with at(env, "actions", size=(120, 40)) as here:
        assert "de raden wachten op 3" in here.text
        await here.press("b")
        await here.type("programmaregisseur")
        await here.press("enter")
        assert "de raden wachten op 1" in here.text
    async with at(env, "follow_up") as here:
        await here.press("r")
        assert "Wat de raden willen weten" in here.text


async def test_one_of_an_earlier_round_says_so_and_is_delivered_here(env: Env) -> None:
    async with at(env, "needs") as here:
        await here.press("enter")
        assert "Wat de raden willen weten · 2021-N01" in here.text
        await here.press("escape", "l")
        await here.type("voortgang boce")
        await here.press("enter")  # a document of this round; of its day only the year is known
        await here.press("enter")
        assert need(here, "2021/N01").deliveries[-1].document == "Voortgang BOCE-beleidsagenda"
        assert need(here, "2021/N01").deliveries[-1].date == "2041-07-02"
        assert "weer 02-07-2042" in here.text


async def test_the_list_is_made(env: Env, tmp_path: Path) -> None:
    async with at(env, "needs") as here:
        await here.press("m")
        target = tmp_path / "raden.md"
        await type_in(here.pilot, str(target))
        await here.press("enter")
        assert "## Nog niet geleverd" in target.read_text(encoding="utf-8")
