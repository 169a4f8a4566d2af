"""Off the record: marked by sign, word and frame; kept nowhere; closed by going elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.locale import in_language
from boce_tui.tui.interviewing.off_record import OffRecordArea
from tests.cycle.factory import FRESH
from tests.tui.helpers import FakeSaver, check_golden
from tests.tui.interviewing.rooms import talk

OFF = "ctrl+backslash"
SECRET = "dit blijft onder ons"
SIZES = [(80, 24), (120, 40), (60, 20)]


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
async def test_looks(tmp_path: Path, size: tuple[int, int]) -> None:
    async with talk(tmp_path, size=size) as t:
        await t.go("E1")
        await t.type("gaat goed.")
        t.saved()
        t.room.changed()
        await t.press(OFF)
        await t.type(SECRET)
        check_golden(f"room-off-record-{size[0]}x{size[1]}", t.app)


async def test_it_says_so_until_switched_back_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        await t.type("voor ")
        await t.press(OFF)
        assert "× WORDT NIET BEWAARD" in t.screen
        await t.type(SECRET)
        await t.press("ctrl+s")
        assert "wordt niet bewaard" in t.screen
        await t.press("f4", "ctrl+d")
        assert "er wordt niets van bewaard" in t.screen
        assert t.quotes() == []
        await t.press("f5", "4")
        assert t.app.focused is t.room.off_record.area, "from the choice back to where one typed"
        await t.type(" en meer")
        assert t.room.off_record.area.text == SECRET + " en meer"
        await t.press(OFF)
        assert "NIET BEWAARD" not in t.screen
        assert "Weer in het verslag" in t.screen
        await t.type("na")
        t.saved()
        assert t.answer("E1").text == "voor na"
        await t.press(OFF)
        assert t.room.off_record.area.text == ""
        await t.press("ctrl+z")
        assert t.room.off_record.area.text == "", "nothing to undo either"


async def test_a_burst_of_keys_ends_up_on_the_right_side(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        from textual import events
        from textual.keys import _character_to_key

        def send(text: str) -> None:
            for char in text:
                t.app.post_message(events.Key(_character_to_key(char), char))

        send("een ")
        t.app.post_message(events.Key(OFF, None))
        send(SECRET)
        t.app.post_message(events.Key(OFF, None))
        send("twee")
        await t.settled()
        t.saved()
        assert t.answer("E1").text == "een twee"


@pytest.mark.parametrize(
    "leaving", [["ctrl+n"], ["f2", "e", "3"], ["ctrl+l"], ["f7"], ["ctrl+k"], ["escape"]]
)
async def test_going_elsewhere_closes_it_with_a_clear_line(tmp_path: Path, leaving: list[str]) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        await t.press(OFF)
        await t.type(SECRET)
        for key in leaving[:-1]:
            await t.pilot.press(key)
        await t.press(leaving[-1])
        assert not t.room.off_record.is_open
        assert t.room.off_record.area.text == ""
        assert "Weer in het verslag" in t.screen or leaving == ["ctrl+l"]
        assert SECRET not in t.screen


async def test_another_size_or_language_or_sleep_leaves_no_text(tmp_path: Path) -> None:
    async with talk(tmp_path) as t:
        await t.go("E1")
        for what in ("size", "language", "sleep"):
            await t.press(OFF)
            await t.type(SECRET)
            if what == "size":
                await t.pilot.resize_terminal(100, 30)
            elif what == "language":
                with in_language("en"):
                    t.room.on_language()
                    await t.settled()
                    assert "IS NOT KEPT" in t.screen
            else:
                t.app._suspend_signal()
            await t.settled()
            assert t.room.off_record.is_open, "still off the record: what follows is not kept either"
            assert t.room.off_record.area.text == ""
            await t.press(OFF)
        t.saved()
        assert t.answer("E1").text == ""


async def test_before_consent_there_is_nothing_off_the_record(tmp_path: Path) -> None:
    async with talk(tmp_path, FRESH) as t:
        await t.press(OFF)
        assert not t.room.off_record.is_open


def test_the_field_refuses_a_saver() -> None:
    with pytest.raises(ValueError, match="saver"):
        OffRecordArea().load("", FakeSaver())
