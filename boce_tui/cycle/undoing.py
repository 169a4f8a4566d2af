"""Taking back the last thing that was done in the dossier, whatever items it touched (R26).

A step is everything one key did: it is taken back in one transaction. Only the fields the step changed go
back, so text that was typed since then stays. Text fields have an undo of their own. The pile outlives the
session (`boce_tui.cycle.undo_keeping`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar, cast

import msgspec

from boce_tui.cycle.locking import check_item, check_undo
from boce_tui.cycle.merging.unsettling import unsettle
from boce_tui.cycle.undo_keeping import MOST_KEPT, KeptItem, KeptStep, is_gone, keep, kept, value_of
from boce_tui.domain.analysis import Finding
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup, ReportVersion
from boce_tui.domain.round import FINAL, Interview, Round
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

T = TypeVar("T")
E = TypeVar("E", bound=Entity)
MOST_STEPS = 200


@dataclass
class _Touched:
    kind: type[Entity]
    before: Entity | None
    after: Entity | None
    before_rev: str = ""
    after_rev: str = ""
    settled: bool = False

    @property
    def changed(self) -> bool:
        return self.before != self.after or self.settled


@dataclass
class Step:
    """One thing that was done.

    Attributes:
        words: What was done, in the user's language.
        at: When, in UTC.
        earlier: True when that was in an earlier session.
    """

    words: str
    at: str = ""
    earlier: bool = False
    _items: dict[tuple[str, str], _Touched] = field(default_factory=dict)

    def note(self, kind: type[Entity], key: str, before: Stored[Any] | None, after: Stored[Any]) -> None:
        """An item was changed as a part of this step."""
        known = self._items.get((kind.entity, key))
        if known is None:
            known = self._items[kind.entity, key] = _Touched(kind, before.value if before else None, None)
            known.before_rev = before.id if before is not None and before.value is not None else ""
        known.after, known.after_rev = after.value, after.id
        if before is not None and before.conflicted:
            known.settled = not after.conflicted
        self.at = after.at

    def said(self, words: str = "") -> str:
        """What it did; with the moment when that was in an earlier session.

        Args:
            words: Said instead of the step's own words.
        """
        words = words or self.words
        if not self.earlier or not self.at:
            return words
        when = datetime.fromisoformat(self.at).astimezone()
        return _("{words} (done on {date})").format(words=words, date=f"{when:%d-%m-%Y %H:%M}")

    def to_keep(self) -> KeptStep:
        """The step as it is remembered for a next session."""
        items = (
            KeptItem(entity, key, t.before_rev, t.after_rev, t.settled)
            for (entity, key), t in self._items.items()
            if t.changed
        )
        return KeptStep(self.words, self.at, tuple(items))

    @classmethod
    def from_kept(cls, dossier: Dossier, step: KeptStep) -> Step:
        """A step of an earlier session, of which nothing is gone."""
        made = cls(step.words, step.at, earlier=True)
        for item in step.items:
            before, after = value_of(dossier, item.before), value_of(dossier, item.after)
            kind = ENTITIES[item.entity]
            touched = _Touched(kind, before, after, item.before, item.after, item.settled)
            made._items[item.entity, item.key] = touched
        return made

    @property
    def items(self) -> list[tuple[str, _Touched]]:
        """What really changed: key and both sides."""
        return [(key, t) for (_entity, key), t in self._items.items() if t.changed]


class _Recorder:
    """The dossier as the cycle's functions see it during a step: it notes what is saved and deleted."""

    def __init__(self, dossier: Dossier, step: Step) -> None:
        self._dossier = dossier
        self._step = step

    def __getattr__(self, name: str) -> Any:
        return getattr(self._dossier, name)

    @contextmanager
    def change(self) -> Iterator[Dossier]:
        """As `Dossier.change`; what is done in the block is noted."""
        with self._dossier.change():
            yield cast(Dossier, self)

    def save(self, value: E, key: str, **options: Any) -> Stored[E]:
        """As `Dossier.save`."""
        before = self._dossier.get(type(value), key)
        stored = self._dossier.save(value, key, **options)
        self._step.note(type(value), key, before, stored)
        return stored

    def delete(self, kind: type[E], key: str) -> Stored[E]:
        """As `Dossier.delete`."""
        before = self._dossier.get(kind, key)
        stored = self._dossier.delete(kind, key)
        self._step.note(kind, key, before, stored)
        return stored


_FIXED = ((Recommendation, "letter"), (RecommendationGroup, "number"), (ReportVersion, "sha256"))


