"""Which words of a note become the quote when nothing is selected."""

from __future__ import annotations

import re

_PAIRS = {'"': '"', "”": "“”„", "’": "‘", "»": "«", "“": "„"}
_END = re.compile(r"[.!?…]+[\"'”’»)]*(?=\s|$)|\n")


def last_sentence(text: str, cursor: int) -> tuple[int, int]:
    """Begin and end of the sentence at the cursor, or the last one before it.

    Words between quotation marks that end at the cursor go before the whole sentence.

    Args:
        text: The note.
        cursor: Offset of the cursor in it.
    """
    end = len(text[:cursor].rstrip())
    if not end:
        return 0, 0
    quoted = _quoted(text, end)
    if quoted is not None:
        return quoted
    begin = 0
    for match in _END.finditer(text, 0, end):
        if match.end() < end:
            begin = match.end()
    while begin < end and text[begin].isspace():
        begin += 1
    return begin, end


def _quoted(text: str, end: int) -> tuple[int, int] | None:
    """The words between quotation marks, when the closing one stands at the end (a full stop may follow)."""
    close = end
    while close and text[close - 1] in ".,!?…":
        close -= 1
    if not close or text[close - 1] not in _PAIRS:
        return None
    opening = max((text.rfind(mark, 0, close - 1) for mark in _PAIRS[text[close - 1]]), default=-1)
    if opening < 0 or "\n" in text[opening:close] or not text[opening + 1 : close - 1].strip():
        return None
    if text[close - 1] == "’" and not (opening == 0 or text[opening - 1].isspace()):
        return None
    return opening + 1, close - 1
