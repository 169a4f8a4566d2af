"""Two or three parts beside each other when there is room, else as tabs; every part keeps its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from boce_tui.domain.text import inert_line
from boce_tui.tui.signs import mark
from boce_tui.tui.text import assemble, cells
from boce_tui.tui.widgets.rows import Rows


@dataclass
class Pane:
    """One part.

    Attributes:
        id: Its id.
        title: Its name on the tab, in the user's language.
        widgets: What stands in it.
        share: How much of the width it gets beside the others.
    """

    id: str
    title: str
    widgets: tuple[Widget, ...] = field(default_factory=tuple)
    share: int = 1


class _Tabs(Rows):
    """The names of the parts; only seen when they are tabs."""

    DEFAULT_CSS = """
    _Tabs { height: 1; }
    """

    def __init__(self, panes: Panes) -> None:
        super().__init__()
        self._of = panes

    def _spans(self) -> list[tuple[int, int, str, str]]:
        at, found = 1, []
        for pane in self._of.panes:
            text = f"{mark('▸') if pane.id == self._of.active else ' '}{inert_line(pane.title)}"
            found.append((at, at + cells(text), pane.id, text))
            at += cells(text) + 2
        return found

    def row(self, y: int, width: int) -> Content:
        del y, width
        pieces: list[Content] = [Content(" ")]
        for _begin, _end, pane, text in self._spans():
            pieces.append(assemble((text, "kop" if pane == self._of.active else "stil"), "  "))
        # Where the screen has many keys, the footer has no room for the one that switches.
        return assemble(*pieces, (" f5", "accent"))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        for begin, end, pane, _text in self._spans():
            if begin <= event.x < end:
                self._of.go_to(pane)


class Panes(Vertical):
    """Parts beside each other (`-wide` screens) or as tabs; `f5` goes to the next one.

    Args:
        panes: The parts.
        tabs_under: Narrower than this they are tabs.
        active: The part in front at first.
        esc_first: As tabs, esc goes to the first part before it leaves the screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "next_pane", "Next part", show=False),
        Binding("escape", "first_pane", "First part", show=False),
    ]
    DEFAULT_CSS = """
    Panes { height: 1fr; }
    Panes > _Tabs { display: none; }
    Panes.-tabs > _Tabs { display: block; }
    Panes > .panes-row { height: 1fr; }
    Panes .pane { height: 1fr; width: 1fr; border-left: solid $rand; padding: 0 1; }
    Panes .pane.-first { border-left: none; }
    Panes.-tabs .pane { border-left: none; }
    """

    @dataclass
    class Switched(Message):
        """Another part is in front.

        Attributes:
            panes: The parts.
            pane: The id of the part in front.
        """

        panes: Panes
        pane: str

        @property
        def control(self) -> Panes:
            """The parts, for ``@on`` selectors."""
            return self.panes

    def __init__(
        self,
        panes: Iterable[Pane],
        *,
        tabs_under: int = 100,
        active: str = "",
        esc_first: bool = False,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.panes = list(panes)
        self.active = active or self.panes[0].id
        self._tabs_under = tabs_under
        self._esc_first = esc_first
        self._tabs = _Tabs(self)
        self._boxes: dict[str, Vertical] = {}
        self._last_focus: dict[str, Widget] = {}

    def compose(self) -> ComposeResult:
        """The tabs and the parts; all parts are always there."""
        yield self._tabs
        with Horizontal(classes="panes-row"):
            for index, pane in enumerate(self.panes):
                box = Vertical(*pane.widgets, classes="pane -first" if index == 0 else "pane")
                box.styles.width = f"{pane.share}fr"
                self._boxes[pane.id] = box
                yield box

    def on_mount(self) -> None:
        """Right from the first layout: it would have to be done again."""
        self.set_class(self.app.size.width < self._tabs_under, "-tabs")
        self._show_boxes()

    def on_resize(self, event: events.Resize) -> None:
        """Beside each other or tabs."""
        self.set_class(event.size.width < self._tabs_under, "-tabs")
        self._show_boxes()

    def _show_boxes(self) -> None:
        tabs = self.has_class("-tabs")
        for known, box in self._boxes.items():
            box.display = known == self.active or not tabs

    def show_title(self, pane_id: str, title: str) -> None:
        """Another name for a part (another language)."""
        for pane in self.panes:
            if pane.id == pane_id:
                pane.title = title
        self._tabs.refresh()

    def go_to(self, pane_id: str) -> None:
        """Bring a part in front; the focus goes back to where it was in that part."""
        # First shown, then the focus, then the others hidden: what is hidden with the focus loses it.
        self._boxes[pane_id].display = True
        target = self._last_focus.get(pane_id)
        if target is None or not target.is_attached:
            target = next((child for child in self._boxes[pane_id].query("*") if child.focusable), None)
        self._in_front(pane_id)
        if target is not None:
            self.screen.set_focus(target)
        self._show_boxes()

    def _in_front(self, pane_id: str) -> None:
        if self.active != pane_id:
            self.active = pane_id
            self._tabs.refresh()
            self.post_message(self.Switched(self, pane_id))

    def action_next_pane(self) -> None:
        """To the next part."""
        ids = [pane.id for pane in self.panes]
        self.go_to(ids[(ids.index(self.active) + 1) % len(ids)])

    def action_first_pane(self) -> None:
        """Back to the part one came from."""
        self.go_to(self.panes[0].id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """As tabs, esc goes back to the first part, on a screen that asks for it."""
        if action == "first_pane":
            return self._esc_first and self.has_class("-tabs") and self.active != self.panes[0].id
        return super().check_action(action, parameters)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where the focus is in each part, and which part it is in."""
        for pane_id, box in self._boxes.items():
            if box in event.widget.ancestors:
                self._last_focus[pane_id] = event.widget
                if pane_id != self.active:
                    self._in_front(pane_id)
                    self._show_boxes()
