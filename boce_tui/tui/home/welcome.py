"""The first screen of an empty dossier: what this is for, the road ahead, and the one key that starts."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.home.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.rounds import latest_round
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import assemble, lines


class WelcomeScreen(BoceScreen):
    """Shown as long as there is no round."""

    COMMANDS = ("welcome.new", "welcome.take")
    HELP_ID = "welcome"
    DEFAULT_CSS = "WelcomeScreen #welcome { height: 1fr; padding: 1 3; }"

    def place(self) -> str:
        """Nowhere yet."""
        return _("Welcome")

    def compose_body(self) -> ComposeResult:
        """A few lines and the key."""
        yield Static(self._text(), id="welcome")

    def on_language(self) -> None:
        """The same lines in the other language."""
        self.query_one("#welcome", Static).update(self._text())

    def _text(self) -> Content:
        road = (
            _("the round: year, assignment, focus themes"),
            _("the interview partners, by code"),
            _("planning the interviews"),
            _("the interviews themselves"),
            _("reading back, conclusions, recommendations, report"),
        )
        return lines(
            assemble((_("This dossier is still empty."), "kop")),
            assemble(),
            assemble(_("Here you prepare the yearly evaluation, conduct the interviews,")),
            assemble(_("work out what was said, and make the report.")),
            assemble(),
            *(assemble((f" {number}  ", "stil"), words) for number, words in enumerate(road, start=1)),
            assemble(),
            assemble(("n", "accent"), "  ", (_("start the first round"), "kop")),
            assemble(("o", "accent"), "  ", _("programme support: take over what the evaluators gave")),
            assemble(),
            assemble((_("Rather look around first? Leave with ^q and type: boce demo"), "stil")),
        )

    def action_welcome_new(self) -> None:
        """Open the form for a new round; afterwards the dashboard takes this place."""
        from boce_tui.tui.planning import new_round_door

        self.boce.open(new_round_door(self.boce, ""))

    def action_welcome_take(self) -> None:
        """Take over a hand-over; afterwards the dashboard takes this place."""
        self.boce.open("boce_tui.tui.handing_over:taking_door")

    def on_screen_resume(self) -> None:
        """There is a round now: the dashboard tells what comes next."""
        self.boce.round_id = latest_round(self.boce.dossier) or ""
        if self.boce.round_id:
            from boce_tui.tui.home.dashboard import DashboardScreen

            self.boce.switch_screen(DashboardScreen())
