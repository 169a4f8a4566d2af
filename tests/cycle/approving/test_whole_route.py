"""What is read back has every question, also of an interview on the short route, and nothing to fill in."""

from __future__ import annotations

from pathlib import Path

import msgspec

from boce_tui.cycle.approving.document import build_record
from boce_tui.cycle.approving.working_out import WorkingOut
from boce_tui.cycle.interviewing import Conversation
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey
from tests.cycle.approving.held import ALONE, ROUND, held_round

A1 = f"{ROUND}/{ALONE}/A1/accessibility/all"
GONE = f"{ROUND}/{ALONE}/A1/no_such_theme/all"


def test_the_short_route_takes_no_words_from_working_out_and_record(tmp_path: Path) -> None:
    dossier = held_round(tmp_path)
    dossier.save(Answer(text="goede ambitie"), A1)
    dossier.save(Answer(text="van een thema dat weg is"), GONE)
    Conversation(dossier, ROUND, ALONE).set_short_route(short=True)
    assert "A1" not in {step.question for step in Conversation(dossier, ROUND, ALONE).steps}
    items = {str(item.key): item for item in WorkingOut(dossier, ROUND, ALONE).items}
    assert "Bereikbaarheid" in items[A1].question
    assert items[A1].about == "Bereikbaarheid"
    assert all("{" not in item.question for item in items.values())
    record = build_record(dossier, ROUND, ALONE, "R07")
    asked = [(str(s.title), q) for s in record.sections for q in s.questions]
    assert all("{" not in str(question.text) for _title, question in asked)
    title, question = next((t, q) for t, q in asked if q.id == "A1")
    assert title == "Ambities"
    assert "Bereikbaarheid" in str(question.text)
    dossier.close()


def test_an_unknown_theme_never_leaves_a_placeholder(tmp_path: Path) -> None:
    dossier = held_round(tmp_path)
    step = Conversation(dossier, ROUND, ALONE).off_route(AnswerKey.parse(GONE))
    assert step is not None
    assert "no_such_theme" in str(step.text)
    dossier.close()


def test_the_record_marks_an_extra_question_and_says_who_held_it(tmp_path: Path) -> None:
    from boce_tui.cycle.approving.document import prepare_record
    from boce_tui.names import Names

    dossier = held_round(tmp_path)
    dossier.save(Answer(text="goede ambitie"), A1)
    talk = Conversation(dossier, ROUND, ALONE)
    number, made = talk.new_extra(talk.steps[-1])
    extra = msgspec.structs.replace(made, text="Wat zou u anders doen?")
    dossier.save(extra, f"{ROUND}/{ALONE}/{number}")
    dossier.save(Answer(text="eerder beginnen"), f"{ROUND}/{ALONE}/{number}/-/all")
    names = Names(dossier.folder)
    told = prepare_record(dossier, ROUND, ALONE, names).markdown.decode()
    assert "(extra vraag): Wat zou u anders doen?" in told
    assert "| Gesprek gehouden op | 12 mei 2041 |" in told
    assert "| Gesprek gevoerd door |" in told
    assert "**A1 Bereikbaarheid:" not in told, "the question names the theme already"
    dossier.close()
