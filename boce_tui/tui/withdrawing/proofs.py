"""The proofs of what was erased, and going on with what is not gone everywhere yet."""

from __future__ import annotations

import boce_tui.tui.withdrawing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.withdrawing import finish, proof_facts, proofs_to_see
from boce_tui.locale import _
from boce_tui.store.erasing import Left
from boce_tui.tui.read_screen import ReadScreen
from boce_tui.tui.widgets.dialogs import confirm
from boce_tui.tui.widgets.facts_view import FactsView, Row


class ProofsScreen(ReadScreen[FactsView]):
    """The last one first."""

    COMMANDS = ("withdrawing.finish",)
    HELP_ID = "withdrawing.proofs"

    def __init__(self) -> None:
        super().__init__(FactsView(28, "proofs"))

    def place(self) -> str:
        """Where one is."""
        return _("Proofs of what was erased")

    def can(self, command_id: str) -> bool:
        """Going on only when something is left to do."""
        del command_id
        dossier = self.boce.dossier
        return not self._busy and dossier.writable and dossier.unfinished() is not None

    def show(self) -> None:
        """What is left to clean, and every proof."""
        dossier = self.boce.dossier
        rows: list[Row] = []
        waiting = dossier.unfinished()
        known = proofs_to_see(dossier)
        if waiting is not None:
            words = _("Not gone everywhere yet: {files}. f goes on with it.")
            rows.append(("", words.format(files=", ".join(waiting.left)), "let-op"))
        elif known:
            rows.append(("", _("Everything that was erased is gone from every file."), "ok"))
        else:
            rows.append(("", _("Nothing was erased in this dossier yet."), ""))
        for key, proof in reversed(list(known.items())):
            rows.append(("", "", ""))
            rows += [(name, text, "") for name, text in proof_facts(key, proof)]
        self._view.show(rows)
        self.refresh_bars()

    def action_withdrawing_finish(self) -> None:
        """Clean again; what cannot be cleaned is thrown away only after a question."""
        self._finish(remove=False)

    def _finish(self, *, remove: bool) -> None:
        dossier = self.boce.dossier
        words = _("Erasing; this can take a while with many copies...")
        self.do_long(words, lambda: finish(dossier, remove=remove), self._finished)

    def _finished(self, left: tuple[Left, ...]) -> None:
        self.show()
        bad = [one for one in left if one.removable]
        if bad:
            confirm(
                self.boce,
                _("These copies cannot be cleaned. Throw them away?"),
                lambda: self._finish(remove=True),
                yes=_("Throw them away"),
                detail="\n".join(f"{one.file}: {one.reason}" for one in bad),
            )
        elif left:
            told = ", ".join(f"{one.file} ({one.reason})" for one in left)
            self.tell(_("Not gone everywhere yet: {files}").format(files=told), "warning")
        else:
            self.tell(_("Everything that was erased is gone from every file."))
