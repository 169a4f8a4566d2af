"""The session: the list of themes and ambitions, what was published about each, and the decision."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.recalibrating.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.recalibrating import deciding
from boce_tui.cycle.recalibrating.deciding import AMBITION, Subject
from boce_tui.cycle.recalibrating.evidence import Published, published
from boce_tui.cycle.recalibrating.saying import outcome
from boce_tui.domain.recalibrating import ADJUST, Recalibration
from boce_tui.locale import _
from boce_tui.tui.recalibrating.asking import Asking
from boce_tui.tui.recalibrating.showing import EvidenceView, decision_lines, row
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList
from boce_tui.tui.working.text_field import TextField


class SessionScreen(Asking):
    """One theme or ambition after the other.

    Args:
        key: Key of the decision to begin at.
    """

    COMMANDS = (
        "recalibration.choose",
        "recalibration.write",
        "recalibration.next",
        "recalibration.details",
        "recalibration.make",
        "recalibration.add",
        "panes.next",
        "list.filter",
    )
    HELP_ID = "recalibration"
    AUTO_FOCUS = "_RowsView"
    DEFAULT_CSS = """
    SessionScreen NoteArea { height: 1fr; min-height: 3; padding: 0; background: $veld; }
    SessionScreen #said { height: auto; }
    SessionScreen .label { height: auto; color: $stil; margin: 1 0 0 0; }
    """

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self._wanted = key
        self._items: dict[str, Subject] = {}
        self._published: Published | None = None
        reason = NoteArea(id="reason", placeholder=_("Why? One or two sentences."))
        text = NoteArea(id="text", placeholder=_("The ambition in its new words."))
        self._reason = TextField(
            self, reason, Recalibration, "reason", lambda d, k, t: deciding.decide(d, k, reason=t)
        )
        self._text = TextField(
            self, text, Recalibration, "text", lambda d, k, t: deciding.decide(d, k, text=t)
        )
        self._told = Static(id="said")
        self._labels = Static(classes="label"), Static(classes="label")
        self._list = PickList(
            Column(width=2), Column(), Column(width=22, from_width=64), empty=_("There are no themes yet.")
        )
        self._evidence = EvidenceView(id="evidence")
        self._panes = Panes(
            [
                Pane("list", _("List"), (self._list,), share=4),
                Pane("evidence", _("Published"), (self._evidence,), share=5),
                Pane(
                    "decision",
                    _("Decision"),
                    (self._told, self._labels[0], self._reason.area, self._labels[1], self._text.area),
                    share=4,
                ),
            ]
        )

    # --- the screen ---------------------------------------------------------------------------------------

    def place(self) -> str:
        """The session, and what is in front."""
        return _("Recalibration")

    def aside(self) -> str:
        """Of how many something was decided."""
        # A theme is decided on when something happens to it; its ambitions always are.
        asked = [
            one for one in self._items.values() if one.kind == AMBITION or one.undecided or one.value.choice
        ]
        done = sum(one.done for one in asked)
        return _("{done} of {total}").format(done=done, total=len(asked)) if asked else ""

    def compose_body(self) -> ComposeResult:
        """List, published, decision."""
        yield self._panes

    def on_mount(self) -> None:
        """Read what was published; that takes a moment."""
        dossier, round_id = self.dossier, self.round_id
        self.in_background(lambda: published(dossier, round_id), self._read)

    def _read(self, found: Published) -> None:
        self._published = found
        self._show_one()

    def can(self, command_id: str) -> bool:
        """Only of something in the list."""
        if command_id in ("recalibration.choose", "recalibration.write", "recalibration.details"):
            return self._list.current is not None
        return super().can(command_id)

    def on_language(self) -> None:
        """Other labels; the text stays."""
        for pane, title in (("list", _("List")), ("evidence", _("Published")), ("decision", _("Decision"))):
            self._panes.show_title(pane, title)
        self.show()

    # --- showing ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Read the decisions again; the text being typed stays."""
        self._show_list()
        if self._wanted:
            self._list.go_to(self._wanted)
            self._wanted = ""
        self._show_one()

    def _show_list(self) -> None:
        self._items = {one.key: one for one in deciding.subjects(self.dossier, self.round_id)}
        self._list.show([row(one, outcome(one)) for one in self._items.values()])

    def _show_one(self) -> None:
        one = self.subject
        self._reason.show(one.key if one else "")
        adjusting = one is not None and one.kind == AMBITION and one.value.choice == ADJUST
        self._text.show(one.key if one and adjusting else "")
        self._text.area.display = self._labels[1].display = adjusting
        self._labels[0].update(safe(_("Reason")))
        self._labels[1].update(safe(_("New text")))
        self._show_told()
        self._evidence.show(one, self._published)
        self.refresh_bars()

    def _show_told(self) -> None:
        one = self.subject
        self._told.update(decision_lines(self.dossier, one))

    def saved(self) -> None:
        """A text became a revision."""
        self._show_list()
        self._show_told()
        self.refresh_bars()

    @property
    def subject(self) -> Subject | None:
        """The theme or ambition under the cursor."""
        return self._items.get(self._list.current or "")

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        if event.view is self._list.view:
            self.settle()
            self._show_one()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_recalibration_write()

    # --- moving -------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """From a text to the list, then out."""
        if self.on_it(self._reason.area) or self.on_it(self._text.area):
            self.settle()
            self._panes.go_to("list")
            self._list.focus()
        else:
            super().action_back()

    def action_recalibration_write(self) -> None:
        """To the reason."""
        if self.subject is not None:
            self._panes.go_to("decision")
            self._reason.area.focus()

    def action_recalibration_next(self) -> None:
        """To the next one about which something is missing."""
        self.settle()
        keys = list(self._items)
        at = keys.index(self._list.current) if self._list.current in keys else -1
        for key in [*keys[at + 1 :], *keys[: at + 1]]:
            one = self._items[key]
            if one.undecided or one.missing or (one.kind == AMBITION and not one.done):
                self.go_to(key)
                return
        self.tell(_("Everything was decided on. m makes the result."))

    def go_to(self, key: str) -> None:
        """To a line of the list."""
        self._panes.go_to("list")
        self._list.go_to(key)
        self._list.focus()
        self._show_one()

    def write_text(self) -> None:
        """To the new text of an ambition."""
        self._panes.go_to("decision")
        self._text.area.focus()
