"""A table of respondents is understood in Dutch and English, and every mistake in it is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.errors import BadInput
from boce_tui.exchange.respondents import Known, RespondentTable, TableMistakes, read_respondents
from boce_tui.exchange.words import heading, role_words, with_degree
from boce_tui.locale import set_language

KNOWN = Known(
    organisations={
        "borger_odoorn": ("Borger-Odoorn", "BO"),
        "coevorden": ("Coevorden", "C"),
        "emmen": ("Emmen", "E"),
    },
    themes={
        "accessibility": ("Bereikbaarheid", "Accessibility", "mobiliteit"),
        "tourism_recreation": ("Toerisme & Recreatie", "Tourism and recreation", "R&T"),
        "liveability": ("Leefbaarheid", "Liveability", "Wonen"),
    },
)


def read(tmp_path: Path, text: str) -> RespondentTable:
    path = tmp_path / "mijn lijst.csv"
    path.write_text(text, encoding="utf-8")
    return read_respondents(path, KNOWN)


def mistakes(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(TableMistakes) as refused:
        read(tmp_path, text)
    return [mistake.text() for mistake in refused.value.mistakes]


def test_a_dutch_table(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "Gesprekspartners 2041;;;;;;;;;\n\n"
        "Naam;Functie;Gemeente(n);Rol;Groep;Thema's;E-mailadres;Telefoon;Naam in bijlage;Eerder meegedaan\n"
        "Zoë Çelik-Müller;wethouder wonen;Emmen;Wethouder;;Wonen (3), R&T;zc@voorbeeld.nl;612345678;ja;x\n"
        "Berg, Jan van den;trekker;BO, C;Ambtelijk trekker;ambtenaren;Bereikbaarheid;;;nee;\n",
    )
    zoe, jan = table.rows
    assert zoe.line == 4
    assert zoe.values == {
        "role": "alderman",
        "municipalities": ("emmen",),
        "themes": {"liveability": 3, "tourism_recreation": 2},
        "participated_before": True,
    }
    assert zoe.who is not None
    assert (zoe.who.name, zoe.who.function, zoe.who.phone) == (
        "Zoë Çelik-Müller",
        "wethouder wonen",
        "0612345678",
    )
    assert zoe.who.consent
    assert jan.values["municipalities"] == ("borger_odoorn", "coevorden")
    assert jan.values["group"] == "official"
    assert jan.values["themes"] == {"accessibility": 3}
    assert jan.consent is False
    assert table.has_names


def test_an_english_table_without_names(tmp_path: Path) -> None:
    table = read(
        tmp_path, "ROLE,Group,Municipality,Themes\ntheme lead,official,borger odoorn,Accessibility: 1\n"
    )
    (row,) = table.rows
    assert row.values == {
        "role": "theme_lead",
        "group": "official",
        "municipalities": ("borger_odoorn",),
        "themes": {"accessibility": 1},
    }
    assert row.who is None
    assert not table.has_names


def test_a_name_in_three_columns(tmp_path: Path) -> None:
    table = read(tmp_path, "voornaam;tussenvoegsel;achternaam;rol\nJan;van den;Berg;burgemeester\n")
    who = table.rows[0].who
    assert who is not None
    assert (who.name, who.surname) == ("Jan van den Berg", "van den Berg")


def test_columns_that_nothing_is_done_with_are_named(tmp_path: Path) -> None:
    assert read(tmp_path, "rol;kleur;;schoenmaat\nwethouder;rood;;42\n").unused == ("kleur", "schoenmaat")


@pytest.mark.parametrize(
    "said",
    ["Toerisme & Recreatie", "R&T", "toerisme en recreatie", "toerisme_recreatie", "tourism_recreation"],
)
def test_a_theme_by_any_of_its_names(tmp_path: Path, said: str) -> None:
    assert read(tmp_path, f"rol;thema\nwethouder;{said}\n").rows[0].values["themes"] == {
        "tourism_recreation": 2
    }


@pytest.mark.parametrize("said", ["BO/C", "BO, C", "BO; C", "Borger-Odoorn en Coevorden", "BO + C", "bo\nc"])
def test_several_municipalities_in_one_cell(tmp_path: Path, said: str) -> None:
    table = read(tmp_path, f'rol;gemeente\nwethouder;"{said}"\n')
    assert table.rows[0].values["municipalities"] == ("borger_odoorn", "coevorden")


def test_the_language_of_the_app_does_not_matter(tmp_path: Path) -> None:
    set_language("en")
    assert read(tmp_path, "rol\ngemeentesecretaris\n").rows[0].values == {"role": "municipal_secretary"}


def test_every_mistake_is_told_at_once_by_line_and_column(tmp_path: Path) -> None:
    told = mistakes(
        tmp_path,
        "Code;Naam;Rol;Groep;Gemeente;Thema;E-mail;Naam in bijlage\n"
        "7;Zoë Çelik;wethouderr;;Emmen;Bereikbaarheid;z@voorbeeld.nl;ja\n"
        ";;wethouder;;Emen;Vissen;;misschien\n"
        ";Jan Berg;;;;;geen adres;\n"
        ";Piet Kok;anders;;;;;\n"
        ";Piet Kok;wethouder;;;;;;te veel\n",
    )
    assert told == [
        "regel 2, Code: een code ziet eruit als R07; laat het leeg voor iemand die nieuw is",
        'regel 2, Rol: "wethouderr" is hier niet bekend; bedoel je wethouder?',
        "regel 3, Naam: de naam ontbreekt",
        'regel 3, Gemeente: "Emen" is hier niet bekend; bedoel je Emmen?',
        (
            'regel 3, Thema: "Vissen" is hier niet bekend; '
            "kies uit: Bereikbaarheid, Toerisme & Recreatie, Leefbaarheid"
        ),
        "regel 3, Naam in bijlage: schrijf hier ja of nee",
        "regel 4, E-mail: dit is geen e-mailadres",
        "regel 4, Rol: dit moet je invullen",
        "regel 5, Groep: zeg hier bij welke groep deze persoon hoort",
        "regel 6: hier staan meer cellen dan koppen; staat er een scheidingsteken te veel?",
    ]


def test_the_same_person_twice(tmp_path: Path) -> None:
    told = mistakes(
        tmp_path,
        "code;naam;functie;rol\nR07;Zoë Çelik;wethouder;wethouder\nr07;;;wethouder\n"
        ";zoe celik;Wethouder;wethouder\n",
    )
    assert told == [
        "regel 3: dit is dezelfde persoon als op regel 2",
        "regel 4: dit is dezelfde persoon als op regel 2",
    ]


def test_a_mistake_never_repeats_a_name(tmp_path: Path) -> None:
    """Columns that slipped: the name stands in the column of the role."""
    told = mistakes(
        tmp_path,
        "naam;rol;gemeente\nZoë Çelik;Çelik wethouder;z.celik@voorbeeld.nl\nJan Berg;berg;06-12345678\n",
    )
    assert len(told) == 4
    assert not any(
        word in line.casefold() for line in told for word in ("elik", "berg", "zoë", "0612", "06-12")
    )


@pytest.mark.parametrize("text", ["a;b\n1;2\n", "naam;functie\nZoë;wethouder\n"])
def test_a_table_without_its_headings_says_which_are_needed(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput, match="koppen") as refused:
        read(tmp_path, text)
    assert "rol" in refused.value.hint


def test_headings_alone_are_not_enough(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="niemand"):
        read(tmp_path, "naam;rol\n")


def test_long_lists_of_mistakes_are_cut(tmp_path: Path) -> None:
    with pytest.raises(TableMistakes) as refused:
        read(tmp_path, "rol\n" + "baasje\n" * 150)
    assert len(refused.value.lines()) == 103
    assert "150" in refused.value.lines()[0]


def test_headings_are_known_whatever_their_looks() -> None:
    looks = ("E-MAIL", " e mail ", "Gemeente(n)", "thema’s", "Functie:", "Préfix", "hoi")
    assert [heading(look) for look in looks] == [
        "email", "email", "municipalities", "themes", "function", "infix", None,
    ]  # fmt: skip


def test_involvement() -> None:
    assert with_degree("Wonen (3)") == ("Wonen", 3)
    assert with_degree("Wonen: op afstand") == ("Wonen", 1)
    assert with_degree("Wonen = 0") == ("Wonen", 0)
    assert with_degree("Wonen (sociaal)") == ("Wonen (sociaal)", None)


def test_all_roles_are_known_by_label_and_id() -> None:
    words = role_words()
    assert words.find("Programma-assistent") == "programme_support"
    assert words.find("council_clerk") == words.find("griffier") == "council_clerk"
