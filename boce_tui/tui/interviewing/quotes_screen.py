"""All quotes of one interview, to read back and agree on."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

import boce_tui.tui.interviewing.commands  # noqa: F401  - registers the ids used below
from boce_tui.locale import _, ngettext
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.interviewing.quotes_view import QuoteList, legend, place_of, settle
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import mark
from boce_tui.tui.text import assemble


class QuotesScreen(BoceScreen):
    """The list of quotes."""

    HELP_ID = "interviewing.quotes"
    COMMANDS = (
        "interviewing.quote_place",
        "interviewing.wording",
        "interviewing.retake_quote",
        "interviewing.quote_who",
        "interviewing.remove_quote",
    )
    DEFAULT_CSS = """
    QuotesScreen .legend { height: 1; margin: 0 0 1 0; }
    QuotesScreen QuoteList { height: 1fr; max-height: 100%; }
    QuotesScreen .none { padding: 1 2; color: $stil; height: auto; display: none; }
    QuotesScreen.-empty .none { display: block; }
    QuotesScreen.-empty QuoteList, QuotesScreen.-empty .legend { display: none; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.list = QuoteList(desk, desk.talk.quotes.all, places=True)
        self._legend = Static(classes="legend")
        self._none = Static(classes="none")

    def place(self) -> str:
        """How many there are, and of whom."""
        count = len(self.desk.talk.quotes.all())
        words = ngettext("{count} quote", "{count} quotes", count).format(count=count)
        return f"{' '.join(p.code for p in self.desk.talk.people)} {mark('·')} {words}"

    def compose_body(self) -> ComposeResult:
        """What the digits mean, and the quotes."""
        with Vertical():
            yield self._legend
            yield self.list
            yield self._none

    def on_mount(self) -> None:
        """Choose at once."""
        self.on_language()
        self.list.focus()

    def on_language(self) -> None:
        """Other words."""
        self._legend.update(legend(keys=False))
        words = _("There are no quotes yet. In the conversation f4 makes one of the last sentence.")
        self._none.update(assemble((words, "stil")))
        self._changed()

    def _changed(self) -> None:
        self.list.changed()
        self.set_class(not self.list.quotes, "-empty")
        self.refresh_bars()

    def can(self, command_id: str) -> bool:
        """Without quotes there is nothing to do."""
        if command_id == "interviewing.quote_who" and len(self.desk.talk.people) < 2:
            return False
        return bool(self.list.quotes)

    def on_quote_list_agreed(self, event: QuoteList.Agreed) -> None:
        """Keep what was agreed."""
        event.stop()
        if event.what == "place":
            self.dismiss(place_of(self.desk.talk.quotes.get(event.key)))
            return
        settle(self.list, event, self.desk, self.boce)
        self._changed()

    def action_interviewing_wording(self) -> None:
        """A more general wording."""
        self.list.action_wording()

    def action_interviewing_quote_who(self) -> None:
        """Say who said it."""
        self.list.action_who()

    def action_interviewing_retake_quote(self) -> None:
        """Take over the words of now."""
        self.list.action_retake()

    def action_interviewing_quote_place(self) -> None:
        """To the answer it was said in."""
        self.list.action_pick()

    def action_interviewing_remove_quote(self) -> None:
        """Take it away."""
        self.list.action_remove()

    def action_undo(self) -> None:
        """The last thing agreed is taken back."""
        if self.desk.read_only is not None:
            self.tell(self.desk.read_only, "warning")
        elif self.desk.talk.undo(self.desk.talk.step) is None:
            self.tell(_("There is nothing to undo here."))
        self._changed()

    def action_back(self) -> None:
        """Back to the conversation."""
        self.dismiss(None)
