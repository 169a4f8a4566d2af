"""The proofs of what was erased, and going on with what is not gone everywhere yet."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content

import boce_tui.tui.withdrawing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.withdrawing import certificates, finish, proof_facts
from boce_tui.domain.text import inert_line
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.store.erasing import Left
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import Tone, assemble, wrap
from boce_tui.tui.widgets.dialogs import confirm
from boce_tui.tui.widgets.lines_view import LinesView

_LABEL = 28


class ProofsScreen(BoceScreen):
    """The last one first."""

    COMMANDS = ("withdrawing.finish",)
    HELP_ID = "withdrawing.proofs"

    def __init__(self) -> None:
        super().__init__()
        self._view = _ProofsView()
        self._busy = False

    def place(self) -> str:
        """Where one is."""
        return _("Proofs of what was erased")

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
        """Going on only when something is left to do."""
        del command_id
        dossier = self.boce.dossier
        return not self._busy and dossier.writable and dossier.unfinished() is not None

    def _read(self) -> None:
        dossier = self.boce.dossier
        rows: list[tuple[str, str, Tone]] = []
        waiting = dossier.unfinished()
        known = certificates(dossier)
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
        self._busy = True
        self.refresh_bars()
        self.tell(_("Erasing; this can take a while with many copies..."))
        dossier = self.boce.dossier
        self.in_background(lambda: finish(dossier, remove=remove), self._finished, self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._read()
        if not isinstance(error, BoceError):
            raise error
        self.boce.tell_problem(error)

    def _finished(self, left: tuple[Left, ...]) -> None:
        self._busy = False
        self._read()
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


class _ProofsView(LinesView):
    """Names at the left, facts at the right."""

    def __init__(self) -> None:
        super().__init__(id="proofs")
        self._rows: list[tuple[str, str, Tone]] = []

    def show(self, rows: list[tuple[str, str, Tone]]) -> None:
        """Show these."""
        self._rows = rows
        self.lines_changed(to_top=False)

    def make_lines(self, width: int) -> list[Content]:
        """Every row over as many lines as it needs."""
        made: list[Content] = []
        for name, text, tone in self._rows:
            lead = _LABEL if name else 0
            names = wrap(name, _LABEL - 2) if name else [""]
            words = wrap(inert_line(text), max(10, width - lead)) or [""]
            for number in range(max(len(names), len(words))):
                left = f"{names[number] if number < len(names) else '':<{lead}}"
                right = words[number] if number < len(words) else ""
                made.append(assemble((left, "stil"), (right, tone)))
        return made
