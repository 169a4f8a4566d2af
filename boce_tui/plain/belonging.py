"""Words that belong to another question: moved there, or linked and left where they are."""

from __future__ import annotations

from boce_tui.cycle.interviewing import last_sentence
from boce_tui.locale import _
from boce_tui.plain import commands
from boce_tui.plain.naming import no_question, step_named
from boce_tui.plain.room import Room


def take_along(room: Room, rest: str, *, move: bool) -> None:
    """Take the last sentence of the note, or the words behind the question, to that question."""
    talk, here = room.talk, room.talk.step
    number, _space, words = rest.partition(" ")
    there = step_named(talk, number)
    if there is None:
        room.say(no_question(number))
        return
    if talk.gate() is not None or not there.notes or there.gate:
        room.say(_("Question {question} has no note.").format(question=there.question))
        return
    if room.pens.flush():
        room.tell_trouble()
        return
    text = talk.answer(here, room.who).text
    begin, end = _place(text, words.strip())
    if begin == end:
        room.say(_("These words are not in the note of question {question}.").format(question=here.question))
        return
    said = text[begin:end].strip()
    if move:
        talk.move_words(here, there, begin, end, room.who)
        told = _("Moved to {question}: “{words}”. {command} takes it back.")
    else:
        talk.link_words(here, there, begin, end, room.who)
        told = _("Linked to {question}: “{words}”. {command} takes it back.")
    room.say(told.format(question=there.question, words=said, command=commands.shown("undo")))


def _place(text: str, words: str) -> tuple[int, int]:
    if not words:
        return last_sentence(text, len(text))
    begin = text.rfind(words)
    return (begin, begin + len(words)) if begin >= 0 else (0, 0)
