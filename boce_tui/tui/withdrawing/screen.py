"""What a withdrawal would do; typing the code does it."""

from __future__ import annotations

import boce_tui.tui.withdrawing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.withdrawing import ERASE, KEEP, Preview, Target, Withdrawn, preview, withdraw
from boce_tui.cycle.withdrawing.saying import Line, preview_lines, who
from boce_tui.domain.vocabulary import ERASURE_REASON, label
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.unlock import session_names, with_names
from boce_tui.tui.widgets.dialogs import Option, ask_text, choose
from boce_tui.tui.widgets.said_lines import SaidLines
from boce_tui.tui.working.screen import undo_book


class WithdrawalScreen(ReadScreen[SaidLines]):
    """Nothing happens before the code is typed."""

    COMMANDS = ("withdrawing.erase", "withdrawing.shared", "withdrawing.reason")
    HELP_ID = "withdrawing"

    def __init__(self, target: Target) -> None:
        super().__init__(SaidLines("withdrawal"))
        self._target = target
        self._shared = ""
        self._reason = "withdrawn"
        self._found: Preview | None = None

    def place(self) -> str:
        """Who withdraws."""
        if self._found is None:
            return _("Withdrawal")
        return f"{_('Withdrawal')} · {who(self._found)}"

    def can(self, command_id: str) -> bool:
        """Nothing more while it is being done; a choice about the table when there is one."""
        if self._busy or self._found is None:
            return False
        return command_id != "withdrawing.shared" or bool(self._found.shared)

    def show(self) -> None:
        """What it would do, with the choices so far."""
        self._found = preview(self.boce.dossier, [self._target], self._shared)
        reason = _("Reason: {reason}  (r)").format(reason=label(ERASURE_REASON, self._reason))
        chosen = [Line("plain", reason)]
        if self._found.shared:
            what = {KEEP: _("they stay"), ERASE: _("they go")}.get(self._shared, _("not chosen yet"))
            words = _("Texts of the whole table: {what}  (t)").format(what=what)
            chosen.append(Line("plain" if self._shared else "warn", words))
        self._view.show([*chosen, *preview_lines(self.boce.dossier, self._found)], to_top=False)
        self.refresh_bars()

    # --- choices ------------------------------------------------------------------------------------------

    def action_withdrawing_reason(self) -> None:
        """Another kind of reason."""

        def chosen(reason: str) -> None:
            self._reason = reason
            self.show()

        options = [Option(one, label(ERASURE_REASON, one)) for one in ERASURE_REASON]
        choose(self.boce, _("Why is it erased?"), options, chosen, default=self._reason)

    def action_withdrawing_shared(self) -> None:
        """What several people said together."""

        def chosen(what: str) -> None:
            self._shared = what
            self.show()

        options = [
            Option(KEEP, _("They stay, for the others at the table")),
            Option(ERASE, _("They go too")),
        ]
        question = _("Do the texts of the whole table stay or go?")
        choose(self.boce, question, options, chosen, default=self._shared)

    # --- doing it -----------------------------------------------------------------------------------------

    def action_withdrawing_erase(self) -> None:
        """Ask for the code."""
        if self._found is None:
            return
        if self._found.shared and not self._shared:
            self.tell(_("First choose with t whether the texts of the whole table stay or go."), "warning")
            return
        code = self._target.name
        ask_text(
            self.boce,
            _("Erase {who} for good?").format(who=who(self._found)),
            lambda _typed: self._ask_name(),
            detail=_("Type {code}. It cannot be taken back, also not with a copy.").format(code=code),
            check=lambda typed: (
                ""
                if typed.strip().upper() == code
                else _("That is not {code}; esc cancels.").format(code=code)
            ),
        )

    def _ask_name(self) -> None:
        names = session_names(self.boce)
        if not names.exists:
            self._do(names, remove=False)
            return

        def chosen(what: str) -> None:
            if what == KEEP:
                self._do(names, remove=False)
            else:
                with_names(self.boce, lambda open_names: self._do(open_names, remove=True))

        options = [
            Option(KEEP, _("It stays until the term is over; it is not printed")),
            Option(ERASE, _("It goes too")),
        ]
        choose(self.boce, _("What becomes of the name in the names file?"), options, chosen)

    def _do(self, names: Names, *, remove: bool) -> None:
        self.boce.savers.flush()
        dossier = self.boce.dossier
        self.do_long(
            _("Erasing; this can take a while with many copies..."),
            lambda: withdraw(
                dossier,
                [self._target],
                self._reason,
                shared=self._shared,
                names=names,
                remove_name=remove,
            ),
            self._done,
        )

    def _done(self, done: Withdrawn) -> None:
        """No screen stays open that still holds the words; then the proof."""
        from boce_tui.tui.withdrawing.proofs import ProofsScreen

        app = self.boce
        undo_book(app.dossier).forget_erased()
        while len(app.screen_stack) > 1:
            app.pop_screen()
        app.switch_screen(app.make("boce_tui.tui.home:home_screen"))
        app.push_screen(ProofsScreen())
        if done.left:
            files = ", ".join(left.file for left in done.left)
            words = _("Erased, but not gone everywhere yet: {files}. f goes on with it.")
            app.tell(words.format(files=files), "warning")
        elif done.names_locked:
            app.tell(
                _(
                    "Erased. The names file is locked: whether the name may be printed stands there as it "
                    "was."
                ),
                "warning",
            )
        else:
            app.tell(_("Erased. This is the proof; it stays in the dossier."))
