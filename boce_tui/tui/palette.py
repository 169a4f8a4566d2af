"""The palette: do anything, or go anywhere, by typing a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.tui import commands
from boce_tui.tui.commands import Command
from boce_tui.tui.profile import may_open
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.pick_list import Column, table_line

MOST_HITS = 50
SEARCH_FROM = 3
"""The dossier is searched from this many letters on."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something found in the dossier.

    Attributes:
        label: What it is; people's text, made harmless when shown.
        detail: Where it is.
        open: Goes there.
    """

    label: str
    detail: str
    open: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Row:
    label: Piece
    group: str
    key: str
    run: Callable[[], object]


class _Hits(ItemsView, can_focus=False):
    """What matches; the keys come from the line above."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []

    def item_count(self) -> int:
        return len(self.rows)

    def item_id(self, index: int) -> str:
        return str(index)

    def item_lines(self, index: int, width: int) -> list[Content]:
        row = self.rows[index]
        columns = (Column(), Column(width=18, from_width=50), Column(width=7, right=True))
        lead = mark("▸") + " " if index == self.cursor else "  "
        return [
            assemble(
                lead, table_line(columns, (row.label, (row.group, "stil"), (row.key, "accent")), width - 2)
            )
        ]


class _Line(LineArea):
    """The line to type in; up and down move in the hits while it keeps the focus."""

    def __init__(self, hits: _Hits, placeholder: str) -> None:
        super().__init__(placeholder=placeholder)
        self._hits = hits

    def action_leave_up(self) -> None:
        self._hits.action_cursor_up()

    def action_leave_down(self) -> None:
        self._hits.action_cursor_down()


class PaletteScreen(ModalScreen[None]):
    """A line to type in, and what matches it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "close", "Close", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    DEFAULT_CSS = """
    PaletteScreen { align: center top; background: $background 60%; }
    PaletteScreen:ansi { background: transparent; }
    PaletteScreen > .box {
        width: 76; max-width: 100%; height: 18; max-height: 100%; margin: 2 0 0 0;
        border: round $accent; background: $background; padding: 0 2;
    }
    PaletteScreen LineArea { margin: 0 0 1 0; }
    PaletteScreen _Hits > .items--cursor {
        background: $block-cursor-background; color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    PaletteScreen .keys { color: $stil; height: 1; }
    """

    def __init__(self, over: BoceScreen) -> None:
        super().__init__()
        self._over = over
        self._hits = _Hits()
        self._line = _Line(self._hits, _("what do you want to do, or where to go?"))
        self._keys = Static(Content(""), classes="keys")
        self._offered: list[Command] = []

    def compose(self) -> ComposeResult:
        """The line and what matches."""
        with Vertical(classes="box"):
            yield self._line
            yield self._hits
            yield self._keys

    def on_mount(self) -> None:
        """Everything at first, this screen's own commands on top."""
        here = self._over.offered()
        # What this screen has a key for itself is not offered a second time under the same name.
        named = {command.label for command in here}
        profile = self._over.boce.env.profile
        everywhere = [
            c for c in commands.load_all() if c.opens and c.label not in named and may_open(profile, c.opens)
        ]
        known: dict[str, Command] = {}
        for command in (*here, *everywhere, *commands.GLOBAL):
            known.setdefault(command.id, command)
        self._offered = [command for command in known.values() if command.id != "palette"]
        self._line.focus()
        self._find("")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Every letter narrows it down."""
        event.stop()
        self._find(self._line.text)

    def _find(self, typed: str) -> None:
        wanted = fold(typed).split()
        rows: list[tuple[int, _Row]] = []
        for command in self._offered:
            label, group = _(command.label), _(command.group)
            # The English name is found too, whatever the language.
            rank = _rank(wanted, fold(label), fold(f"{group} {_(command.help)} {command.label}"))
            if rank is not None:
                rows.append((rank, _Row(label, group, command.key_text, self._runner(command))))
        rows.sort(key=lambda row: row[0])
        found = [row for _rank_, row in rows]
        search = self._over.boce.search if self._over.finds_words() else None
        if search is not None and len("".join(wanted)) >= SEARCH_FROM:
            found += [_Row(hit.label, hit.detail, "", hit.open) for hit in search(typed)[:MOST_HITS]]
        self._hits.rows = found[: 2 * MOST_HITS]
        self._keys.update(Content(_("↑ ↓ enter   esc back") if found else _("Nothing found. esc back")))
        self._hits.cursor = 0
        self._hits.items_changed()

    def _runner(self, command: Command) -> Callable[[], object]:
        async def run() -> None:
            await self._over.run_action(command.action)

        return run

    def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """Do what stands under the cursor."""
        event.stop()
        self._run(self._hits.cursor)

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        """A click chooses too."""
        event.stop()
        self._run(int(event.item))

    def _run(self, index: int) -> None:
        if 0 <= index < len(self._hits.rows):
            run = self._hits.rows[index].run
            self.dismiss()
            self.app.call_later(run)

    def action_page(self, direction: int) -> None:
        """A page up or down in the hits."""
        if direction > 0:
            self._hits.action_page_down()
        else:
            self._hits.action_page_up()

    def action_close(self) -> None:
        """Back to where you were."""
        self.dismiss()


def _rank(wanted: list[str], label: str, more: str) -> int | None:
    """0 is best: all words begin a word of the label; None: some word is nowhere."""
    if not wanted:
        return 0
    if any(word not in label and word not in more for word in wanted):
        return None
    begins = f" {label}"
    if all(f" {word}" in begins for word in wanted):
        return 0
    return 1 if all(word in label for word in wanted) else 2
