"""Lists: any length, filter, cursor by id, mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import Static

from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.block_list import Block, BlockList
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow, table_line
from tests.tui.helpers import OneWidget, make_app, shown


def rows(count: int, name: str = "rij") -> list[PickRow]:
    return [PickRow(f"id{i}", (f"R{i}", f"{name} {i}")) for i in range(count)]


class Listening(OneWidget):
    def __init__(self, *widgets: object) -> None:
        super().__init__(*widgets)  # type: ignore[arg-type]
        self.picked: list[str] = []
        self.moved: list[str] = []

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        self.picked.append(event.item)

    def on_items_view_moved(self, event: ItemsView.Moved) -> None:
        self.moved.append(event.item)


async def test_keys_and_mouse(tmp_path: Path) -> None:
    picks = PickList(Column(width=6), Column())
    picks.show(rows(100))
    screen = Listening(picks)
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test(size=(60, 14)) as pilot:
        assert app.focused is picks.view
        await pilot.press("down", "down", "enter", "up", "end", "enter", "home", "pagedown", "pageup")
        assert screen.picked == ["id2", "id99"]
        assert screen.moved == ["id1", "id2", "id1", "id99", "id0", "id9", "id0"]
        await pilot.press("up")
        assert picks.current == "id0"
        await pilot.click(picks.view, offset=(5, 4))
        assert (picks.current, screen.picked) == ("id4", ["id2", "id99"])
        await pilot.click(picks.view, offset=(5, 4))
        assert screen.picked[-1] == "id4"


async def test_the_cursor_is_always_in_sight(tmp_path: Path) -> None:
    picks = PickList(Column())
    picks.show([PickRow(str(i), (f"regel-{i}-",)) for i in range(200)])
    app = make_app(tmp_path, lambda _app: OneWidget(picks))
    async with app.run_test(size=(60, 14)) as pilot:
        for key in ("end", "pageup", "up", "home", "pagedown", "pagedown", "down"):
            await pilot.press(key)
            await pilot.pause()
            assert f"▸ regel-{picks.current}-" in shown(app)
        picks.go_to("150")
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert "▸ regel-150-" in shown(app)


async def test_filter_by_words_without_accents_and_back(tmp_path: Path) -> None:
    picks = PickList(Column(width=6), Column())
    picks.show(
        [PickRow("a", ("R1", "Zoë Çelik")), PickRow("b", ("R2", "Zoë Bakker")), PickRow("c", ("R3", "Jan"))]
    )
    app = make_app(tmp_path, lambda _app: OneWidget(picks))
    async with app.run_test() as pilot:
        await pilot.press("down", "slash", *"zoe c")
        assert [row.id for row in picks.rows] == ["a"]
        await pilot.press("ctrl+u", *"zoe")
        assert [row.id for row in picks.rows] == ["a", "b"]
        await pilot.press("enter", "down")
        assert picks.current == "b"
        await pilot.press("escape")
        assert len(picks.rows) == 3
        assert (picks.current, app.focused) == ("b", picks.view)
        assert app.is_running
        await pilot.press("slash", "x", "q")
        assert picks.rows == []
        await pilot.press("escape")
        assert picks.filter_words == ""
        assert len(picks.rows) == 3
        await pilot.press("escape")
        assert app.focused is picks.view


async def test_a_filter_can_search_elsewhere(tmp_path: Path) -> None:
    asked: list[str] = []

    def search(words: str) -> list[PickRow]:
        asked.append(words)
        return [PickRow("z", ("gevonden", "elders"))]

    picks = PickList(Column(width=10), Column(), search=search)
    picks.show(rows(3))
    app = make_app(tmp_path, lambda _app: OneWidget(picks))
    async with app.run_test() as pilot:
        await pilot.press("slash", "u", "r")
        assert asked == ["u", "ur"]
        assert "gevonden" in shown(app)


async def test_other_rows_keep_the_cursor_on_the_same_item(tmp_path: Path) -> None:
    picks = PickList(Column(width=6), Column())
    picks.show(rows(10))
    app = make_app(tmp_path, lambda _app: OneWidget(picks))
    async with app.run_test() as pilot:
        picks.go_to("id7")
        picks.show(list(reversed(rows(10, "ander"))))
        await pilot.pause()
        assert str(picks.current) == "id7"
        assert "▸ R7      ander 7" in shown(app)
        picks.show(rows(2))
        assert str(picks.current) == "id1"
        picks.show([])
        assert str(picks.current) == "None"
        await pilot.press("enter", "down", "end")


async def test_an_empty_list_says_what_belongs_there(tmp_path: Path) -> None:
    picks = PickList(Column(), empty="Nog geen gesprekspartners. Druk op n voor de eerste.")
    picks.show([])
    app = make_app(tmp_path, lambda _app: OneWidget(picks))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Druk op n" in shown(app)
        picks.show([PickRow("a", ("eerste",))])
        await pilot.pause()
        assert "Druk op n" not in shown(app)
        picks.show_empty("No one yet.")
        picks.show([])
        await pilot.pause()
        assert "No one yet." in shown(app)


async def test_ten_thousand_rows_cost_no_more_than_fifty(tmp_path: Path) -> None:
    """A list draws what is seen: counted in rows drawn, not in seconds."""
    picks = PickList(Column(width=6), Column())
    drawn: list[int] = []
    original = picks.view.item_lines

    def counting(index: int, width: int) -> list[Content]:
        drawn.append(index)
        return original(index, width)

    picks.view.item_lines = counting  # type: ignore[method-assign]
    picks.show(rows(10_000))
    app = make_app(tmp_path, lambda _app: OneWidget(picks))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert len(drawn) < 100
        drawn.clear()
        await pilot.press("end")
        await pilot.pause()
        assert len(drawn) < 100
        assert "R9999" in shown(app)


async def test_a_number_is_never_cut_off(tmp_path: Path) -> None:
    picks = PickList(Column("Nr.", width=4, whole=True), Column("Wie"))
    app = make_app(tmp_path, lambda _app: OneWidget(picks))
    async with app.run_test(size=(60, 14)) as pilot:
        for number in ("G01", "G34701"):
            picks.show([PickRow("one", (number, "iemand"))])
            await pilot.pause()
            assert f"{number}  " in shown(app)
        picks.show_titles("No.", "Who")
        picks.show([PickRow("one", ("G34701", "iemand"))])
        await pilot.pause()
        assert "No.     Who" in shown(app)


def test_columns_share_the_room() -> None:
    columns = (Column(width=4), Column(), Column(width=6, right=True), Column(width=8, from_width=60))
    cells = ("R07", "een hele lange naam die niet past", "1.234", "erbij")
    assert table_line(columns, cells, 30).plain == "R07   een hele lange …   1.234"
    wide = table_line(columns, cells, 70).plain
    assert len(wide) == 70
    assert wide.endswith("1.234  erbij   ")


@pytest.mark.parametrize("width", [1, 5, 12, 40])
def test_a_table_line_never_takes_more_than_its_room(width: int) -> None:
    columns = (Column(width=4), Column(), Column(width=6, right=True))
    assert table_line(columns, ("字字字字", assemble("naam"), "1"), width).cell_length <= max(width, 16)


async def test_blocks_of_any_height(tmp_path: Path) -> None:
    blocks = BlockList()
    blocks.show(
        [
            Block(f"b{i}", (f"R{i}",), "woord " * (i * 7 % 40) + f"slot{i}", (f"#label{i}",) if i % 2 else ())
            for i in range(30)
        ]
    )
    screen = Listening(blocks)
    app = make_app(tmp_path, lambda _app: screen)
    async with app.run_test(size=(50, 16)) as pilot:
        for key in ("down", "down", "down", "pagedown", "end", "up", "pageup", "home"):
            await pilot.press(key)
            await pilot.pause()
            assert f"slot{blocks.current[1:]}" in shown(app).replace("\n", " ")  # type: ignore[index]
        await pilot.press("down", "enter")
        assert screen.picked == ["b1"]
        blocks.go_to("b20")
        await pilot.resize_terminal(90, 20)
        await pilot.pause()
        assert blocks.current == "b20"
        assert "│ R20" in shown(app) or "▌ R20" in shown(app)


async def test_a_block_list_beside_other_things_keeps_its_marks(tmp_path: Path) -> None:
    blocks = BlockList()
    blocks.show([Block("a", ("R01",), "tekst")])
    app = make_app(tmp_path, lambda _app: OneWidget(blocks, Static(assemble("onder"))))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "▌ R01" in shown(app)
        app.screen.set_focus(None)
        await pilot.pause()
        assert "│ R01" in shown(app)
