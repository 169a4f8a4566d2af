"""A form on the screen: the sections on the left, the questions of one on the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.filling.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.filling import SheetBook
from boce_tui.errors import BoceError
from boce_tui.tui.filling.desk import FormDesk
from boce_tui.tui.filling.questions import SectionForm
from boce_tui.tui.filling.sections import SectionList, SectionRow
from boce_tui.tui.interviewing.control import PartControl
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.signs import State
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.working.steps import take_back

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp


class FormScreen(BoceScreen):
    """A form.

    A subclass gives `place`, and `beside` when something is to be said under the list of sections.

    Args:
        app: The app.
        book: The form.
        section: The section to begin with; else the first.
    """

    COMMANDS: ClassVar[Sequence[str]] = (
        "filling.next",
        "filling.previous",
        "filling.sections",
        "filling.undo",
    )
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    FormScreen #side { width: 20; height: 1fr; border-right: solid $rand; }
    FormScreen.-wide #side { width: 34; }
    FormScreen #beside { height: auto; padding: 1 1 0 1; }
    """

    def __init__(self, app: BoceApp, book: SheetBook[Any], section: str = "") -> None:
        super().__init__()
        self.dossier = app.dossier
        self.book = book
        self.desk: FormDesk[Any] = FormDesk(book, self._refused, self._saved)
        self.sections = SectionList()
        self.form = SectionForm(self.desk, self._answered)
        self._was_refused = False
        self._beside = Static(Content(""), id="beside")
        known = [one.id for one in book.sections]
        self.section = section if section in known else known[0]
        self._alone = len(known) == 1
        self.form.prepare(book.steps(self.section))

    # --- what a subclass gives ------------------------------------------------------------------------------

    def beside(self) -> Content:
        """What follows from what was filled in, under the list of sections."""
        return assemble()

    # --- the screen -----------------------------------------------------------------------------------------

    def compose_body(self) -> ComposeResult:
        """Sections and questions."""
        side = Vertical(self.sections, self._beside, id="side")
        # Before it stands on the screen: what is hidden later costs a second layout.
        side.display = not self._alone or bool(self.beside().plain)
        self.sections.display = not self._alone
        with Horizontal():
            yield side
            yield self.form

    def on_mount(self) -> None:
        """Show the section to begin with."""
        self.changed()
        self._to_first()
        if self.dossier.read_only:
            self.tell(self.dossier.read_only, "warning")

    def on_screen_resume(self) -> None:
        """Back from another screen: things may have changed there."""
        if self.was_away and self.book.there:
            self.form.refill()
            self.changed()

    def on_language(self) -> None:
        """The same in the other language."""
        self.form.relabel(self.book.steps(self.section))
        self.changed()

    def changed(self) -> None:
        """Something is different: signs, and what follows from it."""
        if not self.is_attached or not self.book.there:
            return
        self.sections.show(
            [SectionRow(one.id, str(one.title), self._state(one.id)) for one in self.book.sections],
            self.section,
        )
        self._beside.update(self.beside())
        self.refresh_bars()

    def _state(self, section: str) -> State:
        steps = self.book.steps(section)
        there = [step for step in steps if not self.book.at(step).empty]
        core = [step for step in steps if step.core]
        if there and all(step in there for step in core or steps):
            return "done"
        return "busy" if there else "open"

    # --- filling in -----------------------------------------------------------------------------------------

    def _answered(self, control: PartControl, done: bool) -> None:
        del control
        done, self._was_refused = done and not self._was_refused, False  # who was refused stays there
        self.call_later(partial(self._after_answer, done=done))

    async def _after_answer(self, *, done: bool) -> None:
        if not self.is_attached or not self.book.there:
            return
        await self.form.reroute(self.book.steps(self.section))
        self.form.marks()
        self.changed()
        if done:
            self.call_after_refresh(self.focus_next)

    def _saved(self) -> None:
        if self.is_attached:
            self.call_later(self._after_saving)

    def _after_saving(self) -> None:
        if self.is_attached and self.book.there:
            self.form.marks()
            self.changed()

    def _refused(self, problem: BoceError) -> None:
        self._was_refused = True
        self.boce.tell_problem(problem)
        self.call_later(self.form.refill)

    @on(LineArea.Submitted)
    def _line_ready(self, event: LineArea.Submitted) -> None:
        event.stop()
        self.focus_next()

    # --- going from section to section ----------------------------------------------------------------------

    @on(ItemsView.Moved, "#sections")
    async def _moved(self, event: ItemsView.Moved) -> None:
        event.stop()
        await self._go(event.item)

    @on(ItemsView.Picked, "#sections")
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self._to_first()

    async def _go(self, section: str) -> None:
        if section == self.section:
            return
        self.desk.settle()
        self.section = section
        await self.form.show(self.book.steps(section))
        self.changed()

    def _to_first(self) -> None:
        first = self.form.first()
        if first is not None:
            self.set_focus(first.entry())

    async def _step(self, by: int) -> None:
        known = [one.id for one in self.book.sections]
        at = known.index(self.section) + by
        if 0 <= at < len(known):
            await self._go(known[at])
            self._to_first()

    def can(self, command_id: str) -> bool:
        """Another section only when there is one."""
        known = [one.id for one in self.book.sections]
        if command_id == "filling.next":
            return self.section != known[-1]
        if command_id == "filling.previous":
            return self.section != known[0]
        if command_id == "filling.sections":
            return len(known) > 1
        return super().can(command_id)

    async def action_filling_next(self) -> None:
        """The next section."""
        await self._step(1)

    async def action_filling_previous(self) -> None:
        """The section before this one."""
        await self._step(-1)

    def action_filling_sections(self) -> None:
        """To the list of sections, and back."""
        if self.sections.has_focus:
            self._to_first()
        else:
            self.sections.focus()

    def action_undo(self) -> None:
        """Take back the last choice."""
        self.desk.settle()
        take_back(self, self._taken_back)

    def _taken_back(self) -> None:
        if self.book.there:
            self.form.refill()
            self.call_later(partial(self._after_answer, done=False))

    def action_filling_undo(self) -> None:
        """The same, by letter."""
        self.action_undo()

    def action_back(self) -> None:
        """What was typed is kept before one leaves."""
        self.desk.settle()
        self.boce.go_back()
