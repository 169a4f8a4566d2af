"""The chain of evidence around one thing: what it rests on, what rests on it, and the way back."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from boce_tui.cycle import evidence
from boce_tui.cycle.evidence import Link
from boce_tui.cycle.titles import Titles
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import QUOTE_APPROVAL, label
from boce_tui.locale import _
from boce_tui.tui.doors import open_door
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, safe_block
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.lines_view import LinesView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import Item, WorkingScreen

_TITLE = 30
_NOTHING = "-"


class _Text(LinesView, can_focus=False):
    """The text of the thing itself."""

    DEFAULT_CSS = "_Text { height: auto; max-height: 50%; padding: 1 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.content = Content("")

    def make_lines(self, width: int) -> list[Content]:
        return self.content.wrap(width)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        del container, viewport
        return max(1, len(self.make_lines(max(1, width - 1))))


class ChainScreen(WorkingScreen):
    """One thing, what it rests on and what rests on it.

    Args:
        entity: Stored name of the thing.
        key: Its key.
    """

    COMMANDS = ("chain.follow", "chain.open")
    HELP_ID = "working.chain"
    AUTO_FOCUS = "_RowsView"
    DEFAULT_CSS = "ChainScreen PickList { padding: 0 1; }"

    def __init__(self, entity: str, key: str) -> None:
        super().__init__()
        self._item: Item = (entity, key)
        self._text = _Text()
        self._links = PickList(Column(width=_TITLE), Column(), Column(width=12, from_width=70))
        self._found: dict[str, Link] = {}
        self._words = ""
        self._at = 0

    def place(self) -> str:
        """What this is the evidence of."""
        return _("Evidence · {name}").format(name=self._words)

    def compose_body(self) -> ComposeResult:
        """The text, then the links."""
        yield self._text
        yield self._links

    def can(self, command_id: str) -> bool:
        """Here one is in the evidence already; only links can be followed."""
        if command_id == "working.evidence":
            return False
        if command_id == "chain.follow":
            return self._link() is not None
        return super().can(command_id)

    def show(self) -> None:
        """Read the thing and its links."""
        entity, key = self._item
        titles = self.titles()
        self._words = titles.of(entity, key)
        item = self.dossier.get(ENTITIES[entity], key)
        text = evidence.text_of(item.value) if item and item.value else ""
        if isinstance(item.value if item else None, Quote):
            text = f"“{text}”"
        self._text.content = safe_block(text or _("There is no text here."), "" if text else "stil")
        self._text.refresh(layout=True)
        self._text.lines_changed(to_top=False)
        self._found.clear()
        rows = [
            *self._rows(_("Rests on"), "down", evidence.down(self.dossier, entity, key), titles),
            *self._rows(_("Rests on this"), "up", evidence.up(self.dossier, entity, key), titles),
        ]
        self._links.show(rows)
        if self._links.current not in self._found and self._found:
            self._links.go_to(next(iter(self._found)))
        self.refresh_bars()

    def _rows(self, title: str, way: str, links: list[Link], titles: Titles) -> list[PickRow]:
        rows = [PickRow(f"{_NOTHING}{way}", ((title, "kop"), "", ""))]
        if not links:
            rows.append(PickRow(f"{_NOTHING}{way}{_NOTHING}", (("  " + _("nothing"), "stil"), "", "")))
        for link in links:
            row_id = f"{way}:{link.entity}:{link.key}"
            self._found[row_id] = link
            rows.append(PickRow(row_id, self._cells(link, titles)))
        return rows

    def _cells(self, link: Link, titles: Titles) -> tuple[Piece, ...]:
        name: Piece = ("  " + titles.of(link.entity, link.key), "accent")
        if link.broken:
            return name, (f"{sign('error')} " + _("is no longer there"), "fout"), ""
        note: Piece = ""
        if link.changed:
            note = (f"{sign('warning')} " + _("changed"), "let-op")
        elif link.stance == "against":
            note = (_("against"), "let-op")
        elif link.stance == "for":
            note = (_("for"), "ok")
        elif link.entity == Quote.entity:
            quote = self.dossier.value(Quote, link.key)
            note = (label(QUOTE_APPROVAL, quote.approval) if quote else "", "stil")
        return name, link.text, note

    def _link(self) -> Link | None:
        return self._found.get(self._links.current or "")

    @on(ItemsView.Moved)
    def _moved(self) -> None:
        """Headings are passed over: on in the same direction, else back to where a link is."""
        view = self._links.view
        on_link = [n for n, row in enumerate(self._links.rows) if row.id in self._found]
        if on_link and view.cursor not in on_link:
            ahead = [n for n in on_link if (n > view.cursor) == (view.cursor > self._at)]
            view.cursor = min(ahead or on_link, key=lambda n: abs(n - view.cursor))
        self._at = view.cursor
        self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self) -> None:
        self.action_chain_follow()

    def action_chain_follow(self) -> None:
        """Go one link further; an interview opens at the answer."""
        link = self._link()
        if link is None:
            return
        if link.broken:
            self.tell(_("This is no longer there. Undo can bring it back where it was deleted."), "warning")
        elif link.entity == Interview.entity:
            here = self._item if self._item[0] == Answer.entity else (link.entity, link.key)
            open_door(self.boce, *here)
        else:
            self.boce.open(ChainScreen(link.entity, link.key))

    def action_chain_open(self) -> None:
        """Open the thing under the cursor, or this one, in its own screen."""
        link = self._link()
        if link is not None and not link.broken:
            open_door(self.boce, link.entity, link.key)
        else:
            open_door(self.boce, *self._item)
