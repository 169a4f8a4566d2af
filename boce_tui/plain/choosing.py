"""Choices: the options are said once with a number; a typed number is kept as soon as it stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boce_tui.cycle.interviewing.values import as_value, offered
from boce_tui.domain.answers import DONT_KNOW, NOT_APPLICABLE, Choice, Choices, SwotItem, Value
from boce_tui.domain.text import fold
from boce_tui.errors import BoceError
from boce_tui.instruments.model import OTHER, Column, Part
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.plain.pens import Write, joined, keeping
from boce_tui.plain.room import Cleared, Room
from boce_tui.plain.telling import value_lines

_SHORT = 3
"""Longer than this it is no slip of a finger beside an option."""
_BETWEEN = re.compile(r"[\s,;+]+")


@dataclass(frozen=True)
class Keyed:
    """An option with what is typed for it."""

    key: str
    id: str
    label: str


def keyed(item: Part | Column) -> list[Keyed]:
    """The options of a part or column; of a mark the digit itself, and a letter for the two non-answers."""
    options = offered(item)
    if item.type != "rating_1_5":
        return [Keyed(str(place), option.id, str(option)) for place, option in enumerate(options, start=1)]
    letters = {NOT_APPLICABLE: _("n"), DONT_KNOW: _("d")}
    return [
        Keyed(letters.get(option.id, option.id), option.id, "" if str(option) == option.id else str(option))
        for option in options
    ]


def found(options: Sequence[Keyed], text: str) -> Keyed | None:
    """The option that was meant: its key, or words that only one option begins with."""
    wanted = fold(text.strip())
    if not wanted:
        return None
    for option in options:
        if wanted == fold(option.key):
            return option
    if wanted.isdecimal():
        return None
    likely = [option for option in options if fold(option.label).startswith(wanted)]
    return likely[0] if len(likely) == 1 else None


def all_found(options: Sequence[Keyed], text: str) -> list[Keyed] | None:
    """The options in a line with several numbers; None when one of them is no option."""
    meant = [found(options, word) for word in _BETWEEN.split(text.strip()) if word]
    if any(option is None for option in meant):
        return None
    return [option for option in meant if option is not None]


def say_options(room: Room, options: Sequence[Keyed]) -> None:
    """The options, one a line."""
    for option in options:
        room.say(f"{option.key}  {option.label}".rstrip())


def range_words(options: Sequence[Keyed]) -> str:
    """What can be typed, in short: "1-5, n, w"."""
    numbers = [option.key for option in options if option.key.isdecimal()]
    others = [option.key for option in options if not option.key.isdecimal()]
    span = [f"{numbers[0]}-{numbers[-1]}"] if len(numbers) > 1 else numbers
    return ", ".join([*span, *others])


class Chooser:
    """Choosing at one part.

    Args:
        room: The interview.
        step: The question.
        part: The part of it.
    """

    def __init__(self, room: Room, step: Step, part: Part) -> None:
        self.room = room
        self.step = step
        self.part = part
        self.options = keyed(part)

    def value(self) -> Value | None:
        """The value as it is kept now."""
        return self.room.talk.answer(self.step, self.room.who).values.get(self.part.id)

    def take(self, value: Value | None) -> None:
        """Keep a value."""
        if value != self.value():
            self.room.talk.set_value(self.step, self.part.id, value, self.room.who)

    def ask(self) -> None:
        """Say the options and take a choice; enter keeps what there is."""
        room, part = self.room, self.part
        if str(part.label):
            room.say(f"{part.label}")
        say_options(room, self.options)
        if not self.options:
            room.say(_("There is nothing to choose from in this round."))
            return
        for line in value_lines(part, self.value()):
            room.say(_("Now: {choice}. Enter keeps it.").format(choice=line))
        several = part.type == "multi_choice"
        words = _("Choices, with spaces ({range})") if several else _("Choice ({range})")
        while True:
            before = self.value()
            typed = self._asked(words.format(range=range_words(self.options)), before)
            if typed is None:
                continue
            if not typed.strip():
                break
            value = self._read(typed, before)
            if value is not None:
                self.take(value)
                break
            self.take(before)
            if self._spoken(typed):
                note = room.note(self.step)
                note.become(joined(room.talk.answer(self.step, room.who).text, typed))
                note.keep()
                room.say(_("'{text}' is no choice; it is kept as a note.").format(text=typed))
                continue
            room.say(
                _("'{text}' is not one of these: {range}.").format(
                    text=typed, range=range_words(self.options)
                )
            )
        self._more()

    def _spoken(self, text: str) -> bool:
        """Whether this is an answer in words, that belongs in the note."""
        return self.step.notes and len(text.strip()) > _SHORT

    def _asked(self, question: str, before: Value | None) -> str | None:
        try:
            return self.room.ask(question, self._live(before))
        except Cleared:
            self.take(None)
            self.room.say(_("Nothing is filled in here now."))
            return None

    def _live(self, before: Value | None) -> Callable[[str], None]:
        """What is typed is chosen at once, so that it is kept when it is seen; consent waits for enter."""
        note = self.room.note(self.step)
        notes = note.text

        def typed(text: str) -> None:
            value = self._read(text, before) if text.strip() else before
            note.become(joined(notes, text) if value is None and self._spoken(text) else notes)
            if self.part.must_be:
                return
            try:
                self.take(before if value is None else value)
            except BoceError:  # said when enter is pressed
                return

        return typed

    def _read(self, text: str, before: Value | None) -> Value | None:
        if self.part.type == "multi_choice":
            meant = all_found(self.options, text)
            if not meant:
                return None
            chosen = {option.id for option in meant}
            ids = tuple(option.id for option in self.options if option.id in chosen)
            return Choices(options=ids, other=before.other if isinstance(before, Choices) else "")
        option = found(self.options, text)
        return as_value(self.part, option.id, before) if option else None

    def _more(self) -> None:
        """The words behind "other, namely", or those of a strength or weakness."""
        value = self.value()
        step, part, who = self.step, self.part.id, self.room.who
        talk = self.room.talk
        if isinstance(value, SwotItem):
            self._words(
                _("In a few words"), "text", value.text, lambda t: talk.write_swot_text(step, part, t, who)
            )
        elif (isinstance(value, Choice) and value.option == OTHER) or (
            isinstance(value, Choices) and OTHER in value.options
        ):
            self._words(_("Namely"), "other", value.other, lambda t: talk.write_other(step, part, t, who))

    def _words(self, question: str, name: str, old: str, write: Write) -> None:
        room = self.room
        pen = room.pens.field(self.step, f"values.{self.part.id}.{name}", room.who, old, write, whole=False)
        if old:
            room.say(_("Now: {choice}. Enter keeps it.").format(choice=old))
        try:
            typed = room.ask(question, keeping(pen, old))
        except Cleared:
            typed, old = "", ""
        pen.become(typed if typed.strip() else old)
        pen.keep()
        room.tell_trouble()
