"""The last two lines: a rule that carries messages, and the keys that matter here."""

from __future__ import annotations

from typing import Literal

import msgspec
from textual import events
from textual.content import Content

from boce_tui.domain.text import inert_line
from boce_tui.locale import _
from boce_tui.tui.commands import Command
from boce_tui.tui.signs import mark, sign
from boce_tui.tui.text import Tone, assemble, cells, cut
from boce_tui.tui.widgets.rows import Rows

Kind = Literal["info", "warning", "error"]
_TONES: dict[Kind, Tone] = {"info": "accent", "warning": "let-op", "error": "fout"}
_GAP = 3


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
    """The last two lines of every screen: messages stand in the rule, keys below it."""

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
            self.refresh()

    @property
    def message(self) -> str:
        """The message that stands there now."""
        return self._message

    @property
    def keys(self) -> list[FooterKey]:
        """The keys that were asked for; those that do not fit are not drawn."""
        return self._keys

    def row(self, y: int, width: int) -> Content:
        """Line 0 is the rule or the message, line 1 the keys (or the rest of a long message)."""
        if not self._message:
            return self._key_row(width) if y else self._rule(width)
        first, rest = self._split(width)
        tone = _TONES[self._kind]
        if y == 0:
            shown = assemble(self._rule(1), " ", (first, tone), " ")
            return assemble(shown, self._rule(max(0, width - shown.cell_length)))
        if rest:
            return assemble("   ", (cut(rest, width - 4), tone))
        return self._key_row(width)

    def _split(self, width: int) -> tuple[str, str]:
        lead = {"info": "", "warning": f"{sign('warning')} ", "error": f"{sign('error')} "}[self._kind]
        whole = lead + self._message
        room = width - 4
        if cells(whole) <= room:
            return whole, ""
        words, first = whole.split(" "), ""
        while words and cells(first) + cells(words[0]) + 1 <= room:
            first = f"{first} {words.pop(0)}" if first else words.pop(0)
        if not first:
            first = cut(words.pop(0), room)
        return first, " ".join(words)

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
        if event.y != 1:
            return
        for begin, end, command in self._spans:
            if begin <= event.x < end:
                await self.screen.run_action(command.action)
                return


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
