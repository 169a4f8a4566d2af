"""The end of the conversation: what is open, for later or skipped, the probes not asked, and "held"."""

from __future__ import annotations

from boce_tui.cycle.interviewing import Conversation, StepState
from boce_tui.domain.text import fold
from boce_tui.instruments.steps import Step
from boce_tui.locale import _, ngettext
from boce_tui.plain import commands
from boce_tui.plain.room import Cleared, Ended, Moved, Ready, Room
from boce_tui.plain.telling import say_list

_ORDER = (StepState.LATER, StepState.BUSY, StepState.OPEN, StepState.SKIPPED)


def waiting(talk: Conversation) -> list[Step]:
    """For later, busy, open, skipped; in that order."""
    return [step for state in _ORDER for step in talk.waiting(state)]


def ask_ending(room: Room) -> None:
    """Say what is left, and ask whether the conversation was held."""
    talk = room.talk
    room.say()
    room.say(
        _("End of the conversation. {used} of {slot} minutes.").format(
            used=room.seconds // 60, slot=talk.interview.minutes
        )
    )
    say_list(room, waiting(talk), _("Every question is answered."))
    _say_probes(room)
    _say_quotes(room)
    if room.read_only or talk.gate() is not None:
        raise Ended("stop")
    word = _("held")
    room.say(
        _(
            "Was the conversation held? Type {word}. Or a question number to go there, or enter to go back."
        ).format(word=word)
    )
    while True:
        try:
            typed = room.ask(_("End ({word}, question or enter)").format(word=word)).strip()
        except (Cleared, Ready):
            continue
        if not typed:
            raise Moved
        if fold(typed) in (fold(word), "held"):
            talk.finish(room.seconds)
            room.say(_("The conversation was held. You can still change answers."))
            raise Ended("held")
        room.handle(commands.Typed("go", typed))


def _say_probes(room: Room) -> None:
    talk = room.talk
    left = [(step, probe) for step in talk.steps for probe in _not_asked(talk, step)]
    if not left:
        return
    words = ngettext(
        "{count} follow-up question was not asked:", "{count} follow-up questions were not asked:", len(left)
    )
    room.say(words.format(count=len(left)))
    for step, probe in left:
        room.say(f"{step.question}: {probe}")


def _not_asked(talk: Conversation, step: Step) -> list[str]:
    """Follow-up questions that were not asked, of questions that were answered."""
    if talk.state(step) not in (StepState.DONE, StepState.BUSY):
        return []
    asked = {number for answer in talk.answers_at(step) for number in answer.probes_asked}
    return [str(probe) for probe in step.probes if probe.number not in asked]


def _say_quotes(room: Room) -> None:
    quotes = [item.value for item in room.talk.quotes.all() if item.value]
    open_ones = sum(quote.approval not in ("yes", "refused") for quote in quotes)
    if open_ones:
        words = ngettext(
            "{count} quote is not agreed on yet", "{count} quotes are not agreed on yet", open_ones
        )
        room.say(words.format(count=open_ones) + ": " + commands.shown("quotes"))
