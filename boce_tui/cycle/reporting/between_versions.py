"""P10: figures of two documents that differ by a few people tell together what those few said.

Compared is with the reports that were kept (the final ones, and the last concept of each edition), and with
what else went out with figures: the export log keeps over how many people those were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from boce_tui.domain.dates import show_day
from boce_tui.domain.exporting import DOCUMENTS, ExportEntry
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.versions import is_concept, version_key
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _, ngettext
from boce_tui.reports.counted import People, people_in, people_of, too_near
from boce_tui.reports.gates import GateFinding
from boce_tui.reports.gates.finding import WARNING
from boce_tui.reports.model import Figure, ReportModel
from boce_tui.store import Dossier

RULE = "P10"


def told_by_both(
    dossier: Dossier, round_id: str, model: ReportModel, people: People
) -> Iterator[GateFinding]:
    """A warning for each earlier document with figures that this version of the report makes too telling."""
    threshold, version = model.count_threshold, model.document.version
    kept = list(_kept(dossier, round_id, below=version))
    for before, was in kept:
        n = too_near(was, people, threshold)
        if n:
            yield _versions(n, before.version, f"{round_id}-{before.version}-{before.audience}-{version}-{n}")
    yield from _logged(dossier, people, threshold, f"{round_id}-{version}", [was for _one, was in kept])


def told_by_years(
    dossier: Dossier, rounds: Iterable[str], people: People, threshold: int
) -> Iterator[GateFinding]:
    """The same for a document that puts the figures of these rounds side by side."""
    rounds = tuple(rounds)
    kept = [(round_id, *one) for round_id in rounds for one in _kept(dossier, round_id)]
    for round_id, before, was in kept:
        n = too_near(was, people, threshold)
        if n:
            message = ngettext(
                "{n} figure is over a few people more or fewer than in version {before} of the report of "
                "{round}: who has both can work out what they said.",
                "{n} figures are over a few people more or fewer than in version {before} of the report of "
                "{round}: who has both can work out what they said.",
                n,
            ).format(n=n, before=before.version, round=round_id)
            yield _finding(message, "-".join((*rounds, round_id, before.version, before.audience, str(n))))
    yield from _logged(dossier, people, threshold, "-".join(rounds), [was for *_one, was in kept])


def told_by_comparison(
    round_id: str, before: ReportVersion, after: ReportVersion, threshold: int
) -> Iterator[GateFinding]:
    """The same for a document that shows what changed between two kept versions."""
    n = too_near(_people(before, round_id), _people(after, round_id), threshold)
    if n:
        own = "-".join((round_id, before.version, after.version, after.audience, str(n)))
        yield _versions(n, before.version, own)


def telling(before: Figure, after: Figure, threshold: int) -> bool:
    """A row of both stands for nearly the same people: a few came in or went."""
    return bool(too_near(people_of([before], ""), people_of([after], ""), threshold))


def _kept(
    dossier: Dossier, round_id: str, *, below: str = ""
) -> Iterator[tuple[ReportVersion, dict[str, int]]]:
    made = [
        one
        for one in dossier.values(ReportVersion, f"{round_id}/").values()
        if not below or version_key(one.version) < version_key(below)
    ]
    ordered = sorted(made, key=lambda one: version_key(one.version))
    found = {(one.version, one.audience): one for one in ordered if not is_concept(one.version)}
    last = {one.audience: one for one in ordered}
    found |= {(one.version, one.audience): one for one in last.values()}
    by_version: dict[str, ReportVersion] = {}
    people: dict[str, dict[str, int]] = {}
    for one in found.values():
        # Both editions have the same figures; the readers of the public one are the most.
        if one.version not in by_version or one.audience == "public":
            by_version[one.version] = one
        people[one.version] = people.get(one.version, {}) | _people(one, round_id)
    for version, one in by_version.items():
        yield one, people[version]


def _people(version: ReportVersion, round_id: str) -> dict[str, int]:
    try:
        return people_in(msgspec.json.decode(version.model, type=ReportModel), round_id)
    except msgspec.MsgspecError:  # another version of the app kept something else
        return {}


def _logged(
    dossier: Dossier, people: People, threshold: int, own: str, kept: Sequence[People]
) -> Iterator[GateFinding]:
    """Against what the export log holds of other documents, one warning for each kind and day."""
    worst: dict[tuple[str, str], int] = {}
    for item in sorted(dossier.all(ExportEntry), key=lambda item: (item.at, item.key)):
        one = item.value
        if one is None or not one.people:
            continue
        # What a version that was kept says too is told of that version.
        was = {row: n for row, n in one.people.items() if all(version.get(row) != n for version in kept)}
        at = (one.document, item.at[:10])
        worst[at] = max(worst.get(at, 0), too_near(was, people, threshold))
    for (document, day), n in worst.items():
        if n:
            message = ngettext(
                "{n} figure is over a few people more or fewer than in the document “{document}” of {day}: "
                "who has both can work out what they said.",
                "{n} figures are over a few people more or fewer than in the document “{document}” of {day}: "
                "who has both can work out what they said.",
                n,
            ).format(n=n, document=label(DOCUMENTS, document), day=show_day(day))
            yield _finding(message, "-".join((own, document, day, str(n))))


def _versions(n: int, before: str, id_: str) -> GateFinding:
    message = ngettext(
        "{n} figure is over a few people more or fewer than in version {before}: who has both versions "
        "can work out what they said.",
        "{n} figures are over a few people more or fewer than in version {before}: who has both versions "
        "can work out what they said.",
        n,
    )
    return _finding(message.format(n=n, before=before), id_)


def _finding(message: str, id_: str) -> GateFinding:
    return GateFinding(
        severity=WARNING,
        rule=RULE,
        message=message,
        how_to_mend=_("Leave these figures out of this version, or see to it that nobody has both."),
        place=_("version"),
        id=f"{RULE}-{id_}",
    )
