"""Doing it: one change that erases, proves and tells, and after that the files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from boce_tui.cycle.outcome import ERASING, outcome
from boce_tui.cycle.planning.rounds import open_round
from boce_tui.cycle.trailing import record
from boce_tui.cycle.undo_keeping import forget_erased
from boce_tui.cycle.withdrawing.certificates import complete, prove
from boce_tui.cycle.withdrawing.in_backups import put_aside, withdrawn_in_backups
from boce_tui.cycle.withdrawing.marking import mark
from boce_tui.cycle.withdrawing.scope import ERASE, KEEP, Scope, Target, scope
from boce_tui.domain.erasing import INTERVIEW, PARTICIPANT
from boce_tui.domain.round import Interview
from boce_tui.domain.vocabulary import ERASURE_REASON
from boce_tui.errors import BadInput, DossierUnavailable, UsageProblem
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.store import Dossier
from boce_tui.store.erasing import Left


@dataclass(frozen=True)
class Withdrawn:
    """How a withdrawal ended.

    Attributes:
        certificates: Keys of the proofs.
        left: Files that still hold words; empty when it is everywhere gone.
        names_locked: True when the names file was locked (or full), so that consent still stands there.
    """

    certificates: tuple[str, ...]
    left: tuple[Left, ...] = ()
    names_locked: bool = False


def withdraw(
    dossier: Dossier,
    targets: Sequence[Target],
    reason: str,
    *,
    shared: str = "",
    names: Names | None = None,
    remove_name: bool = False,
) -> Withdrawn:
    """Erase what was said, for good.

    Args:
        dossier: The dossier; no field of these interviews may be open.
        targets: Whose, see `find_targets`.
        reason: An id of ``ERASURE_REASON``.
        shared: ``keep`` or ``erase`` the answers of the whole table; asked for when there are any.
        names: The names; when they are open, consent is taken back in them.
        remove_name: Take the name itself out too.

    Raises:
        BadInput: The reason is not known, or the round is closed.
        UsageProblem: It has to be said what becomes of the answers of the whole table.
        PrivacyStop: The name has to go and the names are locked; nothing was changed.
    """
    if reason not in ERASURE_REASON:
        raise BadInput(
            _("{value} is no reason to erase.").format(value=reason),
            hint=_("Choose one of: {ids}").format(ids=", ".join(ERASURE_REASON)),
        )
    if remove_name and names is not None:
        names.data()  # a locked file stops it here, before anything is erased
    with outcome(ERASING) as course:
        with dossier.change():
            made = tuple(_one(dossier, target, reason, shared) for target in targets)
            forget_erased(dossier)
        course.decided()
        record(dossier, "erase", what="interview", proofs=len(made))
        done = dossier.scrub()
        complete(dossier)
    codes = _codes(dossier, targets)
    locked = not _take_back_consent(names, codes, remove=remove_name)
    return Withdrawn(made, done.left, locked)


def _one(dossier: Dossier, target: Target, reason: str, shared: str) -> str:
    open_round(dossier, target.round)
    aside = withdrawn_in_backups(dossier, put_aside(dossier), target, shared)
    found = scope(dossier, target, shared)
    if target.code and found.shared and shared not in (KEEP, ERASE):
        raise shared_not_said(found)
    revisions = mark(dossier, target, found.keys)
    prefixes = (f"{target.key}/", f"{target.key}-", f"{target.key}:")

    def typed(field: str) -> bool:
        """Drafts of what never became an item."""
        _entity, _colon, rest = field.partition(":")
        if not target.code:
            return rest.startswith(prefixes)
        return rest.startswith(f"{target.key}/") and f"/{target.code}:" in rest

    erased = dossier.erase(found.items, reason, revisions=[*revisions, *aside], typed=typed)
    return prove(
        dossier,
        target.round,
        PARTICIPANT if target.code else INTERVIEW,
        reason,
        erased,
        found.counts,
        interview=target.interview,
        participant=target.code,
        shared_kept=found.kept,
    )


def shared_not_said(found: Scope) -> UsageProblem:
    """Nobody said what becomes of the answers of the whole table."""
    return UsageProblem(
        _("{n} answers are of the whole table. Do they stay or go?").format(n=len(found.shared)),
        hint=_("Nothing was erased. Look at them and add --shared keep or --shared erase."),
    )


def finish(dossier: Dossier, *, remove: bool = False) -> tuple[Left, ...]:
    """Go on with an erasure that is not everywhere done; returns what still holds words.

    Args:
        dossier: The dossier.
        remove: Throw away the copies that cannot be cleaned.
    """
    left = dossier.scrub(remove=remove).left if dossier.unfinished() is not None else ()
    complete(dossier)
    return left


def _codes(dossier: Dossier, targets: Sequence[Target]) -> set[str]:
    """Who is withdrawn."""
    found: set[str] = set()
    for target in targets:
        interview = dossier.value(Interview, target.key)
        found |= {target.code} if target.code else set(interview.participants if interview else ())
    return found


def _take_back_consent(names: Names | None, codes: set[str], *, remove: bool) -> bool:
    """Without their words nobody stands in the appendix by name; False when that could not be written."""
    if names is None or not names.exists:
        return True
    if not names.unlocked:
        return False
    people = {code: who for code in codes if (who := names.person(code)) is not None and who.consent}
    try:
        if remove:
            names.remove(*codes)
        elif people:
            names.put({code: msgspec.structs.replace(who, consent=False) for code, who in people.items()})
    except DossierUnavailable:
        return False
    return True
