"""The form of one candidate theme, with the advice beside it as it is now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.content import Content

import boce_tui.tui.taking_in.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.taking_in.documents import prepare_intake
from boce_tui.cycle.taking_in.host_tasks import route
from boce_tui.cycle.taking_in.intakes import intake_book, put_on_agenda, rename_intake
from boce_tui.cycle.taking_in.judging import Judgement, judge
from boce_tui.domain.advising import REASONS
from boce_tui.domain.intake import INCLUDE, INTAKE_CHOICE
from boce_tui.domain.keys import last
from boce_tui.domain.vocabulary import label
from boce_tui.errors import BoceError
from boce_tui.locale import _, ngettext
from boce_tui.store import Dossier
from boce_tui.tui.filling.document import make_document
from boce_tui.tui.filling.form_screen import FormScreen
from boce_tui.tui.signs import State, sign
from boce_tui.tui.text import assemble, lines, safe
from boce_tui.tui.widgets.dialogs import ask_text
from boce_tui.tui.working.screen import undo_book

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


class IntakeScreen(FormScreen):
    """One candidate theme."""

    COMMANDS = ("intake.make", "intake.rename", "intake.to-agenda", "intake.route")
    HELP_ID = "intake"

    def __init__(self, app: BoceApp, key: str) -> None:
        self.key = key
        super().__init__(app, intake_book(app.dossier, key))

    def place(self) -> str:
        """Its number and name."""
        title = self.book.sheet.title if self.book.there else ""
        kind = _("host task") if self._host_task() else _("candidate theme")
        return " · ".join((kind, f"{last(self.key)} {title}"))

    def _host_task(self) -> bool:
        return self.book.there and self.book.sheet.host_task

    def beside(self) -> Content:
        """The advice, why, and what is missing here."""
        found = judge(self.dossier, self.key)
        if self._host_task():
            return self._way(found)
        rows = [
            assemble((_("Advice"), "stil")),
            assemble((label(INTAKE_CHOICE, found.advice.choice), "accent")),
            *(safe(label(REASONS, reason), "stil") for reason in found.advice.reasons),
        ]
        if found.missing:
            count = len(found.missing)
            words = ngettext("{n} thing is missing", "{n} things are missing", count).format(n=count)
            rows.append(assemble((words, "let-op")))
        for quarter in found.hours.over_quarters:
            words = _("over capacity: quarter {n}").format(n=quarter[1:])
            rows.append(assemble((f"{sign('warning')} {words}", "let-op")))
        if found.unmotivated:
            rows.append(assemble((f"{sign('warning')} " + _("say why it differs"), "let-op")))
        return lines(*rows)

    def _way(self, found: Judgement) -> Content:
        """Of a host task: what comes next, and who decides on it."""
        rows = [assemble((_("Next step"), "stil"))]
        for one in route(self.dossier, found.intake):
            if one.now:
                rows.append(assemble((one.words, "accent")))
                if one.by:
                    rows.append(safe(_("Who decides: {body}").format(body=one.by), "stil"))
        if found.missing:
            count = len(found.missing)
            words = ngettext("{n} thing is missing", "{n} things are missing", count).format(n=count)
            rows.append(assemble((words, "let-op")))
        return lines(*rows)

    def _state(self, section: str) -> State:
        found = judge(self.dossier, self.key)
        state = super()._state(section)
        if any(one.section == section for one in found.missing):
            return "open" if state == "open" else "busy"
        return state

    def can(self, command_id: str) -> bool:
        """On the agenda only what was included."""
        if command_id == "intake.to-agenda":
            found = self.book.sheet if self.book.there else None
            return (
                found is not None
                and not found.host_task
                and found.option("B1", "decision") == INCLUDE
                and not found.theme
            )
        if command_id == "intake.route":
            return self._host_task()
        return super().can(command_id)

    def action_intake_route(self) -> None:
        """The steps, with who decides."""
        from boce_tui.tui.taking_in.route import RouteScreen

        self.desk.settle()
        self.boce.open(RouteScreen(self.boce, self.key))

    def action_intake_make(self) -> None:
        """The fiche as a file."""
        self.desk.settle()
        name = _("intake-{id}").format(id=last(self.key))
        make_document(
            self.boce, self.key.split("/")[0], name, partial(prepare_intake, self.dossier, self.key)
        )

    def action_intake_rename(self) -> None:
        """Another name."""
        ask_text(
            self.boce, _("What is the candidate theme called?"), self._rename, text=self.book.sheet.title
        )

    def _rename(self, title: str) -> None:
        self._do(title, lambda dossier: rename_intake(dossier, self.key, title))

    def action_intake_to_agenda(self) -> None:
        """It becomes a theme."""
        self.desk.settle()
        title = self.book.sheet.title
        if self._do(title, lambda dossier: put_on_agenda(dossier, self.key)):
            words = _("{title} is a theme of the agenda now; it joins the next progress round.")
            self.tell(words.format(title=title))

    def _do(self, words: str, work: Callable[[Dossier], Any]) -> bool:
        try:
            undo_book(self.dossier).do(words, work)
        except BoceError as problem:
            self.boce.tell_problem(problem)
            return False
        self.changed()
        return True
