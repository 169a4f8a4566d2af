"""Choosing by one key: `ChoiceLine` (one of some), `MultiChoice` (ticks), `RatingLine` (a mark, 1 to 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.message import Message

from boce_tui.domain.answers import DONT_KNOW, NOT_APPLICABLE
from boce_tui.locale import _
from boce_tui.tui.widgets.choices import Choices, Choosable

__all__ = ["ChoiceLine", "Choices", "Choosable", "MultiChoice", "RatingLine", "rating_options"]


class ChoiceLine(Choices):
    """One of some options; says at the end what is chosen: "now: 5 reached"."""

    @dataclass
    class Chosen(Message):
        """Another option was chosen, or none.

        Attributes:
            line: The choice line.
            option: The id, or None when it was cleared.
        """

        line: ChoiceLine
        option: str | None

        @property
        def control(self) -> ChoiceLine:
            """The choice line, for ``@on`` selectors."""
            return self.line

    def __init__(
        self,
        options: Iterable[Choosable],
        chosen: str | None = None,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        self._chosen = chosen
        super().__init__(options, name=name, id=id, classes=classes)
        self._to_chosen()

    @property
    def chosen(self) -> str | None:
        """The id of what is chosen."""
        return self._chosen

    def show_chosen(self, option: str | None) -> None:
        """Show another choice; nobody is told."""
        self._chosen = option
        self._to_chosen()
        self.changed()

    def _to_chosen(self) -> None:
        self._at = next((i for i, option in enumerate(self._options) if option.id == self._chosen), self._at)

    def is_on(self, option: str) -> bool:
        """Whether this is the one."""
        return option == self._chosen

    def tail(self) -> str:
        """What is chosen, in words."""
        if self._chosen is None:
            return ""
        key = next((option.key for option in self._options if option.id == self._chosen), "")
        return _("now: {choice}").format(choice=f"{key} {self.label_of(self._chosen)}".strip())

    def take(self, option: str) -> None:
        """Choose it and tell."""
        if option != self._chosen:
            self.show_chosen(option)
            self.post_message(self.Chosen(self, option))

    def take_nothing(self) -> None:
        """Clear it and tell."""
        if self._chosen is not None:
            self.show_chosen(None)
            self.post_message(self.Chosen(self, None))


class RatingLine(ChoiceLine):
    """A mark from 1 to 5, 0 for not applicable, 9 for don't know: no word that is typed chooses one.

    Args:
        chosen: ``"1"`` ... ``"5"``, `NOT_APPLICABLE`, `DONT_KNOW` or None.
        low: What 1 means.
        high: What 5 means.
    """

    def __init__(
        self,
        chosen: str | None = None,
        *,
        low: str = "",
        high: str = "",
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(rating_options(low, high), chosen, name=name, id=id, classes=classes)


def rating_options(low: str = "", high: str = "") -> list[Choosable]:
    """The options of a mark, in the user's language."""
    middle = "" if low or high else _("partly")
    labels = {1: low or _("not at all"), 3: middle, 5: high or _("completely")}
    marks = [Choosable(str(score), labels.get(score, ""), str(score)) for score in range(1, 6)]
    return [*marks, Choosable(NOT_APPLICABLE, _("n.a."), "0"), Choosable(DONT_KNOW, _("don't know"), "9")]


class MultiChoice(Choices):
    """Any number of options, each with a tick box."""

    @dataclass
    class Changed(Message):
        """Other options are ticked.

        Attributes:
            line: The choice line.
            options: The ids of all that are ticked, in the order of the options.
        """

        line: MultiChoice
        options: tuple[str, ...]

        @property
        def control(self) -> MultiChoice:
            """The choice line, for ``@on`` selectors."""
            return self.line

    def __init__(
        self,
        options: Iterable[Choosable],
        chosen: Iterable[str] = (),
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        self._ticked = set(chosen)
        super().__init__(options, name=name, id=id, classes=classes)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of all that are ticked, in the order of the options; unknown ids come last."""
        known = [option.id for option in self._options]
        return (*(i for i in known if i in self._ticked), *sorted(self._ticked.difference(known)))

    def show_chosen(self, options: Iterable[str]) -> None:
        """Show other ticks; nobody is told."""
        self._ticked = set(options)
        self.changed()

    def is_on(self, option: str) -> bool:
        """Whether it is ticked."""
        return option in self._ticked

    def tick(self, option: str) -> str:
        """The tick box."""
        return "[x] " if option in self._ticked else "[ ] "

    def take(self, option: str) -> None:
        """Tick or untick it and tell."""
        self.show_chosen(self._ticked ^ {option})
        self.post_message(self.Changed(self, self.chosen))

    def take_nothing(self) -> None:
        """Untick the one under the cursor and tell."""
        if self._options and self._options[self._at].id in self._ticked:
            self.take(self._options[self._at].id)
