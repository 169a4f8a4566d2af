"""Choosing what of the dossier shows how far a recommendation is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import boce_tui.tui.following_up.commands  # noqa: F401  - registers the id used below
from boce_tui.cycle.following_up.earlier import change_follow_up
from boce_tui.cycle.following_up.shown import Showing, change_shown, shown_by, words_of
from boce_tui.domain.recommendation import FollowUp
from boce_tui.locale import _
from boce_tui.tui.working.pick import Choice, pick_many
from boce_tui.tui.working.screen import WorkingScreen


class LinkingScreen(WorkingScreen):
    """The part of the follow-up screen that links; a subclass gives `chosen`."""

    COMMANDS: ClassVar[Sequence[str]] = ("earlier.link",)

    def __init__(self) -> None:
        super().__init__()
        self.can_show: dict[str, Showing] = {}

    def chosen(self) -> tuple[str, str] | None:
        """Key and number of the recommendation under the cursor."""
        raise NotImplementedError

    def action_earlier_link(self) -> None:
        """What of the dossier shows it."""
        found = self.chosen()
        if found is None:
            return
        key, number = found
        self.settle()

        def choices() -> list[Choice]:
            found = self.dossier.value(FollowUp, key)
            on = {one.id for one in shown_by(self.can_show, found)}
            order = sorted(self.can_show.values(), key=lambda one: one.id not in on)
            return [Choice(one.id, words_of(one, 200), on=one.id in on) for one in order]

        def toggle(id_: str) -> None:
            by = self.can_show[id_].by
            found = self.dossier.value(FollowUp, key)
            off = found is not None and by in found.shown
            if found is None and not self.dossier.read_only:
                change_follow_up(self.dossier, key)
            words = _("what shows {number}").format(number=number)
            if off:
                self.do(words, lambda d: change_shown(d, key, remove=(by,)))
            else:
                self.do(words, lambda d: change_shown(d, key, add=(by,)))

        pick_many(self.boce, _("What shows how far {number} is?").format(number=number), choices, toggle)
