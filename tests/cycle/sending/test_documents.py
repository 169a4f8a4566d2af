"""What goes out when the round is over, as it reads; and what stops it from going out."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.deciding.deciding import Said, decide
from boce_tui.cycle.evidence import broken_links, down, up
from boce_tui.cycle.outgoing import Outgoing
from boce_tui.cycle.recalibrating.deciding import decide as recalibrate
from boce_tui.cycle.recalibrating.deciding import subjects
from boce_tui.cycle.recalibrating.document import prepare_recalibration
from boce_tui.cycle.sending.letter import prepare_letter
from boce_tui.cycle.sending.preparing import prepare
from boce_tui.cycle.sending.successes import new_success, toggle_finding
from boce_tui.domain.analysis import ChapterText, Finding
from boce_tui.domain.meetings import Meeting
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.round import DRAFT, Round
from boce_tui.domain.sending import SENT
from boce_tui.errors import BadInput
from boce_tui.names import Names
from boce_tui.store import Dossier
from tests.cycle.sending.year import errors, text, write
from tests.decided import ROUND

GOLDEN = Path(__file__).parent / "golden"


def check_golden(name: str, markdown: str) -> None:
    path = GOLDEN / f"{name}.md"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(markdown, encoding="utf-8", newline="\n")
    assert markdown == path.read_text(encoding="utf-8")


# --- as they read -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["letter", "summary", "feedback"])
def test_reads_as_it_should(dossier: Dossier, names: Names, kind: str) -> None:
    made = prepare(kind, dossier, ROUND, names)
    assert errors(made) == []
    assert made.exit_code == 0
    check_golden(kind, text(made))


def test_letter_of_one_municipality(dossier: Dossier, names: Names) -> None:
    made = text(prepare_letter(dossier, ROUND, names, municipality="E"))
    check_golden("letter-emmen", made)
    assert "| Aan | de gemeenteraad van Emmen |" in made
    assert "Wij nemen één aanbeveling niet over: 2c." in made
    assert "| Coevorden | …" not in made
    with pytest.raises(BadInput, match="Groningen"):
        prepare_letter(dossier, ROUND, names, municipality="Groningen")


def test_report_with_decisions(dossier: Dossier, names: Names) -> None:
    plain, decided = (
        text(one) for one in (prepare_plain(dossier, names), prepare("report_decided", dossier, ROUND, names))
    )
    head, appendix = decided.split("### 5.6 Besluiten per aanbeveling")
    assert head.strip() in plain
    assert "5.6" not in plain
    section = "### 5.6 Besluiten per aanbeveling" + appendix
    check_golden("decisions", section)


def prepare_plain(dossier: Dossier, names: Names) -> Outgoing:
    from boce_tui.cycle.reporting.issuing import prepare as prepare_report

    made = prepare_report(dossier, ROUND, names)
    return Outgoing("report", "public", "1.0", "nl", made.markdown, made.findings)


def test_result_of_the_recalibration(dossier: Dossier, names: Names) -> None:
    for one in subjects(dossier, ROUND):
        if one.kind == "ambition":
            recalibrate(
                dossier, one.key, choice="keep", reason="De opgave is niet veranderd.", date="2042-04-12"
            )
    recalibrate(
        dossier,
        f"{ROUND}/ambition/accessibility_2018",
        choice="adjust",
        text="Vóór 2043 één lobbylijst vaststellen en samen bij de provincie indienen.",
        reason="De visie ligt er; de volgende stap ontbreekt.",
    )
    recalibrate(
        dossier,
        f"{ROUND}/theme/environment_act",
        choice="stop",
        reason="De verkenning is klaar.",
        date="2042-04-12",
        document="Besluitenlijst stuurgroep 12 april 2042",
    )
    recalibrate(dossier, f"{ROUND}/theme/liveability", choice="stop", reason="Geen uren.", date="2042-04-12")
    made = prepare_recalibration(dossier, ROUND, names)
    assert errors(made) == []
    check_golden("recalibration", text(made))


@pytest.mark.parametrize("kind", SENT)
def test_the_same_data_gives_the_same_bytes(dossier: Dossier, names: Names, kind: str) -> None:
    assert prepare(kind, dossier, ROUND, names).markdown == prepare(kind, dossier, ROUND, names).markdown


# --- what is missing ----------------------------------------------------------------------------------------


def test_a_concept_is_not_sent_unless_as_a_draft(dossier: Dossier, names: Names) -> None:
    round_ = dossier.value(Round, ROUND)
    assert round_ is not None
    dossier.save(msgspec.structs.replace(round_, status=DRAFT, version="0.9"), ROUND)
    for kind in ("letter", "summary", "feedback"):
        made = prepare(kind, dossier, ROUND, names)
        assert made.exit_code == 1
        assert "S1 Het rapport is een concept: versie 0.9." in errors(made)
        draft = prepare(kind, dossier, ROUND, names, draft=True)
        assert draft.exit_code == 0
        assert "**Onvoltooid concept.**" in text(draft)


def test_letter_names_the_place_of_what_is_missing(dossier: Dossier, names: Names) -> None:
    for key, value in dossier.values(Decision, f"{ROUND}/").items():
        if value.municipality == "emmen":
            dossier.delete(Decision, key)
    for place in ("letter.publicity", "letter.meeting"):
        write(dossier, place, " ")
    for key in dossier.values(Meeting, f"{ROUND}/"):
        dossier.delete(Meeting, key)
    made = prepare("letter", dossier, ROUND, names)
    assert sorted(errors(made)) == [
        "S1 De dag waarop het college van Emmen besloot, ontbreekt.",
        "S1 Het wordt later openbaar dan het besluit, en er staat niet bij waarom.",
        "S1 Tijd en plaats van de raadsbijeenkomst ontbreken.",
    ]
    origins = {(one.origin.kind, one.origin.key) for one in made.findings if one.origin}
    assert ("chapter_text", "2041/letter.publicity") in origins
    assert ("round", "2041") in origins
    assert "Brief aan de raden: waarom het later openbaar wordt" in {one.place for one in made.findings}
    assert prepare("letter", dossier, ROUND, names, draft=True).exit_code == 0


def test_a_college_that_decided_decides_on_everything(dossier: Dossier, names: Names) -> None:
    dossier.delete(Decision, "2041/1a/emmen/decision")
    assert "S1 Het college van Emmen heeft nog niet besloten over: 1a." in errors(
        prepare("letter", dossier, ROUND, names)
    )
    decided = prepare("report_decided", dossier, ROUND, names)
    assert errors(decided) == ["C15 Aanbeveling 1a: nog geen besluit van het college van Emmen."]
    assert "nog geen besluit" in text(decided)


def test_a_reason_is_missing_in_the_report_with_decisions(dossier: Dossier, names: Names) -> None:
    value = dossier.value(Decision, "2041/2c/emmen/decision")
    assert value is not None
    dossier.save(msgspec.structs.replace(value, motivation=""), "2041/2c/emmen/decision")
    assert errors(prepare("report_decided", dossier, ROUND, names)) == [
        "C15 Aanbeveling 2c: de reden van het college van Emmen ontbreekt."
    ]


def test_a_meeting_that_was_called_off(dossier: Dossier, names: Names) -> None:
    for key, one in dossier.values(Meeting, f"{ROUND}/").items():
        dossier.save(msgspec.structs.replace(one, status="cancelled"), key)
    made = text(prepare("letter", dossier, ROUND, names))
    assert "op 19 januari 2042 gaat niet door. Er is nog geen nieuwe datum." in made


def test_placeholders_are_filled_in_and_unknown_ones_are_named(dossier: Dossier, names: Names) -> None:
    write(dossier, "letter.opening", "Op {besluitdatum} besloten {gemeenten}. Zie {versie}, {onzin}.")
    made = prepare("letter", dossier, ROUND, names)
    assert "Op 23 september 2041 en 24 september 2041 besloten Borger-Odoorn, Coevorden en Emmen." in text(
        made
    )
    assert errors(made) == ["S1 De invulplek {onzin} bestaat niet."]


# --- the summary --------------------------------------------------------------------------------------------


def test_the_summary_has_450_words_at_most(dossier: Dossier, names: Names) -> None:
    from boce_tui.reports.gates.sending import visible_words
    from boce_tui.reports.parsed import Parsed

    base = visible_words(Parsed(text(prepare("summary", dossier, ROUND, names))))
    old = dossier.value(ChapterText, f"{ROUND}/summary.outcome")
    assert old is not None
    room = 450 - base
    write(dossier, "summary.outcome", old.text + " woord" * room)
    assert errors(prepare("summary", dossier, ROUND, names)) == []
    write(dossier, "summary.outcome", old.text + " woord" * (room + 1))
    made = prepare("summary", dossier, ROUND, names)
    assert errors(made) == ["S2 De samenvatting heeft 451 woorden; op één bladzijde passen er hoogstens 450."]
    assert prepare("summary", dossier, ROUND, names, draft=True).exit_code == 0


def test_a_success_needs_findings_of_the_report(dossier: Dossier, names: Names) -> None:
    made = new_success(dossier, ROUND, "Alles gaat goed.")
    assert errors(prepare("summary", dossier, ROUND, names)) == [
        "S3 Een succes steunt niet op een bevinding uit het rapport."
    ]
    toggle_finding(dossier, made.key, f"{ROUND}/B08")
    assert errors(prepare("summary", dossier, ROUND, names)) == []


def test_a_success_has_its_chain_in_both_directions(dossier: Dossier, names: Names) -> None:
    success, finding = f"{ROUND}/S1", f"{ROUND}/B08"
    assert [(one.entity, one.key) for one in down(dossier, "success", success)] == [("finding", finding)]
    assert ("success", success) in [(one.entity, one.key) for one in up(dossier, "finding", finding)]
    assert [entity for entity, _key, _link in broken_links(dossier, ROUND)] == []
    dossier.delete(Finding, finding)
    assert ("success", success) in [(entity, key) for entity, key, _link in broken_links(dossier, ROUND)]
    assert errors(prepare("summary", dossier, ROUND, names)) == [
        "S3 Een succes steunt niet op een bevinding uit het rapport."
    ]


def test_a_success_of_one_or_two_people_never_leaves(dossier: Dossier, names: Names) -> None:
    finding = dossier.value(Finding, f"{ROUND}/B17")
    assert finding is not None
    dossier.save(msgspec.structs.replace(finding, evidence=finding.evidence[:2]), f"{ROUND}/B17")
    made = new_success(dossier, ROUND, "Bereikbaarheid past goed.")
    toggle_finding(dossier, made.key, f"{ROUND}/B17")
    for draft in (False, True):
        found = prepare("summary", dossier, ROUND, names, draft=draft)
        assert "P5 Een succes steunt op minder dan 3 mensen." in errors(found)
        assert found.exit_code == 5


def test_nothing_is_asked_of_councils_that_every_college_rejected(dossier: Dossier, names: Names) -> None:
    for place in ("borger_odoorn", "coevorden", "emmen"):
        decide(dossier, f"{ROUND}/3a", place, Said("reject", motivation="Nu niet."))
    assert "**3a**" not in text(prepare("summary", dossier, ROUND, names))
