"""Numbers that were given out apart: told in any order, on three laptops and on a copied one."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from boce_tui.cycle.merging import Wanted, look, make
from boce_tui.domain.agenda import Document
from boce_tui.domain.base import Entity
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.noting import ExtraQuestion
from boce_tui.domain.numbered import NUMBERED
from boce_tui.domain.progressing import ProgressRound
from boce_tui.domain.round import Evaluator, Interview, Respondent
from boce_tui.errors import BadInput
from boce_tui.exchange import bundle
from tests.cycle.merging.laptops import Laptops, key, laptops

MADE: dict[type[Entity], tuple[str, Entity]] = {
    Respondent: ("2041/R31", Respondent(group="official", role="policy_officer")),
    Interview: ("2041/G21", Interview(participants=("R31",))),
    Evaluator: ("2041/EV2", Evaluator()),
    Document: ("2041/D03", Document(title="Nota")),
    ExtraQuestion: ("2041/G01/X1", ExtraQuestion(text="En verder?")),
    ProgressRound: ("2041/P1", ProgressRound(title="Voorjaar", date="2041-03-01", version="1", themes=())),
}


def refused(made: Laptops, taker: str, *bundles: bytes) -> str:
    """What is said; nothing is changed."""
    before = made[taker].changes()
    with pytest.raises(BadInput) as problem:
        look(made[taker], [bundle.read(data, key(), "x.boce") for data in bundles])
    assert problem.value.exit_code == 3
    assert made[taker].changes() == before
    return problem.value.message


@pytest.mark.parametrize("kind", NUMBERED, ids=lambda kind: kind.entity)
def test_every_kind_with_a_number(tmp_path: Path, kind: type[Entity]) -> None:
    where, value = MADE[kind]
    with laptops(tmp_path, "a", "b") as made:
        for name in ("a", "b"):
            made[name].save(value, where)
        for giver, taker in (("a", "b"), ("b", "a")):
            assert where.split("/", 1)[1] in refused(made, taker, made.made(giver))


def test_in_any_order_on_three_laptops(tmp_path: Path) -> None:
    """Whoever comes second is refused, the rest goes on; two bundles at once are told apart too."""
    with laptops(tmp_path, "a", "b", "c") as made:
        for name in ("a", "b"):
            made[name].save(Interview(participants=("R31",)), "2041/G21")
            made[name].save(Answer(text=f"van {name}"), f"2041/G21/{name.upper()}1/-/all")
        made["c"].save(Interview(participants=("R32",)), "2041/G22")
        bundles = {name: made.made(name, Wanted(everything=True)) for name in "abc"}
        for n, order in enumerate(itertools.permutations("abc")):
            made.new(f"o{n}")
            first, second = [name for name in order if name != "c"]
            for name in order:
                if name == second:
                    refused(made, f"o{n}", bundles[name])
                else:
                    made.take(f"o{n}", bundles[name])
            said = made[f"o{n}"].values(Answer, "2041/G21/")
            assert [one.text for one in said.values()] == [f"van {first}"]
            assert made[f"o{n}"].conflicts() == []
        made.new("at once")
        refused(made, "at once", *bundles.values())


def test_what_was_taken_out_keeps_its_number(tmp_path: Path) -> None:
    with laptops(tmp_path, "a", "b") as made:
        for name in ("a", "b"):
            made[name].save(Interview(participants=("R31",)), "2041/G21")
        made["a"].delete(Interview, "2041/G21")
        refused(made, "b", made.made("a"))
        refused(made, "a", made.made("b"))


def test_a_copied_laptop(tmp_path: Path) -> None:
    """Both think they are the same one; what they made before is the same, what they made after is not."""
    with laptops(tmp_path, "a") as made:
        made["a"].save(Interview(participants=("R31",)), "2041/G21")
        made.copy("a", "copy")
        made["a"].save(Interview(participants=("R31",), state="held"), "2041/G21")
        made["copy"].save(Answer(text="van de kopie"), "2041/G21/A1/-/all")
        made.give("copy", "a")
        made.give("a", "copy")
        assert made["copy"].value(Interview, "2041/G21") == made["a"].value(Interview, "2041/G21")
        for name in ("a", "copy"):
            made[name].save(Interview(participants=("R32",)), "2041/G22")
        assert "G22" in refused(made, "copy", made.made("a"))
        assert "G22" in refused(made, "a", made.made("copy"))


def test_a_bundle_always_has_what_tells_numbers_apart(tmp_path: Path) -> None:
    """The other one has it already: it goes along all the same, and is not counted as own numbers."""
    with laptops(tmp_path, "a", "b") as made:
        made["a"].save(Interview(participants=("R31",)), "2041/G21")
        for n in range(9):
            made["a"].save(Interview(participants=("R31",), note=str(n)), "2041/G21")
        made.give("a", "b")
        made.give("b", "a")
        made["a"].save(Answer(text="nieuw"), "2041/G21/A1/-/all")
        one = make(made["a"], Wanted(), key())
        assert (one.cover.revisions, one.cover.numbers) == (2, "12-12")
        done = made.take("b", one.data)
        assert (done.new, done.same, done.missing) == (1, 1, {})


def test_words_without_what_tells_which_interview(tmp_path: Path) -> None:
    """A bundle of another making: nobody can tell whose G21 it is about."""

    with laptops(tmp_path, "a", "b") as made:
        for name in ("a", "b"):
            made[name].save(Interview(participants=("R31",)), "2041/G21")
        made["b"].save(Answer(text="van b"), "2041/G21/A1/-/all")
        content = bundle.read(made.made("b"), key(), "x")
        from dataclasses import replace

        bare = replace(content, rows=tuple(row for row in content.rows if row.entity != "interview"))
        with pytest.raises(BadInput, match="G21"):
            look(made["a"], [bare])


def test_words_that_went_elsewhere_never_come_without_saying_so(tmp_path: Path) -> None:
    """Asked for by its number, an old revision brings along that the answer has another number now."""
    from boce_tui.cycle.renumbering import carry_out, plan
    from boce_tui.store.having import label

    with laptops(tmp_path, "a", "b") as made:
        for name in ("a", "b"):
            made[name].save(Interview(participants=("R31",)), "2041/G21")
        made["a"].save(Answer(text="van a"), "2041/G21/A1/-/all")
        carry_out(made["a"], plan(made["a"], "2041", "G21"))
        asked = Wanted(numbers=(f"{label(made['a'].replica)}:3",))
        made.take("b", made.made("a", asked))
        assert made["b"].values(Answer, "2041/G21/") == {}
        made.give("a", "b")
        assert [one.text for one in made["b"].values(Answer).values()] == ["van a"]
        assert made["b"].conflicts() == []
