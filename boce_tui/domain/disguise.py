"""What a text reads as when something stands inside its words: marks, tags, entities, look-alike letters.

They come along with a paste (``Z&eacute;lik``, ``Qu**a**st``) or with another keyboard (a Cyrillic ``a``);
a reader recognises the name all the same.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_INSIDE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"  # an entity
    r"|<[!/]?[A-Za-z\-][^<>\n]{0,200}>"  # a tag or a comment
    r"|[*_~`\\]+"  # marks of Markdown
)
_BREAKS = re.compile(r"</?(?:br|p|div|li|td|th|tr|h[1-6])\b", re.IGNORECASE)
_LOOK_ALIKES = str.maketrans(
    "АВСЕНІЈКМОРЅТХУЁЇаеорсухіјѕһԁԛԝёї" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχάίόύ",
    "ABCEHIJKMOPSTXYEIaeopcyxijshdqwei" + "ABEZHIKMNOPTYXaikvoptuxaiou",
)
_SUSPECT = re.compile("[&<*_~`\\\\" + "".join(map(chr, _LOOK_ALIKES)) + "]")


class Plain(NamedTuple):
    """A text as it reads, and where each of its characters starts and ends in the text itself."""

    text: str
    starts: list[int]
    ends: list[int]


def undisguised(text: str) -> Plain | None:
    """`text` as it reads; None when it stands there as it reads."""
    if not _SUSPECT.search(text):
        return None
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    after = 0
    for match in _INSIDE.finditer(text):
        parts.append(text[after : match.start()])
        starts.extend(range(after, match.start()))
        ends.extend(range(after + 1, match.start() + 1))
        shown = _read(match[0])
        parts.append(shown)
        starts.extend([match.start()] * len(shown))
        ends.extend([match.end()] * len(shown))
        after = match.end()
    parts.append(text[after:])
    starts.extend(range(after, len(text)))
    ends.extend(range(after + 1, len(text) + 1))
    plain = "".join(parts).translate(_LOOK_ALIKES)
    return None if plain == text else Plain(plain, starts, ends)


def _read(inside: str) -> str:
    if inside.startswith("&"):
        shown = html.unescape(inside)
        return inside if shown == inside else shown
    return " " if _BREAKS.match(inside) else ""
