"""Nobody is given away in what goes out, and what people typed stays text."""

from __future__ import annotations

import msgspec
import pytest

from boce_tui.cycle.deciding.deciding import Said, decide
from boce_tui.cycle.reporting.decided import prepare_with_decisions
from boce_tui.cycle.sending.preparing import prepare
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.sending import SENT
from boce_tui.names import Names
from boce_tui.store import Dossier
from tests.cycle.sending.year import errors, text, write
from tests.decided import ROUND

# --- nobody is given away -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "kind"),
    [("letter.decision", "letter"), ("summary.outcome", "summary"), ("feedback.next", "feedback")],
)
@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Dat zei {name} ook.", "P1"),
        ("Dat zei R07 ook.", "P9"),
        ("Twee ambtenaren waren het er niet mee eens.", "P5"),
        ("Dat vinden 3 van de 7 bestuurders.", "P5"),
        ("Dat vinden 18 van de 20 geïnterviewden.", "P5"),
    ],
)
def test_no_draft_gives_anyone_away(
    dossier: Dossier, names: Names, place: str, kind: str, words: str, rule: str
) -> None:
    person = names.person("R03")
    assert person is not None
    write(dossier, place, words.replace("{name}", person.name))
    for draft in (False, True):
        made = prepare(kind, dossier, ROUND, names, draft=draft)
        assert made.exit_code == 5, text(made)
        assert {one[:2] for one in errors(made)} >= {rule}


@pytest.mark.parametrize(
    "words",
    ["De drie gemeenten werken samen.", "Zeven bestuurders deden mee.", "Dat zei een ambtenaar."],
)
def test_numbers_that_may_be_said(dossier: Dossier, names: Names, words: str) -> None:
    write(dossier, "letter.decision", words)
    assert errors(prepare("letter", dossier, ROUND, names)) == []


@pytest.mark.parametrize("kind", SENT)
def test_without_the_names_nothing_leaves(dossier: Dossier, kind: str) -> None:
    for draft in (False, True):
        assert prepare(kind, dossier, ROUND, Names(dossier.folder), draft=draft).exit_code == 5


def test_a_motivation_that_names_somebody_stops_the_report(dossier: Dossier, names: Names) -> None:
    person = names.person("R03")
    assert person is not None
    said = Said("reject", motivation=f"{person.name} is tegen.")
    decide(dossier, f"{ROUND}/1a", "emmen", said)
    assert prepare("report_decided", dossier, ROUND, names, draft=True).exit_code == 5


def test_votes_of_members_are_never_printed(dossier: Dossier, names: Names) -> None:
    decide(dossier, f"{ROUND}/1a", "member-b", Said("reject", motivation="Ik ben tegen, zegt lid B."))
    made = prepare_with_decisions(dossier, ROUND, names)
    assert b"zegt lid B" not in made.markdown


def test_the_distribution_list_has_no_names_and_no_codes(dossier: Dossier, names: Names) -> None:
    made = text(prepare("feedback", dossier, ROUND, names))
    listed = made.split("## Verzendlijst")[1]
    assert listed.count("☐") == 20
    codes = [f"R{n:02}" for n in range(1, 40)]
    assert not any(code in made for code in codes)
    for code in codes:
        person = names.person(code)
        assert person is None or person.name not in made


# --- hostile text -------------------------------------------------------------------------------------------


HOSTILE = (
    "# kop\n\n| a | b |\n| - | - |\n\n<script>alert(1)</script> [x](https://x.nl) {{ boom }} "
    "\u202eom\u202c \x1b[31m"
)


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("letter.opening", "letter"),
        ("letter.publicity", "letter"),
        ("summary.asked", "summary"),
        ("feedback.next", "feedback"),
    ],
)
def test_written_texts_stay_text(dossier: Dossier, names: Names, place: str, kind: str) -> None:
    before = text(prepare(kind, dossier, ROUND, names))
    write(dossier, place, HOSTILE)
    after = text(prepare(kind, dossier, ROUND, names))
    assert after.count("\n# ") == before.count("\n# ")
    assert "<script>" not in after
    assert "\x1b" not in after
    assert errors(prepare(kind, dossier, ROUND, names)) == []


def test_a_recommendation_with_markdown_stays_text(dossier: Dossier, names: Names) -> None:
    item = dossier.value(Recommendation, f"{ROUND}/3a")
    assert item is not None
    dossier.save(msgspec.structs.replace(item, text="Doe | dit **nu** <b>"), f"{ROUND}/3a")
    made = text(prepare("summary", dossier, ROUND, names))
    assert r"Doe \| dit \*\*nu\*\* \<b\>" in made
