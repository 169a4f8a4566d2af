"""Name, e-mail, telephone and function of someone: typed in the form, kept in the names file only.

Nothing typed here reaches the dossier or its drafts. Encrypting takes seconds:
it happens beside the screen.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import msgspec

from boce_tui.cycle.planning import FIELDS, FieldProblem, person, put_name
from boce_tui.domain.vocabulary import label
from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.files import reason as reason_of
from boce_tui.locale import _
from boce_tui.names import Names, Person

TEXTS = ("name", "surname", "function", "email", "phone")
_writer = ThreadPoolExecutor(1, thread_name_prefix="names")


class PersonSheet:
    """What the names file says about one person; every change is one write of the file."""

    def __init__(self, names: Names, code: str) -> None:
        self.names = names
        self.code = code
        self._lock = threading.Lock()

    @property
    def person(self) -> Person | None:
        """Who it is, as far as that is known."""
        return self.names.evaluator(self.code) if "/" in self.code else self.names.person(self.code)

    def text(self, field: str) -> str:
        """One field."""
        return str(getattr(self.person, field, "") or "")

    @property
    def consent(self) -> bool:
        """Whether the name may stand in the appendix."""
        known = self.person
        return bool(known and known.consent)

    def put(self, **values: object) -> None:
        """Change fields, and keep them; takes long.

        Raises:
            FieldProblem: There is no name yet, or a field is wrong.
        """
        with self._lock:
            known = self.person
            kept = msgspec.structs.asdict(known) if known else {"name": ""}
            if not known and not values.get("name"):
                if any(values.values()):
                    raise FieldProblem("name", _("First fill in the name."))
                return
            put_name(self.names, self.code, person(**{**kept, **values}))

    def later(self, **values: object) -> Future[None]:
        """The same, without waiting for it."""
        return _writer.submit(self.put, **values)


@dataclass(frozen=True)
class NameState:
    """How far a name field is saved."""

    kind: Literal["saved", "saving", "not_saved"] = "saved"
    at: datetime | None = None
    reason: str = ""


class NameSaver:
    """Keeps one field of the names file: a saver as the text fields know it, without a draft on the disk."""

    def __init__(
        self, env: Env, sheet: PersonSheet, field: str, text: str, problem: Callable[[str], None]
    ) -> None:
        self._env = env
        self._sheet = sheet
        self._field = field
        self._text = self._kept = self._sent = text
        self._problem = problem
        self._job: Future[None] | None = None
        self._leaving = False
        self.state = NameState()
        """What to show now."""

    @property
    def dirty(self) -> bool:
        """True when something typed is not in the names file yet."""
        return self._text != self._kept

    def edited(self, start: int, end: int, inserted: str) -> None:
        """Take note of an edit."""
        self._text = self._text[:start] + inserted + self._text[end:]
        self._leaving = False
        self._show(NameState("saving" if self.dirty else "saved", self.state.at))

    def tick(self) -> None:
        """See whether the file was written."""
        self._collect()
        if self._leaving and self.dirty and self._job is None:
            self._start()

    def leave(self, *, wait: bool = False) -> NameState:
        """The field is left: write it."""
        self._collect()
        self._leaving = True
        if self.dirty and self._job is None:
            self._start()
        if wait and self._job is not None:
            self._job.exception()
            self._collect()
        return self.state

    def _start(self) -> None:
        self._sent = self._text
        self._job = self._sheet.later(**{self._field: self._sent})

    def _collect(self) -> None:
        if self._job is None or not self._job.done():
            return
        problem, self._job = self._job.exception(), None
        if problem is None:
            self._kept = self._sent
            if not self.dirty:
                self._show(NameState("saved", self._env.local_now()))
            return
        self._leaving = False
        self._show(NameState("not_saved", self.state.at, why(problem)))

    def _show(self, state: NameState) -> None:
        self.state = state
        self._problem(state.reason)


def why(problem: BaseException) -> str:
    """What went wrong, in the user's language; never what was typed."""
    if isinstance(problem, BoceError):
        return problem.message
    return reason_of(problem) if isinstance(problem, OSError) else type(problem).__name__


def field_label(field: str) -> str:
    """What a field of the names file is called."""
    text = label(FIELDS, field)
    return text[:1].upper() + text[1:]
