"""No answer ever ends at an interview it was not given in, whatever three laptops and a copy do."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boce_tui.cycle.renumbering import carry_out, plan
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.round import Interview
from boce_tui.errors import BadInput, BoceError
from boce_tui.store import Dossier
from tests.cycle.merging.laptops import Laptops, laptops

NAMES = ("a", "b", "c")
NUMBERS = ("G21", "G22")
QUESTIONS = ("A1", "A2")
who = st.sampled_from(NAMES)
number = st.sampled_from(NUMBERS)
WORK = st.one_of(
    st.tuples(st.just("plan"), who, number),
    st.tuples(st.just("say"), who, number, st.sampled_from(QUESTIONS)),
    st.tuples(st.just("say"), who, number, st.sampled_from(QUESTIONS)),
    st.tuples(st.just("hold"), who, number),
    st.tuples(st.just("undo"), who, number, st.sampled_from(QUESTIONS)),
    st.tuples(st.just("find"), who, number),
    st.tuples(st.just("renumber"), who, number),
    st.tuples(st.just("give"), who, who),
    st.tuples(st.just("give"), who, who),
    st.tuples(st.just("keep"), who),
    st.tuples(st.just("stray"), who),
    st.tuples(st.just("copy"), who),
)


class World:
    """What is done; every interview knows by its note who it is of, and every word who said it."""

    def __init__(self, made: Laptops) -> None:
        self.made = made
        self.kept: list[bytes] = []
        self.count = 0

    def do(self, step: tuple[str, ...]) -> None:  # noqa: C901 - one step of a kind
        """One step; what is refused changes nothing."""
        what, name, *rest = step
        dossier = self.made[name]
        key = f"2041/{rest[0]}" if rest else ""
        self.count += 1
        now = dossier.value(Interview, key) if rest else None
        if what == "plan" and now is None and not any(v.value for v in dossier.history(Interview, key)):
            dossier.save(Interview(participants=(), note=f"persoon {self.count}"), key)
        elif what == "say" and now:
            text = f"{now.note}: woord {self.count}"
            where = f"{key}/{rest[1]}/-/all"
            dossier.save(Answer(text=text), where)
            dossier.save(Quote(answer=where, text=text), f"{key}-{self.count}")
        elif what == "hold" and now:
            dossier.save(msgspec.structs.replace(now, state="held", place=str(self.count)), key)
        elif what == "undo" and rest:
            dossier.undo(Answer, f"{key}/{rest[1]}/-/all")
        elif what == "find":
            for item in dossier.all(Answer, f"{key}/"):
                found = Evidence(kind="answer", key=item.key, revision=item.id)
                text = item.value.text if item.value else ""
                dossier.save(Finding(text=text, evidence=(found,)), f"2041/B-{self.count}")
        elif what == "renumber" and now:
            with contextlib.suppress(BadInput):
                carry_out(dossier, plan(dossier, "2041", rest[0]))
        elif what == "give" and name != rest[0]:
            self.take(rest[0], self.made.made(name))
        elif what == "keep":
            self.kept.append(self.made.made(name))
        elif what == "stray":
            for one in self.kept:
                self.take(name, one)
        elif what == "copy" and "d" not in self.made.names():
            self.made.copy(name, "d")

    def take(self, name: str, data: bytes) -> None:
        """Merged or refused whole."""
        before = self.made[name].changes()
        try:
            self.made.take(name, data)
        except BoceError:
            assert self.made[name].changes() == before

    def look(self) -> None:
        """Everything stands where it was said."""
        for name in self.made.names():
            right(self.made[name])


def right(dossier: Dossier) -> None:
    people = {key: one.note for key, one in dossier.values(Interview, "2041/").items()}
    for item in dossier.all(Answer, "2041/"):
        person = people[item.key.rsplit("/", 3)[0]]
        for version in dossier.history(Answer, item.key):
            assert version.value is None or version.value.text.startswith(f"{person}:")
        for version in dossier.heads(Answer, item.key):
            assert version.value is None or version.value.text.startswith(f"{person}:")
    for key, quote in dossier.values(Quote, "2041/").items():
        assert quote.text.startswith(f"{people[key.rsplit('-', 1)[0]]}:")
        assert quote.answer.startswith(f"{key.rsplit('-', 1)[0]}/")
    for found in dossier.values(Finding, "2041/").values():
        for source in found.evidence:
            cited = dossier.revision(source.revision)
            assert cited is not None
            assert (cited.key, cited.value) == (source.key, Answer(text=found.text))


@given(work=st.lists(WORK, max_size=16))
@example(work=[("renumber", "a", "G21"), ("renumber", "b", "G21")])  # two ends at one key are no conflict
@settings(max_examples=15, deadline=None)
def test_no_answer_at_an_interview_it_was_not_given_in(work: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder, laptops(Path(folder), *NAMES) as made:
        world = World(made)
        for name in ("a", "b"):  # where it goes wrong: both plan, offline
            world.do(("plan", name, "G21"))
            world.do(("say", name, "G21", "A1"))
        for step in work:
            world.do(step)
            world.look()
        for giver, taker in ("ab", "bc", "ca", "ab"):
            world.take(taker, made.made(giver))
        world.look()
