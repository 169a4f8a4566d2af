"""One section of a document as its reader will see it: Markdown drawn line by line, only what is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from boce_tui.domain.text import inert_block
from boce_tui.tui.signs import mark
from boce_tui.tui.text import assemble, cells, safe
from boce_tui.tui.widgets.lines_view import LinesView

if TYPE_CHECKING:
    from markdown_it.token import Token

LARGEST = 40_000
"""More than this is shown as plain text: a section is a few kB."""


class SectionView(LinesView):
    """Shows Markdown; nothing in it can be clicked, run or fetched."""

    def __init__(
        self,
        markdown: str = "",
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._markdown = markdown

    def show(self, markdown: str, *, to_top: bool = True) -> None:
        """Show another section."""
        self._markdown = markdown
        self.lines_changed(to_top=to_top)

    def make_lines(self, width: int) -> list[Content]:
        """The section in lines of at most `width` cells."""
        if len(self._markdown) > LARGEST:
            return [
                line for text in inert_block(self._markdown).split("\n") for line in Content(text).wrap(width)
            ]
        return markdown_lines(self._markdown, width)


def markdown_lines(markdown: str, width: int) -> list[Content]:
    """Markdown (the kind our reports use) as lines to draw."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return _Drawing(width).draw(parser.parse(markdown))


class _Drawing:
    """Walks the tokens of a document and collects its lines."""

    def __init__(self, width: int) -> None:
        self._width = max(10, width)
        self._lines: list[Content] = []
        self._indent: list[tuple[str, str]] = []
        self._numbers: list[int | None] = []
        self._heading = 0
        self._table: list[list[Content]] = []
        self._right: list[bool] = []

    def draw(self, tokens: list[Token]) -> list[Content]:
        for token in tokens:
            handler = getattr(self, f"_{token.type}", None)
            if handler is not None:
                handler(token)
        while self._lines and not self._lines[-1].plain.strip():
            self._lines.pop()
        return self._lines

    # --- text ---------------------------------------------------------------------------------------------

    def _prefix(self) -> tuple[str, str]:
        first = "".join(lead for lead, _rest in self._indent)
        rest = "".join(rest for _lead, rest in self._indent)
        self._indent = [(rest, rest) for _lead, rest in self._indent]
        return first, rest

    def _add(self, content: Content) -> None:
        first, rest = self._prefix()
        room = max(5, self._width - cells(rest))
        for index, line in enumerate(content.wrap(room)):
            self._lines.append(assemble((rest if index else first, "stil"), line))

    def _blank(self) -> None:
        if self._lines and self._lines[-1].plain.strip():
            self._lines.append(Content("".join(rest for _lead, rest in self._indent).rstrip()))

    def _inline(self, token: Token) -> None:
        content = inline_content(token.children or [])
        if self._table and self._in_cell:
            self._table[-1].append(content)
        elif self._heading:
            self._add(content.stylize("bold").stylize("$kop"))
            if self._heading == 1:
                self._lines.append(Content.styled(mark("─") * min(self._width, content.cell_length), "$rand"))
        else:
            self._add(content)

    def _heading_open(self, token: Token) -> None:
        self._blank()
        self._heading = int(token.tag[1:])

    def _heading_close(self, _token: Token) -> None:
        self._heading = 0
        self._blank()

    def _paragraph_close(self, token: Token) -> None:
        if not token.hidden:
            self._blank()

    def _hr(self, _token: Token) -> None:
        self._lines.append(Content.styled(mark("─") * self._width, "$rand"))
        self._blank()

    def _code(self, token: Token) -> None:
        for line in inert_block(token.content).rstrip("\n").split("\n"):
            self._add(Content("    " + line))
        self._blank()

    _fence = _code_block = _code

    # --- quotes and lists ---------------------------------------------------------------------------------

    def _blockquote_open(self, _token: Token) -> None:
        bar = mark("│") + " "
        self._indent.append((bar, bar))

    def _blockquote_close(self, _token: Token) -> None:
        if self._lines and self._lines[-1].plain == "".join(rest for _lead, rest in self._indent).rstrip():
            self._lines.pop()
        self._indent.pop()
        self._blank()

    def _bullet_list_open(self, _token: Token) -> None:
        self._numbers.append(None)

    def _ordered_list_open(self, token: Token) -> None:
        self._numbers.append(int(token.attrGet("start") or 1))

    def _list_close(self, _token: Token) -> None:
        self._numbers.pop()
        if not self._numbers:
            self._blank()

    _bullet_list_close = _ordered_list_close = _list_close

    def _list_item_open(self, _token: Token) -> None:
        number = self._numbers[-1]
        lead = "- " if number is None else f"{number}. "
        if number is not None:
            self._numbers[-1] = number + 1
        self._indent.append((lead, " " * len(lead)))

    def _list_item_close(self, _token: Token) -> None:
        self._indent.pop()

    # --- tables -------------------------------------------------------------------------------------------

    _in_cell = False

    def _table_open(self, _token: Token) -> None:
        self._table, self._right = [], []

    def _tr_open(self, _token: Token) -> None:
        self._table.append([])

    def _cell_open(self, token: Token) -> None:
        self._in_cell = True
        if len(self._table) == 1:
            self._right.append("right" in str(token.attrGet("style") or ""))

    def _cell_close(self, _token: Token) -> None:
        self._in_cell = False

    _th_open = _td_open = _cell_open
    _th_close = _td_close = _cell_close

    def _table_close(self, _token: Token) -> None:
        rows, self._table = self._table, []
        if not rows:
            return
        widths = _column_widths(rows, self._width)
        for number, row in enumerate(rows):
            self._lines.extend(_table_row(row, widths, self._right, head=number == 0))
            if number == 0:
                self._lines.append(Content.styled(mark("─") * (sum(widths) + 2 * (len(widths) - 1)), "$rand"))
        self._blank()


