"""A person is recognised in every form in which a name is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.giveaways import GiveawayList, check_text
from boce_tui.names import Person
from boce_tui.names.forms import Parts, name_parts, person_forms


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Zoë Çelik-Müller", Parts(("Zoë",), "", "Çelik-Müller")),
        ("Jan van den Berg", Parts(("Jan",), "van den", "Berg")),
        ("Berg, drs. J. van den", Parts(("J.",), "van den", "Berg")),
        ("mevr. mr. dr. Fatima El Amrani", Parts(("Fatima",), "el", "Amrani")),
        ("de heer J.P. (Jan) de Boer MSc", Parts(("J.P.",), "de", "Boer", "Jan")),
        ("Anna Jansen - de Vries", Parts(("Anna",), "", "Jansen-de Vries")),
        ("Sjoerd 't Hart", Parts(("Sjoerd",), "'t", "Hart")),
        ("Jansen", Parts((), "", "Jansen")),
        ("", Parts((), "", "")),
    ],
)
def test_names_are_taken_apart(typed: str, parts: Parts) -> None:
    assert name_parts(typed) == parts


def test_a_known_surname_decides() -> None:
    assert name_parts("Ana Garcia Lopez", "Garcia Lopez") == Parts(("Ana",), "", "Garcia Lopez")


def caught(name: str, text: str, email: str = "", phone: str = "") -> set[str]:
    forms = person_forms(Person(name=name, email=email, phone=phone), "R01")
    return {text[h.start : h.end] for h in check_text(text, GiveawayList(names=tuple(forms)))}


@pytest.mark.parametrize(
    "typed",
    [
        "Jan van den Berg",
        "J. van den Berg",
        "Jan v.d. Berg",
        "Jan v/d Berg",
        "Jan vd Berg",
        "Van den Berg",
        "Berg, Jan van den".replace(", Jan van den", " Jan"),
        "Jan Berg",
        "vandenberg",
        "JvdB",
        "J.v.d.B.",
        "Jan B.".rstrip("."),
    ],
)
def test_jan_van_den_berg(typed: str) -> None:
    assert caught("Jan van den Berg", f"ik hoorde {typed} zeggen") == {typed}


@pytest.mark.parametrize("typed", ["Zoe Celik", "Z. Müller", "Çelik", "muller", "ZÇM", "zoë"])
def test_half_a_double_name_is_enough(typed: str) -> None:
    assert caught("Zoë Çelik-Müller", f"ik hoorde {typed} zeggen") == {typed}


def test_a_double_name_with_van_de_inside() -> None:
    for typed in ("De Vries", "Van den Berg", "A. de Vries-van den Berg"):
        assert caught("Anna de Vries-van den Berg", f"ik hoorde {typed} zeggen") == {typed}


def test_mail_and_telephone() -> None:
    text = "via z.celik of z.celik@voorbeeld.nl of +31 6 1234 5678"
    assert caught("Zoë Çelik", text, email="z.celik@voorbeeld.nl", phone="06-12345678") == {
        "z.celik",
        "z.celik@voorbeeld.nl",
        "+31 6 1234 5678",
    }


def test_a_shared_mailbox_is_nobody() -> None:
    assert caught("Zoë Çelik", "info over de gemeente", email="info@voorbeeld.nl") == set()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mark Bakker", "de bakker op de mark(t) en een mark"),
        ("Anna de Raad", "dat wil de raad"),
        ("Bas de Boer", "de boer en zijn bas"),
        ("Olga Visser", "over het ov en de visser"),
        ("Jan Wit", "in jan. is het wit"),
    ],
)
def test_ordinary_sentences_give_no_hit(name: str, text: str) -> None:
    assert caught(name, text) == set()


def test_a_warning_for_a_name_that_is_a_word_and_an_error_for_the_whole() -> None:
    forms = GiveawayList(names=tuple(person_forms(Person(name="Piet Bakker"), "R01")))
    severities = {h.form: h.severity for h in check_text("Bakker zei het, Piet Bakker dus", forms)}
    assert severities == {"Bakker": "warning", "Piet Bakker": "error"}


WORD = st.from_regex(r"[A-ZÇÉÖ][a-zéëïöüñç]{2,9}", fullmatch=True)


@given(WORD, st.sampled_from(["", "van", "de", "van der", "in 't", "el"]), WORD)
def test_whoever_is_named_in_full_stops_the_export(first: str, infix: str, last: str) -> None:
    name = " ".join(filter(None, (first, infix, last)))
    forms = GiveawayList(names=tuple(person_forms(Person(name=name), "R01")))
    for text in (f"volgens {name}.", f"volgens {name.upper()}.", f"{last}, {first} {infix}".strip()):
        assert any(hit.severity == "error" for hit in check_text(text, forms)), text


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_any_text_as_a_name_is_taken(name: str, email: str, phone: str) -> None:
    forms = person_forms(Person(name=name, email=email, phone=phone), "R01")
    check_text(name, GiveawayList(names=tuple(forms)))


@pytest.mark.parametrize("name", ["Quirijn van der Zwaan", "van der Zwaan"])
def test_what_stands_before_a_surname_is_no_name_when_the_column_left_it_out(name: str) -> None:
    """Else every "van" in the report would be a name."""
    assert name_parts(name, "Zwaan") == Parts(tuple(name.split()[:-3]), "van der", "Zwaan")
    forms = {form.form.lower() for form in person_forms(Person(name=name, surname="Zwaan"), "R07")}
    assert not forms & {"van", "der", "van der"}
