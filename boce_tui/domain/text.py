"""Text that people typed, made harmless: the one module that knows which characters are dangerous.

Three moments, three kinds of function:

* **entry** (`clean_entry`): what is stored. Unicode NFC; CR LF and CR become LF; a control character other
  than newline and tab (C0, DEL, C1: so also VT, FF and NEL) and a lone surrogate become U+FFFD, visibly.
  Nothing else is changed: U+2028, bidirectional controls and zero-width characters are not control
  characters, stay in the dossier as typed, and are made inert each time they are shown.
* **display** (`inert_line`, `inert_block`): for screens and the command line. Control, private-use and
  surrogate characters become U+FFFD; bidirectional controls and invisible characters are dropped (the text
  then stands in the order in which it was typed); ZWJ, ZWNJ and the variation selectors of emoji stay; every
  kind of space becomes a plain space.
* **last line of defence** (`strip_unsafe`): removes from a piece of terminal output what no terminal may get.
  It removes only characters without width, so columns stay where they are.

Markup (Textual, Rich) and Markdown are other matters: see `boce_tui.tui.text` and `boce_tui.reports.escape`.
"""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"
LINE_MARK = " ⏎ "
"""Stands for a line break where only one line fits."""

BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT_INVISIBLE = frozenset("\u200c\u200d\ufe0e\ufe0f")
_LINE_BREAKS = frozenset("\n\u2028\u2029")
# Format characters (Cf) that do have a shape of their own: Arabic and Syriac number marks, Kaithi.
_VISIBLE_FORMAT = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# Characters that count as letters or marks but show nothing (Unicode: Default_Ignorable_Code_Point).
_INVISIBLE_LETTERS = (
    (0x034F, 0x034F),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0D),
    (0xFFA0, 0xFFA0),
    (0xE0000, 0xE0FFF),
)
_FORBIDDEN_AT_ENTRY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE_OUTPUT = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS_AND_BLANKS = re.compile(r" *\n\s*")
_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def is_control(char: str) -> bool:
    """True for C0, DEL and C1 characters other than newline and tab."""
    return char not in "\n\t" and unicodedata.category(char) == "Cc"


def is_bidi(char: str) -> bool:
    """True for the characters that change the direction in which text is shown."""
    return char in BIDI_CONTROLS


def is_invisible(char: str) -> bool:
    """True for characters that show nothing and are dropped on display (bidi controls included)."""
    if char in _KEPT_INVISIBLE or char in _VISIBLE_FORMAT:
        return False
    if unicodedata.category(char) == "Cf":
        return True
    point = ord(char)
    return any(first <= point <= last for first, last in _INVISIBLE_LETTERS)


def _shown(char: str) -> str:
    """What is shown for one character, line breaks and tabs aside."""
    category = unicodedata.category(char)
    if category in ("Cc", "Cs", "Co") or (ord(char) & 0xFFFE) == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF:
        return REPLACEMENT
    if is_invisible(char):
        return ""
    return " " if category == "Zs" else char


class _Display(dict[int, str]):
    """A table for `str.translate` that learns each code point the first time it meets it."""

    def __init__(self, tab: str) -> None:
        super().__init__({ord(char): "\n" for char in _LINE_BREAKS} | {ord("\t"): tab})

    def __missing__(self, point: int) -> str:
        self[point] = shown = _shown(chr(point))
        return shown


_AS_LINE = _Display(" ")
_AS_BLOCK = _Display("    ")


def clean_entry(text: str) -> str:
    """Return `text` as it may be stored (see the module's first point). Idempotent."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _FORBIDDEN_AT_ENTRY.search(text):
        text = _FORBIDDEN_AT_ENTRY.sub(REPLACEMENT, text)
    return unicodedata.normalize("NFC", text)


def inert_block(text: str) -> str:
    """Return `text` for display over several lines: harmless characters and newlines only."""
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_AS_BLOCK)


def inert_line(text: str) -> str:
    """Return `text` for display on one line; line breaks become a visible mark."""
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = text.translate(_AS_LINE)
    return _BREAKS_AND_BLANKS.sub(LINE_MARK, shown.strip("\n")) if "\n" in shown else shown


def strip_unsafe(text: str) -> str:
    """Return one piece of terminal output without control and direction characters.

    For the line filter of the app and for output of other programs; layout must be done before.
    """
    return _UNSAFE_OUTPUT.sub("", text) if _UNSAFE_OUTPUT.search(text) else text


def fold(text: str) -> str:
    """Return `text` for comparing: no accents, no case, nothing invisible."""
    visible = "".join(char for char in text if not is_invisible(char) and char not in _KEPT_INVISIBLE)
    plain = unicodedata.normalize("NFKD", visible.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).translate(
        _WITHOUT_DECOMPOSITION
    )
