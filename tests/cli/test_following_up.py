"""``boce follow-up``, ``meetings``, ``scan`` and their documents, through the front door on the example."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from boce_tui.domain.agenda import Document
from boce_tui.domain.analysis import Finding
from boce_tui.domain.meetings import Meeting, Scan
from boce_tui.domain.recommendation import ActionItem, FollowUp, Recommendation
from boce_tui.domain.round import Interview
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.cli.test_export_support import support_dossier
from tests.example import example_env
from tests.support import run_cli

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "[red]x[/red] <script>alert(1)</script> | cel | # kop \x1b[31m"


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def listed(env: Env, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run_cli([*args, "--json"], env).ok().out)
    return found


def document(env: Env, tmp_path: Path, *args: str) -> str:
    target = tmp_path / "d.md"
    run_cli(["export", *args, "--to", str(target), "--force"], env).ok()
    return target.read_text(encoding="utf-8")


def check_golden(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.md"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("follow-up", ("follow-up",)),
        ("follow-up-overdue", ("follow-up", "--body", "programme_director", "--overdue")),
        ("meetings", ("meetings",)),
        ("scan", ("scan",)),
        ("years", ("years",)),
    ],
)
def test_documents(env: Env, tmp_path: Path, name: str, args: tuple[str, ...]) -> None:
    text = document(env, tmp_path, *args)
    assert text.startswith("# ")
    assert "\n# " not in text
    check_golden(name, text)
    assert document(env, tmp_path, *args) == text
    log = listed(env, "versions", "log")
    assert {one["document"] for one in log} == {args[0].replace("-", "_")}


def test_what_is_late_and_of_whom(env: Env) -> None:
    late = listed(env, "follow-up", "--overdue")
    assert [(one["action"], one["late"]) for one in late[:2]] == [
        ("2021/2c/a1", "date"),
        ("2021/3b/a1", "date"),
    ]
    assert {one["late"] for one in late[2:]} == {"age"}
    assert {one["owner"] for one in listed(env, "follow-up", "--body", "commissioner")} == {"commissioner"}
    assert run_cli("follow-up --body niemand", env).code == 3
    said = run_cli("follow-up --overdue --body colleges", env).ok()
    assert (said.out, "Niets is te laat" in said.err) == ("", True)


def test_an_action_is_agreed_done_and_shown(env: Env) -> None:
    run_cli(
        ["follow-up", "add", "3e", "--text", HOSTILE, "--owner", "steering_group", "--by", "1-9-2041"], env
    ).ok()
    out = run_cli("follow-up --body steering_group", env).ok().out
    mine = next(
        one["action"]
        for one in listed(env, "follow-up", "--body", "steering_group")
        if one["recommendation"] == "2021-3e"
    )
    assert mine.startswith("2021/3e/a")
    assert mine in out
    assert "\x1b" not in out
    run_cli(["follow-up", "set", mine, "--state", "done", "--evidence", "Notulen"], env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        found = dossier.value(ActionItem, mine)
    assert found is not None
    assert (found.state, found.evidence, found.finished) == ("done", "Notulen", "2041-07-02")
    assert run_cli("follow-up set 2021/3e/a99999 --state done", env).code == 3
    assert run_cli("follow-up add 9z", env).code == 3


def test_text_of_people_stays_text_in_the_documents(env: Env, tmp_path: Path) -> None:
    run_cli(["follow-up", "add", "3e", "--text", HOSTILE], env).ok()
    run_cli(["meetings", "add", HOSTILE, "--place", HOSTILE, "--date", "1-9-2041"], env).ok()
    run_cli(["scan", "answer", "3e", "done", "no", "--evidence", HOSTILE], env).ok()
    for kind in ("follow-up", "meetings", "scan"):
        text = document(env, tmp_path, kind)
        assert "<script>" not in text.replace("\\<script>", "")
        assert "\x1b" not in text
        assert text.count("\n# ") == 0


def test_progress_without_evidence_is_said(env: Env) -> None:
    said = run_cli("follow-up progress 2021-2d in_progress", env).ok()
    assert "--source" in said.err
    said = run_cli(["follow-up", "progress", "2021-2d", "done", "--source", "Nota"], env).ok()
    assert "--source" not in said.err
    with Dossier.open(env.data_dir, env) as dossier:
        found = dossier.value(FollowUp, "2021/2d")
    assert found is not None
    assert (found.progress, found.source, found.date) == ("done", "Nota", "2041-07-02")


def test_meetings_are_planned_moved_cancelled_and_held(env: Env) -> None:
    run_cli(
        "meetings add Raden --body councils --date 1-9-2041 --themes Bereikbaarheid "
        "--recommendations 4,2021-3d",
        env,
    ).ok()
    mine = next(one["id"] for one in listed(env, "meetings") if one["title"] == "Raden")
    said = run_cli(["meetings", "move", mine, "8-9-2041", "--reason", "zaal bezet"], env).ok()
    assert "08-09-2041" in said.err
    assert "01-09-2041" in said.err
    run_cli(f"meetings held {mine}", env).ok()
    run_cli(f"meetings cancel V03 --replaced-by {mine}", env).ok()
    found = {one["id"]: one for one in listed(env, "meetings")}
    assert found[mine]["moved"] == [{"date": "2041-09-01", "reason": "zaal bezet"}]
    assert found[mine]["recommendations"] == ["2021/4", "2021/3d"]
    assert (found[mine]["status"], found["V03"]["status"], found["V03"]["replaced_by"]) == (
        "held",
        "cancelled",
        mine,
    )
    out = run_cli("meetings", env).ok().out
    assert "01-09-2041" in out
    assert run_cli(f"meetings cancel {mine}", env).code == 3
    assert run_cli("meetings move V09 1-1-2042", env).code == 3
    assert run_cli("meetings add Raden --recommendations 9z", env).code == 3
    with Dossier.open(env.data_dir, env) as dossier:
        assert set(dossier.values(Meeting, "2041/")) == {f"2041/V0{n}" for n in range(1, 5)} | {
            f"2041/{mine}"
        }


def calendar(env: Env, tmp_path: Path, *args: str, code: int = 0) -> dict[str, Any]:
    """Summary -> event, as the icalendar library reads the file back."""
    from icalendar import Calendar

    target = tmp_path / "agenda.ics"
    said = run_cli(["export", "calendar", "--to", str(target), "--force", *args], env)
    assert said.code == code, said.err
    if code:
        return {"": said.err}
    raw = target.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    return {str(event["summary"]): event for event in Calendar.from_ical(raw).walk("VEVENT")}


def plan_one(env: Env) -> None:
    """In the example every interview was held; this one is planned still."""
    with Dossier.open(env.data_dir, env) as dossier:
        before = dossier.value(Interview, "2041/G08")
        assert before is not None
        dossier.save(msgspec.structs.replace(before, state="planned"), "2041/G08")


def test_meetings_are_in_the_calendar_file(env: Env, tmp_path: Path) -> None:
    assert "geen gesprek" in calendar(env, tmp_path, "--only", "interviews", code=3)[""]
    plan_one(env)
    both = calendar(env, tmp_path)
    only = calendar(env, tmp_path, "--only", "meetings")
    interviews = calendar(env, tmp_path, "--only", "interviews")
    assert set(only) == {
        "Stuurgroep in het voorjaar",
        "Stuurgroep voor de zomer",
        "Stuurgroep na de zomer",
        "Gezamenlijke radenbijeenkomst",
    }
    assert set(both) == set(only) | set(interviews)
    assert [name.split(" (")[0] for name in interviews] == ["Evaluatiegesprek G08"]
    gone, moved = only["Stuurgroep voor de zomer"], only["Gezamenlijke radenbijeenkomst"]
    assert str(gone["status"]) == "CANCELLED"
    assert "In plaats daarvan: Stuurgroep na de zomer, 28-08-2041" in str(gone["description"])
    assert str(moved["status"]) == "CONFIRMED"
    assert moved["dtstart"].to_ical() == b"20411031T183000Z"  # winter time in the Netherlands
    assert str(moved["location"]) == "gemeentehuis Coevorden"
    for words in (
        "Was gepland op: 17-10-2041", "Omgevingswet, Bereikbaarheid", "Aanbevelingen: 2021-3d, 2021-4"
    ):  # fmt: skip
        assert words in str(moved["description"])
    assert {one["document"] for one in listed(env, "versions", "log")} == {"calendar"}


def test_a_meeting_keeps_its_uid_and_its_sequence_only_goes_up(env: Env, tmp_path: Path) -> None:
    name = "Stuurgroep na de zomer"
    seen = [calendar(env, tmp_path)[name]]
    for words in ("move V03 11-9-2041", "move V03 18-9-2041", "cancel V03", "move V03 2-10-2041"):
        run_cli(f"meetings {words}", env).ok()
        seen.append(calendar(env, tmp_path)[name])
    assert len({str(one["uid"]) for one in seen}) == 1
    order = [one["sequence"] for one in seen]
    assert order == sorted(set(order))
    assert [str(one["status"]) for one in seen] == ["CONFIRMED"] * 3 + ["CANCELLED", "CONFIRMED"]
    assert seen[-1]["dtstart"].to_ical() == b"20411002T073000Z"


def test_support_follows_up_in_a_dossier_that_holds_answers(env: Env) -> None:
    support = replace(env, environ={**env.environ, "BOCE_PROFILE": "support"})
    run_cli("meetings add Radenoverleg --date 1-9-2041", support).ok()
    run_cli("follow-up add 3e --text Rooster", support).ok()
    assert "Radenoverleg" in run_cli("meetings", support).ok().out
    assert "Rooster" in run_cli("follow-up", support).ok().out


def test_handed_over_it_is_the_same_meeting_in_the_calendar(env: Env, tmp_path: Path) -> None:
    name = "Stuurgroep na de zomer"
    for day in ("11-9-2041", "12-9-2041", "13-9-2041"):
        run_cli(f"meetings move V03 {day}", env).ok()
    before = calendar(env, tmp_path, "--only", "meetings")[name]
    theirs = replace(support_dossier(env, tmp_path), clock=lambda: env.now() + timedelta(days=60))
    run_cli("meetings move V03 18-9-2041", theirs).ok()
    found = calendar(theirs, tmp_path)
    after = found[name]
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert not [one for one in found if one.startswith("Evaluatiegesprek")]


def test_support_gets_the_meetings_and_no_interviews(env: Env, tmp_path: Path) -> None:
    found = calendar(replace(env, environ={**env.environ, "BOCE_PROFILE": "support"}), tmp_path)
    assert "Stuurgroep na de zomer" in found
    assert not [one for one in found if one.startswith("Evaluatiegesprek")]
    said = run_cli(
        ["export", "calendar", "--to", str(tmp_path / "x.ics")],
        replace(env, environ={**env.environ, "BOCE_PROFILE": "reader"}),
    )
    assert said.code
    assert not (tmp_path / "x.ics").exists()


def test_nothing_confidential_is_in_the_calendar_of_meetings(env: Env, tmp_path: Path) -> None:
    run_cli(["meetings", "move", "V03", "11-9-2041", "--reason", "GEHEIME-REDEN"], env).ok()
    run_cli(["meetings", "cancel", "V04", "--reason", "GEHEIM-WAAROM"], env).ok()
    target = tmp_path / "agenda.ics"
    run_cli(["export", "calendar", "--only", "meetings", "--to", str(target)], env).ok()
    raw = target.read_text(encoding="utf-8").replace("\r\n ", "")
    for never in ("GEHEIM", "De evaluatie en de herijking", "besproken", "VALARM", "ATTENDEE", "R0", "R1"):
        assert never not in raw, never
    with Dossier.open(env.data_dir, env) as dossier:
        texts = [item.text for item in dossier.values(Recommendation, "").values() if item.text]
    assert not [text for text in texts if text[:30] in raw]
    run_cli(["meetings", "add", "Bel 06-12345678", "--date", "1-9-2041"], env).ok()
    assert "06-12345678" in calendar(env, tmp_path, code=5)[""]
    plan_one(env)
    assert calendar(env, tmp_path, "--only", "interviews")


def test_the_scan_is_due_until_it_is_complete(env: Env) -> None:
    due = [one["recommendation"] for one in listed(env, "scan", "--due")]
    assert "2021-3a" in due
    assert "2021-1b" not in due
    for question in ("adopted", "done", "effect"):
        said = run_cli(["scan", "answer", "2021-3a", question, "yes"], env).ok()
        assert "--evidence" in said.err
    assert [one["recommendation"] for one in listed(env, "scan", "--due")] == due
    for question in ("adopted", "done", "effect"):
        run_cli(["scan", "answer", "2021-3a", question, "yes", "--evidence", "Nota"], env).ok()
    assert [one["recommendation"] for one in listed(env, "scan", "--due")] == [
        n for n in due if n != "2021-3a"
    ]
    with Dossier.open(env.data_dir, env) as dossier:
        assert dossier.value(Scan, "2021/3a") is not None
    assert run_cli("scan answer 2021-3a gelukt yes", env).code == 2


def test_a_name_stops_the_list(env: Env, tmp_path: Path) -> None:
    run_cli(["follow-up", "add", "3e", "--text", "Bel 06-12345678."], env).ok()
    said = run_cli(["export", "follow-up", "--to", str(tmp_path / "x.md")], env)
    assert said.code == 5
    assert not (tmp_path / "x.md").exists()


def test_the_report_shows_what_was_agreed(env: Env, tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    run_cli(["report", "--to", str(target)], env).ok()
    text = target.read_text(encoding="utf-8")
    assert "De acties die zijn afgesproken:" in text
    assert "Per thema één bladzijde met het resultaat" in text
    assert "Waaruit het blijkt" in text


def test_another_round_can_be_named(env: Env, tmp_path: Path) -> None:
    assert listed(env, "meetings", "--round", "2021") == []
    assert {one["recommendation"] for one in listed(env, "follow-up", "--round", "2021")} == {
        one["recommendation"] for one in listed(env, "follow-up")
    }
    said = run_cli(["export", "years", "--round", "2021", "--to", str(tmp_path / "y.md")], env)
    assert said.code == 3
    run_cli("round new --year 2043 --previous 2041", env).ok()
    text = document(env, tmp_path, "years", "--round", "2043", "--with", "2021")
    assert "Evaluatie 2021 en Evaluatie 2043" in text


def evidence(env: Env, number: str = "") -> list[str]:
    return [one["id"] for one in listed(env, "follow-up", "evidence", *filter(None, [number]))]


def test_progress_is_shown_by_what_the_dossier_has(env: Env, tmp_path: Path) -> None:
    there = evidence(env)
    kinds = ("document", "meeting", "progress_entry", "finding")
    first = {kind: next(id_ for id_ in there if id_.startswith(f"{kind}:2041/")) for kind in kinds}
    words = [word for id_ in first.values() for word in ("--link", id_)]
    said = run_cli(["follow-up", "progress", "2021-2d", "done", *words], env).ok()
    assert "--link" not in said.err, "something is named that shows it"
    assert evidence(env, "2021-2d") == list(first.values())
    run_cli(["follow-up", "progress", "2021-2d", "done", "--source", "eigen woorden"], env).ok()
    target = tmp_path / "r.md"
    run_cli(["report", "--to", str(target)], env).ok()
    row = next(
        line for line in target.read_text(encoding="utf-8").splitlines() if line.startswith("| 2021-2d")
    )
    with Dossier.open(env.data_dir, env) as dossier:
        title = dossier.value(Document, first["document"].partition(":")[2])
        finding = dossier.value(Finding, first["finding"].partition(":")[2])
    assert title is not None
    assert finding is not None
    assert "eigen woorden; " in row
    for said_of in (f"document: {title.title}", "vergadering: Stuurgroep", "voortgang: ", "bevinding: "):
        assert said_of in row, said_of
    assert finding.text[:40] in row
    for_commissioners = document(env, tmp_path, "follow-up")
    assert "voortgang: " in for_commissioners
    assert finding.text[:40] not in for_commissioners, "that list can leave before the report does"
    run_cli(["follow-up", "progress", "2021-2d", "done", "--unlink", first["meeting"]], env).ok()
    assert first["meeting"] not in evidence(env, "2021-2d")
    assert len(evidence(env, "2021-2d")) == 3


def test_a_link_to_nothing_changes_nothing(env: Env) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        before = dossier.history(FollowUp, "2021/2d")
    for wrong in ("meeting:V99", "answer:2041/G07/A2/accessibility/all", "interview:2041/G07", "vergadering"):
        words = ["follow-up", "progress", "2021-2d", "done", "--link", "meeting:V03", "--link", wrong]
        assert run_cli(words, env).code == 3, wrong
    with Dossier.open(env.data_dir, env) as dossier:
        assert dossier.history(FollowUp, "2021/2d") == before


def test_a_link_outlives_its_meeting_and_shows_nothing_meanwhile(env: Env) -> None:
    run_cli("follow-up progress 2021-2d done --link meeting:V03", env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.delete(Meeting, "2041/V03")
    assert evidence(env, "2021-2d") == []
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.undo(Meeting, "2041/V03")
    assert evidence(env, "2021-2d") == ["meeting:2041/V03"]
