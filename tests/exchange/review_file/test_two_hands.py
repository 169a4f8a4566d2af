"""Two files in one, a copy below the answer, labels that are gone, and what a parser of Markdown drops."""

from __future__ import annotations

import quopri
import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from boce_tui.errors import BadInput
from boce_tui.exchange.review_file.reading import ReadReview, read_review
from tests.exchange.review_file.sent import fill, mark_of, on_behalf, place_in, sent

DOTS = "…" * 24


def mine(letter: str, number: str = "2b", choice: str = "adopt", **fields: str) -> str:
    text = fill(sent().file.markdown, sent().numbers[number], choice, **fields)
    return on_behalf(text, "een lid", letter) if letter else text


def read(text: str) -> ReadReview:
    return read_review(text.encode(), "terug.md", sent().files)


def changed(before: str, after: str, choice: str = "reject") -> ReadReview:
    """A member's file in which one thing in the block of 2b is another."""
    text = mine("A", choice=choice)
    begin, end = place_in(text, sent().numbers["2b"])
    assert before in text[begin:end]
    return read(text[:begin] + text[begin:end].replace(before, after, 1) + text[end:])


# --- whose it is --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("other", ["B", "nobody"])
def test_files_of_two_members_behind_each_other_are_never_one(other: str) -> None:
    second = mine("B", "1a", "reject", motivation="Te duur.")
    if other == "nobody":
        second = on_behalf(mine("", "1a", "reject", motivation="Te duur."), "een lid")
    with pytest.raises(BadInput, match="twee ingevulde bestanden"):
        read(f"{mine('A')}\n\n{second}")


def test_a_member_and_a_college_behind_each_other_are_never_one() -> None:
    college = on_behalf(mine("", "1a", "hold"), "het college van Emmen")
    with pytest.raises(BadInput, match=r"\(een lid.*\(het college van Emmen\)"):
        read(f"{mine('A')}\n\n{college}")


def test_below_a_head_that_says_nothing_somebody_else_may_have_filled_in() -> None:
    found = read(f"{mine('A')}\n\n{mine('', '1a', 'hold')}")
    assert found.body == ""
    assert [doubt.kind for doubt in found.doubts] == ["who"]


def test_an_answer_above_its_own_copy_is_one_file() -> None:
    quoted = "\n".join(f"> {line}" for line in sent().file.markdown.split("\n"))
    found = read(f"{mine('A', remark='Goed zo.')}\n\n{quoted}")
    assert (found.body, [item.choice for item in found.items]) == ("member-a", ["adopt"])
    assert [remark.text for remark in found.remarks] == ["Goed zo."]
    assert found.doubts == []


def test_the_same_file_twice_in_one_is_one() -> None:
    found = read(f"{mine('A', remark='Goed zo.')}\n\n{mine('A', remark='Goed zo.')}")
    assert (found.body, len(found.items), len(found.remarks)) == ("member-a", 1, 1)
    assert found.doubts == []


def test_a_block_that_is_there_twice_and_says_two_things_waits() -> None:
    text = mine("A", choice="adopt")
    _begin, end = place_in(text, sent().numbers["2b"])
    other = mine("A", choice="reject", motivation="Te duur.")
    start, stop = place_in(other, sent().numbers["2b"])
    found = read(f"{text[:end]}\n\n{other[start:stop]}{text[end:]}")
    assert found.items == []
    assert [(doubt.kind, doubt.number) for doubt in found.doubts] == [("twice", "2b")]
    assert [item.choice for item in found.doubts[0].items] == ["adopt", "reject"]
    assert found.missing == []


def test_a_tick_below_words_that_were_changed_is_not_for_the_words_that_were_sent() -> None:
    text = mine("A", choice="adopt", owner="de regisseur").replace(
        "Schrijf op één", "Schrijf nooit op één", 1
    )
    found = read(text)
    assert found.items == []
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.number) == ("changed_text", "2b")
    assert [(item.choice, item.owner) for item in doubt.items] == [("adopt", "de regisseur")]


# --- labels that are gone -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "instead"),
    [
        ("Motivering:", "Motivatie: eerder klaar."),
        ("Wie pakt het op:", "Wie: de regisseur."),
        ("Wanneer klaar:", "Klaar in: 2042"),
        ("Opmerking:", "Opm.: graag overleg."),
    ],
)
def test_words_below_another_label_are_not_taken_for_its_own(label: str, instead: str) -> None:
    found = changed(f"{label} {DOTS}", instead, "adopt_changed")
    assert found.items == []
    assert [(doubt.kind, doubt.number) for doubt in found.doubts] == [("label", "2b")]
    assert instead in found.doubts[0].text


def test_a_line_that_was_not_needed_may_be_thrown_away() -> None:
    found = changed(f"Wanneer klaar: {DOTS}\n\n", "", "adopt")
    assert [item.choice for item in found.items] == ["adopt"]
    assert found.doubts == []


# --- what a parser drops ------------------------------------------------------------------------------------


def test_a_cell_too_many_is_read() -> None:
    table = "zie\n\n| a | b |\n| - | - |\n| cel1 | cel2 | cel3 |\n| cel4 | cel5 |  | cel6\\|streep |"
    found = changed(f"Opmerking: {DOTS}", f"Opmerking: {table}", "adopt")
    (remark,) = found.remarks
    assert "cel1 | cel2 | cel3\ncel4 | cel5 | cel6|streep" in remark.text


