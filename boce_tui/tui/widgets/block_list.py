"""Texts of several lines under each other with a cursor on one: answers beside the finding being written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual.content import Content

from boce_tui.domain.text import inert_block
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble, wrap
from boce_tui.tui.widgets.items_view import ItemsView


@dataclass(frozen=True)
class Block:
    """One text.

    Attributes:
        id: Its id.
        head: The line above it: who, which group, signs.
        text: The text itself; anybody's, made harmless here.
        foot: A line below it (tags).
    """

    id: str
    head: tuple[Piece, ...] = ()
    text: str = ""
    foot: tuple[Piece, ...] = ()
    wrapped: dict[int, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def lines(self, width: int) -> list[str]:
        """The text wrapped to `width`; remembered."""
        if width not in self.wrapped:
            self.wrapped.clear()
            self.wrapped[width] = wrap(inert_block(self.text), width) if self.text else []
        return self.wrapped[width]


class BlockList(ItemsView):
    """Blocks with an empty line between them; the block under the cursor has a bar at its left."""

    same_height: ClassVar[bool] = False
    DEFAULT_CSS = """
    BlockList > .items--cursor { text-style: none; color: $kop; background: $background; }
    BlockList:focus > .items--cursor { text-style: none; color: $kop; background: $background; }
    """

    def __init__(
        self,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.blocks: Sequence[Block] = ()

    def show(self, blocks: Sequence[Block]) -> None:
        """Show these blocks; the cursor stays on the same id."""
        keep = self.current
        self.blocks = blocks
        self.items_changed(keep)

    def item_count(self) -> int:
        """The number of blocks."""
        return len(self.blocks)

    def item_id(self, index: int) -> str:
        """The id of a block."""
        return self.blocks[index].id

    def item_height(self, index: int, width: int) -> int:
        """Head, text, foot and an empty line."""
        block = self.blocks[index]
        return bool(block.head) + len(block.lines(width - 2)) + bool(block.foot) + 1

    def item_lines(self, index: int, width: int) -> list[Content]:
        """The lines of a block."""
        block = self.blocks[index]
        on = index == self.cursor
        bar: Piece = (mark("▌") + " ", "accent") if on and self.has_focus else mark("│") + " " if on else "  "
        rows: list[Content] = []
        if block.head:
            rows.append(assemble(bar, *block.head))
        rows.extend(assemble(bar, Content(line)) for line in block.lines(width - 2))
        if block.foot:
            rows.append(assemble(bar, *block.foot))
        return [*rows, Content("")]
