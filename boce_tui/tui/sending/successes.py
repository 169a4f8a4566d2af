"""The list of successes: what goes well, and the findings that show it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.sending.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.sending import successes
from boce_tui.cycle.sending.successes import Standing
from boce_tui.cycle.wording import shortened
from boce_tui.domain.analysis import Finding
from boce_tui.domain.sending import Success
from boce_tui.locale import _, ngettext
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble, lines, safe
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.pick import Choice, pick_many
from boce_tui.tui.working.screen import Item, WorkingScreen
from boce_tui.tui.working.text_field import TextField


class SuccessesScreen(WorkingScreen):
    """What goes well.

    Args:
        key: Key of the one to begin at.
    """

    COMMANDS = ("successes.write", "successes.new", "successes.finding", "successes.delete", "panes.next")
    HELP_ID = "sending.successes"
    AUTO_FOCUS = "_RowsView"
    DEFAULT_CSS = """
    SuccessesScreen NoteArea { height: 1fr; min-height: 3; padding: 0; background: $veld; }
    SuccessesScreen #behind { height: auto; max-height: 10; margin: 1 0 0 0; }
    """

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self._wanted = key
        area = NoteArea(id="text", placeholder=_("What goes well? One or two sentences."))
        self._text = TextField(self, area, Success, "text", successes.write_success)
        self._behind = Static(id="behind")
        self._list = PickList(Column(width=2), Column(), empty=self._empty())
        self._panes = Panes(
            [
                Pane("list", _("List"), (self._list,), share=5),
                Pane("text", _("Text"), (area, self._behind), share=5),
            ]
        )
        self._items: dict[str, Standing] = {}

    @staticmethod
    def _empty() -> str:
        return _("No successes yet. n adds one; then the findings that show it.")

    def place(self) -> str:
        """The list."""
        return _("Successes")

    def compose_body(self) -> ComposeResult:
        """The list left, the text right."""
        yield self._panes

    def can(self, command_id: str) -> bool:
        """Only when there is one."""
        if command_id in ("successes.write", "successes.finding", "successes.delete"):
            return self._list.current is not None
        return super().can(command_id)

    def on_language(self) -> None:
        """Other labels; the text stays."""
        self._panes.show_title("list", _("List"))
        self._panes.show_title("text", _("Text"))
        self._list.show_empty(self._empty())
        self.show()

    def show(self) -> None:
        """Read them again; the text being typed stays."""
        self._items = {one.key: one for one in successes.successes(self.dossier, self.round_id)}
        self._list.show([_row(one) for one in self._items.values()])
        if self._wanted:
            self._list.go_to(self._wanted)
            self._wanted = ""
        self._show_one()

    def _show_one(self) -> None:
        one = self._items.get(self._list.current or "")
        self._text.show(one.key if one else "")
        self._show_behind(one)
        self.refresh_bars()

    def _show_behind(self, one: Standing | None) -> None:
        if one is None:
            self._behind.update(safe(""))
            return
        titles = self.titles()
        rows = [assemble((_("Rests on"), "stil"))]
        for key in one.findings:
            found = self.dossier.value(Finding, key)
            words = shortened(found.text, 60) if found else ""
            rows.append(assemble((titles.of(Finding.entity, key), "kop"), "  ", words))
        if not one.findings:
            rows.append(assemble((f"{sign('warning')} {_('no finding yet: + links one')}", "let-op")))
        elif not one.published:
            rows.append(assemble((f"{sign('warning')} {_('a finding is not in the report')}", "let-op")))
        elif not one.enough:
            rows.append(assemble((f"{sign('error')} {_('too few people are behind it')}", "fout")))
        else:
            n = one.people
            rows.append(
                assemble((ngettext("{n} person behind it", "{n} people behind it", n).format(n=n), "stil"))
            )
        self._behind.update(lines(*rows))

    def saved(self) -> None:
        """A text became a revision."""
        self._items = {one.key: one for one in successes.successes(self.dossier, self.round_id)}
        self._list.show([_row(one) for one in self._items.values()])
        self.refresh_bars()

    def evidence_of(self) -> Item | None:
        """The success under the cursor."""
        return (Success.entity, self._list.current) if self._list.current else None

    @on(ItemsView.Moved)
    def _moved(self) -> None:
        self._show_one()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_successes_write()

    # --- doing ----------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """From the text to the list, then out."""
        if self.on_it(self._text.area):
            self.settle()
            self._panes.go_to("list")
            self._list.focus()
            self.show()
        else:
            super().action_back()

    def action_successes_write(self) -> None:
        """To the text."""
        if self._list.current:
            self._panes.go_to("text")
            self._text.area.focus()

    def action_successes_new(self) -> None:
        """Another one, to be written."""
        made = self.do(_("new success"), lambda d: successes.new_success(d, self.round_id).key)
        if made:
            self._list.go_to(made)
            self._show_one()
            self.action_successes_write()

    def action_successes_finding(self) -> None:
        """Findings it rests on."""
        key = self._list.current
        if key is None:
            return
        titles = self.titles()

        def choices() -> list[Choice]:
            linked = self._items[key].value.findings if key in self._items else ()
            found = sorted(
                self.dossier.values(Finding, f"{self.round_id}/").items(), key=lambda e: (e[1].order, e[0])
            )
            return [
                Choice(id_, shortened(one.text, 90), titles.of(Finding.entity, id_), on=id_ in linked)
                for id_, one in found
            ]

        pick_many(
            self.boce,
            _("Which findings show it?"),
            choices,
            lambda finding: self._toggle(key, finding),
            detail=_("Findings that are in the report and that enough people are behind."),
        )

    def _toggle(self, key: str, finding: str) -> None:
        words = _("finding of a success")
        self.do(words, lambda d: successes.toggle_finding(d, key, finding))

    def action_successes_delete(self) -> None:
        """Off the list."""
        key = self._list.current
        if key is not None:
            self.do(_("success deleted"), lambda d: successes.remove_success(d, key))


def _row(one: Standing) -> PickRow:
    text = one.value.text.strip()
    state: Piece = (
        (sign("done"), "ok") if one.published and one.enough and text else (sign("warning"), "let-op")
    )
    words: Piece = text if text else (_("nothing written yet"), "stil")
    return PickRow(one.key, (state, words))
