"""People's text made inert for Markdown.

`clean` decides what a reader sees of a text; `inline` and `block` return it as Markdown that shows
exactly that and nothing else, wherever it is put: paragraph, quote, list item, table cell or heading.
Only `Md` is taken for Markdown by the template; everything else goes through `inline` first.
"""

from __future__ import annotations

import re
import unicodedata

from boce_tui.domain.text import inert_block

_RUNS_OF_SPACE = re.compile(r"[ \t]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_INLINE = re.compile(
    r"([\\`*_\[\]<>|~$^]"  # code, emphasis, links, HTML, tables, strikethrough, mathematics
    r"|&(?=#|\w+;)"  # entities
    r"|!(?=\[)"  # images
    r"|(?<=\w):(?=//)|(?<=www)\.|(?<=\w)@(?=\w)"  # addresses that become links by themselves
    r"|\{(?=[{%#])|(?<=[}%#])\})",  # template syntax
    re.IGNORECASE,
)
_HEADING = re.compile(r"^(#{1,6})(?=\s|$)")
_LINE_START = re.compile(r"^([-+=:])")
_ORDERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_CLOSING_HASH = re.compile(r"(?<!\\)#$")
_BARE_DOMAIN = re.compile(r"(?<=[\w)])(?<!\\)\.(?=[^\W\d_]{2,})")


class Md(str):
    """Text that is Markdown already. Made only by `boce_tui.reports.blocks` and this module."""

    __slots__ = ()


def clean(text: str) -> str:
    """Return what a reader sees of `text`: no invisible characters, single spaces, at most one blank line."""
    text = _RUNS_OF_SPACE.sub(" ", inert_block(text))
    text = "\n".join(line.strip(" ") for line in text.split("\n"))
    return unicodedata.normalize("NFC", _BLANK_LINES.sub("\n\n", text).strip("\n"))


def clean_line(text: str) -> str:
    """Return `clean` text on one line."""
    return " ".join(clean(text).split("\n")).replace("  ", " ")


def escape_line(line: str) -> str:
    """Escape one cleaned line. Marks of a line start are always escaped: it may be put anywhere."""
    line = _INLINE.sub(r"\\\1", line)
    line = _HEADING.sub(r"\\\1", line)
    line = _LINE_START.sub(r"\\\1", line)
    line = _ORDERED.sub(r"\1\\\2", line)
    line = _CLOSING_HASH.sub(r"\\#", line)
    return _BARE_DOMAIN.sub(r"\\.", line)


def inline(text: str) -> Md:
    """Return `text` as Markdown on one line; `Md` passes unchanged."""
    return text if isinstance(text, Md) else Md(escape_line(clean_line(text)))


def block(text: str) -> Md:
    """Return `text` as Markdown paragraphs; a line break stays a (hard) line break."""
    if isinstance(text, Md):
        return text
    paragraphs = clean(text).split("\n\n")
    return Md("\n\n".join("\\\n".join(escape_line(line) for line in part.split("\n")) for part in paragraphs))


def canonical(markdown: str) -> str:
    """Return `markdown` in its one form: no spaces at line ends, single blank lines, one final newline."""
    lines = "\n".join(line.rstrip(" \t") for line in markdown.split("\n"))
    return unicodedata.normalize("NFC", _BLANK_LINES.sub("\n\n", lines).strip("\n")) + "\n"
