"""What is thought of on the way: a free note, and a question of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from boce_tui.locale import _
from boce_tui.plain.pens import keeping
from boce_tui.plain.room import Cleared, Moved, Ready, Room
from boce_tui.store import Stored


def free_note(room: Room) -> None:
    """A note beside the questions, with the time; it is linked to a question later."""
    notes = room.talk.notes
    key, at = notes.new_key(), notes.moment()
    if _typed(
        room, _("Free note (enter: none)"), f"note:{key}:text", lambda text: notes.write(key, text, at)
    ):
        room.say(_("Noted beside the questions. In the screens it can be linked to a question."))


def extra_question(room: Room) -> None:
    """A question of one's own, after this one; its answers are kept apart."""
    talk = room.talk
    question, where = talk.new_extra(talk.step)
    field = f"extra_question:{talk.extras.prefix}{question}:text"
    if not _typed(
        room, _("Extra question (enter: none)"), field, lambda text: talk.extras.write(question, text, where)
    ):
        return
    talk.made_extra(question)
    talk.refresh_route()
    talk.go_to((question, where.theme or None))
    raise Moved


def _typed(room: Room, label: str, field: str, write: Callable[[str], Stored[Any] | None]) -> bool:
    """Take one line, kept as it is typed; False when there was none."""
    pen = room.pens.open(field, "", "", write)
    try:
        typed = room.ask(label, keeping(pen, ""))
    except (Cleared, Ready):
        typed = ""
    pen.become(typed if typed.strip() else "")
    pen.keep()
    room.tell_trouble()
    return bool(typed.strip())
