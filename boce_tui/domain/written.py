"""Dates, months and numbers as they are written in Dutch, and as they are stored."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from boce_tui.domain.dates import is_a_year, without_year
from boce_tui.locale import _

_DAY = re.compile(r"\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*")
_MONTH = re.compile(r"\s*(\d{1,2}(?=[-/. ])|\d{2})[-/. ]?(\d{4})\s*")
_NUMBER = re.compile(r"\s*(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*")


class Unreadable(ValueError):
    """What was typed is not such a value; the text says what is expected."""


def read_day(text: str) -> str:
    """``12-5-2041`` becomes ``2041-05-12``; empty stays empty.

    Raises:
        Unreadable: It is not a day that exists.
    """
    if not text.strip():
        return ""
    found = _DAY.fullmatch(text)
    if found is None and without_year(text):
        raise Unreadable(_("The year is missing. Type it too, such as 14-10-2041."))
    if found is None:
        raise Unreadable(_("Write a date as dd-mm-yyyy, for instance 01-03-2042."))
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        day = ""
    if not day or not is_a_year(found[3]):
        raise Unreadable(_("This day is not in the calendar."))
    return day


def read_month(text: str) -> str:
    """``3-2042`` or ``032042`` becomes ``2042-03``; empty stays empty.

    Raises:
        Unreadable: It is not a month.
    """
    if not text.strip():
        return ""
    found = _MONTH.fullmatch(text)
    if found is None or not 1 <= int(found[1]) <= 12:
        raise Unreadable(_("Write a month as mm-yyyy, for instance 03-2042."))
    return f"{found[2]}-{int(found[1]):02d}"


def read_number(text: str) -> str:
    """``1.234,5`` becomes ``1234.5``; empty stays empty.

    Raises:
        Unreadable: It is not a number as written in Dutch.
    """
    if not text.strip():
        return ""
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise Unreadable(_("Write a number with a comma for decimals, for instance 1.234,5."))
    try:
        number = Decimal(f"{found[1]}{found[2].replace('.', '')}.{found[3] or '0'}")
    except InvalidOperation:  # pragma: no cover - the pattern leaves no other text
        raise Unreadable(_("This is not a number.")) from None
    return format(number.normalize(), "f")


def write_day(value: str) -> str:
    """``2041-05-12`` becomes ``12-05-2041``."""
    return "-".join(reversed(value.split("-"))) if value else ""


def write_month(value: str) -> str:
    """``2042-03`` becomes ``03-2042``."""
    return write_day(value)


def write_number(value: str) -> str:
    """``1234.5`` becomes ``1.234,5``."""
    if not value:
        return ""
    whole, _point, decimals = value.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}".replace(",", ".")
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"
