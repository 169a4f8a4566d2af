"""People's text on a screen: the one module that turns it into something a widget may show.

A plain ``str`` given to a Textual widget is markup: ``[x]`` vanishes, ``[/x]`` ends the app and
``[@click=...]`` runs. So a widget of ours never gets a ``str``: it gets a `Content`, made here.
Control and direction characters are made visible or dropped by `boce_tui.domain.text`; the line filter below
is the last choke point before the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.content import Content
from textual.filter import LineFilter

from boce_tui.domain.text import inert_block, inert_line, strip_unsafe

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.color import Color

Tone = Literal["", "accent", "ok", "let-op", "fout", "stil", "kop"]
"""What a piece of text means; the themes give the colours, `kop` (heading) is the brightest."""

_STYLES: dict[str, str] = {
    "": "",
    "accent": "$accent",
    "ok": "$ok",
    "let-op": "$let-op bold",
    "fout": "$fout bold",
    "stil": "$stil",
    "kop": "$kop bold",
}
ELLIPSIS = "…"

Piece = str | Content | tuple[str, Tone]
"""A part of a line: text of ours or of people, `Content`, or text with its meaning."""


def safe(text: str, tone: Tone = "") -> Content:
    """One line of anybody's text, harmless; line breaks become a visible mark."""
    return _toned(inert_line(text), tone)


def safe_block(text: str, tone: Tone = "") -> Content:
    """Anybody's text over several lines, harmless."""
    return _toned(inert_block(text), tone)


def assemble(*pieces: Piece) -> Content:
    """Join pieces to one line; every piece that is a ``str`` is taken literally, never as markup."""
    return Content("").join([_piece(piece) for piece in pieces])


def lines(*rows: Content) -> Content:
    """Put rows under each other."""
    return Content("\n").join(rows)


def cells(text: str) -> int:
    """The number of terminal cells a text takes."""
    if text.isascii():
        return len(text)
    from textual._cells import cell_len

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """Shorten a one-line text at the right to `width` cells, with an ellipsis."""
    if cells(text) <= width:
        return text
    if width <= 1:
        return ELLIPSIS[:width]
    kept = text[: width - 1]
    while cells(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def cut_left(text: str, width: int) -> str:
    """Shorten a one-line text at the left to `width` cells: its end says most."""
    if cells(text) <= width:
        return text
    if width <= 1:
        return ELLIPSIS[:width]
    kept = text[-(width - 1) :]
    while cells(kept) > width - 1:
        kept = kept[1:]
    return ELLIPSIS + kept.lstrip()


def pad(text: str, width: int) -> str:
    """A one-line text in exactly `width` cells, cut or filled at the right."""
    shown = cut(text, width)
    return shown + " " * (width - cells(shown))


def pad_left(text: str, width: int) -> str:
    """A number or short word in exactly `width` cells, against the right edge."""
    shown = cut(text, width)
    return " " * (width - cells(shown)) + shown


def wrap(text: str, width: int) -> list[str]:
    """A harmless text as lines of at most `width` cells; over ten times as fast as `Content.wrap`."""
    width = max(1, width)
    found: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for word in paragraph.split(" "):
            size = cells(word)
            if line and used + 1 + size <= width:
                line, used = f"{line} {word}", used + 1 + size
                continue
            if line:
                found.append(line)
            while size > width:
                at = _fitting(word, width)
                found.append(word[:at])
                word = word[at:]
                size = cells(word)
            line, used = word, size
        found.append(line)
    return found


def _fitting(word: str, width: int) -> int:
    at = min(len(word), width)
    while at > 1 and cells(word[:at]) > width:
        at -= 1
    return at


def _toned(text: str, tone: Tone) -> Content:
    return Content.styled(text, _STYLES[tone]) if tone else Content(text)


def _piece(piece: Piece) -> Content:
    if isinstance(piece, Content):
        return piece
    if isinstance(piece, str):
        return safe(piece)
    return safe(*piece)


class UnsafeFilter(LineFilter):
    """Removes control and direction characters from everything that goes to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of one line without the characters no terminal may get."""
        del background
        for index, segment in enumerate(segments):
            text = segment.text
            if not segment.control and not (text.isascii() and text.isprintable()):
                kept = strip_unsafe(text)
                if kept is not text:
                    segments = [*segments[:index], *(_stripped(rest) for rest in segments[index:])]
                    break
        return segments


_PLAIN = str.maketrans("▸─│┃█▌●○◐↷–—×·…→←↑↓╭╮╰╯‘’“”", ">-||#|*o~>--x-.><^v++++''\"\"")


class PlainFilter(LineFilter):
    """For a poor terminal: signs and drawing characters become ASCII of the same width; letters stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of one line with plain signs."""
        del background
        from rich.segment import Segment as NewSegment

        return [
            segment
            if segment.control or segment.text.isascii()
            else NewSegment(segment.text.translate(_PLAIN), segment.style, segment.control)
            for segment in segments
        ]


def _stripped(segment: Segment) -> Segment:
    from rich.segment import Segment as NewSegment

    text, style, control = segment
    return segment if control else NewSegment(strip_unsafe(text), style, control)
