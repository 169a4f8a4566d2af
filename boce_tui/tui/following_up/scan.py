"""The scan after a set term: a list of recommendations, and the three questions of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from textual.content import Content

import boce_tui.tui.following_up.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.following_up.decided import followed_one
from boce_tui.cycle.following_up.saying import nothing_yet
from boce_tui.cycle.following_up.scanning import Scanned, answer, scans, waiting
from boce_tui.cycle.today import today
from boce_tui.domain.dates import show_day
from boce_tui.domain.meetings import SCAN_ANSWER, SCAN_QUESTIONS, Scan
from boce_tui.domain.recommendation import Decision
from boce_tui.domain.vocabulary import DECISION_CHOICE, label
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.following_up.writing import write_scan
from boce_tui.tui.planning.entries import Entry, from_words
from boce_tui.tui.planning.list_screen import ListScreen
from boce_tui.tui.planning.record_screen import RecordScreen
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble, lines
from boce_tui.tui.widgets.pick_list import Column, PickRow

_EVIDENCE = "-evidence"
"""What the name of the field below a question ends in."""


class ScanScreen(ListScreen):
    """Everything that is followed up, with what the scan says of it."""

    COMMANDS = ("planning.open", "following.make", "planning.filter", "planning.undo")
    HELP_ID = "following.scan"

    def place(self) -> str:
        """The scan."""
        return _("Scan of the recommendations")

    def columns(self) -> Iterable[Column]:
        """Number, recommendation, the three answers, when it is due."""
        return (
            Column(_("Number"), width=8),
            Column(_("Recommendation")),
            Column(_("Adopted, done, effect"), width=27, from_width=60),
            Column(_("Scan"), width=16),
        )

    def empty(self) -> str:
        """What belongs here."""
        return nothing_yet()

    def summary(self) -> Content:
        """How many are due."""
        found = scans(self.dossier, self.round_id, today(self.dossier))
        if not found:
            return assemble()
        left = len(waiting(found))
        done = sum(one.scan.complete for one in found)
        return assemble(
            _("{done} of {total} complete, {left} due").format(done=done, total=len(found), left=left)
        )

    def rows(self) -> list[PickRow]:
        """In number order."""
        return [_row(one) for one in scans(self.dossier, self.round_id, today(self.dossier))]

    def can(self, command_id: str) -> bool:
        """What stands here are recommendations: they are made and taken out elsewhere."""
        return command_id not in ("planning.new", "planning.remove") and super().can(command_id)

    def open_item(self, item: str) -> None:
        """The three questions."""
        self.boce.open(ScanFormScreen(self.boce, item))

    def action_following_make(self) -> None:
        """Write the scan."""
        write_scan(self.boce)


def _row(one: Scanned) -> PickRow:
    state: Piece
    if one.scan.complete:
        state = f"{sign('done')} {_('complete')}"
    elif one.is_due:
        state = (f"! {_('due')}", "let-op")
    else:
        when = show_day(one.due.isoformat()) if one.due else _("not decided yet")
        state = (f"{sign('open')} {when}", "stil")
    given = one.scan.answers().values()
    answers: Piece = " · ".join(label(SCAN_ANSWER, said.answer) if said.answer else "–" for said in given)
    if any(said.answer and not said.complete for said in given):
        answers = (f"! {answers}", "let-op")
    elif one.scan == Scan():
        answers = ""
    return PickRow(one.about.key, ((one.about.number, "accent"), one.about.value.text, answers, state))


class ScanFormScreen(RecordScreen):
    """The three questions about one recommendation, each with what shows the answer."""

    HELP_ID = "following.scan"
    kind = Scan

    @property
    def item(self) -> Any:
        """What was answered so far; nothing at first."""
        return self.dossier.value(Scan, self.key) or Scan()

    def place(self) -> str:
        """The recommendation."""
        about = followed_one(self.dossier, self.key)
        return _("Scan of {number}").format(number=about.number if about else self.key)

    def first_field(self) -> str:
        """The first question."""
        return "adopted"

    def change(self, dossier: Dossier, **changes: Any) -> Any:
        """Keep an answer to a question, or what shows it."""
        ((field, value),) = changes.items()
        question = field.removesuffix(_EVIDENCE)
        if question == field:
            return answer(dossier, self.key, question, said=value)
        return answer(dossier, self.key, question, evidence=value)

    def entries(self) -> Iterable[Entry]:
        """The recommendation, and per question the answer and what shows it."""
        yield Entry("recommendation", "info", label=lambda: _("Recommendation"), get=self._about)
        for question in SCAN_QUESTIONS:
            yield Entry(
                question,
                "one",
                label=self._asked(question),
                get=lambda question=question: getattr(self.item, question).answer,  # type: ignore[misc]
                options=lambda: from_words(SCAN_ANSWER),
            )
            yield Entry(
                f"{question}{_EVIDENCE}",
                "block",
                label=lambda: _("what shows it"),
                get=lambda question=question: getattr(self.item, question).evidence,  # type: ignore[misc]
            )

    @staticmethod
    def _asked(question: str) -> Callable[[], str]:
        return lambda: label(SCAN_QUESTIONS, question)

    def _about(self) -> Content:
        about = followed_one(self.dossier, self.key)
        if about is None:
            return assemble()
        decisions = [
            d for d in self.dossier.values(Decision, f"{self.key}/").values() if d.kind == "decision"
        ]
        said = [
            assemble((f"{label(DECISION_CHOICE, d.choice)} {show_day(d.date)}".strip(), "stil"))
            for d in decisions
        ]
        return lines(assemble(about.value.text), *said)
