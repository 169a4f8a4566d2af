"""Blocks: the Markdown they write."""

from __future__ import annotations

import pytest

from boce_tui.locale import in_language
from boce_tui.reports import blocks
from boce_tui.reports.escape import Md
from tests.reports.small import t


def test_a_paragraph_keeps_line_breaks_and_paragraphs() -> None:
    assert blocks.paragraph(t("een\ntwee\n\ndrie")) == "een\\\ntwee\n\ndrie"


def test_lead_and_tail_stand_in_the_first_and_last_paragraph() -> None:
    assert (
        blocks.paragraph("een\n\ntwee", lead=blocks.strong("Let op."), tail="(V1)")
        == "**Let op.** een\n\ntwee (V1)"
    )


def test_a_quote_is_introduced() -> None:
    assert blocks.quote("een\n\n# twee", "Iemand zegt:") == "Iemand zegt:\n\n> een\n>\n> \\# twee"


def test_lists_keep_their_paragraphs_together() -> None:
    assert blocks.bullets(["een\n\ntwee", "drie"]) == "- een\n\n  twee\n- drie"
    assert blocks.numbered(["een\ntwee"]) == "1. een\\\n   twee"


def test_a_table_is_even_and_shows_a_dash_for_nothing() -> None:
    assert blocks.table(["a", "b"], [["x|y", ""]], right=[1]) == "| a | b |\n| :-- | --: |\n| x\\|y | – |"
    with pytest.raises(ValueError, match="number of cells"):
        blocks.table(["a", "b"], [["x"]])


def test_a_sentence_escapes_as_a_whole() -> None:
    """Also where only the pieces together mean something: a number and a full stop start a list."""
    assert blocks.fill("{n}. Zie {x}", n=1, x="*a*") == r"1\. Zie \*a\*"
    assert blocks.fill("zie {x}!", x=Md("**a**")) == "zie **a**!"


def test_a_value_is_not_read_as_a_field_again() -> None:
    assert blocks.fill("{a} {b}", a="{b}", b="x") == "{b} x"


def test_people_cannot_fake_the_mark_that_stands_for_markdown() -> None:
    assert blocks.fill("{a} {b}", a="\ue000", b=Md("**x**")) == "\ufffd **x**"


def test_a_link_goes_to_the_heading_it_names() -> None:
    assert blocks.link("3.1.2", "3.1.2 Toerisme & Recreatie") == "[3.1.2](#312-toerisme--recreatie)"


@pytest.mark.parametrize(("language", "wanted"), [("nl", "a, b en c"), ("en", "a, b and c")])
def test_a_listing(language: str, wanted: str) -> None:
    with in_language(language):
        assert blocks.listing(["a", "b", "c"]) == wanted
    assert blocks.listing(["a"]) == "a"
    assert blocks.listing([]) == ""
