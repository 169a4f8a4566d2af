"""Withdrawing on the screen: what it would do, the code, the proof; and nothing is left anywhere."""

from __future__ import annotations

from pathlib import Path

from textual import events

from boce_tui.cycle.analysing.findings import cite, new_finding
from boce_tui.cycle.withdrawing import certificates
from boce_tui.domain.answers import Choice
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview
from boce_tui.store import Dossier
from boce_tui.tui import commands
from boce_tui.tui.app import BoceApp
from boce_tui.tui.home import home_screen
from boce_tui.tui.interviewing import open_interview
from boce_tui.tui.withdrawing import ask_to_withdraw, open_proofs
from tests.cycle.analysing.heard import E4, Heard
from tests.cycle.factory import ROUND
from tests.store.planted import where
from tests.tui.helpers import check_golden, make_app, press, shown
from tests.tui.planning.desk import Desk

WORDS, TYPED = "zwaluwstaartverbinding", "ijsvogelvliegroute"


def said(tmp_path: Path) -> tuple[Heard, str, str]:
    heard = Heard(tmp_path)
    code = heard.person()
    heard.says(code, "I4", value=Choice(option="yes"))
    key = heard.says(code, E4, f"Ik noem het een {WORDS}.")
    finding = new_finding(heard.dossier, ROUND, "experiences", "accessibility").key
    cite(heard.dossier, finding, "answer", key)
    return heard, code, key


async def test_from_the_room_until_nothing_is_left(tmp_path: Path) -> None:
    heard, code, key = said(tmp_path)
    interview = f"G{code[1:]}"
    app = make_app(heard.dossier.env, lambda app: open_interview(app, ROUND, interview), heard.dossier)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, heard.dossier)
        app.post_message(events.Paste(TYPED))
        await pilot.pause()
        await pilot.pause()
        assert [name.split("/")[0] for name in where(heard.dossier.folder, TYPED)] == ["drafts"]
        app.screen.action_withdrawing_ask()  # type: ignore[attr-defined]
        await desk.kept()
        assert "er blijft geen bron over" in desk.text
        await desk.press("enter")
        await desk.type(interview)
        await desk.press("enter")
        await desk.kept()
        await desk.kept()
        assert "Gewist. Dit is het bewijs" in desk.text
        assert where(heard.dossier.folder, WORDS) == []
        assert where(heard.dossier.folder, TYPED) == []
        assert heard.dossier.value(Answer, key) is None
        await desk.press("escape")
        assert len(app.screen_stack) == 1
    heard.dossier.close()
    assert where(tmp_path, WORDS) == []
    assert where(tmp_path, TYPED) == []


async def test_one_of_two_at_the_table_chooses_what_becomes_of_the_rest(tmp_path: Path) -> None:
    heard = Heard(tmp_path)
    one, two = heard.person(), heard.person()
    for code in (one, two):
        heard.dossier.delete(Interview, f"{ROUND}/G{code[1:]}")
    table = heard.together(one, two)
    shared = heard.says(table, E4, "Samen zeiden we dit.")

    def start(app: BoceApp) -> object:
        app.round_id = ROUND
        return open_proofs(app)

    app = make_app(heard.dossier.env, start, heard.dossier)  # type: ignore[arg-type]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, heard.dossier)
        assert "nog niets gewist" in desk.text
        ask_to_withdraw(app.screen, f"{ROUND}/{table}")  # type: ignore[arg-type]
        await desk.kept()
        assert f"Alleen {one}" in desk.text
        await desk.press("1")
        check_golden("withdrawal-80x24", app)
        await desk.press("enter")
        assert "Kies eerst met t" in desk.text
        await desk.press("t", "1", "r", "2", "enter")
        await desk.type(one)
        await desk.press("enter")
        await desk.kept()
        await desk.kept()
        assert heard.dossier.value(Answer, shared) is not None
        (proof,) = certificates(heard.dossier).values()
        assert (proof.participant, proof.reason, proof.shared_kept) == (one, "request", 1)
        found = heard.dossier.value(Interview, f"{ROUND}/{table}")
        assert found is not None
        assert found.participants == (two,)
    heard.dossier.close()


async def test_proofs_say_what_is_not_gone_everywhere_and_go_on(tmp_path: Path) -> None:
    heard, _code, key = said(tmp_path)
    d = heard.dossier
    d.backup()
    bad = d.folder / "backups" / "damaged-20410101T000000Z-repair.db"
    bad.write_bytes(b"SQLite format 3\0" + WORDS.encode())
    d.erase([(Answer, key)], "withdrawn")
    app = make_app(d.env, open_proofs, d)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        desk = Desk(app, pilot, d)
        assert "Nog niet overal weg" in desk.text
        await desk.press("f")
        await desk.kept()
        assert "niet te schonen" in shown(app)
        assert bad.exists()
        await desk.press("j")
        await desk.kept()
        assert "uit elk bestand weg" in desk.text
        assert not bad.exists()
    d.close()
    assert where(tmp_path, WORDS) == []


async def test_programme_support_sees_the_proofs_of_whole_rounds_only(tmp_path: Path) -> None:
    from dataclasses import replace

    from boce_tui.cycle.profiles import open_dossier
    from boce_tui.domain.round import Respondent
    from tests.example import example_env
    from tests.support import run_cli

    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        code = next(iter(dossier.values(Respondent))).split("/")[1]
    run_cli(["erase", code, "--confirm", code, "--shared", "keep"], env).ok()
    run_cli("retention --erase answers --round 2041 --confirm 2041", env).ok()
    with open_dossier(replace(env, profile="support")) as dossier:
        app = make_app(dossier.env, home_screen, dossier)
        async with app.run_test(size=(100, 40)) as pilot:
            await press(pilot)
            app.open(commands.get("withdrawing.proofs").opens)
            await press(pilot)
            assert "alles wat er in de ronde is gezegd" in shown(app)
            assert code not in shown(app)
