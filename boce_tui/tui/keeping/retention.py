"""What has to be gone when, and erasing it after the round was typed once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

import boce_tui.tui.keeping.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.retaining.due import Term, terms
from boce_tui.cycle.retaining.erasing import Gone, erase_answers, erase_names, people_of, what_goes
from boce_tui.cycle.today import today
from boce_tui.domain.dates import show_day
from boce_tui.domain.erasing import ANSWERS, NAMES
from boce_tui.domain.kinds import kind_label
from boce_tui.errors import BoceError
from boce_tui.locale import N_, _
from boce_tui.tui.keeping.rows import FactsView, Row
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import Tone
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose

if TYPE_CHECKING:
    from boce_tui.names import Names

WHAT = {ANSWERS: N_("answers and records"), NAMES: N_("names behind the codes")}
_TONES: dict[str, Tone] = {"overdue": "fout", "soon": "let-op", "done": "ok"}


class RetentionScreen(BoceScreen):
    """Every round with its two terms.

    Args:
        round_id: The round that is meant first; empty for the one that is open.
    """

    COMMANDS = ("keeping.erase-answers", "keeping.erase-names")
    HELP_ID = "keeping.retention"

    def __init__(self, round_id: str = "") -> None:
        super().__init__()
        self._round = round_id
        self._view = FactsView(34, "retention")
        self._terms: list[Term] = []
        self._busy = False

    def place(self) -> str:
        """Where one is."""
        return _("What has to be gone when")

    def compose_body(self) -> ComposeResult:
        """The lines."""
        yield self._view

    def on_mount(self) -> None:
        """Read them."""
        self._view.focus()
        self._read()

    def on_language(self) -> None:
        """The same in other words."""
        self._read()

    def can(self, command_id: str) -> bool:
        """Only what is there can be erased, by who can write."""
        wanted = ANSWERS if command_id == "keeping.erase-answers" else NAMES
        there = any(term.what == wanted and term.present for term in self._terms)
        return not self._busy and self.boce.dossier.writable and there

    def _read(self) -> None:
        self._terms = terms(self.boce.dossier)
        day = today(self.boce.dossier)
        rows: list[Row] = []
        for term in self._terms:
            state = term.state(day)
            rows.append((f"{term.round} · {_(WHAT[term.what])}", _said(term, state), _TONES.get(state, "")))
        if not rows:
            rows.append(("", _("There is no round in this dossier yet."), ""))
        self._view.show(rows)
        self.refresh_bars()

    def action_keeping_erase_answers(self) -> None:
        """Which round, what goes, and the round typed once more."""
        self._which(ANSWERS, self._ask_answers)

    def action_keeping_erase_names(self) -> None:
        """The same for names."""
        self._which(NAMES, lambda round_id: with_names(self.boce, lambda n: self._ask_names(round_id, n)))

    def _which(self, what: str, then: object) -> None:
        rounds = [term.round for term in self._terms if term.what == what and term.present]
        ask = then if callable(then) else None
        if ask is None or not rounds:
            return
        if len(rounds) == 1:
            ask(rounds[0])
            return
        options = [Option(one, one) for one in rounds]
        choose(self.boce, _("Of which round?"), options, ask, default=self._round or rounds[0])

    def _ask_answers(self, round_id: str) -> None:
        goes = what_goes(self.boce.dossier, round_id)
        self._sure(round_id, goes, lambda: erase_answers(self.boce.dossier, round_id))

    def _ask_names(self, round_id: str, names: Names) -> None:
        if not names.unlocked:
            self.tell(_("The names are locked, so nobody can be taken out."), "warning")
            return
        goes = {"names": len(people_of(self.boce.dossier, round_id, names))}
        self._sure(round_id, goes, lambda: erase_names(self.boce.dossier, round_id, names))

    def _sure(self, round_id: str, goes: dict[str, int], work: object) -> None:
        counts = ", ".join(f"{kind_label(view)} {number}" for view, number in sorted(goes.items()))

        def check(typed: str) -> str:
            return "" if typed.strip() == round_id else _("Type {code} to erase it.").format(code=round_id)

        ask_text(
            self.boce,
            _("Erase for good: type {code}").format(code=round_id),
            lambda _typed: self._begin(work),
            detail=_("{counts}. Report, recommendations and decisions stay.").format(counts=counts),
            check=check,
        )

    def _begin(self, work: object) -> None:
        if not callable(work):
            return
        self._busy = True
        self.refresh_bars()
        self.tell(_("Erasing; this can take a while with many copies..."))
        self.in_background(work, self._done, self._failed)

    def _done(self, gone: Gone) -> None:
        self._busy = False
        self._read()
        if gone.left:
            told = ", ".join(f"{one.file} ({one.reason})" for one in gone.left)
            self.tell(_("Not gone everywhere yet: {files}").format(files=told), "warning")
        else:
            self.tell(_("Erased. The proof stands with the other proofs of erasure."))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._read()
        if not isinstance(error, BoceError):
            raise error
        self.boce.tell_problem(error)


def _said(term: Term, state: str) -> str:
    if state == "done":
        return _("erased on {day}").format(day=show_day(term.done))
    if state == "nothing":
        return _("nothing there")
    if state == "open":
        return _("{n} months after the decision of the colleges").format(n=term.months)
    words = {"day": show_day(term.due)}
    if state == "overdue":
        return _("has to be gone since {day}").format(**words)
    return _("kept until {day}").format(**words)
