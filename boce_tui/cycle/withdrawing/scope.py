"""What belongs to an interview, or to one of the people at its table: whatever kind of thing it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.cycle.context import find_interview
from boce_tui.cycle.withdrawing.concepts import quoting
from boce_tui.domain.approving import InterviewRecord
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import KINDS
from boce_tui.domain.handing_over import AS_IT_IS, LOGS, PEOPLE, WITHOUT_INTERVIEWS
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import ALL, CODE, AnswerKey, join, last
from boce_tui.domain.round import Interview
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier

STAYS: tuple[type[Entity], ...] = (*AS_IT_IS, *WITHOUT_INTERVIEWS, *PEOPLE, *LOGS)
"""What holds nobody's words: the planning, and what the evaluators concluded. Every other kind can go.

A report may quote somebody: which concepts go for that is in `concepts`."""

KEEP, ERASE = "keep", "erase"
"""What becomes of the answers of the whole table when one of them withdraws."""

Item = tuple[type[Entity], str]


@dataclass(frozen=True)
class Target:
    """What is withdrawn.

    Attributes:
        round: The round.
        interview: Id of the interview.
        code: Of the one participant who withdraws; empty: the whole interview.
    """

    round: str
    interview: str
    code: str = ""

    @property
    def key(self) -> str:
        """Key of the interview."""
        return join(self.round, self.interview)

    @property
    def name(self) -> str:
        """What is typed to confirm it: the code, or the id of the interview."""
        return self.code or self.interview


@dataclass(frozen=True)
class Scope:
    """What a withdrawal takes away.

    Attributes:
        items: Kind and key of everything, by kind and key.
        shared: What is of more people than the one who withdraws; among ``items`` when that goes too.
    """

    items: tuple[Item, ...]
    shared: tuple[Item, ...] = ()

    @property
    def kept(self) -> int:
        """How much of the whole table stays."""
        return len(set(self.shared) - set(self.items))

    @property
    def keys(self) -> frozenset[str]:
        """The keys of what goes."""
        return frozenset(key for _kind, key in self.items)

    @property
    def counts(self) -> dict[str, int]:
        """Name of the view of a kind -> how many items of it go."""
        return counted(self.items)


def counted(items: Iterable[Item]) -> dict[str, int]:
    """Name of the view of a kind -> how many of these items are of it."""
    return dict(sorted(Counter(kind.view for kind, _key in items).items()))


def find_targets(dossier: Dossier, round_id: str, code: str) -> list[Target]:
    """What is meant by a code: an interview (``G07``), or every interview of a participant (``R07``).

    Raises:
        BadInput: There is no such interview or participant, or everything was withdrawn already.
    """
    wanted = code.strip().upper()
    found = []
    if not CODE.match(wanted):
        found.append(Target(round_id, last(find_interview(dossier, round_id, wanted).key)))
    else:
        for key, interview in dossier.values(Interview, f"{round_id}/").items():
            if wanted in interview.participants:
                alone = interview.participants == (wanted,)
                found.append(Target(round_id, last(key), "" if alone else wanted))
    if not found:
        raise BadInput(
            _("There is no interview for {code} in round {round}.").format(code=wanted, round=round_id),
            hint=_("Nothing was erased."),
        )
    still = [target for target in found if not _over(dossier, target)]
    if not still:
        raise BadInput(
            _("{code} was withdrawn already, and nothing of it is left.").format(code=wanted),
            hint=_("See the proofs with: boce erase --list"),
        )
    return still


def _over(dossier: Dossier, target: Target) -> bool:
    interview = dossier.value(Interview, target.key)
    return interview is not None and interview.state == "withdrawn" and not scope(dossier, target).items


def scope(dossier: Dossier, target: Target, shared: str = "") -> Scope:
    """Everything that goes; deleted items and old versions too.

    Args:
        dossier: The dossier.
        target: Whose.
        shared: ``erase`` takes what is of the whole table along.
    """
    kinds = [kind for kind in KINDS if kind not in STAYS]
    mine: list[Item] = []
    common: list[Item] = []
    for kind in kinds:
        for key in dossier.head_keys(kind, f"{target.key}/"):
            whose = _whose(dossier, kind, key)
            if not target.code or whose == {target.code}:
                mine.append((kind, key))
            elif whose is not None and (not whose or target.code in whose):
                common.append((kind, key))
    if shared == ERASE:
        mine += common
    answers = {key for kind, key in mine if kind is Answer}
    for kind in kinds:
        if kind is not Answer:
            known = {key for of, key in mine if of is kind}
            mine += [(kind, key) for key in _beside(dossier, target, kind, answers) if key not in known]
    mine += quoting(dossier, target.round, {key for kind, key in mine if kind is Quote})
    present = sorted((i for i in mine if not dossier.erased(*i)), key=lambda i: (i[0].view, i[1]))
    there = tuple(item for item in common if dossier.value(*item) is not None)
    return Scope(tuple(present), there)


def _whose(dossier: Dossier, kind: type[Entity], key: str) -> set[str] | None:
    """Codes of the people something is of; empty = the whole table; None = of nobody in particular."""
    if kind is Answer and AnswerKey.parse(key).participant != ALL:
        return {AnswerKey.parse(key).participant}
    versions = _values(dossier, kind, key)
    speakers = getattr(versions[-1], "speakers", None) if versions else None
    return None if speakers is None else set(speakers)


def _beside(dossier: Dossier, target: Target, kind: type[Entity], answers: Collection[str]) -> Iterator[str]:
    """What is not under the interview by its key: quotes, labels, the record."""
    for key in dossier.head_keys(kind, f"{target.round}/"):
        if key.count("/") > 1 and not key.startswith(f"{target.key}/"):
            continue  # of another interview
        if key == target.key or key.startswith(f"{target.key}-"):
            # The record is of all of them together: who withdraws alone is taken out of it.
            if not target.code:
                yield key
                continue
            if kind is InterviewRecord:
                continue
        if key in answers or any(_names(value, answers) for value in _values(dossier, kind, key)):
            yield key


def _values(dossier: Dossier, kind: type[Entity], key: str) -> list[Entity]:
    return [item.value for item in dossier.history(kind, key) if item.value is not None]


def _names(value: Entity, answers: Collection[str]) -> bool:
    """True when an item names one of these answers."""
    plain: dict[str, Any] = msgspec.to_builtins(value)
    return any(isinstance(part, str) and part in answers for part in plain.values())
