"""What has to be gone when, and erasing it after the round was typed once more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import boce_tui.tui.keeping.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.retaining.due import NEXT_ROUND, Term, terms
from boce_tui.cycle.retaining.erasing import Gone, erase_answers, erase_names, people_of, what_goes
from boce_tui.cycle.today import today
from boce_tui.domain.dates import show_day
from boce_tui.domain.erasing import ANSWERS, NAMES
from boce_tui.domain.kinds import kind_label
from boce_tui.locale import N_, _, ngettext
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.text import Tone
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.widgets.facts_view import FactsView, Row

if TYPE_CHECKING:
    from boce_tui.names import Names

WHAT = {ANSWERS: N_("answers and records"), NAMES: N_("names behind the codes")}
_TONES: dict[str, Tone] = {"overdue": "fout", "soon": "let-op", "done": "ok"}


class RetentionScreen(ReadScreen[FactsView]):
    """Every round with its two terms.

    Args:
        round_id: The round that is meant first; empty for the one that is open.
    """

    COMMANDS = ("keeping.erase-answers", "keeping.erase-names")
    HELP_ID = "keeping.retention"

    def __init__(self, round_id: str = "") -> None:
        super().__init__(FactsView(34, "retention"))
        self._round = round_id
        self._terms: list[Term] = []

    def place(self) -> str:
        """Where one is."""
        return _("What has to be gone when")

    def can(self, command_id: str) -> bool:
        """Only what is there can be erased, by who can write."""
        wanted = ANSWERS if command_id == "keeping.erase-answers" else NAMES
        there = any(term.what == wanted and term.present for term in self._terms)
        return not self._busy and self.boce.dossier.writable and there

    def show(self) -> None:
        """Every term, and how it stands."""
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

    def _which(self, what: str, then: Callable[[str], None]) -> None:
        rounds = [term.round for term in self._terms if term.what == what and term.present]
        if not rounds:
            return
        if len(rounds) == 1:
            then(rounds[0])
            return
        options = [Option(one, one) for one in rounds]
        choose(self.boce, _("Of which round?"), options, then, default=self._round or rounds[0])

    def _ask_answers(self, round_id: str) -> None:
        goes = what_goes(self.boce.dossier, round_id)
        self._sure(round_id, ANSWERS, goes, lambda: erase_answers(self.boce.dossier, round_id))

    def _ask_names(self, round_id: str, names: Names) -> None:
        if not names.unlocked:
            self.tell(_("The names are locked, so nobody can be taken out."), "warning")
            return
        goes = {"names": len(people_of(self.boce.dossier, round_id, names))}
        self._sure(round_id, NAMES, goes, lambda: erase_names(self.boce.dossier, round_id, names))

    def _too_early(self, round_id: str, what: str) -> str:
        """That it may be kept for longer, when that is so."""
        day = today(self.boce.dossier)
        for term in self._terms:
            if (term.round, term.what) == (round_id, what) and term.state(day) in ("soon", "running", "open"):
                return _("This does not have to be gone yet: {when}.").format(
                    when=_said(term, term.state(day))
                )
        return ""

    def _sure(self, round_id: str, what: str, goes: dict[str, int], work: Callable[[], Gone]) -> None:
        counts = ", ".join(f"{kind_label(view)} {number}" for view, number in sorted(goes.items()))
        kept = _("{counts}. Report, recommendations and decisions stay.")

        def check(typed: str) -> str:
            return "" if typed.strip() == round_id else _("Type {code} to erase it.").format(code=round_id)

        ask_text(
            self.boce,
            _("Erase for good: type {code}").format(code=round_id),
            lambda _typed: self.do_long(
                _("Erasing; this can take a while with many copies..."), work, self._done
            ),
            detail="\n".join(filter(None, (self._too_early(round_id, what), kept.format(counts=counts)))),
            check=check,
        )

    def _done(self, gone: Gone) -> None:
        self.show()
        if gone.left:
            told = ", ".join(f"{one.file} ({one.reason})" for one in gone.left)
            self.tell(_("Not gone everywhere yet: {files}").format(files=told), "warning")
        else:
            self.tell(_("Erased. The proof stands with the other proofs of erasure."))


def _said(term: Term, state: str) -> str:
    if state == "done":
        return _("erased on {day}").format(day=show_day(term.done))
    if state == "nothing":
        return _("nothing there")
    if state == "open":
        return _("{n} months after the decision of the colleges").format(n=term.months)
    words = {"day": show_day(term.due), "why": _why(term)}
    if state == "overdue":
        return _("has to be gone since {day}: {why}").format(**words)
    return _("kept until {day}: {why}").format(**words)


def _why(term: Term) -> str:
    if term.because == NEXT_ROUND:
        return _("the interviews of the next round begin then")
    return ngettext(
        "{n} month after the decision of {day}", "{n} months after the decision of {day}", term.months
    ).format(n=term.months, day=show_day(term.decided))
