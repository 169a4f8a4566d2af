"""The words an interviewer meets and may not know, explained (``surveys/glossary.toml``, R33)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec import Struct

from boce_tui.data_files import data_file
from boce_tui.domain.text import fold
from boce_tui.instruments import source
from boce_tui.instruments.library import read_bytes
from boce_tui.instruments.model import Id, Text
from boce_tui.instruments.problems import InstrumentProblems, Report, report_double
from boce_tui.instruments.shape import WRONG, fit_struct
from boce_tui.instruments.steps import Step

_SPLIT = re.compile(r"\W+")


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One word with its explanation.

    Attributes:
        also: Other words for the same, in either language.
    """

    id: Id
    term: Text
    text: Text
    also: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """Everything it is called, folded for comparing."""
        return tuple(fold(name) for name in (self.term.nl, self.term.en, *self.also) if name)

    def line(self) -> str:
        """The word and its explanation, in the language of the moment."""
        return f"{self.term}: {self.text}"


class Glossary(Struct, frozen=True):
    """All explanations, by Dutch term."""

    entries: tuple[Entry, ...]

    def lookup(self, word: str) -> Entry | None:
        """The entry for a word in either language, whatever its capitals and accents."""
        wanted = fold(word.strip())
        return next((entry for entry in self.entries if wanted in entry.names()), None)

    def in_text(self, text: str) -> tuple[Entry, ...]:
        """The entries whose word stands in a text, in either language, in the order of the text.

        A word inside a longer one that is explained too does not count: "ambtelijk trekker", not "ambtelijk".
        """
        plain = " ".join(word for word in _SPLIT.split(fold(text)) if word)
        found = [(span, entry) for entry in self.entries for span in _spans(entry, plain)]
        whole = [
            (span, entry) for span, entry in found if not any(_inside(span, other) for other, _entry in found)
        ]
        return tuple(dict.fromkeys(entry for _span, entry in sorted(whole, key=lambda pair: pair[0])))


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other != span and other[0] <= span[0] and span[1] <= other[1]


def _spans(entry: Entry, plain: str) -> list[tuple[int, int]]:
    """Where the words of an entry stand as whole words, also in a plural with s, n or en."""
    spans = []
    for name in entry.names():
        words = " ".join(re.escape(word) for word in _SPLIT.split(name) if word)
        spans += [match.span() for match in re.finditer(rf"(?<!\w){words}(?:s|n|en)?(?!\w)", plain)]
    return spans


def words_of(step: Step) -> str:
    """Everything a question says, to find the words in it that are explained."""
    said = [step.text, step.help, *step.probes]
    for part in step.parts:
        said += [part.label, *part.rows, *part.options]
    return " . ".join(map(str, said))


@lru_cache(maxsize=1)
def load_glossary() -> Glossary:
    """The glossary that comes with the app."""
    return read_glossary(data_file("surveys", "glossary.toml"))


def read_glossary(path: Path) -> Glossary:
    """Read a glossary file; raises ``BadInput`` with everything that is wrong with it."""
    _text, content, report = source.read(read_bytes(path))
    entries = [] if report.problems else _entries(content, report)
    if any(problem.severity == "error" for problem in report.problems):
        raise InstrumentProblems(str(path), report.sorted())
    return Glossary(tuple(sorted(entries, key=lambda entry: fold(entry.term.nl))))


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    entry: tuple[Entry, ...]


def _entries(content: dict[str, object], report: Report) -> list[Entry]:
    fitted = fit_struct(content, _File, (), report)
    if fitted is WRONG:
        return []
    entries = list(msgspec.convert(fitted, _File).entry)
    report_double(((("entry", index), entry.id) for index, entry in enumerate(entries)), report)
    return entries
