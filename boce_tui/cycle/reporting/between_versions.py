"""P10: figures of two versions of a report that differ by a few people tell together what those few said."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.threshold import effective
from boce_tui.domain.versions import is_concept, version_key
from boce_tui.locale import _, ngettext
from boce_tui.reports.gates import GateFinding
from boce_tui.reports.gates.finding import WARNING
from boce_tui.reports.model import Figure, ReportModel
from boce_tui.store import Dossier

RULE = "P10"


def told_by_both(dossier: Dossier, round_id: str, model: ReportModel) -> Iterator[GateFinding]:
    """A warning for each earlier version with figures that this one makes too telling.

    Looked at are the versions that were made final, and the last concept of each edition.
    """
    for before in _earlier(dossier, round_id, model):
        n = sum(telling(was, now, model.count_threshold) for was, now in _both(before, model))
        if not n:
            continue
        message = ngettext(
            "{n} figure is over a few people more or fewer than in version {before}: who has both versions "
            "can work out what they said.",
            "{n} figures are over a few people more or fewer than in version {before}: who has both versions "
            "can work out what they said.",
            n,
        )
        yield GateFinding(
            severity=WARNING,
            rule=RULE,
            message=message.format(n=n, before=before.version),
            how_to_mend=_("Leave these figures out of this version, or see to it that nobody has both."),
            place=_("version"),
            id=f"{RULE}-{round_id}-{before.version}-{before.audience}-{model.document.version}-{n}",
        )


def _earlier(dossier: Dossier, round_id: str, model: ReportModel) -> list[ReportVersion]:
    made = [
        one
        for one in dossier.values(ReportVersion, f"{round_id}/").values()
        if version_key(one.version) < version_key(model.document.version)
    ]
    ordered = sorted(made, key=lambda one: version_key(one.version))
    found = {(one.version, one.audience): one for one in ordered if not is_concept(one.version)}
    last = {one.audience: one for one in ordered}
    found |= {(one.version, one.audience): one for one in last.values()}
    by_version: dict[str, ReportVersion] = {}
    for one in found.values():
        # Both editions have the same figures; the readers of the public one are the most.
        if one.version not in by_version or one.audience == "public":
            by_version[one.version] = one
    return list(by_version.values())


def _both(before: ReportVersion, model: ReportModel) -> Iterator[tuple[Figure, Figure]]:
    try:
        old = msgspec.json.decode(before.model, type=ReportModel)
    except msgspec.MsgspecError:  # another version of the app kept something else
        return
    known = {figure.id: figure for figure in _figures(old)}
    for figure in _figures(model):
        if figure.id in known:
            yield known[figure.id], figure


def _figures(model: ReportModel) -> Iterator[Figure]:
    for chapter in model.chapters:
        for part in chapter.parts:
            yield from part.figures
    yield from model.appendices.figures


def telling(before: Figure, after: Figure, threshold: int) -> bool:
    """A row of both stands for nearly the same people: a few came in or went."""
    least = effective(threshold)
    was = {(row.label.value, row.total): row.people for row in before.rows if row.value is not None}
    now = {(row.label.value, row.total): row.people for row in after.rows if row.value is not None}
    return any(0 < abs(was[row] - now[row]) < least for row in was.keys() & now.keys())
