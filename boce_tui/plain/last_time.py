"""What the round before says about a question: read aloud, never part of the answer.

Somebody's own earlier answer asks for the names file: `open_own` asks for the passphrase, once a sitting.
"""

from __future__ import annotations

from boce_tui.cycle.interviewing.last_year import LOCKED, NOT_ALLOWED, TERM_OVER, LastYear, RoundBefore
from boce_tui.cycle.profiles import names_of
from boce_tui.domain.vocabulary import PROGRESS_CLASS, label
from boce_tui.errors import PrivacyStop
from boce_tui.locale import _
from boce_tui.names import Names, NamesData, find_key
from boce_tui.plain import commands
from boce_tui.plain.room import Room

_TRIES = 3


def say_last_time(room: Room) -> None:
    """Conclusion, findings and recommendations of the round before at this question, and own answers."""
    talk = room.talk
    before = RoundBefore(talk.dossier, talk.round_id, talk.instrument)
    about = before.about(talk.step)
    if about is None:
        room.say(_("There is no round before this one."))
        return
    room.say(_("Evaluation {year}").format(year=about.year) + ".")
    if about.empty:
        room.say(_("That evaluation says nothing about this question."))
    _say_about(room, about)
    _say_own(room, before)


def open_own(room: Room) -> None:
    """What the people at the table answered here themselves; the names are opened for it first."""
    talk = room.talk
    before = RoundBefore(talk.dossier, talk.round_id, talk.instrument)
    if not before.exists:
        room.say(_("There is no round before this one."))
        return
    why = before.own(talk.step, (), lambda: _data(room))[1]
    if why == NOT_ALLOWED:
        room.say(_("This round does not show earlier answers; its assignment decides that."))
        return
    if why == LOCKED and not _unlock(room):
        return
    if not _say_own(room, before) and why != TERM_OVER:
        room.say(_("There is no earlier answer to this question that was this person's alone."))


def _say_about(room: Room, about: LastYear) -> None:
    _part(room, _("It was asked otherwise"), about.asked_otherwise)
    _part(room, _("Conclusion then"), about.conclusion)
    _part(room, _("Findings on this question"), *about.findings)
    for item in about.recommendations:
        became = label(PROGRESS_CLASS, item.progress)
        room.say(f"{item.number.partition('-')[2]}. {item.value.text} ({became})")
        if item.follow_up and item.follow_up.note:
            room.voice.block(item.follow_up.note)


def _say_own(room: Room, before: RoundBefore) -> bool:
    """The own earlier answers, or why they are not said; False when there was none to say."""
    step = room.talk.step
    codes = [person.code for person in room.talk.people if person.code in step.participants]
    own, why = before.own(step, codes, lambda: _data(room))
    for answer in own:
        _part(room, _("Own answer of {code} then").format(code=answer.code), *answer.said)
    if why == TERM_OVER:
        room.say(_("The earlier answer of this person is not shown: the retention term is over."))
    elif why == LOCKED:
        room.say(
            _("The earlier answer of this person needs the names: {command}").format(
                command=commands.shown("own")
            )
        )
    return bool(own)


def _names(room: Room) -> Names:
    if room.names is None:
        room.names = names_of(room.talk.dossier)
    return room.names


def _data(room: Room) -> NamesData | None:
    names = _names(room)
    return names.data() if names.unlocked else None


def _unlock(room: Room) -> bool:
    names, dossier = _names(room), room.talk.dossier
    if not names.exists:
        room.say(_("There is no names file here yet."))
        return False
    key = find_key(room.env, dossier.folder, example=dossier.example)
    if key is not None:
        names.unlock(key)
        return True
    for _try in range(_TRIES):
        typed = room.prompter.ask_secret(_("Passphrase of the names file (enter: not now)"), room.keyboard)
        if not typed:
            break
        room.say(_("unlocking..."))
        try:
            names.unlock(typed)
        except PrivacyStop as problem:
            room.voice.problem(problem)
        else:
            return True
    room.say(_("The names stay locked."))
    return False


def _part(room: Room, title: str, *texts: str) -> None:
    said = [text for text in texts if text.strip()]
    if said:
        room.say(f"{title}:")
        for text in said:
            room.voice.block(text)
