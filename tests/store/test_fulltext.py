"""Dutch full-text search: found as a person would look for it, and nothing typed is obeyed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.store import Dossier
from boce_tui.store.fulltext import snippet

TEXT = "Coördinatie tussen gemeenten gaat goed; 's-Gravenhage is ver. De samenwerkingen (e-mail) helpen."
KEY = "2041/G01/A1/-/all"


@pytest.mark.parametrize(
    "words",
    [
        "coordinatie",
        "Coördinatie",
        "COORDINATIE",
        "gemeente",
        "gemeent",
        "gemeenten",
        "gaat",
        "samenwerking",
        "gravenhage",
        "e-mail",
        "coordinatie gemeente",
        "gemeente coordinatie",
        "coo",
    ],
)
def test_answer_is_found(dossier: Dossier, words: str) -> None:
    dossier.save(Answer(text=TEXT), KEY)
    assert [(h.entity, h.key) for h in dossier.search(words)] == [("answer", KEY)]


@pytest.mark.parametrize(
    "words", ["", "   ", "\0", '"', "bestaatniet", "coordinatie bestaatniet", "-", "_", "*"]
)
def test_what_is_not_there_is_not_found(dossier: Dossier, words: str) -> None:
    dossier.save(Answer(text=TEXT), KEY)
    assert dossier.search(words) == []


@given(words=st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=150)
def test_no_text_breaks_or_steers_the_search(dossier: Dossier, words: str) -> None:
    for hit in dossier.search(words):
        assert "\n" not in hit.snippet


@pytest.mark.parametrize(
    "words", ['" OR body : "', "body : x", "NEAR(a b)", "a AND OR", "stems : gemeent", "x* ^y", "(((("]
)
def test_search_language_is_only_words(dossier: Dossier, words: str) -> None:
    dossier.save(Answer(text="iets anders"), KEY)
    assert dossier.search(words) == []


def test_search_follows_change_deletion_and_undo(dossier: Dossier) -> None:
    dossier.save(Answer(text="appel"), KEY)
    dossier.save(Answer(text="peer"), KEY)
    assert dossier.search("appel") == []
    assert len(dossier.search("peer")) == 1
    dossier.delete(Answer, KEY)
    assert dossier.search("peer") == []
    dossier.undo(Answer, KEY)
    assert len(dossier.search("peer")) == 1
    dossier.save(Answer(), KEY)
    assert dossier.search("peer") == []


def test_both_versions_of_a_conflict_are_found(dossier: Dossier) -> None:
    first = dossier.save(Answer(text="begin"), KEY)
    dossier.save(Answer(text="links"), KEY)
    dossier.save(Answer(text="rechts"), KEY, parents=[first.id])
    assert len(dossier.search("links")) == len(dossier.search("rechts")) == 1


def test_search_within_kinds_and_places(dossier: Dossier) -> None:
    dossier.save(Answer(text="woord"), KEY)
    dossier.save(Answer(text="woord"), "2042/G01/A1/-/all")
    dossier.save(Quote(answer=KEY, text="woord"), "2041/Q1")
    dossier.save(Finding(text="woord", sub_question="ambitions"), "2041/B1")
    assert len(dossier.search("woord")) == 4
    assert [h.key for h in dossier.search("woord", kinds=[Finding])] == ["2041/B1"]
    assert {h.entity for h in dossier.search("woord", kinds=[Answer, Quote])} == {"answer", "quote"}
    assert {h.key[:4] for h in dossier.search("woord", prefix="2041/")} == {"2041"}
    assert len(dossier.search("woord", limit=2)) == 2
    assert dossier.search("woord", kinds=[]) == []


def test_snippet_is_one_line_around_the_word_as_it_was_typed() -> None:
    text = "begin " * 40 + "hier staat\nde Coördinatie\tvan het werk " + "einde " * 40
    line = snippet(text, ["coordinatie"])
    assert "hier staat de Coördinatie van het werk" in line
    assert line.startswith("… ")
    assert line.endswith(" …")
    assert len(line) < 170
    assert snippet("kort", ["kort"]) == "kort"
