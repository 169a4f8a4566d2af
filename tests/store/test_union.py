"""Laptops become one dossier: whatever the order, and twice if need be, everybody ends with the same."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boce_tui.domain.interviewing import Answer
from boce_tui.errors import BadInput
from boce_tui.store import Dossier, RevisionRow
from boce_tui.store.doctor import examine, sick
from boce_tui.store.rows import signed
from tests.support import make_env

KEYS = ("2041/G01/A1/-/all", "2041/G01/A2/-/all")
OP = st.tuples(st.sampled_from("abc"), st.sampled_from(KEYS), st.sampled_from(["x", "y", "z", None, "undo"]))


def all_rows(dossier: Dossier) -> list[RevisionRow]:
    ids = [s.id for key in KEYS for s in dossier.history(Answer, key)]
    return dossier.export_rows(ids)


def picture(dossier: Dossier) -> dict[str, Any]:
    """Everything a person could see of it."""
    return {
        key: (
            sorted(h.id for h in dossier.heads(Answer, key)),
            dossier.get(Answer, key),
            [s.id for s in dossier.history(Answer, key)],
        )
        for key in KEYS
    } | {"hits": [dossier.search(word) for word in "xyz"]}


@given(
    ops=st.lists(OP, max_size=12),
    syncs=st.lists(st.sampled_from([("a", "b"), ("b", "c"), ("c", "a")]), max_size=3),
    data=st.data(),
)
@settings(max_examples=12)
def test_union_is_idempotent_commutative_and_associative(
    ops: list[tuple[str, str, str | None]], syncs: list[tuple[str, str]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        made = {}
        for i, replica in enumerate("abc"):
            env = make_env(Path(name) / replica, seed=i)
            made[replica] = Dossier.create(env.data_dir, env)
        for i, (replica, key, what) in enumerate(ops):
            dossier = made[replica]
            if what == "undo":
                dossier.undo(Answer, key)
            elif what is not None:
                dossier.save(Answer(text=what), key)
            elif dossier.heads(Answer, key):
                dossier.delete(Answer, key)
            if i < len(syncs):
                to, from_ = syncs[i]
                made[to].import_revisions(all_rows(made[from_]))
        rows = {replica: all_rows(dossier) for replica, dossier in made.items()}
        pictures = []
        for i, order in enumerate(itertools.permutations("abc")):
            env = make_env(Path(name) / f"union{i}", seed=10 + i)
            with Dossier.create(env.data_dir, env) as union:
                for replica in order:
                    union.import_revisions(data.draw(st.permutations(rows[replica])))
                assert union.import_revisions(itertools.chain(*rows.values())) == 0
                pictures.append(picture(union))
            if i == 0:
                assert not sick(examine(env.data_dir, env))
        assert all(p == pictures[0] for p in pictures)
        for dossier in made.values():
            dossier.close()


def one_row(dossier: Dossier, text: str = "een") -> RevisionRow:
    return dossier.export_rows([dossier.save(Answer(text=text), KEYS[0]).id])[0]


@pytest.fixture
def other(tmp_path: Path) -> Any:
    env = make_env(tmp_path / "other", seed=5)
    with Dossier.create(env.data_dir, env) as made:
        yield made


def test_children_may_come_before_their_parents(dossier: Dossier, other: Dossier) -> None:
    first, second = one_row(dossier), one_row(dossier, "twee")
    other.import_revisions([second])
    other.import_revisions([first])
    assert [h.id for h in other.heads(Answer, KEYS[0])] == [second.id]


def test_same_id_with_other_contents_is_refused_whole(dossier: Dossier, other: Dossier) -> None:
    row = one_row(dossier)
    other.import_revisions([row])
    forged = signed(msgspec.structs.replace(row, payload=row.payload and row.payload.replace("een", "geen")))
    extra = dossier.export_rows([dossier.save(Answer(text="nieuw"), KEYS[1]).id])[0]
    with pytest.raises(BadInput):
        other.import_revisions([extra, forged])
    assert other.get(Answer, KEYS[1]) is None
    kept = other.get(Answer, KEYS[0])
    assert kept is not None
    assert kept.value == Answer(text="een")


@pytest.mark.parametrize(
    "change",
    [
        {"payload": '{"text":"anders"}'},
        {"key": "2041/G09/A1/-/all"},
        {"author": "iemand"},
        {"at": "2001-01-01T00:00:00.000Z"},
        {"kind": "undo"},
        {"deleted": True},
        {"hlc": "000002251793600000.000009"},
        {"parents": ("01a1fdc3-86ad-7134-b44a-f8e818870082",)},
        {"payload": None},
    ],
)
def test_every_change_by_hand_is_seen(dossier: Dossier, other: Dossier, change: dict[str, Any]) -> None:
    row = msgspec.structs.replace(one_row(dossier), **change)
    with pytest.raises(BadInput):
        other.import_revisions([row])
    assert other.all(Answer) == []


@pytest.mark.parametrize(
    "change",
    [
        {"entity": "onbekend"},
        {"payload": '{"text":"x","onbekend":1}'},
        {"payload": "geen json"},
        {"hlc": "morgen"},
        {"kind": "toverij"},
        {"id": "kort"},
        {"key": ""},
    ],
)
def test_well_signed_nonsense_is_refused_too(
    dossier: Dossier, other: Dossier, change: dict[str, Any]
) -> None:
    row = signed(msgspec.structs.replace(one_row(dossier), **change))
    with pytest.raises(BadInput):
        other.import_revisions([row])
    assert other.all(Answer) == []


def test_revisions_that_claim_to_be_each_others_parent_are_refused(dossier: Dossier, other: Dossier) -> None:
    first, second = one_row(dossier), one_row(dossier, "twee")
    loop = signed(msgspec.structs.replace(first, parents=(second.id,)))
    with pytest.raises(BadInput):
        other.import_revisions([loop, second])
    own = signed(msgspec.structs.replace(first, parents=(first.id,)))
    with pytest.raises(BadInput):
        other.import_revisions([own])


def test_parent_of_another_item_takes_nothing_away(dossier: Dossier, other: Dossier) -> None:
    victim = one_row(dossier)
    thief = signed(
        msgspec.structs.replace(
            dossier.export_rows([dossier.save(Answer(text="dief"), KEYS[1]).id])[0], parents=(victim.id,)
        )
    )
    other.import_revisions([thief])
    other.import_revisions([victim])
    assert other.get(Answer, KEYS[0]) is not None
    assert other.get(Answer, KEYS[1]) is not None


def test_what_came_in_with_a_document_has_no_number_of_ours(dossier: Dossier, other: Dossier) -> None:
    row = msgspec.structs.replace(one_row(dossier), replica="", seq=None)
    assert other.import_revisions([row]) == 1
    mine = other.save(Answer(text="eigen"), KEYS[1])
    numbers = {r.id: (r.replica, r.seq) for r in other.export_rows([row.id, mine.id])}
    assert numbers == {row.id: ("", None), mine.id: (other.replica, 1)}
