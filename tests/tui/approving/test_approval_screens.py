"""Approval of records and quotes by keyboard."""

from __future__ import annotations

from pathlib import Path

import msgspec

from boce_tui.cycle.approving import records
from boce_tui.cycle.planning import add_interview, interviews, set_state, update_interview
from boce_tui.cycle.planning.approving import quotes_by_interview
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from boce_tui.tui.approving import approval_door
from tests.example import example_env
from tests.tui.helpers import check_golden
from tests.tui.planning.desk import ROUND, at_desk, with_people


def held(dossier: Dossier) -> None:
    """Three interviews: one for approval and late, one held, one still to plan; two quotes in the first."""
    for code in with_people(dossier):
        add_interview(dossier, ROUND, participants=(code,))
    for state in ("held", "worked_out", "for_approval"):
        set_state(dossier, ROUND, "G02", state, date="2041-04-01")
    update_interview(dossier, ROUND, "G02", approval_deadline="2041-05-01")
    set_state(dossier, ROUND, "G01", "held", date="2041-05-10")
    answer = f"{ROUND}/G02/S8/-/all"
    dossier.save(Answer(text="Niemand is de baas. Iedereen is de baas."), answer)
    dossier.save(Quote(answer=answer, text="[bold]Niemand[/bold] is de baas.", start=0), f"{ROUND}/G02-1")
    dossier.save(
        Quote(answer=answer, text="Iedereen is de baas.", start=20, approval="yes"), f"{ROUND}/G02-2"
    )


async def test_what_is_late_stands_first_and_is_marked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, approval_door, fill=held) as desk:
        check_golden("approval-80x24", desk.app)
        rows = [line for line in desk.text.splitlines() if "G0" in line]
        assert "G02" in rows[0]
        assert "! 01-05-2041" in rows[0]
        assert "1 van 2" in rows[0]
        assert "1 te laat" in desk.text
        assert not any("G03" in row for row in rows), "what was not held is not approved"
        await desk.press("n", "x")
        assert len(interviews(desk.dossier, ROUND)) == 3


async def test_the_state_goes_on_to_approved_and_can_be_taken_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, approval_door, fill=held) as desk:
        await desk.press("s", "1")
        assert interviews(desk.dossier, ROUND)["G02"].state == "approved"
        assert "te laat" not in desk.text
        await desk.press("u")
        assert interviews(desk.dossier, ROUND)["G02"].state == "for_approval"


async def test_quotes_get_approval_and_other_words(tmp_path: Path) -> None:
    def now(dossier: Dossier) -> list[Quote]:
        return list(quotes_by_interview(dossier, ROUND)["G02"].values())

    async with at_desk(tmp_path, approval_door, f"{ROUND}/G02", fill=held) as desk:
        assert "[bold]Niemand[/bold]" in desk.text, "markup in a quote stays text"
        check_golden("approval-form-80x24", desk.app)
        await (await desk.to("approval-1")).press("2")
        assert now(desk.dossier)[0].approval == "asked"
        await desk.press("f8")
        assert now(desk.dossier)[0].approval == "no"
        await (await desk.to("wording-2")).type("Het gezag is verdeeld.")
        await desk.press("shift+tab")
        await desk.kept()
        assert now(desk.dossier)[1].wording == "Het gezag is verdeeld."
        assert now(desk.dossier)[1].approval == "asked", "other words have to be approved again"


async def test_the_deadline_is_kept_and_withdrawal_asks(tmp_path: Path) -> None:
    async with at_desk(tmp_path, approval_door, f"{ROUND}/G02", fill=held) as desk:
        await (await desk.to("approval_deadline")).clear()
        await desk.type("1 juni 2041")
        await (await desk.to("state")).press("4")
        assert "Intrekken · G02" in desk.text
        await desk.press("escape")
        found = interviews(desk.dossier, ROUND)["G02"]
        assert (found.state, found.approval_deadline) == ("for_approval", "2041-06-01")


