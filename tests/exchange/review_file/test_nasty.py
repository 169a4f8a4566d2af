"""Files filled in in ways nobody foresaw: every difference is understood or waits; no word is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from boce_tui.exchange.review_file.reading import ReadReview, read_review
from tests.exchange.review_file.sent import on_behalf, place_in, sent

DOTS = "…" * 24
OPTIONS = "- [ ] overnemen\n- [ ] gewijzigd overnemen\n- [ ] niet overnemen\n- [ ] aanhouden\n"
Change = Callable[[str], str]


def rejected(block: str, why: str = "Te duur.") -> str:
    """Filled in as asked: not adopted, with a motivation."""
    block = block.replace("[ ] niet", "[x] niet")
    return block.replace(f"Motivering: {DOTS}", f"Motivering: {why}")


def because(why: str) -> Change:
    return lambda block: rejected(block, why)


def lettered(block: str, signs: str, form: str) -> str:
    order = iter(signs)
    return re.sub(r"(?m)^- (\[.\])", lambda found: f"{next(order)}{form} {found[1]}", rejected(block))


def back(change: Change, whole: Change = lambda text: text) -> tuple[ReadReview, str]:
    """The file with the place of 2b changed, read; and what was in it."""
    text = on_behalf(sent().file.markdown, "een lid", "A")
    begin, end = place_in(text, sent().numbers["2b"])
    text = whole(text[:begin] + change(text[begin:end]) + text[end:])
    return read_review(text.encode(), "terug.md", sent().files), text


def other_mark() -> str:
    return next(mark for number, mark in sent().numbers.items() if number != "2b")


CLEAR: dict[str, Change] = {
    "word bullets, ballot boxes, hard spaces": lambda t: (
        rejected(t).replace("- [x]", "•\t☒\u00a0").replace("- [ ]", "•\t☐\u00a0").replace(": ", ":\u00a0")
    ),
    "a numbered list of boxes": lambda t: lettered(t, "1234", "."),
    "capital with a space behind": lambda t: rejected(t).replace("[x]", "[X ]"),
    "a space before": lambda t: rejected(t).replace("[x]", "[ x]"),
    "hard spaces around": lambda t: rejected(t).replace("[x]", "[\u00a0X\u00a0]"),
    "zero-width characters in every word": lambda t: (
        rejected(t).replace("o", "o\u200b").replace("x", "\u200bx")
    ),
    "soft hyphens": lambda t: (
        rejected(t).replace("overnemen", "over\u00adnemen").replace("Kenmerk", "Ken\u00admerk")
    ),
    "a box on a line of its own": lambda t: rejected(t).replace("- [x] niet", "- [x]\n  niet"),
    "a table drawn with lines": lambda t: rejected(t).replace(
        OPTIONS.replace("[ ] niet", "[x] niet"),
        "+---+------+\n| [ ] | overnemen |\n+---+------+\n| [x] | niet overnemen |\n+---+------+\n",
    ),
    "all in capitals": lambda t: rejected(t).upper(),
    "in a block of code": lambda t: f"```\n{rejected(t)}\n```",
    "four spaces before every line": lambda t: "\n".join(f"    {line}" for line in rejected(t).split("\n")),
    "signs escaped by a converter": lambda t: (
        rejected(t)
        .replace("[x]", "\\[x\\]")
        .replace("[ ]", "\\[ \\]")
        .replace("Motivering:", "**Motivering:**")
    ),
    "boxes as entities": lambda t: rejected(t).replace("[x]", "&#91;x&#93;"),
    "the line that ends it is gone": lambda t: re.sub(r"Einde .*", "", rejected(t)),
}
"""Filled in strangely, and still clear."""


@pytest.mark.parametrize("name", CLEAR)
def test_strange_and_still_clear(name: str) -> None:
    found, _text = back(CLEAR[name])
    assert [(one.recommendation, one.choice) for one in found.items] == [("2041/2b", "reject")]
    assert found.items[0].motivation.lower() == "te duur."
    assert found.doubts == []
    assert found.missing == []


WHOLE: dict[str, Change] = {
    "quoted twice in a reply": lambda t: "\n".join(f"> > {line}".rstrip() for line in t.split("\n")),
    "quoted without spaces": lambda t: "\n".join(f">>{line}" for line in t.split("\n")),
    "tabs for spaces after a bullet": lambda t: t.replace("- [", "-\t["),
    "lines of another system": lambda t: t.replace("\n", "\u2028"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_that_went_through_the_mill(name: str) -> None:
    found, _text = back(rejected, WHOLE[name])
    assert [(one.choice, one.motivation) for one in found.items] == [("reject", "Te duur.")]
    assert (found.kind, found.body) == ("member", "member-a")
    assert [one for one in found.doubts if one.kind != "outside"] == []


UNCLEAR: dict[str, Change] = {
    "a letter before every box": lambda t: lettered(t, "abcd", ")"),
    "x before the box": lambda t: t.replace("- [ ] niet", "x [ ] niet"),
    "x behind the option": lambda t: t.replace("niet overnemen", "niet overnemen x"),
    "x behind the box": lambda t: t.replace("[ ] niet", "[ ]x niet"),
    "x between bullet and box": lambda t: t.replace("[ ] niet", "x[ ] niet"),
    "box that does not close": lambda t: t.replace("[ ] niet", "[x niet"),
    "box that does not open": lambda t: t.replace("[ ] niet", "x] niet"),
    "another bracket": lambda t: t.replace("[ ] niet", "{x} niet"),
    "a letter that looks like x": lambda t: t.replace("[ ] niet", "[\u0445] niet"),
    "a thumb": lambda t: t.replace("[ ] niet", "[👍] niet"),
    "yes and no": lambda t: t.replace("[ ] overnemen", "[nee] overnemen").replace("[ ] niet", "[ja] niet"),
    "the others struck out": lambda t: re.sub(r"- \[ \] ((?!niet).*)", r"- ~~[ ] \1~~", t),
    "one option with two boxes": lambda t: t.replace("- [ ] niet", "- [x] niet overnemen\n- [ ] niet"),
    "percentages": lambda t: t.replace("overnemen\n", "overnemen (50%)\n"),
    "pasted as html": lambda t: t.replace(
        OPTIONS, '<input type="checkbox"> overnemen<br>\n<input type="checkbox" checked> niet overnemen<br>\n'
    ),
    "a comment in the margin": lambda t: rejected(t).replace("niet overnemen", "niet overnemen{>>waarom?<<}"),
    "own words among the boxes": lambda t: rejected(t).replace("niet overnemen", "niet overnemen\nHIERDUS"),
    "a second tick in the motivation": because("Te duur.\n- [x] overnemen had ook gekund"),
}
"""Nobody can be sure: a person has to look."""


@pytest.mark.parametrize("name", UNCLEAR)
def test_what_nobody_can_be_sure_of_waits(name: str) -> None:
    found, text = back(UNCLEAR[name])
    assert found.items == [], "nothing is taken for a choice"
    assert {doubt.number for doubt in found.doubts} == {"2b"}
    assert words_of(text) <= words_of(said(found)) | words_of(sent().file.markdown)


TEXTS = (
    "# Kop\n\n| a | b |\n|---|---|\n| geheimcel | twee |\n\n<script>alert(1)</script>",
    "```\ncoderegel\n```\n\n- puntje\n  1. onderpuntje\n\n---\nslotwoord",
    "<table><tr><td>kosten</td><td>12ton</td></tr></table>",
    "[bron]: http://voorbeeld.nl 'linktekst'",
    "Zie noot[^1]\n\n[^1]: voetnoottekst",
    "Te duur <!-- terzijde --> en te laat",
    "Overnemen is wat wij niet willen [x] overnemen",
    "Einde 2041 is haalbaarder",
    "Opmerking: geenopmerking",
    "Besluit &amp; gevolg &lt;b&gt;vetjes&lt;/b&gt;",
    "woord\u200bdeel hard\u00a0gescheiden \u202eachterom\u202c",
    "> geciteerd\n> > dieperstuk",
    "*[Afk]: afkorting\n\nTerm\n: omschrijving",
    "$$formule$$ \\begin{x} ~~weggestreept~~ ==gemarkeerd==",
)


@pytest.mark.parametrize("words", TEXTS)
@pytest.mark.parametrize("label", ["Motivering", "Opmerking"])
def test_whatever_is_written_behind_a_label_is_kept(label: str, words: str) -> None:
    def change(text: str) -> str:
        text = text.replace("[ ] niet", "[x] niet")
        return text.replace(f"{label}: {DOTS}", f"{label}: {words}")

    found, _text = back(change)
    assert words_of(unescape(words).replace("\u200b", "")) <= words_of(said(found)), "a word is gone"
    for one in found.items:
        assert one.choice == "reject"
        assert one.recommendation == "2041/2b"


def said(found: ReadReview) -> str:
    """Everything that was read, under each other."""
    texts = [text for one in found.items for text in (one.text, one.motivation, one.owner, one.deadline)]
    for doubt in found.doubts:
        texts += [doubt.text, *(text for one in doubt.items for text in (one.text, one.motivation))]
    return "\n".join([*texts, *(remark.text for remark in found.remarks)])


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text.lower()))


def test_a_mark_above_the_wrong_words_never_decides_about_another_recommendation() -> None:
    mine, other = sent().numbers["2b"], other_mark()
    found, _text = back(lambda t: rejected(t).replace(mine, other))
    assert found.items == []
    assert [doubt.kind for doubt in found.doubts] == ["twice"]
    assert [place.number for place in found.missing] == ["2b"]


def test_a_half_mark_waits_with_everything_in_it() -> None:
    found, _text = back(lambda t: rejected(t).replace(sent().numbers["2b"], sent().numbers["2b"][:-1]))
    assert found.items == []
    assert [doubt.kind for doubt in found.doubts] == ["unknown_mark"]
    assert "Te duur." in found.doubts[0].text


def test_a_block_in_the_middle_of_another_one() -> None:
    other = other_mark()

    def nested(text: str) -> str:
        begin, end = place_in(text, sent().numbers["2b"])
        block, text = text[begin:end], text[:begin] + text[end:]
        at = text.index("Motivering", text.index(f"**Kenmerk {other}"))
        return f"{text[:at]}{block}\n\n{text[at:]}"

    found, _text = back(rejected, nested)
    assert [(one.recommendation, one.choice) for one in found.items] == [("2041/2b", "reject")]
    assert found.doubts == []


def test_a_mail_around_it_is_reported_and_changes_nothing_in_it() -> None:
    head = "Van: iemand\nOnderwerp: RE: review\n\nZie hieronder, groetjes.\n\n"
    found, _text = back(rejected, lambda t: head + "\n".join(f"> {line}" for line in t.split("\n")))
    assert [one.choice for one in found.items] == ["reject"]
    assert "groetjes" in "".join(doubt.text for doubt in found.doubts if doubt.kind == "outside")
