"""The form of an evaluator: where from, who is their superior, confidentiality (R13)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from boce_tui.cycle.planning import update_evaluator
from boce_tui.domain.keys import last
from boce_tui.domain.round import Evaluator
from boce_tui.domain.vocabulary import ROLES
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry, from_words, yes_no
from boce_tui.tui.planning.people_words import municipality_options
from boce_tui.tui.planning.person_form import PersonScreen


class EvaluatorScreen(PersonScreen):
    """Someone who interviews."""

    HELP_ID = "planning.evaluator"
    kind = Evaluator

    def names_key(self) -> str:
        """Round and id."""
        return self.key

    def place(self) -> str:
        """The id."""
        return " · ".join((last(self.key), _("evaluator")))

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values."""
        return update_evaluator(dossier, self.key.rpartition("/")[0], last(self.key), **changes)

    def entries(self) -> Iterable[Entry]:
        """Organisation, superiors, confidentiality."""
        yield Entry("organisation", "one", options=lambda: municipality_options(self.dossier))
        yield Entry("municipal_employee", "one", label=lambda: _("municipal employee"), options=yes_no)
        yield Entry(
            "superior_roles",
            "picks",
            options=lambda: from_words(ROLES),
            hint=lambda: _(
                "Roles in the own organisation that are above this evaluator; interviews with them warn."
            ),
        )
        yield Entry("confidentiality_signed", "day")
