"""Somebody takes back what they said: it is gone everywhere, what rested on it is told, the proof stays."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from boce_tui.cycle.analysing.findings import cite, new_finding
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.support import support
from boce_tui.cycle.exchanging import carry_out, export_cycle, plan_import
from boce_tui.cycle.planning.coverage import coverage
from boce_tui.cycle.planning.interviews import set_state
from boce_tui.cycle.undoing import UndoBook
from boce_tui.cycle.withdrawing import (
    certificates,
    document,
    enforce,
    find_targets,
    finish_restore,
    preview,
    withdraw,
)
from boce_tui.domain.analysis import Evidence, Finding, SubConclusion
from boce_tui.domain.answers import Items, Rating
from boce_tui.domain.approving import Approval, InterviewRecord
from boce_tui.domain.entities import KINDS
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.domain.recommendation import Recommendation, ReportVersion
from boce_tui.domain.round import Interview
from boce_tui.errors import BadInput, DossierUnavailable, PrivacyStop, UsageProblem
from boce_tui.names import Names, Person, new_passphrase
from boce_tui.store import restoring
from tests.cycle.analysing.heard import A2, E1, E4, Heard
from tests.cycle.factory import ROUND
from tests.store.planted import where
from tests.support import make_env

PLANTED = {
    "answer": "zwaluwstaartverbinding",
    "older": "voorjaarsmoeheidspil",
    "value": "knikkerbaanontwerp is mooi",
    "quote": "kamerscherminsigne",
    "wording": "trommelrevolverdeuntje",
    "note": "paddenstoelensoeplepel",
    "extra": "krantenwijkweemoed",
    "passage": "molensteenkraaglint",
    "tag": "+hagelslagpatroon",
    "draft": "ijsvogelvliegroute",
    "source": "bierviltjesaantekening",
    "planning": "dakkapelvergadering",
    "deleted": "waterlelievijverrand",
    "reason": "sneeuwklokjesreden",
}


@pytest.fixture
def heard(tmp_path: Path) -> Heard:
    return Heard(tmp_path)


def plant(heard: Heard) -> str:
    """Somebody says all of it; returns the code."""
    d, code = heard.dossier, heard.person()
    interview = f"G{code[1:]}"
    at = f"{ROUND}/{interview}"
    key = heard.says(code, E4, PLANTED["older"])
    heard.says(code, E4, f"Ik noemde het {PLANTED['answer']}.")
    d.save(Tagging(tags=(PLANTED["tag"],)), key)
    d.save(Answer(values={"value": Items((PLANTED["value"],))}), f"{at}/{E1}/-/all")
    quote = heard.quote(key, PLANTED["quote"])
    d.save(Quote(answer=key, text=PLANTED["quote"], wording=PLANTED["wording"]), quote)
    gone = heard.quote(key, PLANTED["deleted"])
    d.delete(Quote, gone)
    d.save(Note(text=PLANTED["note"]), f"{at}/n1")
    d.save(ExtraQuestion(text=PLANTED["extra"]), f"{at}/X1")
    d.save(Passage(source=key, target=key, text=PLANTED["passage"]), f"{at}/p1")
    d.save(InterviewRecord(participants={code: Approval()}, answers={key: "x"}), at)
    found = d.value(Interview, at)
    assert found is not None
    d.save(msgspec.structs.replace(found, note=PLANTED["planning"]), at)
    d.save(msgspec.structs.replace(found, note=""), at)
    finding = new_finding(d, ROUND, "experiences", "accessibility").key
    cite(d, finding, "answer", key)
    cite(d, finding, "quote", quote)
    now = d.value(Finding, finding)
    assert now is not None
    noted = tuple(msgspec.structs.replace(e, note=PLANTED["source"]) for e in now.evidence)
    d.save(msgspec.structs.replace(now, text="Er is waardering.", evidence=noted), finding)
    draft = d.drafts.open(f"answer:{at}/A9/-/all:text", "")
    draft.edit(0, 0, PLANTED["draft"])
    return code


def test_every_kind_that_can_hold_somebodys_words_is_known() -> None:
    from boce_tui.cycle.withdrawing.scope import STAYS

    assert {kind.__name__ for kind in KINDS if kind not in STAYS} == {
        "InterviewRecord",
        "Answer",
        "Quote",
        "Tagging",
        "Note",
        "ExtraQuestion",
        "Passage",
    }, "a new kind: does it hold what somebody said? Then SAID, else another list of domain.handing_over"


def test_withdrawn_words_are_in_no_file(heard: Heard) -> None:
    d = heard.dossier
    code = plant(heard)
    d.backup()
    folder = d.folder
    present = {name for name, words in PLANTED.items() if where(folder, words)}
    assert present == set(PLANTED) - {"reason"}
    for words in PLANTED.values():
        if words not in (PLANTED["draft"], PLANTED["reason"]):
            assert any(name.startswith("backups/") for name in where(folder, words)), words
    done = withdraw(d, find_targets(d, ROUND, code), "withdrawn")
    assert done.left == ()
    assert {name: where(folder, words) for name, words in PLANTED.items() if where(folder, words)} == {}
    d.close()
    assert {name: where(folder, words) for name, words in PLANTED.items() if where(folder, words)} == {}


def test_counts_findings_and_coverage_follow(heard: Heard) -> None:
    d = heard.dossier
    keys = [heard.says(heard.person(), E4, f"Het gaat goed, vindt {n}") for n in "abc"]
    marks = heard.marks("official", 5, 3)
    finding = new_finding(d, ROUND, "experiences", "accessibility").key
    for key in keys:
        cite(d, finding, "answer", key)
    d.save(SubConclusion(text="Goed.", findings=(finding,)), f"{ROUND}/experiences/accessibility")
    d.save(Recommendation(text="Ga door.", findings=(finding,)), f"{ROUND}/A-1")
    d.save(
        ReportVersion(
            version="1.0",
            audience="public",
            date="2041-06-01",
            sha256="x",
            markdown="Het rapport",
            model="{}",
        ),
        f"{ROUND}/1.0/public",
    )
    before = coverage(d, ROUND).people
    target = find_targets(d, ROUND, keys[0].split("/")[1])
    look = preview(d, target)
    assert look.counts == {"answers": 1}
    assert look.people == (5, 4)
    assert look.answers == (5, 4)
    assert [(e.lost, e.left, e.before, e.after, e.falls) for e in look.findings] == [(1, 2, 3, 2, True)]
    assert [(p.kind, p.key) for p in look.resting] == [
        (SubConclusion, f"{ROUND}/experiences/accessibility"),
        (Recommendation, f"{ROUND}/A-1"),
    ]
    assert look.versions == ("1.0",)
    assert d.value(Answer, keys[0]) is not None  # looking changes nothing
    issued = d.value(ReportVersion, f"{ROUND}/1.0/public")
    withdraw(d, target, "withdrawn")
    after = Readback(d, ROUND)
    assert {code for row in after.rows for code in row.people} == {"R22", "R23", "R24", "R25"}
    now = d.value(Finding, finding)
    assert now is not None
    assert [e.key for e in now.evidence] == keys[1:]
    assert support(after, now).too_few
    assert support(after, now).broken == ()
    assert coverage(d, ROUND).people == before - 1
    assert d.value(ReportVersion, f"{ROUND}/1.0/public") == issued
    assert len(marks) == 2


def test_undo_refuses_and_it_stays_withdrawn(heard: Heard) -> None:
    d = heard.dossier
    code = heard.person()
    interview = f"{ROUND}/G{code[1:]}"
    book = UndoBook(d)
    key = book.do("antwoord", lambda c: c.save(Answer(text="weg ermee"), f"{interview}/{E4}/-/all")).key
    finding = new_finding(d, ROUND, "experiences", "accessibility").key
    cite(d, finding, "answer", key)
    book.do("bron weg", lambda c: cite(c, finding, "answer", key))
    book.do("staat", lambda c: set_state(c, ROUND, interview.split("/")[1], "worked_out"))
    withdraw(d, find_targets(d, ROUND, code), "withdrawn")
    with pytest.raises(BadInput, match="wordt niet teruggedraaid"):
        book.undo()
    book.forget_erased()
    assert len(book) == 2  # the answer's own step is gone
    book._steps.pop()
    with pytest.raises(BadInput, match="bron"):
        book.undo()
    with pytest.raises(DossierUnavailable):
        d.undo(Answer, key)
    for state in ("to_plan", "worked_out", "held"):
        with pytest.raises(BadInput):
            set_state(d, ROUND, interview.split("/")[1], state)
    with pytest.raises(BadInput, match="ingetrokken"):
        find_targets(d, ROUND, code)


def test_withdrawing_is_no_mere_change_of_state(heard: Heard) -> None:
    code = heard.person()
    with pytest.raises(BadInput, match="stap apart"):
        set_state(heard.dossier, ROUND, f"G{code[1:]}", "withdrawn")


def joint(heard: Heard) -> tuple[str, str, str, dict[str, str]]:
    one, other = heard.person(), heard.person()
    table = heard.together(one, other)
    for code in (one, other):  # their own interviews stay out of it
        heard.dossier.delete(Interview, f"{ROUND}/G{code[1:]}")
    keys = {
        "own": heard.says(table, E1, "eigen cijfer", Rating(score=4), participant=one),
        "own other": heard.says(table, E1, "ander cijfer", Rating(score=2), participant=other),
        "spoken": heard.says(table, A2, "door mij gezegd", speakers=(one,), theme="accessibility"),
        "both": heard.says(table, A2, "door ons beiden gezegd", theme="housing"),
    }
    heard.dossier.save(Note(text="notitie van de tafel"), f"{ROUND}/{table}/n1")
    heard.dossier.save(Note(text="notitie over mij", speakers=(one,)), f"{ROUND}/{table}/n2")
    heard.dossier.save(
        InterviewRecord(participants={one: Approval(), other: Approval()}, answers={keys["own"]: "x"}),
        f"{ROUND}/{table}",
    )
    return one, other, table, keys


@pytest.mark.parametrize("shared", ["keep", "erase"])
def test_one_of_two_at_the_table(heard: Heard, shared: str) -> None:
    d = heard.dossier
    one, other, table, keys = joint(heard)
    targets = find_targets(d, ROUND, one)
    assert [(t.interview, t.code) for t in targets] == [(table, one)]
    look = preview(d, targets)
    assert {key for _kind, key in look.shared} == {keys["both"], f"{ROUND}/{table}/n1"}
    with pytest.raises(UsageProblem):
        withdraw(d, targets, "withdrawn")
    assert d.value(Answer, keys["own"]) is not None
    withdraw(d, targets, "withdrawn", shared=shared)
    left = set(d.values(Answer, f"{ROUND}/{table}/"))
    assert left == {keys["own other"]} | ({keys["both"]} if shared == "keep" else set())
    assert set(d.values(Note)) == ({f"{ROUND}/{table}/n1"} if shared == "keep" else set())
    now = d.value(Interview, f"{ROUND}/{table}")
    assert now is not None
    assert (now.participants, now.state) == ((other,), "held")
    record = d.value(InterviewRecord, f"{ROUND}/{table}")
    assert record == InterviewRecord(participants={other: Approval()})
    assert where(d.folder, "door mij gezegd") == []
    assert bool(where(d.folder, "door ons beiden gezegd")) == (shared == "keep")
    (proof,) = certificates(d).values()
    assert (proof.participant, proof.shared_kept) == (one, 2 if shared == "keep" else 0)
    assert one not in {code for row in Readback(d, ROUND).rows for code in row.people}


def test_proof_says_how_much_and_nothing_of_what(heard: Heard) -> None:
    d = heard.dossier
    code = plant(heard)
    d.backup()
    done = withdraw(d, find_targets(d, ROUND, code), "withdrawn")
    (key,) = done.certificates
    proof = certificates(d)[key]
    assert proof.everywhere
    assert len(proof.backups) == 1
    assert proof.items["quotes"] == 2
    assert len(proof.digest) == 64
    text = document(key, proof)
    assert text == document(key, proof)
    assert not any(words in text for words in PLANTED.values())
    assert str(proof.revisions) in text
    assert proof.digest in text


def test_copy_from_before_and_an_old_document_bring_nothing_back(heard: Heard, tmp_path: Path) -> None:
    d = heard.dossier
    code = plant(heard)
    stick = tmp_path / "stick.db"
    d.backup_to(stick)
    old = export_cycle(d, ROUND)
    withdraw(d, find_targets(d, ROUND, code), "withdrawn")
    plan = plan_import(d, old, "oud.json")
    carry_out(d, plan)
    folder, env = d.folder, d.env
    d.close()
    words = [w for w in PLANTED.values() if where(folder, w)]
    assert words == []
    restoring.restore(folder, env, stick)
    finish_restore(env)
    from boce_tui.store import Dossier

    with Dossier.open(folder, env) as again:
        enforce(again)
        assert len(certificates(again)) == 1
        found = again.value(Interview, f"{ROUND}/G{code[1:]}")
        assert found is not None
        assert found.state == "withdrawn"
        assert not any(f.evidence for f in again.values(Finding).values())
    assert [w for w in PLANTED.values() if where(folder, w)] == []


def test_new_work_of_another_laptop_on_a_withdrawn_interview_goes_too(heard: Heard, tmp_path: Path) -> None:
    d = heard.dossier
    code = heard.person()
    key = heard.says(code, E4, "wat er was")
    env = make_env(tmp_path / "b", seed=9)
    from boce_tui.store import Dossier

    with Dossier.create(env.data_dir, env) as other:
        other.import_revisions(d.export_rows([s.id for s in d.history(Answer, key)]))
        other.save(Answer(text="daarna getypt: lampenkapfranje"), key)
        late = other.export_rows([s.id for s in other.history(Answer, key)])
    withdraw(d, find_targets(d, ROUND, code), "withdrawn")
    assert d.import_revisions(late) == 1
    assert enforce(d) == 1
    assert enforce(d) == 0
    assert d.value(Answer, key) is None
    assert where(d.folder, "lampenkapfranje") == []


def test_document_after_a_withdrawal_goes_round(heard: Heard, tmp_path: Path) -> None:
    d = heard.dossier
    code = plant(heard)
    heard.says(heard.person(), E4, "blijft")
    withdraw(d, find_targets(d, ROUND, code), "withdrawn")
    out = export_cycle(d, ROUND)
    assert not any(words.encode() in out for words in PLANTED.values())
    env = make_env(tmp_path / "b", seed=9)
    from boce_tui.store import Dossier

    with Dossier.create(env.data_dir, env) as other:
        carry_out(other, plan_import(other, out, "x.json"))
        assert export_cycle(other, ROUND) == out


def test_evidence_that_went_before_is_no_source(heard: Heard) -> None:
    """A finding that cites what is long gone does not stop a second withdrawal."""
    d = heard.dossier
    one, two = heard.person(), heard.person()
    keys = [heard.says(who, E4, f"gezegd door {who}") for who in (one, two)]
    finding = new_finding(d, ROUND, "experiences", "accessibility").key
    withdraw(d, find_targets(d, ROUND, one), "withdrawn")
    old = d.history(Answer, keys[0])[-1].id
    now = d.value(Finding, finding)
    assert now is not None
    stale = Evidence(kind="answer", key=keys[0], revision=old)
    d.save(msgspec.structs.replace(now, evidence=(stale,)), finding)
    withdraw(d, find_targets(d, ROUND, two), "request")
    left = d.value(Finding, finding)
    assert left is not None
    assert left.evidence == ()


@pytest.mark.parametrize("remove", [False, True])
def test_consent_to_print_the_name_goes_and_the_name_when_asked(heard: Heard, remove: bool) -> None:
    d = heard.dossier
    code, other = heard.person(), heard.person()
    heard.says(code, E4, "wat er was")
    names = Names(d.folder)
    names.create(new_passphrase("een lange zin om mee te oefenen"))
    names.put({each: Person(name=f"Persoon {each}", consent=True) for each in (code, other)})
    done = withdraw(d, find_targets(d, ROUND, code), "withdrawn", names=names, remove_name=remove)
    assert not done.names_locked
    found, left = names.person(code), names.person(other)
    assert found == (None if remove else Person(name=f"Persoon {code}"))
    assert left == Person(name=f"Persoon {other}", consent=True)


def test_locked_names_stop_it_only_when_the_name_has_to_go(heard: Heard) -> None:
    d = heard.dossier
    code = heard.person()
    key = heard.says(code, E4, "wat er was")
    first = Names(d.folder)
    first.create(new_passphrase("een lange zin om mee te oefenen"))
    first.put({code: Person(name="Iemand", consent=True)})
    locked = Names(d.folder)
    with pytest.raises(PrivacyStop):
        withdraw(d, find_targets(d, ROUND, code), "withdrawn", names=locked, remove_name=True)
    assert d.value(Answer, key) is not None
    done = withdraw(d, find_targets(d, ROUND, code), "withdrawn", names=locked)
    assert done.names_locked
    assert d.value(Answer, key) is None
