"""Making a version of the report final: 1.0 first, a next one when something changed since (R46).

From version 1.0 on the numbers of recommendations stand fixed: one that is taken out stays as "vervallen",
a new one takes the next letter. Every issued version keeps its bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from boce_tui.cycle.comparing_years.keeping import keep_figures
from boce_tui.cycle.planning.rounds import open_round
from boce_tui.cycle.reporting.build import AUDIENCES, build
from boce_tui.cycle.reporting.issued import FIRST, changed, kept, latest_issued
from boce_tui.cycle.reporting.issuing import Prepared, check, prepare
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.today import today
from boce_tui.domain.keys import join, last
from boce_tui.domain.numbering import numbers, sort_key
from boce_tui.domain.recommendation import Recommendation, RecommendationGroup
from boce_tui.domain.round import FINAL
from boce_tui.domain.text import clean_entry
from boce_tui.domain.versions import next_version, version_key
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.reports.checking import exit_code
from boce_tui.reports.gates import ERROR, GateFinding
from boce_tui.reports.model import Origin
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Closing:
    """How an attempt to make a version final ended.

    Attributes:
        version: The version it is about.
        done: True when it is final now.
        exit_code: 0, or 1 or 5 when the gates stopped it; nothing was changed then.
        editions: Audience -> the report and what the gates say; empty when nothing changed since `version`.
        backup: The copy that was made before it.
    """

    version: str
    done: bool
    exit_code: int
    editions: dict[str, Prepared]
    backup: Path | None = None

    @property
    def findings(self) -> tuple[GateFinding, ...]:
        """What the gates say about either edition, each thing once."""
        every = [finding for prepared in self.editions.values() for finding in prepared.findings]
        return tuple({(f.rule, f.place, f.message): f for f in every}.values())


def version_to_make(dossier: Dossier, round_id: str, names: Names) -> str:
    """The version that closing would make; empty when nothing changed since the one that was issued last.

    Raises:
        BadInput: There is no such round, or it is closed.
    """
    if open_round(dossier, round_id).status != FINAL:
        return FIRST
    issued = {audience: latest_issued(dossier, round_id, audience) for audience in AUDIENCES}
    versions = [version for version in issued.values() if version]
    if not versions:
        return FIRST
    overtaken = any(
        version is None or changed(build(dossier, round_id, names, audience=audience), version)
        for audience, version in issued.items()
    )
    return next_version(max((v.version for v in versions), key=version_key)) if overtaken else ""


def close(dossier: Dossier, round_id: str, names: Names, *, reason: str = "") -> Closing:
    """Make the report of a round final, when both editions pass every gate: all of it, or nothing.

    Args:
        dossier: The dossier; a backup is made first.
        round_id: The round.
        names: The names file; while it is locked nothing becomes final.
        reason: Why there is a version after 1.0; needed for that, and kept with it.

    Raises:
        BadInput: There is no such round, it is closed, or the reason is missing.
        DossierUnavailable: The dossier cannot be written, or the backup could not be made.
    """
    dossier.check_writable()
    version = version_to_make(dossier, round_id, names)
    if not version:
        return Closing(the_round(dossier, round_id).version, done=False, exit_code=0, editions={})
    reason = clean_entry(reason).strip()
    if version != FIRST and not reason:
        raise BadInput(
            _("Version {version} needs a reason: what changed since the one before, and why.").format(
                version=version
            ),
            hint=_("Nothing was changed. Give it with: boce round close --reason"),
        )
    before = _drafts(dossier, round_id, names)
    if _code(before):
        return Closing(version, done=False, exit_code=_code(before), editions=before)
    backup = dossier.backup("close")
    try:
        with dossier.change():
            _freeze(dossier, round_id, version)
            editions = _issue(dossier, round_id, names, reason)
            if _code(editions):
                raise _Refused(editions)
            keep_figures(dossier, round_id)
    except _Refused as refused:
        return Closing(version, done=False, exit_code=_code(refused.editions), editions=refused.editions)
    return Closing(version, done=True, exit_code=0, editions=editions, backup=backup)


class _Refused(Exception):
    """Takes back everything that was done in the transaction."""

    def __init__(self, editions: dict[str, Prepared]) -> None:
        super().__init__()
        self.editions = editions


def _code(editions: dict[str, Prepared]) -> int:
    return max(prepared.exit_code for prepared in editions.values())


def _drafts(dossier: Dossier, round_id: str, names: Names) -> dict[str, Prepared]:
    """Both editions as they are now, without the remark that they are no longer the issued ones."""
    found = {}
    for audience in AUDIENCES:
        prepared = prepare(dossier, round_id, names, audience=audience)
        findings = (*_ungrouped(dossier, round_id), *(f for f in prepared.findings if f.rule != "E3"))
        found[audience] = replace(prepared, findings=findings, exit_code=exit_code(findings))
    return found


def _ungrouped(dossier: Dossier, round_id: str) -> list[GateFinding]:
    """Recommendations without a group have no number of their own that could stand fixed."""
    groups = {last(key) for key in dossier.values(RecommendationGroup, f"{round_id}/")}
    return [
        GateFinding(
            severity=ERROR,
            rule="C1",
            message=_("This recommendation is in no group, so it has no number that can stand fixed."),
            how_to_mend=_("Put it in a group."),
            place=f"{_('recommendation')} {last(key)}",
            origin=Origin(Recommendation.entity, key, "group"),
            id=f"C1-group-{key}",
        )
        for key, item in dossier.values(Recommendation, f"{round_id}/").items()
        if item.group not in groups
    ]


def _freeze(dossier: Dossier, round_id: str, version: str) -> None:
    """Fix every number that is not fixed yet, and say in the round that this version is final."""
    groups = dossier.values(RecommendationGroup, f"{round_id}/")
    items = dossier.values(Recommendation, f"{round_id}/")
    for key, number in numbers(groups, items).items():
        figure, letter = sort_key(number)
        group = join(round_id, items[key].group)
        if groups[group].number is None:
            groups[group] = msgspec.structs.replace(groups[group], number=figure)
            dossier.save(groups[group], group)
        if items[key].letter is None:
            dossier.save(msgspec.structs.replace(items[key], letter=letter), key)
    round_ = the_round(dossier, round_id)
    date = round_.report_date or today(dossier).isoformat()
    dossier.save(msgspec.structs.replace(round_, version=version, status=FINAL, report_date=date), round_id)


def _issue(dossier: Dossier, round_id: str, names: Names, reason: str) -> dict[str, Prepared]:
    """Compile and check both editions as they go out, and keep them."""
    editions = {}
    round_ = the_round(dossier, round_id)
    for audience in AUDIENCES:
        model = build(dossier, round_id, names, audience=audience)
        prepared = editions[audience] = check(dossier, round_id, names, model)
        version = kept(prepared.compiled, model, round_.report_date, reason)
        dossier.save(version, join(round_id, round_.version, audience))
    return editions
