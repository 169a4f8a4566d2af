"""The document is proved: a text that is more than text stops the report and is named."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boce_tui.reports import blocks, escape, template
from boce_tui.reports.checking import check_report
from boce_tui.reports.compiling import compile_report
from boce_tui.reports.escape import Md, clean
from boce_tui.reports.model import ReportModel, Text
from boce_tui.reports.verify import harmless
from boce_tui.reports.walking import map_texts, texts
from tests.reports.changing import changed
from tests.reports.judges import cmark
from tests.reports.small import MODEL, NOBODY, t
from tests.reports.test_escape import hostile

HOSTILE = "# kop\n\n- item\n> citaat <b>x</b> [y](https://z.nl) | {{ 1 }} **\n---\nwww.x.nl \u202e\x1b[31m"


def everything(value: str, model: ReportModel = MODEL) -> ReportModel:
    """The model with every text replaced."""
    return map_texts(model, lambda text: type(text)(value, text.origin, text.fillable) if text else text)


@pytest.mark.parametrize("audience", ["public", "steering"])
@pytest.mark.parametrize(
    "value", [HOSTILE, "|", "\\", "*", "`x", "1. a", "{agenda}", "\u200bx", "a\n\n\nb", "=x\n==="]
)
def test_hostile_texts_everywhere_are_only_text(value: str, audience: str) -> None:
    compiled = compile_report(changed(everything(value), "audience", audience))
    assert compiled.differences == []
    assert any(clean(value).split("\n")[-1] in run.text for run in compiled.parsed.runs)


@given(st.data())
@settings(max_examples=10)
def test_other_texts_in_every_field_are_only_text_in_both_parsers(data: st.DataObject) -> None:
    """Also where texts meet in one sentence, list or row."""
    model = map_texts(MODEL, lambda text: Text(data.draw(hostile), text.origin) if text else text)
    compiled = compile_report(changed(model, "audience", "steering"))
    assert compiled.differences == []
    twin = harmless(compiled.model)[0]
    assert _tags(compiled.markdown) == _tags(compile_report(twin).markdown)


def _tags(markdown: str) -> list[str]:
    """Structure according to GitHub's parser; where a link goes depends on the words of headings."""
    return [re.sub(r' href="#[^"]*"', "", tag) for tag in cmark(markdown)[0]]


def test_a_text_that_shows_nothing_is_an_empty_text() -> None:
    compiled = compile_report(changed(MODEL, "afterword", t("\u200b\u202e")))
    assert "geen nawoord" in compiled.markdown
    assert compiled.differences == []


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("_INLINE", "<b>vet</b>"),
        ("_LINE_START", "- item"),
        ("_HEADING", "een\n# twee"),
        ("_ORDERED", "een\n1. twee"),
        ("_BARE_DOMAIN", "kijk op gemeente.nl"),
    ],
)
def test_without_one_escape_the_text_is_named(part: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    model = changed(MODEL, "introduction.background", t(value, "chapter_text", "2041/1.1"))
    assert compile_report(model).differences == []
    monkeypatch.setattr(escape, part, re.compile(r"(?!)()()"))
    found = compile_report(model).differences
    assert [difference.text.origin.key for difference in found if difference.text] == ["2041/1.1"]
    assert found[0].line > 1


def test_two_guilty_texts_are_both_named(monkeypatch: pytest.MonkeyPatch) -> None:
    model = changed(MODEL, "introduction.background", t("*a*", "chapter_text", "2041/1.1"))
    model = changed(model, "afterword", t("_b_", "chapter_text", "2041/4"))
    monkeypatch.setattr(escape, "_INLINE", re.compile(r"(?!)()"))
    found = [d.text.origin.key for d in compile_report(model).differences if d.text]
    assert found == ["2041/1.1", "2041/4"]


def test_a_text_that_comes_out_otherwise_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Same structure, other words: an entity that a reader would resolve."""
    model = changed(MODEL, "afterword", t("R&amp;D", "chapter_text", "2041/4"))
    monkeypatch.setattr(escape, "_INLINE", re.compile(r"(?!)()"))
    assert [d.text.origin.key for d in compile_report(model).differences if d.text] == ["2041/4"]


def test_a_block_that_forgets_to_escape_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "block", lambda text: Md(text))
    model = changed(MODEL, "afterword", t("een\n\n- twee", "chapter_text", "2041/4"))
    assert [d.text.origin.key for d in compile_report(model).differences if d.text] == ["2041/4"]


def test_a_template_that_does_not_make_inert_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template, "span", lambda value: Md(str(value)))
    monkeypatch.setattr(blocks, "inline", Md)
    model = changed(MODEL, "document.agenda", t("a | b", "agenda", "agenda"))
    assert any(d.text and d.text.origin.kind == "agenda" for d in compile_report(model).differences)


def test_a_difference_stops_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    model = changed(MODEL, "afterword", t("een *twee*", "chapter_text", "2041/4"))
    monkeypatch.setattr(escape, "_INLINE", re.compile(r"(?!)()"))
    found = [finding for finding in check_report(model, NOBODY).findings if finding.rule == "F0"]
    assert [(finding.severity, finding.origin.key if finding.origin else "") for finding in found] == [
        ("error", "2041/4")
    ]


def test_every_text_of_the_model_is_placed() -> None:
    """What the model holds is printed, and the places know where."""
    compiled = compile_report(changed(MODEL, "audience", "steering"))
    placed = {id(text) for here in compiled.placements for text in here}
    unused = {text.value for text in texts(compiled.model) if id(text) not in placed}
    # Only used by gates, or shown by name elsewhere.
    assert unused <= {"Een visie op water maken.", "Water & groen", "Wegen", "Oosterdam", "Westerveld"}
    assert len(placed) > 50


def test_harmless_texts_keep_their_shape() -> None:
    twin, found = harmless(changed(MODEL, "afterword", t("een\ntwee\n\ndrie")))
    number = next(n for n, text in enumerate(found) if text.value.startswith("een\ntwee"))
    assert twin.afterword.value == f"qx{number}x0qx\nqx{number}x1qx\n\nqx{number}x3qx"
