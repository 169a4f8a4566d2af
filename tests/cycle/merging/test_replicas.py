"""Random work on several laptops: any order, wrong clocks, copies, erasures, lost bundles: all end equal."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from boce_tui.cycle.merging import MERGED, Wanted, conflicts, settle
from boce_tui.cycle.merging.partners import missing
from boce_tui.cycle.merging.unsettling import unsettle
from boce_tui.domain.interviewing import Answer
from boce_tui.errors import BoceError
from boce_tui.store.doctor import examine, sick
from boce_tui.store.having import label, shown
from tests.cycle.merging.laptops import Laptops, everything, laptops
from tests.store.planted import where

KEYS = ("2041/G01/A1/-/all", "2041/G01/A2/-/all", "2041/G02/A1/-/all")
TEXTS = ("een twee drie vier", "een TWEE drie vier", "een twee drie vijf zes", "heel iets anders")
NAMES = ("a", "b", "c")

CHANGES = st.one_of(
    st.tuples(st.just("say"), st.sampled_from(NAMES), st.sampled_from(KEYS), st.sampled_from(TEXTS)),
    st.tuples(st.just("delete"), st.sampled_from(NAMES), st.sampled_from(KEYS)),
    st.tuples(st.just("erase"), st.sampled_from(NAMES), st.sampled_from(KEYS)),
)
WORK = st.one_of(
    CHANGES,
    st.tuples(st.just("undo"), st.sampled_from(NAMES), st.sampled_from(KEYS)),
    st.tuples(st.just("settle"), st.sampled_from(NAMES), st.sampled_from(["1", "2", MERGED])),
    st.tuples(st.just("unsettle"), st.sampled_from(NAMES), st.sampled_from(KEYS)),
    st.tuples(st.just("clock"), st.sampled_from(NAMES), st.integers(-5000, 5000)),
    st.tuples(st.just("give"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("lose"), st.sampled_from(NAMES)),
    st.tuples(st.just("copy"), st.sampled_from(NAMES)),
)


def do(made: Laptops, step: tuple[object, ...], lost: list[bytes]) -> None:  # noqa: C901 - one step of a kind
    what, name, *rest = step
    dossier = made[str(name)]
    if what == "say":
        dossier.save(Answer(text=str(rest[1])), str(rest[0]))
    elif what == "delete":
        if dossier.get(Answer, str(rest[0])):
            dossier.delete(Answer, str(rest[0]))
    elif what == "undo":
        try:
            dossier.undo(Answer, str(rest[0]))
        except BoceError:
            assert dossier.erasures()
    elif what == "erase":
        dossier.erase([(Answer, str(rest[0]))], "withdrawn")
        dossier.scrub()
    elif what == "settle":
        for one in conflicts(dossier):
            if rest[0] != MERGED or one.clear:
                settle(dossier, one, str(rest[0]))
    elif what == "unsettle":
        for head in dossier.heads(Answer, str(rest[0])):
            with dossier.change():
                apart = unsettle(dossier, Answer, str(rest[0]), head.id)
            if apart:
                assert ("answer", str(rest[0])) in dossier.conflicts()
                break
    elif what == "clock":
        dossier.env.clock.advance(hours=rest[0])  # type: ignore[attr-defined]
    elif what == "give" and name != rest[0]:
        made.give(str(name), str(rest[0]))
    elif what == "lose":
        lost.append(made.made(str(name)))
    elif what == "copy" and "d" not in made.names():
        made.copy(str(name), "d", off_by=-3)


def ring(made: Laptops, times: int) -> None:
    names = made.names()
    for _time in range(times):
        for giver, taker in zip(names, [*names[1:], names[0]], strict=True):
            made.give(giver, taker)


@given(work=st.lists(WORK, max_size=14), data=st.data())
@settings(max_examples=25, deadline=None)
def test_whatever_is_done_all_end_the_same(work: list[tuple[object, ...]], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, laptops(Path(folder), *NAMES) as made:
        lost: list[bytes] = []
        said = set()
        for step in work:
            do(made, step, lost)
        if "d" in made.names():
            made["d"].save(Answer(text="van de kopie"), KEYS[0])
        for name in made.names():
            said |= {row[0] for row in everything(made[name])["revisions"]}
        for stray in data.draw(st.permutations(lost)):  # what was lost turns up after all, at anybody's
            made.take(data.draw(st.sampled_from(made.names())), stray)
        ring(made, 4)
        pictures = [everything(made[name]) for name in made.names()]
        assert all(one == pictures[0] for one in pictures)
        assert said <= {row[0] for row in pictures[0]["revisions"]}
        erased = set(pictures[0]["erased"])
        assert all((row[2] is None) == (row[0] in erased) for row in pictures[0]["revisions"])
        assert len({made[name].replica for name in made.names()}) == len(made.names())
        for name in made.names():
            assert missing(made[name]) == {}
            if erased:
                assert made[name].unfinished() is None


@given(work=st.lists(CHANGES, max_size=10))
@settings(max_examples=8, deadline=None)
def test_every_order_ends_the_same(work: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder, laptops(Path(folder), *NAMES) as made:
        for step in work:
            do(made, step, [])
        bundles = [made.made(name, Wanted(everything=True)) for name in NAMES]
        pictures = []
        for number, order in enumerate(itertools.permutations(bundles)):
            made.new(f"o{number}")
            for one in order:
                made.take(f"o{number}", one)
            pictures.append(everything(made[f"o{number}"]))
        made.new("at once")
        made.take("at once", *bundles)
        pictures.append(everything(made["at once"]))
        assert all(one == pictures[0] for one in pictures)


def test_copied_laptop_is_seen_and_nothing_is_lost(tmp_path: Path) -> None:
    with laptops(tmp_path, "a", "b") as made:
        made["a"].save(Answer(text="voor de kopie"), KEYS[0])
        made.copy("a", "copy")
        before = made["a"].replica
        made["a"].save(Answer(text="van het origineel"), KEYS[1])
        made["copy"].save(Answer(text="van de kopie"), KEYS[2])
        done = made.give("a", "copy")
        assert done.renamed
        assert done.renamed == label(made["copy"].replica) != label(before)
        assert label(before) in done.copied
        made.give("copy", "a")
        assert made["a"].value(Answer, KEYS[2]) == Answer(text="van de kopie")
        assert made["copy"].value(Answer, KEYS[1]) == Answer(text="van het origineel")
        made["copy"].save(Answer(text="later"), KEYS[2])
        made.give("copy", "b")
        made.give("a", "b")
        assert everything(made["b"])["revisions"] == everything(made["copy"])["revisions"]
        assert missing(made["b"]) == {}


def test_copy_is_told_by_somebody_who_has_the_other_half(tmp_path: Path) -> None:
    """b got numbers of the copy; a would believe that b has its own revisions under them."""
    with laptops(tmp_path, "a", "b") as made:
        made.copy("a", "copy")
        made["a"].save(Answer(text="van het origineel"), KEYS[1])
        made["copy"].save(Answer(text="van de kopie"), KEYS[2])
        made.give("copy", "b")
        assert made.give("b", "a").renamed
        made.give("a", "b")
        assert made["b"].value(Answer, KEYS[1]) == Answer(text="van het origineel")


def test_what_is_missing_is_named_and_can_be_asked_for(tmp_path: Path) -> None:
    with laptops(tmp_path, "a", "b", "c") as made:
        for n in range(5):
            made["a"].save(Answer(text=f"deel een {n}"), KEYS[0])
        made.give("a", "b")
        made.give("b", "a")  # now a knows what b has
        for n in range(4):
            made["a"].save(Answer(text=f"deel twee {n}"), KEYS[0])
        stray = made.made("a", Wanted(other=label(made["b"].replica)))
        done = made.take("c", stray)
        ((who, ranges),) = done.missing.items()
        assert who == label(made["a"].replica)
        numbers = shown(ranges)
        assert numbers == "2-6"
        with_them = made.made("b", Wanted(numbers=(f"{who}:{numbers}",)))
        assert made.take("c", with_them).missing == {}
        assert made["c"].value(Answer, KEYS[0]) == made["a"].value(Answer, KEYS[0])


def test_only_what_the_other_lacks_goes_along(tmp_path: Path) -> None:
    from boce_tui.cycle.merging import make
    from tests.cycle.merging.laptops import key

    with laptops(tmp_path, "a", "b") as made:
        for n in range(20):
            made["a"].save(Answer(text=f"tekst {n}"), KEYS[0])
        assert make(made["a"], Wanted(), key()).cover.revisions == 21
        made.give("a", "b")
        made.give("b", "a")
        made["a"].save(Answer(text="nieuw"), KEYS[1])
        assert make(made["a"], Wanted(), key()).cover.revisions == 1
        assert make(made["a"], Wanted(everything=True), key()).cover.revisions == 22


def test_all_is_sound_afterwards(tmp_path: Path) -> None:
    with laptops(tmp_path, "a", "b") as made:
        for n, name in enumerate(("a", "b")):
            made[name].save(Answer(text=f"{name} {n}"), KEYS[0])
        made["b"].save(Answer(text="woordenbrij"), KEYS[1])
        made.give("b", "a")
        made["b"].erase([(Answer, KEYS[1])], "withdrawn")
        made["b"].erase([(Answer, KEYS[0])], "withdrawn")
        made["b"].scrub()
        made["a"].backup()
        made.give("b", "a")
        assert made["a"].unfinished() is None
        assert where(made["a"].folder, "woordenbrij") == []
        env, folder = made["a"].env, made["a"].folder
    assert not sick(examine(folder, env))


def test_what_somebody_else_has_and_we_lack_is_named(tmp_path: Path) -> None:
    """No hole in what is here tells it: only the one who sent the bundle knows that there is more."""
    with laptops(tmp_path, "a", "b", "c") as made:
        for n in range(4):
            made["a"].save(Answer(text=f"van a {n}"), KEYS[0])
        made.give("a", "b")
        made["b"].save(Answer(text="van b"), KEYS[1])
        own = label(made["b"].replica)
        done = made.give("b", "c", Wanted(numbers=(f"{own}:1",)))
        assert {who: shown(ranges) for who, ranges in done.missing.items()} == {
            label(made["a"].replica): "2-5"
        }


def test_a_number_may_come_after_the_text(tmp_path: Path) -> None:
    """A cycle document brings revisions without numbers; the bundle of their writer brings the numbers."""
    import msgspec

    with laptops(tmp_path, "a") as made:
        made["a"].save(Answer(text="uit een document"), KEYS[0])
        made.new("b")
        rows = made["a"].beyond(None)
        made["b"].import_revisions(msgspec.structs.replace(row, replica="", seq=None) for row in rows)
        assert made["b"].having().keys() == {""}
        done = made.give("a", "b")
        assert (done.new, done.missing) == (0, {})
        assert made["b"].having() == made["a"].having()
