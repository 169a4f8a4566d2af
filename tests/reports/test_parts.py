"""The smaller pieces: anchors, dates and numbers, placeholders, sections, walking."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from boce_tui.locale import in_language
from boce_tui.reports.checking import check_report
from boce_tui.reports.formats import bar, day, decimal, in_words, ranges
from boce_tui.reports.model import NO_TEXT, Origin, ReportModel, Text
from boce_tui.reports.placeholders import PLACEHOLDERS, fill_in, unknown_placeholders
from boce_tui.reports.sections import sections
from boce_tui.reports.slugs import same_everywhere, slug, unique
from boce_tui.reports.walking import map_texts, texts
from tests.reports.changing import changed
from tests.reports.small import MODEL, NOBODY

# --- anchors


@pytest.mark.parametrize(
    "heading",
    [
        "Aanbeveling 1a. Titel",
        "Financiën en inzet",
        "Thema 3 (kosten & baten)",
        "Naar 1,5 punt",
        "3.2.1 Toerisme & Recreatie",
        "2.4 Doelen",
        "onder_streept - streepje",
    ],
)
def test_our_anchors_are_those_of_textual(heading: str) -> None:
    from urllib.parse import unquote

    from textual._slug import slug as textual_slug

    assert slug(heading) == unquote(textual_slug(heading))
    assert same_everywhere(heading)


@pytest.mark.parametrize("heading", ["2 – Doelen", "Aanleiding’s", "“Doelen”", "naar → daar", "a\u00a0b"])
def test_headings_that_readers_treat_differently(heading: str) -> None:
    assert not same_everywhere(heading)


def test_double_anchors_are_numbered() -> None:
    assert unique(["a", "b", "a", "a"]) == ["a", "b", "a-1", "a-2"]


# --- dates and numbers


@pytest.mark.parametrize(
    ("iso", "dutch", "english"),
    [
        ("2042-03-01", "1 maart 2042", "1 March 2042"),
        ("2042-10", "oktober 2042", "October 2042"),
        ("", "", ""),
        ("voorjaar 2042", "voorjaar 2042", "voorjaar 2042"),
        ("2042-13-01", "2042-13-01", "2042-13-01"),
    ],
)
def test_dates(iso: str, dutch: str, english: str) -> None:
    assert day(iso) == dutch
    with in_language("en"):
        assert day(iso) == english


def test_numbers_are_rounded_half_up_with_a_comma() -> None:
    assert [decimal(value) for value in (4.25, 4.35, 0.05, 4)] == ["4,3", "4,4", "0,1", "4,0"]
    with in_language("en"):
        assert decimal(4.25) == "4.3"


def test_codes_that_follow_each_other_are_taken_together() -> None:
    assert ranges(["V1", "V2", "V3", "V7", "V8", "V10"]) == ["V1 t/m V3", "V7", "V8", "V10"]
    assert ranges([]) == []


def test_small_numbers_are_words() -> None:
    assert [in_words(number) for number in (1, 2, 12, 13, 0)] == ["één", "twee", "twaalf", "13", "0"]


@pytest.mark.parametrize(
    ("share", "wanted"),
    [(0, ""), (1, "█" * 10), (2, "█" * 10), (0.5, "█" * 5), (0.001, "▏"), (0.86, "████████▋")],
)
def test_bars(share: float, wanted: str) -> None:
    assert bar(share) == wanted


# --- placeholders


def test_placeholders_are_filled_in_once() -> None:
    assert fill_in("{a} en {b} en {c}", {"a": "{b}", "b": "x"}) == "{b} en x en {c}"
    assert fill_in("{a.__class__} {0} {a!r} {}", {"a": "x"}) == "{a.__class__} {0} {a!r} {}"


def test_unknown_placeholders_are_listed_once() -> None:
    assert unknown_placeholders("{agenda} {foto} {round} {foto} { los } {0}") == ["{foto}"]


def test_there_is_about_a_dozen_with_one_meaning_each() -> None:
    assert 10 <= len(PLACEHOLDERS) <= 16
    assert len({p.nl for p in PLACEHOLDERS}) == len(PLACEHOLDERS)
    assert not {p.nl for p in PLACEHOLDERS if p.nl != p.en} & {p.en for p in PLACEHOLDERS if p.nl != p.en}


# --- sections


def test_sections_are_the_document_in_pieces() -> None:
    checked = check_report(changed(MODEL, "chapters.0.parts.0.conclusion", NO_TEXT), NOBODY)
    cut = sections(checked.compiled, checked.findings)
    assert len(cut) == len(checked.compiled.parsed.headings)
    assert "\n".join(one.markdown for one in cut) == checked.compiled.markdown
    assert [one.id for one in cut if one.stopped] == ["311-algemeen"]
    assert sum(len(one.findings) for one in cut) == len(checked.findings)
    by_id = {one.id: one for one in cut}
    assert by_id["311-algemeen"].level == 4
    assert by_id["311-algemeen"].title == "3.1.1 Algemeen"
    assert by_id["311-algemeen"].markdown.startswith("#### 3.1.1 Algemeen\n\nNiet onderzocht")


def test_findings_about_the_whole_report_stand_with_the_title() -> None:
    checked = check_report(MODEL, None)
    first = sections(checked.compiled, checked.findings)[0]
    assert [found.rule for found in first.findings] == ["P0"]


# --- walking


def test_walking_keeps_what_does_not_change() -> None:
    assert map_texts(MODEL, lambda text: text) == MODEL
    shouted = map_texts(MODEL, lambda text: Text(text.value.upper(), text.origin))
    assert shouted.document.title.value == "EVALUATIE WATERAGENDA 2041"
    assert [text.value for text in texts(shouted)] == [text.value.upper() for text in texts(MODEL)]


def test_a_model_survives_being_stored() -> None:
    """An issued report keeps its model: read back it compiles to the same bytes."""
    stored = msgspec.json.encode(MODEL)
    assert msgspec.json.decode(stored, type=ReportModel) == MODEL


def test_an_empty_text_is_false() -> None:
    assert not NO_TEXT
    assert not Text(" \n", Origin("finding"))
    assert Text("x", Origin("finding"))


def test_nothing_heavy_is_loaded_before_it_is_used() -> None:
    """The command line and the first screen may import the reports without Jinja2 and the parser."""
    code = (
        "import sys; import boce_tui.reports.checking, boce_tui.reports.sections;"
        "print([m for m in ('jinja2', 'markdown_it', 'mdit_py_plugins', 'textual') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
