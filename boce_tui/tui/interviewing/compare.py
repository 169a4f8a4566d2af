"""Two texts of one answer: a person chooses; until then both are kept."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

import boce_tui.tui.interviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.interviewing import Found
from boce_tui.locale import _
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import safe, safe_block
from boce_tui.tui.widgets.diff_view import DiffView


class CompareScreen(BoceScreen):
    """The saved text, the text that was brought back, and the difference; dismissed with the chosen text."""

    HELP_ID = "interviewing.compare"
    COMMANDS = ("interviewing.keep_saved", "interviewing.take_typed", "interviewing.keep_both")
    DEFAULT_CSS = """
    CompareScreen .words { height: auto; padding: 1 1 0 1; color: $stil; }
    CompareScreen .said { height: auto; max-height: 5; padding: 0 1; }
    CompareScreen DiffView { height: 1fr; }
    """

    def __init__(self, desk: Desk, item: Found) -> None:
        super().__init__()
        self._desk = desk
        self._item = item
        self._diff = DiffView()

    def place(self) -> str:
        """Which question."""
        return _("Two texts at question {question}").format(question=self._item.key.question)

    def compose_body(self) -> ComposeResult:
        """Both texts and the difference."""
        recovered, file = self._item.recovered, self._item.file
        other = _("2  As the editor last wrote it") if file else _("2  Brought back, typed but not saved")
        with Vertical():
            yield Static(safe(_("1  The saved text")), classes="words")
            yield Static(safe_block(recovered.saved_text or _("(empty)")), classes="said")
            yield Static(safe(other), classes="words")
            yield Static(safe_block(recovered.text or _("(empty)")), classes="said")
            if file and file.beside():
                more = _("The editor left a file that may hold more. esc, then outside the app: {command}")
                command = f"boce interview {self._item.key.interview} --plain"
                yield Static(safe(more.format(command=command), "let-op"), classes="words")
            yield Static(safe(_("The difference; 3 keeps both")), classes="words")
            yield self._diff

    def on_mount(self) -> None:
        """The difference."""
        self._diff.show(self._item.recovered.saved_text, self._item.recovered.text)
        self._diff.focus()

    def action_interviewing_keep_saved(self) -> None:
        """The saved text it is."""
        self._desk.discard(self._item)
        self.dismiss(None)

    def action_interviewing_take_typed(self) -> None:
        """The other text it is."""
        self.dismiss(self._desk.take(self._item))

    def action_interviewing_keep_both(self) -> None:
        """One under the other."""
        saved = self._item.recovered.saved_text
        typed = self._desk.take(self._item)
        self.dismiss(f"{saved}\n\n{typed}" if saved.strip() else typed)
