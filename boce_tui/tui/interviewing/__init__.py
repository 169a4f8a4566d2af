"""The interview room: conducting an interview question by question.

``open_interview(app, round_id, interview_id)`` makes the room (show it with ``app.open``),
``interviews_screen(app)`` the list of interviews of the round one works in, and ``unfinished(dossier)`` names
the interview in which an unclean end left text behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.tui.interviewing.rooms import open_interview

if TYPE_CHECKING:
    from boce_tui.store import Dossier
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.interviewing.picker import InterviewsScreen
    from boce_tui.tui.screen import BoceScreen

__all__ = [
    "answer_door",
    "extra_question_door",
    "interview_door",
    "interviews_door",
    "interviews_screen",
    "note_door",
    "open_interview",
    "passage_door",
    "quote_door",
    "unfinished",
]


def interviews_screen(app: BoceApp) -> InterviewsScreen:
    """The list of interviews of the round one works in."""
    from boce_tui.cycle.rounds import latest_round
    from boce_tui.tui.interviewing.picker import InterviewsScreen

    return InterviewsScreen(app.dossier, app.round_id or latest_round(app.dossier))


def interviews_door(app: BoceApp, key: str) -> BoceScreen:
    """The list of interviews, or the room of the one that `key` names (``2041/G07``, or ``G07``)."""
    return interview_door(app, key) if key else interviews_screen(app)


def interview_door(app: BoceApp, key: str) -> BoceScreen:
    """The room of the interview with that key."""
    round_id, _slash, interview = key.rpartition("/")
    return open_interview(app, round_id or app.round_id, interview)


def answer_door(app: BoceApp, key: str) -> BoceScreen:
    """The room in which an answer was given, at its question."""
    place = AnswerKey.parse(key)
    room = open_interview(app, place.round, place.interview)
    room.talk.go_to((place.question, place.theme_or_none))
    return room


def quote_door(app: BoceApp, key: str) -> BoceScreen:
    """The room in which the quoted words were said, at their question."""
    quote = app.dossier.value(Quote, key)
    return answer_door(app, quote.answer) if quote else interviews_screen(app)


def note_door(app: BoceApp, key: str) -> BoceScreen:
    """The room with a note open, at the question it belongs to."""
    note = app.dossier.value(Note, key)
    if key.count("/") != 2:
        return interviews_screen(app)
    room = open_interview(app, *key.split("/")[:2])
    if note is None:
        return room  # typed, and not kept yet: the room brings it back
    if note.answer:
        place = AnswerKey.parse(note.answer)
        room.talk.go_to((place.question, place.theme_or_none))
    room.note_wanted = key
    return room


def extra_question_door(app: BoceApp, key: str) -> BoceScreen:
    """The room at an extra question."""
    extra = app.dossier.value(ExtraQuestion, key)
    if key.count("/") != 2:
        return interviews_screen(app)
    round_id, interview, question = key.split("/")
    room = open_interview(app, round_id, interview)
    if extra is not None:
        room.talk.go_to((question, extra.theme or None))
    return room


def passage_door(app: BoceApp, key: str) -> BoceScreen:
    """The room at the answer a passage stands in."""
    passage = app.dossier.value(Passage, key)
    return answer_door(app, passage.source) if passage else interviews_screen(app)


def unfinished(dossier: Dossier) -> tuple[str, str] | None:
    """Round and interview with the text that was typed last before an unclean end, or None."""
    from boce_tui.cycle.interviewing import found_anywhere

    waiting = found_anywhere(dossier) if dossier.read_only is None else []
    return (waiting[0].key.round, waiting[0].key.interview) if waiting else None
