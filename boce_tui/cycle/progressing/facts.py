"""What a progress round says: what is late and why, what is open, and how often which reason was given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from boce_tui.cycle.progressing.rounds import Cell, cells, progress_rounds
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.meetings import Meeting
from boce_tui.domain.progressing import LATE, ProgressRound
from boce_tui.domain.vocabulary import FORMS, label
from boce_tui.locale import _
from boce_tui.store import Dossier

ZERO = Decimal(0)


@dataclass(frozen=True)
class Open:
    """Something that is not there yet.

    Attributes:
        cell: Key of the cell; empty when it is about the whole round.
        words: What and where, in the language of the moment.
    """

    cell: str
    words: str


@dataclass(frozen=True)
class Gathering:
    """A meeting as the documents name it; ``status`` is an id of ``MEETING_STATUS``."""

    date: str
    title: str
    status: str
    new_date: str = ""
    origin: tuple[str, str] = ("", "")
    """Stored name and key of the item it stands in."""


def cell_name(dossier: Dossier, cell: Cell) -> str:
    """Theme and form, for people."""
    return f"{theme_name(dossier, cell.theme)} · {label(FORMS, cell.form)}"


def still_open(dossier: Dossier, key: str) -> list[Open]:
    """What has to be filled in before anything may be sent: no cell is left blank (R74)."""
    found = []
    for cell in cells(dossier, key):
        name = cell_name(dossier, cell)
        if not cell.said:
            words = _("{cell}: say how it stands, or that there are no activities.").format(cell=name)
            found.append(Open(cell.key, words))
        elif cell.entry.status in LATE and not reasons_of(cell):
            found.append(Open(cell.key, _("{cell}: the reason is missing.").format(cell=name)))
    return found


def reasons_of(cell: Cell) -> tuple[str, ...]:
    """Why it is late, as ids; nothing when it is not late."""
    if cell.entry.idle or cell.entry.status not in LATE:
        return ()
    return cell.entry.options("P5")


def reason_counts(dossier: Dossier, key: str) -> list[tuple[str, int, int]]:
    """(reason, in this progress round, in this one and all before it), most often given first (R75)."""
    this = dossier.value(ProgressRound, key)
    so_far = [k for k, one in progress_rounds(dossier).items() if this and one.date <= this.date]
    total: Counter[str] = Counter()
    now: Counter[str] = Counter()
    for one in so_far:
        given = [reason for cell in cells(dossier, one) for reason in reasons_of(cell)]
        total.update(given)
        if one == key:
            now.update(given)
    return sorted(
        ((reason, now[reason], count) for reason, count in total.items()), key=lambda x: (-x[2], -x[1], x[0])
    )


def hours_of_cell(cell: Cell) -> tuple[Decimal | None, Decimal | None]:
    """Hours planned and spent; None for what nobody filled in, or when there are no activities."""
    if cell.entry.idle:
        return None, None
    planned, spent = (cell.entry.written("P8", part) for part in ("planned", "spent"))
    return (Decimal(planned) if planned else None), (Decimal(spent) if spent else None)


def gatherings(dossier: Dossier, key: str) -> Iterator[Gathering]:
    """The meetings of the calendar, and those that were filled in here; by date."""
    found = []
    for item in dossier.all(Meeting, f"{key.split('/')[0]}/"):
        one = item.value
        if one is not None:
            moved = one.first_date != one.date
            new = one.date if moved else _replacement(dossier, item.key, one)
            origin = (Meeting.entity, item.key)
            found.append(Gathering(one.first_date, one.title, "moved" if moved else one.status, new, origin))
    own = dossier.value(ProgressRound, key)
    for row in own.cells("G2").values() if own else ():
        date, title = str(row.get("date") or ""), str(row.get("kind") or "").strip()
        if date or title:
            status, new = str(row.get("status") or ""), str(row.get("replaced_by") or "")
            found.append(Gathering(date, title, status, new, (ProgressRound.entity, key)))
    yield from sorted(found, key=lambda one: (one.date or "9", one.title))


def _replacement(dossier: Dossier, key: str, meeting: Meeting) -> str:
    if not meeting.replaced_by:
        return ""
    other = dossier.value(Meeting, f"{key.rsplit('/', 1)[0]}/{meeting.replaced_by}")
    return other.date if other else ""
