"""Dates, numbers and lists in the language of the report. No clock and no locale of the machine."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from boce_tui.locale import _, language, ngettext

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_NUMBERS = {
    "nl": "één twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "en": "one two three four five six seven eight nine ten eleven twelve",
}
_FULL = "█"
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
BAR_CELLS = 10


def day(iso: str) -> str:
    """Return ``2042-03-01`` as "1 maart 2042" and ``2042-03`` as "maart 2042"; anything else as it is."""
    parts = iso.split("-")
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts):
        return iso
    month = int(parts[1])
    if not 1 <= month <= 12:
        return iso
    name = _MONTHS[language()].split()[month - 1]
    return f"{int(parts[2])} {name} {parts[0]}" if len(parts) == 3 else f"{name} {parts[0]}"


def time(clock: str) -> str:
    """Return ``19:30`` as people here write it."""
    return clock.replace(":", ".") if language() == "nl" else clock


def decimal(value: float, places: int = 1) -> str:
    """Return `value` rounded half up, with the decimal mark of the language."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return str(rounded).replace(".", ",") if language() == "nl" else str(rounded)


def whole(value: float) -> str:
    """Return a count without decimals."""
    return decimal(value, 0)


def bar(share: float) -> str:
    """Return a bar of at most ten cells for a share of 0 to 1; a share above 0 is always visible."""
    eighths = round(min(max(share, 0.0), 1.0) * BAR_CELLS * 8)
    if share > 0:
        eighths = max(eighths, 1)
    return _FULL * (eighths // 8) + _EIGHTHS[eighths % 8]


def in_words(number: int) -> str:
    """Return a small number as a word, a larger one in digits."""
    words = _NUMBERS[language()].split()
    return words[number - 1] if 1 <= number <= len(words) else str(number)


def ranges(codes: Sequence[str]) -> list[str]:
    """Return codes such as V1, V2, V3, V7 with runs of three or more taken together: "V1 to V3", V7."""
    runs: list[list[str]] = []
    for code in codes:
        if runs and int(code[1:]) == int(runs[-1][-1][1:]) + 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    shown: list[str] = []
    for run in runs:
        shown += [_("{first} to {last}").format(first=run[0], last=run[-1])] if len(run) > 2 else run
    return shown


def enumeration(items: Sequence[str]) -> str:
    """Return "a, b and c" in the language of the report."""
    if len(items) < 2:
        return "".join(items)
    return _("{first_items} and {last_item}").format(first_items=", ".join(items[:-1]), last_item=items[-1])


def late_words(kind: str, days: int) -> str:
    """How late something is (``date``), or how long ago it was decided (``age``); empty when not late."""
    if not kind:
        return ""
    years = days // 365
    if kind == "date":
        if years > 1:
            return _("{n} years late").format(n=years)
        return ngettext("{n} day late", "{n} days late", days).format(n=days)
    if years > 1:
        return _("open for {n} years").format(n=years)
    return _("open for {n} days").format(n=days)
