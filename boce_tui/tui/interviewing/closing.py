"""The end of a conversation: what is open, skipped or for later, before it is called held."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.interviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import StepState
from boce_tui.errors import BoceError
from boce_tui.locale import _, ngettext
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.closing_rows import GONE, HEAD, groups, place_of
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.interviewing.gone import GoneDialog
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import mark, sign, word
from boce_tui.tui.text import Piece, assemble, safe
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow

HELD = "held"
_AROUND = 10
"""Lines of the screen that are not the list."""


class ClosingScreen(BoceScreen):
    """The list before the end. Dismissed with a place to go to, or HELD when it is over."""

    HELP_ID = "interviewing.closing"
    COMMANDS = ("interviewing.finish", "interviewing.go", "interviewing.unfold")
    DEFAULT_CSS = """
    ClosingScreen .summary { height: auto; padding: 1 1 1 1; }
    """

    def __init__(self, desk: Desk, clock: TalkClock) -> None:
        super().__init__()
        self.desk = desk
        self.talk = desk.talk
        self.clock = clock
        self._folded: set[str] = set()
        self.list = PickList(
            Column(width=4, whole=True),
            Column(),
            Column(width=18, from_width=90),
            Column(width=22),
            empty=_("Every question is answered. Press a to end the conversation."),
        )
        self._summary = Static(classes="summary")

    def place(self) -> str:
        """The end, and of which conversation."""
        codes = " ".join(person.code for person in self.talk.people)
        return f"{codes} {mark('·')} {_('End of the conversation')}"

    def aside(self) -> str:
        """The time it took."""
        return _("{used} of {total} min").format(
            used=self.clock.seconds // 60, total=self.talk.interview.minutes
        )

    def compose_body(self) -> ComposeResult:
        """The counts and the list."""
        with Vertical():
            yield self._summary
            yield self.list

    def on_mount(self) -> None:
        """What there is."""
        self._fold_what_is_long()
        self.on_language()
        first = next((row.id for row in self._rows() if place_of(row.id)), None)
        if first is not None:
            self.list.go_to(first)
        self.list.focus()

    def _fold_what_is_long(self) -> None:
        """Every heading is in sight at once: the longest groups are closed until they fit."""
        room = self.app.size.height - _AROUND
        found = groups(self.desk)
        lines = len(found) + sum(len(group.rows) for group in found)
        for group in sorted(found, key=lambda group: -len(group.rows)):
            if lines > room:
                self._folded.add(group.id)
                lines -= len(group.rows)

    def on_language(self) -> None:
        """Counts and rows in the language of the moment."""
        self._summary.update(self._words())
        self.list.show_empty(_("Every question is answered. Press a to end the conversation."))
        self._show_rows()

    def _rows(self) -> list[PickRow]:
        rows: list[PickRow] = []
        for group in groups(self.desk):
            closed = group.id in self._folded
            rows.append(group.heading(closed=closed))
            rows += [] if closed else group.rows
        return rows

    def _show_rows(self) -> None:
        self.list.show(self._rows())
        self.refresh_bars()

    def _words(self) -> Content:
        counts = {state: len(self.talk.waiting(state)) for state in StepState}
        pieces: list[Piece] = []
        for state in (StepState.DONE, StepState.BUSY, StepState.OPEN, StepState.LATER, StepState.SKIPPED):
            if counts[state]:
                pieces += [f"{sign(state.value)} {counts[state]} {word(state.value)}   "]
        probes = sum(self.talk.open_probes(step) for step in self.talk.steps)
        quotes = [item.value for item in self.talk.quotes.all() if item.value]
        unsettled = sum(quote.approval not in ("yes", "refused") for quote in quotes)
        second: list[str] = []
        if probes:
            second.append(
                ngettext(
                    "{count} follow-up question was not asked",
                    "{count} follow-up questions were not asked",
                    probes,
                ).format(count=probes)
            )
        if unsettled:
            second.append(
                ngettext(
                    "{count} quote is not agreed on yet", "{count} quotes are not agreed on yet", unsettled
                ).format(count=unsettled)
            )
        broken = sum(bool(self.desk.standing(quote)[0]) for quote in quotes)
        if broken:
            second.append(
                ngettext(
                    "{count} quote does not match the answer any more",
                    "{count} quotes do not match the answer any more",
                    broken,
                ).format(count=broken)
            )
        lines = [assemble(*pieces)]
        if second:
            lines.append(safe(f" {mark('·')} ".join(second), "stil"))
        return Content("\n").join(lines)

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        """To this question."""
        event.stop()
        self.action_interviewing_go()

    def action_interviewing_go(self) -> None:
        """To the question under the cursor; a heading opens or closes."""
        row = self.list.current or ""
        place = place_of(row)
        if row.startswith(f"{HEAD}:"):
            self._folded ^= {row.removeprefix(f"{HEAD}:")}
            self._show_rows()
            self.list.go_to(row)
        elif row.startswith(f"{GONE}:"):
            self.app.push_screen(GoneDialog(self.talk, row.removeprefix(f"{GONE}:")))
        elif place is not None and place[0]:
            self.dismiss(place)

    def action_interviewing_unfold(self) -> None:
        """All headings open, or all closed."""
        every = {group.id for group in groups(self.desk)}
        self._folded = set() if self._folded else every
        self._show_rows()

    def can(self, command_id: str) -> bool:
        """Only after consent, and when something can be kept."""
        if command_id in ("interviewing.go", "interviewing.unfold"):
            return self.list.current is not None
        return self.talk.dossier.read_only is None and not self.talk.settled and self.talk.gate() is None

    def action_interviewing_finish(self) -> None:
        """The conversation was held."""
        try:
            self.talk.finish(self.clock.seconds)
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        self.clock.stop()
        self.dismiss(HELD)
        self.boce.tell(_("The conversation is held and kept. w in the list of interviews works it out."))

    def action_back(self) -> None:
        """Back to the conversation."""
        self.dismiss(None)
