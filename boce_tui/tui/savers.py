"""The text fields that are open, and the words at the right of line 1 that say whether all is saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, runtime_checkable

from boce_tui.locale import _


class SaveState(Protocol):
    """How far the text of one field is saved (see `boce_tui.cycle.saving`)."""

    @property
    def kind(self) -> str:
        """``saved``, ``saving`` or ``not_saved``."""

    @property
    def at(self) -> datetime | None:
        """When it was last saved."""

    @property
    def reason(self) -> str:
        """Why it could not be saved, in the user's language."""


@runtime_checkable
class Saver(Protocol):
    """What a text field needs to keep every character: `boce_tui.cycle.saving.FieldSaver`, or a stand-in."""

    @property
    def state(self) -> SaveState:
        """How far the text is saved now."""

    def edited(self, start: int, end: int, inserted: str) -> None:
        """Take one edit (code point offsets in the text before it) into the draft log, now."""

    def tick(self) -> None:
        """Do what is due, without blocking."""

    @property
    def dirty(self) -> bool:
        """True when something typed is not in a revision yet."""

    def leave(self, *, wait: bool = False) -> object:
        """The field is left: make a revision; with `wait` return only when it is stored."""


class SaverBook:
    """Every open field's saver; the app ticks them and reads their state."""

    def __init__(self) -> None:
        self._savers: list[Saver] = []
        self._leaving: list[Saver] = []
        self._last_saved: datetime | None = None
        self._told: dict[int, datetime] = {}
        self.changed: Callable[[], None] = lambda: None
        self.read_only = ""
        """Why nothing can be saved, in a few words for line 1; empty when all can."""

    def add(self, saver: Saver) -> None:
        """A field was opened."""
        self._leaving = [known for known in self._leaving if known is not saver]
        if not any(known is saver for known in self._savers):
            self._savers.append(saver)
            self.changed()

    def remove(self, saver: Saver) -> None:
        """A field is gone; its saver was left before, and is kept until its text is in a revision."""
        self._savers = [known for known in self._savers if known is not saver]
        self._note(saver)
        self._told.pop(id(saver), None)
        if saver.dirty or saver.state.kind != "saved":
            self._leaving.append(saver)
        self.changed()

    @property
    def empty(self) -> bool:
        """True when there is nothing to keep going."""
        return not self._savers and not self._leaving

    def tick(self) -> None:
        """Let every saver do what is due."""
        for saver in self._savers:
            saver.tick()
        for saver in self._leaving:
            saver.tick()
        done = [saver for saver in self._leaving if saver.state.kind == "saved" and not saver.dirty]
        for saver in done:
            self._note(saver)
            self._told.pop(id(saver), None)
            self._leaving.remove(saver)

    def flush(self, *, slow: bool = True) -> list[str]:
        """Leave every field and wait for the disk; returns the reasons of what could not be saved.

        Args:
            slow: Wait for what takes seconds too (the names); if not, it is begun and goes on by itself.
        """
        reasons: list[str] = []
        for saver in sorted([*self._savers, *self._leaving], key=_slow):
            try:
                saver.leave(wait=slow or not _slow(saver))
            except Exception as error:  # noqa: BLE001 - one field that fails must not keep the others from the disk
                reasons.append(type(error).__name__)
                continue
            if saver.state.kind == "not_saved":
                reasons.append(saver.state.reason)
        return reasons

    def hurry(self) -> None:
        """Begin to make a revision of every field, without waiting for the disk."""
        for saver in (*self._savers, *self._leaving):
            saver.leave()

    @property
    def settled(self) -> bool:
        """True when every field is in a revision, or it was tried and failed."""
        savers = (*self._savers, *self._leaving)
        return all(s.state.kind == "not_saved" or (s.state.kind == "saved" and not s.dirty) for s in savers)

    @property
    def all_saved(self) -> bool:
        """True when every field is in a revision."""
        return all(s.state.kind == "saved" and not s.dirty for s in (*self._savers, *self._leaving))

    @property
    def busy(self) -> bool:
        """True while something that takes seconds is being written."""
        return any(_slow(saver) and saver.dirty and saver.state.kind == "saving" for saver in self._savers)

    @property
    def only_on_screen(self) -> bool:
        """True when something typed is kept nowhere: leaving the app now would lose it."""
        states = [saver.state for saver in (*self._savers, *self._leaving)]
        return any(s.kind == "not_saved" and not getattr(s, "in_draft", True) for s in states)

    @property
    def slow_reason(self) -> str:
        """Why something that takes seconds could not be written, or nothing."""
        return next((s.state.reason for s in self._savers if _slow(s) and s.state.kind == "not_saved"), "")

    def words(self) -> tuple[str, bool]:
        """What line 1 says about saving, and whether it is bad news."""
        if self.read_only:
            return _("READ ONLY: {reason}").format(reason=self.read_only), True
        states = [saver.state for saver in (*self._savers, *self._leaving)]
        for state in states:
            if state.kind == "not_saved":
                return _("NOT SAVED: {reason}").format(reason=state.reason), True
        if any(state.kind == "saving" for state in states):
            return _("saving..."), False
        for saver in (*self._savers, *self._leaving):
            self._note(saver)
        if self._last_saved is None:
            return _("all saved"), False
        return _("saved {time}").format(time=f"{self._last_saved:%H:%M:%S}"), False

    def note_saved(self, at: datetime) -> None:
        """Something that was not typed was saved; may be called from any thread, and shows nothing itself."""
        self._last_saved = at

    def _note(self, saver: Saver) -> None:
        """The last that was saved counts, whatever the clock says: it may have been set back since."""
        at = saver.state.at
        if at is not None and self._told.get(id(saver)) != at:
            self._told[id(saver)] = at
            self.note_saved(at)


def _slow(saver: Saver) -> bool:
    """Whether nobody should wait for it: the fields come first, and bring it their text."""
    return bool(getattr(saver, "slow", False))