def check_fixed(before: Entity | None, after: Entity | None) -> None:
    """See to it that a step back does not take away what stands fixed since version 1.0 (R46).

    Raises:
        BadInput: The number of a recommendation or group, or the final state of a round, would be lost.
    """
    for kind, name in _FIXED:
        if isinstance(before, kind):
            fixed = getattr(before, name)
            lost = fixed is not None and fixed != getattr(after, name, None)
            break
    else:
        lost = isinstance(before, Round) and before.status == FINAL and getattr(after, "status", "") != FINAL
    if lost:
        raise BadInput(
            _("This stands fixed since version 1.0; a step back would take that away."),
            hint=_("Nothing was changed. Change the text itself, or take the recommendation out in the app."),
        )


def check_sources(dossier: Dossier, after: Entity | None) -> None:
    """See to it that a step back does not bring back a source that was withdrawn.

    Raises:
        BadInput: It would.
    """
    if not isinstance(after, Finding):
        return
    for evidence in after.evidence:
        if evidence.kind in ENTITIES and dossier.erased(ENTITIES[evidence.kind], evidence.key):
            raise BadInput(
                _("A source of this finding was withdrawn since; a step back would bring it back."),
                hint=_("Nothing was changed. Change the finding itself."),
            )


class UndoBook:
    """The steps that were done on this computer, the last one on top."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._earlier = kept(dossier)
        self._steps: list[Step] = []

    def __len__(self) -> int:
        return len(self._earlier) + len(self._steps)

    def do(self, words: str, work: Callable[[Dossier], T]) -> T:
        """Do something in one transaction and remember how to take it back.

        Args:
            words: What is done, as "{words}" in "Taken back: {words}".
            work: Does it; gets the dossier to do it in.
        """
        step = Step(words)
        with self._dossier.change():
            result = work(cast(Dossier, _Recorder(self._dossier, step)))
        if step.items:
            self._steps = [*self._steps[1 - MOST_STEPS :], step]
            self._keep()
        return result

    @property
    def from_before(self) -> Step | None:
        """What the next undo would take back, when that was done in an earlier session."""
        if self._steps or not self._earlier or is_gone(self._dossier, self._earlier[-1]):
            return None
        return Step.from_kept(self._dossier, self._earlier[-1])

    def forget_erased(self) -> None:
        """Steps that touched what was erased since are not remembered, not even in words."""
        self._steps = [step for step in self._steps if not is_gone(self._dossier, step.to_keep())]
        self._earlier = [step for step in self._earlier if not is_gone(self._dossier, step)]
        self._keep()

    def forget_all(self) -> None:
        """Nothing that was done before can be taken back: it was done under another number."""
        self._steps, self._earlier = [], []
        self._keep()

    def _keep(self) -> None:
        keep(self._dossier, [*self._earlier, *(step.to_keep() for step in self._steps[-MOST_KEPT:])])

    def undo(self) -> Step | None:
        """Take back the last step that can be taken back; None when there is none.

        Raises:
            BadInput: Something made in the step was written in since: it is not thrown away by an undo. Or it
                was erased: then the step is gone, and the next undo takes back the one before it.
        """
        if not len(self):
            return None
        pile: list[Any] = self._steps or self._earlier
        last = self._steps[-1].to_keep() if self._steps else self._earlier[-1]
        if is_gone(self._dossier, last):
            pile.pop()
            self._keep()
            raise BadInput(
                _("This cannot be undone any more: what it was before has been erased."),
                hint=_("Nothing was changed."),
            )
        step = self._steps[-1] if self._steps else Step.from_kept(self._dossier, last)
        with self._dossier.change() as change:
            # The state of an interview first: it says whether its answers and quotes are locked.
            for key, touched in sorted(step.items, key=lambda item: item[1].kind is not Interview):
                _take_back(change, key, touched, this_session=bool(self._steps))
        pile.pop()
        self._keep()
        return step


def _take_back(dossier: Dossier, key: str, touched: _Touched, *, this_session: bool) -> None:
    kind, before, after = touched.kind, touched.before, touched.after
    now = dossier.value(kind, key)
    check_item(dossier, kind.entity, key)
    check_undo(now, before, may_open=this_session)
    check_sources(dossier, before)
    if touched.settled and unsettle(dossier, kind, key, touched.after_rev):
        return
    if now == after:
        # A plain step back: the history then says "undo" and the command line can redo it.
        undone = dossier.undo(kind, key)
        if (undone.value if undone else None) == before:
            return
    if before is None:
        if now is not None and now != after:
            raise BadInput(
                _("It was written in since then, so undo does not throw it away."),
                hint=_("Delete it if you want it gone."),
            )
        if now is not None:
            dossier.delete(kind, key)
    elif after is None or now is None:
        dossier.save(before, key)
    else:
        dossier.save(_with_fields_of(before, after, now), key)


def _with_fields_of(before: Entity, after: Entity, now: Entity) -> Entity:
    """Every field the step changed as it was; every other field as it is now."""
    changed = {
        name: getattr(before, name)
        for name in before.__struct_fields__
        if getattr(before, name) != getattr(after, name)
    }
    return msgspec.structs.replace(now, **changed)
