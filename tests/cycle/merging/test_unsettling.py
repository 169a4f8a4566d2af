"""A choice between two versions taken back: both stand there as they stood, here and on the other laptop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boce_tui.cycle.merging import MERGED, Conflict, compared, settle, settle_clear
from boce_tui.cycle.undoing import UndoBook
from boce_tui.domain.interviewing import Answer
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from tests.cycle.merging.laptops import Laptops, everything, laptops

KEY = "2041/G01/A1/-/all"
BASE = "De rol is helder. Het doel is bekend."
MINE, THEIRS = BASE.replace("helder", "vaag"), BASE + " Dat helpt."
BOTH = MINE + " Dat helpt."


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Laptops]:
    """Two versions on laptop a, of which each changed something else."""
    with laptops(tmp_path, "a", "b") as made:
        made["a"].save(Answer(text=BASE), KEY)
        made.give("a", "b")
        made["a"].save(Answer(text=MINE), KEY)
        made["b"].save(Answer(text=THEIRS), KEY)
        made.give("b", "a")
        yield made


def stood(dossier: Dossier, key: str = KEY) -> Conflict:
    found = compared(dossier, Answer, key)
    assert found is not None
    return found


def look(one: Conflict) -> Any:
    """Everything of it that a person sees."""
    texts = [(v.value, v.at, v.author, v.deleted) for v in one.versions]
    return texts, one.base and one.base.value, one.laptops, one.proposal


def chosen(dossier: Dossier, choice: str) -> UndoBook:
    book = UndoBook(dossier)
    book.do("de keuze", lambda d: settle(d, stood(dossier), choice))
    assert dossier.conflicts() == []
    return book


@pytest.mark.parametrize("choice", ["1", "2", MERGED])
def test_it_stands_there_as_it_stood(two: Laptops, choice: str) -> None:
    dossier = two["a"]
    before, revisions = look(stood(dossier)), len(dossier.history(Answer, KEY))
    book = chosen(dossier, choice)
    one = dossier.get(Answer, KEY)
    assert one is not None
    step = book.undo()
    assert step is not None
    assert dossier.conflicts() == [("answer", KEY)]
    assert look(stood(dossier)) == before
    # Nothing went out of the history: the choice stands in it.
    ids = [item.id for item in dossier.history(Answer, KEY)]
    assert one.id in ids
    assert len(ids) == revisions + 3
    assert not sick(examine(dossier.folder, dossier.env))


@pytest.mark.parametrize("choice", ["1", "2", MERGED])
def test_after_the_app_was_closed_and_opened(two: Laptops, choice: str) -> None:
    dossier = two["a"]
    before = look(stood(dossier))
    chosen(dossier, choice)
    book = UndoBook(dossier)
    assert book.from_before is not None
    book.undo()
    assert look(stood(dossier)) == before


def test_chosen_again_and_taken_back_again(two: Laptops) -> None:
    dossier = two["a"]
    before = look(stood(dossier))
    for choice in ("1", MERGED, "2"):
        chosen(dossier, choice).undo()
        assert look(stood(dossier)) == before
    settle(dossier, stood(dossier), MERGED)
    assert dossier.value(Answer, KEY) == Answer(text=BOTH)
    assert dossier.conflicts() == []


def test_it_goes_to_the_other_laptop_in_any_order(two: Laptops) -> None:
    """The choice and its undoing in one bundle or in two: both end the same, with two versions."""
    a, b = two["a"], two["b"]
    book = chosen(a, "1")
    first = two.made("a")
    two.take("b", first)
    assert b.conflicts() == []
    book.undo()
    two.give("a", "b")
    assert everything(a) == everything(b)
    assert b.conflicts() == [("answer", KEY)]
    assert [v.value for v in stood(b).versions] == [v.value for v in stood(a).versions]
    assert stood(b).base is not None
    assert stood(b).base.value == Answer(text=BASE)  # type: ignore[union-attr]
    settle(b, stood(b), MERGED)
    two.give("b", "a")
    assert everything(a) == everything(b)
    assert a.value(Answer, KEY) == Answer(text=BOTH)
    assert two.take("b", first).new == 0


def test_what_was_written_since_stays_beside_both(two: Laptops) -> None:
    dossier = two["a"]
    book = chosen(dossier, "1")
    dossier.save(Answer(text="Sindsdien geschreven."), KEY)
    book.undo()
    texts = {v.value.text for v in stood(dossier).versions if v.value}
    assert texts == {MINE, THEIRS, "Sindsdien geschreven."}
    assert stood(dossier).base is not None


def test_all_that_was_clear_is_taken_back_at_once(two: Laptops) -> None:
    a, other = two["a"], "2041/G02/A1/-/all"
    a.save(Answer(text=BASE), other)
    two.give("a", "b")
    a.save(Answer(text=MINE), other)
    two["b"].save(Answer(text=THEIRS), other)
    two.give("b", "a")
    before = [look(stood(a, key)) for key in (KEY, other)]
    book = UndoBook(a)
    assert book.do("alles", settle_clear) == 2
    assert a.conflicts() == []
    book.undo()
    assert [look(stood(a, key)) for key in (KEY, other)] == before


def test_a_deletion_against_a_change(two: Laptops) -> None:
    a, other = two["a"], "2041/G02/A1/-/all"
    a.save(Answer(text=BASE), other)
    two.give("a", "b")
    a.save(Answer(text=MINE), other)
    two["b"].delete(Answer, other)
    two.give("b", "a")
    before = look(stood(a, other))
    book = UndoBook(a)
    for choice in ("1", "2"):
        book.do("de keuze", lambda d, choice=choice: settle(d, stood(a, other), choice))  # type: ignore[misc]
        assert ("answer", other) not in a.conflicts()
        book.undo()
        assert look(stood(a, other)) == before


def test_what_was_erased_since_does_not_come_back(two: Laptops) -> None:
    dossier = two["a"]
    book = chosen(dossier, "1")
    dossier.erase([(Answer, KEY)], "withdrawn")
    with pytest.raises(BadInput):
        book.undo()
    assert dossier.value(Answer, KEY) is None
    assert dossier.conflicts() == []


def test_an_ordinary_change_is_taken_back_as_ever(two: Laptops) -> None:
    dossier = two["a"]
    chosen(dossier, "1")
    book = UndoBook(dossier)
    kept = dossier.value(Answer, KEY)
    book.do("iets", lambda d: d.save(Answer(text="Anders."), KEY))
    book.undo()
    assert dossier.value(Answer, KEY) == kept
    assert dossier.conflicts() == []
