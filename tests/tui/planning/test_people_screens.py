"""Respondents and evaluators by keyboard: forms, removal with undo, names apart, import (R9, R13, R115)."""

from __future__ import annotations

import re
from pathlib import Path

from boce_tui.cycle.planning import (
    add_evaluator,
    add_interview,
    coverage,
    evaluators,
    interviews,
    respondents,
)
from boce_tui.domain.keys import CODE
from boce_tui.env import Env
from boce_tui.names import EXAMPLE_KEY, Names, Person, make_example_key
from boce_tui.store import Dossier
from boce_tui.tui.planning import people_door
from tests.support import make_env
from tests.tui.helpers import check_golden
from tests.tui.planning.desk import ROUND, Desk, a_round, at_desk, with_people


async def add(desk: Desk, role: str) -> str:
    before = set(respondents(desk.dossier, ROUND))
    await desk.press("n")
    await desk.type(role)
    await desk.press("enter")
    (code,) = set(respondents(desk.dossier, ROUND)) - before
    return code


async def test_the_empty_list_says_which_key_and_n_makes_someone(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        assert "n voegt iemand toe" in desk.text
        check_golden("people-empty-80x24", desk.app)
        code = await add(desk, "wethouder")
        assert CODE.match(code)
        assert code in desk.place
        await (await desk.to("municipalities")).press("1", "2")
        await (await desk.to("theme-accessibility")).press("3")
        await (await desk.to("theme-liveability")).press("1")
        await (await desk.to("participated_before")).press("j")
        await (await desk.to("evaluator_conflict")).type("Leidinggevende van EV1.")
        await desk.press("escape")
        who = respondents(desk.dossier, ROUND)[code]
        assert (who.role, who.group) == ("alderman", "executive"), "the group follows from the role"
        assert who.municipalities == ("borger_odoorn", "coevorden")
        assert who.themes == {"liveability": 1, "accessibility": 3}
        assert who.participated_before
        assert who.evaluator_conflict == "Leidinggevende van EV1."
        assert coverage(desk.dossier, ROUND).people == 1, "two municipalities, one person (R9)"
        assert re.search(rf"▸ {code} +! +wethouder", desk.text)
        assert "BO, C" in desk.text


async def test_codes_do_not_follow_each_other(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        codes = []
        for _turn in range(4):
            codes.append(await add(desk, "burgemeester"))
            await desk.press("escape")
        assert codes != sorted(codes), "a code must not tell who came first"


async def test_another_role_brings_the_group_along(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        code = await add(desk, "wethouder")
        await (await desk.to("role")).press("enter")
        await desk.type("trekker")
        await desk.press("enter")
        assert respondents(desk.dossier, ROUND)[code].group == "official"
        assert "ambtelijk trekker" in desk.place
        await desk.press("f8")
        assert respondents(desk.dossier, ROUND)[code].role == "alderman", "the choice can be taken back"


async def test_who_is_taken_away_comes_back_with_u_and_with_ctrl_z(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=with_people) as desk:
        before = respondents(desk.dossier, ROUND)
        for back in ("u", "ctrl+z"):
            await desk.press("x")
            assert len(respondents(desk.dossier, ROUND)) == 2
            assert "Met u komt het terug" in desk.text
            await desk.press(back)
            assert respondents(desk.dossier, ROUND) == before


async def test_someone_with_an_interview_stays(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        codes = with_people(dossier)
        add_interview(dossier, ROUND, participants=tuple(codes))

    async with at_desk(tmp_path, people_door, fill=fill) as desk:
        await desk.press("delete")
        assert len(respondents(desk.dossier, ROUND)) == 3
        assert "gebruikt in het dossier" in desk.text


async def test_the_list_can_be_filtered_and_looks_the_same(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=with_people) as desk:
        check_golden("people-80x24", desk.app)
        await desk.press("slash")
        await desk.type("trekker")
        assert "ambtelijk trekker" in desk.text
        assert "wethouder" not in desk.text


async def test_the_list_on_a_wide_screen(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=with_people, size=(120, 40)) as desk:
        check_golden("people-120x40", desk.app)


async def test_an_evaluator_with_organisation_superiors_and_signed_confidentiality(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        await desk.press("v")
        assert "EV1" in desk.place
        await (await desk.to("organisation")).press("3")
        await (await desk.to("superior_roles")).press("enter")
        await desk.type("gemeentesecretaris")
        await desk.press("enter", "escape")
        await (await desk.to("confidentiality_signed")).type("4 maart 2041")
        await desk.press("escape")
        found = evaluators(desk.dossier, ROUND)["EV1"]
        assert (found.organisation, found.superior_roles) == ("emmen", ("municipal_secretary",))
        assert found.confidentiality_signed == "2041-03-04"


async def test_f4_plans_an_interview_with_this_person(tmp_path: Path) -> None:
    def fill(dossier: Dossier) -> None:
        a_round(dossier)
        add_evaluator(dossier, ROUND)

    async with at_desk(tmp_path, people_door, fill=fill) as desk:
        code = await add(desk, "wethouder")
        await desk.press("f4")
        (made,) = interviews(desk.dossier, ROUND).values()
        assert made.participants == (code,)
        assert made.evaluators == ("EV1",)
        assert "G01" in desk.place


# --- names ------------------------------------------------------------------------------------------


def with_key(tmp_path: Path) -> Env:
    """The names of the dossier are opened by a key file, so that tests need no slow passphrase."""
    make_example_key(tmp_path)
    return make_env(tmp_path, environ={"BOCE_KEY_FILE": str(tmp_path / EXAMPLE_KEY)})


async def test_names_go_to_the_names_file_only(tmp_path: Path) -> None:
    env = with_key(tmp_path)
    async with at_desk(tmp_path, people_door, fill=a_round, env=env) as desk:
        code = await add(desk, "wethouder")
        assert "Naam" not in desk.text, "no name is asked for before f3"
        await desk.press("f3")
        await desk.type("Zoë Çelik-Müller")
        await desk.press("tab", "tab")
        await desk.type("wethouder Financiën")
        await desk.press("tab")
        await desk.kept()
        await (await desk.to("person-consent")).press("j")
        await desk.kept()
        await desk.press("escape")
        names = desk.app.names
        assert names is not None
        person = names.person(code)
        assert person is not None
        assert (person.name, person.function, person.consent) == (
            "Zoë Çelik-Müller",
            "wethouder Financiën",
            True,
        )
        folder = desk.dossier.folder
        for file in (*folder.glob("*.db*"), *folder.glob("drafts/*"), *folder.glob("logs/*")):
            assert "Çelik".encode() not in file.read_bytes(), f"a name reached {file.name}"
        assert "Çelik" not in desk.text
        await desk.press("m")
        assert "Zoë Çelik-Müller" in desk.text
        await desk.press("x")
        await desk.kept()
        assert names.person(code) is None, "the name goes with the code"
        await desk.press("u")
        await desk.kept()
        assert names.person(code) == person
        await desk.press("m")
        assert "Çelik" not in desk.text


async def test_an_e_mail_without_a_name_is_not_kept_and_said(tmp_path: Path) -> None:
    env = with_key(tmp_path)
    async with at_desk(tmp_path, people_door, fill=a_round, env=env) as desk:
        code = await add(desk, "wethouder")
        await desk.press("f3")
        await (await desk.to("person-email")).type("iemand")
        await desk.press("tab")
        await desk.kept()
        assert "Vul eerst de naam in." in desk.text
        assert desk.app.names is not None
        assert desk.app.names.person(code) is None


async def test_the_first_name_asks_for_a_new_passphrase_twice(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        await add(desk, "wethouder")
        await desk.press("f3")
        assert "Een wachtzin voor de namen" in desk.text
        await desk.type("te kort")
        await desk.press("enter")
        await desk.type("te kort")
        await desk.press("enter")
        assert "te kort" in desk.text
        assert "twaalf" in desk.text
        assert desk.app.names is not None
        assert not desk.app.names.unlocked
        await desk.press("escape")
        assert "Rol" in desk.text, "esc goes on without names"


async def test_locked_names_ask_for_the_passphrase(tmp_path: Path) -> None:
    key = make_example_key(tmp_path)  # opens at once, where a passphrase takes seconds

    def fill(dossier: Dossier) -> None:
        with_people(dossier)
        names = Names(dossier.folder)
        names.create(key)
        names.put({next(iter(respondents(dossier, ROUND))): Person(name="Sanne Verzonnen")})

    async with at_desk(tmp_path, people_door, fill=fill) as desk:
        await desk.press("m")
        assert "Wachtzin" in desk.text
        assert "Sanne" not in desk.text
        await desk.type(key.secret)
        await desk.press("enter")
        assert "Sanne Verzonnen" in desk.text


# --- import -----------------------------------------------------------------------------------------


async def _file(desk: Desk, path: Path) -> None:
    await desk.press("i")
    await desk.clear()
    await desk.type(str(path))
    await desk.press("enter")
    await desk.kept()


async def test_a_table_is_shown_before_anything_happens_and_can_be_taken_back(tmp_path: Path) -> None:
    table = tmp_path / "mensen.csv"
    table.write_text(
        "rol;gemeente;thema\nwethouder;BO;Bereikbaarheid (3)\ntrekker;C, E;\n", encoding="cp1252"
    )
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        await _file(desk, table)
        assert "Dit zou er gebeuren" in desk.text
        assert "2 nieuw" in desk.text
        check_golden("import-80x24", desk.app)
        assert not respondents(desk.dossier, ROUND)
        await desk.press("escape")
        assert not respondents(desk.dossier, ROUND)
        await _file(desk, table)
        await desk.press("enter")
        await desk.kept()
        found = respondents(desk.dossier, ROUND)
        assert sorted(who.role for who in found.values()) == ["alderman", "theme_lead"]
        assert "2 regels ingelezen" in desk.text
        await desk.press("u")
        assert not respondents(desk.dossier, ROUND)


async def test_mistakes_are_named_by_line_and_nothing_is_imported(tmp_path: Path) -> None:
    table = tmp_path / "fout.csv"
    table.write_text("rol;gemeente\nwethouder;BO\nkoning;BO\nwethouder;Atlantis\n")
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        await _file(desk, table)
        assert "Er is niets ingelezen." in desk.text
        assert "regel 3" in desk.text
        assert "regel 4" in desk.text
        assert "Atlantis" in desk.text
        await desk.press("escape")
        assert not respondents(desk.dossier, ROUND)


async def test_a_folder_is_enough_to_choose_a_table_from(tmp_path: Path) -> None:
    folder = tmp_path / "tabellen"
    folder.mkdir()
    (folder / "mensen.csv").write_text("rol;gemeente\nwethouder;BO\n")
    (folder / "brief.pdf").write_text("x")
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        await _file(desk, folder)
        assert "mensen.csv" in desk.text
        assert "brief.pdf" not in desk.text
        await desk.press("enter")
        await desk.kept()
        assert "Dit zou er gebeuren" in desk.text


async def test_a_file_that_is_not_there_is_explained(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        await _file(desk, tmp_path / "weg.csv")
        assert "weg.csv" in desk.text, "nothing has to be typed again"
        assert "Dat bestand is er niet" in desk.text
        assert not respondents(desk.dossier, ROUND)


async def test_arrow_keys_go_from_field_to_field(tmp_path: Path) -> None:
    async with at_desk(tmp_path, people_door, fill=a_round) as desk:
        code = await add(desk, "wethouder")
        await desk.press("down", "down", "2", "up", "2")
        who = respondents(desk.dossier, ROUND)[code]
        assert (who.municipalities, who.group) == (("coevorden",), "official")