async def test_a_record_sent_reminded_answered_and_unlocked_by_keys(tmp_path: Path) -> None:
    def prepared(dossier: Dossier) -> None:
        held(dossier)
        set_state(dossier, ROUND, "G01", "worked_out")

    async with at_desk(tmp_path, approval_door, fill=prepared) as desk:
        await desk.press("down", "v")
        assert "vandaag verstuurd" in desk.text
        assert interviews(desk.dossier, ROUND)["G01"].state == "for_approval"
        await desk.press("h")
        assert "is vandaag herinnerd" in desk.text
        await desk.press("a", "4")
        assert "heeft tot en met" in desk.text, "no reply is for after the deadline"
        await desk.press("a", "3")
        row = next(line for line in desk.text.splitlines() if "G01" in line)
        assert "wil praten" in row, "it is noted, and approves nothing"
        assert interviews(desk.dossier, ROUND)["G01"].state == "for_approval"
        await desk.press("a", "2", "2")
        assert "vergrendeld" in desk.text
        assert "1 van 2 goedgekeurd" in desk.text
        row = next(line for line in desk.text.splitlines() if "G01" in line)
        assert "met wijzigingen" in row
        await desk.press("u")
        assert "0 van 2 goedgekeurd" in desk.text
        await desk.press("a", "1", "ctrl+o")
        await desk.type("toch anders")
        await desk.press("enter")
        assert "0 van 2 goedgekeurd" in desk.text
        assert interviews(desk.dossier, ROUND)["G01"].state == "worked_out"
        await desk.press("s", "1")
        assert interviews(desk.dossier, ROUND)["G01"].state == "for_approval"


async def test_an_approved_form_is_read_and_unlocked_with_a_reason(tmp_path: Path) -> None:
    def prepared(dossier: Dossier) -> None:
        held(dossier)
        set_state(dossier, ROUND, "G02", "approved")

    async with at_desk(tmp_path, approval_door, f"{ROUND}/G02", fill=prepared) as desk:
        assert "goedgekeurd en vergrendeld" in desk.text
        await (await desk.to("wording-2")).type("anders")
        await (await desk.to("approval-2")).press("2")
        await desk.kept()
        assert {q.wording for q in quotes_by_interview(desk.dossier, ROUND)["G02"].values()} == {""}
        assert [q.approval for q in quotes_by_interview(desk.dossier, ROUND)["G02"].values()] == ["no", "yes"]
        await (await desk.to("state")).press("2")
        await desk.type("verkeerd begrepen")
        await desk.press("enter")
        assert interviews(desk.dossier, ROUND)["G02"].state == "worked_out"


async def test_the_record_is_made_after_the_names_were_checked(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    async with at_desk(tmp_path, approval_door, env=env, new=False) as desk:
        await desk.press("m")
        assert "Waar komt het verslag voor R13?" in desk.text
        target = tmp_path / "verslag.md"
        await desk.clear()
        await desk.type(str(target))
        await desk.press("enter")
        record = target.read_text(encoding="utf-8")
        assert record.startswith("# Verslag van uw gesprek")
        assert "| Gesprek gevoerd door | 1 evaluator, van Domesta |" in record
        assert " van 5 (1 is zeer slecht, 5 is zeer goed)" in record, (
            "who reads it does not have the questions"
        )
    key = f"{ROUND}/G16/E1/-/all"
    with Dossier.open(env.data_dir, env) as dossier:
        answer = dossier.value(Answer, key)
        assert answer is not None
        name = next(iter(unlocked_people(dossier)))
        dossier.save(msgspec.structs.replace(answer, worked_out=f"Dat zei {name} ook."), key)
    async with at_desk(tmp_path, approval_door, env=env, new=False) as desk:
        await desk.press("m")
        assert "in dit verslag is iemand te herkennen" in desk.text
        await desk.press("enter")
        assert "E1 Ervaringen" in desk.text, "enter goes to the place"


def unlocked_people(dossier: Dossier) -> list[str]:
    """Full names from the names file of the example, of others than R13."""
    names = Names(dossier.folder)
    names.unlock(find_key(dossier.env, dossier.folder, example=True))  # type: ignore[arg-type]
    return [person.name for code, person in names.data().people.items() if code != "R13"]


async def test_changes_are_typed_before_the_record_is_locked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, approval_door, fill=held) as desk:
        await desk.press("a", "2")
        assert "Staan de wijzigingen al in de tekst?" in desk.text
        await desk.press("1")
        assert "Typ de wijzigingen" in desk.text
        await desk.type("Iedereen is de baas")
        await desk.press("escape")
        await desk.kept()
        assert interviews(desk.dossier, ROUND)["G02"].state == "for_approval", "nothing is locked yet"
        await desk.press("a", "2", "2")
        assert interviews(desk.dossier, ROUND)["G02"].state == "approved"