def _column_widths(rows: list[list[Content]], width: int) -> list[int]:
    count = max(len(row) for row in rows)
    wanted = [max([row[i].cell_length for row in rows if i < len(row)] + [1]) for i in range(count)]
    room = width - 2 * (count - 1)
    if sum(wanted) <= room:
        return wanted
    fair = max(3, room // count)
    small = sum(want for want in wanted if want <= fair)
    large = [want for want in wanted if want > fair]
    share = max(3, (room - small) // len(large)) if large else fair
    return [want if want <= fair else min(want, share) for want in wanted]


def _table_row(row: list[Content], widths: list[int], right: list[bool], *, head: bool) -> list[Content]:
    wrapped = [cell.wrap(wide) for cell, wide in zip(row, widths, strict=False)]
    height = max((len(lines) for lines in wrapped), default=0)
    found: list[Content] = []
    for y in range(height):
        pieces: list[Content] = []
        for lines, wide, to_right in zip(wrapped, widths, right, strict=False):
            line = lines[y].rstrip() if y < len(lines) else Content("")
            line = line.truncate(wide)
            blank = Content(" " * (wide - line.cell_length))
            line = line.stylize("bold") if head else line
            pieces += [*((blank, line) if to_right else (line, blank)), Content("  ")]
        found.append(assemble(*pieces).rstrip())
    return found


def inline_content(tokens: list[Token]) -> Content:
    """The text of a paragraph, heading or cell, with strong and emphasis."""
    pieces: list[Content] = []
    styles: list[str] = []
    for token in tokens:
        kind = token.type
        if kind in ("strong_open", "em_open", "link_open"):
            styles.append({"strong_open": "bold", "em_open": "italic", "link_open": "underline"}[kind])
        elif kind in ("strong_close", "em_close", "link_close"):
            styles.pop()
        elif kind == "softbreak":
            pieces.append(Content(" "))
        elif kind == "hardbreak":
            pieces.append(Content("\n"))
        elif token.content:
            content = safe(token.content)
            for style in styles:
                content = content.stylize(style)
            pieces.append(content)
    return assemble(*pieces)
