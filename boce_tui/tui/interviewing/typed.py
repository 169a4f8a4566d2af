"""Numbers, dates and lists that are typed at a question."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static, TextArea

from boce_tui.cycle.interviewing.values import read_typed, unit_words
from boce_tui.errors import BadInput
from boce_tui.instruments.model import Part
from boce_tui.locale import _
from boce_tui.tui.text import safe
from boce_tui.tui.widgets.line_area import LineArea
from boce_tui.tui.widgets.note_area import NoteArea

_TAKE = "="


class TypedLine(Vertical):
    """A number or a date with its unit; what is wrong stands under it, and is never lost.

    Args:
        part: What is asked.
        measured: What the app measured itself: said beside the field, and taken over with `=`.
    """

    DEFAULT_CSS = """
    TypedLine { height: auto; width: 1fr; }
    TypedLine > Horizontal { height: 1; }
    TypedLine LineArea { width: 16; margin: 0 1 0 2; }
    TypedLine .unit { width: 1fr; height: 1; color: $stil; }
    TypedLine > .problem { height: auto; display: none; margin: 0 0 0 2; }
    TypedLine.-wrong > .problem { display: block; }
    """

    def __init__(self, part: Part, measured: Callable[[], int] | None = None) -> None:
        super().__init__()
        self._part = part
        self._measured = measured
        self.line = LineArea(placeholder=self._example())
        self._unit = Static(classes="unit")
        self._problem = Static(classes="problem")

    def compose(self) -> ComposeResult:
        """The line, the unit, what is wrong."""
        with Horizontal():
            yield self.line
            yield self._unit
        yield self._problem

    def on_mount(self) -> None:
        """The unit in the language of the moment."""
        self.relabel(self._part)

    def relabel(self, part: Part) -> None:
        """Other words (another language)."""
        self._part = part
        self._unit.update(safe(self._unit_words()))
        self.line.show_placeholder(self._example())
        if self.has_class("-wrong"):
            self.check()

    def _example(self) -> str:
        examples = {"date": _("dd-mm-yyyy"), "month": _("mm-yyyy")}
        return examples.get(self._part.type, "")

    def _unit_words(self) -> str:
        unit = unit_words(self._part)
        if self._measured is None:
            return unit
        return _("{unit}; = fills in the measured {n}").format(unit=unit, n=self._measured())

    def problem(self) -> str:
        """Why what stands there cannot be kept as a value; empty when it can."""
        try:
            read_typed(self._part, self.line.text)
        except BadInput as problem:
            return problem.message
        return ""

    def check(self) -> bool:
        """Say under the field what is wrong; True when nothing is."""
        problem = self.problem()
        self._problem.update(safe(problem, "fout"))
        self.set_class(bool(problem), "-wrong")
        return not problem

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """While typing no complaint; a complaint goes away as soon as it is right."""
        event.stop()
        if self._measured is not None and self.line.text.strip() == _TAKE:
            self.line.retype(str(self._measured()))
            self.line.move_cursor(self.line.document.end)
        if self.has_class("-wrong"):
            self.check()

    def on_descendant_blur(self) -> None:
        """The field is left: now a complaint helps."""
        self.check()


class ItemsArea(NoteArea):
    """Short texts, one a line, with their numbers in front; enter on the last one goes on.

    Args:
        most: The most lines there may be; None: no limit.
        full: Called when enter is pressed on the last line there may be.
    """

    DEFAULT_CSS = """
    ItemsArea { height: auto; max-height: 6; width: 1fr; background: $veld; margin: 0 0 0 2; padding: 0; }
    """

    def __init__(self, most: int | None, full: Callable[[], None]) -> None:
        super().__init__(soft_wrap=True)
        self.most = most
        self._when_full = full
        self.show_line_numbers = True

    @property
    def items(self) -> tuple[str, ...]:
        """The texts."""
        return tuple(line.strip() for line in self.text.split("\n") if line.strip())

    def _full(self, more: int) -> bool:
        return self.most is not None and self.document.line_count + more > self.most

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self._full(1):
            event.prevent_default()
            event.stop()
            self._when_full()
            return
        await super()._on_key(event)

    def to_empty_line(self) -> None:
        """Put the cursor where a new item goes; when all lines are full, behind the last one."""
        rows = self.text.split("\n")
        empty = next((row for row, words in enumerate(rows) if not words.strip()), None)
        if empty is not None:
            self.move_cursor((empty, 0))
            return
        self.move_cursor(self.document.end)
        if not (self._full(1) or self.read_only):
            self.action_newline()

    def action_newline(self) -> None:
        """A line break, when there is room for one more line."""
        if not self._full(1):
            super().action_newline()

    def refusal(self, text: str) -> str:
        """Pasted lines must fit too."""
        if self.most is not None and self._full(text.count("\n")):
            return _("Not pasted: there is room for {most} lines. Paste them one by one.").format(
                most=self.most
            )
        return super().refusal(text)
