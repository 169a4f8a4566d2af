"""How a need of the councils stands on a day: pure, without a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boce_tui.cycle.following_up.decided import as_date, months_after
from boce_tui.domain.needs import MONTHS, InformationNeed

OPEN, AGAIN, RUNNING, DONE = "open", "again", "running", "done"


@dataclass(frozen=True)
class Standing:
    """A need with how it stands.

    Attributes:
        key: Its key.
        number: As people name it: ``N03``, with its round when it is of an earlier one.
        value: The need.
        state: ``open``: never delivered; ``again``: due again; ``running``: delivered, and it comes back;
            ``done``: delivered.
        due: By when it is expected (``YYYY-MM-DD`` or ``YYYY-MM``); empty when that is not known.
        days: How many days it is late; 0 when it is not.
    """

    key: str
    number: str
    value: InformationNeed
    state: str
    due: str = ""
    days: int = 0

    @property
    def waits(self) -> bool:
        """The councils wait for it: a need without delivery."""
        return self.state in (OPEN, AGAIN)

    @property
    def goes_on(self) -> bool:
        """A next round has to know it: it was not delivered, or it is wanted again."""
        return self.state != DONE


def stand(key: str, number: str, value: InformationNeed, day: date) -> Standing:
    """How a need stands on a day.

    Args:
        key: Its key.
        number: As people name it.
        value: The need.
        day: The day it is measured against.
    """
    if not value.deliveries:
        return _waiting(key, number, value, OPEN, value.deadline, day)
    if not value.repeats:
        return Standing(key, number, value, DONE)
    last = as_date(max(one.date for one in value.deliveries))
    if last is None or value.frequency not in MONTHS:
        return Standing(key, number, value, RUNNING)
    due = months_after(last, MONTHS[value.frequency])
    if due < day:
        return _waiting(key, number, value, AGAIN, due.isoformat(), day)
    return Standing(key, number, value, RUNNING, due.isoformat())


def _waiting(key: str, number: str, value: InformationNeed, state: str, due: str, day: date) -> Standing:
    until = as_date(due)
    late = (day - until).days if until is not None else 0
    return Standing(key, number, value, state, due, max(late, 0))


def order(one: Standing) -> tuple[int, str, str]:
    """What waits first, the longest due first; then what comes back, and what is done."""
    return (0 if one.waits else (RUNNING, DONE).index(one.state) + 1, one.due or "9999", one.key)
