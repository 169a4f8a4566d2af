"""What a withdrawal would do, before anything is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.support import support
from boce_tui.cycle.withdrawing.marking import rests_on
from boce_tui.cycle.withdrawing.scope import Scope, Target, scope
from boce_tui.domain.analysis import Finding, MainConclusion, SubConclusion
from boce_tui.domain.base import Entity
from boce_tui.domain.handing_over import AS_IT_IS
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.recommendation import Recommendation, ReportVersion
from boce_tui.domain.reviewing import ReviewFile
from boce_tui.domain.round import Instrument, Interview
from boce_tui.store import Dossier

_SHORTEST = 12
"""Shorter quotes stand in any text by chance."""


@dataclass(frozen=True)
class Effect:
    """What becomes of a finding.

    Attributes:
        key: Key of the finding.
        lost: How many sources it loses.
        left: How many it keeps.
        before: How many people are behind it now.
        after: How many are left.
        falls: True when too few people are left for a statement about a theme or group.
    """

    key: str
    lost: int
    left: int
    before: int
    after: int
    falls: bool

    @property
    def weak(self) -> bool:
        """True when what rests on it has to be looked at again."""
        return self.falls or not self.left


@dataclass(frozen=True)
class Place:
    """Something that was written and has to be read again.

    Attributes:
        kind: Its kind.
        key: Its key.
    """

    kind: type[Entity]
    key: str


@dataclass(frozen=True)
class Preview:
    """What goes, and what that means.

    Attributes:
        targets: Who withdraws.
        counts: Name of the view of a kind -> how many items go.
        shared: What is of the whole table.
        drafts: How many texts are being typed there now.
        people: How many people are behind the answers of the round: now, and after it.
        answers: How many answers say something: now, and after it.
        findings: The findings that lose a source.
        resting: Conclusions and recommendations that rest on a finding that becomes weak.
        quoted: Texts that are not issued yet and hold the words of a quote that goes.
        versions: Issued versions of the report; they stay as they were.
    """

    targets: tuple[Target, ...]
    counts: dict[str, int]
    shared: tuple[tuple[type[Entity], str], ...]
    drafts: int
    people: tuple[int, int]
    answers: tuple[int, int]
    findings: tuple[Effect, ...]
    resting: tuple[Place, ...]
    quoted: tuple[Place, ...]
    versions: tuple[str, ...]


def preview(dossier: Dossier, targets: Sequence[Target], shared: str = "") -> Preview:
    """Look what a withdrawal would do; nothing is changed.

    Args:
        dossier: The dossier.
        targets: Whose, see `find_targets`; all of one round.
        shared: ``keep`` or ``erase`` what is of the whole table.
    """
    round_id = targets[0].round
    scopes = [scope(dossier, target, shared) for target in targets]
    gone = frozenset(key for found in scopes for key in found.keys)
    absent = {(target.interview, target.code) for target in targets if target.code}
    now = Readback(dossier, round_id)
    then = now.without(gone, absent)
    findings = tuple(_effects(now, then, gone))
    weak = {effect.key for effect in findings if effect.weak}
    versions = {version.version for version in dossier.values(ReportVersion, f"{round_id}/").values()}
    return Preview(
        targets=tuple(targets),
        counts=_counts(scopes),
        shared=tuple(item for found in scopes for item in found.shared),
        drafts=sum(_typed(targets, recovered.field) for recovered in dossier.drafts.recovered()),
        people=(_people(now), _people(then)),
        answers=(len(now.rows), len(then.rows)),
        findings=findings,
        resting=tuple(_resting(dossier, round_id, weak)),
        quoted=tuple(_quoted(dossier, round_id, gone)),
        versions=tuple(sorted(versions)),
    )


def _counts(scopes: Sequence[Scope]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for found in scopes:
        total.update(found.counts)
    return dict(sorted(total.items()))


def _typed(targets: Sequence[Target], field: str) -> bool:
    return any(f":{target.key}/" in field for target in targets)


def _people(readback: Readback) -> int:
    return len({code for row in readback.rows for code in row.people})


def _effects(now: Readback, then: Readback, gone: frozenset[str]) -> Iterator[Effect]:
    for key, finding in now.dossier.values(Finding, f"{now.round_id}/").items():
        kept = tuple(e for e in finding.evidence if not rests_on(now.dossier, e, gone))
        before = support(now, finding)
        after = support(then, msgspec.structs.replace(finding, evidence=kept))
        lost = len(finding.evidence) - len(kept)
        if lost or len(before.supporting) != len(after.supporting):
            yield Effect(
                key=key,
                lost=lost,
                left=len(kept),
                before=len(before.supporting),
                after=len(after.supporting),
                falls=after.too_few and not before.too_few,
            )


def _resting(dossier: Dossier, round_id: str, weak: set[str]) -> Iterator[Place]:
    subs = dossier.values(SubConclusion, f"{round_id}/")
    touched = {key for key, item in subs.items() if weak.intersection(item.findings)}
    yield from (Place(SubConclusion, key) for key in subs if key in touched)
    for key, main in dossier.values(MainConclusion, f"{round_id}/").items():
        if touched.intersection(main.sub_conclusions):
            yield Place(MainConclusion, key)
    for key, item in dossier.values(Recommendation, f"{round_id}/").items():
        if weak.intersection(item.findings):
            yield Place(Recommendation, key)


_WRITTEN: tuple[type[Entity], ...] = (
    *(kind for kind in AS_IT_IS if kind not in (Instrument, ReviewFile)),
    Finding,
    Interview,
)
"""What people write themselves, and may have copied words into; kept reports are in `concepts`."""


def _quoted(dossier: Dossier, round_id: str, gone: frozenset[str]) -> Iterator[Place]:
    quotes = [quote for key, quote in dossier.values(Quote, f"{round_id}/").items() if key in gone]
    words = {_plain(text) for quote in quotes for text in (quote.text, quote.wording)}
    wanted = [text for text in words if len(text) >= _SHORTEST]
    for kind in _WRITTEN if wanted else ():
        for key, item in dossier.values(kind, f"{round_id}/").items():
            said = _plain("\n".join(_texts(msgspec.to_builtins(item))))
            if key not in gone and any(text in said for text in wanted):
                yield Place(kind, key)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".!?… ")
