"""Answers that are chosen: one of some, any number, a SWOT item; with words for "other"."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widget import Widget

from boce_tui.domain.answers import Choice, SwotItem
from boce_tui.domain.answers import Choices as Several
from boce_tui.instruments.model import OTHER, Part
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.tui.interviewing.control import PartControl, PartDesk
from boce_tui.tui.interviewing.options import (
    as_value,
    choosables,
    chosen_id,
)
from boce_tui.tui.interviewing.pick_line import PickLine, SettlingLine
from boce_tui.tui.widgets.choice import ChoiceLine, MultiChoice
from boce_tui.tui.widgets.line_area import LineArea

MANY = 9
"""More options than there are digits do not stand on lines: they are picked from a list."""


class OneChoice(PartControl):
    """One of some: marks, yes and no, statuses, choices, references; with words for "other"."""

    def __init__(self, desk: PartDesk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        options = choosables(part)
        made: type[SettlingLine] = PickLine if len(options) > MANY else SettlingLine
        self.line = made(options, chosen_id(desk.value(step, part.id)))
        self.line.taken = self._taken
        self._other = LineArea(placeholder=_("namely ..."))

    def compose(self) -> ComposeResult:
        """The options, and the line for other words."""
        yield self.line
        if self.part.other:
            yield self._other

    def on_mount(self) -> None:
        """What was typed before."""
        self._show_other()

    def _show_other(self) -> None:
        if not self.part.other:
            return
        value = self.desk.value(self.step, self.part.id)
        there = isinstance(value, Choice) and value.option == OTHER
        self._other.display = there
        if there and isinstance(value, Choice):
            step, part = self.step, self.part.id
            who = self.desk.who
            self.desk.field(
                step,
                f"values.{part}.other",
                value.other,
                lambda text: self.desk.talk.write_other(step, part, text, who),
            ).fill(self._other)

    def entry(self) -> Widget:
        """The options."""
        return self.line

    def on_choice_line_chosen(self, event: ChoiceLine.Chosen) -> None:
        """It was kept at once, see `_taken`."""
        event.stop()

    def _taken(self, option: str | None) -> None:
        before = self.desk.value(self.step, self.part.id)
        self.desk.set_value(self.step, self.part.id, as_value(self.part, option, before))
        self._show_other()
        other = option == OTHER and self.part.other
        self.answered(self, done=option is not None and not other)
        if other:
            self.screen.set_focus(self._other)

    def refill(self) -> None:
        """The value as it is kept now."""
        self.line.show_chosen(chosen_id(self.desk.value(self.step, self.part.id)))
        self._show_other()

    def relabel(self, step: Step, part: Part) -> None:
        """Options in the other language."""
        super().relabel(step, part)
        self.line.show_options(choosables(part))
        self._other.show_placeholder(_("namely ..."))


class ManyChoice(PartControl):
    """Any number of options, with words for "other"."""

    def __init__(self, desk: PartDesk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        self.line = MultiChoice(choosables(part), self._kept().options)
        self._other = LineArea(placeholder=_("namely ..."))

    def _kept(self) -> Several:
        value = self.desk.value(self.step, self.part.id)
        return value if isinstance(value, Several) else Several()

    def compose(self) -> ComposeResult:
        """The options, and the line for other words."""
        yield self.line
        if self.part.other:
            yield self._other

    def on_mount(self) -> None:
        """What was typed before."""
        self._show_other()

    def _show_other(self) -> None:
        if not self.part.other:
            return
        kept = self._kept()
        there = OTHER in kept.options
        if there and not self._other.saver:
            step, part, who = self.step, self.part.id, self.desk.who
            self.desk.field(
                step,
                f"values.{part}.other",
                kept.other,
                lambda text: self.desk.talk.write_other(step, part, text, who),
            ).fill(self._other)
        self._other.display = there

    def entry(self) -> Widget:
        """The options."""
        return self.line

    def on_multi_choice_changed(self, event: MultiChoice.Changed) -> None:
        """Keep it."""
        event.stop()
        fresh = OTHER in event.options and OTHER not in self._kept().options
        value = Several(options=event.options, other=self._kept().other)
        self.desk.set_value(self.step, self.part.id, value if event.options else None)
        self._show_other()
        if fresh and self.part.other:
            self.screen.set_focus(self._other)
        self.answered(self, done=False)

    def refill(self) -> None:
        """The value as it is kept now."""
        self.line.show_chosen(self._kept().options)
        self._show_other()

    def relabel(self, step: Step, part: Part) -> None:
        """Options in the other language."""
        super().relabel(step, part)
        self.line.show_options(choosables(part))
        self._other.show_placeholder(_("namely ..."))


class Swot(OneChoice):
    """A strength, weakness, opportunity or threat, with its words."""

    def __init__(self, desk: PartDesk, step: Step, part: Part) -> None:
        super().__init__(desk, step, part)
        self.words = LineArea(placeholder=_("in a few words"))

    def compose(self) -> ComposeResult:
        """The four cells and the words."""
        yield self.line
        yield self.words

    def on_mount(self) -> None:
        """What was typed before."""
        step, part, who = self.step, self.part.id, self.desk.who
        value = self.desk.value(step, part)
        self.desk.field(
            step,
            f"values.{part}.text",
            value.text if isinstance(value, SwotItem) else "",
            lambda text: self.desk.talk.write_swot_text(step, part, text, who),
        ).fill(self.words)

    def _taken(self, option: str | None) -> None:
        super()._taken(option)
        if option is not None and not self.words.text.strip():
            self.screen.set_focus(self.words)
