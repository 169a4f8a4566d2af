"""The chain of evidence in both directions, names of items, search, and taking a step back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle import concluding, evidence, recommending, undo_keeping
from boce_tui.cycle.analysing import findings, labels
from boce_tui.cycle.searching import search
from boce_tui.cycle.titles import Titles
from boce_tui.cycle.undoing import UndoBook
from boce_tui.domain.agenda import Document
from boce_tui.domain.analysis import Finding, SubConclusion
from boce_tui.domain.interviewing import Answer, Tagging
from boce_tui.domain.keys import last
from boce_tui.domain.recommendation import Recommendation
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from tests.cycle.analysing.heard import E1, E4, Heard
from tests.cycle.factory import ROUND

CELL = concluding.cell_key(ROUND, "experiences", "housing")


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    made = Heard(tmp_path)
    yield made
    made.dossier.close()


class Chain:
    """One recommendation that rests on everything below it."""

    def __init__(self, heard: Heard) -> None:
        dossier = heard.dossier
        self.code = heard.person()
        self.interview = f"{ROUND}/{self.code.replace('R', 'G')}"
        self.answer = heard.says(self.code, E4, "stuurgroep wel, opdrachtgevers niet")
        self.quote = heard.quote(self.answer, "niemand is de baas")
        self.finding = findings.new_finding(dossier, ROUND, "experiences", "housing").key
        findings.change_finding(dossier, self.finding, text="De rollen zijn niet voor iedereen duidelijk.")
        findings.cite(dossier, self.finding, "answer", self.answer)
        findings.cite(dossier, self.finding, "quote", self.quote, findings.AGAINST)
        concluding.change_sub_conclusion(dossier, CELL, text="De sturing is minder sterk.")
        concluding.toggle_finding(dossier, CELL, self.finding)
        self.bullet = concluding.new_main_conclusion(dossier, ROUND).key
        concluding.toggle_sub_conclusion(dossier, self.bullet, CELL)
        group = last(recommending.new_group(dossier, ROUND, "Rollen").key)
        self.advice = recommending.new_recommendation(dossier, ROUND, group).key
        recommending.toggle_finding(dossier, self.advice, self.finding)


def steps(links: list[evidence.Link]) -> set[tuple[str, str]]:
    return {(link.entity, link.key) for link in links}


def test_from_recommendation_down_to_the_interview_and_back_up(heard: Heard) -> None:
    chain = Chain(heard)
    road = [
        ("recommendation", chain.advice),
        ("finding", chain.finding),
        ("quote", chain.quote),
        ("answer", chain.answer),
        ("interview", chain.interview),
    ]
    for upper, lower in pairwise(road):
        assert lower in steps(evidence.down(heard.dossier, *upper))
        assert upper in steps(evidence.up(heard.dossier, *lower))
    assert steps(evidence.down(heard.dossier, "main_conclusion", chain.bullet)) == {("sub_conclusion", CELL)}
    assert steps(evidence.down(heard.dossier, "sub_conclusion", CELL)) == {("finding", chain.finding)}
    assert steps(evidence.up(heard.dossier, "finding", chain.finding)) == {
        ("sub_conclusion", CELL),
        ("recommendation", chain.advice),
    }
    assert evidence.down(heard.dossier, "finding", f"{ROUND}/weg") == []


def test_a_link_tells_its_side_and_whether_its_source_changed(heard: Heard) -> None:
    chain = Chain(heard)
    links = {link.entity: link for link in evidence.down(heard.dossier, "finding", chain.finding)}
    assert (links["answer"].stance, links["quote"].stance) == ("for", "against")
    assert links["quote"].text == "niemand is de baas"
    assert not links["answer"].changed
    heard.says(chain.code, E4, "toch wel duidelijk")
    links = {link.entity: link for link in evidence.down(heard.dossier, "finding", chain.finding)}
    assert links["answer"].changed
    assert not links["quote"].changed


def test_a_broken_link_stays_and_is_reported_until_it_is_mended(heard: Heard) -> None:
    chain = Chain(heard)
    assert evidence.broken_links(heard.dossier, ROUND) == []
    findings.delete_finding(heard.dossier, chain.finding)
    broken = evidence.broken_links(heard.dossier, ROUND)
    assert {(entity, key) for entity, key, _link in broken} == {
        ("sub_conclusion", CELL),
        ("recommendation", chain.advice),
    }
    assert all(link.broken and not link.text for _e, _k, link in broken)
    assert evidence.down(heard.dossier, "recommendation", chain.advice)[0].broken
    heard.dossier.undo(Finding, chain.finding)
    assert evidence.broken_links(heard.dossier, ROUND) == []


def test_names_of_items(heard: Heard) -> None:
    chain = Chain(heard)
    heard.dossier.save(Document(title="Jaarplan"), f"{ROUND}/D3")
    titles = Titles(heard.dossier, ROUND)
    assert titles.of("recommendation", chain.advice) == "Aanbeveling 1"
    assert titles.of("finding", chain.finding) == "Bevinding 1"
    assert titles.of("sub_conclusion", CELL) == "3.2 Ervaringen · Wonen"
    assert titles.of("main_conclusion", chain.bullet) == "Hoofdconclusie 1"
    assert titles.of("answer", chain.answer) == f"{chain.code} · E4"
    assert titles.of("quote", chain.quote) == f"Citaat · {chain.code} · E4"
    assert titles.of("interview", chain.interview) == f"{last(chain.interview)} · {chain.code}"
    assert titles.of("document", f"{ROUND}/D3") == "Document D3"
    assert titles.of("finding", f"{ROUND}/weg") == "weg"
    assert titles.of("iets_anders", f"{ROUND}/x") == "x"
    assert Titles(heard.dossier, "2042").number(chain.advice) == "2041-1"


# --- search -----------------------------------------------------------------------------------------------


def test_search_finds_every_kind_with_its_name(heard: Heard) -> None:
    chain = Chain(heard)
    found = {hit.entity: hit for hit in search(heard.dossier, ROUND, "rol duidelijk")}
    assert found["finding"].key == chain.finding
    assert found["finding"].title == "Bevinding 1"
    assert "rollen" in found["finding"].snippet
    assert [hit.entity for hit in search(heard.dossier, ROUND, "opdrachtgevers", ("answer",))] == ["answer"]
    assert search(heard.dossier, ROUND, "opdrachtgevers", ("finding",)) == []
    assert search(heard.dossier, "2042", "opdrachtgevers")[0].title == f"2041 · {chain.code} · E4"


def test_search_is_deaf_to_accents_and_to_withdrawn_interviews(heard: Heard) -> None:
    chain = Chain(heard)
    key = heard.says(chain.code, E1, "een coördinator uit Groningën")
    assert [hit.key for hit in search(heard.dossier, ROUND, "coordinator groningen")] == [key]
    heard.withdraw(last(chain.interview))
    assert search(heard.dossier, ROUND, "coordinator") == []
    assert [hit.entity for hit in search(heard.dossier, ROUND, "baas")] == []


# --- taking a step back -----------------------------------------------------------------------------------


def test_a_deleted_finding_comes_back_whole(heard: Heard) -> None:
    chain = Chain(heard)
    before = heard.dossier.value(Finding, chain.finding)
    book = UndoBook(heard.dossier)
    book.do("verwijderen", lambda d: findings.delete_finding(d, chain.finding))
    assert heard.dossier.value(Finding, chain.finding) is None
    step = book.undo()
    assert step is not None
    assert step.words == "verwijderen"
    assert heard.dossier.value(Finding, chain.finding) == before
    assert evidence.broken_links(heard.dossier, ROUND) == []
    assert book.undo() is None


def test_a_step_of_several_items_goes_back_in_one(heard: Heard) -> None:
    chain = Chain(heard)
    book = UndoBook(heard.dossier)

    def both(dossier: Dossier) -> str:
        made = findings.new_finding(dossier, ROUND, "experiences", "housing")
        concluding.toggle_finding(dossier, CELL, made.key)
        return made.key

    made = book.do("nieuw", both)
    assert heard.dossier.value(SubConclusion, CELL).findings == (chain.finding, made)  # type: ignore[union-attr]
    book.undo()
    assert heard.dossier.value(Finding, made) is None
    assert heard.dossier.value(SubConclusion, CELL).findings == (chain.finding,)  # type: ignore[union-attr]


def test_text_typed_since_then_stays(heard: Heard) -> None:
    chain = Chain(heard)
    book = UndoBook(heard.dossier)
    book.do("bewijs", lambda d: findings.remove_source(d, chain.finding, "answer", chain.answer))
    findings.change_finding(heard.dossier, chain.finding, text="Herschreven.")
    book.undo()
    found = heard.dossier.value(Finding, chain.finding)
    assert found is not None
    assert found.text == "Herschreven."
    assert {e.key for e in found.evidence} == {chain.answer, chain.quote}


def test_what_was_made_and_then_written_in_is_not_thrown_away(heard: Heard) -> None:
    book = UndoBook(heard.dossier)
    made = book.do("nieuw", lambda d: findings.new_finding(d, ROUND, "experiences", "general"))
    findings.change_finding(heard.dossier, made.key, text="Met moeite geschreven.")
    with pytest.raises(BadInput, match="geschreven"):
        book.undo()
    assert heard.dossier.value(Finding, made.key) is not None
    assert len(book) == 1


def test_steps_go_back_one_by_one_also_after_other_things_happened(heard: Heard) -> None:
    answer = heard.says(heard.person(), E4, "x")
    book = UndoBook(heard.dossier)
    book.do("een", lambda d: labels.toggle(d, answer, "trust"))
    book.do("twee", lambda d: labels.toggle(d, answer, "capacity"))
    assert labels.tags_on(heard.dossier, answer) == ("capacity", "trust")
    book.undo()
    assert labels.tags_on(heard.dossier, answer) == ("trust",)
    book.undo()
    assert heard.dossier.value(Tagging, answer) is None
    assert heard.dossier.value(Answer, answer) is not None


def test_nothing_done_is_no_step_and_a_failed_step_changes_nothing(heard: Heard) -> None:
    chain = Chain(heard)
    book = UndoBook(heard.dossier)
    book.do("zelfde", lambda d: findings.change_finding(d, chain.finding, theme="housing"))
    assert len(book) == 0

    def half(dossier: Dossier) -> None:
        findings.change_finding(dossier, chain.finding, theme="general")
        raise BadInput("toch niet")

    with pytest.raises(BadInput):
        book.do("half", half)
    assert len(book) == 0
    found = heard.dossier.value(Finding, chain.finding)
    assert found is not None
    assert found.theme == "housing"


def test_undo_of_a_step_is_an_undo_in_the_history(heard: Heard) -> None:
    chain = Chain(heard)
    book = UndoBook(heard.dossier)
    book.do("wijzigen", lambda d: recommending.change_recommendation(d, chain.advice, owner="councils"))
    book.undo()
    redone = heard.dossier.redo(Recommendation, chain.advice)
    assert redone is not None
    assert redone.value is not None
    assert redone.value.owner == "councils"


def test_a_later_deletion_does_not_lose_what_was_changed_back(heard: Heard) -> None:
    chain = Chain(heard)
    book = UndoBook(heard.dossier)
    before = heard.dossier.value(Recommendation, chain.advice)
    assert before is not None
    book.do("eigenaar", lambda d: recommending.change_recommendation(d, chain.advice, owner="councils"))
    recommending.remove(heard.dossier, chain.advice)
    book.undo()
    found = heard.dossier.value(Recommendation, chain.advice)
    assert found == msgspec.structs.replace(before, owner="")


def test_the_pile_outlives_the_session_and_text_typed_since_then_stays(heard: Heard) -> None:
    chain = Chain(heard)
    before = UndoBook(heard.dossier)
    before.do("bewijs", lambda d: findings.remove_source(d, chain.finding, "answer", chain.answer))
    before.do("tegen", lambda d: findings.change_finding(d, chain.finding, against_text="Soms."))
    findings.change_finding(heard.dossier, chain.finding, text="Herschreven.")
    book = UndoBook(heard.dossier)
    assert len(book) == 2
    assert [book.undo().words, book.undo().words] == ["tegen", "bewijs"]  # type: ignore[union-attr]
    found = heard.dossier.value(Finding, chain.finding)
    assert found is not None
    assert (found.text, found.against_text) == ("Herschreven.", "")
    assert {e.key for e in found.evidence} == {chain.answer, chain.quote}
    assert UndoBook(heard.dossier).undo() is None


def test_a_step_of_which_something_is_gone_is_left_out_and_says_so(heard: Heard) -> None:
    chain = Chain(heard)
    first = UndoBook(heard.dossier)
    first.do("bewijs", lambda d: findings.remove_source(d, chain.finding, "answer", chain.answer))
    kept = undo_keeping.kept(heard.dossier)
    lost = undo_keeping.KeptItem("finding", chain.finding, "0" * 8, "1" * 8)
    undo_keeping.keep(heard.dossier, [*kept, undo_keeping.KeptStep("weg", kept[0].at, (lost,))])
    book = UndoBook(heard.dossier)
    with pytest.raises(BadInput, match="gewist"):
        book.undo()
    assert book.undo() is not None
