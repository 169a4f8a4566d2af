"""Which fields hold a day, a time or a moment, and whether what stands in one can be that.

What is typed is checked where it is typed. A file from elsewhere can hold anything, and what reckons with a
day later on has nobody to ask: `check_moments` is what every kind of file goes through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any

import msgspec
import msgspec.inspect

from boce_tui.domain.agenda import Agenda, Ambition, CouncilDecision, Document, ExitDecision, Status, Theme
from boce_tui.domain.approving import Approval, Unlocking
from boce_tui.domain.dates import FIRST_YEAR, LAST_YEAR
from boce_tui.domain.erasing import ErasureCertificate
from boce_tui.domain.meetings import Meeting, MovedFrom, Scan
from boce_tui.domain.needs import Delivery, InformationNeed
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.domain.plans import AnnualPlan
from boce_tui.domain.progressing import ProgressRound
from boce_tui.domain.recalibrating import Recalibration
from boce_tui.domain.recommendation import ActionItem, Decision, FollowUp, Recommendation
from boce_tui.domain.round import Evaluator, Interview, Planned, Round
from boce_tui.domain.text import inert_line
from boce_tui.errors import BadInput
from boce_tui.locale import _

_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{3}([0-9]{3})?)?)?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?"
)
_DAYS_KNOWN = 4096
_SHOWN = 40


def is_year(text: str) -> bool:
    """True for ``2041``."""
    return _YEAR.fullmatch(text) is not None and FIRST_YEAR <= int(text) <= LAST_YEAR


@lru_cache(_DAYS_KNOWN)
def is_day(text: str) -> bool:
    """True for ``2041-05-12``; a file has many moments, and few days."""
    return _DAY.fullmatch(text) is not None and is_year(text[:4]) and _reads(date.fromisoformat, text)


def is_day_or_month(text: str) -> bool:
    """True for ``2041-05-12`` and ``2041-05``."""
    return is_day(text) or (_MONTH.fullmatch(text) is not None and is_year(text[:4]))


def is_day_month_or_year(text: str) -> bool:
    """True for ``2041-05-12``, ``2041-05`` and ``2041``."""
    return is_day_or_month(text) or is_year(text)


def is_time(text: str) -> bool:
    """True for ``09:30``."""
    return _TIME.fullmatch(text) is not None


def is_instant(text: str) -> bool:
    """True for a moment in ISO form, such as ``2041-05-12T09:30:00Z``."""
    return _INSTANT.fullmatch(text) is not None and is_day(text[:10])


_FIELDS: dict[type[msgspec.Struct], dict[str, Callable[[str], bool]]] = {
    Agenda: {"today": is_day},
    Theme: {"start": is_day, "work_stopped": is_day},
    ExitDecision: {"date": is_day},
    Ambition: {"valid_from": is_day},
    CouncilDecision: {"date": is_day},
    Status: {"date": is_day},
    Document: {"date": is_day_month_or_year},
    Round: {"year": is_year, "report_date": is_day, "embargo_until": is_day},
    Planned: {"planned": is_day, "actual": is_day},
    Evaluator: {"confidentiality_signed": is_day},
    Interview: {"start": is_time, "approval_deadline": is_day},
    Approval: {"sent": is_day, "deadline": is_day, "reminders": is_day, "answered": is_day},
    Unlocking: {"at": is_instant},
    Note: {"at": is_instant},
    ExtraQuestion: {"at": is_instant},
    Passage: {"at": is_instant},
    Recommendation: {"deadline": is_day_or_month},
    Decision: {"date": is_day},
    FollowUp: {"date": is_day},
    ActionItem: {"deadline": is_day_or_month, "finished": is_day},
    Meeting: {"date": is_day, "start": is_time},
    MovedFrom: {"date": is_day},
    Scan: {"date": is_day},
    InformationNeed: {"deadline": is_day_or_month},
    Delivery: {"date": is_day},
    AnnualPlan: {"year": is_year, "date": is_day},
    ProgressRound: {"date": is_day},
    Recalibration: {"date": is_day},
    ErasureCertificate: {"at": is_instant},
}
"""Per struct the fields and what they must be; empty is always right: it is not known yet."""


def check_moments(item: str, value: object, place: str) -> None:
    """Refuse what a file holds when a day, time or moment in it is none.

    Args:
        item: What it is about, for people.
        value: The item.
        place: Where it stands in the file.

    Raises:
        BadInput: One is not.
    """
    for field, text in () if in_order(value) else wrong_moments(value):
        raise _no_moment(item, text, f"{place}{field}")


def in_order(value: Any) -> bool:
    """True when every day, time and moment in it can be one."""
    return not _can_hold(value.__class__) or next(wrong_moments(value), None) is None


def check_written(item: str, text: str, place: str) -> None:
    """Refuse what says when it was written and cannot have been written then.

    Raises:
        BadInput: It is no moment.
    """
    if not is_instant(text):
        raise _no_moment(item, text, place)


def _no_moment(item: str, text: str, place: str) -> BadInput:
    return BadInput(
        _('{item}: "{value}" is not a date or time.').format(
            item=inert_line(item), value=inert_line(text[:_SHOWN])
        ),
        place=place,
        hint=_("Nothing was changed. A date is written as 2041-05-12, a time as 14:00."),
    )


@cache
def _can_hold(kind: type[Any]) -> bool:
    """Whether there is a day, time or moment anywhere in it: most of what comes in has none."""
    seen: set[type] = set()

    def within(one: Any) -> bool:
        if isinstance(one, msgspec.inspect.StructType):
            if one.cls in _FIELDS:
                return True
            if one.cls in seen:
                return False
            seen.add(one.cls)
            return any(within(field.type) for field in one.fields)
        parts: list[Any] = []
        for name in ("item_type", "key_type", "value_type"):
            parts += [getattr(one, name)] if hasattr(one, name) else []
        return any(map(within, [*parts, *getattr(one, "item_types", ()), *getattr(one, "types", ())]))

    return within(msgspec.inspect.type_info(kind))


def wrong_moments(value: object) -> Iterator[tuple[str, str]]:
    """The place within `value` and the text of every day, time or moment that is none.

    Args:
        value: An entity, or anything inside one.
    """
    yield from _wrong(value, "")


def _wrong(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, msgspec.Struct):
        checks = _FIELDS.get(type(value), {})
        for field in value.__struct_fields__:
            inner = getattr(value, field)
            if fits := checks.get(field):
                for one in inner if isinstance(inner, tuple) else (inner,):
                    if one != "" and not fits(str(one)):
                        yield f"{place}.{field}", str(one)
            else:
                yield from _wrong(inner, f"{place}.{field}")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _wrong(inner, f"{place}.{key}")
    elif isinstance(value, tuple | list):
        for number, inner in enumerate(value):
            yield from _wrong(inner, f"{place}[{number}]")


def _reads(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True
