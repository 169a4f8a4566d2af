"""The main conclusions: bullets in order, each with the sub-conclusions it rests on."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.concluding.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle import concluding
from boce_tui.cycle.context import question_set
from boce_tui.cycle.wording import shortened
from boce_tui.domain.analysis import MainConclusion, SubConclusion
from boce_tui.locale import _
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble, lines
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.pick import Choice, pick_many
from boce_tui.tui.working.screen import Item, WorkingScreen
from boce_tui.tui.working.text_field import TextField

_ON_BULLET = {"main.write", "main.link", "main.up", "main.down", "main.delete"}


class MainConclusionsScreen(WorkingScreen):
    """Every bullet of chapter 2, and the text of the one under the cursor.

    Args:
        key: Key of the bullet to begin at.
    """

    COMMANDS = (
        "main.write",
        "main.new",
        "main.link",
        "main.up",
        "main.down",
        "main.delete",
        "panes.next",
    )
    HELP_ID = "concluding.main"
    AUTO_FOCUS = "_RowsView"
    DEFAULT_CSS = """
    MainConclusionsScreen NoteArea { height: 1fr; min-height: 4; max-height: 12; padding: 0; }
    MainConclusionsScreen .label { height: auto; margin: 0 0 1 0; }
    """

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self._wanted = key
        area = NoteArea(id="text", placeholder=_("One conclusion in one or two sentences."))
        self._text = TextField(
            self,
            area,
            MainConclusion,
            "text",
            lambda d, k, t: concluding.change_main_conclusion(d, k, text=t),
        )
        self._question = Static(classes="label")
        self._list = PickList(
            Column(width=2, right=True),
            Column(),
            Column(width=2),
            empty=_("No main conclusions yet. n starts the first one."),
        )
        self._number = Static(classes="label")
        self._links = Static()
        self._panes: Panes | None = None

    # --- the screen ---------------------------------------------------------------------------------------

    def place(self) -> str:
        """The list."""
        return _("Main conclusions")

    def compose_body(self) -> ComposeResult:
        """The list left, the text right."""
        self._panes = Panes(
            [
                Pane("list", _("List"), (self._question, self._list)),
                Pane("text", _("Text"), (self._number, self._text.area, self._links)),
            ]
        )
        yield self._panes

    def can(self, command_id: str) -> bool:
        """Most things need a bullet."""
        if command_id in _ON_BULLET:
            return self.on_it(self._list.view) and self._list.current is not None
        return super().can(command_id)

    def on_language(self) -> None:
        """Other labels; the text stays."""
        if self._panes is not None:
            self._panes.show_title("list", _("List"))
            self._panes.show_title("text", _("Text"))
        self._list.show_empty(_("No main conclusions yet. n starts the first one."))
        self.show()

    # --- showing ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Read them again; the text being typed stays."""
        self._question.update(
            assemble((str(question_set(self.dossier, self.round_id).main_question), "stil"))
        )
        self._show_list()
        if self._wanted:
            self._list.go_to(self._wanted)
            self._wanted = ""
        self._show_bullet()

    def _show_list(self) -> None:
        known = self.dossier.values(SubConclusion, f"{self.round_id}/")
        rows = []
        for number, item in enumerate(concluding.main_conclusions(self.dossier, self.round_id), start=1):
            if item.value is None:
                continue
            good = any(key in known for key in item.value.sub_conclusions)
            mark: Piece = "" if good else (sign("warning"), "let-op")
            text: Piece = item.value.text if item.value.text.strip() else (_("(no text yet)"), "stil")
            rows.append(PickRow(item.key, (str(number), text, mark)))
        self._list.show(rows)

    def _show_bullet(self) -> None:
        key = self._list.current or ""
        item = self.dossier.get(MainConclusion, key) if key else None
        self._text.show(key if item else "")
        if item is None or item.value is None:
            self._number.update(Content(""))
            self._links.update(Content(""))
            self.refresh_bars()
            return
        titles = self.titles()
        known = self.dossier.values(SubConclusion, f"{self.round_id}/")
        self._number.update(assemble((titles.of(MainConclusion.entity, key), "kop")))
        rows = [assemble((_("Rests on"), "kop"))]
        for sub in item.value.sub_conclusions:
            name = titles.of(SubConclusion.entity, sub)
            if sub in known:
                text = shortened(known[sub].text, 90)
                rows.append(assemble((f"{sign('done')} ", "ok"), name, "  ", (text, "stil")))
            else:
                words = _("{name} is not written yet").format(name=name)
                rows.append(assemble((f"{sign('warning')} {words}", "let-op")))
        if not item.value.sub_conclusions:
            rows.append(
                assemble(
                    (f"{sign('warning')} " + _("no sub-conclusion is linked: space links one"), "let-op")
                )
            )
        self._links.update(lines(*rows))
        self.refresh_bars()

    def saved(self) -> None:
        """The text became a revision: the list shows it."""
        self._show_list()

    def evidence_of(self) -> Item | None:
        """The bullet under the cursor."""
        return (MainConclusion.entity, self._list.current) if self._list.current else None

    # --- doing --------------------------------------------------------------------------------------------

    @on(ItemsView.Moved)
    def _moved(self) -> None:
        self._show_bullet()

    @on(ItemsView.Picked)
    def _picked(self) -> None:
        self.action_main_write()

    def action_back(self) -> None:
        """From the text to the list, then out."""
        if self.on_it(self._text.area) and self._panes is not None:
            self.settle()
            self._panes.go_to("list")
            self._list.focus()
        else:
            super().action_back()

    def action_main_write(self) -> None:
        """To the text."""
        if self._panes is not None and self._list.current:
            self._panes.go_to("text")
            self._text.area.focus()

    def action_main_new(self) -> None:
        """An empty bullet at the end, and to its text."""
        made = self.do(_("new main conclusion"), lambda d: concluding.new_main_conclusion(d, self.round_id))
        if made is not None:
            self._list.go_to(made.key)
            self._show_bullet()
            self.action_main_write()

    def action_main_link(self) -> None:
        """Which sub-conclusions it rests on."""
        key = self._list.current
        if not key:
            return

        def offered() -> list[Choice]:
            item = self.dossier.value(MainConclusion, key)
            linked = item.sub_conclusions if item else ()
            titles = self.titles()
            return [
                Choice(
                    cell.key,
                    titles.place(cell.section.id, cell.theme),
                    shortened(cell.conclusion.text, 40) if cell.conclusion else _("not written yet"),
                    cell.key in linked,
                )
                for cell in concluding.matrix(self.dossier, self.round_id)
            ]

        def toggle(sub: str) -> None:
            self.do(
                _("link to a sub-conclusion"),
                lambda d: concluding.toggle_sub_conclusion(d, key, sub),
            )

        pick_many(self.boce, _("Which sub-conclusions does it rest on?"), offered, toggle)

    def _move(self, step: int) -> None:
        key = self._list.current
        if key:
            self.do(
                _("order of main conclusions"),
                lambda d: concluding.move_main_conclusion(d, self.round_id, key, step),
            )

    def action_main_up(self) -> None:
        """One place up."""
        self._move(-1)

    def action_main_down(self) -> None:
        """One place down."""
        self._move(1)

    def action_main_delete(self) -> None:
        """Delete it; undo brings it back."""
        key = self._list.current
        item = self.dossier.value(MainConclusion, key) if key else None
        if key and item:
            name = shortened(item.text, 30) or _("an empty bullet")
            self.do(
                _("deletion of {name}").format(name=name),
                lambda d: concluding.delete_main_conclusion(d, key),
                tell=_("Deleted: {name}. u brings it back.").format(name=name),
            )
