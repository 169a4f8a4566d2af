"""The trail, the last line first."""

from __future__ import annotations

from datetime import datetime

import boce_tui.tui.keeping.commands  # noqa: F401  - registers the help used below
from boce_tui.domain.profiles import PROFILES
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.store import trail
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.widgets.facts_view import FactsView, Row


class TrailScreen(ReadScreen[FactsView]):
    """What was done with the dossier."""

    HELP_ID = "keeping.trail"

    def __init__(self) -> None:
        super().__init__(FactsView(20, "trail"))

    def place(self) -> str:
        """Where one is."""
        return _("The trail of this dossier")

    def show(self) -> None:
        """Whether it is whole, and what was done."""
        found = trail.read(self.boce.dossier.folder)
        whole = not found.wrong and found.holds(self.boce.dossier.noted(trail.NOTE))
        rows: list[Row] = []
        if not found.lines:
            rows.append(("", _("Nothing stands in the trail yet."), ""))
        elif whole:
            rows.append(("", _("Every line is as it was written, and none is missing."), "ok"))
        elif found.wrong:
            numbers = ", ".join(map(str, found.wrong))
            told = _("Something is not what was written at line {n}.").format(n=numbers)
            rows.append(("", told, "fout"))
        else:
            rows.append(("", _("Lines at the end of the trail are gone."), "fout"))
        for line in reversed(found.lines):
            at = datetime.fromisoformat(line.at).astimezone().strftime("%d-%m-%Y %H:%M")
            facts = " ".join(f"{name}={fact}" for name, fact in line.facts.items())
            words = f"{label(trail.EVENTS, line.kind)} · {label(PROFILES, line.profile)} {facts}".rstrip()
            rows.append((at, words, "let-op" if line.n in found.wrong or line.kind == "gap" else ""))
        self._view.show(rows)
