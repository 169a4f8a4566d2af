"""No text of people is ever more than text, in two parsers and wherever it is put."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boce_tui.reports import blocks, escape
from boce_tui.reports.escape import Md, block, canonical, clean, clean_line, inline
from tests.reports.judges import cmark, harmless, markdown_it, squeezed

# An e-mail address becomes a link in cmark-gfm whatever is done; the privacy gate stops it (P3).
_LINE_MARKS = "# |## kop|- |+ |* |1. |2) |12)|> |--|---|===|***|```|~~~|::: note|: def|[x] |[^1]: B3|[a]: b"
_INLINE_MARKS = (
    "`|``|~|~~|_a_|*a*|**|__|$x$|^|[a](b)|![i](j)|[^1]|[ ]|[!NOTE]|[l][r]|[r]|{{ x }}|{% raw %}|{#"
)
_HTML = "<script>|<b>|</b>|<!-- x -->|<a href='x'>|<http://a.b>|</td>|<td>|&amp;|&#35;|&lt;|&"
_LINKS = "http://x.nl|https://a.b/c|www.x.nl|gemeente.nl|mailto:x|//x.nl|ftp://q.r|x.com/y"
_SIGNS = ":|!|\"|'|(|)|[|]|{|}|#|a#|##|=|-|+|.|1.|:-|\\|\\\\|a|woord|é|e\u0301|日本|👩\u200d🚀"
_SPACES = " |    |\t|\n|\n\n|\r\n|\r|\x0b|\u0085|  \n|\\\n|\u00a0|\u2028|\u202e|\u200b|\x1b[31m|\x00|\ue000"
_TABLES = ["|", "|--|--|", "| a | b |", "|:-|", "\\|"]
ATOMS = "|".join((_LINE_MARKS, _INLINE_MARKS, _HTML, _LINKS, _SIGNS, _SPACES)).split("|") + _TABLES
hostile = st.lists(st.sampled_from(ATOMS), max_size=9).map("".join)
any_text = st.text(st.characters(exclude_characters="@"), max_size=40)

Context = Callable[[str], Md]


def _after_text(text: str) -> Md:
    return blocks.fill("{a} na {b} {c}", a=blocks.strong("V1"), b=text, c=blocks.strong("x"))


CONTEXTS: dict[str, Context] = {
    "first": blocks.paragraph,
    "paragraph": lambda text: Md(f"voor\n\n{blocks.paragraph(text)}"),
    "after a lead": lambda text: blocks.paragraph(text, lead=blocks.strong("Let op."), tail="na"),
    "quote": lambda text: blocks.quote(text, "Iemand zegt:"),
    "item": lambda text: blocks.bullets(["een", text, "drie"]),
    "number": lambda text: blocks.numbered([text, text]),
    "cell": lambda text: blocks.table(["kop", text], [[text, "x"], ["y", text]], right=[1]),
    "heading": lambda text: Md(f"voor\n\n{blocks.heading(2, text)}"),
    "numbered heading": lambda text: blocks.heading(2, text, "1.1"),
    "sentence": _after_text,
    "label of a link": lambda text: Md(f"zie {blocks.link(text, 'na')} daar"),
}


def _document(context: Context, text: str) -> str:
    return canonical(f"{context(text)}\n\nna\n")


def _check(context: Context, text: str) -> None:
    real, twin = _document(context, text), _document(context, harmless(text))
    for judge in (markdown_it, cmark):
        structure, seen = judge(real)
        wanted, _ignored = judge(twin)
        assert structure == wanted, real
        assert squeezed(clean(text)) in squeezed(seen), real


@pytest.mark.parametrize("name", CONTEXTS)
@given(text=st.one_of(hostile, any_text))
@settings(max_examples=120)
def test_a_text_is_only_text(name: str, text: str) -> None:
    if clean(text):
        _check(CONTEXTS[name], text)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("_INLINE", "**vet** en `code`"),
        ("_HEADING", "# kop"),
        ("_LINE_START", "- item"),
        ("_ORDERED", "1. item"),
        ("_BARE_DOMAIN", "zie gemeente.nl"),
    ],
)
def test_the_judges_see_each_missing_escape(part: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _check(CONTEXTS["paragraph"], text)
    monkeypatch.setattr(escape, part, re.compile(r"(?!)()()"))
    with pytest.raises(AssertionError):
        _check(CONTEXTS["paragraph"], text)


def test_closing_hashes_of_a_heading_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    _check(CONTEXTS["heading"], "taal C #")
    monkeypatch.setattr(escape, "_CLOSING_HASH", re.compile(r"(?!)"))
    with pytest.raises(AssertionError):
        _check(CONTEXTS["heading"], "taal C #")


def test_a_list_that_forgets_to_escape_is_seen() -> None:
    with pytest.raises(AssertionError):
        _check(lambda text: Md(f"- een\n- {text}\n"), "> citaat")


# --- what a reader sees


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("  een   twee  \n   drie", "een twee\ndrie"),
        ("een\r\n\r\n\n\ntwee", "een\n\ntwee"),
        ("a\u202eb\u200bc", "abc"),
        ("e\u200b\u0301", "é"),
        ("\n\n", ""),
        ("\u200b \t", ""),
    ],
)
def test_clean(text: str, seen: str) -> None:
    assert clean(text) == seen


@given(st.one_of(hostile, any_text))
def test_clean_is_idempotent(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


def test_markdown_passes_and_everything_else_does_not() -> None:
    assert inline(Md("*a*")) == "*a*"
    assert inline("*a*") == r"\*a\*"
    assert block(Md("# a")) == "# a"
    assert not isinstance(Md("*a*") + "*b*", Md)


@given(st.text(max_size=60))
def test_canonical_is_idempotent(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert once.endswith("\n")
    assert unicodedata.is_normalized("NFC", once)
