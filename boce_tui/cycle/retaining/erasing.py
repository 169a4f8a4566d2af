"""Erasing a whole round: every word that was said, or every name; report and decisions stay as issued."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import msgspec

from boce_tui.cycle.handing_over.sealing import Sealed, seal
from boce_tui.cycle.outcome import ERASING, outcome
from boce_tui.cycle.profiles import require
from boce_tui.cycle.reporting.issued import without_people
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.trailing import record
from boce_tui.cycle.undo_keeping import forget_erased
from boce_tui.cycle.unveiling import unveiled
from boce_tui.cycle.withdrawing.certificates import complete, new_key, prove
from boce_tui.cycle.withdrawing.concepts import quoting
from boce_tui.cycle.withdrawing.in_backups import in_backups, put_aside
from boce_tui.cycle.withdrawing.scope import counted
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.base import Entity
from boce_tui.domain.erasing import ANSWERS, NAMES, NAMES_GOING, ErasureCertificate
from boce_tui.domain.handing_over import SAID
from boce_tui.domain.interviewing import Quote
from boce_tui.domain.keys import last
from boce_tui.domain.profiles import RETENTION as MAY_ERASE
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.report_basis import RETENTION, ReportBasis, is_sealed
from boce_tui.domain.round import Evaluator, Interview, Respondent
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.names import FILE, Names, copies
from boce_tui.store import Dossier, RevisionRow
from boce_tui.store.erasing import Left
from boce_tui.store.ident import iso

_WORDS = ("note", "conflict", "place", "position")
"""Fields of an interview in which something about a person may stand."""
REASON = "retention"


@dataclass(frozen=True)
class Gone:
    """How it ended.

    Attributes:
        certificate: Key of the proof.
        items: View of a kind -> how many went.
        left: Files that still hold words; empty when it is everywhere gone.
    """

    certificate: str
    items: dict[str, int]
    left: tuple[Left, ...] = ()


def what_goes(dossier: Dossier, round_id: str) -> dict[str, int]:
    """View of a kind -> how many items would be erased, deleted ones included."""
    the_round(dossier, round_id)
    with unveiled(dossier):
        sealed = seal(dossier, round_id, RETENTION)
        return counted(_items(dossier, round_id, sealed.basis))


def erase_answers(dossier: Dossier, round_id: str) -> Gone:
    """Erase every word that was said in a round, for good; what the report needs is kept in numbers.

    Args:
        dossier: The dossier; no field of these interviews may be open.
        round_id: The round.

    Raises:
        BadInput: There is no such round, or nothing in it to erase.
        PrivacyStop: This profile may not.
    """
    require(dossier.env.profile, MAY_ERASE)
    the_round(dossier, round_id)
    with unveiled(dossier), outcome(ERASING) as course:
        with dossier.change():
            sealed = seal(dossier, round_id, RETENTION)
            items = list(_items(dossier, round_id, sealed.basis))
            if not items:
                raise BadInput(
                    _("Nothing of what was said in round {round} is here any more.").format(round=round_id),
                    hint=_("Nothing was changed."),
                )
            key = _erase_all(dossier, round_id, items, sealed)
            forget_erased(dossier)
        course.decided()
        record(dossier, "erase", what=ANSWERS, round=round_id)
        done = dossier.scrub()
        complete(dossier)
        proof = dossier.value(ErasureCertificate, key)
    return Gone(key, proof.items if proof else {}, done.left)


def _items(dossier: Dossier, round_id: str, basis: ReportBasis | None) -> Iterator[tuple[type[Entity], str]]:
    for kind in SAID:
        for key in dossier.head_keys(kind, f"{round_id}/"):
            if not dossier.erased(kind, key):
                yield kind, key
    quotes = dossier.head_keys(Quote, f"{round_id}/")
    printed = (
        [quote.text for one in basis.findings.values() for quote in one.quotes.values()] if basis else []
    )
    for item in quoting(dossier, round_id, quotes, stays=printed):
        if not dossier.erased(*item):
            yield item


def _erase_all(dossier: Dossier, round_id: str, items: list[tuple[type[Entity], str]], sealed: Sealed) -> str:
    if dossier.value(ReportBasis, round_id) is None:
        dossier.save(sealed.basis, round_id)
    old = [
        *_findings(dossier, round_id, sealed),
        *_versions(dossier, round_id),
        *_interviews(dossier, round_id),
    ]
    kinds = {kind.entity for kind in SAID}

    def typed(field: str) -> bool:
        entity, _colon, rest = field.partition(":")
        return entity in kinds and rest.startswith(f"{round_id}/")

    aside = in_backups(dossier, put_aside(dossier), partial(_what_goes, dossier, round_id, sealed.basis))
    erased = dossier.erase(items, REASON, revisions=[*old, *aside], typed=typed)
    return prove(dossier, round_id, ANSWERS, REASON, erased, counted(items))


def _findings(dossier: Dossier, round_id: str, sealed: Sealed) -> Iterator[str]:
    """Findings go on without naming an interview; every earlier version that did goes."""
    for key in dossier.head_keys(Finding, f"{round_id}/"):
        for head in dossier.heads(Finding, key):
            if head.value is not None:
                plain = sealed.without_interviews(key, head.value)
                if plain != head.value:
                    dossier.save(plain, key, parents=[head.id])
        for item in dossier.history(Finding, key):
            if item.value is not None and any(_names_one(e) for e in item.value.evidence):
                yield item.id


def _names_one(evidence: Evidence) -> bool:
    return bool(evidence.kind != "document" and not is_sealed(evidence.key))


def _versions(dossier: Dossier, round_id: str) -> Iterator[str]:
    """Issued versions keep their text; a model from before codes were left out of it is cleaned."""
    for key in dossier.head_keys(ReportVersion, f"{round_id}/"):
        for item in dossier.history(ReportVersion, key):
            if item.value is not None and (plain := without_people(item.value)) != item.value:
                head = dossier.get(ReportVersion, key)
                if head is not None and head.id == item.id:
                    dossier.save(plain, key)
                yield item.id


def _interviews(dossier: Dossier, round_id: str) -> Iterator[str]:
    """The planning stays, without what somebody wrote in it about a person."""
    for key in dossier.head_keys(Interview, f"{round_id}/"):
        now = dossier.value(Interview, key)
        if now is not None and any(getattr(now, name) for name in _WORDS):
            dossier.save(msgspec.structs.replace(now, **dict.fromkeys(_WORDS, "")), key)
        for item in dossier.history(Interview, key):
            if item.value is not None and any(getattr(item.value, name) for name in _WORDS):
                yield item.id


def enforce_terms(dossier: Dossier) -> int:
    """Erase again what came back of rounds whose answers were erased; within a change of the caller."""
    gone = 0
    for round_id in rounds_erased(dossier):
        items = list(_items(dossier, round_id, dossier.value(ReportBasis, round_id)))
        if items:
            gone += dossier.erase(items, REASON).revisions
    return gone


def rounds_erased(dossier: Dossier) -> list[str]:
    """Rounds of which every answer was erased."""
    proofs = dossier.values(ErasureCertificate).items()
    return sorted({key.split("/")[0] for key, proof in proofs if proof.what == ANSWERS})


def erase_in_backups(dossier: Dossier, aside: Collection[RevisionRow]) -> None:
    """Erase what stands in a backup only of those rounds; within a change of the caller."""
    for round_id in rounds_erased(dossier):
        basis = dossier.value(ReportBasis, round_id)
        going = in_backups(dossier, aside, partial(_what_goes, dossier, round_id, basis))
        dossier.erase((), REASON, revisions=going)


def _what_goes(
    dossier: Dossier, round_id: str, basis: ReportBasis | None
) -> tuple[Iterator[tuple[type[Entity], str]], tuple[str, ...]]:
    return _items(dossier, round_id, basis), ()


def erase_names(dossier: Dossier, round_id: str, names: Names) -> Gone:
    """Take everybody of a round out of the names file, and out of its copies beside the backups.

    Raises:
        BadInput: There is no such round.
        PrivacyStop: The names are locked, or this profile may not; nothing was changed.
        DossierUnavailable: A copy could not be cleaned; the names themselves are out.
    """
    require(dossier.env.profile, MAY_ERASE)
    the_round(dossier, round_id)
    codes = people_of(dossier, round_id, names)
    if not codes:
        raise BadInput(
            _("The names file knows nobody of round {round} any more.").format(round=round_id),
            hint=_("Nothing was changed."),
        )
    dossier.check_writable()
    going = Going(round_id, len(codes), _digest(dossier), iso(dossier.env.now()), dossier.env.profile)
    with dossier.change():
        dossier.note_with_it(NAMES_GOING, msgspec.json.encode(going).decode())
    names.remove(*codes)
    key = finish_names(dossier)
    return Gone(key, {"names": len(codes)})


class Going(msgspec.Struct, frozen=True):
    """Names that are on their way out: remembered before, so that a program that is killed owes no proof.

    Attributes:
        round: Of which round.
        people: How many.
        digest: Of the names file as it was: another one stands there once they are out.
        at: When, UTC.
        by: Profile.
    """

    round: str
    people: int
    digest: str
    at: str
    by: str


def finish_names(dossier: Dossier) -> str:
    """Write the proof when the names are out; returns its key, or nothing when there is none to write."""
    noted = dossier.noted(NAMES_GOING)
    if not noted or not dossier.writable:
        return ""
    going = msgspec.json.decode(noted, type=Going)
    out = _digest(dossier) != going.digest
    key = new_key(dossier, going.round) if out else ""
    with dossier.change():
        dossier.note_with_it(NAMES_GOING, "")
        if out:
            proof = ErasureCertificate(
                what=NAMES,
                interview="",
                reason=REASON,
                at=going.at,
                by=going.by,
                items={"names": going.people},
                everywhere="" if copies.behind(dossier.folder) else iso(dossier.env.now()),
            )
            dossier.save(proof, key)
    if out:
        record(dossier, "erase", what=NAMES, round=going.round, people=going.people)
    return key


def _digest(dossier: Dossier) -> str:
    """Of the names file as it is, unread."""
    path = dossier.folder / FILE
    return sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def people_of(dossier: Dossier, round_id: str, names: Names) -> list[str]:
    """Codes of the round, and its evaluators, that the names file knows.

    Raises:
        PrivacyStop: The names are locked.
    """
    data = names.data()
    with unveiled(dossier):
        codes = {last(key) for key in dossier.head_keys(Respondent, f"{round_id}/")}
        evaluators = set(dossier.head_keys(Evaluator, f"{round_id}/"))
    return sorted((codes & data.people.keys()) | (evaluators & data.evaluators.keys()))
