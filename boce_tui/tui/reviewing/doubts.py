"""What is doubtful in the files that came back, one by one."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

import boce_tui.tui.reviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.recommending import recommendations
from boce_tui.cycle.reviewing.doubts import Answer, answer, answers, day_noted, waiting
from boce_tui.cycle.reviewing.voices import sender
from boce_tui.domain.dates import show_day
from boce_tui.domain.reviewing import DOUBT, Doubt, Review
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _, ngettext
from boce_tui.tui.signs import sign
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.widgets.diff_view import DiffView
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.pick import Choice, pick
from boce_tui.tui.working.screen import WorkingScreen


class DoubtsScreen(WorkingScreen):
    """Everything that waits for a person.

    Args:
        key: The doubt to begin with.
    """

    COMMANDS = ("reviewing.answer", "panes.next")
    HELP_ID = "reviewing.doubts"
    AUTO_FOCUS = "#doubts _RowsView"

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self._wanted = key
        self._doubts: dict[str, Doubt] = {}
        self._list = PickList(
            Column(width=2), Column(width=5), Column(), empty=_("Nothing waits for you here."), id="doubts"
        )
        self._diff = DiffView(id="words")
        self._panes = Panes(
            [
                Pane("doubts", _("What waits"), (self._list,), share=5),
                Pane("words", _("We have, and what came in"), (self._diff,), share=5),
            ],
            esc_first=True,
        )

    def place(self) -> str:
        """How many are left."""
        return _("Doubts in the review")

    def aside(self) -> str:
        """How many are left."""
        n = len(self._doubts)
        return ngettext("{n} left", "{n} left", n).format(n=n) if n else ""

    def compose_body(self) -> ComposeResult:
        """The list, and the two texts."""
        yield self._panes

    def can(self, command_id: str) -> bool:
        """Something to settle."""
        if command_id == "reviewing.answer":
            return bool(self._doubts)
        return super().can(command_id)

    def show(self) -> None:
        """Read them again."""
        self._doubts = waiting(self.dossier, self.round_id)
        self._panes.show_title("doubts", _("What waits"))
        self._panes.show_title("words", _("We have, and what came in"))
        self._list.show_empty(_("Nothing waits for you here."))
        self._list.show([self._row(key, doubt) for key, doubt in self._doubts.items()])
        if self._wanted:
            self._list.go_to(self._wanted)
            self._wanted = ""
        self._show(self._list.current or "")
        self.refresh_bars()

    def _row(self, key: str, doubt: Doubt) -> PickRow:
        words = f"{label(DOUBT, doubt.kind)} {' '.join(doubt.text.split())}"
        return PickRow(key, ((sign("warning"), "let-op"), (doubt.number, "accent"), words))

    def _show(self, key: str) -> None:
        doubt = self._doubts.get(key)
        if doubt is None:
            self._diff.show("", "")
            return
        self._diff.show(doubt.before, doubt.text)
        review = self.dossier.value(Review, doubt.review)
        who = sender(self.dossier, review) if review else ""
        lines = ", ".join(str(n) for n in doubt.lines)
        at = ngettext("line {lines}", "lines {lines}", len(doubt.lines)).format(lines=lines) if lines else ""
        self.tell(" · ".join(filter(None, (who, at, label(DOUBT, doubt.kind)))))

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        self._show(event.item)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self.action_reviewing_answer()

    def action_reviewing_answer(self) -> None:
        """Which answer."""
        key = self._list.current or ""
        doubt = self._doubts.get(key)
        if doubt is None:
            return
        fit = {one.id: one for one in answers(self.dossier, doubt)}
        options = [Choice(one.id, one.label) for one in fit.values()]
        pick(
            self.boce,
            label(DOUBT, doubt.kind),
            options,
            lambda chosen: self._chosen(key, fit[chosen]),
            detail=self._about(doubt),
        )

    def _about(self, doubt: Doubt) -> str:
        """Whose it is, about which recommendation, and what that says."""
        review = self.dossier.value(Review, doubt.review)
        who = sender(self.dossier, review) if review else ""
        texts = {one.number: one.value.text for one in recommendations(self.dossier, self.round_id)}
        return " · ".join(filter(None, (who, doubt.number, texts.get(doubt.number, ""))))

    def _chosen(self, key: str, chosen: Answer) -> None:
        if chosen.asks:
            ask_text(self.boce, chosen.asks, lambda text: self._settle(key, chosen.id, text))
        else:
            self._settle(key, chosen.id, "")

    def _settle(self, key: str, choice: str, text: str) -> None:
        came = self.do(_("settling a doubt"), lambda d: answer(d, key, choice, text))
        if came is None:
            return
        words = [] if self._doubts else [_("Nothing waits any more. esc goes back.")]
        settled = self.dossier.value(Doubt, key)
        day = day_noted(self.dossier, settled) if settled else ""
        if day:
            said = _("No day stands in the file: {day} is noted, to be changed at the recommendation.")
            words.insert(0, said.format(day=show_day(day)))
        if words:
            self.tell(" ".join(words))
