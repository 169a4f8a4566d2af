"""Search: a line to type in, and everything that holds the words."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static, TextArea

import boce_tui.tui.search.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.searching import KIND_WORDS, KINDS, MOST, Found, search
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.text import fold, inert_line
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _, ngettext
from boce_tui.tui.doors import open_door
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import Item, WorkingScreen

_LEAST = 2


class _Line(LineArea):
    """The line to type in; up, down and the page keys move in what was found."""

    def __init__(self, found: PickList) -> None:
        super().__init__(placeholder=_("what are you looking for?"))
        self._found = found

    def action_leave_up(self) -> None:
        self._found.view.action_cursor_up()

    def action_leave_down(self) -> None:
        self._found.view.action_cursor_down()

    def action_cursor_page_up(self) -> None:
        self._found.view.action_page_up()

    def action_cursor_page_down(self) -> None:
        self._found.view.action_page_down()


class SearchScreen(WorkingScreen):
    """Search in everything people wrote.

    Args:
        words: Words to begin with.
    """

    COMMANDS = ("search.open", "search.kind")
    HELP_ID = "search"
    AUTO_FOCUS = "_Line"
    DEFAULT_CSS = """
    SearchScreen _Line { margin: 1 2 0 2; }
    SearchScreen #count { height: 1; padding: 0 2; margin: 0 0 1 0; }
    """

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._list = PickList(Column(width=13), Column(width=20, from_width=70), Column())
        self._line = _Line(self._list)
        self._first = words
        self._count = Static(id="count")
        self._kind = ""
        self._found: dict[str, Found] = {}

    def place(self) -> str:
        """Searching."""
        return _("Search everything")

    def compose_body(self) -> ComposeResult:
        """The line, how many, and what was found."""
        yield self._line
        yield self._count
        yield self._list

    def on_mount(self) -> None:
        """Begin with the words that came along."""
        self._line.load(self._first)

    def on_language(self) -> None:
        """Other names of kinds."""
        self._line.show_placeholder(_("what are you looking for?"))
        self.show()

    def can(self, command_id: str) -> bool:
        """Opening only of something."""
        if command_id == "search.open":
            return self._list.current is not None
        return command_id != "working.search" and super().can(command_id)

    def show(self) -> None:
        """Search again."""
        words = self._line.text.strip()
        found: list[Found] = []
        if len(words) >= _LEAST:
            found = search(self.dossier, self.round_id, words, (self._kind,) if self._kind else ())
        self._found = {f"{hit.entity}:{hit.key}": hit for hit in found}
        self._list.show(
            [
                PickRow(
                    row_id,
                    (
                        (label(KIND_WORDS, hit.entity), "stil"),
                        (hit.title, "accent"),
                        _marked(hit.snippet, words),
                    ),
                )
                for row_id, hit in self._found.items()
            ]
        )
        self._count.update(self._count_words(words, len(found)))
        self.refresh_bars()

    def _count_words(self, words: str, n: int) -> Content:
        where = label(KIND_WORDS, self._kind) if self._kind else _("everything")
        if len(words) < _LEAST:
            said = _("Type at least two letters.")
        elif not n:
            said = _("Nothing has all these words. Fewer words find more.")
        elif n >= MOST:
            said = _("The best {n} places. More words find fewer.").format(n=n)
        else:
            said = ngettext("{n} place", "{n} places", n).format(n=n)
        return assemble((f"{where}: ", "stil"), (said, "stil"))

    def evidence_of(self) -> Item | None:
        """What is under the cursor."""
        hit = self._found.get(self._list.current or "")
        return (hit.entity, hit.key) if hit and hit.entity in ENTITIES else None

    # --- doing --------------------------------------------------------------------------------------------

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        if event.text_area is self._line:
            self.show()
            self._list.view.cursor = 0

    @on(LineArea.Submitted)
    def _entered(self) -> None:
        self.action_search_open()

    @on(ItemsView.Picked)
    def _picked(self) -> None:
        self.action_search_open()

    def action_search_open(self) -> None:
        """To the place itself."""
        hit = self._found.get(self._list.current or "")
        if hit is not None:
            open_door(self.boce, hit.entity, hit.key)

    def action_search_kind(self) -> None:
        """Everything, or the next kind."""
        order = ["", *KINDS]
        self._kind = order[(order.index(self._kind) + 1) % len(order)]
        self.show()


def _marked(snippet: str, words: str) -> Content:
    """The snippet with the words that were looked for made bright."""
    text = inert_line(snippet)
    content = Content(text)
    folded = fold(text)
    if len(folded) != len(text):
        return content
    for word in fold(words).split():
        at = folded.find(word)
        while at >= 0:
            content = content.stylize("$kop bold", at, at + len(word))
            at = folded.find(word, at + len(word))
    return content
