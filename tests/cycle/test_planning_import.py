"""Taking over a table of respondents: recognised, coded at random, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.cycle.planning import create_round, next_round, respondents, standard_agenda
from boce_tui.cycle.planning.respondent_import import ImportPlan, apply_import, plan_import, read_table
from boce_tui.domain.round import Respondent
from boce_tui.errors import DossierUnavailable, PrivacyStop
from boce_tui.exchange.mistakes import TableMistakes
from boce_tui.names import FILE, Names, make_example_key
from boce_tui.store import Dossier
from tests.support import make_env

HEAD = "code;naam;functie;rol;gemeente;thema;e-mail;naam in bijlage\n"
THREE = (
    ";Aafje Aalbers;wethouder;wethouder;Emmen;Bereikbaarheid;a@voorbeeld.nl;ja\n"
    ";Bram Bos;trekker;ambtelijk trekker;BO, C;Leefbaarheid;;\n"
    ";Zoë Çelik-Müller;secretaris;gemeentesecretaris;Coevorden;;;\n"
)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as made:
        standard_agenda(made)
        create_round(made, year=2041, focus_themes=["accessibility"])
        yield made


@pytest.fixture
def names(dossier: Dossier, tmp_path: Path) -> Names:
    names = Names(dossier.folder)
    names.create(make_example_key(tmp_path))
    return names


def planned(dossier: Dossier, names: Names, rows: str, round_id: str = "2041") -> ImportPlan:
    path = dossier.folder.parent / "lijst.csv"
    path.write_text(HEAD + rows, encoding="cp1252")
    return plan_import(dossier, round_id, read_table(dossier, path), names, path.name)


def actions(plan: ImportPlan) -> list[str]:
    return [row.action for row in plan.rows]


def test_everybody_gets_a_code_that_says_nothing(dossier: Dossier, names: Names) -> None:
    plan = planned(dossier, names, THREE)
    assert respondents(dossier, "2041") == {}
    codes = apply_import(dossier, "2041", plan, names)
    found = respondents(dossier, "2041")
    assert set(codes.values()) == set(found) == set(names.data().people)
    who = names.person(codes[4])
    assert who is not None
    assert who.name == "Zoë Çelik-Müller"
    assert found[codes[3]] == Respondent(
        group="official",
        role="theme_lead",
        municipalities=("borger_odoorn", "coevorden"),
        themes={"liveability": 3},
    )


def test_neither_codes_nor_history_tell_the_order_of_the_file(dossier: Dossier, names: Names) -> None:
    rows = "".join(f";Naam {n:02d};f;wethouder;;;;\n" for n in range(40))
    codes = apply_import(dossier, "2041", planned(dossier, names, rows), names)
    in_file = [codes[line] for line in sorted(codes)]
    assert in_file != sorted(in_file)
    kept = [dossier.history(Respondent, f"2041/{code}")[0] for code in sorted(in_file)]
    assert [item.id for item in kept] == sorted(item.id for item in kept)


def test_importing_twice_changes_nothing(dossier: Dossier, names: Names) -> None:
    apply_import(dossier, "2041", planned(dossier, names, THREE), names)
    before = (dossier.folder / FILE).read_bytes()
    plan = planned(dossier, names, THREE)
    assert actions(plan) == ["same"] * 3
    apply_import(dossier, "2041", plan, names)
    assert (dossier.folder / FILE).read_bytes() == before
    assert len(respondents(dossier, "2041")) == 3


def test_what_the_file_says_otherwise_changes_and_an_empty_cell_does_not(
    dossier: Dossier, names: Names
) -> None:
    codes = apply_import(dossier, "2041", planned(dossier, names, THREE), names)
    plan = planned(
        dossier, names, f"{codes[2]};;;burgemeester;;;;nee\n;Bram Bos;trekker;trekker;;R&T (2);;\n"
    )
    assert [(row.action, row.code, row.fields) for row in plan.rows] == [
        ("changed", codes[2], ("role", "name")),
        ("changed", codes[3], ("themes",)),
    ]
    assert plan.rows[0].changes() == "rol, naam"
    apply_import(dossier, "2041", plan, names)
    first = respondents(dossier, "2041")[codes[2]]
    assert (first.role, first.municipalities) == ("mayor", ("emmen",))
    who = names.person(codes[2])
    assert who is not None
    assert (who.name, who.email, who.consent) == ("Aafje Aalbers", "a@voorbeeld.nl", False)


def test_the_same_name_with_another_function_is_pointed_out(dossier: Dossier, names: Names) -> None:
    codes = apply_import(dossier, "2041", planned(dossier, names, THREE), names)
    (row,) = planned(dossier, names, ";Bram Bos;adviseur;beleidsmedewerker;;;;\n").rows
    assert (row.action, row.alike) == ("new", codes[3])


def test_someone_of_an_earlier_round_gets_a_new_code_and_is_known_to_have_taken_part(
    dossier: Dossier, names: Names
) -> None:
    before = apply_import(dossier, "2041", planned(dossier, names, THREE), names)
    next_round(dossier, "2041")
    after = apply_import(dossier, "2042", planned(dossier, names, THREE, "2042"), names)
    assert not set(before.values()) & set(after.values())
    assert all(r.participated_before for r in respondents(dossier, "2042").values())


def test_a_code_of_elsewhere_is_refused(dossier: Dossier, names: Names) -> None:
    codes = apply_import(dossier, "2041", planned(dossier, names, THREE), names)
    next_round(dossier, "2041")
    with pytest.raises(TableMistakes, match="1 fout") as refused:
        planned(dossier, names, f"{codes[2]};;;wethouder;;;;\n", "2042")
    assert [m.line for m in refused.value.mistakes] == [2]


def test_codes_can_come_along(dossier: Dossier, names: Names) -> None:
    names.lock()
    codes = apply_import(dossier, "2041", planned(dossier, names, "R42;;;wethouder;;;;\n"), names)
    assert codes == {2: "R42"}
    assert not names.exists


def test_names_need_an_open_names_file_and_nothing_is_kept_without(dossier: Dossier, names: Names) -> None:
    names.put({})
    names.lock()
    plan = planned(dossier, names, THREE)
    assert not plan.names_compared
    with pytest.raises(PrivacyStop):
        apply_import(dossier, "2041", plan, names)
    assert respondents(dossier, "2041") == {}


def test_when_the_dossier_refuses_the_names_go_out_again(
    dossier: Dossier, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply_import(dossier, "2041", planned(dossier, names, THREE), names)
    people = dict(names.data().people)
    plan = planned(dossier, names, ";Nieuw Iemand;x;wethouder;;;;\n")

    def full(*_args: object, **_more: object) -> None:
        raise DossierUnavailable("vol")

    monkeypatch.setattr(Dossier, "save", full)
    with pytest.raises(DossierUnavailable):
        apply_import(dossier, "2041", plan, names)
    assert names.data().people == people
