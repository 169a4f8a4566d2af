"""Who of the participants said something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from boce_tui.locale import _
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.choice import Choosable, MultiChoice
from boce_tui.tui.widgets.dialogs import Dialog


class SpeakersDialog(Dialog):
    """Tick who said it; nobody ticked means everyone."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "ready", "Ready", show=False, priority=True)]
    DEFAULT_CSS = """
    SpeakersDialog MultiChoice { margin: 1 0 0 0; }
    """

    def __init__(self, codes: Sequence[str], now: Sequence[str]) -> None:
        super().__init__()
        self._line = MultiChoice([Choosable(code, code) for code in codes], now)

    def compose(self) -> ComposeResult:
        """Question, participants, keys."""
        with Vertical(classes="box"):
            yield Static(safe(_("Who said this?")), classes="question")
            yield self._line
            yield Static(
                Content(_("digits tick   enter is ready   nobody ticked: everyone   esc cancels")),
                classes="keys",
            )

    def on_mount(self) -> None:
        """Tick at once."""
        self._line.focus()

    def action_ready(self) -> None:
        """These."""
        self.dismiss(self._line.chosen)
