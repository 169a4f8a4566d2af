"""A field with a list behind it: a letter opens the list and begins to look in it."""

from __future__ import annotations

from pathlib import Path

from boce_tui.cycle.planning import respondents
from boce_tui.tui.planning import people_door
from tests.tui.planning.desk import ROUND, at_desk, with_people


async def test_a_letter_opens_the_list_and_is_the_first_of_the_words(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=with_people) as desk:
        code = next(iter(respondents(desk.dossier, ROUND)))
        await desk.press("enter")
        await (await desk.to("role")).type("trekker")
        assert "trekker" in desk.text
        assert "gemeentesecretaris" not in "\n".join(desk.text.splitlines()[4:])
        await desk.press("enter")
        assert respondents(desk.dossier, ROUND)[code].role == "theme_lead"


async def test_the_field_says_which_key_opens_its_list(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=with_people) as desk:
        await desk.press("enter")
        await desk.to("role")
        assert "enter: wijzig" in desk.text
        before = desk.text
        await desk.press("enter")
        assert desk.text != before
        assert "gemeentesecretaris" in desk.text
