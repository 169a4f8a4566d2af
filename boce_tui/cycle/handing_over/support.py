"""The round as programme support gets it: no raw answer, no code, no interview; the same report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import msgspec

from boce_tui.cycle.exchanging import AROUND, LOGS, OF_EARLIER, rounds_before
from boce_tui.cycle.handing_over.sealing import Sealed, seal
from boce_tui.cycle.reporting.build import AUDIENCES
from boce_tui.cycle.reporting.issued import without_people
from boce_tui.cycle.reporting.issuing import known_giveaways, prepare
from boce_tui.cycle.reporting.unnamed import RULE as UNNAMED
from boce_tui.cycle.titles import Titles
from boce_tui.cycle.unveiling import unveiled
from boce_tui.domain.analysis import Finding
from boce_tui.domain.base import Entity
from boce_tui.domain.checks import SeenWarning
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.giveaways import NAME_KINDS, GiveawayList
from boce_tui.domain.handing_over import AS_IT_IS
from boce_tui.domain.keys import join, last
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.report_basis import SUPPORT, ReportBasis
from boce_tui.domain.round import Instrument, Interview, Respondent, Round
from boce_tui.exchange import cycle_document
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.reports.checking import exit_code
from boce_tui.reports.gates import ERROR, GateFinding
from boce_tui.reports.model import Origin
from boce_tui.store import Dossier, RevisionRow
from boce_tui.store.rows import encode, signed

AUTHOR = "evaluator"


@dataclass(frozen=True)
class HandOver:
    """A document for programme support that was made and checked, but not written yet.

    Attributes:
        data: The cycle document.
        rows: What is in it.
        findings: What stops it: it would give somebody away.
        exit_code: 0, or 5 when it may not leave.
    """

    data: bytes
    rows: tuple[RevisionRow, ...]
    findings: tuple[GateFinding, ...]
    exit_code: int


def handed_over(dossier: Dossier) -> bool:
    """True when this dossier came from a document for programme support: there are no answers in it."""
    return any(basis.reason == SUPPORT for basis in dossier.values(ReportBasis).values())


def export_support(dossier: Dossier, round_id: str, names: Names) -> HandOver:
    """Make the document, and look whether anybody can be found in it; nothing is written.

    Args:
        dossier: The dossier, with the answers or without.
        round_id: The round.
        names: The names. While they are locked the check cannot be done, which stops it.

    Raises:
        BadInput: There is no such round.
    """
    with unveiled(dossier):
        sealed = seal(dossier, round_id, SUPPORT)
        rows = [*_as_it_is(dossier, round_id), *_without_interviews(dossier, round_id, sealed)]
        codes = {last(key) for kind in (Respondent, Interview) for key in dossier.head_keys(kind)}
    rows = [row for row in rows if not row.deleted and not row.erased]
    last_one = max(rows, key=lambda row: (row.hlc, row.id))
    rows.append(_made_from(last_one, ReportBasis.entity, round_id, _dated(dossier, sealed.basis)))
    rows = list(_seen(dossier, rows))
    data = cycle_document.write(round_id, rows, example=dossier.example)
    findings = (
        *_of_the_report(dossier, round_id, names),
        *_given_away(dossier, round_id, names, rows, codes),
    )
    once = tuple({(f.rule, f.place, f.message): f for f in findings}.values())
    return HandOver(data, tuple(rows), once, exit_code(once))


def _dated(dossier: Dossier, basis: ReportBasis) -> ReportBasis:
    """How far every laptop had come: that it was handed over is no news to the next one."""
    knows = Counter(basis.knows) | Counter(dossier.ends([kind.entity for kind in LOGS]))
    return msgspec.structs.replace(basis, knows=dict(sorted(knows.items())))


def _as_it_is(dossier: Dossier, round_id: str) -> Iterator[RevisionRow]:
    for kind in AS_IT_IS:
        if kind in AROUND:
            yield from dossier.head_rows(kind)
            continue
        rounds = [round_id, *(rounds_before(dossier, round_id) if kind in OF_EARLIER else ())]
        for one in rounds:
            if kind is Round:
                yield from (row for row in dossier.head_rows(kind, one) if row.key == one)
            else:
                yield from dossier.head_rows(kind, f"{one}/")


def _without_interviews(dossier: Dossier, round_id: str, sealed: Sealed) -> Iterator[RevisionRow]:
    for row in dossier.head_rows(Finding, f"{round_id}/"):
        value = _value(row)
        yield _changed(row, sealed.without_interviews(row.key, value)) if isinstance(value, Finding) else row
    for row in dossier.head_rows(ReportVersion, f"{round_id}/"):
        value = _value(row)
        yield _changed(row, without_people(value)) if isinstance(value, ReportVersion) else row


def _value(row: RevisionRow) -> Entity | None:
    if row.deleted or row.payload is None:
        return None
    return msgspec.json.decode(row.payload, type=ENTITIES[row.entity])


def _changed(row: RevisionRow, value: Entity) -> RevisionRow:
    """The same revision when nothing had to go; else another one, which is no answer to the first."""
    return row if encode(value) == row.payload else _made_from(row, row.entity, row.key, value)


def _made_from(row: RevisionRow, entity: str, key: str, value: Entity) -> RevisionRow:
    """A revision of its own, at the moment of another one: the same dossier gives the same document."""
    payload = encode(value)
    mark = sha256(f"{row.id} {entity} {key} {payload}".encode()).hexdigest()
    rev = f"{row.id[:13]}-7{mark[:3]}-8{mark[3:6]}-{mark[6:18]}"
    return signed(
        RevisionRow(
            id=rev,
            entity=entity,
            key=key,
            parents=(),
            hlc=row.hlc,
            author=row.author or AUTHOR,
            at=row.at,
            kind="import",
            payload=payload,
            deleted=False,
            sha256="",
        )
    )


def _seen(dossier: Dossier, rows: list[RevisionRow]) -> Iterator[RevisionRow]:
    """A warning that was looked at stays so when its text has another revision now; of a quote it goes."""
    now = {(row.entity, row.key): row.id for row in rows}
    for row in rows:
        value = _value(row)
        if not isinstance(value, SeenWarning):
            yield row
            continue
        entity, _colon, key = value.item.partition(":")
        head = dossier.get(ENTITIES[entity], key) if entity in ENTITIES else None
        if not value.item or (head is not None and head.id == value.revision and (entity, key) in now):
            yield _changed(row, msgspec.structs.replace(value, revision=now.get((entity, key), "")))


def _of_the_report(dossier: Dossier, round_id: str, names: Names) -> Iterator[GateFinding]:
    """A report that would give somebody away does not leave in this way either."""
    for audience in AUDIENCES:
        for finding in prepare(dossier, round_id, names, audience=audience, draft=True).findings:
            if finding.privacy and (finding.severity == ERROR or finding.rule == UNNAMED):
                yield finding


def _given_away(
    dossier: Dossier, round_id: str, names: Names, rows: Iterable[RevisionRow], codes: Iterable[str]
) -> Iterator[GateFinding]:
    """Texts that people wrote themselves may hold a code, or a name."""
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, codes)))})\b") if codes else None
    known = known_giveaways(dossier, names)
    titles = Titles(dossier, round_id)
    for row in rows:
        if row.entity == Instrument.entity:
            continue  # the question set is the same for everybody
        words = (
            _code_in(pattern, text) or _name_in(known, text)
            for text in _texts(msgspec.json.decode(row.payload or "null"))
        )
        word = _code_in(pattern, row.key) or next(filter(None, words), "")
        if word:
            yield _leak(titles, row, word)


def _code_in(pattern: re.Pattern[str] | None, text: str) -> str:
    found = pattern.search(text) if pattern else None
    return found[0] if found else ""


def _name_in(known: GiveawayList | None, text: str) -> str:
    hits = known.find(text) if known and len(text) > 1 else []
    return next((hit.form for hit in hits if hit.kind in NAME_KINDS and hit.severity == ERROR), "")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _leak(titles: Titles, row: RevisionRow, word: str) -> GateFinding:
    return GateFinding(
        severity=ERROR,
        rule="P1",
        message=_("A code or a name stands in this text: “{word}”.").format(word=word),
        how_to_mend=_("Take it out; programme support may not know who it is."),
        place=titles.of(row.entity, row.key) or join(row.entity, row.key),
        origin=Origin(row.entity, row.key),
        id=f"P1-handover-{row.entity}-{row.key}",
    )
