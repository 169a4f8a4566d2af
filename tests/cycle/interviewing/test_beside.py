"""Notes, extra questions and words that belong elsewhere, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boce_tui.cycle.exchanging import carry_out, export_cycle, plan_import
from boce_tui.cycle.interviewing import Conversation, overview
from boce_tui.cycle.interviewing.anchors import place_of
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.env import Env
from boce_tui.errors import BadInput, BoceError
from boce_tui.instruments.steps import Step
from boce_tui.store import Dossier
from tests.cycle.factory import ALONE, JOINT, ROUND, small_round
from tests.support import make_env

TEXT = "eerste zin. de uren zijn te weinig. laatste."
WORDS = "de uren zijn te weinig."


@pytest.fixture
def dossier(tmp_path: Path, env: Env) -> Dossier:
    return small_round(tmp_path / "data", env)


def at(talk: Conversation, question: str, theme: str | None = None) -> Step:
    index = talk.find(question, theme)
    assert index is not None, f"{question} is not on the route"
    return talk.steps[index]


def said(talk: Conversation, text: str = TEXT) -> tuple[Step, Step]:
    here, there = at(talk, "E1"), at(talk, "E2")
    talk.write_text(here, text)
    return here, there


def test_words_move_in_one_change_and_one_undo_restores_both(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    here, there = said(talk)
    talk.write_text(there, "stond er al")
    begin = TEXT.index(WORDS)
    talk.move_words(here, there, begin, begin + len(WORDS))
    assert talk.answer(here).text == "eerste zin. laatste."
    assert talk.answer(there).text == f"stond er al\n{WORDS}"
    assert dossier.value(Answer, str(talk.key(there))) == talk.answer(there)
    undone = talk.undo(here)
    assert undone is not None
    assert (undone.what, undone.key.question) == ("move", "E2")
    assert (talk.answer(here).text, talk.answer(there).text) == (TEXT, "stond er al")


def test_what_was_typed_meanwhile_stays_when_a_move_is_taken_back(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    here, there = said(talk)
    begin = TEXT.index(WORDS)
    talk.move_words(here, there, begin, begin + len(WORDS))
    talk.write_text(here, talk.answer(here).text + " erbij hier")
    talk.write_text(there, talk.answer(there).text + "\nerbij daar")
    talk.undo(here)
    assert talk.answer(here).text == f"{TEXT} erbij hier"
    assert talk.answer(there).text.split() == ["erbij", "daar"]
    talk.move_words(here, there, begin, begin + len(WORDS))
    talk.write_text(there, "heel iets anders")
    with pytest.raises(BadInput, match="E2"):
        talk.undo(here)
    assert talk.answer(there).text == "heel iets anders"


def test_a_move_that_cannot_be_saved_moves_nothing(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    here, there = said(talk)
    change, calls = talk.answers.change, []

    def fails_at_the_second(key: object, how: object) -> object:
        calls.append(key)
        if len(calls) == 2:
            raise BoceError("schijf vol")
        return change(key, how)  # type: ignore[arg-type]

    monkeypatch.setattr(talk.answers, "change", fails_at_the_second)
    with pytest.raises(BoceError):
        talk.move_words(here, there, 0, 11)
    assert (talk.answer(here).text, talk.answer(there).text) == (TEXT, "")
    assert dossier.value(Answer, str(talk.key(here))) == talk.answer(here)
    assert talk.last_move(here) is None


def test_quotes_and_links_in_the_words_go_along_and_others_stay(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    here, there = said(talk)
    begin = TEXT.index(WORDS)
    inside = talk.add_quote(here, "te weinig", TEXT.index("te weinig"), within=TEXT)
    outside = talk.add_quote(here, "laatste.", TEXT.index("laatste."), within=TEXT)
    link = talk.link_words(here, at(talk, "E4"), begin, begin + 7)
    talk.move_words(here, there, begin, begin + len(WORDS))
    moved, stays = talk.quotes.get(inside.key), talk.quotes.get(outside.key)
    assert moved is not None
    assert stays is not None
    assert moved.value is not None
    assert moved.value.answer == str(talk.key(there))
    text = talk.answer(there).text
    place = place_of(moved.value, text)
    assert place is not None
    assert text[place.begin : place.end] == "te weinig"
    assert stays == outside
    passage = talk.passages.value(link.key)
    assert passage is not None
    assert passage.source == str(talk.key(there))
    talk.undo(here)
    back = talk.quotes.get(inside.key)
    assert back is not None
    assert back.value == inside.value
    assert talk.passages.value(link.key) == link.value


TEXTS = st.text(st.sampled_from("abc. \nü"), min_size=1, max_size=30)


@given(data=st.data(), text=TEXTS, there=st.one_of(st.just(""), TEXTS))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_letter_is_lost_or_doubled(
    data: st.DataObject, text: str, there: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    global _shared
    if _shared is None:
        folder = tmp_path_factory.mktemp("moves")
        _shared = Conversation(small_round(folder / "data", make_env(folder)), ROUND, ALONE)
    talk = _shared
    one, other = at(talk, "E1"), at(talk, "E2")
    talk.write_text(one, text)
    talk.write_text(other, there)
    text, there = talk.answer(one).text, talk.answer(other).text
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    if not text[begin:end].strip():
        with pytest.raises(BadInput):
            talk.move_words(one, other, begin, end)
        return
    talk.move_words(one, other, begin, end)
    after = talk.answer(one).text + talk.answer(other).text
    assert sorted("".join(after.split())) == sorted("".join((text + there).split()))
    talk.undo(one)
    assert talk.answer(one).text == text
    assert talk.answer(other).text.split() == there.split()


_shared: Conversation | None = None


def test_a_note_is_kept_with_its_time_and_linked_later(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, JOINT)
    key = talk.notes.new_key()
    assert talk.notes.write(key, "  ", "2041-05-12T12:00:00Z") is None
    talk.notes.write(key, "hij aarzelt", "2041-05-12T12:00:00Z")
    step = at(talk, "A3", "accessibility")
    talk.link_note(key, step)
    talk.change_note(key, speakers=("R03",))
    again = Conversation(dossier, ROUND, JOINT)
    assert [(k, n.text, n.at, n.speakers) for k, n in again.notes_at(step)] == [
        (key, "hij aarzelt", "2041-05-12T12:00:00Z", ("R03",))
    ]
    talk.undo(step)
    talk.undo(step)
    assert talk.notes_at(step) == []
    talk.remove_note(key)
    assert dossier.value(Note, key) is None
    talk.undo(step)
    assert dossier.value(Note, key) is not None


def ask(talk: Conversation, step: Step, words: str) -> str:
    question, where = talk.new_extra(step)
    talk.extras.write(question, words, where)
    talk.refresh_route()
    return question


def test_extra_questions_are_steps_of_this_interview_only(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    count = talk.progress().total
    first = ask(talk, at(talk, "A2", "accessibility"), "Wat kostte het?")
    second = ask(talk, at(talk, "A2", "accessibility"), "Wie betaalde?")
    third = ask(talk, at(talk, "E1"), "En nu?")
    assert (first, second, third) == ("X1", "X2", "X3")
    order = [step.question for step in talk.steps]
    assert order[order.index("A2") :][:4] == ["A2", "X1", "X2", "A3"]
    assert talk.steps[order.index("X1")].theme == "accessibility"
    assert talk.progress().total == count + 3
    talk.write_text(at(talk, "X3"), "minder")
    assert talk.outside_route() == []
    talk.set_short_route(short=True)
    assert talk.find("X3", None) is not None
    line = next(line for line in overview(dossier, ROUND) if line.id == ALONE)
    assert line.total == talk.progress().total
    assert Conversation(dossier, ROUND, JOINT).find("X1", "accessibility") is None
    assert dossier.value(ExtraQuestion, f"{ROUND}/{ALONE}/X3").comparable is False  # type: ignore[union-attr]


def test_an_id_is_never_used_again(dossier: Dossier) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    ask(talk, at(talk, "E1"), "Eerste")
    talk.made_extra("X1")
    talk.undo(at(talk, "E1"))
    talk.refresh_route()
    assert talk.find("X1", None) is None
    assert ask(talk, at(talk, "E1"), "Tweede") == "X2"


def test_the_cycle_document_holds_them_and_comes_back(dossier: Dossier, tmp_path: Path) -> None:
    talk = Conversation(dossier, ROUND, ALONE)
    here, _there = said(talk)
    ask(talk, here, "Wat kostte het?")
    talk.notes.write(talk.notes.new_key(), "notitie", "2041-05-12T12:00:00Z")
    talk.link_words(here, at(talk, "E2"), 0, 11)
    data = export_cycle(dossier, ROUND)
    assert b'"comparable": false' in data
    env = make_env(tmp_path / "other")
    with Dossier.create(tmp_path / "other" / "data", env) as other:
        carry_out(other, plan_import(other, data, "ronde.json"))
        for kind in (Note, ExtraQuestion, Passage):
            assert other.values(kind) == dossier.values(kind) != {}
        assert export_cycle(other, ROUND) == data
