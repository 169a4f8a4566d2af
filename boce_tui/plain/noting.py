"""The notes of a question: every line that is typed is added; an empty line goes on. Quotes stand in them."""

from __future__ import annotations

from boce_tui.cycle.interviewing import last_sentence
from boce_tui.errors import BadInput
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.plain.behind import marked
from boce_tui.plain.pens import joined
from boce_tui.plain.prompt import Changed
from boce_tui.plain.room import Cleared, Room
from boce_tui.plain.telling import quote_line, say_note


def ask_note(room: Room, step: Step) -> None:
    """Take lines until an empty one."""
    if not step.notes:
        room.ask(_("Enter goes to the next question"))
        return
    say_note(room)
    question = str(step.notes_label) or _("Your note")
    words = _("{name} (an empty line goes to the next question)").format(name=question)
    line = NoteLine(room, step)
    while True:
        try:
            typed = room.ask(words, line, quotes=True)
        except Cleared:
            note = room.note(step)
            note.become("")
            note.keep()
            room.say(_("The note is empty now. In the screens of boce ctrl+z brings older text back."))
            continue
        if not typed.strip():
            return
        line.keep(typed)
        room.tell_trouble()
        words = question


class NoteLine:
    """A line that is added to the note as it stands when the line is begun: a command may have changed it."""

    def __init__(self, room: Room, step: Step) -> None:
        self._room = room
        self._step = step

    def __call__(self) -> Changed:
        """A new line is begun."""
        self._note = self._room.note(self._step)
        self._before = self._note.text
        return self.become

    def become(self, text: str) -> None:
        """This stands in the line now."""
        self._note.become(joined(self._before, text))

    def keep(self, text: str) -> None:
        """The line is ready."""
        self.become(text)
        self._note.keep()


def catch_quote(room: Room, step: Step, words: str) -> None:
    """Make these words a quote, in the note too; without words the last sentence of the note."""
    note = room.note(step)
    text = room.talk.answer(step, room.who).text
    if words:
        start = text.find(words)
        if start < 0 and step.notes:
            note.become(joined(text, marked(words)))
            start = len(note.text) - len(words) - 1
        else:
            note.become(text)
        note.keep()
    else:
        start, end = last_sentence(text, len(text))
        words = text[start:end]
    stored = room.talk.add_quote(step, words, start, room.who)
    if stored.value:
        room.say(quote_line(stored.value))


def ask_quotes(room: Room, step: Step) -> None:
    """Literal words at a question that asks for them; enter is none, or no more."""
    line = NoteLine(room, step)

    def live() -> Changed:
        add = line()
        return lambda text: add(marked(text)) if step.notes else None

    while True:
        typed = room.ask(_("Quote, literally (enter: none or no more)"), live)
        if not typed.strip():
            return
        try:
            catch_quote(room, step, typed.strip())
        except BadInput as problem:
            room.voice.problem(problem)
