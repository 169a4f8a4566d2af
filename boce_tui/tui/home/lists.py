"""The two lists of the dashboard: the steps of the year, and what is to be done now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from boce_tui.cycle.dashboard import StepLine, Task
from boce_tui.tui.signs import mark, state
from boce_tui.tui.text import Tone, assemble, cut, pad, pad_left, wrap
from boce_tui.tui.widgets.items_view import ItemsView

_LEAD = 2
_NUMBER = 2
_STATE = 14
_ROOM_FOR_WHY = 44


class StepList(ItemsView):
    """Every step with its state, one line each."""

    steps: Sequence[StepLine] = ()

    def show(self, steps: Sequence[StepLine]) -> None:
        """Show these steps; the cursor stays on the same one."""
        keep = self.current
        self.steps = steps
        self.items_changed(keep)

    def item_count(self) -> int:
        """The number of steps."""
        return len(self.steps)

    def item_id(self, index: int) -> str:
        """The id of the screen it opens."""
        return self.steps[index].id

    def item_lines(self, index: int, width: int) -> list[Content]:
        """Number, title, state."""
        step = self.steps[index]
        lead = mark("▸") + " " if index == self.cursor and self.has_focus else "  "
        room = max(4, width - _LEAD - _NUMBER - 1 - _STATE - 1)
        words = f"{lead}{pad_left(str(index + 1), _NUMBER)} {pad(step.title, room)} "
        return [assemble(words, state(step.state, step.detail))]  # type: ignore[arg-type]


class TaskList(ItemsView):
    """What to do now, each in as many lines as it needs; why stands below it where there is room."""

    same_height: ClassVar[bool] = False
    tasks: Sequence[Task] = ()

    def show(self, tasks: Sequence[Task]) -> None:
        """Show these tasks; the cursor stays on the same one."""
        keep = self.current
        self.tasks = tasks
        self.items_changed(keep)

    def named(self, item: str) -> Task | None:
        """The task with this id, as far as it is still there."""
        return next((t for index, t in enumerate(self.tasks) if self.item_id(index) == item), None)

    def item_count(self) -> int:
        """The number of tasks."""
        return len(self.tasks)

    def item_id(self, index: int) -> str:
        """Its words: a task that is done must not leave the cursor on another by number."""
        task = self.tasks[index]
        return "\0".join((task.target, task.key, task.text))

    def _lines(self, index: int, width: int) -> list[Content]:
        task = self.tasks[index]
        on = index == self.cursor and self.has_focus
        lead = mark("▸") + " " if on else ("! " if task.urgent else mark("·") + " ")
        tone: Tone = "let-op" if task.urgent else ""
        rows = [
            assemble((lead if not at else "  ", tone if task.urgent else "accent"), (line, tone))
            for at, line in enumerate(wrap(task.text, max(8, width - _LEAD)))
        ]
        if width >= _ROOM_FOR_WHY and task.why:
            rows.append(assemble("  ", (cut(task.why, width - _LEAD), "stil")))
        return rows

    def item_height(self, index: int, width: int) -> int:
        """As many lines as its words need."""
        return max(1, len(self._lines(index, width)))

    def item_lines(self, index: int, width: int) -> list[Content]:
        """The words of a task, wrapped."""
        return self._lines(index, width)
