"""What was withdrawn stays withdrawn: after an import, a merge, or a backup from before."""

from __future__ import annotations

from boce_tui.cycle.unveiling import unveiled
from boce_tui.cycle.withdrawing.certificates import certificates, complete
from boce_tui.cycle.withdrawing.in_backups import put_aside, withdrawn_in_backups
from boce_tui.cycle.withdrawing.marking import WITHDRAWN, mark
from boce_tui.cycle.withdrawing.scope import Target, scope
from boce_tui.domain.erasing import INTERVIEW
from boce_tui.domain.keys import last
from boce_tui.domain.round import Interview
from boce_tui.store import Dossier


def enforce(dossier: Dossier) -> int:
    """Do every withdrawal again as far as something came back; returns how many revisions went.

    It is cheap when nothing did. Not inside a change of the caller: the files are cleaned too.
    """
    with dossier.change():
        gone = erase_again(dossier)
    clean(dossier)
    return gone


def erase_again(dossier: Dossier) -> int:
    """The part of it that changes the dossier; within a change of the caller, who calls `clean` after it."""
    from boce_tui.cycle.handing_over.receiving import settle
    from boce_tui.cycle.retaining.erasing import enforce_terms, erase_in_backups

    with unveiled(dossier):  # whoever is at work: what was withdrawn is gone for everybody
        gone = enforce_terms(dossier) + settle(dossier)
        for target, reason in _targets(dossier).items():
            found = scope(dossier, target)
            revisions = mark(dossier, target, found.keys)
            if found.items or revisions:
                gone += dossier.erase(found.items, reason, revisions=revisions).revisions
        # Something went just now: what stands of it in a backup only is known by no id.
        aside = put_aside(dossier) if dossier.unfinished() is not None else []
        if aside:
            erase_in_backups(dossier, aside)
            for target, reason in _targets(dossier).items():
                dossier.erase((), reason, revisions=withdrawn_in_backups(dossier, aside, target))
    return gone


def clean(dossier: Dossier) -> None:
    """The part of it that cleans the files; not inside a change."""
    if dossier.unfinished() is not None:
        dossier.scrub()
    with unveiled(dossier):
        complete(dossier)


def _targets(dossier: Dossier) -> dict[Target, str]:
    """Who withdrew, with the reason."""
    found: dict[Target, str] = {}
    for key, proof in certificates(dossier).items():
        if not proof.interview:
            continue  # of a whole round: `enforce_terms`
        code = "" if proof.what == INTERVIEW else proof.participant
        found[Target(key.split("/")[0], proof.interview, code)] = proof.reason
    for key, interview in dossier.values(Interview).items():
        if interview.state == WITHDRAWN:
            found.setdefault(Target(key.split("/")[0], last(key)), WITHDRAWN)
    return found
