"""Sub-conclusions per sub-question and theme, and the main conclusions that rest on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.cycle import concluding
from boce_tui.cycle.analysing import findings
from boce_tui.domain.analysis import MainConclusion, SubConclusion
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from tests.cycle.factory import ROUND, small_round
from tests.support import make_env

CELL = concluding.cell_key(ROUND, "experiences", "housing")


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    env = make_env(tmp_path)
    with small_round(env.data_dir, env) as made:
        yield made


def cell(dossier: Dossier) -> concluding.Cell:
    return next(c for c in concluding.matrix(dossier, ROUND) if c.key == CELL)


def finding(dossier: Dossier, theme: str = "housing") -> str:
    return findings.new_finding(dossier, ROUND, "experiences", theme).key


def test_a_place_for_each_sub_question_in_general_and_per_focus_theme(dossier: Dossier) -> None:
    places = [(c.section.id, c.theme) for c in concluding.matrix(dossier, ROUND)]
    sections = ["ambitions", "experiences", "success_factors", "adjustments"]
    assert places == [(s, t) for s in sections for t in ("general", "accessibility", "housing")]
    assert {c.state for c in concluding.matrix(dossier, ROUND)} == {"open"}


def test_done_is_text_with_a_finding_or_a_reason(dossier: Dossier) -> None:
    concluding.change_sub_conclusion(dossier, CELL, text="Het gaat goed.")
    assert cell(dossier).state == "busy"
    concluding.toggle_finding(dossier, CELL, finding(dossier))
    assert cell(dossier).state == "done"
    concluding.change_sub_conclusion(dossier, CELL, text="  ")
    assert cell(dossier).state == "busy"
    concluding.change_sub_conclusion(dossier, CELL, none_reason="dit jaar niet onderzocht")
    assert cell(dossier).state == "done"


def test_a_finding_alone_makes_it_busy_and_belongs_to_its_own_place(dossier: Dossier) -> None:
    mine, other = finding(dossier), finding(dossier, "general")
    assert cell(dossier).state == "busy"
    assert [f.key for f in cell(dossier).findings] == [mine]
    assert other not in [f.key for f in cell(dossier).findings]


def test_findings_are_linked_in_order_and_moved(dossier: Dossier) -> None:
    a, b, c = finding(dossier), finding(dossier), finding(dossier, "general")
    for key in (a, b, c):
        concluding.toggle_finding(dossier, CELL, key)

    def linked() -> tuple[str, ...]:
        found = dossier.value(SubConclusion, CELL)
        assert found is not None
        return found.findings

    assert linked() == (a, b, c)
    concluding.move_finding(dossier, CELL, c, -1)
    assert linked() == (a, c, b)
    concluding.move_finding(dossier, CELL, a, -1)
    assert linked() == (a, c, b)
    concluding.move_finding(dossier, CELL, b, +1)
    assert linked() == (a, c, b)
    concluding.toggle_finding(dossier, CELL, c)
    assert linked() == (a, b)
    with pytest.raises(BadInput, match="Koppel"):
        concluding.move_finding(dossier, CELL, c, 1)


def test_main_conclusions_in_order(dossier: Dossier) -> None:
    keys = [concluding.new_main_conclusion(dossier, ROUND).key for _n in range(3)]

    def order() -> list[str]:
        return [m.key for m in concluding.main_conclusions(dossier, ROUND)]

    assert order() == keys
    concluding.move_main_conclusion(dossier, ROUND, keys[2], -1)
    assert order() == [keys[0], keys[2], keys[1]]
    concluding.move_main_conclusion(dossier, ROUND, keys[0], -1)
    assert order() == [keys[0], keys[2], keys[1]]
    concluding.delete_main_conclusion(dossier, keys[0])
    assert order() == [keys[2], keys[1]]
    with pytest.raises(BadInput):
        concluding.delete_main_conclusion(dossier, keys[0])
    with pytest.raises(BadInput):
        concluding.change_main_conclusion(dossier, keys[0], text="weg")


def test_a_bullet_rests_on_sub_conclusions(dossier: Dossier) -> None:
    key = concluding.new_main_conclusion(dossier, ROUND).key
    other = concluding.cell_key(ROUND, "ambitions", "general")
    for sub in (CELL, other):
        concluding.toggle_sub_conclusion(dossier, key, sub)
    concluding.toggle_sub_conclusion(dossier, key, CELL)
    bullet = dossier.value(MainConclusion, key)
    assert bullet is not None
    assert bullet.sub_conclusions == (other,)