def test_a_tick_in_a_column_too_many_is_no_lost_tick() -> None:
    options = "| Keuze |\n| --- |\n| overnemen |\n| niet overnemen | x |\n| aanhouden |\n"
    block = "- [ ] overnemen\n- [ ] gewijzigd overnemen\n- [ ] niet overnemen\n- [ ] aanhouden\n"
    text = on_behalf(sent().file.markdown, "een lid", "A")
    begin, end = place_in(text, sent().numbers["2b"])
    found = read(text[:begin] + text[begin:end].replace(block, options) + text[end:])
    choices = [item.choice for item in found.items]
    assert choices == ["reject"] or [doubt.number for doubt in found.doubts] == ["2b"]


def test_a_word_beside_a_table_of_the_report_is_reported() -> None:
    row = "| Ronde | Evaluatie 2041 |"
    assert row in sent().file.markdown
    found = read(mine("A").replace(row, f"{row} niet 2040? |"))
    assert "niet 2040?" in "".join(doubt.text for doubt in found.doubts)


def test_numbers_before_a_line_are_words_too() -> None:
    said = "Opmerking: Zo:\n\n2041. was een goed jaar\n\n3) dagen extra"
    (remark,) = changed(f"Opmerking: {DOTS}", said, "adopt").remarks
    assert "2041. was een goed jaar" in remark.text
    assert "3) dagen extra" in remark.text


# --- the day of the decision --------------------------------------------------------------------------------


def on_day(day: str) -> ReadReview:
    text = on_behalf(mine(""), "het college van Emmen")
    text, times = re.subn(r"(Datum van het besluit \([^)]*\):) …+", rf"\1 {day}", text, count=1)
    assert times == 1
    return read(text)


@pytest.mark.parametrize("day", ["23-9-2041", "23 september 2041", "23 sept. 2041.", "2041-09-23"])
def test_the_day_of_the_decision_is_read(day: str) -> None:
    found = on_day(day)
    assert (found.body, found.decided, found.doubts) == ("emmen", "2041-09-23", [])


def test_a_day_that_is_none_is_reported() -> None:
    found = on_day("na de zomer")
    assert found.decided == ""
    assert [(doubt.kind, doubt.text) for doubt in found.doubts] == [("outside", "na de zomer")]


@pytest.mark.parametrize("label", ["Datum van het besluit", "Welk lid"])
def test_a_label_of_the_head_elsewhere_loses_no_words(label: str) -> None:
    said = f"Motivering: Te vroeg.\n{label}: volgt na de zomer"
    found = changed(f"Motivering: {DOTS}", said, "adopt")
    assert [item.motivation for item in found.items] == ["Te vroeg."]
    assert [remark.text for remark in found.remarks] == ["volgt na de zomer"]
    lost = changed(f"**Kenmerk {sent().numbers['2b']}.**", f"**Kenmerk 2b-0000.** x\n\n{label}: volgt later")
    assert "volgt later" in "".join(doubt.text for doubt in lost.doubts)


def test_a_mark_of_a_file_that_is_none_is_reported() -> None:
    said = "Opmerking: Zie het\nKenmerk van dit bestand: onleesbaar op papier"
    found = changed(f"Opmerking: {DOTS}", said, "adopt")
    assert "onleesbaar" in "".join(doubt.text for doubt in found.doubts)
    assert [remark.text for remark in found.remarks] == ["Zie het"]


def test_a_mark_stays_where_it_was() -> None:
    """The place of a section is found by its number, the head with its new line included."""
    assert mark_of(sent().file.markdown, "2b") == sent().numbers["2b"]


# --- a copy of the page as it is seen, and the source of a mail ---------------------------------------------


class Page(HTMLParser):
    """What a browser puts on the clipboard: blocks on lines, cells behind tabs, links as words."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self.text, self._sign, self._numbers = "", sign, [0]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("ol", "ul"):
            self._numbers.append(0 if tag == "ol" else -1)
        elif tag == "li":
            self._numbers[-1] += self._numbers[-1] >= 0
            self.text += f"\n{self._numbers[-1]}.\t" if self._numbers[-1] > 0 else f"\n{self._sign}"
        elif tag in ("td", "th"):
            self.text += "" if self.text.endswith("\n") else "\t"
        elif tag in ("p", "tr") or tag[:1] == "h":
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._numbers.pop()
        if tag in ("p", "ol", "ul") or tag in ("h1", "h2", "h3", "h4", "h5"):
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data.replace("\n", " ") if data.strip() else ""


def seen(markdown: str, sign: str) -> str:
    page = Page(sign)
    page.feed(MarkdownIt("commonmark").enable("table").render(markdown))
    return page.text


@pytest.mark.parametrize("sign", ["", "•\t"])
def test_a_page_that_was_copied_as_it_is_seen(sign: str) -> None:
    text = seen(mine("A", choice="reject", motivation="Te duur.", remark="Zie 3.1."), sign)
    assert "#321-algemeen" not in text
    found = read(text)
    assert [(item.choice, item.motivation) for item in found.items] == [("reject", "Te duur.")]
    assert [remark.text for remark in found.remarks] == ["Zie 3.1."]
    assert (found.body, found.doubts, found.missing, found.gone) == ("member-a", [], [], [])


def test_where_a_link_leads_is_no_place_to_hide_words() -> None:
    found = read(mine("A").replace("Zie [3.1.1](#311-algemeen)", "Zie [nee](#311-algemeen) (#2)", 1))
    assert "nee" in "".join(doubt.text for doubt in found.doubts)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_the_source_of_a_mail(encoding: str) -> None:
    text = mine("A", choice="reject", motivation="Geen privé-zaak, één keer.")
    data = quopri.encodestring(text.replace("█", "?").encode(encoding, errors="replace"))
    found = read_review(data, "terug.txt", sent().files)
    assert [(item.choice, item.motivation) for item in found.items] == [
        ("reject", "Geen privé-zaak, één keer.")
    ]
