"""A record sent, corrected, approved, unlocked; and what is locked meanwhile."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.approving import history, records
from boce_tui.cycle.approving.waiting import waiting
from boce_tui.cycle.approving.working_out import WorkingOut
from boce_tui.cycle.dashboard import dashboard
from boce_tui.cycle.exchanging import carry_out, export_cycle, plan_import
from boce_tui.cycle.interviewing import Conversation
from boce_tui.cycle.planning import set_state
from boce_tui.cycle.planning.approving import change_quote
from boce_tui.cycle.undoing import UndoBook
from boce_tui.domain.approving import InterviewRecord, working_days_after
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.round import Interview, Round
from boce_tui.errors import BadInput
from boce_tui.store import Dossier
from tests.cycle.approving.held import ALONE, E1, JOINT, QUOTE, ROUND, S8, held_round, now, state_of
from tests.support import Clock, make_env, run_cli


def worked_out(dossier: Dossier, interview: str = ALONE) -> None:
    WorkingOut(dossier, ROUND, interview).finish()


def approved(dossier: Dossier) -> None:
    worked_out(dossier)
    records.send(dossier, ROUND, ALONE)
    records.answer(dossier, ROUND, ALONE, "R07", "approved")


def test_a_record_from_sent_to_unlocked_and_again(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        work = WorkingOut(dossier, ROUND, ALONE)
        key = next(item.key for item in work.items if item.key.question == "E1")
        assert (work.count.done, work.count.total) == (0, 3)
        work.write(key, "Het gaat goed.")
        work.finish()
        records.send(dossier, ROUND, ALONE)
        assert state_of(dossier) == "for_approval"
        sent = records.approvals(dossier, ROUND, ALONE)["R07"]
        assert (sent.sent, sent.deadline) == ("2041-05-12", "2041-05-24"), "ten working days"
        assert dossier.value(Quote, QUOTE).approval == "asked"  # type: ignore[union-attr]
        work.refresh()
        work.write(key, "Het gaat goed, meestal.")
        assert work.sent(key) == "Het gaat goed."
        records.answer(dossier, ROUND, ALONE, "R07", "changed")
        assert state_of(dossier) == "approved"
        records.unlock(dossier, ROUND, ALONE, "  toch een \n naam  ")
        assert state_of(dossier) == "worked_out"
        opened = dossier.value(InterviewRecord, f"{ROUND}/{ALONE}").unlocked  # type: ignore[union-attr]
        assert [(one.by, one.reason) for one in opened] == [("evaluator", "toch een naam")]
        told = [what for version in history.versions(dossier, E1) for what in version.what]
        assert "ontgrendeld: toch een naam" in told
        assert told.count("gesprek: goedgekeurd") == 1
        records.send(dossier, ROUND, ALONE)
        assert work.sent(key) == "Het gaat goed, meestal."


def test_an_approved_record_is_locked_everywhere(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        approved(dossier)
        talk = Conversation(dossier, ROUND, ALONE)
        step = next(s for s in talk.steps if s.question == "E1")
        before = dossier.changes()
        for change in (
            lambda: talk.write_text(step, "x"),
            lambda: talk.set_value(step, "value", None),
            lambda: talk.skip(step, "no_time"),
            lambda: talk.toggle_probe(step, 1),
            lambda: talk.add_quote(step, "gaat goed"),
            lambda: talk.remove_quote(QUOTE),
            lambda: talk.write_wording(QUOTE, "anders"),
            lambda: talk.change_quote(QUOTE, approval="no"),
            lambda: change_quote(dossier, QUOTE, wording="anders"),
            lambda: WorkingOut(dossier, ROUND, ALONE).write(talk.key(step), "x"),
            lambda: history.undo(dossier, E1),
            lambda: history.bring_back(dossier, E1, dossier.history(Answer, E1)[0].id),
            lambda: set_state(dossier, ROUND, ALONE, "worked_out"),
            lambda: records.answer(dossier, ROUND, ALONE, "R07", ""),
            lambda: records.send(dossier, ROUND, ALONE),
            lambda: records.unlock(dossier, ROUND, ALONE, " \n"),
        ):
            with pytest.raises(BadInput) as problem:
                change()
            assert problem.value.hint, "it says what to do next"
        assert dossier.changes() == before


def test_what_a_person_says_about_a_quote_is_noted_when_the_record_is_locked_too(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        approved(dossier)
        change_quote(dossier, QUOTE, approval="yes")
        with pytest.raises(BadInput):
            change_quote(dossier, QUOTE, approval="no")
        change_quote(dossier, QUOTE, approval="refused")
        with pytest.raises(BadInput):
            change_quote(dossier, QUOTE, approval="yes")


def test_undo_neither_approves_nor_opens_without_a_reason(tmp_path: Path) -> None:
    clock = Clock()
    with held_round(tmp_path, clock) as dossier:
        worked_out(dossier)
        records.send(dossier, ROUND, ALONE)
        UndoBook(dossier).do("a", lambda d: records.answer(d, ROUND, ALONE, "R07", "approved"))
        with pytest.raises(BadInput, match="reden"):
            UndoBook(dossier).undo()  # another session
        book = UndoBook(dossier)
        records.unlock(dossier, ROUND, ALONE, "fout getikt")
        records.send(dossier, ROUND, ALONE)
        book.do("a", lambda d: records.answer(d, ROUND, ALONE, "R07", "approved"))
        book.undo()
        assert state_of(dossier) == "for_approval", "a slip of a moment ago is taken back"
        records.answer(dossier, ROUND, ALONE, "R07", "approved")
        book.do("u", lambda d: records.unlock(d, ROUND, ALONE, "toch"))
        with pytest.raises(BadInput, match="keurt"):
            book.undo()
        records.send(dossier, ROUND, ALONE)
        records.answer(dossier, ROUND, ALONE, "R07", "approved")
    for item in (f"answer:{E1}", f"quote:{QUOTE}", f"interview:{ROUND}/{ALONE}"):
        assert run_cli(["undo", item], make_env(tmp_path)).code == 3, item


def test_everybody_at_the_table_has_to_approve(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        worked_out(dossier, JOINT)
        records.send(dossier, ROUND, JOINT)
        records.answer(dossier, ROUND, JOINT, "R03", "approved")
        assert state_of(dossier, JOINT) == "for_approval"
        records.answer(dossier, ROUND, JOINT, "R07", "approved")
        assert state_of(dossier, JOINT) == "approved"


@pytest.mark.parametrize(("lenient", "state"), [(False, "for_approval"), (True, "approved")])
def test_no_reply_counts_as_the_round_says_and_only_after_the_deadline(
    tmp_path: Path, lenient: bool, state: str
) -> None:
    clock = Clock()
    with held_round(tmp_path, clock) as dossier:
        round_ = dossier.value(Round, ROUND)
        assert round_ is not None
        changed = msgspec.structs.replace(round_, no_reply_approves=lenient, approval_days=3)
        dossier.save(changed, ROUND)
        worked_out(dossier)
        records.send(dossier, ROUND, ALONE)
        with pytest.raises(BadInput, match="15-05-2041"):
            records.answer(dossier, ROUND, ALONE, "R07", "no_reply")
        clock.advance(days=5)
        records.answer(dossier, ROUND, ALONE, "R07", "no_reply")
        assert state_of(dossier) == state
        assert dossier.value(Quote, QUOTE).approval == "asked", "never for quotes"  # type: ignore[union-attr]


def test_who_is_waited_for_overdue_first(tmp_path: Path) -> None:
    clock = Clock()
    with held_round(tmp_path, clock) as dossier:
        for interview in (ALONE, JOINT):
            worked_out(dossier, interview)
        records.send(dossier, ROUND, JOINT, deadline="20-05-2041")
        records.send(dossier, ROUND, ALONE)
        records.set_deadline(dossier, ROUND, JOINT, "R03", "2041-05-30")
        found = waiting(dossier, ROUND, date(2041, 5, 27))
        assert [(w.interview, w.code, w.days, w.overdue) for w in found] == [
            ("G02", "R07", -7, True),
            ("G01", "R07", -3, True),
            ("G02", "R03", 3, False),
        ]
        clock.advance(days=10)
        records.remind(dossier, ROUND, JOINT, "R07")
        records.remind(dossier, ROUND, JOINT, "R07")
        assert records.approvals(dossier, ROUND, JOINT)["R07"].reminders == ("2041-05-22",)
        tasks = dashboard(dossier, ROUND, date(2041, 5, 27)).tasks
        assert [(t.key, t.urgent) for t in tasks if t.target == "approval" and t.urgent] == [
            ("G02", True),
            ("G01", True),
        ]
        records.move_deadline(dossier, ROUND, JOINT, "2041-06-10")
        assert not [
            w for w in waiting(dossier, ROUND, date(2041, 5, 27)) if w.interview == JOINT and w.overdue
        ]
        records.answer(dossier, ROUND, JOINT, "R07", "approved")
        with pytest.raises(BadInput, match="R07"):
            records.remind(dossier, ROUND, JOINT, "R07")


def test_a_state_set_by_hand_keeps_the_record_in_step(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        for state in ("worked_out", "for_approval", "worked_out", "for_approval", "approved"):
            set_state(dossier, ROUND, ALONE, state)
            sent = [one.sent for one in records.approvals(dossier, ROUND, ALONE).values()]
            assert sent == (["2041-05-12"] if state in ("for_approval", "approved") else [""])
        assert records.approvals(dossier, ROUND, ALONE)["R07"].result == "approved"
        with pytest.raises(BadInput):
            records.send(dossier, ROUND, JOINT)  # not worked out yet


def test_the_final_text_is_what_counts(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        work = WorkingOut(dossier, ROUND, ALONE)
        key = next(item.key for item in work.items if item.key.question == "S8")
        work.write(key, "Iedereen is verantwoordelijk.")
        assert now(dossier, S8).said == "Iedereen is verantwoordelijk."
        assert now(dossier, S8).text.startswith("niemand"), "the notes stay"
        assert [hit.key for hit in dossier.search("verantwoordelijk")] == [S8]
        assert work.next_open(2) == 0
        work.write(key, "")
        assert now(dossier, S8).said.startswith("niemand")


def test_history_tells_who_when_and_what_and_brings_back(tmp_path: Path) -> None:
    clock = Clock()
    with held_round(tmp_path, clock) as dossier:
        talk = Conversation(dossier, ROUND, ALONE)
        step = next(s for s in talk.steps if s.question == "E1")
        clock.advance(minutes=5)
        talk.write_text(step, "anders")
        talk.skip(step, "declined")
        found = history.versions(dossier, E1)
        assert [v.what for v in found if v.answer][:2] == [
            ("overgeslagen: wil niet antwoorden",),
            ("aantekeningen",),
        ]
        assert found[0].now
        assert found[0].by == "evaluator"
        first = [v for v in found if v.answer][-1]
        history.bring_back(dossier, E1, first.id)
        assert now(dossier).text == "gaat goed. korte lijnen"
        assert len(dossier.history(Answer, E1)) == 4
    with Dossier.open(tmp_path / "data", make_env(tmp_path)) as dossier:
        history.undo(dossier, E1)
        assert (now(dossier).text, now(dossier).skipped is not None) == ("anders", True)
        history.undo(dossier, E1)
        assert now(dossier).skipped is None
        history.redo(dossier, E1)
        assert now(dossier).skipped is not None


def test_what_was_sent_travels_with_the_cycle_document(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        work = WorkingOut(dossier, ROUND, ALONE)
        key = next(item.key for item in work.items if item.key.question == "E1")
        work.write(key, "verstuurd")
        work.finish()
        records.send(dossier, ROUND, ALONE)
        work.write(key, "gecorrigeerd")
        data = export_cycle(dossier, ROUND)
    with Dossier.create(tmp_path / "other", make_env(tmp_path)) as other:
        carry_out(other, plan_import(other, data, "cycle.json"))
        assert WorkingOut(other, ROUND, ALONE).sent(key) == "verstuurd"
        assert export_cycle(other, ROUND) == data


def test_working_days() -> None:
    assert working_days_after(date(2041, 5, 10), 1) == date(2041, 5, 13)  # a Friday
    assert working_days_after(date(2041, 5, 12), 0) == date(2041, 5, 12)


def test_interviews_that_were_not_held_have_nothing_to_work_out(tmp_path: Path) -> None:
    with held_round(tmp_path) as dossier:
        assert dossier.value(Interview, f"{ROUND}/G03") is not None
        with pytest.raises(BadInput):
            WorkingOut(dossier, ROUND, "G03")
