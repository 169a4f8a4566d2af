"""What is thought of on the way: a free note, and a question of one's own; and the list of notes."""

from __future__ import annotations

from datetime import datetime

from boce_tui.cycle.interviewing.noting import passage_words
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.noting import Note
from boce_tui.locale import _
from boce_tui.plain import commands
from boce_tui.plain.naming import no_question, step_named
from boce_tui.plain.pens import Pen, keeping
from boce_tui.plain.room import Cleared, Moved, Ready, Room

NOWHERE = "0"


def free_note(room: Room, words: str) -> None:
    """A note beside the questions, with the time; it is linked to a question later."""
    pen = room.behind.note()
    if _typed(room, _("Free note (enter: none)"), pen, words):
        room.say(
            _("Noted beside the questions. To link it to a question: {command}").format(
                command=commands.shown("notes")
            )
        )


def extra_question(room: Room, words: str) -> None:
    """A question of one's own, after this one; its answers are kept apart."""
    talk = room.talk
    question, pen = room.behind.question(talk.step)
    if not _typed(room, _("Extra question (enter: none)"), pen, words):
        return
    theme = talk.step.theme
    talk.made_extra(question)
    talk.refresh_route()
    talk.go_to((question, theme))
    raise Moved


def _typed(room: Room, label: str, pen: Pen, words: str) -> bool:
    """Take the words behind the command, or one line, kept as it is typed; False when there was none."""
    typed = words
    if not words:
        room.behind.forget()
        try:
            typed = room.ask(label, lambda: keeping(pen, ""))
        except (Cleared, Ready):
            typed = ""
    pen.become(typed if typed.strip() else "")
    pen.keep()
    room.tell_trouble()
    return bool(typed.strip())


def clock_time(at: str) -> str:
    """Hours and minutes of a moment, on the clock here."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%H:%M}"
    except ValueError:
        return "?"


def note_line(note: Note) -> str:
    """A note with its time and the question it belongs to."""
    question = AnswerKey.parse(note.answer).question if note.answer else ""
    about = f" ({' '.join(note.speakers)})" if note.speakers else ""
    if question:
        words = _("{time}, at question {question}: {text}")
        return words.format(time=clock_time(note.at), question=question, text=note.text) + about
    return _("{time}: {text}").format(time=clock_time(note.at), text=note.text) + about


def notes_here(room: Room) -> None:
    """What belongs to this question and was written elsewhere: notes, and passages of other answers."""
    talk = room.talk
    for _key, note in talk.notes_at(talk.step):
        room.say(_("Free note {note}").format(note=note_line(note)))
    for _key, passage in talk.passages_at(talk.step):
        source = AnswerKey.parse(passage.source)
        words = passage_words(passage, talk.answers.value(source).text)
        room.say(_("From question {question}: {text}").format(question=source.question, text=words))


def list_notes(room: Room) -> None:
    """All notes; a number and a question link one to it."""
    talk = room.talk
    notes = talk.notes.all()
    if not notes:
        room.say(_("There are no notes yet. To write one: {command}").format(command=commands.shown("free")))
        return
    for place, (_key, note) in enumerate(notes, start=1):
        room.say(f"{place}. {note_line(note)}")
    if room.read_only:
        return
    while True:
        typed = room.ask_words(
            _(
                "Link one: its number and the question, such as 1 {question} (0: no question; enter: none)"
            ).format(question=talk.step.question)
        )
        if not typed.strip():
            return
        number, _space, where = typed.strip().partition(" ")
        if not number.isdecimal() or not 1 <= int(number) <= len(notes):
            room.say(_("There is no note {number}.").format(number=number))
            continue
        step = step_named(talk, where)
        if step is None and where.strip() != NOWHERE:
            room.say(no_question(where))
            continue
        stored = talk.link_note(notes[int(number) - 1][0], step)
        if stored is not None and stored.value is not None:
            room.say(note_line(stored.value))
            room.say(_("To take it back: {command}").format(command=commands.shown("undo")))
        return
