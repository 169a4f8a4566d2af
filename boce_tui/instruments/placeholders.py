"""The few words between braces that a text may contain, such as ``{theme}``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from boce_tui.instruments.model import Text

THEME = "theme"
KNOWN = (THEME, "year", "agenda", "municipality")

_BRACES = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


def used(text: Text) -> list[str]:
    """The words between braces in either language; other braces are ordinary signs."""
    return list(dict.fromkeys(_BRACES.findall(text.nl) + _BRACES.findall(text.en)))


def filled(text: Text, values: Mapping[str, Text]) -> Text:
    """The text with every known placeholder filled in, in both languages. Values are not read again."""
    if "{" not in text.nl and "{" not in text.en:
        return text
    nl, en = (
        _BRACES.sub(lambda m, lang=lang: _value(values, m, lang), text.get(lang))  # type: ignore[misc]
        for lang in ("nl", "en")
    )
    return Text(nl, en)


def settled(text: Text, values: Mapping[str, Text]) -> Text:
    """The text with nothing left to fill in: what has no value becomes dots, as a reader may see it."""
    dots = Text("…", "…")
    return filled(text, {**dict.fromkeys(KNOWN, dots), **values})


def _value(values: Mapping[str, Text], match: re.Match[str], lang: str) -> str:
    value = values.get(match.group(1))
    return match.group() if value is None else value.get(lang)
