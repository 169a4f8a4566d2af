"""What people, editors, mail programs and converters do to a file before it comes back."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable

from tests.exchange.review_file.sent import place_in, sent

Mangle = Callable[[str, random.Random], str]


def _lines(text: str, change: Callable[[str], str]) -> str:
    return "\n".join(change(line) for line in text.split("\n"))


def smart_quotes(text: str, _r: random.Random) -> str:
    text = re.sub(r"'(\w)", r"‘\1", text).replace("'", "’")
    return re.sub(r'"(\w)', r"“\1", text).replace('"', "”")


def bullets(sign: str) -> Mangle:
    return lambda text, _r: re.sub(r"(?m)^- ", f"{sign} ", text)


def boxes(empty: str, ticked: str, *, bullet: bool = True) -> Mangle:
    lead = "- " if bullet else ""

    def change(text: str, _r: random.Random) -> str:
        text = re.sub(r"(?m)^(\W*?)- \[ \]", rf"\g<1>{lead}{empty}", text)
        return re.sub(r"(?m)^(\W*?)- \[[xX]\]", rf"\g<1>{lead}{ticked}", text)

    return change


def indented(text: str, r: random.Random) -> str:
    return _lines(text, lambda line: " " * r.choice((0, 2, 4, 7)) + line if line else line)


def mailed(text: str, r: random.Random) -> str:
    return _lines(text, lambda line: r.choice(("> ", ">> ", ">")) + line if line else ">")


def wrapped(text: str, r: random.Random) -> str:
    width = r.choice((48, 60, 72))
    return _lines(
        text,
        lambda line: (
            line
            if line.startswith("|")
            else "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""])
        ),
    )


def nbsp(text: str, r: random.Random) -> str:
    return re.sub(r"(?<=\w) (?=\w)", lambda _m: "\u00a0" if r.random() < 0.2 else " ", text)


def trailing(text: str, _r: random.Random) -> str:
    return _lines(text, lambda line: f"{line}  " if line else line)


def unbold(text: str, _r: random.Random) -> str:
    return text.replace("**", "")


def italic(text: str, _r: random.Random) -> str:
    return text.replace("**", "*")


def bold_labels(text: str, _r: random.Random) -> str:
    return re.sub(r"(?m)^((?:Motivering|Opmerking|Wanneer klaar|Wie pakt het op):)", r"**\1**", text)


def escaped(text: str, _r: random.Random) -> str:
    return re.sub(r"\[([ xX])\]", r"\\[\1\\]", text)


def html(text: str, _r: random.Random) -> str:
    return re.sub(r"(?m)^(Motivering|Einde|Wanneer klaar)\b", r"<b>\1</b>", text).replace(
        "\n\n", "\n\n<br>\n", 3
    )


def double_spaced(text: str, _r: random.Random) -> str:
    return text.replace("\n", "\n\n")


def tables(text: str, _r: random.Random) -> str:
    """Lists of boxes as tables of two columns."""

    def table(match: re.Match[str]) -> str:
        rows = re.findall(r"- \[([ xX])\] (.*)", match[0])
        body = "\n".join(f"| {'☒' if box.strip() else '☐'} | {words} |" for box, words in rows)
        return f"|  |  |\n| --- | --- |\n{body}\n"

    return re.sub(r"(?m)(?:^- \[[ xX]\] .*\n)+", table, text)


def one_column(text: str, _r: random.Random) -> str:
    """Lists of boxes as tables of one column."""

    def table(match: re.Match[str]) -> str:
        rows = re.findall(r"- (\[[ xX]\] .*)", match[0])
        return "\n".join(["|  |", "| :-- |", *(f"| {row} |" for row in rows), ""])

    return re.sub(r"(?m)(?:^- \[[ xX]\] .*\n)+", table, text)


def renumbered(text: str, r: random.Random) -> str:
    return re.sub(r"(?m)^(\d)\. ", lambda _m: f"{r.randint(1, 9)}. ", text)


def headings(text: str, _r: random.Random) -> str:
    return re.sub(r"(?m)^#+ ", "", text)


def moved(text: str, r: random.Random) -> str:
    """One filled-in place goes to the end of the file."""
    mark = r.choice(sorted(sent().numbers.values()))
    begin, end = place_in(text, mark)
    return text[:begin] + text[end:] + "\n\n" + text[begin:end] + "\n"


def duplicated(text: str, r: random.Random) -> str:
    mark = r.choice(sorted(sent().numbers.values()))
    begin, end = place_in(text, mark)
    return text[:end] + "\n\n" + text[begin:end] + text[end:]


def answered_above(text: str, _r: random.Random) -> str:
    """The file as it was sent stays below the answer."""
    return text + "\n\n" + sent().file.markdown


BLOCKS: dict[str, Mangle] = {"moved": moved, "duplicated": duplicated, "answered_above": answered_above}
"""Before anything else: they look for the marks as they were written."""

LOOKS: dict[str, Mangle] = {
    "tables": tables,
    "one_column": one_column,
    "ballot": boxes("☐", "☒"),
    "ballot_bare": boxes("☐", "☑", bullet=False),
    "check": boxes("☐", "✓"),
    "capital": boxes("[ ]", "[X]"),
    "wide": boxes("[  ]", "[ x ]"),
    "narrow": boxes("[]", "[x]"),
    "star": bullets("*"),
    "plus": bullets("+"),
    "dot": bullets("•"),
    "dash": bullets("–"),
}
"""One of these: they change the same signs."""

EDITORS: dict[str, Mangle] = {
    "smart_quotes": smart_quotes,
    "unbold": unbold,
    "italic": italic,
    "bold_labels": bold_labels,
    "escaped": escaped,
    "html": html,
    "renumbered": renumbered,
    "headings": headings,
    "nbsp": nbsp,
    "wrapped": wrapped,
    "double_spaced": double_spaced,
    "indented": indented,
    "trailing": trailing,
    "mailed": mailed,
}
"""Any of these, in this order."""


def as_bytes(text: str, form: str) -> bytes:
    """The file as one program or another saves it."""
    if form == "crlf":
        return text.replace("\n", "\r\n").encode()
    if form == "cr":
        return text.replace("\n", "\r").encode()
    if form == "bom":
        return text.encode("utf-8-sig")
    if form == "utf-16":
        return text.encode("utf-16")
    if form == "cp1252":
        return text.replace("\n", "\r\n").encode("cp1252", errors="replace")
    return text.encode()


FORMS = ("utf-8", "crlf", "cr", "bom", "utf-16")
