"""Anchors of headings, made as GitHub, Textual and pandoc make them."""

from __future__ import annotations

import re
import unicodedata
from string import punctuation

_ASCII_PUNCTUATION = str.maketrans("", "", punctuation.replace("-", "").replace("_", ""))


def slug(heading: str) -> str:
    """Return the anchor of a heading's visible text (the rule of GitHub, and of pandoc for its Markdown)."""
    kept = (char for char in heading.strip().lower() if char in " -_" or _is_word(char))
    return "".join(kept).replace(" ", "-")


def same_everywhere(heading: str) -> bool:
    """True when all readers make the same anchor (rule F17).

    Textual strips only ASCII punctuation, so curly quotes, dashes and symbols differ; white space other
    than a space and emoji differ everywhere.
    """
    textual = re.sub(r"\s", "-", heading.strip().lower().translate(_ASCII_PUNCTUATION))
    return textual == slug(heading)


def unique(slugs: list[str]) -> list[str]:
    """Return the anchors as readers number doubles: ``a``, ``a-1``, ``a-2``."""
    seen: dict[str, int] = {}
    result = []
    for one in slugs:
        count = seen.get(one, 0)
        seen[one] = count + 1
        result.append(f"{one}-{count}" if count else one)
    return result


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"
