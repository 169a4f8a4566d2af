"""Parts beside each other or as tabs; a section of a document; the difference between two texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.tui.widgets.diff_view import DiffView, word_diff
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.widgets.section_view import LARGEST, SectionView, markdown_lines
from tests.tui.helpers import OneWidget, drawn, make_app, shown


def three() -> tuple[Panes, PickList, NoteArea]:
    picks = PickList(Column())
    picks.show([PickRow(str(i), (f"vraag {i}",)) for i in range(9)])
    area = NoteArea("de bevinding")
    panes = Panes(
        [
            Pane("a", "Vragen", (picks,)),
            Pane("b", "Antwoorden", (NoteArea("een antwoord"),)),
            Pane("c", "Bevinding", (area,)),
        ]
    )
    return panes, picks, area


async def test_tabs_when_narrow_keep_their_places(tmp_path: Path) -> None:
    panes, picks, area = three()
    app = make_app(tmp_path, lambda _app: OneWidget(panes))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "▸Vragen" in shown(app)
        assert "de bevinding" not in shown(app)
        await pilot.press("down", "down", "f5", "f5", "end", "!")
        assert (panes.active, app.focused, area.text) == ("c", area, "de bevinding!")
        assert "vraag 2" not in shown(app)
        await pilot.press("f5")
        await pilot.pause()
        assert (panes.active, app.focused, picks.current) == ("a", picks.view, "2")
        await pilot.click("_Tabs", offset=(26, 0))
        await pilot.pause()
        assert panes.active == "c"
        assert area.cursor_location == (0, 13)


async def test_columns_when_wide_and_back(tmp_path: Path) -> None:
    panes, _picks, area = three()
    app = make_app(tmp_path, lambda _app: OneWidget(panes))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        text = shown(app)
        assert "▸Vragen" not in text
        assert all(part in text for part in ("vraag 1", "een antwoord", "de bevinding"))
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert panes.active == "c"
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "▸Bevinding" in shown(app)
        assert app.focused is area
        panes.show_title("c", "Finding")
        await pilot.pause()
        assert "▸Finding" in shown(app)


async def test_the_shared_commands_filter_and_go_on(tmp_path: Path) -> None:
    panes, picks, area = three()

    class Screen(OneWidget):
        COMMANDS = ("list.filter", "panes.next")  # type: ignore[assignment]  # as in BoceScreen

    app = make_app(tmp_path, lambda _app: Screen(panes))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert shown(app).splitlines()[-1] == " / filter   f5 deel   ^p alles   ? hulp"
        await app.screen.run_action("list_filter")
        await pilot.pause()
        await pilot.press("3")
        assert [row.id for row in picks.rows] == ["3"]
        await app.screen.run_action("panes_next")
        await app.screen.run_action("panes_next")
        await pilot.pause()
        assert app.focused is area
        assert shown(app).splitlines()[-1] == " f5 deel   ^p alles   f1 hulp"


def plain(markdown: str, width: int = 40) -> list[str]:
    return [line.plain.rstrip() for line in markdown_lines(markdown, width)]


def test_markdown_as_its_reader_sees_it() -> None:
    assert plain("## Kop\n\neen **twee**\ndrie\n\n- a\n- b\n\n> q\n\n---\n\n    code\n") == [
        "Kop", "", "een twee drie", "", "- a", "- b", "", "│ q", "", "─" * 40, "", "    code",
    ]  # fmt: skip
    assert plain("3. c\n4. d\n   - e") == ["3. c", "4. d", "   - e"]
    assert plain("| a | n |\n|---|--:|\n| een | 1 |\n| twee | 10 |") == [
        "a      n",
        "────────",
        "een    1",
        "twee  10",
    ]


@pytest.mark.parametrize("width", [10, 25, 60])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    text = (
        "# Een heel lange kop die niet past\n\n"
        + "woord " * 40
        + "\n\n> - citaat in een lijst "
        + "met veel tekst " * 9
        + "\n\n| kolom een | kolom twee | drie |\n|---|---|---|\n| "
        + "lang " * 20
        + "| x | "
        + "nog langer " * 20
        + "|\n"
    )
    for line in markdown_lines(text, width):
        assert line.cell_length <= width + 8, line.plain


def test_nothing_in_it_is_markup_or_a_link() -> None:
    lines = markdown_lines(
        "[klik](http://x.nl) [red]a[/x] <script>alert(1)</script> \x1b[2J `[@click=app.quit]x`", 200
    )
    text = lines[0].plain
    assert text == "klik [red]a[/x] <script>alert(1)</script> �[2J [@click=app.quit]x"
    assert not any("@click" in str(span.style) or "link" in str(span.style) for span in lines[0].spans)


@given(st.text(max_size=200), st.integers(10, 60))
def test_any_text_can_be_drawn(markdown: str, width: int) -> None:
    markdown_lines(markdown, width)


async def test_a_section_scrolls_and_changes(tmp_path: Path) -> None:
    view = SectionView("\n\n".join(f"alinea {i}." for i in range(80)))
    app = make_app(tmp_path, lambda _app: OneWidget(view))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "alinea 0." in shown(app)
        await pilot.press("end")
        assert "alinea 79." in shown(app)
        await pilot.press("home", "down", "down", "pagedown")
        assert "alinea 0." not in shown(app)
        view.show("## Anders")
        await pilot.pause()
        assert "Anders" in shown(app)
        view.show("x" * (LARGEST + 1))
        await pilot.pause()
        assert "xxxx" in shown(app)


def test_the_difference_by_words() -> None:
    content = word_diff("De rollen zijn niet duidelijk.", "De rollen zijn nu duidelijk, voor allen.")
    assert content.plain == "De rollen zijn niet nu duidelijk, voor allen."
    looks = {content.plain[span.start : span.end]: str(span.style) for span in content.spans}
    assert "strike" in looks["niet"]
    assert "underline" in looks["nu"]
    assert "underline" in looks[", voor allen"]
    assert word_diff("gelijk", "gelijk").plain == "gelijk"
    assert word_diff("", "nieuw").plain == "nieuw"
    assert word_diff("[red]a[/x]", "").plain == "[red]a[/x]"
    spoken = word_diff("De rollen zijn niet duidelijk.", "De rollen zijn nu duidelijk.", spoken=True)
    assert spoken.plain == "De rollen zijn [weg: niet] [nieuw: nu] duidelijk."


@given(st.text(st.sampled_from("ab, \n"), max_size=40), st.text(st.sampled_from("ab, \n"), max_size=40))
def test_both_texts_are_in_the_difference(before: str, after: str) -> None:
    content = word_diff(before, after)
    styled = [(content.plain[span.start : span.end], str(span.style)) for span in content.spans]
    gone = sum(len(text) for text, style in styled if "strike" in style)
    new = sum(len(text) for text, style in styled if "underline" in style)
    assert gone <= len(before)
    assert new <= len(after)


@pytest.mark.parametrize("colours", [True, False], ids=["colours", "NO_COLOR"])
async def test_a_difference_is_read_without_knowing_signs(tmp_path: Path, colours: bool) -> None:
    view = DiffView()
    app = make_app(tmp_path, lambda _app: OneWidget(view), environ={} if colours else {"NO_COLOR": "1"})
    async with app.run_test() as pilot:
        view.show("De rol is helder.", "De rol is vaag.")
        await pilot.pause()
        assert "[-" not in shown(app)
        assert "{+" not in shown(app)
        if colours:
            assert "woorden die weg zijn · nieuwe woorden" in shown(app)
            assert "De rol is helder vaag." in shown(app)
            assert drawn(app, "strike") == ["woorden die weg zijn", "helder"]
            assert drawn(app, "underline") == ["nieuwe woorden", "vaag"]
        else:
            assert "De rol is [weg: helder] [nieuw: vaag]." in shown(app)


async def test_a_long_difference_is_made_by_lines(tmp_path: Path) -> None:
    view = DiffView()
    app = make_app(tmp_path, lambda _app: OneWidget(view))
    async with app.run_test() as pilot:
        old = "\n".join(f"regel {i} met een paar woorden" for i in range(900))
        view.show(old, old.replace("regel 3 ", "regel drie "))
        await pilot.pause()
        assert any("regel drie met" in piece for piece in drawn(app, "underline"))
