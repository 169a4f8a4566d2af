"""The questions of one section of a form under each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.tui.bring_back import bring_back
from boce_tui.tui.filling.desk import FormDesk
from boce_tui.tui.interviewing.control import Answered
from boce_tui.tui.interviewing.parts_view import PartsView
from boce_tui.tui.signs import sign
from boce_tui.tui.text import Piece, assemble, safe
from boce_tui.tui.widgets.note_area import NoteArea


class QuestionBlock(Vertical):
    """One question: its words, its choices, its text.

    Args:
        desk: Where values and fields are.
        step: The question.
        answered: Called when a value was chosen or typed.
    """

    DEFAULT_CSS = """
    QuestionBlock { height: auto; margin: 0 0 1 0; padding: 0 1; }
    QuestionBlock > Static { height: auto; }
    QuestionBlock PartsView .key { width: 1; padding: 0; }
    QuestionBlock > NoteArea {
        height: auto; min-height: 2; max-height: 8; padding: 0; margin: 0 0 0 3; background: $veld;
    }
    QuestionBlock > .help { padding: 0 0 0 2; color: $stil; }
    QuestionBlock > .notes-label { padding: 0 0 0 3; color: $stil; }
    """

    def __init__(self, desk: FormDesk[Any], step: Step, answered: Answered) -> None:
        super().__init__()
        self.desk = desk
        self.step = step
        self._title = Static(classes="title")
        self._help = Static(classes="help")
        self._notes_label = Static(classes="notes-label")
        self.parts = PartsView(answered, key="")
        self.note: NoteArea | None = NoteArea() if step.notes or not step.parts else None
        self.parts.prepare(desk, step)
        self.show_words()

    def compose(self) -> ComposeResult:
        """Words, choices, text."""
        yield self._title
        yield self._help
        if self.step.parts:
            yield self.parts
        if self.note is not None:
            yield self._notes_label
            yield self.note

    def on_mount(self) -> None:
        """What was filled in before."""
        self.parts.disabled = bool(self.desk.book.dossier.read_only)
        if self.note is not None:
            self.desk.note(self.step).fill(self.note)
            if self.note.saver is not None and self.desk.book.dossier.drafts.recovered():
                bring_back(self.app, self.note, self.desk.name(self.step, "text"))  # type: ignore[arg-type]

    def show_words(self) -> None:
        """The question in the language of the moment, with how it stands."""
        there = not self.desk.book.at(self.step).empty
        state: Piece = (
            (sign("done"), "ok") if there else (sign("open"), "accent" if self.step.core else "stil")
        )
        self._title.update(assemble(state, " ", safe(str(self.step.text), "kop")))
        self._help.update(safe(" ".join(str(self.step.help).split())))
        self._help.display = bool(self.step.help)
        label = str(self.step.notes_label) or (_("Explanation") if self.step.parts else "")
        self._notes_label.update(safe(label))
        self._notes_label.display = bool(label)

    def relabel(self, step: Step) -> None:
        """The same question in another language, or with other options."""
        self.step = step
        self.parts.relabel(step)
        self.show_words()

    def refill(self) -> None:
        """Show what is kept now; what is being typed stays."""
        self.parts.refill()
        if self.note is not None and (self.note.saver is None or not self.note.saver.dirty):
            text = self.desk.book.at(self.step).text
            if text != self.note.text:
                self.desk.note(self.step).fill(self.note)
        self.show_words()

    def entry(self) -> Widget:
        """What takes the focus first."""
        first = self.parts.after(None)
        if first is not None:
            return first.entry()
        return self.note if self.note is not None else self


class SectionForm(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The questions of one section."""

    DEFAULT_CSS = """
    SectionForm { height: 1fr; width: 1fr; scrollbar-size: 1 1; scrollbar-gutter: stable; }
    """

    def __init__(self, desk: FormDesk[Any], answered: Answered) -> None:
        super().__init__()
        self._desk = desk
        self._answered = answered
        self.blocks: dict[str, QuestionBlock] = {}

    def compose(self) -> ComposeResult:
        """What was prepared before there was a screen."""
        yield from self.blocks.values()

    def prepare(self, steps: Iterable[Step]) -> None:
        """Make the questions of the section to begin with."""
        self.blocks = {step.question: self._block(step) for step in steps}

    async def show(self, steps: Iterable[Step]) -> None:
        """The questions of another section in place of these."""
        await self.remove_children()
        self.prepare(steps)
        await self.mount_all(self.blocks.values())
        self.scroll_home(animate=False)

    async def reroute(self, steps: Iterable[Step]) -> None:
        """Other questions apply after an answer: what stays, stays as it is."""
        wanted = {step.question: step for step in steps}
        after: QuestionBlock | None = None
        for question, step in wanted.items():
            known = self.blocks.get(question)
            if known is None:
                known = self.blocks[question] = self._block(step)
                if after is None:
                    await self.mount(known, before=0)
                else:
                    await self.mount(known, after=after)
            after = known
        for question, block in self.blocks.items():
            block.display = question in wanted

    def _block(self, step: Step) -> QuestionBlock:
        return QuestionBlock(self._desk, step, self._answered)

    def first(self) -> QuestionBlock | None:
        """The first question that applies."""
        return next((block for block in self.blocks.values() if block.display), None)

    def refill(self) -> None:
        """Show what is kept now."""
        for block in self.blocks.values():
            block.refill()

    def marks(self) -> None:
        """The signs before the questions may be different."""
        for block in self.blocks.values():
            block.show_words()
            block.parts.changed()

    def relabel(self, steps: Iterable[Step]) -> None:
        """The same questions in the language of the moment."""
        for step in steps:
            if step.question in self.blocks:
                self.blocks[step.question].relabel(step)
