"""Answers that are typed: numbers, dates, lists, and tables row by row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from boce_tui.cycle.interviewing.values import (
    TYPED,
    as_cell,
    cell_text,
    offered,
    read_typed,
    shown,
    typed_value,
    unit_words,
)
from boce_tui.domain.answers import Amount, Grid, Items, Scalar, When
from boce_tui.domain.interviewing import Answer
from boce_tui.errors import BadInput, BoceError
from boce_tui.instruments.model import Column, Option, Part
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.plain import commands
from boce_tui.plain.choosing import Spoken, by_key, found, keyed, range_words, say_chosen
from boce_tui.plain.pens import Pen, keeping
from boce_tui.plain.prompt import Changed
from boce_tui.plain.room import Cleared, Room
from boce_tui.plain.telling import cell_words
from boce_tui.store import Stored


def ask_typed(room: Room, step: Step, part: Part) -> None:
    """A number, an amount, a date or a month."""
    value = room.talk.answer(step, room.who).values.get(part.id)
    old = shown(part.type, value.value) if isinstance(value, Amount | When) else ""
    who = room.who
    pen = room.pens.field(
        step,
        f"values.{part.id}.typed",
        who,
        old,
        lambda text: room.talk.write_value(step, part.id, typed_value(part, text), who),
    )
    name = str(part.label) or _("Answer")
    example = {"date": _("dd-mm-yyyy"), "month": _("mm-yyyy")}.get(part.type, unit_words(part))
    _one_typed(room, f"{name} ({example})" if example else name, pen, old, part)


def _one_typed(room: Room, question: str, pen: Pen, old: str, item: Part | Column) -> None:
    """Ask until it can be read or enter is given; what could not be read becomes a note."""
    unreadable = ""
    if old:
        room.say(_("Now: {choice}. Enter keeps it.").format(choice=old))
    while True:
        try:
            typed = room.ask(question, partial(keeping, pen, old))
        except Cleared:
            old = ""
            pen.become(old)
            pen.keep()
            room.say(_("Nothing is filled in here now."))
            continue
        if not typed.strip():
            break
        try:
            if item.type in TYPED:
                read_typed(item, typed)
        except BadInput as problem:
            unreadable = typed
            room.voice.problem(problem)
            continue
        unreadable = ""
        old = typed
        break
    pen.become(old)
    pen.keep()
    room.tell_trouble()
    if unreadable:
        _as_note(room, f"{item.label}: {unreadable}" if str(item.label) else unreadable)
        room.say(_("'{text}' could not be read as a value; it is kept as a note.").format(text=unreadable))


def _as_note(room: Room, words: str) -> None:
    note = room.note(room.talk.step)
    note.become(f"{note.text}\n{words}" if note.text.strip() else words)
    note.keep()


def ask_items(room: Room, step: Step, part: Part) -> None:
    """A list, line by line; of a top three the best first."""
    value = room.talk.answer(step, room.who).values.get(part.id)
    items = list(value.items) if isinstance(value, Items) else []
    who, most = room.who, part.items
    pen = room.pens.field(
        step,
        f"values.{part.id}.typed",
        who,
        "\n".join(items),
        lambda text: room.talk.write_items(step, part.id, tuple(text.split("\n")), who),
    )
    if str(part.label):
        room.say(str(part.label))
    room.say(_("One line each. Enter on an empty line: that is all."))
    place = 0
    while most is None or place < most:
        old = items[place] if place < len(items) else ""
        if old:
            room.say(_("Now: {choice}. Enter keeps it.").format(choice=old))
        question = _("{at} of {total}").format(at=place + 1, total=most) if most else str(place + 1)

        def typed_now(text: str, place: int = place, items: list[str] = items) -> None:
            pen.become("\n".join(_with(items, place, text)))

        try:
            typed = room.ask(question, partial(_same, typed_now))
        except Cleared:
            items = [*items[:place], *items[place + 1 :]]
            pen.become("\n".join(items))
            pen.keep()
            room.say(_("This line is gone."))
            continue
        if not typed.strip() and not old:
            break
        items = _with(items, place, typed)
        pen.become("\n".join(items))
        pen.keep()
        room.tell_trouble()
        place += 1


def _same(changed: Changed) -> Changed:
    return changed


def _with(items: list[str], place: int, text: str) -> list[str]:
    line = " ".join(text.split())
    return [*items[:place], line, *items[place + 1 :]] if line else items


class Table:
    """A table, row by row and in a row column by column."""

    def __init__(self, room: Room, step: Step, part: Part) -> None:
        self.room = room
        self.step = step
        self.part = part

    def ask(self) -> None:
        """Every cell; enter leaves it as it is."""
        room, part = self.room, self.part
        if str(part.label):
            room.say(str(part.label))
        for column in part.columns:
            if offered(column):
                each = ", ".join(f"{option.key} {option.label}".strip() for option in keyed(column))
                room.say(f"{column.label}: {each}" if str(column.label) else each)
        room.say(
            _("Row by row. Enter leaves a cell as it is; {command} leaves the rest of the table.").format(
                command=commands.shown("ready")
            )
        )
        for place, row in enumerate(part.rows, start=1):
            for column in part.columns:
                self._cell(place, row, column)

    def _now(self, row: str, column: Column) -> Scalar:
        value = self.room.talk.answer(self.step, self.room.who).values.get(self.part.id)
        return value.cells.get(row, {}).get(column.id) if isinstance(value, Grid) else None

    def _cell(self, place: int, row: Option, column: Column) -> None:
        names = [_("{at} of {total}").format(at=place, total=len(self.part.rows)), str(row)]
        if str(column.label):
            names.append(str(column.label))
        now = cell_words(column, self._now(row.id, column))
        if offered(column):
            self._chosen(", ".join(names), row.id, column, now)
        else:
            self._typed(", ".join(names), row.id, column)

    def _set(self, row: str, column: Column, cell: Scalar) -> None:
        if cell != self._now(row, column):
            self.room.talk.set_cell(self.step, self.part.id, row, column.id, cell, self.room.who)

    def _chosen(self, name: str, row: str, column: Column, now: str) -> None:
        options = keyed(column)
        before = self._now(row, column)
        spoken = Spoken(self.room, self.step)

        def live() -> Callable[[str], None]:
            nonlocal spoken
            spoken = Spoken(self.room, self.step)
            return typed_now

        def typed_now(text: str) -> None:
            option = by_key(options, text)
            spoken.become("" if option else text)
            try:
                self._set(row, column, as_cell(column, option.id) if option else before)
            except BoceError:  # said when enter is pressed
                return

        while True:
            words = f"{name} ({range_words(options)})"
            question = _("{name}, now {choice}").format(name=words, choice=now) if now else words
            try:
                typed = self.room.ask(question, live, takes=lambda text: by_key(options, text) is not None)
            except Cleared:
                before, now = None, ""
                self._set(row, column, None)
                continue
            option = found(options, typed)
            if option is None and typed.strip():
                self._set(row, column, before)
                if not spoken.keep(typed, name):
                    self.room.say(
                        _("'{text}' is not one of these: {range}.").format(
                            text=typed, range=range_words(options)
                        )
                    )
                continue
            spoken.become("")
            self._set(row, column, as_cell(column, option.id) if option else before)
            if option is not None and by_key(options, typed) is None:
                say_chosen(self.room, option.label)
            return

    def _typed(self, name: str, row: str, column: Column) -> None:
        step, part, who = self.step, self.part.id, self.room.who
        old = cell_text(column, self._now(row, column)) or ""

        def write(text: str) -> Stored[Answer]:
            cell = read_typed(column, text) if column.type in TYPED else text
            return self.room.talk.write_cell(step, part, row, column.id, cell or None, who)

        kind = "typed" if column.type in TYPED else "cells"
        path = f"values.{part}.{kind}.{row}.{column.id}"
        _one_typed(self.room, name, self.room.pens.field(step, path, who, old, write), old, column)
