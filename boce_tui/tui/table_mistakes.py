"""Why a table was not taken over: what is wrong in it line by line, or that it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from boce_tui.exchange.mistakes import TableMistakes
from boce_tui.files import reason
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import assemble, lines
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


def tell_wrong_table(app: BoceApp, file: str, error: Exception) -> None:
    """Say why a table was not taken over."""
    if isinstance(error, TableMistakes):
        app.open(MistakesScreen(file, [mistake.text() for mistake in error.mistakes]))
    elif isinstance(error, OSError):
        text = _("{file} cannot be read: {reason}. Nothing was changed.")
        app.tell(text.format(file=file, reason=reason(error)), "error")
    else:
        app.tell_failure(error)


class MistakesScreen(BoceScreen):
    """What is wrong in a file, line by line."""

    HELP_ID = "planning.import"
    AUTO_FOCUS = "PickList _RowsView"
    DEFAULT_CSS = "MistakesScreen .summary { height: auto; padding: 0 2 1 2; }"

    def __init__(self, file: str, mistakes: list[str]) -> None:
        super().__init__()
        self._file = file
        self._mistakes = mistakes
        self._about = Static(Content(""), classes="summary")
        self._list = PickList(Column())

    def place(self) -> str:
        """Which file."""
        return " · ".join((_("Import"), self._file))

    def compose_body(self) -> ComposeResult:
        """What to do, and the mistakes."""
        yield self._about
        yield self._list

    def on_mount(self) -> None:
        """Show them."""
        self.on_language()

    def on_language(self) -> None:
        """What to do, in the language of the moment."""
        self._about.update(
            lines(
                assemble((_("Nothing was imported."), "kop")),
                assemble(_("Mend these in the file and import it again; esc goes back.")),
            )
        )
        self._list.show([PickRow(str(n), (text,)) for n, text in enumerate(self._mistakes)])
