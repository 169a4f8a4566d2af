"""Which fields hold a day, a time or a moment, and whether what stands in one can be that.

What is typed is checked where it is typed. A file from elsewhere can hold anything, and what reckons with a
day later on has nobody to ask.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from boce_tui.domain.agenda import Agenda, Ambition, CouncilDecision, Document, ExitDecision, Status, Theme
from boce_tui.domain.approving import Approval, Unlocking
from boce_tui.domain.erasing import ErasureCertificate
from boce_tui.domain.meetings import Meeting, MovedFrom, Scan
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.domain.progressing import ProgressRound
from boce_tui.domain.recalibrating import Recalibration
from boce_tui.domain.recommendation import ActionItem, Decision, FollowUp, Recommendation
from boce_tui.domain.round import Evaluator, Interview, Planned, Round

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def is_day(text: str) -> bool:
    """True for ``2041-05-12``."""
    return _DAY.fullmatch(text) is not None and _reads(date.fromisoformat, text)


def is_day_or_month(text: str) -> bool:
    """True for ``2041-05-12`` and ``2041-05``."""
    return is_day(text) or (_MONTH.fullmatch(text) is not None and text[:4] != "0000")


def is_day_month_or_year(text: str) -> bool:
    """True for ``2041-05-12``, ``2041-05`` and ``2041``."""
    return is_day_or_month(text) or _YEAR.fullmatch(text) is not None


def is_time(text: str) -> bool:
    """True for ``09:30``."""
    return _TIME.fullmatch(text) is not None


def is_instant(text: str) -> bool:
    """True for a moment in ISO form, such as ``2041-05-12T09:30:00Z``."""
    return len(text) > len("2041-05-12") and _reads(datetime.fromisoformat, text)


_FIELDS: dict[type[msgspec.Struct], dict[str, Callable[[str], bool]]] = {
    Agenda: {"today": is_day},
    Theme: {"start": is_day, "work_stopped": is_day},
    ExitDecision: {"date": is_day},
    Ambition: {"valid_from": is_day},
    CouncilDecision: {"date": is_day},
    Status: {"date": is_day},
    Document: {"date": is_day_month_or_year},
    Round: {"report_date": is_day, "embargo_until": is_day},
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
    ProgressRound: {"date": is_day},
    Recalibration: {"date": is_day},
    ErasureCertificate: {"at": is_instant},
}
"""Per struct the fields and what they must be; empty is always right: it is not known yet."""


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
                for text in inner if isinstance(inner, tuple) else (inner,):
                    if text and not fits(text):
                        yield f"{place}.{field}", text
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
