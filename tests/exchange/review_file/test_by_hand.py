"""A block filled in by hand in other ways than asked: understood when it is clear, else it waits."""

from __future__ import annotations

import pytest

from boce_tui.exchange.review_file.reading import ReadReview, read_review
from tests.exchange.review_file.sent import on_behalf, place_in, sent

OPTIONS = "- [ ] overnemen\n- [ ] gewijzigd overnemen\n- [ ] niet overnemen\n- [ ] aanhouden\n"
DOTS = "…" * 24


def read(before: str, after: str, behind: str = "") -> ReadReview:
    text = on_behalf(sent().file.markdown, "een lid", "A")
    begin, end = place_in(text, sent().numbers["2b"])
    block = text[begin:end]
    assert before in block
    changed = text[:begin] + block.replace(before, after, 1) + behind + text[end:]
    return read_review(changed.encode(), "terug.md", sent().files)


@pytest.mark.parametrize(
    "options",
    [
        "- [x] niet overnemen\n",
        "- [ ] overnemen\n- (x) niet overnemen\n",
        "- [ ] overnemen\n- [v] NIET OVERNEMEN\n",
        "[ ] overnemen [ ] gewijzigd overnemen [x] niet overnemen [ ] aanhouden\n",
        "| ☐ | overnemen |\n| --- | --- |\n| x | niet overnemen |\n|  | aanhouden |\n",
    ],
)
def test_a_clear_tick_is_understood(options: str) -> None:
    found = read(OPTIONS, options)
    assert [item.choice for item in found.items] == ["reject"]
    assert found.doubts == []


@pytest.mark.parametrize(
    "options",
    [
        "- [ ] overnemen\n",
        "niet overnemen\n",
        "\n",
        OPTIONS.replace("[ ] niet", "[1] niet"),
        OPTIONS.replace("[ ] niet overnemen", "[ ] **niet overnemen**"),
        OPTIONS.replace("niet overnemen", "niet overnemen <- deze"),
        OPTIONS.replace("[ ] overnemen", "[x] overnemen NIET"),
        OPTIONS.replace("[ ] overnemen", "[x] overnemen, mits op tijd"),
        OPTIONS.replace("[ ] overnemen", "[x] ~~overnemen~~").replace("[ ] niet", "[x] niet"),
        OPTIONS + "\nWij nemen dit niet over.\n",
        "| overnemen | niet overnemen |\n| --- | --- |\n|  | x |\n",
    ],
)
def test_what_is_not_clear_waits(options: str) -> None:
    found = read(OPTIONS, options)
    assert found.items == []
    assert [(doubt.kind, doubt.number) for doubt in found.doubts] == [("unclear_box", "2b")]
    assert all(item.recommendation == "2041/2b" for item in found.doubts[0].items)


def test_a_label_that_is_gone_or_another_word_loses_no_text() -> None:
    for words in ("Te duur.", "Motivatie: te duur."):
        found = read(f"Motivering: {DOTS}", words)
        assert found.doubts
        assert words in "\n".join(doubt.text for doubt in found.doubts)


def test_small_signs_outside_are_reported() -> None:
    for words in ("👍", "?", "Zie 3.1.2"):
        found = read(OPTIONS, OPTIONS, f"\n\n{words}\n")
        assert [(doubt.kind, doubt.text) for doubt in found.doubts] == [("outside", words)]


def test_a_name_of_a_member_is_never_taken_over() -> None:
    text = on_behalf(sent().file.markdown, "een lid", "Jansen")
    found = read_review(text.encode(), "terug.md", sent().files)
    assert found.body == ""
    assert "Jansen" not in repr(found)
