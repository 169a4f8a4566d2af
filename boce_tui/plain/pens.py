"""Every text field that is being typed in: its draft, its revision, and what an unclean end left of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from boce_tui.cycle.interviewing import Conversation
from boce_tui.cycle.saving import FieldSaver, SaveState
from boce_tui.instruments.steps import Step
from boce_tui.store import Stored

Write = Callable[[str], Stored[Any] | None]


class Pen:
    """One field. What it becomes is in the draft log at once."""

    def __init__(self, saver: FieldSaver) -> None:
        self._saver = saver

    @property
    def text(self) -> str:
        """The text as typed."""
        return self._saver.text

    def become(self, text: str) -> None:
        """The field holds this now."""
        before = self._saver.text
        if before == text:
            return
        shortest = min(len(before), len(text))
        start = next((i for i in range(shortest) if before[i] != text[i]), shortest)
        rest = shortest - start
        tail = next((i for i in range(rest) if before[-1 - i] != text[-1 - i]), rest)
        self._saver.edited(start, len(before) - tail, text[start : len(text) - tail])

    def keep(self) -> SaveState:
        """Make a revision of it now."""
        return self._saver.leave(wait=True)


class PenBox:
    """All fields of an interview that were typed in."""

    def __init__(self, talk: Conversation) -> None:
        self._talk = talk
        self._savers: dict[str, FieldSaver] = {}

    def field(self, step: Step, path: str, who: str, text: str, write: Write, *, whole: bool = True) -> Pen:
        """A field of an answer.

        Args:
            step: The question.
            path: Attribute of the answer, with dots; the same as in the room.
            who: Whose answer.
            text: The text as the dossier holds it.
            write: Makes it a revision.
            whole: No revision of half a value while it is typed.
        """
        stored = self._talk.stored(step, who)
        field = f"answer:{self._talk.key(step, who)}:{path}"
        return self.open(field, text, stored.id if stored else "", write, whole=whole)

    def open(self, field: str, text: str, base_rev: str, write: Write, *, whole: bool = True) -> Pen:
        """A field of anything."""
        known = self._savers.get(field)
        if known is None or not (known.dirty or known.state.kind != "saved"):
            known = FieldSaver(self._talk.dossier, field, text, base_rev, write, whole=whole)
            self._savers[field] = known
        return Pen(known)

    def note(self, step: Step, who: str) -> Pen:
        """The notes of a question."""
        text = self._talk.answer(step, who).text
        return self.field(
            step, "text", who, text, lambda text: self._talk.write_text(step, text, who), whole=False
        )

    def tick(self) -> None:
        """Do what is due; never waits."""
        for saver in self._savers.values():
            saver.tick()

    def flush(self) -> str:
        """Keep everything; returns why something could not be, or nothing."""
        for saver in self._savers.values():
            if saver.dirty or saver.state.kind != "saved":
                saver.leave(wait=True)
        return self.trouble

    @property
    def trouble(self) -> str:
        """Why something is not saved; empty when all is."""
        states = (saver.state for saver in self._savers.values())
        return next((state.reason for state in states if state.kind == "not_saved"), "")

    @property
    def unsaved(self) -> dict[str, str]:
        """Field -> text of what is in no revision yet."""
        return {field: saver.text for field, saver in self._savers.items() if saver.dirty}


def keeping(pen: Pen, old: str) -> Callable[[str], None]:
    """What a prompt tells the pen: the typed text, or what there was while nothing is typed."""
    return lambda text: pen.become(text if text.strip() else old)


def joined(before: str, typed: str) -> str:
    """Notes with a line added; an empty line adds nothing."""
    if not typed.strip():
        return before
    return f"{before}\n{typed}" if before.strip() else typed
