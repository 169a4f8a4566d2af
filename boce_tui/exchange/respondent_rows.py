"""One row of a table of respondents: what its cells mean, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from boce_tui.domain.keys import CODE
from boce_tui.domain.text import fold, inert_line
from boce_tui.domain.vocabulary import ROLE_GROUP
from boce_tui.exchange.mistakes import Mistake
from boce_tui.exchange.tables import Row, Sheet
from boce_tui.exchange.words import (
    NAME_COLUMNS,
    USUAL_INVOLVEMENT,
    Words,
    group_words,
    role_words,
    with_degree,
    yes_or_no,
)
from boce_tui.locale import _
from boce_tui.names import Person

_NAME_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST_CHOICES = 14


@dataclass(frozen=True)
class Known:
    """What the cells may name: organisations and themes, id -> words; the first word is shown."""

    organisations: Mapping[str, Iterable[str]]
    themes: Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class TableRow:
    """One respondent as the file says it.

    Attributes:
        line: Where it stands.
        code: Empty for someone new.
        values: Fields of a respondent that the file says something about.
        who: For the names file; None when the file says no name here.
        consent: What the file says about the name in the appendix; None when it says nothing.
    """

    line: int
    code: str
    values: dict[str, Any]
    who: Person | None
    consent: bool | None = None


class RowReader:
    """Turns rows into respondents and gathers what is wrong."""

    def __init__(self, columns: dict[str, int], headings: dict[int, str], known: Known, sheet: Sheet) -> None:
        self.columns = columns
        self.headings = headings
        self.mistakes: list[Mistake] = []
        self.organisations = Words.of(known.organisations)
        self.themes = Words.of(known.themes)
        self.groups, self.roles = group_words(), role_words()
        self.private = _words_of_names(sheet, columns)

    def row(self, row: Row) -> TableRow | None:
        """The respondent in a row; None when there is a mistake in it."""
        before = len(self.mistakes)
        if any(row.cells[len(self.headings) :]):
            self._wrong(row, "", _("there are more cells here than headings; is there a separator too many?"))
        code = self._cell(row, "code").upper()
        if code and not CODE.match(code):
            self._wrong(row, "code", _("a code looks like R07; leave it empty for someone new"))
        who = self._person(row, code)
        values = self._values(row, new=not code)
        consent = self._yes(row, "consent")
        return None if len(self.mistakes) > before else TableRow(row.line, code, values, who, consent)

    def _values(self, row: Row, *, new: bool) -> dict[str, Any]:
        values: dict[str, Any] = {}
        role = self._one(row, "role", self.roles)
        group = self._one(row, "group", self.groups)
        if role:
            values["role"] = role
        if group:
            values["group"] = group
        elif role and not ROLE_GROUP.get(role):
            self._wrong(
                row,
                "group" if "group" in self.columns else "role",
                _("say here which group this person is in"),
            )
        if new and not role and not group and not self._said(row, "role") and not self._said(row, "group"):
            self._wrong(row, "role" if "role" in self.columns else "group", _("this has to be filled in"))
        if new and group and not self._said(row, "role"):
            values["role"] = "other"
        if places := self._several(row, "municipalities", self.organisations):
            values["municipalities"] = places
        if others := self._several(row, "other_roles", self.roles):
            values["other_roles"] = others
        if involved := self._involved(row, role or ""):
            values["themes"] = involved
        if (before := self._yes(row, "participated_before")) is not None:
            values["participated_before"] = before
        return values

    def _person(self, row: Row, code: str) -> Person | None:
        """The part for the names file."""
        surname = " ".join(part for part in (self._cell(row, "infix"), self._cell(row, "surname")) if part)
        name = self._cell(row, "name") or " ".join(
            part for part in (self._cell(row, "given"), surname) if part
        )
        contact = {"email": self._cell(row, "email"), "phone": _phone(self._cell(row, "phone"))}
        function = self._cell(row, "function")
        named = [column for column in ("name", "surname", "given") if column in self.columns]
        if not name:
            if named and (not code or any((*contact.values(), function))):
                self._wrong(row, named[0], _("the name is missing"))
            elif not named and any(contact.values()):
                self._wrong(
                    row, "email" if contact["email"] else "phone", _("there is no column with a name")
                )
            return None
        if contact["email"] and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", contact["email"]):
            self._wrong(row, "email", _("this is no e-mail address"))
        if len(name) > 120:
            self._wrong(row, named[0], _("this is too long for a name"))
        return Person(
            name=name,
            surname=surname if self._cell(row, "surname") else "",
            function=function,
            municipality=self._cell(row, "municipalities"),
            consent=yes_or_no(self._cell(row, "consent")) or False,
            **contact,
        )

    def _involved(self, row: Row, role: str) -> dict[str, int]:
        """Theme -> how much."""
        usual = 3 if role == "theme_lead" else USUAL_INVOLVEMENT
        found: dict[str, int] = {}
        said = self._cell(row, "themes")
        whole = self.themes.find(said)
        pieces = [said] if whole else [p.strip() for p in re.split(r"[;,\n|]", said) if p.strip()]
        for piece in pieces:
            name, degree = with_degree(piece)
            for part, theme in self.themes.several(name):
                if theme is None:
                    self._unknown(row, "themes", part, self.themes)
                else:
                    found[theme] = usual if degree is None else degree
        return found

    def _several(self, row: Row, column: str, words: Words) -> tuple[str, ...]:
        """The ids named in a cell that may hold several."""
        found = []
        for part, id_ in words.several(self._cell(row, column)):
            if id_ is None:
                self._unknown(row, column, part, words)
            else:
                found.append(id_)
        return tuple(dict.fromkeys(found))

    def _one(self, row: Row, column: str, words: Words) -> str | None:
        """The id named in a cell; None when it is empty or unknown."""
        said = self._cell(row, column)
        found = words.find(said) if said else None
        if said and found is None:
            self._unknown(row, column, said, words)
        return found

    def _yes(self, row: Row, column: str) -> bool | None:
        """Yes or no; None when nothing is said."""
        said = self._cell(row, column)
        if not said:
            return None
        answer = yes_or_no(said)
        if answer is None:
            self._wrong(row, column, _("write ja or nee here"))
        return answer

    def _said(self, row: Row, column: str) -> bool:
        return bool(self._cell(row, column))

    def _cell(self, row: Row, column: str) -> str:
        """What stands in a column, on one line except where several things may stand under each other."""
        number = self.columns.get(column)
        text = row.cells[number] if number is not None and number < len(row.cells) else ""
        return text if column in ("themes", "municipalities", "other_roles") else " ".join(text.split())

    def _unknown(self, row: Row, column: str, said: str, words: Words) -> None:
        shown = self._shown(said)
        choices = ", ".join(inert_line(word) for word in words.shown[:_MOST_CHOICES])
        if shown and (near := words.nearest(said)):
            message = _('"{value}" is not known here; do you mean {word}?')
            self._wrong(row, column, message.format(value=shown, word=inert_line(near)))
        elif shown:
            message = _('"{value}" is not known here; choose from: {choices}')
            self._wrong(row, column, message.format(value=shown, choices=choices))
        else:
            self._wrong(
                row, column, _("this is not known here; choose from: {choices}").format(choices=choices)
            )

    def _shown(self, said: str) -> str:
        """A value as it may be repeated in a message; empty when it might be about a person."""
        words = set(_NAME_WORD.findall(fold(said)))
        private = "@" in said or sum(map(str.isdigit, said)) > 5 or words & self.private
        return "" if private else inert_line(said)[:60]

    def _wrong(self, row: Row, column: str, message: str) -> None:
        number = self.columns.get(column)
        self.mistakes.append(
            Mistake(row.line, self.headings.get(number, "") if number is not None else "", message)
        )

    def twice(self, rows: list[TableRow]) -> None:
        """The same person on two lines."""
        seen: dict[tuple[str, ...], int] = {}
        for row in rows:
            keys: list[tuple[str, ...]] = [("code", row.code)] if row.code else []
            if row.who:
                keys.append(("name", fold(row.who.name), fold(row.who.function)))
            for key in keys:
                first = seen.setdefault(key, row.line)
                if first != row.line:
                    self.mistakes.append(
                        Mistake(row.line, "", _("this is the same person as on line {n}").format(n=first))
                    )
                    break


def _words_of_names(sheet: Sheet, columns: Mapping[str, int]) -> set[str]:
    numbers = [
        columns[column]
        for column in NAME_COLUMNS
        if column in columns and column not in ("function", "consent")
    ]
    cells = (row.cells[n] for row in sheet.rows for n in numbers if n < len(row.cells))
    return {word for text in cells for word in re.findall(r"[^\W\d_]{2,}", fold(text))}


def _phone(said: str) -> str:
    """A telephone number; a spreadsheet may have eaten the nought in front."""
    return f"0{said}" if re.fullmatch(r"[1-9]\d{8}", said) else said
