"""Undo and redo against the simplest model there is: a list and a place in it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from tests.support import make_env

KEY = "2041/G01/A1/-/all"
OPS = st.lists(
    st.one_of(
        st.sampled_from(["undo", "redo", "delete", "reopen"]),
        st.sampled_from("abc").map(lambda t: "save " + t),
    ),
    max_size=14,
)


@given(OPS)
@settings(max_examples=25)
def test_undo_and_redo_walk_as_in_a_text_editor(ops: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        env = make_env(Path(name))
        dossier = Dossier.create(env.data_dir, env)
        states: list[str | None] = [None]
        place = 0
        for op in ops:
            if op == "reopen":
                dossier.close()
                dossier = Dossier.open(env.data_dir, env)
            elif op in ("undo", "redo"):
                to = place + (1 if op == "redo" else -1)
                done = dossier.undo(Answer, KEY) if op == "undo" else dossier.redo(Answer, KEY)
                if 0 <= to < len(states):
                    place = to
                    assert done is not None
                    assert done.kind == op
                else:
                    assert done is None
            else:
                text = None if op == "delete" else op[5:]
                if op == "delete" and not dossier.history(Answer, KEY):
                    continue
                if text == states[place]:
                    before = len(dossier.history(Answer, KEY))
                if text is None:
                    dossier.delete(Answer, KEY)
                else:
                    dossier.save(Answer(text=text), KEY)
                if text == states[place]:
                    assert len(dossier.history(Answer, KEY)) == before
                else:
                    states[place + 1 :] = [text]
                    place += 1
            now = dossier.get(Answer, KEY)
            assert (now.value.text if now and now.value else None) == states[place]
            assert len(dossier.heads(Answer, KEY)) <= 1
        dossier.close()


def test_undo_of_a_deletion_brings_the_item_back(dossier: Dossier) -> None:
    dossier.save(Answer(text="bevinding"), KEY)
    dossier.delete(Answer, KEY)
    back = dossier.undo(Answer, KEY)
    assert back is not None
    assert back.value == Answer(text="bevinding")
    assert dossier.search("bevinding") != []


def test_undo_of_making_takes_the_item_away_and_redo_brings_it_back(dossier: Dossier) -> None:
    dossier.save(Answer(text="nieuw"), KEY)
    gone = dossier.undo(Answer, KEY)
    assert gone is not None
    assert gone.deleted
    assert dossier.get(Answer, KEY) is None
    back = dossier.redo(Answer, KEY)
    assert back is not None
    assert back.value == Answer(text="nieuw")
    assert [s.kind for s in dossier.history(Answer, KEY)] == ["edit", "undo", "redo"]


def test_undo_stops_where_the_history_that_came_along_begins(dossier: Dossier, tmp_path: Path) -> None:
    dossier.save(Answer(text="een"), KEY)
    second = dossier.save(Answer(text="twee"), KEY)
    env = make_env(tmp_path / "b", seed=2)
    with Dossier.create(env.data_dir, env) as other:
        other.import_revisions(dossier.export_rows([second.id]))  # without its parent, as in a cycle document
        assert other.undo(Answer, KEY) is None
        other.save(Answer(text="drie"), KEY)
        back = other.undo(Answer, KEY)
        assert back is not None
        assert back.value == Answer(text="twee")
