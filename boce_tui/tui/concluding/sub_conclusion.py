"""One sub-conclusion: its text, the findings it rests on in their order, or why there is none."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

import boce_tui.tui.concluding.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle import concluding
from boce_tui.cycle.analysing import findings
from boce_tui.cycle.analysing.current import current
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.support import support
from boce_tui.cycle.wording import shortened
from boce_tui.domain.analysis import Finding, SubConclusion
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored
from boce_tui.tui.doors import open_door
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import Item, WorkingScreen
from boce_tui.tui.working.text_field import TextField

_ON_FINDING = {"sub.link", "sub.up", "sub.down", "sub.open"}


class SubConclusionScreen(WorkingScreen):
    """What is concluded on one sub-question, in general or for one theme.

    Args:
        key: Key of the sub-conclusion, also while there is none yet.
    """

    COMMANDS = ("sub.link", "sub.up", "sub.down", "sub.new", "sub.add", "sub.open", "panes.next")
    HELP_ID = "concluding.sub"
    AUTO_FOCUS = "#text"
    DEFAULT_CSS = """
    SubConclusionScreen NoteArea { height: 1fr; min-height: 4; padding: 0; }
    SubConclusionScreen LineArea { height: 1; min-height: 1; }
    SubConclusionScreen .label { height: auto; color: $stil; }
    SubConclusionScreen #why { margin: 1 0 0 0; }
    """

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        _round, self._section, self._theme = key.split("/")
        area = NoteArea(
            id="text", placeholder=_("What do the findings say together? Answer the sub-question.")
        )
        reason = LineArea(id="reason", placeholder=_("for instance: not examined this year"))
        self._text = TextField(
            self, area, SubConclusion, "text", lambda d, k, t: concluding.change_sub_conclusion(d, k, text=t)
        )
        self._reason = TextField(
            self,
            reason,
            SubConclusion,
            "none_reason",
            lambda d, k, t: concluding.change_sub_conclusion(d, k, none_reason=t),
        )
        self._question = Static(classes="label")
        self._why = Static(classes="label", id="why")
        self._list = PickList(
            Column(width=1),
            Column(width=2, right=True),
            Column(),
            Column(width=16, right=True, from_width=60),
            empty=_("No findings here yet. n starts one, + links one from elsewhere."),
        )
        self._panes: Panes | None = None

    # --- the screen ---------------------------------------------------------------------------------------

    def place(self) -> str:
        """Which one."""
        return _("Sub-conclusion · {place}").format(place=self.titles().place(self._section, self._theme))

    def compose_body(self) -> ComposeResult:
        """Text left, findings right."""
        self._panes = Panes(
            [
                Pane("text", _("Text"), (self._question, self._text.area, self._why, self._reason.area)),
                Pane("findings", _("Findings"), (self._list,)),
            ]
        )
        yield self._panes

    def can(self, command_id: str) -> bool:
        """Linking and moving only a finding; moving only a linked one."""
        if command_id in ("sub.up", "sub.down"):
            return self.on_it(self._list.view) and self._list.current in self._conclusion().findings
        if command_id in _ON_FINDING:
            return self.on_it(self._list.view) and self._list.current is not None
        return super().can(command_id)

    def on_language(self) -> None:
        """Other labels; the text stays."""
        if self._panes is not None:
            self._panes.show_title("text", _("Text"))
            self._panes.show_title("findings", _("Findings"))
        self.show()

    # --- showing ------------------------------------------------------------------------------------------

    def _conclusion(self) -> SubConclusion:
        return self.dossier.value(SubConclusion, self._key) or SubConclusion()

    def show(self) -> None:
        """Read it again; the text being typed stays."""
        cells = concluding.matrix(self.dossier, self.round_id)
        cell = next((cell for cell in cells if cell.key == self._key), None)
        self._question.update(assemble(str(cell.section.sub_question) if cell else ""))
        self._why.update(assemble(_("Nothing to conclude here? Say why:")))
        self._text.show(self._key)
        self._reason.show(self._key)
        self.saved()

    def saved(self) -> None:
        """The findings as they are now: the linked ones first, in order."""
        readback = current(self.dossier, self.round_id)
        known = {item.key: item for item in findings.ordered(self.dossier, self.round_id)}
        linked = self._conclusion().findings
        mine = [
            key
            for key, item in known.items()
            if item.value and (item.value.sub_question, item.value.theme) == (self._section, self._theme)
        ]
        rows = [self._row(key, known.get(key), readback, on=True) for key in linked]
        rows += [self._row(key, known.get(key), readback, on=False) for key in mine if key not in linked]
        self._list.show(rows)
        self.refresh_bars()

    def _row(self, key: str, item: Stored[Finding] | None, readback: Readback, *, on: bool) -> PickRow:
        tick: Piece = (sign("done" if on else "open"), "ok" if on else "stil")
        if item is None or item.value is None:
            return PickRow(key, ((sign("error"), "fout"), "", (_("is no longer there"), "fout"), ""))
        found = support(readback, item.value)
        counts = _("{n} for {m} against").format(n=len(found.supporting), m=len(found.opposing))
        text: Piece = item.value.text if item.value.text.strip() else (_("(no text yet)"), "stil")
        return PickRow(key, (tick, str(item.value.order), text, (counts, "stil")))

    def evidence_of(self) -> Item | None:
        """The finding under the cursor, else the sub-conclusion."""
        if self.on_it(self._list.view) and self._list.current:
            return Finding.entity, self._list.current
        known = self.dossier.get(SubConclusion, self._key)
        return (SubConclusion.entity, self._key) if known else None

    # --- doing --------------------------------------------------------------------------------------------

    @on(ItemsView.Picked)
    def _picked(self) -> None:
        self.action_sub_open()

    @on(ItemsView.Moved)
    def _moved(self) -> None:
        self.refresh_bars()

    def action_sub_link(self) -> None:
        """Link the finding, or not."""
        if self._list.current:
            self._toggle(self._list.current)

    def _toggle(self, finding: str) -> None:
        self.do(_("link to a finding"), lambda d: concluding.toggle_finding(d, self._key, finding))

    def _move(self, step: int) -> None:
        finding = self._list.current
        if finding:
            self.do(
                _("order of findings"),
                lambda d: concluding.move_finding(d, self._key, finding, step),
            )

    def action_sub_up(self) -> None:
        """Print it earlier."""
        self._move(-1)

    def action_sub_down(self) -> None:
        """Print it later."""
        self._move(1)

    def action_sub_open(self) -> None:
        """The finding itself."""
        if self._list.current:
            self.settle()
            open_door(self.boce, Finding.entity, self._list.current)

    def action_sub_add(self) -> None:
        """A finding from another sub-question or theme."""
        titles, linked = self.titles(), self._conclusion().findings
        options = [
            Choice(
                item.key,
                f"{item.value.order}  {shortened(item.value.text, 60)}",
                titles.place(item.value.sub_question, item.value.theme),
            )
            for item in findings.ordered(self.dossier, self.round_id)
            if item.value and item.key not in linked
        ]
        if options:
            pick(self.boce, _("Which finding?"), options, self._toggle)
        else:
            self.tell(_("Every finding is linked here already."))

    def action_sub_new(self) -> None:
        """A finding for this place, linked at once."""

        def make(dossier: Dossier) -> Stored[Finding]:
            made = findings.new_finding(dossier, self.round_id, self._section, self._theme)
            concluding.toggle_finding(dossier, self._key, made.key)
            return made

        made = self.do(_("new finding"), make)
        if made is not None:
            open_door(self.boce, Finding.entity, made.key)
