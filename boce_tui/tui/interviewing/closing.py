"""The end of a conversation: what is open, skipped or for later, before it is called held."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.interviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import Conversation, StepState
from boce_tui.domain.keys import NO_THEME
from boce_tui.domain.text import inert_line
from boce_tui.domain.vocabulary import SKIP_REASON, label
from boce_tui.errors import BoceError
from boce_tui.instruments.steps import Step
from boce_tui.locale import _, ngettext
from boce_tui.tui.interviewing.clock import TalkClock
from boce_tui.tui.interviewing.outline_rows import row_id
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import mark, sign, word
from boce_tui.tui.text import Piece, assemble, safe
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow

HELD = "held"
_ORDER = (StepState.LATER, StepState.BUSY, StepState.OPEN, StepState.SKIPPED)


class ClosingScreen(BoceScreen):
    """The list before the end. Dismissed with a place to go to, or HELD when it is over."""

    HELP_ID = "interviewing.closing"
    COMMANDS = ("interviewing.finish", "interviewing.go")
    DEFAULT_CSS = """
    ClosingScreen .summary { height: auto; padding: 1 1 1 1; }
    """

    def __init__(self, talk: Conversation, clock: TalkClock) -> None:
        super().__init__()
        self.talk = talk
        self.clock = clock
        self.list = PickList(
            Column(width=4),
            Column(),
            Column(width=18, from_width=90),
            Column(width=30),
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
        self.on_language()
        self.list.focus()

    def on_language(self) -> None:
        """Counts and rows in the language of the moment."""
        self._summary.update(self._words())
        self.list.show_empty(_("Every question is answered. Press a to end the conversation."))
        self.list.show([self._row(step) for state in _ORDER for step in self.talk.waiting(state)])

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
        lines = [assemble(*pieces)]
        if second:
            lines.append(safe(f" {mark('·')} ".join(second), "stil"))
        return Content("\n").join(lines)

    def _row(self, step: Step) -> PickRow:
        state = self.talk.state(step)
        answer = self.talk.answer(step)
        words = word(state.value)
        if answer.skipped and state is StepState.SKIPPED:
            words = f"{words}: {label(SKIP_REASON, answer.skipped.reason)}"
        return PickRow(
            row_id(step),
            (
                (step.question, "stil"),
                inert_line(str(step.text)),
                (str(step.theme_name or ""), "stil"),
                assemble((f"{sign(state.value)} ", "accent"), words),
            ),
        )

    def on_items_view_picked(self, event: ItemsView.Picked) -> None:
        """To this question."""
        event.stop()
        self.action_interviewing_go()

    def action_interviewing_go(self) -> None:
        """To the question under the cursor."""
        question, _slash, theme = (self.list.current or "").partition("/")
        if question:
            self.dismiss((question, None if theme == NO_THEME else theme))

    def can(self, command_id: str) -> bool:
        """Only after consent, and when something can be kept."""
        if command_id == "interviewing.go":
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
        self.boce.tell(_("The conversation is held and kept. You can work it out when you like."))

    def action_back(self) -> None:
        """Back to the conversation."""
        self.dismiss(None)
