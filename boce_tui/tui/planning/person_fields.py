"""Name, e-mail, telephone and function of someone: typed in the form, kept in the names file only.

Nothing typed here reaches the dossier or its drafts; see `boce_tui.tui.planning.names_pen` for the writing.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from boce_tui.cycle.planning import FIELDS, FieldProblem, person
from boce_tui.domain.vocabulary import label
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names, Person
from boce_tui.tui.planning.names_pen import NamesPen, NameState, why

TEXTS = ("name", "surname", "function", "email", "phone")


class PersonSheet:
    """What the names say about one person; a change is held in memory until the names file is written."""

    def __init__(self, names: Names, code: str) -> None:
        self.names = names
        self.code = code

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

    def hold(self, **values: object) -> None:
        """Change fields, in memory.

        Raises:
            FieldProblem: There is no name yet, or a field is wrong.
        """
        known = self.person
        kept = msgspec.structs.asdict(known) if known else {"name": ""}
        if not known and not values.get("name"):
            if any(values.values()):
                raise FieldProblem("name", _("First fill in the name."))
            return
        who = person(**{**kept, **values})
        if who != known:
            self.names.hold(*(({}, {self.code: who}) if "/" in self.code else ({self.code: who},)))


class NameSaver:
    """Takes what is typed in one name field: a saver as the text fields know it, without a draft."""

    def __init__(
        self, pen: NamesPen, sheet: PersonSheet, field: str, text: str, problem: Callable[[str], None]
    ) -> None:
        self._pen = pen
        self._sheet = sheet
        self._field = field
        self._text = self._held = text
        self._problem = problem
        self.state = NameState()
        """What to show now; whether the file is written is for the pen to say."""

    @property
    def dirty(self) -> bool:
        """True when something typed is not among the names yet."""
        return self._text != self._held

    def edited(self, start: int, end: int, inserted: str) -> None:
        """Take note of an edit."""
        self._text = self._text[:start] + inserted + self._text[end:]
        self._pen.touch()
        self._show(NameState("saving" if self.dirty else "saved"))

    def tick(self) -> None:
        """After a pause what was typed is good enough to keep, if it is right."""
        if self.dirty and self.state.kind == "saving" and self._pen.idle:
            self._hold(aloud=False)

    def leave(self, *, wait: bool = False) -> NameState:
        """The field is left: what was typed counts now. Nobody waits for the file here."""
        del wait
        if self.dirty:
            self._hold(aloud=True)
        return self.state

    def _hold(self, *, aloud: bool) -> None:
        try:
            self._sheet.hold(**{self._field: self._text})
        except BoceError as problem:
            if aloud:
                self._show(NameState("not_saved", reason=why(problem)))
        else:
            self._held = self._text
            self._show(NameState())

    def _show(self, state: NameState) -> None:
        self.state = state
        self._problem(state.reason)


def field_label(field: str) -> str:
    """What a field of the names file is called."""
    text = label(FIELDS, field)
    return text[:1].upper() + text[1:]
