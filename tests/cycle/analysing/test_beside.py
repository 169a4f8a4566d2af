"""What belongs to an answer is read back with it; an extra question is in no count."""

from __future__ import annotations

import msgspec

from boce_tui.cycle import evidence
from boce_tui.cycle.analysing.figures import compare
from boce_tui.cycle.analysing.findings import cite, new_finding
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.support import support
from boce_tui.cycle.searching import search
from boce_tui.domain.answers import Rating
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from tests.cycle.analysing.heard import E1, E4, Heard
from tests.cycle.factory import ROUND

AT = "2041-05-12T12:00:00.000Z"


def test_a_linked_note_and_a_passage_stand_with_the_answer(heard: Heard) -> None:
    who = heard.person()
    first, second = heard.says(who, E1, "de sfeer is goed. de uren knellen."), heard.says(who, E4, "veel")
    interview = who.replace("R", "G")
    note = f"{ROUND}/{interview}/n1"
    heard.dossier.save(Note(text="hij aarzelde lang", at=AT, answer=second), note)
    passage = Passage(source=first, target=second, text="de uren knellen.", start=18, at=AT)
    heard.dossier.save(passage, f"{ROUND}/{interview}/p1")
    row = Readback(heard.dossier, ROUND).row(second)
    assert row is not None
    assert [(item.entity, item.text) for item in row.beside] == [
        ("note", "hij aarzelde lang"),
        ("passage", "de uren knellen."),
    ]
    below = [(link.entity, link.text) for link in evidence.down(heard.dossier, "answer", second)]
    assert ("note", "hij aarzelde lang") in below
    assert ("passage", "de uren knellen.") in below
    assert [(hit.entity, hit.key) for hit in search(heard.dossier, ROUND, "aarzelde")] == [("note", note)]
    heard.withdraw(interview)
    assert search(heard.dossier, ROUND, "aarzelde") == []


def test_where_nothing_was_answered_it_is_shown_and_not_counted(heard: Heard) -> None:
    who = heard.person()
    heard.says(who, E1, "goed")
    interview = who.replace("R", "G")
    target = f"{ROUND}/{interview}/{E4}/-/all"
    heard.dossier.save(
        Note(text="zei niets over het overleg", at=AT, answer=target), f"{ROUND}/{interview}/n"
    )
    readback = Readback(heard.dossier, ROUND)
    assert readback.answers(E4) == []
    assert [row.beside[0].text for row in readback.passed_over(E4)] == ["zei niets over het overleg"]


def ask(heard: Heard, who: str, words: str, answer: str) -> str:
    interview = who.replace("R", "G")
    heard.dossier.save(ExtraQuestion(text=words, section="experiences"), f"{ROUND}/{interview}/X1")
    return heard.says(who, "X1", answer, Rating(score=4))


def test_extra_questions_are_read_back_apart_and_never_counted(heard: Heard) -> None:
    people = [heard.person() for _ in range(6)]
    keys = [ask(heard, who, f"Vraag aan {who}?", "antwoord") for who in people]
    readback = Readback(heard.dossier, ROUND)
    rows = [row for row in readback.questions() if row.interview]
    assert [(row.question.id, row.answers) for row in rows] == [("X1", 1)] * 6
    assert len({str(row.question.text) for row in rows}) == 6
    mine = readback.answers("X1", interview=rows[0].interview)
    assert [row.people for row in mine] == [(people[0],)]
    assert all(readback.is_extra(row.key) for row in readback.answers("X1"))
    assert compare(readback, "X1").total is None
    finding = new_finding(heard.dossier, ROUND, "experiences", "general").key
    for key in keys[:2]:
        stored = cite(heard.dossier, finding, "answer", key)
    found = support(Readback(heard.dossier, ROUND), stored.value)  # type: ignore[arg-type]
    assert found.supporting == tuple(people[:2])
    assert found.answered == 2, "the other answers to an X1 are to other questions"


def test_a_quote_of_one_at_the_table_speaks_for_one(heard: Heard) -> None:
    codes = [heard.person() for _ in range(3)]
    joint = heard.together(*codes)
    answer = heard.says(joint, E1, "wij vinden dit goed")
    quote = heard.quote(answer, "dit goed")
    finding = new_finding(heard.dossier, ROUND, "experiences", "general").key
    stored = cite(heard.dossier, finding, "quote", quote)
    assert stored.value is not None
    assert support(Readback(heard.dossier, ROUND), stored.value).supporting == tuple(codes)
    item = heard.dossier.value(Quote, quote)
    assert item is not None
    heard.dossier.save(msgspec.structs.replace(item, speakers=(codes[1],)), quote)
    assert support(Readback(heard.dossier, ROUND), stored.value).supporting == (codes[1],)
