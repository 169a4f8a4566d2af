"""Days, months and times: typed in the Dutch way, kept in the one that sorts (ISO)."""

from __future__ import annotations

import re
from datetime import date

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""What can be meant by a year; what reckons with a day counts months and years on from it."""
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "january|february|march|april|may|june|july|august|september|october|november|december",
)
_NUMBER = {name: n for names in _MONTHS for n, name in enumerate(names.split("|"), 1)}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DUTCH = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})")
_WORDS = re.compile(r"(\d{1,2})\.?\s+([a-z]+)\.?\s+(\d{4})")
_MONTH_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})")
_MONTH_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{4})")
_MONTH_WORDS = re.compile(r"([a-z]+)\.?\s+(\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:.u](\d{2}))?(?:\s*(?:uur|u|h))?")


def parse_day(text: str) -> str | None:
    """``12-5-2041``, ``12 mei 2041`` or ``2041-05-12`` as ``2041-05-12``; None when it is no day."""
    said = " ".join(text.lower().split())
    if match := _ISO.fullmatch(said):
        year, month, day = match.groups()
    elif match := _DUTCH.fullmatch(said):
        day, month, year = match.groups()
    elif match := _WORDS.fullmatch(said):
        day, month, year = match[1], str(_month(match[2])), match[3]
    else:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat() if is_a_year(year) else None
    except ValueError:
        return None


def is_a_year(text: str) -> bool:
    """True for a year that can be meant."""
    return FIRST_YEAR <= int(text) <= LAST_YEAR


def without_year(text: str) -> bool:
    """``10-7`` or ``10 juli``: a day and a month, and no year."""
    said = " ".join(text.lower().split())
    return any(parse_day(f"{said}{sep}2000") is not None for sep in ("-", " "))


def parse_day_or_month(text: str) -> str | None:
    """A day, or a month (``5-2041``, ``mei 2041``, ``2041-05``) as ``2041-05``; None when it is neither."""
    if day := parse_day(text):
        return day
    said = " ".join(text.lower().split())
    if match := _MONTH_ISO.fullmatch(said):
        year, month = match.groups()
    elif match := _MONTH_DUTCH.fullmatch(said):
        month, year = match.groups()
    elif match := _MONTH_WORDS.fullmatch(said):
        month, year = str(_month(match[1])), match[2]
    else:
        return None
    return f"{int(year):04d}-{int(month):02d}" if 1 <= int(month) <= 12 and is_a_year(year) else None


def parse_time(text: str) -> str | None:
    """``9.30``, ``9u30``, ``14 uur`` or ``14:00`` as ``09:30`` and ``14:00``; None when it is no time."""
    match = _TIME.fullmatch(" ".join(text.lower().split()))
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def show_day(iso: str) -> str:
    """``2041-05-12`` as ``12-05-2041``, ``2041-05`` as ``05-2041``; anything else as it is."""
    return "-".join(reversed(iso.split("-"))) if re.fullmatch(r"\d{4}(-\d\d){1,2}", iso) else iso


def _month(word: str) -> int:
    found = [n for name, n in _NUMBER.items() if name == word or (len(word) >= 3 and name.startswith(word))]
    return found[0] if found else {"mrt": 3}.get(word, 0)
