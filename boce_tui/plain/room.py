"""What all parts of a plain interview share: conversation, voice, prompt, pens, commands."""

from __future__ import annotations

import time
from collections.abc import Callable

from boce_tui.cycle.interviewing import Conversation
from boce_tui.cycle.locking import LOCKED
from boce_tui.domain.keys import ALL
from boce_tui.domain.vocabulary import INTERVIEW_STATE, label
from boce_tui.env import Env
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.plain import commands
from boce_tui.plain.behind import Behind, quoted
from boce_tui.plain.keyboard import Keyboard
from boce_tui.plain.pens import Pen, PenBox
from boce_tui.plain.prompt import Changed, Prompter
from boce_tui.plain.voice import Voice

Handler = Callable[[commands.Typed], None]
Live = Callable[[], Changed]


def _nothing(_text: str) -> bool:
    return False


class Cleared(Exception):
    """What is filled in at this prompt goes away."""


class Ready(Exception):
    """The rest of this part stays as it is."""


class Moved(Exception):
    """The conversation is at another question now (or this one is to be shown again)."""


class Ended(Exception):
    """The prompts end.

    Attributes:
        how: ``stop``, ``screen`` or ``held``.
    """

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how


class Room:
    """One plain interview.

    Attributes:
        talk: The interview.
        who: Whose answer is being written: ``all`` or a code.
        handle: What does the commands.
        names: The names, once somebody opened them in this sitting.
        behind: What is typed behind a command that writes.
        pace_told: How far it was said that the time is used: 1 nearly, 2 wholly.
    """

    def __init__(self, env: Env, talk: Conversation) -> None:
        self.env = env
        self.talk = talk
        self.who = ALL
        self.voice = Voice(env)
        self.pens = PenBox(talk)
        self.keyboard = Keyboard(env)
        self.prompter = Prompter(env, self.pens.tick)
        self.handle: Handler = lambda _typed: None
        self.names: Names | None = None
        self.behind = Behind(talk, self.pens)
        self._since = time.monotonic()
        self.pace_told = 0
        self._told_trouble = ""

    # -- time ----------------------------------------------------------------------------------------

    @property
    def seconds(self) -> int:
        """How long the conversation took, all sittings together."""
        now = int(time.monotonic() - self._since) if self.talk.counting else 0
        return self.talk.spent_before + now

    # -- reading only --------------------------------------------------------------------------------

    @property
    def read_only(self) -> str:
        """Why nothing can be changed; empty when all can."""
        talk = self.talk
        if talk.dossier.read_only is not None:
            return talk.dossier.read_only
        if not talk.settled:
            return ""
        state = label(INTERVIEW_STATE, talk.settled)
        if talk.settled != LOCKED:
            return _("Reading only: this interview is '{state}'.").format(state=state)
        return _("Reading only: this interview is '{state}'. To change it after all: {command}").format(
            state=state, command=commands.shown("change", _("your reason"))
        )

    # -- asking --------------------------------------------------------------------------------------

    def say(self, text: str = "") -> None:
        """One line."""
        self.voice.say(text)

    def ask(
        self,
        question: str,
        live: Live | None = None,
        *,
        quotes: bool = False,
        takes: Callable[[str], bool] = _nothing,
    ) -> str:
        """A typed line that is no command; commands are done here, and then it is asked again.

        Args:
            question: What stands in front of the cursor.
            live: Gives, at each asking again, what is called with the text at every change; that gets
                nothing while it is a command.
            quotes: The words behind the command for a quote belong to the text, between quotation marks.
            takes: Whether a line is an answer here although it looks like a command.

        Raises:
            Cleared, Ready, Moved, Ended: A command said so.
        """
        while True:
            changed = live() if live else None
            typed = self.prompter.ask(question, self._hearing(changed, quotes=quotes, takes=takes))
            command = None if takes(typed) else commands.read(typed)
            if command is None:
                if word := commands.almost(typed):
                    self.say(_("Kept as text: behind {command} nothing can stand.").format(command=word))
                return typed
            try:
                self.handle(command)
            finally:
                self.behind.forget()
            self.tell_trouble()

    def _hearing(self, changed: Changed | None, *, quotes: bool, takes: Callable[[str], bool]) -> Changed:
        """What a prompt tells at every change: text to the field, words behind a command to where they go."""

        def told(text: str) -> None:
            command = None if takes(text) else commands.read(text)
            if command is not None or text.strip() == commands.SIGN:
                text = quoted(command) if quotes else ""
            if changed is not None:
                changed(text)
            if not self.read_only:
                self.behind.hear(command, self.talk.step, self.who, quotes=not quotes)

        return told

    def ask_words(self, question: str) -> str:
        """A typed line, whatever it is."""
        return self.prompter.ask(question)

    def ask_lines(self, question: str, changed: Changed, default: str) -> str:
        """A text of several lines, to be worked on."""
        return self.prompter.ask(question, changed, default=default, lines=True)

    # -- keeping -------------------------------------------------------------------------------------

    def note(self, step: Step) -> Pen:
        """The notes of a question."""
        return self.pens.note(step, self.who)

    def tell_trouble(self) -> None:
        """Say it when something is not saved, and when it is again."""
        trouble = self.pens.trouble
        if trouble and trouble != self._told_trouble:
            self.say(_("NOT SAVED: {reason}").format(reason=trouble))
        elif self._told_trouble and not trouble:
            self.say(_("All is saved again."))
        self._told_trouble = trouble
