"""C1-C4, C7, C9: recommendations are numbered, addressed, supported and followed up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from boce_tui.domain.numbering import PATTERN, sort_key
from boce_tui.locale import _
from boce_tui.reports.gates.finding import WARNING, Gap, Places, shown
from boce_tui.reports.model import Origin, Recommendation
from boce_tui.reports.preparing import Prepared

NEEDS_MOTIVATION = ("adopt_changed", "reject")
_NUMBER_OF_ITEM = re.compile(r"^([1-9][0-9]*[a-z]?)\. ")


def items(report: Prepared) -> list[Recommendation]:
    """All recommendations, in order."""
    return [item for group in report.model.conclusion.groups for item in group.items]


def mended_at(item: Recommendation, field: str = "text") -> Origin:
    """Where a field of a recommendation is mended."""
    return Origin(item.text.origin.kind, item.text.origin.key, field)


def numbering(report: Prepared, _places: Places) -> Iterator[Gap]:
    """C1: numbers run without holes."""
    mend = _("Renumber the recommendations, or show a dropped one as lapsed.")
    every = items(report)
    for item in every:
        if not PATTERN.match(item.number):
            yield Gap(
                _("“{n}” is not a number for a recommendation.").format(n=shown(item.number)),
                mend,
                mended_at(item),
            )
    numbers = sorted((item.number for item in every if PATTERN.match(item.number)), key=sort_key)
    for number, times in Counter(numbers).items():
        if times > 1:
            yield Gap(
                _("Number {n} is given {times} times.").format(n=number, times=times), mend, section="2.3"
            )
    letters: dict[int, list[str]] = {}
    for number in dict.fromkeys(numbers):
        group, letter = sort_key(number)
        letters.setdefault(group, []).append(letter)
    missing = [str(n) for n in range(1, max(letters, default=0) + 1) if n not in letters]
    for group, found in letters.items():
        # A group of one has no letter; one that was frozen so goes on with b.
        wanted = [chr(ord("a") + n) for n in range(ord(found[-1] or "a") - ord("a") + 1)]
        missing += [f"{group}{letter}" for letter in wanted if letter not in [x or "a" for x in found]]
        if "" in found and "a" in found:
            yield Gap(
                _("Number {n} stands beside numbers with a letter.").format(n=group), mend, section="2.3"
            )
    if missing:
        yield Gap(
            _("The numbering has gaps: {numbers}.").format(numbers=", ".join(missing)), mend, section="2.3"
        )


def addressed(report: Prepared, _places: Places) -> Iterator[Gap]:
    """C2: each says who should do it, and when."""
    for item in items(report):
        if item.lapsed:
            continue
        if not item.addressee:
            message = _("Recommendation {n}: who should do it is missing.").format(n=item.number)
            yield Gap(message, _("Choose a body."), mended_at(item, "addressee"))
        if not item.deadline:
            message = _("Recommendation {n}: the date by which it should be done is missing.")
            yield Gap(
                message.format(n=item.number), _("Give a date or a month."), mended_at(item, "deadline")
            )


def supported(report: Prepared, _places: Places) -> Iterator[Gap]:
    """C3: each rests on findings with sources."""
    mend = _("Link a finding that has sources.")
    for item in items(report):
        if item.lapsed:
            continue
        if not item.findings:
            yield Gap(
                _("Recommendation {n} rests on no finding.").format(n=item.number),
                mend,
                mended_at(item, "findings"),
            )
            continue
        known = [report.findings[key] for key in item.findings if key in report.findings]
        if len(known) < len(item.findings):
            message = _("Recommendation {n} points at a finding that is not in this report.")
            yield Gap(message.format(n=item.number), mend, mended_at(item, "findings"))
        elif not any(finding.sources or finding.quotes for finding in known):
            message = _("Recommendation {n} rests only on findings without a source.")
            yield Gap(message.format(n=item.number), mend, mended_at(item, "findings"))


def concluded(report: Prepared, _places: Places) -> Iterator[Gap]:
    """C4: each follows from chapter 3, and so does each main conclusion."""
    for item in items(report):
        unknown = [key for key in item.rests_on if key not in report.numbers]
        if not item.lapsed and (unknown or not item.rests_on):
            message = _("Recommendation {n} does not say which conclusion of chapter 3 it follows from.")
            mend = _("Use its findings in a sub-conclusion, or link another finding.")
            yield Gap(message.format(n=item.number), mend, mended_at(item, "findings"))
    for bullet in report.model.conclusion.bullets:
        unknown = [key for key in bullet.rests_on if key not in report.numbers]
        mend = _("Link the sub-conclusions it follows from.")
        if unknown:
            yield Gap(
                _("A main conclusion points at a part of chapter 3 that is not there."),
                mend,
                bullet.text.origin,
            )
        elif not bullet.rests_on:
            message = _("A main conclusion is not linked to a sub-conclusion.")
            yield Gap(message, mend, bullet.text.origin, severity=WARNING)


def table_agrees(report: Prepared, places: Places) -> Iterator[Gap]:
    """C7: chapter and table hold the same recommendations."""
    headings = places.parsed.headings
    start = next((n for n, h in enumerate(headings) if h.text.startswith("2.3 ")), None)
    end = next((n for n, h in enumerate(headings) if h.text.startswith("3 ")), len(headings))
    if start is None:
        return
    runs = [run for run in places.parsed.runs if start <= run.heading < end]
    printed = {
        found[1] for run in runs if run.context == "paragraph" and (found := _NUMBER_OF_ITEM.match(run.text))
    }
    in_table = {run.text for run in runs if run.context == "cell" and PATTERN.match(run.text)}
    wanted = {item.number for item in items(report)}
    current = {item.number for item in items(report) if not item.lapsed}
    mend = _("Mend the template of the report.")
    if printed != wanted:
        names = ", ".join(sorted(printed ^ wanted, key=sort_key))
        yield Gap(
            _("Section 2.3 does not print every recommendation once: {numbers}.").format(numbers=names),
            mend,
            section="2.3",
        )
    if in_table != current:
        names = ", ".join(sorted(in_table ^ current, key=sort_key))
        yield Gap(
            _("The table per theme and section 2.3 do not agree: {numbers}.").format(numbers=names),
            mend,
            section="2.3",
        )


def followed_up(report: Prepared, _places: Places) -> Iterator[Gap]:
    """C9: earlier recommendations are followed up."""
    appendices = report.model.appendices
    mend = _("Fill in what became of it.")
    if not appendices.first_round and not appendices.follow_up:
        yield Gap(_("The follow-up of the earlier recommendations is missing."), mend, section="5.3")
    for number, times in Counter(line.number for line in appendices.follow_up).items():
        if times > 1:
            yield Gap(_("Earlier recommendation {n} is listed twice.").format(n=number), mend, section="5.3")
    for line in appendices.follow_up:
        if not line.progress:
            message = _("It is not said what became of recommendation {n}.").format(n=line.number)
            yield Gap(message, mend, line.text.origin, "5.3")


def decided(report: Prepared, _places: Places) -> Iterator[Gap]:
    """C15: in the report with decisions every college decided, with a reason where one is needed."""
    for item in report.model.decided or ():
        origin = Origin("recommendation", item.id)
        waiting = [one.municipality.value for one in item.decisions if not one.choice]
        if waiting:
            message = _("Recommendation {n}: no decision yet by the executive of {municipalities}.")
            words = message.format(n=item.number, municipalities=shown(", ".join(waiting)))
            yield Gap(words, _("Note what it decided."), origin, "5.6")
        for one in item.decisions:
            if one.choice in NEEDS_MOTIVATION and not one.motivation:
                message = _("Recommendation {n}: the reason of the executive of {municipality} is missing.")
                words = message.format(n=item.number, municipality=shown(one.municipality.value))
                yield Gap(words, _("Write why it is not adopted as it was advised."), origin, "5.6")
