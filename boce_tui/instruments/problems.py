"""What is wrong with a question set: every problem with its line, its key and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Literal

from msgspec import Struct

from boce_tui.domain.text import inert_line
from boce_tui.errors import BadInput
from boce_tui.instruments.places import Path, Places, locate
from boce_tui.locale import _, ngettext

SHOWN_AT_ONCE = 12
_LONGEST_QUOTED = 60

Severity = Literal["error", "warning"]


class Problem(Struct, frozen=True):
    """One thing that is wrong, or (``warning``) that may be meant otherwise.

    Attributes:
        line: Line in the file, from 1; 0 when it is about the file as a whole.
        path: Key, with ids where there are: ``question[A2].part[value].options``.
        fix: What would be right.
    """

    severity: Severity
    line: int
    path: str
    what: str
    fix: str = ""

    def text(self, name: str = "") -> str:
        """The problem on one line, the way compilers do: file, line, key, what, and what would be right."""
        place = ":".join(str(part) for part in (name, self.line) if part)
        sentence = f"{self.what} {self.fix}".strip()
        return ": ".join(part for part in (place, self.path, sentence) if part)


class InstrumentProblems(BadInput):
    """A question set that cannot be used, with everything that is wrong with it."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        errors = [problem for problem in problems if problem.severity == "error"]
        count = ngettext(
            "This question set cannot be used: {n} problem.",
            "This question set cannot be used: {n} problems.",
            len(errors),
        ).format(n=len(errors))
        super().__init__(
            count,
            hint=_("Nothing was changed. Mend the file and check it with: boce survey check FILE"),
            place=inert_line(name),
        )
        self.problems = list(problems)
        self.name = inert_line(name)

    def lines(self) -> list[str]:
        """The first problems one by one, then how many more there are."""
        errors = [problem for problem in self.problems if problem.severity == "error"]
        first, *rest = super().lines()
        shown = [problem.text(self.name) for problem in errors[:SHOWN_AT_ONCE]]
        left = len(errors) - SHOWN_AT_ONCE
        more = [ngettext("... and {n} more.", "... and {n} more.", left).format(n=left)] if left > 0 else []
        return [first, *shown, *more, *rest]


class Report:
    """Collects problems while a question set is read."""

    def __init__(self, document: Any = None, text: str = "") -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._text = text
        self._places: Places | None = None

    def error(self, path: Path, what: str, fix: str = "") -> None:
        """Something that makes the set unusable."""
        self._add("error", path, what, fix)

    def warn(self, path: Path, what: str, fix: str = "") -> None:
        """Something that works, but is perhaps not meant so."""
        self._add("warning", path, what, fix)

    def at_line(self, line: int, what: str, fix: str = "") -> None:
        """An error in the text itself, before there are keys."""
        self.problems.append(Problem("error", line, "", what, fix))

    def _add(self, severity: Severity, path: Path, what: str, fix: str) -> None:
        if self._places is None:  # only now: a set without problems needs no line numbers
            self._places = locate(self._text)
        problem = Problem(severity, self._places.line(path), self._label(path), what, fix)
        if problem not in self.problems:
            self.problems.append(problem)

    def _label(self, path: Path) -> str:
        """The path as people read it: list items by their id, else by number from 1."""
        shown = ""
        node = self._document
        for key in path:
            try:
                node = node[key]
            except (KeyError, IndexError, TypeError):
                node = None
            if isinstance(key, int):
                name = node.get("id") if isinstance(node, dict) else None
                shown += f"[{quoted(name) if isinstance(name, str) and name else key + 1}]"
            else:
                shown += f".{quoted(key)}" if shown else quoted(key)
        return shown

    def sorted(self) -> list[Problem]:
        """Everything found, in the order of the file."""
        return sorted(self.problems, key=lambda problem: problem.line)


def quoted(value: object) -> str:
    """A value from the file, harmless and short enough to stand in a message."""
    text = inert_line(str(value))
    return text if len(text) <= _LONGEST_QUOTED else text[: _LONGEST_QUOTED - 1] + "…"


def listed(values: Iterable[str]) -> str:
    """Values as a list in a message."""
    return ", ".join(quoted(value) for value in values)


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """What was probably meant; else what there is to choose from."""
    options = list(known)
    near = get_close_matches(wrong.lower(), [option.lower() for option in options], n=1, cutoff=0.6)
    if near:
        meant = next(option for option in options if option.lower() == near[0])
        return _("Did you mean {name}?").format(name=quoted(meant))
    return _("Possible: {names}.").format(names=listed(options)) if options else ""


def report_double(ids: Iterable[tuple[Path, str]], report: Report, *, fold_case: bool = False) -> None:
    """Report ids that occur twice."""
    seen: set[str] = set()
    fix = _("Give one of the two another id.")
    for path, given in ids:
        name = given.lower() if fold_case else given
        if name in seen:
            report.error((*path, "id"), _('The id "{id}" occurs twice.').format(id=quoted(given)), fix)
        seen.add(name)
