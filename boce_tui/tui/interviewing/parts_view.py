"""The choices of one question, each with the right control, and the key that goes there."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from boce_tui.domain.interviewing import Quote
from boce_tui.instruments.model import Part
from boce_tui.instruments.routing import visible_parts
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.store import Stored
from boce_tui.tui.interviewing.choosing import ManyChoice, OneChoice, Swot
from boce_tui.tui.interviewing.control import Answered, PartControl, PartDesk
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.interviewing.options import TYPED
from boce_tui.tui.interviewing.quotes_view import QuoteList, legend, place_of, settle
from boce_tui.tui.interviewing.table import Table
from boce_tui.tui.interviewing.typed_parts import Lines, Typed
from boce_tui.tui.text import assemble, cells, safe

_WIDEST_LABEL = 24


class QuotePart(PartControl):
    """The quotes of this question, or of the whole interview when they are read back."""

    @dataclass
    class Elsewhere(Message):
        """The person wants to see the answer a quote was said in.

        Attributes:
            place: The question, and the theme.
        """

        place: tuple[str, str | None]

    def __init__(self, desk: Desk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        self.room = desk
        self.list = QuoteList(desk, self._quotes, places=part.review)
        self._words = Static(Content(""))

    def _quotes(self) -> list[Stored[Quote]]:
        return self.room.talk.quotes.all() if self.part.review else self.room.talk.quotes_at(self.step)

    def compose(self) -> ComposeResult:
        """What the digits mean, and the quotes."""
        yield self._words
        yield self.list

    def on_mount(self) -> None:
        """The words fit the language."""
        self.refill()

    def refill(self) -> None:
        """The quotes as they are now."""
        self.list.changed()
        there = bool(self.list.quotes)
        self.list.display = there
        if there:
            self._words.update(legend())
        elif self.part.review:
            self._words.update(assemble(("  " + _("No quotes were made in this conversation."), "stil")))
        else:
            self._words.update(
                assemble(("  " + _("Type the sentence and press f4: it becomes a quote."), "stil"))
            )

    def relabel(self, step: Step, part: Part) -> None:
        """Other words."""
        super().relabel(step, part)
        self.refill()

    def entry(self) -> Widget:
        """The quotes."""
        return self.list

    @property
    def takes_focus(self) -> bool:
        """Only with quotes in it."""
        return bool(self.list.quotes)

    def on_quote_list_agreed(self, event: QuoteList.Agreed) -> None:
        """Keep what was agreed."""
        event.stop()
        if event.what == "place":
            place = place_of(self.room.talk.quotes.get(event.key))
            if place is not None:
                self.post_message(self.Elsewhere(place))
            return
        settle(self.list, event, self.room, self.app)
        self.refill()
        self.answered(self, done=False)


def control_for(desk: PartDesk, step: Step, part: Part) -> PartControl:
    """The right control for a part."""
    if part.type == "multi_choice":
        return ManyChoice(desk, step, part)
    if part.type == "grid":
        return Table(desk, step, part)
    if part.type in ("ranked_list", "list"):
        return Lines(desk, step, part)
    if part.type in TYPED:
        asks_minutes = step.evaluator_only and part.unit.get("en") == "minutes"
        return Typed(desk, step, part, desk.minutes if asks_minutes and isinstance(desk, Desk) else None)
    if part.type == "swot_item":
        return Swot(desk, step, part)
    if part.type == "quote" and isinstance(desk, Desk):
        return QuotePart(desk, step, part)
    return OneChoice(desk, step, part)


class PartsView(Vertical):
    """All parts of the question on the screen.

    Args:
        answered: Called at once when a value was chosen or typed.
        key: The key that goes here, shown before the first part.
    """

    DEFAULT_CSS = """
    PartsView { height: auto; width: 1fr; }
    PartsView > Horizontal { height: auto; }
    PartsView .key { width: 4; height: 1; color: $accent; padding: 0 0 0 1; }
    PartsView .label { height: auto; color: $stil; }
    """

    def __init__(self, answered: Answered, key: str = "f5") -> None:
        super().__init__()
        self._key = key
        self.answered = answered
        self.controls: list[PartControl] = []
        self._rows: list[Horizontal] = []
        self._labels: list[Static] = []

    def compose(self) -> ComposeResult:
        """What was prepared before there was a screen."""
        yield from self._rows

    async def show(self, desk: PartDesk, step: Step) -> None:
        """The controls of a question in place of those before."""
        self.prepare(desk, step)
        removed = self.remove_children()
        if self._rows:
            await self.mount_all(self._rows)
        await removed

    def prepare(self, desk: PartDesk, step: Step) -> None:
        """Make the controls of a question."""
        self.controls = [control_for(desk, step, part) for part in step.parts]
        for control in self.controls:
            control.answered = self.answered
        self._labels = [Static(classes="label") for _part in step.parts]
        self._rows = [
            Horizontal(Static(Content(self._key if index == 0 else ""), classes="key"), label, control)
            for index, (label, control) in enumerate(zip(self._labels, self.controls, strict=True))
        ]
        self._show_labels(step)
        self._show_rows()

    def _show_labels(self, step: Step) -> None:
        words = ["" if part.type == "grid" else str(part.label) for part in step.parts]
        width = min(_WIDEST_LABEL, max((cells(word) for word in words), default=0))
        for label, word in zip(self._labels, words, strict=True):
            label.styles.width = width
            label.display = width > 0
            label.update(safe(word))

    def _show_rows(self) -> None:
        for control, row in zip(self.controls, self._rows, strict=True):
            row.display = control in self.shown

    @property
    def shown(self) -> list[PartControl]:
        """The controls that apply now."""
        if not self.controls:
            return []
        first = self.controls[0]
        values = first.desk.values(first.step)
        there = {part.id for part in visible_parts(first.step, values)}
        return [control for control in self.controls if control.part.id in there]

    def changed(self) -> None:
        """A value is different: other parts may apply."""
        self._show_rows()

    def show_quote(self, key: str) -> None:
        """Put the cursor on a quote, for when the person goes there."""
        for control in self.controls:
            if isinstance(control, QuotePart):
                control.list.go_to(key)

    def refill(self) -> None:
        """Show all values as they are kept now."""
        for control in self.controls:
            control.refill()
        self._show_rows()

    def relabel(self, step: Step) -> None:
        """The same parts in another language."""
        for control, part in zip(self.controls, step.parts, strict=True):
            control.relabel(step, part)
        self._show_labels(step)

    def lines_wanted(self) -> int:
        """The lines all parts take when nothing has to scroll."""
        return sum(
            len(control.part.rows) + control.extra_lines
            if isinstance(control, Table)
            else control.outer_size.height
            for control in self.shown
        )

    def fit(self, lines: int) -> None:
        """Let a table take at most this many lines, with its keys, titles and line for text."""
        for control in self.controls:
            if isinstance(control, Table):
                control.grid.show_most(lines - control.extra_lines)
            elif isinstance(control, QuotePart):
                control.list.styles.max_height = max(3, lines)

    def control_with(self, focused: Widget | None) -> PartControl | None:
        """The control the focus is in."""
        if focused is None:
            return None
        return next((c for c in self.controls if c in focused.ancestors_with_self), None)

    def after(self, control: PartControl | None) -> PartControl | None:
        """The next control that applies and can take the focus; the first one after None."""
        shown = [c for c in self.shown if c.takes_focus or c is control]
        at = shown.index(control) + 1 if control in shown else 0
        return shown[at] if at < len(shown) else None
