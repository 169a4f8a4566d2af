"""What gives a person away is found however it is typed, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boce_tui.domain.giveaways import FunctionForm, GiveawayList, NameForm, check_text
from boce_tui.domain.name_search import phone_digits, words

LIST = GiveawayList(
    names=(
        NameForm(form="Zoë Çelik-Müller", code="R01", kind="full"),
        NameForm(form="Zoë", code="R01", kind="first"),
        NameForm(form="van den Berg", code="R02", kind="surname", capital_only=True),
        NameForm(form="Berg", code="R02", kind="surname", common_word=True, capital_only=True),
        NameForm(form="J.v.d.B.", code="R02", kind="initials"),
        NameForm(form="JvdB", code="R02", kind="initials"),
        NameForm(form="jvdberg@voorbeeld.nl", code="R02", kind="email"),
        NameForm(form="06-12345678", code="R02", kind="phone"),
        NameForm(form="0591 123456", code="R03", kind="phone"),
    ),
    functions=(FunctionForm(form="burgemeester van Emmen", body="mayor"),),
)


def found(text: str) -> list[str]:
    hits = check_text(text, LIST)
    assert all(text[h.start : h.end].strip() == text[h.start : h.end] for h in hits)
    return [f"{h.kind} {h.code} {h.severity}: {text[h.start : h.end]}" for h in hits]


@pytest.mark.parametrize(
    "typed",
    [
        "Zoë Çelik-Müller",
        "zoe celik-muller",
        "ZOË ÇELIK - MÜLLER",
        "Zoë\nÇelik–Müller",
        "Zoe\u0308 C\u0327elik-Mu\u0308ller",
        "Zo\u200bë Çe\u00adlik-Müller",
        "Zoë_Çelik_Müller",
    ],
)
def test_a_full_name_is_found_whatever_the_typing(typed: str) -> None:
    text = f"dat zei {typed}: klopt"
    assert found(text) == [f"full R01 error: {typed}"]


@pytest.mark.parametrize(
    "typed",
    [
        "Zo&euml; &Ccedil;elik-M&uuml;ller",
        "Zo&#235; Çelik-M&#xFC;ller",
        "Z**o**ë Çel_i_k-Müller",
        "Z<b>oë</b> Çelik-Mül&shy;ler",
        "Zoë<br>Çelik-M<!-- x -->üller",
        "Z\u043e\u0451 Ç\u0435l\u0456k-Müller",
        "\u0396\u03bfë Çelik-Müller",
        "Zoë Çelik\\-Müll`e`r",
    ],
)
def test_a_name_with_marks_or_strange_letters_inside_is_found(typed: str) -> None:
    assert found(f"& dat zei {typed}: klopt") == [f"full R01 error: {typed}"]


def test_marks_and_strange_letters_alone_are_nobody() -> None:
    assert found("R&D < 3 * 4, a_b, \u041c\u043e\u0441\u043a\u0432\u0430 &onbekend; <berg>") == []


def test_a_genitive_is_still_the_person() -> None:
    assert found("Zoë Çelik-Müllers plan") == ["full R01 error: Zoë Çelik-Müllers"]
    assert found("het plan van Zoë's team") == ["first R01 error: Zoë"]


def test_a_name_inside_a_longer_word_is_no_hit() -> None:
    assert found("zoetjes, Bergen, jvdbergs-achtig") == []


def test_words_in_different_paragraphs_are_not_one_name() -> None:
    assert found("met Zoë\n\nÇelik-Müller") == ["first R01 error: Zoë"]


def test_an_ordinary_word_only_warns_and_only_with_a_capital() -> None:
    assert found("de berg af") == []
    assert found("volgens Berg niet") == ["surname R02 warning: Berg"]
    assert found("van den berg af") == []
    assert found("volgens Van den Berg niet") == ["surname R02 error: Van den Berg"]


@pytest.mark.parametrize("typed", ["J.v.d.B.", "J. v.d. B.", "J.V.D.B.", "JvdB", "JVDB"])
def test_initials_count_with_their_capitals(typed: str) -> None:
    assert found(f"zie {typed} hierover") == [f"initials R02 error: {typed}"]


@pytest.mark.parametrize("typed", ["jvdb", "j v d b", "J v d B"])
def test_letters_that_are_no_initials(typed: str) -> None:
    assert found(f"zie {typed} hierover") == []


@pytest.mark.parametrize(
    "typed",
    ["0612345678", "06 12 34 56 78", "06-1234 5678", "+31 6 12345678", "+31 (0)6-12345678", "0031612345678"],
)
def test_a_telephone_number_in_every_notation(typed: str) -> None:
    assert found(f"bel {typed} even") == [f"phone R02 error: {typed}"]


def test_a_number_without_its_area_code() -> None:
    assert found("bel 123 456 even") == ["phone R03 error: 123 456"]
    assert found("op 12-05-2041 om 14:00, voor 1.234.567 euro") == []


def test_an_address_is_found() -> None:
    assert found("mail jvdberg@voorbeeld.nl.") == ["email R02 error: jvdberg@voorbeeld.nl"]


def test_a_function_is_found_within_a_sentence_only() -> None:
    assert found("De burgemeester van Emmen vindt") == ["function mayor error: burgemeester van Emmen"]
    assert found("de burgemeester. Van Emmen weten we") == []


def test_an_empty_list_finds_nothing() -> None:
    assert check_text("Zoë Çelik-Müller", GiveawayList()) == []


@given(st.text(), st.text())
def test_offsets_always_point_at_the_name(before: str, after: str) -> None:
    text = f"{before} Zoë Çelik-Müller {after}"
    hits = check_text(text, LIST)
    assert any(text[h.start : h.end] == "Zoë Çelik-Müller" for h in hits)
    assert all(0 <= h.start < h.end <= len(text) for h in hits)


@given(st.text())
def test_words_lie_where_they_say(text: str) -> None:
    tokens = words(text)
    assert all(text[t.start : t.end] for t in tokens)
    assert [t.start for t in tokens] == sorted(t.start for t in tokens)


def test_phone_digits_are_national() -> None:
    assert phone_digits("+31 (0)591-123 456") == "0591123456"
