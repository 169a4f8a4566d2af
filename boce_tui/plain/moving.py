"""Going through the interview: back, to a question, searching, the lists, the end."""

from __future__ import annotations

from boce_tui.cycle.interviewing import Conversation
from boce_tui.cycle.interviewing.left import left_lines, left_question
from boce_tui.domain.text import fold
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.plain import commands
from boce_tui.plain.ending import ask_ending, waiting
from boce_tui.plain.naming import no_question, step_named
from boce_tui.plain.room import Ended, Moved, Room
from boce_tui.plain.telling import say_list, step_line

_MOST = 20


class Moving:
    """Does the commands that go somewhere."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.talk: Conversation = room.talk

    def back(self, _rest: str) -> None:
        """One question back."""
        self.talk.refresh_route()
        if self.talk.at == 0:
            self.room.say(_("This is the first question."))
            return
        self._to(self.talk.at - 1)

    def next(self, _rest: str) -> None:
        """One question on, or the end."""
        self.talk.refresh_route()
        if self.talk.at + 1 >= len(self.talk.steps):
            ask_ending(self.room)
            raise Moved
        self._to(self.talk.at + 1)

    def _to(self, index: int) -> None:
        place = self.talk.steps[index].place
        self.talk.go(index)
        if self.talk.step.place != place and self.talk.gate() is not None:
            self.room.say(_("The conversation starts after a yes to this question."))
        raise Moved

    def go(self, rest: str) -> None:
        """To a question by its number; of several themes to the one that is named, or the next one."""
        self.talk.refresh_route()
        step = step_named(self.talk, rest)
        if step is None:
            self.room.say(no_question(rest))
        else:
            self._to(self.talk.steps.index(step))

    def open(self, _rest: str) -> None:
        """What is open, for later or skipped."""
        say_list(self.room, waiting(self.talk), _("Every question is answered."))

    def questions(self, _rest: str) -> None:
        """All questions, and the answers that are not asked for any more."""
        section = ""
        for step in self.talk.steps:
            if str(step.section_title) != section:
                section = str(step.section_title)
                self.room.say(f"{section}.")
            self.room.say(step_line(self.talk, step))
        for key, _answer in self.talk.outside_route():
            self.room.say(
                _("{question}, not asked any more; the answer is kept: {text}").format(
                    question=f"{key.question}. {left_question(self.talk, key)}",
                    text="; ".join(left_lines(self.talk, key)),
                )
            )
        self.room.say(
            _("To go to one: {command}").format(command=commands.shown("go", self.talk.step.question))
        )

    def search(self, rest: str) -> None:
        """Questions and answers in which all words occur."""
        words = fold(rest).split()
        if not words:
            self.room.say(
                _("Type the words behind it: {command}").format(command=commands.shown("search", _("words")))
            )
            return
        steps = [step for step in self.talk.steps if all(word in self._text(step) for word in words)]
        say_list(self.room, steps[:_MOST], _("Nothing was found."))
        if len(steps) > _MOST:
            self.room.say(_("And {count} more; search with more words.").format(count=len(steps) - _MOST))

    def _text(self, step: Step) -> str:
        talk = self.talk
        parts = [step.question, str(step.text), str(step.section_title), str(step.theme_name or "")]
        parts += [answer.words() for answer in talk.answers_at(step)]
        parts += [quote.value.words() for quote in talk.quotes_at(step) if quote.value]
        return fold(" ".join(parts))

    def end(self, _rest: str) -> None:
        """What is open, and the end."""
        ask_ending(self.room)
        raise Moved

    def screen(self, _rest: str) -> None:
        """On in the screens."""
        raise Ended("screen")

    def stop(self, _rest: str) -> None:
        """A pause."""
        raise Ended("stop")
