"""A plain interview from beginning to pause: along the questions, one prompt at a time."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator
from functools import partial
from types import FrameType
from typing import Any

from boce_tui.cycle.interviewing import Conversation
from boce_tui.cycle.interviewing.values import TYPED
from boce_tui.domain.keys import ALL
from boce_tui.domain.vocabulary import GROUPS, label
from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.instruments.model import Part
from boce_tui.instruments.routing import visible_parts
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.plain import SCREEN, commands
from boce_tui.plain.beside import notes_here
from boce_tui.plain.choosing import Chooser
from boce_tui.plain.doing import Doing
from boce_tui.plain.ending import ask_ending
from boce_tui.plain.filling import Table, ask_items, ask_typed
from boce_tui.plain.noting import ask_note, ask_quotes
from boce_tui.plain.recovering import bring_back
from boce_tui.plain.reviewing import review_quotes
from boce_tui.plain.room import Cleared, Ended, Moved, Ready, Room
from boce_tui.plain.telling import say_answers, say_pace, say_question

_ENDING = ("SIGHUP", "SIGTERM")
_AGAIN = 0.5
"""Seconds."""
_READING = ("back", "next", "go", "questions", "search", "stop")
_WRITING = ("back", "go", "later", "skip", "quote", "edit", "off", "stop")
Handler = Callable[[int, FrameType | None], Any] | int | signal.Handlers | None


class _Signal(BaseException):
    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Session:
    """One sitting of an interview.

    Args:
        env: The surroundings.
        talk: The interview, at the place where it was left.
    """

    def __init__(self, env: Env, talk: Conversation) -> None:
        self.room = Room(env, talk)
        self.doing = Doing(self.room)
        self.room.handle = self.doing.do

    def run(self) -> int:
        """Conduct it; returns the exit code, or ``SCREEN``."""
        with self.room.keyboard.quiet():
            return self._run()

    def _run(self) -> int:
        room, code, how = self.room, 0, "stop"
        before = {name: _on_signal(name) for name in _ENDING if hasattr(signal, name)}
        try:
            self._opening()
            if not room.read_only:
                bring_back(room)
            self._along()
        except Ended as end:
            how = end.how
        except (EOFError, KeyboardInterrupt):
            room.say()
        except _Signal as ended:
            code = 128 + ended.number
        finally:
            _stop_repeating()
            for name, handler in before.items():
                signal.signal(getattr(signal, name), handler)
        with contextlib.suppress(OSError):  # the terminal may be gone; the dossier is not
            self._leave(how)
        return SCREEN if how == "screen" else code

    def _opening(self) -> None:
        room, talk = self.room, self.room.talk
        groups = dict.fromkeys(label(GROUPS, person.group) for person in talk.people)
        room.say(
            _("Interview {id}: {codes} ({groups}).").format(
                id=talk.interview_id,
                codes=" ".join(person.code for person in talk.people),
                groups=", ".join(groups),
            )
        )
        if room.read_only:
            room.say(room.read_only)
            room.say(_("Commands begin with a colon: {commands}.").format(commands=_shown(_READING)))
        else:
            words = _(
                "Answer and press enter; it is kept as you type. Commands begin with a colon: {commands}."
            )
            room.say(words.format(commands=_shown(_WRITING)))
            words = _(
                "A colon and a number tick a follow-up question as asked (:1). A question mark: all commands."
            )
            room.say(words)
        if talk.sent:
            room.say(talk.sent)
        if talk.resumed and talk.counting:
            room.say(_("Here you left it: question {question}.").format(question=talk.step.question))

    # -- along the questions -------------------------------------------------------------------------

    def _along(self) -> None:
        while True:
            try:
                self._question()
                self._on()
            except Moved:
                continue
            except BoceError as problem:
                self.room.voice.problem(problem)

    def _question(self) -> None:
        room = self.room
        step = room.talk.step
        if room.who != ALL and room.who not in step.participants:
            room.who = ALL
        say_question(room)
        notes_here(room)
        say_pace(room)
        with contextlib.suppress(BoceError):  # only for after an unclean end
            room.talk.note_place(room.seconds)
        if room.read_only:
            say_answers(room)
            self._answer(lambda: room.ask(_("Enter goes to the next question")))
            return
        for part in self._parts(step):
            self._answer(partial(self._part, step, part))
            room.talk.refresh_route()
            room.tell_trouble()
        self._answer(lambda: ask_note(room, step))

    def _parts(self, step: Step) -> Iterator[Part]:
        """The parts that apply, as they come to apply."""
        done: set[str] = set()
        while True:
            values = self.room.talk.answer(step, self.room.who).values
            part = next((p for p in visible_parts(step, values) if p.id not in done), None)
            if part is None:
                return
            done.add(part.id)
            yield part

    def _answer(self, ask: Callable[[], object]) -> None:
        while True:
            try:
                with contextlib.suppress(Ready):
                    ask()
                return
            except Cleared:
                self.room.say(_("There is nothing to take away here."))

    def _part(self, step: Step, part: Part) -> None:
        room = self.room
        if part.type == "grid":
            Table(room, step, part).ask()
        elif part.type in ("ranked_list", "list"):
            ask_items(room, step, part)
        elif part.type in TYPED:
            ask_typed(room, step, part)
        elif part.type == "quote":
            if part.review:
                review_quotes(room)
            else:
                ask_quotes(room, step)
        else:
            Chooser(room, step, part).ask()

    def _on(self) -> None:
        room, talk = self.room, self.room.talk
        talk.refresh_route()
        if talk.gate() is not None and not room.read_only:
            talk.go(talk.at)
            room.say(
                _(
                    "Without a yes the conversation does not start. Explain it once more, or stop: {command}"
                ).format(command=commands.shown("stop"))
            )
        elif talk.at + 1 < len(talk.steps):
            talk.go(talk.at + 1)
        else:
            ask_ending(room)

    # -- the end of the sitting ------------------------------------------------------------------------

    def _leave(self, how: str) -> None:
        room, talk = self.room, self.room.talk
        trouble = room.pens.flush()
        if how != "held" and not room.read_only:
            try:
                talk.remember_place(room.seconds if talk.counting else None)
            except BoceError as problem:
                room.voice.problem(problem)
        if trouble:
            room.say(_("NOT SAVED: {reason}").format(reason=trouble))
        elif how == "stop" and not room.read_only:
            room.say(
                _("Paused at question {question}; all is saved. To go on: {command}").format(
                    question=talk.step.question, command=f"boce interview {talk.people[0].code} --plain"
                )
            )


def _shown(ids: tuple[str, ...]) -> str:
    return ", ".join(commands.shown(known, "A2" if known == "go" else "") for known in ids)


def _on_signal(name: str) -> Handler:
    def ended(number: int, _frame: FrameType | None) -> None:
        _repeat(number)
        raise _Signal(number)

    return signal.signal(getattr(signal, name), ended)


def _repeat(number: int) -> None:
    """Raise it again until it is heard: raised inside a callback of a library it would be swallowed."""
    if hasattr(signal, "setitimer"):

        def again(_number: int, _frame: FrameType | None) -> None:
            raise _Signal(number)

        signal.signal(signal.SIGALRM, again)
        signal.setitimer(signal.ITIMER_REAL, _AGAIN, _AGAIN)


def _stop_repeating() -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
