"""What the commands at one question do. Those that go elsewhere are in `moving`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from boce_tui.cycle.approving.records import unlock
from boce_tui.cycle.interviewing.undone import undone_words
from boce_tui.cycle.locking import LOCKED
from boce_tui.domain.keys import ALL
from boce_tui.domain.vocabulary import SKIP_REASON, label
from boce_tui.errors import BoceError
from boce_tui.instruments.glossary import load_glossary, words_of
from boce_tui.locale import _
from boce_tui.plain import commands
from boce_tui.plain.belonging import take_along
from boce_tui.plain.beside import extra_question, free_note, list_notes
from boce_tui.plain.choosing import Keyed, found, range_words, say_options
from boce_tui.plain.editing import edit_note
from boce_tui.plain.last_time import open_own, say_last_time
from boce_tui.plain.moving import Moving
from boce_tui.plain.noting import catch_quote
from boce_tui.plain.off_record import off_record
from boce_tui.plain.reviewing import review_quotes
from boce_tui.plain.room import Cleared, Moved, Ready, Room
from boce_tui.plain.telling import say_answers, say_question

_WRITES = (
    "free",
    "extra",
    "belongs",
    "link",
    "later",
    "skip",
    "quote",
    "edit",
    "clear",
    "undo",
    "said",
    "short",
    commands.PROBE,
)
_NO_LONGER = "unskip"


class Doing(Moving):
    """Does the commands."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._known: dict[str, Callable[[str], None]] = {
            "back": self.back,
            "next": self.next,
            "go": self.go,
            "open": self.open,
            "questions": self.questions,
            "search": self.search,
            "end": self.end,
            "screen": self.screen,
            "stop": self.stop,
            "later": self._later,
            "skip": self._skip,
            "quote": self._quote,
            "quotes": self._quotes,
            "edit": self._edit,
            "free": partial(free_note, room),
            "notes": lambda _rest: list_notes(room),
            "extra": self._extra,
            "belongs": partial(take_along, room, move=True),
            "link": partial(take_along, room, move=False),
            commands.OFF: lambda _rest: off_record(room),
            "na": self._no_mark,
            "dontknow": self._no_mark,
            "change": self._change,
            "clear": self._clear,
            "ready": self._ready,
            "undo": self._undo,
            "where": self._where,
            "explain": self._explain,
            "last": lambda _rest: say_last_time(room),
            "own": lambda _rest: open_own(room),
            "who": self._who,
            "said": self._said,
            "short": self._short,
            commands.PROBE: self._probe,
            commands.HELP: self._help,
            commands.UNKNOWN: self._unknown,
            commands.UNCLEAR: self._unclear,
        }

    def do(self, typed: commands.Typed) -> None:
        """Do a command; what goes wrong is said."""
        if typed.id in _WRITES and self.room.read_only:
            self.room.say(self.room.read_only)
            return
        try:
            self._known[typed.id](typed.rest)
        except BoceError as problem:
            self.room.voice.problem(problem)

    # -- this question -------------------------------------------------------------------------------

    def _probe(self, number: str) -> None:
        step = self.talk.step
        if not 1 <= int(number) <= len(step.probes):
            self.room.say(_("There is no follow-up question {number} here.").format(number=number))
            return
        probe = step.probes[int(number) - 1]
        self.talk.toggle_probe(step, probe.number)
        asked = probe.number in self.talk.answer(step).probes_asked
        words = _("Asked: {text}") if asked else _("Not asked after all: {text}")
        self.room.say(words.format(text=probe))

    def _later(self, _rest: str) -> None:
        later = not self.talk.answer(self.talk.step).later
        self.talk.mark_later(self.talk.step, later=later)
        self.room.say(_("On the list for later.") if later else _("Off the list for later."))

    def _skip(self, rest: str) -> None:
        step = self.talk.step
        if self.talk.gate() is not None:
            self.room.say(_("The conversation starts after a yes to this question."))
            return
        options = [
            Keyed(str(place), reason, label(SKIP_REASON, reason))
            for place, reason in enumerate(SKIP_REASON, start=1)
        ]
        if self.talk.answer(step).skipped:
            options.append(Keyed(str(len(options) + 1), _NO_LONGER, _("do not skip it after all")))
        option = found(options, rest)
        if option is None:
            self.room.say(_("Why is question {question} skipped?").format(question=step.question))
            say_options(self.room, options)
            option = found(
                options, self.room.ask_words(_("Reason ({range})").format(range=range_words(options)))
            )
        if option is None:
            self.room.say(_("Not skipped."))
        elif option.id == _NO_LONGER:
            self.talk.unskip(step)
            self.room.say(_("Not skipped."))
        else:
            self.talk.skip(step, option.id)
            self.room.say(_("Skipped: {reason}").format(reason=option.label))
            self.next("")

    def _quote(self, words: str) -> None:
        if self.talk.step.gate:
            self.room.say(_("The conversation starts after a yes to this question."))
            return
        catch_quote(self.room, self.talk.step, words)

    def _quotes(self, _rest: str) -> None:
        if self.room.read_only:
            for stored in self.talk.quotes.all():
                if stored.value:
                    self.room.say(stored.value.published_text)
            return
        try:
            review_quotes(self.room)
        except (Cleared, Ready):
            return

    def _edit(self, _rest: str) -> None:
        if not self.talk.step.notes:
            self.room.say(_("This question has no note."))
            return
        edit_note(self.room, self.talk.step)
        raise Moved

    def _extra(self, words: str) -> None:
        if self.talk.gate() is not None:
            self.room.say(_("The conversation starts after a yes to this question."))
            return
        extra_question(self.room, words)

    def _clear(self, _rest: str) -> None:
        raise Cleared

    def _ready(self, _rest: str) -> None:
        raise Ready

    def _undo(self, _rest: str) -> None:
        self.room.pens.flush()  # a move is taken back in the texts as they are kept
        here = self.talk.step.place
        undone = self.talk.undo(self.talk.step, self.room.who)
        if undone is None:
            self.room.say(_("There is no choice to take back."))
            return
        self.talk.refresh_route()
        self.room.say(undone_words(undone))
        if undone.key.question == self.talk.step.question or self.talk.step.place != here:
            raise Moved

    def _where(self, _rest: str) -> None:
        say_question(self.room)
        say_answers(self.room)
        self.room.say(_("All is saved.") if not self.room.pens.trouble else self.room.pens.trouble)

    def _explain(self, _rest: str) -> None:
        text = str(self.talk.step.help)
        words = load_glossary().in_text(words_of(self.talk.step))
        if text:
            self.room.voice.block(text, "")
        for word in words:
            self.room.say(word.line())
        if not text and not words:
            self.room.say(_("There is no explanation for this question."))

    # -- who -----------------------------------------------------------------------------------------

    def _who(self, rest: str) -> None:
        codes = self.talk.step.participants
        if len(codes) < 2:
            self.room.say(_("Only one person is asked this."))
            return
        options = [Keyed("0", ALL, _("everyone"))]
        options += [Keyed(str(place), code, code) for place, code in enumerate(codes, start=1)]
        option = found(options, rest)
        if option is None:
            say_options(self.room, options)
            option = found(
                options, self.room.ask_words(_("Whose answer ({range})").format(range=range_words(options)))
            )
        if option is None:
            self.room.say(_("Nothing was changed."))
            return
        self.room.who = option.id
        raise Moved

    def _said(self, rest: str) -> None:
        codes = self.talk.step.participants
        if len(codes) < 2:
            self.room.say(_("Only one person is asked this."))
            return
        named = [code for code in codes if code.lower() in rest.lower().split()]
        if rest.strip() and not named:
            self.room.say(_("At the table: {codes}.").format(codes=" ".join(codes)))
            return
        self.talk.set_speakers(self.talk.step, tuple(named), self.room.who)
        self.room.say(
            _("Said by {codes}.").format(codes=" ".join(named))
            if named
            else _("Said by everyone at the table.")
        )

    # -- the interview -------------------------------------------------------------------------------

    def _short(self, _rest: str) -> None:
        short = not self.talk.short
        self.talk.set_short_route(short=short)
        self.room.say(
            _("Short route: only the core questions are asked. Answers to the others stay.")
            if short
            else _("All questions are asked again.")
        )
        raise Moved

    def _change(self, reason: str) -> None:
        if self.talk.settled != LOCKED or self.talk.dossier.read_only is not None:
            self.room.say(self.room.read_only or _("This interview can be changed already."))
            return
        reason = reason or self.room.ask_words(
            _("Why is the record of {interview} opened again?").format(interview=self.talk.interview_id)
        )
        unlock(self.talk.dossier, self.talk.round_id, self.talk.interview_id, reason)
        self.talk.read_again()
        self.room.say(_("You can change this interview; it is 'worked out' again."))
        raise Moved

    def _unknown(self, word: str) -> None:
        self.room.say(
            _("'{word}' is no command; a question mark lists them. As text: a space first.").format(
                word=f"{commands.SIGN}{word}"
            )
        )

    def _unclear(self, text: str) -> None:
        word = text.partition(" ")[0]
        meant = ", ".join(commands.shown(known.id) for known in commands.named(word))
        self.room.say(
            _("'{word}' can be several commands: {commands}. Nothing was done.").format(
                word=f"{commands.SIGN}{text}", commands=meant
            )
        )

    def _no_mark(self, _rest: str) -> None:
        self.room.say(_("That belongs to a mark; here it cannot be chosen."))

    def _help(self, _rest: str) -> None:
        self.room.say(_("Type an answer and press enter. An empty line goes on. Commands:"))
        for line in commands.help_lines():
            self.room.say(line)
        self.room.say(_("The first letters of a command are enough. ctrl+c pauses; nothing is lost."))
