"""Items that go on under another key: all of their history, and nothing of it at the old key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from boce_tui.store.moving import Item, ended, lines
from tests.support import make_env

OLD, NEW = "2041/G21/A1/-/all", "2041/G22/A1/-/all"


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    env = make_env(tmp_path)
    made = Dossier.create(env.data_dir, env)
    for text in ("een", "een twee"):
        made.save(Answer(text=text), OLD)
    return made


def same(_entity: str, payload: str, _revisions: Mapping[str, str]) -> str:
    return payload


def move(dossier: Dossier) -> Mapping[str, str]:
    return dossier.move([Item("answer", OLD, NEW)], same)


def texts(dossier: Dossier, key: str) -> list[str]:
    return [one.value.text for one in dossier.history(Answer, key) if one.value]


def test_all_of_it_goes_with_who_and_when(dossier: Dossier) -> None:
    before = dossier.history(Answer, OLD)
    new = move(dossier)
    after = dossier.history(Answer, NEW)
    assert [one.id for one in after] == [new[one.id] for one in before]
    assert [(one.at, one.author, one.value) for one in after] == [
        (one.at, one.author, one.value) for one in before
    ]
    assert after[1].parents == (after[0].id,)
    assert dossier.value(Answer, OLD) is None
    assert OLD not in dossier.values(Answer)
    assert [hit.key for hit in dossier.search("twee")] == [NEW]
    assert dossier.undo(Answer, NEW) is not None
    assert dossier.value(Answer, NEW) == Answer(text="een")
    dossier.close()


def test_the_old_key_begins_anew(dossier: Dossier) -> None:
    """No step back, no history and no line of descent leads to what went away."""
    move(dossier)
    assert dossier.undo(Answer, OLD) is None
    made = dossier.save(Answer(text="van een ander"), OLD)
    assert made.parents == ()
    assert texts(dossier, OLD) == ["van een ander"]
    assert len(dossier.heads(Answer, OLD)) == 1
    assert dossier.conflicts() == []
    of_old = [link for link in dossier.lines(["answer"]) if link.key == OLD]
    assert sorted(ended(line) for line in lines(of_old)) == [False, True]
    dossier.undo(Answer, OLD)
    assert dossier.value(Answer, OLD) is None
    assert dossier.undo(Answer, OLD) is None
    dossier.close()


def test_what_names_it_elsewhere_has_no_way_back(dossier: Dossier) -> None:
    dossier.save(Answer(text="noemt R31"), "2041/G01/A1/-/all")
    dossier.follow(Answer(text="noemt R57"), "2041/G01/A1/-/all")
    assert dossier.undo(Answer, "2041/G01/A1/-/all") is None
    dossier.close()


def test_erasing_takes_the_text_at_both_keys(dossier: Dossier) -> None:
    new = move(dossier)
    dossier.erase([(Answer, NEW)], "withdrawn")
    for rev in (*new, *new.values()):
        found = dossier.revision(rev)
        assert found is not None
        assert found.erased
    dossier.close()


def test_it_may_move_again(dossier: Dossier) -> None:
    move(dossier)
    dossier.move([Item("answer", NEW, "2041/G23/A1/-/all")], same)
    assert texts(dossier, "2041/G23/A1/-/all") == ["een", "een twee"]
    dossier.erase([(Answer, "2041/G23/A1/-/all")], "withdrawn")
    assert texts(dossier, OLD) == texts(dossier, NEW) == []
    dossier.close()
