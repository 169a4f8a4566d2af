"""Taking over a table of respondents: who is there already, codes at random, names apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from boce_tui.cycle.giving_numbers import next_code
from boce_tui.cycle.planning.fields import FIELDS, FieldProblem
from boce_tui.cycle.planning.people import checked_respondent, respondents, used_codes
from boce_tui.cycle.planning.rounds import open_round, rounds
from boce_tui.cycle.planning.settings import organisations
from boce_tui.cycle.planning.themes import themes
from boce_tui.domain.keys import join
from boce_tui.domain.round import Respondent
from boce_tui.domain.text import fold
from boce_tui.domain.vocabulary import label
from boce_tui.exchange.respondents import (
    Known,
    Mistake,
    RespondentTable,
    TableMistakes,
    TableRow,
    read_respondents,
)
from boce_tui.locale import _
from boce_tui.names import Names, Person
from boce_tui.store import Dossier

NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass(frozen=True)
class PlannedRow:
    """What importing one line does.

    Attributes:
        line: Where it stands in the file.
        action: ``new``, ``changed`` or ``same``.
        code: Empty for someone new: the code is drawn when it is imported.
        respondent: What will be kept.
        who: For the names file, or None.
        fields: Ids of the fields that change.
        alike: Code of someone in the round with the same name and another function, or empty.
    """

    line: int
    action: str
    code: str
    respondent: Respondent
    who: Person | None
    fields: tuple[str, ...] = ()
    alike: str = ""

    def changes(self) -> str:
        """The names of the fields that change, for people."""
        return ", ".join(label(FIELDS, field) for field in self.fields)


@dataclass(frozen=True)
class ImportPlan:
    """What importing a table does; nothing was done yet.

    Attributes:
        unused: Headings of columns that nothing is done with.
        names_compared: False when names came along while the names file was locked: someone who is in the
            round already may then count as new.
    """

    rows: tuple[PlannedRow, ...]
    unused: tuple[str, ...]
    names_compared: bool

    @property
    def has_names(self) -> bool:
        """True when importing needs the names file."""
        return any(row.who for row in self.rows)

    def count(self, action: str) -> int:
        """How many lines are ``new``, ``changed`` or ``same``."""
        return Counter(row.action for row in self.rows)[action]


def read_table(dossier: Dossier, path: Path) -> RespondentTable:
    """Read a table of respondents against the organisations and themes of the dossier.

    Raises:
        BadInput: The file cannot be read or has mistakes; they are all named.
    """
    return read_respondents(
        path,
        Known(
            {key: (o.name, o.display) for key, o in organisations(dossier).items()},
            {key: (t.name, t.name_en, *t.aliases) for key, t in themes(dossier).items()},
        ),
    )


def plan_import(
    dossier: Dossier, round_id: str, table: RespondentTable, names: Names, place: str = ""
) -> ImportPlan:
    """Work out what a table would do to a round.

    An empty cell leaves what is there as it is. People are recognised by code, and by name with function when
    the names are unlocked.

    Raises:
        BadInput: The round is closed or unknown, or lines contradict the dossier.
    """
    open_round(dossier, round_id)
    now = respondents(dossier, round_id)
    used = used_codes(dossier, names)
    known = _People(dossier, round_id, names)
    planned: list[PlannedRow] = []
    mistakes: list[Mistake] = []
    for row in table.rows:
        code = row.code or known.code_of(row.who)
        if row.code and row.code not in now and row.code in used:
            message = _("{code} was given out before and is not used again").format(code=row.code)
            mistakes.append(Mistake(row.line, "", message))
            continue
        if code and (twice := next((p.line for p in planned if p.code == code), 0)):
            mistakes.append(
                Mistake(row.line, "", _("this is the same person as on line {n}").format(n=twice))
            )
            continue
        try:
            planned.append(_planned(dossier, row, code, now.get(code), known))
        except FieldProblem as problem:
            mistakes.append(Mistake(row.line, problem.place, problem.message))
    if mistakes:
        raise TableMistakes(mistakes, place)
    compared = names.unlocked or not names.exists or not table.has_names
    return ImportPlan(tuple(planned), table.unused, compared)


def apply_import(dossier: Dossier, round_id: str, plan: ImportPlan, names: Names) -> dict[int, str]:
    """Do what was planned, all of it or nothing; returns line -> code.

    Codes are drawn at random and kept in the order of the codes, so that neither they nor the history tell
    the order of the file. Names go to the names file first, and out again when the rest fails.

    Raises:
        PrivacyStop: There are names and the names file is locked.
    """
    used = used_codes(dossier, names) | {row.code for row in plan.rows if row.code}
    codes: dict[int, str] = {}
    for row in plan.rows:
        codes[row.line] = row.code or next_code(dossier, used)
        used.add(codes[row.line])
    people = {codes[row.line]: row.who for row in plan.rows if row.who}
    before = names.data() if people else None
    if people:
        names.put(people)
    try:
        with dossier.change():
            for row in sorted(plan.rows, key=lambda r: codes[r.line]):
                dossier.save(row.respondent, join(round_id, codes[row.line]))
    except BaseException:
        if before is not None:
            names.write(before)
        raise
    return codes


class _People:
    """Who is in the names file: those of this round by name and function, those of earlier rounds by name."""

    def __init__(self, dossier: Dossier, round_id: str, names: Names) -> None:
        self.people = names.data().people if names.unlocked else {}
        self.here = {
            _named(self.people[code]): code for code in respondents(dossier, round_id) if code in self.people
        }
        earlier = (
            code for other in rounds(dossier) if other != round_id for code in respondents(dossier, other)
        )
        self.earlier = {fold(self.people[code].name) for code in earlier if code in self.people}

    def code_of(self, who: Person | None) -> str:
        """The code that someone has in this round, or an empty text."""
        return self.here.get(_named(who), "") if who else ""

    def alike(self, who: Person | None) -> str:
        """The code of someone of the same name in this round, or an empty text."""
        return next((code for (name, _f), code in self.here.items() if who and name == fold(who.name)), "")

    def took_part_before(self, who: Person | None) -> bool:
        """True when someone of that name was interviewed in an earlier round."""
        return who is not None and fold(who.name) in self.earlier


def _named(who: Person) -> tuple[str, str]:
    return fold(who.name), fold(who.function)


def _planned(
    dossier: Dossier, row: TableRow, code: str, before: Respondent | None, known: _People
) -> PlannedRow:
    values: dict[str, Any] = dict(row.values)
    if before is None:
        if known.took_part_before(row.who):
            values.setdefault("participated_before", True)
        made = checked_respondent(dossier, **values)
        return PlannedRow(row.line, NEW, code, made, row.who, alike=known.alike(row.who))
    if "role" in values and "group" not in values and values["role"] != before.role:
        values["group"] = ""  # follows from the new role
    kept = {field: getattr(before, field) for field in Respondent.__struct_fields__}
    after = checked_respondent(dossier, **{**kept, **values})
    changed = [field for field in kept if getattr(after, field) != kept[field]]
    who = _merged(known.people.get(code), row)
    if who != known.people.get(code):
        changed.append("name")
    return PlannedRow(row.line, CHANGED if changed else SAME, code, after, who, tuple(changed))


def _merged(before: Person | None, row: TableRow) -> Person | None:
    """What the file says about someone, with what was known where it says nothing."""
    if before is None:
        return row.who
    said = {}
    if row.who is not None:
        said = {
            f: value for f in Person.__struct_fields__ if (value := getattr(row.who, f)) and f != "consent"
        }
    if row.consent is not None:
        said["consent"] = row.consent
    return msgspec.structs.replace(before, **said)
