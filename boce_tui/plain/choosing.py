"""Choices: the options are said once with a number; a typed number is kept as soon as it stands there.

Words are never silently taken for a choice: what is chosen by its words is said, with how to take it back,
and words that are no choice go to the note.
"""

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
from boce_tui.plain import commands
from boce_tui.plain.pens import Write, joined, keeping
from boce_tui.plain.room import Cleared, Room
from boce_tui.plain.telling import value_lines

_SHORT = 3
"""Digits longer than this are no slip of a finger; words of fewer letters have to be the whole option."""
_BETWEEN = re.compile(r"[\s,;+]+")
_MARKS = {NOT_APPLICABLE: ("0", "na"), DONT_KNOW: ("9", "dontknow")}
"""The digit and the command of the two answers that are no mark; the digits are those of the screens."""


@dataclass(frozen=True)
class Keyed:
    """An option with what is typed for it: its key, or its command where it has one."""

    key: str
    id: str
    label: str
    command: str = ""


def keyed(item: Part | Column) -> list[Keyed]:
    """The options of a part or column; of a mark the digit itself, also for the two non-answers."""
    options = offered(item)
    if item.type != "rating_1_5":
        return [Keyed(str(place), option.id, str(option)) for place, option in enumerate(options, start=1)]
    marks = []
    for option in options:
        key, command = _MARKS.get(option.id, (option.id, ""))
        marks.append(Keyed(key, option.id, "" if str(option) == option.id else str(option), command))
    return marks


def by_key(options: Sequence[Keyed], text: str) -> Keyed | None:
    """The option of which exactly the key was typed, or its command."""
    wanted = fold(text.strip())
    typed = commands.read(text)
    for option in options:
        if wanted == fold(option.key) or (typed is not None and typed == commands.Typed(option.command)):
            return option
    return None


def found(options: Sequence[Keyed], text: str) -> Keyed | None:
    """The option that was meant: its key, its words, or a begin of words that only one option has."""
    wanted = fold(text.strip())
    known = by_key(options, text)
    if known is not None or not wanted or wanted.isdecimal():
        return known
    whole = [option for option in options if fold(option.label) == wanted]
    likely = whole or [
        option for option in options if len(wanted) >= _SHORT and fold(option.label).startswith(wanted)
    ]
    return likely[0] if len(likely) == 1 else None


def all_found(options: Sequence[Keyed], text: str, how: Find = found) -> list[Keyed] | None:
    """The options in a line with several numbers; None when one of them is no option."""
    meant = [how(options, word) for word in _BETWEEN.split(text.strip()) if word]
    if any(option is None for option in meant):
        return None
    return [option for option in meant if option is not None]


def say_options(room: Room, options: Sequence[Keyed]) -> None:
    """The options, one a line."""
    for option in options:
        also = _("or {command}").format(command=commands.shown(option.command)) if option.command else ""
        room.say("  ".join(filter(None, (option.key, option.label, also))))


def say_chosen(room: Room, choice: str) -> None:
    """What was chosen by its words, and how to take that back."""
    room.say(
        _("Chosen: {choice}. {command} takes it back.").format(choice=choice, command=commands.shown("undo"))
    )


def range_words(options: Sequence[Keyed]) -> str:
    """What can be typed, in short: "1-5, 0, 9"."""
    numbers = [option.key for option in options if option.key.isdecimal()]
    span = [key for key in numbers if key not in ("0", "9")] if any(o.command for o in options) else numbers
    others = [option.key for option in options if option.key not in span]
    span = [f"{span[0]}-{span[-1]}"] if len(span) > 1 else span
    return ", ".join([*span, *others])


Find = Callable[[Sequence[Keyed], str], Keyed | None]


class Spoken:
    """Words at a choice: an answer in words, that belongs in the note and is kept there as it is typed."""

    def __init__(self, room: Room, step: Step) -> None:
        self._room = room
        self._step = step
        self._note = room.note(step)
        self._before = self._note.text

    def are_words(self, text: str) -> bool:
        """Whether this is more than a slip of the finger beside a digit."""
        words = any(letter.isalpha() for letter in text) or len(text.strip()) > _SHORT
        return self._step.notes and words

    def become(self, text: str) -> None:
        """The line says this now; empty when it is a choice."""
        self._note.become(joined(self._before, text if self.are_words(text) else ""))

    def keep(self, text: str, about: str = "") -> bool:
        """Keep it as a note and say so; False when it is no words."""
        if not self.are_words(text):
            self.become("")
            return False
        self.become(f"{about}: {text}" if about else text)
        self._note.keep()
        self._room.say(_("'{text}' is no choice; it is kept as a note.").format(text=text))
        return True


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
                self._chosen(typed, value, before)
                break
            self.take(before)
            if not self._spoken.keep(typed):
                room.say(
                    _("'{text}' is not one of these: {range}.").format(
                        text=typed, range=range_words(self.options)
                    )
                )
        self._more()

    def _chosen(self, typed: str, value: Value, before: Value | None) -> None:
        """It is chosen; said when it was meant in words."""
        self._spoken.become("")
        self.take(value)
        if self._read(typed, before, by_key) is None:
            say_chosen(self.room, " / ".join(value_lines(self.part, value)))

    def _asked(self, question: str, before: Value | None) -> str | None:
        def takes(text: str) -> bool:
            return by_key(self.options, text) is not None

        def live() -> Callable[[str], None]:
            self._spoken = Spoken(self.room, self.step)
            return self._live(before, self._spoken)

        try:
            typed = self.room.ask(question, live, takes=takes)
        except Cleared:
            self.take(None)
            self.room.say(_("Nothing is filled in here now."))
            return None
        return typed

    def _live(self, before: Value | None, spoken: Spoken) -> Callable[[str], None]:
        """What is typed is chosen at once, so that it is kept when it is seen; consent waits for enter."""

        def typed(text: str) -> None:
            value = self._read(text, before, by_key) if text.strip() else before
            spoken.become(text if value is None else "")
            if self.part.must_be:
                return
            try:
                self.take(before if value is None else value)
            except BoceError:  # said when enter is pressed
                return

        return typed

    def _read(self, text: str, before: Value | None, how: Find = found) -> Value | None:
        if self.part.type == "multi_choice":
            meant = all_found(self.options, text, how)
            if not meant:
                return None
            chosen = {option.id for option in meant}
            ids = tuple(option.id for option in self.options if option.id in chosen)
            return Choices(options=ids, other=before.other if isinstance(before, Choices) else "")
        option = how(self.options, text)
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
            typed = room.ask(question, lambda: keeping(pen, old))
        except Cleared:
            typed, old = "", ""
        pen.become(typed if typed.strip() else old)
        pen.keep()
        room.tell_trouble()
