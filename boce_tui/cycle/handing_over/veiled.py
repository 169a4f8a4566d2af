"""A full dossier as programme support and readers see it: as if it had been handed over.

What is not in a document for programme support cannot be read here, so nothing above needs to know. It hides,
it does not protect: the answers are still in the file.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import msgspec

from boce_tui.cycle.handing_over.sealing import Sealed, seal
from boce_tui.cycle.profiles import require
from boce_tui.cycle.reporting.issued import without_people
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import ENTITIES, KINDS
from boce_tui.domain.handing_over import HIDDEN
from boce_tui.domain.profiles import INTERVIEW, TAKE_OUT, WRITE
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.report_basis import SUPPORT, ReportBasis, is_sealed
from boce_tui.domain.round import Round
from boce_tui.store import Dossier, RevisionRow, Stored
from boce_tui.store.fulltext import Hit

T = TypeVar("T", bound=Entity)
_HIDDEN = frozenset(kind.entity for kind in HIDDEN)


class VeiledDossier(Dossier):
    """The dossier without what only evaluators see."""

    def __init__(self, *parts: Any) -> None:
        self._sealed: dict[str, Sealed] = {}
        self._bare = threading.local()
        super().__init__(*parts)

    @contextmanager
    def unveiled(self) -> Iterator[None]:
        """As it is, in this thread: to work out what may be shown of it."""
        before = self._is_bare
        self._bare.on = True
        try:
            yield
        finally:
            self._bare.on = before

    @property
    def _is_bare(self) -> bool:
        return bool(getattr(self._bare, "on", False))

    def sealed(self, round_id: str) -> Sealed | None:
        """A round without its interviews; None when it has none to hide."""
        found = self._sealed.get(round_id)
        if found is None:
            with self.unveiled():
                if super().get(Round, round_id) is None or super().get(ReportBasis, round_id) is not None:
                    return None
                found = self._sealed[round_id] = seal(self, round_id, SUPPORT)
        return found

    # --- reading ---

    def get(self, kind: type[T], key: str) -> Stored[T] | None:
        """The current item as it may be seen."""
        if self._is_bare:
            return super().get(kind, key)
        if kind.entity in _HIDDEN:
            return None
        item = super().get(kind, key)
        if item is None and kind is ReportBasis:
            return self._basis(key)
        return None if item is None else self._shown(item)

    def all(self, kind: type[T], prefix: str = "") -> list[Stored[T]]:
        """The current items as they may be seen."""
        if self._is_bare:
            return super().all(kind, prefix)
        if kind.entity in _HIDDEN:
            return []
        found = super().all(kind, prefix)
        if kind is ReportBasis:
            there = {item.key for item in found}
            keys = [item.key for item in super().all(Round, prefix) if item.key not in there]
            found += [basis for key in keys if (basis := self._basis(key)) is not None]
        return [self._shown(item) for item in found]

    def history(self, kind: type[T], key: str) -> list[Stored[T]]:
        """Its revisions as they may be seen."""
        found = super().history(kind, key)
        return found if self._is_bare else [self._shown(i) for i in found if kind.entity not in _HIDDEN]

    def heads(self, kind: type[T], key: str) -> list[Stored[T]]:
        """Its current versions as they may be seen."""
        found = super().heads(kind, key)
        return found if self._is_bare else [self._shown(i) for i in found if kind.entity not in _HIDDEN]

    def revision(self, rev_id: str) -> Stored[Any] | None:
        """One revision, when it may be seen."""
        found = super().revision(rev_id)
        if self._is_bare or found is None:
            return found
        return None if found.entity in _HIDDEN else self._shown(found)

    def items(self, text: str) -> list[tuple[str, str]]:
        """What a text may mean, of what may be seen."""
        return [item for item in super().items(text) if self._is_bare or item[0] not in _HIDDEN]

    def search(
        self, words: str, kinds: Sequence[type[Entity]] | None = None, prefix: str = "", limit: int = 50
    ) -> list[Hit]:
        """Items that hold these words, of what may be seen."""
        wanted = [kind for kind in (KINDS if kinds is None else kinds) if kind.entity not in _HIDDEN]
        return super().search(words, wanted, prefix, limit) if wanted else []

    def head_keys(self, kind: type[Entity], prefix: str = "") -> list[str]:
        """The keys there ever were, of what may be seen."""
        return super().head_keys(kind, prefix) if self._is_bare or kind.entity not in _HIDDEN else []

    def head_rows(self, kind: type[Entity], prefix: str = "") -> list[RevisionRow]:
        """Rows as they lie in the file leave with evaluators only."""
        if not self._is_bare:
            require(self.env.profile, TAKE_OUT)
        return super().head_rows(kind, prefix)

    def export_rows(self, rev_ids: Iterable[str]) -> list[RevisionRow]:
        """Rows as they lie in the file leave with evaluators only."""
        found = super().export_rows(rev_ids)
        if not self._is_bare and any(row.entity in _HIDDEN for row in found):
            require(self.env.profile, TAKE_OUT)
        return found

    def beyond(self, *args: Any, **options: Any) -> list[RevisionRow]:
        """What another laptop lacks goes there from evaluators only."""
        require(self.env.profile, TAKE_OUT)
        return super().beyond(*args, **options)

    def numbered(self, *args: Any, **options: Any) -> list[RevisionRow]:
        """What another laptop lacks goes there from evaluators only."""
        require(self.env.profile, TAKE_OUT)
        return super().numbered(*args, **options)

    def _basis(self, round_id: str) -> Stored[Any] | None:
        sealed = self.sealed(round_id)
        item = super().get(Round, round_id)
        if sealed is None or item is None:
            return None
        return msgspec.structs.replace(
            item, entity=ReportBasis.entity, key=round_id, value=sealed.basis, parents=(), conflicted=False
        )

    def _shown(self, item: Stored[Any]) -> Stored[Any]:
        value = item.value
        if isinstance(value, Finding):
            sealed = self.sealed(item.key.split("/")[0])
            value = sealed.without_interviews(item.key, value) if sealed else value
        elif isinstance(value, ReportVersion):
            value = without_people(value)
        return item if value is item.value else msgspec.structs.replace(item, value=value)

    # --- writing ---

    def save(
        self, value: T, key: str, author: str | None = None, parents: Sequence[str] | None = None
    ) -> Stored[T]:
        """Save what this profile may write; a finding keeps the sources that are hidden."""
        self._allow(type(value))
        plain: Any = self._with_sources(key, value) if isinstance(value, Finding) else value
        return self._shown(super().save(plain, key, author, parents))

    def import_revisions(self, rows: Iterable[RevisionRow], *, checked: bool = False) -> int:
        """Take in what this profile may see; a file with answers is for evaluators."""
        known = list(rows)
        if any(row.entity in _HIDDEN for row in known):
            require(self.env.profile, INTERVIEW)
        return super().import_revisions(known, checked=checked)

    def delete(self, kind: type[T], key: str) -> Stored[T]:
        """Delete what this profile may write."""
        self._allow(kind)
        return super().delete(kind, key)

    def undo(self, kind: type[T], key: str) -> Stored[T] | None:
        """Take back what this profile may write."""
        self._allow(kind)
        found = super().undo(kind, key)
        return found and self._shown(found)

    def redo(self, kind: type[T], key: str) -> Stored[T] | None:
        """Do again what this profile may write."""
        self._allow(kind)
        found = super().redo(kind, key)
        return found and self._shown(found)

    def _allow(self, kind: type[Entity]) -> None:
        require(self.env.profile, INTERVIEW if kind.entity in _HIDDEN and not self._is_bare else WRITE)

    def _with_sources(self, key: str, value: Finding) -> Finding:
        """The finding with the sources it really has, where only their code is known here."""
        sealed = self.sealed(key.split("/")[0])
        with self.unveiled():
            known = super().history(Finding, key) if sealed else []
        real: dict[tuple[str, str], Evidence] = {}
        for item in known:
            for one in item.value.evidence if item.value else ():
                shown = sealed.without_interviews(key, Finding(evidence=(one,))).evidence if sealed else ()
                real |= {(new.kind, new.key): one for new in shown if is_sealed(new.key)}
        evidence = [
            msgspec.structs.replace(real[one.kind, one.key], stance=one.stance)
            if (one.kind, one.key) in real
            else one
            for one in value.evidence
        ]
        last = known[-1].value if known else None
        order = [(one.kind, one.key) for one in last.evidence] if last else []
        # Shown in another order than they are kept in; what is new comes after them.
        evidence.sort(key=lambda e: order.index((e.kind, e.key)) if (e.kind, e.key) in order else len(order))
        return msgspec.structs.replace(value, evidence=tuple(evidence))


def hides(dossier: Dossier) -> bool:
    """True when answers are in this dossier that are not shown."""
    if not isinstance(dossier, VeiledDossier):
        return False
    with dossier.unveiled():
        return any(dossier.head_keys(ENTITIES[entity]) for entity in ("answer", "respondent"))
