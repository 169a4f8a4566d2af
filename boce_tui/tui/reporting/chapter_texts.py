"""The hand-written texts of the report: the list of places, and the one being written."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.reporting.commands  # noqa: F401  - registers the help text
from boce_tui.cycle.reporting.writing import Writable, writable, write
from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.analysis import ChapterText
from boce_tui.locale import _
from boce_tui.reports.placeholders import PLACEHOLDERS
from boce_tui.tui.bring_back import bring_back
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, safe
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow


class ChapterTextsScreen(BoceScreen):
    """What people write in the report themselves."""

    HELP_ID = "chapter-texts"
    AUTO_FOCUS = "#places _RowsView"
    DEFAULT_CSS = """
    ChapterTextsScreen #words { height: auto; max-height: 4; color: $stil; padding: 0 1; }
    ChapterTextsScreen NoteArea { height: 1fr; }
    """

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self._wanted = key
        self._places: dict[str, Writable] = {}
        self._open = ""
        self._list = PickList(Column(width=1), Column(), id="places")
        self._text = NoteArea(placeholder=_("Nothing is written here; the report leaves it out."), id="text")
        self._words = Static(safe(""), id="words")
        self._panes = Panes(
            [
                Pane("places", _("Places"), (self._list,), share=2),
                Pane("text", _("Text"), (self._text, self._words), share=3),
            ]
        )

    def place(self) -> str:
        """Which text is open."""
        here = self._places.get(self._open)
        return " · ".join(word for word in (self.called(), here.title if here else "") if word)

    # --- what a screen of other texts gives -----------------------------------------------------------------

    def called(self) -> str:
        """What these texts are called together."""
        return _("Texts of the report")

    def places(self) -> list[Writable]:
        """The texts that can be written."""
        return writable(self.boce.dossier, self.boce.round_id)

    def placeholders(self) -> list[str]:
        """What can be used in them, without braces."""
        return [placeholder.nl for placeholder in PLACEHOLDERS]

    # --- the screen -----------------------------------------------------------------------------------------

    def compose_body(self) -> ComposeResult:
        """Places and text."""
        yield self._panes

    def on_mount(self) -> None:
        """Read the texts and open the one that was asked for."""
        self._read()
        if self._wanted and self._list.go_to(self._wanted):
            self._panes.go_to("text")
        self._show(self._list.current or "")
        names = ", ".join("{" + name + "}" for name in self.placeholders())
        self._words.update(safe(_("You can use: {words}").format(words=names)))

    def on_language(self) -> None:
        """Other titles, the same text."""
        self._text.show_placeholder(_("Nothing is written here; the report leaves it out."))
        self._panes.show_title("places", _("Places"))
        self._panes.show_title("text", _("Text"))
        self._read()

    def _read(self) -> None:
        found = self.places()
        self._places = {item.key: item for item in found}
        self._list.show([PickRow(item.key, (_mark(item), item.title)) for item in found])

    def _show(self, key: str) -> None:
        item = self._places.get(key)
        if item is None or key == self._open:
            return
        dossier = self.boce.dossier
        if self._open:
            self._text.leave()
        self._open = key
        fresh = dossier.get(ChapterText, key)
        text = fresh.value.text if fresh and fresh.value else ""
        if dossier.read_only:
            self._text.read_only = True
            self._text.load(text)
        else:
            field = f"chapter_text:{key}:text"
            saver = FieldSaver(
                dossier,
                field,
                text,
                fresh.id if fresh else "",
                lambda typed: write(dossier, key, typed),
            )
            self._text.load(text, saver)
            bring_back(self.boce, self._text, field)
        self.refresh_bars()

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        self._show(event.item)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self._panes.go_to("text")


def _mark(item: Writable) -> Piece:
    return (sign("done"), "ok") if item.text.strip() else (sign("open"), "stil")
