"""The lines around the note: follow-up questions, whose answer it is, and how this question stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size

from boce_tui.domain.keys import ALL
from boce_tui.instruments.model import Probe
from boce_tui.locale import _
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble, cells, cut
from boce_tui.tui.widgets.choice import ChoiceLine, Choosable, MultiChoice
from boce_tui.tui.widgets.rows import Rows


class ProbeStrip(MultiChoice):
    """The follow-up questions with a tick for each that was asked; on one line where there is no room.

    Attributes:
        always_folded: On one line also where there is room.

    Args:
        ticked: Called at once with the number of what was ticked or unticked.
    """

    DEFAULT_CSS = """
    ProbeStrip { height: auto; }
    """

    def __init__(self, ticked: Callable[[int], None]) -> None:
        super().__init__(())
        self.ticked = ticked
        self.always_folded = False
        self._tight = False

    @property
    def following(self) -> Choosable | None:
        """The first follow-up question that was not asked yet."""
        return next((option for option in self.options if not self.is_on(option.id)), None)

    @property
    def folded(self) -> bool:
        """Whether they are on one line now; never while the cursor is in them."""
        return (self._tight or self.always_folded) and len(self.options) > 1 and not self.has_focus

    def fold(self, *, tight: bool) -> None:
        """Say whether there is no room for all of them."""
        if tight != self._tight:
            self._tight = tight
            self.changed()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as they need, or one."""
        return 1 if self.folded else super().get_content_height(container, viewport, width)

    def whole_height(self, width: int) -> int:
        """The lines they take when they are not folded."""
        return self._place(width)

    def row(self, y: int, width: int) -> Content:
        """One line of them; folded: how many were asked, and the next one."""
        if not self.folded:
            return super().row(y, width)
        following, asked = self.following, sum(self.is_on(option.id) for option in self.options)
        count = _("{asked} of {total} asked").format(asked=asked, total=len(self.options))
        if following is None:
            return assemble("  ", (count, "stil"))
        question, room = f"{following.key} {following.label}", max(4, width - cells(count) - 4)
        words = _("next: {question}").format(question=question)
        return assemble("  ", (count, "stil"), "  ", cut(words if cells(words) <= room else question, room))

    def watch_has_focus(self, has_focus: bool) -> None:
        """All of them are in sight while the cursor is there."""
        super().watch_has_focus(has_focus)
        self.changed()

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
