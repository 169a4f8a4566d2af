"""Keeping, adjusting, stopping and adding ambitions and themes (rec. 3e, R3, R5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.planning.themes import decided, theme_warnings
from boce_tui.cycle.recalibrating import deciding
from boce_tui.cycle.recalibrating.effects import evaluated_ambitions
from boce_tui.cycle.recalibrating.evidence import published
from boce_tui.cycle.recalibrating.saying import outcome
from boce_tui.cycle.reporting.build import build
from boce_tui.cycle.undoing import UndoBook
from boce_tui.domain.agenda import Ambition, Status, Theme
from boce_tui.domain.analysis import SubConclusion
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.recalibrating import Recalibration
from boce_tui.domain.round import Round
from boce_tui.errors import BadInput
from boce_tui.names import Names
from boce_tui.reports.compiling import compile_report
from boce_tui.store import Dossier
from tests.decided import ROUND, decided_env
from tests.example import example_env

AMBITION, THEME = f"{ROUND}/ambition/accessibility_2018", f"{ROUND}/theme/liveability"
NEW = "Eén lobbylijst vaststellen en samen indienen."


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as found:
        yield found


def ambition(dossier: Dossier) -> Ambition:
    found = dossier.value(Ambition, "accessibility_2018")
    assert found is not None
    return found


def theme(dossier: Dossier, key: str = "liveability") -> Theme:
    found = dossier.value(Theme, key)
    assert found is not None
    return found


def test_every_theme_and_ambition_is_in_the_session(dossier: Dossier) -> None:
    found = deciding.subjects(dossier, ROUND)
    assert [one.item for one in found] == [
        "environment_act",
        "environment_act_2018",
        "tourism_recreation",
        "tourism_recreation_2018",
        "liveability",
        "liveability_2018",
        "accessibility",
        "accessibility_2018",
    ]
    assert {outcome(one) for one in found} == {"gestopt zonder besluit", "niet besproken"}
    assert [one.item for one in found if one.undecided] == ["environment_act"]


def test_an_adjusted_ambition_gets_a_version_and_the_old_text_stays_beside_it(dossier: Dossier) -> None:
    before = ambition(dossier)
    deciding.decide(dossier, AMBITION, choice="adjust", text=NEW, reason="Volgende stap.", date="12-4-2042")
    after = ambition(dossier)
    assert (after.text, after.version, after.valid_from) == (NEW, before.version + 1, "2042-04-12")
    # No council adopted the new words yet.
    assert after.decisions == ()
    one = deciding.subject(dossier, AMBITION)
    assert one.value.before == before.text
    assert one.done
    assert one.value.body == "steering_group"


def test_typing_on_makes_no_further_versions(dossier: Dossier) -> None:
    before = ambition(dossier)
    for words in ("Eén lobby", "Eén lobbylijst", NEW):
        deciding.decide(dossier, AMBITION, choice="adjust", text=words)
    assert ambition(dossier).version == before.version + 1
    assert deciding.subject(dossier, AMBITION).value.before == before.text


@pytest.mark.parametrize("way", ["keep", "clear", "stop"])
def test_another_choice_takes_the_adjustment_back(dossier: Dossier, way: str) -> None:
    before = ambition(dossier)
    deciding.decide(dossier, AMBITION, choice="adjust", text=NEW)
    if way == "clear":
        deciding.clear(dossier, AMBITION)
    else:
        deciding.decide(dossier, AMBITION, choice=way)
    assert ambition(dossier) == before


def test_what_else_was_changed_since_then_stays(dossier: Dossier) -> None:
    deciding.decide(dossier, AMBITION, choice="adjust", text=NEW)
    judged = {"2042": Status(status="in_progress")}
    dossier.save(msgspec.structs.replace(ambition(dossier), assessed=judged), "accessibility_2018")
    deciding.clear(dossier, AMBITION)
    assert ambition(dossier).assessed == judged
    assert ambition(dossier).version == 1


def test_each_decision_needs_reason_body_and_date(dossier: Dossier) -> None:
    deciding.decide(dossier, AMBITION, choice="keep")
    assert deciding.subject(dossier, AMBITION).missing == ("de reden",)
    deciding.decide(dossier, AMBITION, choice="adjust", text=ambition(dossier).text, reason="Daarom.")
    assert deciding.subject(dossier, AMBITION).missing == ("de nieuwe tekst",)
    deciding.decide(dossier, THEME, choice="stop", reason="Geen uren.")
    assert deciding.subject(dossier, THEME).missing == ("het stuk",)


def test_a_theme_stops_formally_with_body_date_and_document_only(dossier: Dossier) -> None:
    deciding.decide(dossier, THEME, choice="stop", reason="Geen uren.", date="2042-04-12")
    assert theme(dossier).work_stopped == "2042-04-12"
    assert theme(dossier).exit is None
    assert not decided(theme(dossier))
    assert (
        "\nGestopt zonder besluit: Omgevingswet en Leefbaarheid.\n"
        in compile_report(report(dossier)).markdown
    )
    assert outcome(deciding.subject(dossier, THEME)) == "gestopt zonder besluit"
    assert "liveability" in [warning.theme for warning in theme_warnings(dossier)]
    assert [t.id for t in report(dossier).introduction.themes if t.stopped_undecided] == [
        "environment_act",
        "liveability",
    ]
    deciding.decide(dossier, THEME, document="Besluitenlijst 12 april 2042")
    exit_ = theme(dossier).exit
    assert exit_ is not None
    assert (exit_.body, exit_.date, exit_.document) == (
        "steering_group",
        "2042-04-12",
        "Besluitenlijst 12 april 2042",
    )
    assert decided(theme(dossier))
    assert "liveability" not in [warning.theme for warning in theme_warnings(dossier)]
    assert outcome(deciding.subject(dossier, THEME)) == "gestopt met een besluit"


def test_a_stop_is_taken_back_exactly(dossier: Dossier) -> None:
    for key in ("liveability", "environment_act"):
        before = theme(dossier, key)
        decision = f"{ROUND}/theme/{key}"
        deciding.decide(dossier, decision, choice="stop", reason="Klaar.", document="Besluitenlijst")
        assert decided(theme(dossier, key))
        deciding.decide(dossier, decision, choice="keep")
        assert theme(dossier, key) == before


def test_one_step_of_undo_takes_back_decision_and_effect(dossier: Dossier) -> None:
    before = ambition(dossier)
    book = UndoBook(dossier)
    book.do("herijking", lambda d: deciding.decide(d, AMBITION, choice="adjust", text=NEW))
    book.undo()
    assert ambition(dossier) == before
    assert dossier.value(Recalibration, AMBITION) is None


def test_adding_an_ambition_and_a_theme(dossier: Dossier) -> None:
    made = deciding.add(
        dossier, ROUND, "Samen inkopen van stroom.", theme="liveability", reason="Gevraagd.", date="12-4-2042"
    )
    one = deciding.subject(dossier, made.key)
    assert (one.theme, one.value.choice, one.done) == ("liveability", "add", True)
    found = dossier.value(Ambition, one.item)
    assert found is not None
    assert (found.text, found.valid_from) == ("Samen inkopen van stroom.", "2042-04-12")
    energy = deciding.add(dossier, ROUND, "Energie", reason="Genoemd in de evaluatie.")
    assert theme(dossier, energy.key.split("/")[-1]).name == "Energie"
    with pytest.raises(BadInput):
        deciding.decide(dossier, made.key, choice="keep")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (AMBITION, {"choice": "add"}),
        (AMBITION, {"choice": "onzin"}),
        (THEME, {"choice": "adjust"}),
        (AMBITION, {"choice": "keep", "body": "niemand"}),
        (AMBITION, {"choice": "keep", "date": "31-2-2042"}),
        (AMBITION, {"choice": "keep", "text": "nieuw"}),
        (f"{ROUND}/ambition/bestaat_niet", {"choice": "keep"}),
    ],
)
def test_what_makes_no_sense_changes_nothing(dossier: Dossier, key: str, said: dict[str, str]) -> None:
    before = ambition(dossier), theme(dossier)
    with pytest.raises(BadInput):
        deciding.decide(dossier, key, **said)
    assert (ambition(dossier), theme(dossier)) == before
    assert dossier.values(Recalibration) == {}


# --- the report that was evaluated --------------------------------------------------------------------------


def report(dossier: Dossier, round_id: str = ROUND):  # type: ignore[no-untyped-def]
    return build(dossier, round_id, Names(dossier.folder))


def test_the_report_keeps_the_ambitions_that_were_evaluated(dossier: Dossier) -> None:
    before = report(dossier)
    deciding.decide(dossier, AMBITION, choice="adjust", text=NEW, reason="Volgende stap.")
    deciding.decide(
        dossier, f"{ROUND}/ambition/environment_act_2018", choice="stop", reason="Klaar.", document="Besluit"
    )
    deciding.add(dossier, ROUND, "Samen inkopen.", theme="liveability", reason="Gevraagd.")
    assert report(dossier) == before
    round_ = dossier.value(Round, ROUND)
    assert round_ is not None
    dossier.save(msgspec.structs.replace(round_, year=2042, previous=ROUND), "2042")
    assert NEW in {one.text for one in evaluated_ambitions(dossier, "2042").values()}
    assert NEW not in {one.text for one in evaluated_ambitions(dossier, ROUND).values()}


# --- what stands beside it ----------------------------------------------------------------------------------


def test_only_what_was_published_stands_beside_it(tmp_path: Path) -> None:
    env = decided_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        cell = f"{ROUND}/ambitions/accessibility"
        old = dossier.value(SubConclusion, cell)
        assert old is not None
        dossier.save(msgspec.structs.replace(old, text="Nog niet gepubliceerd."), cell)
        found = published(dossier, ROUND)
        assert (found.version, found.kept) == ("1.0", True)
        passages = [p for theme_ in found.themes for p in found.about(theme_)]
        words = "\n".join(f"{p.head} {p.text} {p.foot}" for p in passages)
        assert old.text.split(". ")[0].strip() in words
        assert "Nog niet gepubliceerd." not in words
        # What was decided since is there; answers, quotes and codes never are.
        assert "college van Emmen: niet overnemen" in words
        assert not re.search(r"\bR\d{2}\b|\bV\d+\b", words)
        for answer in dossier.values(Answer, f"{ROUND}/").values():
            assert len(answer.text) < 40 or answer.text not in words
        for quote in dossier.values(Quote, f"{ROUND}/").values():
            assert quote.text not in words


def test_without_a_kept_version_it_says_so(dossier: Dossier) -> None:
    found = published(dossier, ROUND)
    assert (found.version, found.kept) == ("0.9", False)
    assert any("3.1.3" in passage.head for passage in found.about("accessibility"))
