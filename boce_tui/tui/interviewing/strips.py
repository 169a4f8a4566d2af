"""The lines around the note: follow-up questions, whose answer it is, and how this question stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content

from boce_tui.domain.keys import ALL
from boce_tui.instruments.model import Probe
from boce_tui.locale import _
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.choice import ChoiceLine, Choosable, MultiChoice
from boce_tui.tui.widgets.rows import Rows


class ProbeStrip(MultiChoice):
    """The follow-up questions with a tick for each that was asked.

    Args:
        ticked: Called at once with the number of what was ticked or unticked.
    """

    DEFAULT_CSS = """
    ProbeStrip { height: auto; }
    """

    def __init__(self, ticked: Callable[[int], None]) -> None:
        super().__init__(())
        self.ticked = ticked

    def show(self, probes: Sequence[Probe], asked: Sequence[int]) -> None:
        """Show the follow-up questions of another question."""
        self.show_options([Choosable(str(probe.number), str(probe)) for probe in probes])
        self.show_chosen(str(number) for number in asked)
        self.display = bool(probes)

    def take(self, option: str) -> None:
        """Tick it and tell."""
        self.show_chosen(set(self.chosen) ^ {option})
        self.ticked(int(option))


class AskArea(VerticalScroll):
    """Question, choices and follow-up questions; what has the focus stays in sight when the room changes."""

    def on_resize(self) -> None:
        """Another size, or other contents."""
        self._keep_in_sight()
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            focused.scroll_visible(animate=False, immediate=True)


class WhoLine(ChoiceLine):
    """Whose answer is on the screen; only seen when several people are at the table."""

    DEFAULT_CSS = """
    WhoLine { height: auto; }
    """

    def show(self, codes: Sequence[str], who: str) -> None:
        """Show the participants a question holds for."""
        self.show_options([Choosable(ALL, _("everyone")), *(Choosable(code, code) for code in codes)])
        self.show_chosen(who)

    def tail(self) -> str:
        """Who it is, in words."""
        return _("now: {choice}").format(choice=self.label_of(self.chosen or ALL))


class Rule(Rows):
    """A line that separates."""

    DEFAULT_CSS = """
    Rule { height: 1; }
    """

    def row(self, y: int, width: int) -> Content:
        """The line."""
        del y
        return assemble(mark("─") * width).stylize("$rand")


class StatusLine(Rows):
    """Under the note: how this question stands at the left, what belongs to it at the right."""

    DEFAULT_CSS = """
    StatusLine { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._left: Content = Content("")
        self._right = ""

    def show(self, left: Sequence[Piece], right: str) -> None:
        """Show these words."""
        made = assemble(*left)
        if (made.plain, right) != (self._left.plain, self._right):
            self._left, self._right = made, right
            self.refresh()

    def row(self, y: int, width: int) -> Content:
        """The line: what does not fit goes from the right."""
        del y
        left = assemble(" ", self._left)
        right = assemble((self._right, "stil"), " ")
        gap = width - left.cell_length - right.cell_length
        if gap < 2:
            return left.truncate(width, ellipsis=True)
        return assemble(left, " " * gap, right)

    def on_click(self, event: events.Click) -> None:
        """Nothing to click here."""
        event.stop()
