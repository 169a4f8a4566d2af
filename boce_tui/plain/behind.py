"""Words behind a command that writes them somewhere: kept there while they are typed, like everything."""

from __future__ import annotations

from boce_tui.cycle.interviewing import Conversation
from boce_tui.domain.noting import ExtraQuestion
from boce_tui.instruments.steps import Step
from boce_tui.plain import commands
from boce_tui.plain.pens import Pen, PenBox, joined

FREE, EXTRA, QUOTE = "free", "extra", "quote"


def marked(words: str) -> str:
    """Words as a quote stands in a note."""
    return f"“{words.strip()}”" if words.strip() else ""


def quoted(command: commands.Typed | None) -> str:
    """The words behind the command for a quote, as they stand in the note; empty for anything else."""
    return marked(command.rest) if command is not None and command.id == QUOTE else ""


class Behind:
    """The field such words go to: a free note, an extra question, or the note a quote stands in."""

    def __init__(self, talk: Conversation, pens: PenBox) -> None:
        self._talk = talk
        self._pens = pens
        self._for = ""
        self._pen: Pen | None = None
        self._before = ""
        self._question = ""

    def hear(self, command: commands.Typed | None, step: Step, who: str, *, quotes: bool) -> None:
        """The line changed.

        Args:
            command: The command it is now, if any.
            step: The question.
            who: Whose answer.
            quotes: Words behind the command for a quote go to the note from here.
        """
        kind, words = (command.id, command.rest) if command is not None else ("", "")
        wanted = kind if words and kind in (FREE, EXTRA, *((QUOTE,) if quotes and step.notes else ())) else ""
        if self._pen is not None and self._for != wanted:
            self._pen.become(self._before)
        if not wanted:
            return
        if self._pen is None or self._for != wanted:
            self._for, self._pen = wanted, self._open(wanted, step, who)
            self._before = self._pen.text
        self._pen.become(joined(self._before, marked(words)) if wanted == QUOTE else words)

    def note(self) -> Pen:
        """The field of a free note: the one that was begun behind the command, or a new one."""
        return self._taken(FREE) or self._open(FREE)

    def question(self, step: Step) -> tuple[str, Pen]:
        """Id and field of an extra question after a step."""
        pen = self._taken(EXTRA) or self._open(EXTRA, step)
        return self._question, pen

    def forget(self) -> None:
        """The command was done; what stands in the field now stays there."""
        self._pen, self._for = None, ""

    def _taken(self, kind: str) -> Pen | None:
        return self._pen if self._for == kind else None

    def _open(self, kind: str, step: Step | None = None, who: str = "") -> Pen:
        talk = self._talk
        if kind == QUOTE and step is not None:
            return self._pens.note(step, who)
        if kind == EXTRA and step is not None:
            question, where = talk.new_extra(step)
            self._question = question
            return self._pens.open(
                f"{ExtraQuestion.entity}:{talk.extras.prefix}{question}:text",
                "",
                "",
                lambda text: talk.extras.write(question, text, where),
            )
        key, at = talk.notes.new_key(), talk.notes.moment()
        return self._pens.open(f"note:{key}:text", "", "", lambda text: talk.notes.write(key, text, at))
