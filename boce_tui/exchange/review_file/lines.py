"""Any text file that a person sends back, as visible lines.

What editors, mail programs and converters do to a file is taken away first: line ends, invisible characters,
indentation, the ``>`` of an answered mail, other signs for bullets. Then markdown-it-py reads it, with all
rules off that could swallow words or signs (HTML, code, links, references, emphasis).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from boce_tui.domain.text import inert_block

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_QUOTED = re.compile(r"^(?:[ \t]*>)*[ \t]*")
_BULLET = re.compile(r"^[•●▪■◦·–—‣∙*+-][ \t]+(?=\S)")
_SMALL_O = re.compile(r"^o[ \t]{2,}(?=\S)")
_LOUD = re.compile(r"[*_]+\w|~~|<[a-zA-Z]+>")
_VARIATION = re.compile("[\ufe0e\ufe0f]")
_HARD_BREAK = re.compile(r"(?:\\|[ \t]+)$")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Line:
    """A line, or a cell of a table, as a reader sees it.

    Attributes:
        number: Line of the file, from 1.
        block: Lines of one paragraph, item, heading or row have the same number here.
        text: What the reader sees.
        cell: It is a cell of a table.
        strong: Something in it stands out (bold, italic).
        lead: The sign or number of the item of a list that it begins.
    """

    number: int
    block: int
    text: str
    cell: bool = False
    strong: bool = False
    lead: str = ""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False})
    return parser.enable(["table", "list", "heading", "newline", "escape", "entity"])


def visible_lines(text: str) -> list[Line]:
    """The lines of a document in order; every visible word of it is in exactly one of them."""
    source = [_plain(line) for line in _LINE_END.sub("\n", text.lstrip("\ufeff")).split("\n")]
    found: list[Line] = []
    seen: set[int] = set()
    block = row = cells = 0
    in_row = False
    lead = ""
    for token in _parser().parse("\n".join(source)):
        if token.type == "list_item_open":
            lead = f"{token.info}{token.markup} "
        elif token.type == "list_item_close":
            lead = ""
        elif token.type == "tr_open":
            in_row, row, cells = True, (token.map[0] if token.map else row), 0
            block += 1
        elif token.type == "tr_close":
            in_row = False
            found += [
                Line(row + 1, block, more, cell=True, strong=loud) for more, loud in _more(source[row], cells)
            ]
        elif token.type == "inline":
            block += not in_row
            cells += in_row
            start = row if in_row else (token.map[0] if token.map else 0)
            for offset, (words, strong) in enumerate(_lines(token)):
                number = start + (0 if in_row else offset)
                seen.add(number)
                found.append(Line(number + 1, block, words, in_row, strong, lead))
                lead = ""
    return _with_rest(found, source, seen)


def _plain(line: str) -> str:
    line = _VARIATION.sub("", inert_block(line)).replace("\n", " ")
    line = _QUOTED.sub("", line, count=1)
    line = _BULLET.sub("- ", line, count=1)
    line = _SMALL_O.sub("- ", line, count=1)
    return _HARD_BREAK.sub("", line) if not line.endswith("\\\\") else line


def _lines(token: Token) -> list[tuple[str, bool]]:
    lines = [""]
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            lines.append("")
        else:
            lines[-1] += child.content
    return [(line.strip(), bool(_LOUD.search(line))) for line in lines]


def _more(row: str, cells: int) -> Iterator[tuple[str, bool]]:
    """Cells of a row beyond those of the first row of its table: the parser drops them."""
    from markdown_it.rules_block.table import escapedSplit

    columns = escapedSplit(row.strip())
    columns = columns[1:] if columns and not columns[0] else columns
    for words in columns[cells:]:
        for token in _parser().parseInline(words.strip()) if words.strip() else ():
            yield from _lines(token)


def _with_rest(found: list[Line], source: list[str], seen: set[int]) -> list[Line]:
    """Lines that the parser made nothing of, such as a table without rows: their words count as well."""
    block = max((line.block for line in found), default=0)
    for number, words in enumerate(source):
        if number not in seen and any(char.isalnum() for char in words):
            block += 1
            found.append(Line(number + 1, block, words))
    return sorted(found, key=lambda line: line.number)
