"""The form of something the councils want to be told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.content import Content

import boce_tui.tui.informing.commands  # noqa: F401  - registers the help
from boce_tui.cycle.informing.from_interviews import questions
from boce_tui.cycle.informing.needs import change_need, recommendation_numbers
from boce_tui.cycle.informing.saying import state_words
from boce_tui.cycle.informing.standing import stand
from boce_tui.cycle.planning import bodies, municipalities, themes
from boce_tui.cycle.today import today
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.dates import show_day
from boce_tui.domain.keys import GENERAL, last
from boce_tui.domain.needs import FREQUENCY, InformationNeed
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry, from_words
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.text import assemble, lines
from boce_tui.tui.widgets.choice import Choosable

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


class NeedScreen(RecordScreen):
    """One need: what, for whom, in which form, how often, who delivers, where it comes from."""

    HELP_ID = "needs.form"
    kind = InformationNeed

    def __init__(self, app: BoceApp, key: str) -> None:
        self._round = app.round_id
        super().__init__(app, key)

    def place(self) -> str:
        """Its number, with its round when it is of an earlier one."""
        own = self.key.startswith(f"{self._round}/")
        number = last(self.key) if own else self.key.replace("/", "-")
        return " · ".join((_("What the councils want to know"), number))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return change_need(dossier, self.key, **changes)

    def entries(self) -> Iterable[Entry]:
        """What they want, and everything that goes with it."""
        yield Entry(
            "text",
            "block",
            label=lambda: _("what they want to know"),
            hint=lambda: _("In your own words; not who said so."),
        )
        yield Entry(
            "municipalities",
            "many",
            label=lambda: _("whose council"),
            options=lambda: [Choosable(key, one.name) for key, one in municipalities(self.dossier).items()],
            hint=lambda: _("None chosen: all councils."),
        )
        yield Entry("theme", "pick", options=self._themes)
        yield Entry(
            "form", "line", hint=lambda: _("Such as a letter, a page in the annual plan, an evening.")
        )
        yield Entry("frequency", "one", options=lambda: from_words(FREQUENCY))
        yield Entry(
            "deadline", "day", hint=lambda: _("A day or a month; leave it empty when none was agreed.")
        )
        yield Entry(
            "owner",
            "pick",
            label=lambda: _("who delivers it"),
            options=lambda: [Choosable(key, one.name) for key, one in bodies(self.dossier).items()],
            hint=lambda: _("A body or a role, never a person."),
        )
        yield Entry("state", "info", get=self._state)
        yield Entry(
            "source",
            "line",
            label=lambda: _("asked in"),
            hint=lambda: _("What shows that they asked for it: a motion, a letter of the clerk."),
        )
        yield Entry(
            "recommendations",
            "picks",
            label=lambda: _("comes from recommendation"),
            options=lambda: [
                Choosable(key, words)
                for key, words in recommendation_numbers(self.dossier, self.key.split("/")[0]).items()
            ],
        )
        yield Entry(
            "question",
            "pick",
            label=lambda: _("heard in the interviews"),
            options=lambda: [
                Choosable(id_, f"{id_} {shortened(words, 60)}")
                for id_, words in questions(self.dossier, self.key.split("/")[0]).items()
            ],
            hint=lambda: _("Only when enough people answered that; it stands in no document."),
        )

    def _themes(self) -> list[Choosable]:
        found = (GENERAL, *themes(self.dossier))
        return [Choosable(key, theme_name(self.dossier, key)) for key in found]

    def _state(self) -> Content:
        day: date = today(self.dossier)
        one = stand(self.key, last(self.key), self.item, day)
        rows = [assemble((state_words(one), "let-op") if one.days else state_words(one))]
        rows += [
            assemble((f"{show_day(each.date)} {each.document}", "stil")) for each in self.item.deliveries
        ]
        return lines(*rows)
