"""The history of one answer: who, when, what; an older version comes back as a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.approving.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.approving import history
from boce_tui.cycle.approving.history import Version, changed_words
from boce_tui.cycle.context import question_set
from boce_tui.cycle.titles import Titles
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.text import inert_line
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import mark, sign
from boce_tui.tui.text import Piece, assemble
from boce_tui.tui.widgets.diff_view import DiffView, Part
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow


class HistoryScreen(BoceScreen):
    """Every version of an answer, the newest first; below it the difference with the one before.

    Args:
        dossier: The dossier.
        key: Key of the answer.
    """

    HELP_ID = "approving.history"
    COMMANDS = ("approving.bring-back", "approving.step-back", "approving.step-forward")
    AUTO_FOCUS = "PickList _RowsView"
    DEFAULT_CSS = """
    HistoryScreen PickList { height: 1fr; }
    HistoryScreen .label { height: auto; max-height: 3; padding: 0 1; color: $stil; border-top: solid $rand; }
    HistoryScreen DiffView { height: 1fr; }
    """

    def __init__(self, dossier: Dossier, key: str) -> None:
        super().__init__()
        self.dossier = dossier
        self.key = key
        self._place = AnswerKey.parse(key)
        self._versions: dict[str, Version] = {}
        self.list = PickList(*self._columns(), empty=_("Nothing was kept of this answer yet."))
        self._label = Static(Content(""), classes="label")
        self.difference = DiffView()

    def _columns(self) -> list[Column]:
        return [
            Column(_("When"), width=19),
            Column(_("Who"), width=12, from_width=60),
            Column(_("What")),
        ]

    def place(self) -> str:
        """Whose answer to which question."""
        title = Titles(self.dossier, self._place.round).of(Answer.entity, self.key)
        return _("History · {answer}").format(answer=title)

    def compose_body(self) -> ComposeResult:
        """The versions, and what one of them changed."""
        with Vertical():
            yield self.list
            yield self._label
            yield self.difference

    def on_mount(self) -> None:
        """The newest one first."""
        self.show()

    def on_language(self) -> None:
        """Other words, same version."""
        self.list.show_titles(*(column.title for column in self._columns()))
        self.show()

    def show(self) -> None:
        """Read the history again."""
        found = history.versions(self.dossier, self.key)
        self._versions = {version.id: version for version in found}
        self.list.show([self._row(version) for version in found])
        self._show_one()
        self.refresh_bars()

    def _row(self, version: Version) -> PickRow:
        what: Piece = ", ".join(version.what)
        if version.now:
            what = assemble((f"{sign('done')} ", "ok"), ", ".join(version.what), (_(" · now"), "stil"))
        elif version.answer is None:
            what = (", ".join(version.what), "accent")
        if chosen := self._chosen(version):
            what = assemble(what, (f"  {mark('·')} {inert_line(chosen)}", "stil"))
        new = changed_words(version)
        if new:
            what = assemble(what, (f"  {mark('·')} {inert_line(new)}", "stil"))
        at = datetime.fromisoformat(version.at).astimezone(self.dossier.env.local_now().tzinfo)
        return PickRow(version.id, (f"{at:%d-%m-%Y %H:%M:%S}", (version.by, "stil"), what))

    def _chosen(self, version: Version) -> str:
        """What was chosen, when that is what changed."""
        answer, before = version.answer, version.before or Answer()
        if answer is None or answer.values == before.values:
            return ""
        return "; ".join(self._sayer().lines(self._place.question, answer.values)) or _("no choice")

    def _sayer(self) -> Sayer:
        return Sayer(self.dossier, self._place.round, question_set(self.dossier, self._place.round))

    @property
    def current(self) -> Version | None:
        """The version under the cursor."""
        return self._versions.get(self.list.current or "")

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        event.stop()
        self._show_one()
        self.refresh_bars()

    def _show_one(self) -> None:
        version = self.current
        if version is None or version.answer is None:
            self._label.update(assemble(_("No text belongs to this.") if version else ""))
            self.difference.show_parts([])
            return
        self._label.update(assemble(*self._facts(version)))
        self.difference.show_parts(self._parts(version.before or Answer(), version.answer))

    def _facts(self, version: Version) -> list[Piece]:
        if version.before is None or version.before == Answer():
            return [_("The first version:")]
        return [_("The difference with the version before:")]

    def _parts(self, before: Answer, after: Answer) -> list[Part]:
        """Choices, notes and final text, as they were and as they became."""
        sayer = self._sayer()
        chosen = ["\n".join(sayer.lines(self._place.question, one.values)) for one in (before, after)]
        parts = (
            Part(_("Choice:"), *chosen),
            Part(_("Notes:"), before.text, after.text),
            Part(_("Final text:"), before.worked_out, after.worked_out),
        )
        there = [part for part in parts if part.before or part.after]
        return sorted(there, key=lambda part: part.before == part.after)  # what changed stands first

    # --- going back ---------------------------------------------------------------------------------------

    def can(self, command_id: str) -> bool:
        """Only a version with an answer that is not the one of now comes back."""
        if command_id == "approving.bring-back":
            version = self.current
            return version is not None and version.answer is not None and not version.now
        return bool(self._versions)

    def _do(self, work: Callable[[], Any], told: str, nothing: str) -> None:
        if self.dossier.read_only:
            self.tell(self.dossier.read_only, "warning")
            return
        try:
            done = work()
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return
        self.show()
        self.tell(told if done is not None else nothing)

    def action_approving_bring_back(self) -> None:
        """The version under the cursor becomes the one of now."""
        version = self.current
        if version is None or not self.can("approving.bring-back"):
            return
        self._do(
            lambda: history.bring_back(self.dossier, self.key, version.id),
            _("This version was brought back; the others stay here."),
            "",
        )
        self.list.go_to(next(iter(self._versions), ""))
        self._show_one()

    def action_approving_step_back(self) -> None:
        """One version back."""
        self._do(
            lambda: history.undo(self.dossier, self.key),
            _("One version back. r goes forward again."),
            _("There is nothing to undo here."),
        )

    def action_approving_step_forward(self) -> None:
        """One version forward."""
        self._do(
            lambda: history.redo(self.dossier, self.key),
            _("One version forward."),
            _("There is no undo to take back."),
        )

    def action_undo(self) -> None:
        """One version back, by the key of everywhere."""
        self.action_approving_step_back()
