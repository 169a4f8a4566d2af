"""What the round before says about a question: read aloud, never part of the answer.

Somebody's own earlier answer asks for the names file, which is opened on the screens only.
"""

from __future__ import annotations

from boce_tui.cycle.interviewing.last_year import RoundBefore
from boce_tui.domain.vocabulary import PROGRESS_CLASS, label
from boce_tui.locale import _
from boce_tui.plain.room import Room


def say_last_time(room: Room) -> None:
    """Conclusion, findings and recommendations of the round before at this question."""
    talk = room.talk
    about = RoundBefore(talk.dossier, talk.round_id, talk.instrument).about(talk.step)
    if about is None:
        room.say(_("There is no round before this one."))
        return
    room.say(_("Evaluation {year}").format(year=about.year) + ".")
    if about.empty:
        room.say(_("That evaluation says nothing about this question."))
    _part(room, _("It was asked otherwise"), about.asked_otherwise)
    _part(room, _("Conclusion then"), about.conclusion)
    _part(room, _("Findings on this question"), *about.findings)
    for item in about.recommendations:
        became = label(PROGRESS_CLASS, item.progress)
        room.say(f"{item.number.partition('-')[2]}. {item.value.text} ({became})")
        if item.follow_up and item.follow_up.note:
            room.voice.block(item.follow_up.note)


def _part(room: Room, title: str, *texts: str) -> None:
    said = [text for text in texts if text.strip()]
    if said:
        room.say(f"{title}:")
        for text in said:
            room.voice.block(text)
