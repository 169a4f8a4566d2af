"""The remarks: class, reply, and the text that was mended."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.reviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.reviewing.remarks import Listed, change_remark, remarks, text_of
from boce_tui.domain.reviewing import REMARK_CLASS, Remark
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.tui.doors import open_door
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble, safe_block
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import Item, WorkingScreen
from boce_tui.tui.working.text_field import TextField

_LATER = "later"


class RemarksScreen(WorkingScreen):
    """Every remark with its reply.

    Args:
        key: The remark to begin with.
    """

    COMMANDS = (
        "reviewing.reply",
        "reviewing.class",
        "reviewing.text",
        "reviewing.mended",
        "panes.next",
        "list.filter",
    )
    HELP_ID = "reviewing.remarks"
    AUTO_FOCUS = "#remarks _RowsView"
    DEFAULT_CSS = """
    RemarksScreen #whole { height: auto; max-height: 12; padding: 0 1 1 1; }
    RemarksScreen #state { height: auto; padding: 0 1; color: $stil; }
    RemarksScreen #reply { height: 1fr; padding: 0; }
    """

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self._wanted = key
        self._remarks: dict[str, Listed] = {}
        self._list = PickList(
            Column(width=2),
            Column(width=16),
            Column(),
            empty=_("There are no remarks yet."),
            id="remarks",
        )
        self._whole = Static(id="whole")
        self._state = Static(id="state")
        area = NoteArea(id="reply", placeholder=_("Your reply: what was done with it, and why."))
        self._reply = TextField(
            self, area, Remark, "reply", lambda d, k, text: change_remark(d, k, reply=text)
        )
        self._panes = Panes(
            [
                Pane("remarks", _("Remarks"), (self._list,), share=5),
                Pane("remark", _("Remark and reply"), (self._whole, self._state, area), share=5),
            ],
            esc_first=True,
        )

    def place(self) -> str:
        """The list."""
        return _("Remarks on the report")

    def aside(self) -> str:
        """How many are done."""
        done = sum(one.done for one in self._remarks.values())
        return _("{done} of {total} done").format(done=done, total=len(self._remarks))

    def compose_body(self) -> ComposeResult:
        """List and reply."""
        yield self._panes

    def can(self, command_id: str) -> bool:
        """What makes sense for this remark."""
        current = self._remarks.get(self._list.current or "")
        if command_id in ("reviewing.reply", "reviewing.class"):
            return current is not None
        if command_id in ("reviewing.text", "reviewing.mended"):
            return current is not None and text_of(self.dossier, current.value) is not None
        return super().can(command_id)

    def show(self) -> None:
        """Read them again; what is being typed stays."""
        self._panes.show_title("remarks", _("Remarks"))
        self._panes.show_title("remark", _("Remark and reply"))
        self._list.show_empty(_("There are no remarks yet."))
        self.saved()
        if self._wanted:
            self._list.go_to(self._wanted)
            self._wanted = ""
        self._show(self._list.current or "")

    def saved(self) -> None:
        """Signs and counts."""
        self._remarks = {one.key: one for one in remarks(self.dossier, self.round_id)}
        self._list.show([self._row(one) for one in self._remarks.values()])
        self._describe(self._list.current or "")
        self.refresh_bars()

    def _row(self, one: Listed) -> PickRow:
        begun = bool(one.value.category or one.value.reply.strip())
        mark: Piece = (sign("busy" if begun else "open"), "stil")
        if one.done:
            mark = (sign("done"), "ok")
        return PickRow(one.key, (mark, (one.where, "accent"), " ".join(one.value.text.split())))

    def _show(self, key: str) -> None:
        one = self._remarks.get(key)
        self._whole.update(safe_block(one.value.text) if one else assemble(""))
        self._reply.show(key if one else "")
        self._describe(key)

    def _describe(self, key: str) -> None:
        one = self._remarks.get(key)
        if one is None:
            self._state.update(assemble(""))
            return
        parts = [one.who or _("it does not say who"), label(REMARK_CLASS, one.value.category)]
        if one.value.mended:
            entity, _colon, item = one.value.mended.partition(":")
            parts.append(_("mended: {text}").format(text=self.titles().of(entity, item)))
        missing = self._missing(one)
        self._state.update(assemble(" · ".join(parts), (f" · {missing}" if missing else "", "let-op")))

    def _missing(self, one: Listed) -> str:
        """What there is to do before it is done; nothing as long as it was not begun."""
        category, reply = one.value.category, one.value.reply.strip()
        if one.done or not (category or reply):
            return ""
        if not category:
            return _("c says what kind of remark it is")
        return _("your reply is not there yet") if not reply else _("t says that the text was mended")

    def evidence_of(self) -> Item | None:
        """The text it is about."""
        one = self._remarks.get(self._list.current or "")
        return text_of(self.dossier, one.value) if one else None

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        self.settle()
        self._show(event.item)
        self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_reviewing_reply()

    def action_reviewing_reply(self) -> None:
        """To the reply."""
        self._reply.area.focus()

    def action_reviewing_class(self) -> None:
        """Which class."""
        one = self._remarks.get(self._list.current or "")
        if one is None:
            return
        options = [Option(c or _LATER, label(REMARK_CLASS, c)) for c in (*list(REMARK_CLASS)[1:], "")]

        def chosen(category: str) -> None:
            wanted = "" if category == _LATER else category
            self.do(_("class of a remark"), lambda d: change_remark(d, one.key, category=wanted))

        choose(self.boce, _("What kind of remark is it?"), options, chosen, default=one.value.category)

    def action_reviewing_text(self) -> None:
        """To the text."""
        item = self.evidence_of()
        if item is not None:
            self.settle()
            open_door(self.boce, *item)

    def action_reviewing_mended(self) -> None:
        """It was mended, or not after all."""
        one = self._remarks.get(self._list.current or "")
        item = self.evidence_of()
        if one is None or item is None:
            return
        mended = "" if one.value.mended else f"{item[0]}:{item[1]}"
        self.do(_("text that was mended"), lambda d: change_remark(d, one.key, mended=mended))
