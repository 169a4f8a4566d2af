"""The last two lines: a rule that carries messages, and the keys that matter here.

A message that does not fit in the rule takes a line more; the keys always stay.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from textual import events
from textual.content import Content

from boce_tui.domain.text import inert_line
from boce_tui.locale import _
from boce_tui.tui.commands import Command
from boce_tui.tui.signs import mark, sign
from boce_tui.tui.text import ELLIPSIS, Tone, assemble, cells, cut, wrap
from boce_tui.tui.widgets.rows import Rows

Kind = Literal["info", "warning", "error"]
_TONES: dict[Kind, Tone] = {"info": "accent", "warning": "let-op", "error": "fout"}
_GAP = 3
_MOST_LINES = 2
_MARGIN = 4
_MORE_KEY = "f1"


class FooterKey(msgspec.Struct, frozen=True):
    """One key in the footer."""

    command: Command
    key: str
    label: str

    @property
    def width(self) -> int:
        """The cells it takes."""
        return cells(self.key) + 1 + cells(self.label)


class FooterLine(Rows):
    """The last lines of every screen: messages stand in the rule (one or two lines), keys below it."""

    DEFAULT_CSS = """
    FooterLine { dock: bottom; height: 2; width: 100%; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[FooterKey] = []
        self._message = ""
        self._kind: Kind = "info"
        self._spans: list[tuple[int, int, Command]] = []

    def show_keys(self, keys: list[FooterKey]) -> None:
        """Show these keys; repaints only when they changed."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def show_message(self, message: str, kind: Kind = "info") -> None:
        """Show one message in the rule; an empty message takes it away."""
        message = inert_line(message)
        if (message, kind) != (self._message, self._kind):
            self._message, self._kind = message, kind
            self._fit()
            self.refresh()

    def _fit(self) -> None:
        """As many lines as the message takes; nothing else moves while it takes one."""
        height = max(1, len(self._lines(self.size.width))) + 1
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height

    def on_resize(self) -> None:
        """Another width, another number of lines."""
        self._fit()

    @property
    def is_cut(self) -> bool:
        """True when the message is longer than what is shown of it."""
        return self._is_cut(self.size.width)

    @property
    def message(self) -> str:
        """The message that stands there now."""
        return self._message

    @property
    def keys(self) -> list[FooterKey]:
        """The keys that were asked for; those that do not fit are not drawn."""
        return self._keys

    def row(self, y: int, width: int) -> Content:
        """The last line has the keys; above it the rule, or the message in it."""
        if y == self.size.height - 1:
            return self._key_row(width)
        if not self._message:
            return self._rule(width)
        lines, tone = self._lines(width), _TONES[self._kind]
        text = lines[y] if y < len(lines) else ""
        if y:
            return assemble("  ", (text, tone))
        shown = assemble(self._rule(1), " ", (text, tone), " ")
        return assemble(shown, self._rule(max(0, width - shown.cell_length)))

    def _whole(self) -> str:
        lead = {"info": "", "warning": f"{sign('warning')} ", "error": f"{sign('error')} "}[self._kind]
        return lead + self._message

    def _is_cut(self, width: int) -> bool:
        return width > _MARGIN and len(wrap(self._whole(), width - _MARGIN)) > _MOST_LINES

    def _lines(self, width: int) -> list[str]:
        """The message in at most two lines; the second ends with how to read the rest."""
        if not self._message or width <= _MARGIN:
            return []
        lines = wrap(self._whole(), width - _MARGIN)
        if not self._is_cut(width):
            return lines
        first, second = lines[:_MOST_LINES]
        rest = f"{ELLIPSIS} {_MORE_KEY}"
        return [first, cut_at_word(second, width - _MARGIN - cells(rest)) + rest]

    def _rule(self, width: int) -> Content:
        return Content.styled(mark("─") * width, "$rand")

    def _key_row(self, width: int) -> Content:
        self._spans = []
        pieces: list[Content] = [Content(" ")]
        at = 1
        for item in fitting(self._keys, width - 2):
            pieces.append(assemble((item.key, "accent"), " ", (item.label, "stil"), " " * _GAP))
            self._spans.append((at, at + item.width, item.command))
            at += item.width + _GAP
        return assemble(*pieces)

    async def on_click(self, event: events.Click) -> None:
        """A click on a key does what the key does."""
        event.stop()
        if event.y != self.size.height - 1:
            return
        for begin, end, command in self._spans:
            if begin <= event.x < end:
                await self.screen.run_action(command.action)
                return


def cut_at_word(text: str, width: int) -> str:
    """As many whole words as fit in `width` cells, or a part of the first one."""
    kept = text
    while cells(kept) > width and " " in kept:
        kept = kept.rpartition(" ")[0]
    return kept if cells(kept) <= width else cut(kept, width)


def fitting(keys: list[FooterKey], width: int) -> list[FooterKey]:
    """The keys that fit in `width` cells: the last one (help) always, then from the first on."""
    if not keys:
        return []
    last = keys[-1]
    left = width - last.width
    kept: list[FooterKey] = []
    for item in keys[:-1]:
        left -= item.width + _GAP
        if left < 0:
            break
        kept.append(item)
    return [*kept, last]


def footer_label(command: Command) -> str:
    """The short label of a command in the user's language."""
    return _(command.short)
