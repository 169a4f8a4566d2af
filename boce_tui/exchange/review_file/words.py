"""The fixed words of the places to fill in: written in the language of the file, recognised in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from boce_tui.domain.vocabulary import DECISION_CHOICE, Vocabulary
from boce_tui.locale import LANGUAGES, N_, _, in_language

FIELDS: Vocabulary = {
    "text": N_("Changed text"),
    "motivation": N_("Motivation"),
    "owner": N_("Who takes it up"),
    "deadline": N_("By when"),
    "remark": N_("Remark"),
    "member": N_("Which member"),
    "date": N_("Day of the decision"),
}
"""Labels of the lines to fill in."""

HINTS: Vocabulary = {
    "text": N_("only when adopting in changed form"),
    "member": N_("a letter or a number, no name"),
    "date": N_("day, month and year, when it was decided"),
}
"""What stands behind a label between brackets."""

MARK = N_("Mark")
FILE_MARK = N_("Mark of this file")
END = N_("End of")
BLANK = "…" * 24
"""Room to write on; whoever types may leave it standing."""

_SIGNS = " \n\t.,:;|*_#>~`'\"“”‘’()[]/\\=+•·…–—-█▏▎▍▌▋▊▉"
_LAYOUT = re.compile(r"</?(?:b|i|u|em|strong|br|p|div|span|font|small|sub|sup|o:p)\b[^<>]*>", re.IGNORECASE)
_BLANKS = re.compile(r"…{2,}|\.{4,}|_{3,}")


def without_blanks(text: str) -> str:
    """`text` without the room to write on."""
    lines = (" ".join(_BLANKS.sub(" ", line).split()) for line in text.split("\n"))
    return "\n".join(lines).strip()


def says_something(text: str) -> bool:
    """False for rules, bars of a chart, what is left of a table, and marks of layout alone."""
    return bool(_LAYOUT.sub("", text).strip(_SIGNS))


def spellings(word: str) -> list[str]:
    """A fixed word in each language, as a pattern: spaces may be line ends."""
    found = []
    for lang in LANGUAGES:
        with in_language(lang):
            found.append(r"\s+".join(re.escape(part) for part in _(word).split()))
    return list(dict.fromkeys(found))


def one_of(words: Iterable[str]) -> str:
    """A pattern that takes any of the words, the longest first."""
    return "|".join(sorted({s for word in words for s in spellings(word)}, key=len, reverse=True))


@cache
def choice_options() -> Mapping[str, re.Pattern[str]]:
    """The choices of a recommendation, longest words first: "gewijzigd overnemen" holds "overnemen"."""
    return options({choice: spellings(words) for choice, words in DECISION_CHOICE.items()})


def options(spelled: Mapping[str, Iterable[str]]) -> Mapping[str, re.Pattern[str]]:
    """Patterns of options by id, the longest first."""
    pairs = [(option, pattern) for option, patterns in spelled.items() for pattern in patterns]
    pairs.sort(key=lambda pair: len(pair[1]), reverse=True)
    found: dict[str, list[str]] = {}
    for option, pattern in pairs:
        found.setdefault(option, []).append(pattern)
    return {o: re.compile(rf"\s*(?:{'|'.join(p)})(?!\w)", re.IGNORECASE) for o, p in found.items()}
