"""The form of a round: its assignment, themes, dates and report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.content import Content

from boce_tui.cycle.planning import DATES, ROUND_STATUS, bodies, rounds, themes, update_round
from boce_tui.cycle.planning.themes import theme_warnings
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.round import Planned, Round
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.planning.entries import Entry, from_words, yes_no
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.text import assemble, lines
from boce_tui.tui.widgets.choice import Choosable


class RoundScreen(RecordScreen):
    """The assignment of a round."""

    COMMANDS = ("planning.themes-here",)
    HELP_ID = "planning.assignment"
    kind = Round

    def place(self) -> str:
        """The round."""
        round_ = self.item
        return " · ".join((round_.title if round_ else self.key, _("assignment")))

    def frozen(self) -> str:
        """A closed round can be read, not changed."""
        round_ = self.item
        if round_ is not None and round_.closed:
            return _("This round is closed: it can be read, not changed.")
        return super().frozen()

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep other values of the round."""
        return update_round(dossier, self.key, **changes)

    def entries(self) -> Iterable[Entry]:
        """From the assignment to the report."""
        yield Entry("title", "line")
        yield Entry("year", "info", get=lambda: assemble(self._year()))
        yield Entry("period", "line", hint=lambda: _("What the evaluation is about, such as 2040-2041."))
        yield Entry("reason", "block", hint=lambda: _("Why there is an evaluation now. It opens chapter 1."))
        yield Entry("assignment", "block", hint=lambda: _("What was asked, and what it should lead to."))
        yield Entry("commissioning_body", "pick", options=self._bodies)
        yield Entry("delegated_commissioner", "line", hint=lambda: _("A function, never a name."))
        yield Entry("focus_themes", "many", options=self._themes, hint=self._focus_hint)
        yield Entry("left_out", "info", get=self._left_out)
        yield Entry("left_out_reason", "block")
        for step in DATES:
            yield self._date(step)
        yield Entry("report_date", "day", hint=lambda: _("The date that stands on the report."))
        yield Entry("version", "line")
        yield Entry("status", "one", options=lambda: from_words(ROUND_STATUS))
        yield Entry("embargo_until", "day", hint=lambda: _("Until this day the report is confidential."))
        yield Entry(
            "count_threshold", "line", hint=lambda: _("Numbers only from this many people; 3 at least.")
        )
        yield Entry(
            "statement_threshold",
            "line",
            hint=lambda: _("A sentence about a group or theme needs this many people; 3 at least."),
        )
        yield Entry(
            "approval_days",
            "line",
            hint=lambda: _("Working days an interviewee has to react to the record."),
        )
        yield Entry(
            "no_reply_approves",
            "one",
            options=yes_no,
            hint=lambda: _("Whether silence counts as approval of the record; of a quote it never does."),
        )
        yield Entry(
            "answers_kept_months",
            "line",
            hint=lambda: _("Months after the decision of the colleges; then the answers are to be erased."),
        )
        yield Entry(
            "names_kept_months",
            "line",
            hint=lambda: _("Months after the decision of the colleges; then the names are to be erased."),
        )
        yield Entry(
            "scan_months",
            "line",
            hint=lambda: _("Months after the decision; then it is time to look what became of the advice."),
        )
        yield Entry(
            "action_days",
            "line",
            hint=lambda: _("Days after the decision; one with a date of its own is late after that date."),
        )
        yield Entry(
            "own_answers_shown",
            "one",
            options=yes_no,
            hint=lambda: _(
                "Somebody's own answer of last time, only in the interview with that same person."
            ),
        )

    def _date(self, step: str) -> Entry:
        def get() -> tuple[str, str]:
            found = self.item.dates.get(step, Planned())
            return found.planned, found.actual

        return Entry(
            f"dates-{step}",
            "pair",
            label=lambda: label(DATES, step),
            get=get,
            put=lambda dossier, pair: update_round(dossier, self.key, dates={step: pair}),
        )

    def _year(self) -> str:
        round_ = self.item
        before = rounds(self.dossier).get(round_.previous)
        if before is None:
            return str(round_.year)
        return _("{year}, follows {title}").format(year=round_.year, title=before.title)

    def _bodies(self) -> list[Choosable]:
        return [Choosable(key, body.name) for key, body in bodies(self.dossier).items()]

    def _themes(self) -> list[Choosable]:
        return [Choosable(key, theme_name(self.dossier, key)) for key in themes(self.dossier)]

    def _focus_hint(self) -> str:
        return _("Only these are asked about one by one; f4 opens themes and ambitions.")

    def _left_out(self) -> Content:
        names = ", ".join(theme_name(self.dossier, key) for key in self.item.left_out)
        warnings = [assemble(("! " + warning.message, "let-op")) for warning in theme_warnings(self.dossier)]
        return lines(*([assemble(names)] if names else []), *warnings)

    def action_planning_themes_here(self) -> None:
        """Themes and ambitions."""
        from boce_tui.tui.doors import open_door

        self.settle()
        open_door(self.boce, "theme")
