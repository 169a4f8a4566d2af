"""What stood somewhere before: every line that is not there any more, once, with the day it was written.

Most revisions are steps of typing. A line that stands in a later version too is told there. So is a text that
was only typed on within a day: it is the beginning of what stood there next. Nothing else is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.dates import show_day
from boce_tui.domain.giveaways import GiveawayList, check_text
from boce_tui.locale import _
from boce_tui.reports.gates.finding import WARNING
from boce_tui.reports.gates.given_away import CODE
from boce_tui.reports.model.access import AccessEarlier, AccessFact
from boce_tui.reports.model.base import Origin, Text
from boce_tui.store import Dossier, Stored

T = TypeVar("T", bound=Entity)
Lines = Callable[[T], list[Text]]
Mine = Callable[[Stored[T]], bool]
TYPED = frozenset({"text", "worked_out", "wording", "note", "conflict", "place", "evaluator_conflict"})
"""Fields in which somebody types, so that a version may be half a sentence."""


NOTHING = AccessFact(label=Text("", Origin("none")))


def fixed(words: str) -> Text:
    """Words of the app, not of people."""
    return Text(words, Origin("none"))


class Hush:
    """Leaves out who else is named in what nobody can mend any more.

    Args:
        giveaways: Names to look for; None when the names file is locked (the file is stopped then).
        own: Code of the person it is for.
    """

    def __init__(self, giveaways: GiveawayList | None, own: str) -> None:
        self._giveaways, self._own = giveaways, own

    def __call__(self, text: Text) -> Text:
        """The text without names and codes of others."""
        words = text.value
        places = [m.span() for m in CODE.finditer(words) if m[0] != self._own]
        for hit in check_text(words, self._giveaways) if self._giveaways is not None else ():
            if hit.code != self._own and hit.kind != "function" and hit.severity != WARNING:
                places.append((hit.start, hit.end))
        found, done = "", 0
        for start, end in sorted(places):
            if start >= done:
                found += words[done:start] + _("[name left out]")
            done = max(done, end)
        words = found + words[done:]
        return msgspec.structs.replace(text, value=words)


@dataclass(frozen=True)
class Line(Generic[T]):
    """Every version of one item.

    Attributes:
        versions: The oldest first, deletions included.
        now: The one that is shown as current; None when it was deleted or erased.
        beside: Ids of the other current ones, of an item that was changed twice.
    """

    versions: Sequence[Stored[T]]
    now: Stored[T] | None
    beside: frozenset[str] = frozenset()

    @classmethod
    def of(cls, dossier: Dossier, kind: type[T], key: str) -> Line[T]:
        """The line of an item."""
        heads = [head for head in dossier.heads(kind, key) if head.value is not None]
        now = heads[0] if heads else None
        return cls(dossier.history(kind, key), now, frozenset(head.id for head in heads[1:]))

    @property
    def last(self) -> Stored[T] | None:
        """The current version, or else the last one that holds something."""
        return self.now or next((one for one in reversed(self.versions) if one.value is not None), None)

    @property
    def gone(self) -> str:
        """The day on which it was taken out; empty when it is there, or was erased."""
        end = self.versions[-1] if self.versions and self.now is None else None
        return show_day(end.at[:10]) if end is not None and end.deleted and not end.erased else ""


def fact(
    name: str,
    line: Line[T],
    lines: Lines[T],
    hush: Hush,
    *,
    mine: Mine[T] = lambda _one: True,
    also: Lines[T] | None = None,
) -> AccessFact:
    """What an item holds, and what it held before.

    Args:
        name: What it is called.
        line: Its versions.
        lines: The lines of a version.
        hush: Leaves names of others out of what is not current.
        mine: Whether an earlier version is this person's.
        also: More lines of a version, told of earlier ones only: the name says them of the current one.
    """

    def whole(value: T) -> list[Text]:
        return [text for text in (*lines(value), *(also(value) if also else ())) if text]

    now = line.now.value if line.now is not None else None
    texts = [text for text in lines(now) if text] if now is not None else []
    gone = _("{title} (taken out on {day})").format(title=name, day=line.gone) if line.gone else name
    return AccessFact(
        label=fixed(gone),
        texts=tuple(texts),
        earlier=tuple(_earlier(line, whole, hush, mine, whole(now) if now is not None else ())),
    )


def withheld(line: Line[T], lines: Lines[T], mine: Mine[T]) -> bool:
    """True when an earlier version that is not this person's alone says something that is nowhere told."""
    told = {t.value for one in line.versions if one.value and mine(one) for t in lines(one.value)}
    if line.now is not None and line.now.value is not None:
        told |= {text.value for text in lines(line.now.value)}
    return any(
        text and text.value not in told
        for one in line.versions
        if one.value is not None and not mine(one)
        for text in lines(one.value)
    )


def _earlier(
    line: Line[T], lines: Lines[T], hush: Hush, mine: Mine[T], now: Iterable[Text]
) -> Iterable[AccessEarlier]:
    shown = {text.value for text in now}
    next_, next_day, deleted = list(now), line.now.at[:10] if line.now else "", ""
    for one in reversed(line.versions):
        if one.value is None:
            deleted = show_day(one.at[:10]) if one.deleted and not one.erased else ""
            next_ = []
            continue
        texts, day = lines(one.value), one.at[:10]
        if (line.now is None or one.id != line.now.id) and mine(one):
            own = [t for t in texts if t.value not in shown and not (day == next_day and _typed_on(t, next_))]
            shown |= {text.value for text in own}
            if own:
                head = _head(show_day(day), deleted, apart=one.id in line.beside)
                yield AccessEarlier(head=head, texts=tuple(hush(text) for text in own))
            next_, next_day = texts, day
        deleted = ""


def _typed_on(text: Text, after: Iterable[Text]) -> bool:
    """True when what stood there next begins with it."""
    if text.origin.field not in TYPED:
        return False
    return any(t.origin == text.origin and t.value.startswith(text.value.rstrip()) for t in after)


def _head(day: str, deleted: str, *, apart: bool) -> str:
    if apart:
        return _("{day}, beside what stands above: nobody has chosen yet").format(day=day)
    if deleted:
        return _("{day}, taken out on {deleted}").format(day=day, deleted=deleted)
    return day
