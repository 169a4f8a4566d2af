"""The trail, the last line first."""

from __future__ import annotations

from datetime import datetime

import boce_tui.tui.keeping.commands  # noqa: F401  - registers the help used below
from boce_tui.cycle.trailing import accept
from boce_tui.domain.profiles import PROFILES
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.store import trail
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.widgets.dialogs import confirm
from boce_tui.tui.widgets.facts_view import FactsView, Row


class TrailScreen(ReadScreen[FactsView]):
    """What was done with the dossier."""

    COMMANDS = ("keeping.accept-trail",)
    HELP_ID = "keeping.trail"

    def __init__(self) -> None:
        super().__init__(FactsView(20, "trail"))
        self._whole = True

    def can(self, command_id: str) -> bool:
        """Only when something is wrong that nobody has looked at."""
        return not self._whole and self.boce.dossier.writable and super().can(command_id)

    def action_keeping_accept_trail(self) -> None:
        """It stays to be read; the dossier is called sound again."""

        def sure() -> None:
            if accept(self.boce.dossier):
                self.show()
                self.refresh_bars()
                self.tell(_("It stands in the trail that you have seen what is wrong there."))

        confirm(
            self.boce,
            _("Have you seen what is wrong in the trail?"),
            sure,
            yes=_("I have seen it"),
            detail=_("It stays in the trail for good, with the line that says it was seen."),
        )

    def place(self) -> str:
        """Where one is."""
        return _("The trail of this dossier")

    def show(self) -> None:
        """Whether it is whole, and what was done."""
        found = trail.read(self.boce.dossier.folder)
        self._whole = not found.unseen and found.holds(self.boce.dossier.noted(trail.NOTE))
        rows: list[Row] = []
        if not found.lines:
            rows.append(("", _("Nothing stands in the trail yet."), ""))
        elif found.seen and self._whole:
            numbers = ", ".join(map(str, found.seen))
            told = _("The trail was changed at line {n}; somebody has seen that, and it stays to be read.")
            rows.append(("", told.format(n=numbers), "let-op"))
        elif self._whole:
            rows.append(("", _("Every line is as it was written, and none is missing."), "ok"))
        elif found.unseen:
            numbers = ", ".join(map(str, found.unseen))
            told = _("Something is not what was written at line {n}.").format(n=numbers)
            rows.append(("", told, "fout"))
        else:
            rows.append(("", _("Lines at the end of the trail are gone."), "fout"))
        for line in reversed(found.lines):
            at = datetime.fromisoformat(line.at).astimezone().strftime("%d-%m-%Y %H:%M")
            facts = " ".join(f"{name}={fact}" for name, fact in line.facts.items())
            words = f"{label(trail.EVENTS, line.kind)} · {label(PROFILES, line.profile)} {facts}".rstrip()
            rows.append(
                (at, words, "let-op" if line.n in found.wrong or line.kind in ("gap", "accept") else "")
            )
        self._view.show(rows)
