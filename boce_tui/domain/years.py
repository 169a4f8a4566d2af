"""Two years side by side: what one year hides must not follow from both.

A reader of two years knows more than a reader of one: who was interviewed in both (function and municipality
stand in the first appendix), and that most people say what they said last year. For such a reader everybody
stands in one of three classes: who stayed, who left, who joined. Figures over both years then tell them

    this year - last year  =  what the joiners said - what the leavers said.

So exact figures are shown only when every class is empty or large enough, and when nobody can conclude from
a figure what a whole class said (somebody in it said something else). Then any small group, hidden or not, is
only a part of its classes: exchanging two people within a class changes what the group said and nothing of
what is shown (``tests/domain/test_years.py`` tries it all out). Groups are shown all of them or none, so that
none follows from the total and the others.

Where exact figures are not shown, marks are still compared in words; a word is said only when the people who
left and joined cannot have made the difference, whatever they said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import mean
from typing import Literal

from boce_tui.domain.threshold import effective

Mode = Literal["exact", "words", "hidden"]
Kind = Literal["rating", "choice"]
HIGHER, LOWER, ALIKE = "higher", "lower", "alike"
NOTABLE = 0.5
"""A difference of marks under this is no difference in words."""
_LOWEST, _HIGHEST = 1, 5
_HAIR = 1e-9


@dataclass(frozen=True)
class Said:
    """What one person said, as far as a comparison needs to know.

    Attributes:
        group: Reporting group.
        function: What a reader recognises a person by from one year to the next.
        answer: A mark, or the id of an option.
    """

    group: str
    function: str
    answer: str


@dataclass(frozen=True)
class Cell:
    """A figure of one year.

    Attributes:
        people: Number of people.
        mean: Average mark; None for choices.
        counts: Option id -> number of people; empty for marks.
    """

    people: int
    mean: float | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Pair:
    """The same figure of two years."""

    before: Cell
    after: Cell


@dataclass(frozen=True)
class Years:
    """What may be shown of one question over two years.

    Attributes:
        mode: ``exact``: `total` is there; ``words``: only `word`; ``hidden``: nothing.
        word: ``higher``, ``lower`` or ``alike``, for marks that are not hidden.
        total: Everyone together.
        groups: Group -> its figures; empty when one of them has to stay hidden.
    """

    mode: Mode
    word: str = ""
    total: Pair | None = None
    groups: Mapping[str, Pair] = field(default_factory=dict)


def compare_years(before: Sequence[Said], after: Sequence[Said], threshold: int, kind: Kind) -> Years:
    """Decide what may be shown of two years, and work it out.

    Args:
        before: Everyone who answered in the first year.
        after: Everyone who answered in the second year.
        threshold: Lowest number of people for a figure; the higher of both years.
        kind: ``rating`` for marks of 1 to 5, ``choice`` for one option of several.
    """
    limit = effective(threshold)
    if min(len(before), len(after)) < limit:
        return Years("hidden")
    if not _showable(before, after, limit, kind):
        return Years("hidden") if kind == "choice" else Years("words", _careful_word(before, after))
    total = Pair(_cell(before, kind), _cell(after, kind))
    groups = sorted({one.group for one in (*before, *after)})
    parts = {
        group: ([s for s in before if s.group == group], [s for s in after if s.group == group])
        for group in groups
    }
    apart = len(groups) > 1 and all(
        min(len(old), len(new)) >= limit and _showable(old, new, limit, kind) for old, new in parts.values()
    )
    return Years(
        "exact",
        _word(total.before.mean, total.after.mean, 0.0),
        total,
        {g: Pair(_cell(old, kind), _cell(new, kind)) for g, (old, new) in parts.items()} if apart else {},
    )


def compare_kept(before: Cell, after: Cell, threshold: int) -> Years:
    """Compare figures of which the answers of a year are gone; each was fit to be shown by itself.

    Nobody can tell any more who stayed. What is known is that at least the difference in number left or
    joined: fewer than the threshold, and only words remain.
    """
    limit = effective(threshold)
    if min(before.people, after.people) < limit:
        return Years("hidden")
    turnover = abs(before.people - after.people)
    if 0 < turnover < limit:
        if before.mean is None:
            return Years("hidden")
        share = turnover / max(before.people, after.people)
        return Years("words", _word(before.mean, after.mean, share))
    return Years("exact", _word(before.mean, after.mean, 0.0), Pair(before, after))


def _showable(before: Sequence[Said], after: Sequence[Said], limit: int, kind: Kind) -> bool:
    if kind == "choice" and not all(_options_large(said, limit) for said in (before, after)):
        return False
    return all(not size or (size >= limit and varied) for size, varied in _classes(before, after))


def _options_large(said: Iterable[Said], limit: int) -> bool:
    """A choice of one or two people is found by their colleagues (decision 0018)."""
    return all(number >= limit for number in Counter(one.answer for one in said).values())


def _classes(before: Sequence[Said], after: Sequence[Said]) -> list[tuple[int, bool]]:
    """Who stayed, who left, who joined: how many, and whether not all of them said the same.

    Of several people with the same function, some of whom left, nobody knows which: they count, but not as
    somebody who said something else.
    """
    old, new = _by_function(before), _by_function(after)
    sizes = {"stayed": 0, "left": 0, "joined": 0}
    answers: dict[str, tuple[list[str], list[str]]] = {name: ([], []) for name in sizes}
    for function in old.keys() | new.keys():
        was, now = old.get(function, []), new.get(function, [])
        both = min(len(was), len(now))
        sizes["stayed"] += both
        sizes["left"] += len(was) - both
        sizes["joined"] += len(now) - both
        if len(was) == len(now):
            answers["stayed"][0].extend(was)
            answers["stayed"][1].extend(now)
        elif not now:
            answers["left"][0].extend(was)
        elif not was:
            answers["joined"][1].extend(now)
    return [
        (
            sizes[name],
            not sizes[name]
            or all(
                len(set(said)) > 1
                for said, counts in zip(answers[name], (name != "joined", name != "left"), strict=True)
                if counts
            ),
        )
        for name in sizes
    ]


def _by_function(said: Iterable[Said]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for one in said:
        found.setdefault((one.group, one.function), []).append(one.answer)
    return found


def _cell(said: Sequence[Said], kind: Kind) -> Cell:
    if kind == "rating":
        return Cell(len(said), mean(int(one.answer) for one in said))
    return Cell(len(said), counts=dict(sorted(Counter(one.answer for one in said).items())))


def _careful_word(before: Sequence[Said], after: Sequence[Said]) -> str:
    sizes = [size for size, _varied in _classes(before, after)]
    share = max(sizes[1] / len(before), sizes[2] / len(after))
    return _word(mean(int(s.answer) for s in before), mean(int(s.answer) for s in after), share)


def _word(before: float | None, after: float | None, share: float) -> str:
    """Higher, lower or alike; `share` of the people can have been exchanged for others."""
    if before is None or after is None:
        return ""
    least = max(NOTABLE, (_HIGHEST - _LOWEST) * share)
    difference = after - before
    # Means are no exact numbers; what others alone can do has to be surpassed, half a mark only reached.
    if abs(difference) < least - _HAIR or (share and abs(difference) <= least + _HAIR):
        return ALIKE
    return HIGHER if difference > 0 else LOWER
