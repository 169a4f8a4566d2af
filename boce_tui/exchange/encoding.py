"""Which encoding a text file has: told by its first bytes, by what is valid, or by what gives Dutch words."""

from __future__ import annotations

import codecs
import re

from boce_tui.domain.text import REPLACEMENT
from boce_tui.errors import BadInput
from boce_tui.locale import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BITS = ("cp1252", "mac-roman", "cp850")
"""Windows first: the others only when they give more letters inside words."""
_IN_WORD = re.compile(r"(?<=[A-Za-z])[à-öø-ÿÀ-ÖØ-ßšžœ]|[à-öø-ÿÀ-ÖØ-ßŠŽŒ](?=[a-z])")
_ODD = re.compile(r"[^\x09\x0a\x0d\x20-\x7eà-öø-ÿÀ-ÖØ-ßšžœŠŽŒ€‘’“”–—…•·°²³½¼§©®´`«»¡¿£\u00a0]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_TWICE = re.compile(r"Ã[\x80-\xbf\u0080-\u00bf©«¨¯¶¼¡³±§‡]|â€[™œ“”¦]|Â[ ©®·°]")
"""What UTF-8 looks like after it was once read as Windows text."""


def decoded(data: bytes) -> str:
    """The text in `data`.

    Raises:
        BadInput: It is no text, it was spoilt by an earlier conversion, or its encoding cannot be told.
    """
    text = _by_mark(data) or _by_zeros(data) or _by_rule(data)
    if text is None or len(_CONTROLS.findall(text)) > max(8, len(text) // 50):
        raise BadInput(
            _("This file is not text, or in an encoding that boce does not know."),
            hint=_("Save it as CSV (UTF-8) or as .xlsx and try again. Nothing was changed."),
        )
    for pattern in (re.compile(REPLACEMENT), _TWICE):
        if spoilt := pattern.search(text):
            raise BadInput(
                _("Letters with accents were damaged in this file by an earlier conversion."),
                hint=_(
                    "Save the original again as CSV (UTF-8) or as .xlsx and import that. Nothing was changed."
                ),
                place=_("line {n}").format(n=text.count("\n", 0, spoilt.start()) + 1),
            )
    return text


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tried(data, encoding)
    return None


def _by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of a European text is zero."""
    sample = data[:2000]
    if b"\x00" not in sample:
        return None
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[start::2].count(0) > 0.8 * len(sample[start::2]) and not sample[1 - start :: 2].count(0):
            return _tried(data, encoding)
    return None


def _by_rule(data: bytes) -> str | None:
    if b"\x00" in data:
        return None
    text = _tried(data, "utf-8")
    if text is not None:
        return text
    candidates = [text for encoding in _EIGHT_BITS if (text := _tried(data, encoding)) is not None]
    return max(candidates, key=_sense) if candidates else None


def _sense(text: str) -> int:
    """How much like a West European text it is; the first of equals wins."""
    return 2 * len(_IN_WORD.findall(text)) - 3 * len(_ODD.findall(text))


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