async def test_a_text_shows_the_focus_and_the_arrows_leave_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, approval_door, f"{ROUND}/G02", fill=held) as desk:
        await desk.to("wording-1")
        await desk.pilot.pause()
        rows = [line for line in desk.text.splitlines() if "In andere woorden" in line]
        assert sum("▸" in row for row in rows) == 1
        await desk.press("up")
        assert desk.app.focused is desk.app.screen.form.field("approval-1")  # type: ignore[attr-defined]
        await desk.press("down", "down")
        assert desk.app.focused is desk.app.screen.form.field("approval-2")  # type: ignore[attr-defined]


async def test_a_task_about_a_record_opens_the_list_at_that_interview(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        held(dossier)
        set_state(dossier, ROUND, "G01", "worked_out")

    async with at_desk(tmp_path, fill=fill) as desk:
        await desk.press("tab", "home")
        while "▸ G01" not in desk.text:
            await desk.press("down")
        await desk.press("enter")
        assert "G02" in next(line for line in desk.text.splitlines() if "G0" in line), "what is late is first"
        assert any(line.startswith("▸ G01") for line in desk.text.splitlines()), "m and v are about G01"


async def test_a_withdrawal_is_found_where_the_records_are(tmp_path: Path) -> None:
    async with at_desk(tmp_path, approval_door, fill=held) as desk:
        await desk.press("ctrl+p")
        await desk.type("intrek")
        await desk.press("enter")
        await desk.kept()
        assert "Intrekken · G02" in desk.place
        assert "Wat voorgoed wordt gewist" in desk.text


async def test_one_person_gets_another_deadline(tmp_path: Path) -> None:
    def prepared(dossier: Dossier) -> None:
        people = sorted(with_people(dossier))
        add_interview(dossier, ROUND, participants=tuple(people[:2]))
        for state in ("held", "worked_out", "for_approval"):
            set_state(dossier, ROUND, "G01", state, date="2041-04-01")

    async with at_desk(tmp_path, approval_door, f"{ROUND}/G01", fill=prepared) as desk:
        before = [one.deadline for one in records.approvals(desk.dossier, ROUND, "G01").values()]
        await (await (await desk.to("deadline-2")).clear()).type("2-6-2041")
        await desk.press("enter")
        await desk.kept()
        after = [one.deadline for one in records.approvals(desk.dossier, ROUND, "G01").values()]
        assert after == [before[0], "2041-06-02"]
        assert interviews(desk.dossier, ROUND)["G01"].approval_deadline == before[0], "the first one counts"
        await (await desk.to("result-1")).press("1")
        await desk.kept()
        await (await (await desk.to("deadline-1")).clear()).type("3-6-2041")
        await desk.press("enter")
        await desk.kept()
        assert "wordt niets" in desk.text, "who answered has no deadline any more"
        answered = next(iter(records.approvals(desk.dossier, ROUND, "G01").values()))
        assert answered.deadline == before[0]
