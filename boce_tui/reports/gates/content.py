"""C1-C11: the report is complete, and every sentence in it has its chain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from boce_tui.domain.keys import GENERAL
from boce_tui.domain.numbering import PATTERN, sort_key
from boce_tui.locale import _
from boce_tui.reports.gates.finding import ERROR, WARNING, GateFinding, Places, shown
from boce_tui.reports.model import Origin, Part, Recommendation, part_id
from boce_tui.reports.placeholders import unknown_placeholders
from boce_tui.reports.preparing import Prepared
from boce_tui.reports.walking import texts

_NUMBER_OF_ITEM = re.compile(r"^([1-9][0-9]*[a-z]?)\. ")


class Gap(NamedTuple):
    """Something that is missing or does not fit."""

    message: str
    mend: str
    origin: Origin | None = None
    section: str = ""
    """Number of the section it belongs in, when the item itself is not printed."""
    severity: str = ERROR


def _items(report: Prepared) -> list[Recommendation]:
    return [item for group in report.model.conclusion.groups for item in group.items]


def _at(item: Recommendation, field: str = "text") -> Origin:
    return Origin(item.text.origin.kind, item.text.origin.key, field)


def _numbering(report: Prepared, _places: Places) -> Iterator[Gap]:  # C1
    mend = _("Renumber the recommendations, or show a dropped one as lapsed.")
    items = _items(report)
    for item in items:
        if not PATTERN.match(item.number):
            yield Gap(
                _("“{n}” is not a number for a recommendation.").format(n=shown(item.number)), mend, _at(item)
            )
    numbers = sorted((item.number for item in items if PATTERN.match(item.number)), key=sort_key)
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
        wanted = (
            [""]
            if found == [""]
            else [chr(ord("a") + n) for n in range(ord(found[-1] or "a") - ord("a") + 1)]
        )
        missing += [f"{group}{letter}" for letter in wanted if letter not in found]
        if "" in found and len(found) > 1:
            yield Gap(
                _("Number {n} stands beside numbers with a letter.").format(n=group), mend, section="2.3"
            )
    if missing:
        yield Gap(
            _("The numbering has gaps: {numbers}.").format(numbers=", ".join(missing)), mend, section="2.3"
        )


def _addressed(report: Prepared, _places: Places) -> Iterator[Gap]:  # C2
    for item in _items(report):
        if item.lapsed:
            continue
        if not item.addressee:
            message = _("Recommendation {n}: who should do it is missing.").format(n=item.number)
            yield Gap(message, _("Choose a body."), _at(item, "addressee"))
        if not item.deadline:
            message = _("Recommendation {n}: the date by which it should be done is missing.")
            yield Gap(message.format(n=item.number), _("Give a date or a month."), _at(item, "deadline"))


def _supported(report: Prepared, _places: Places) -> Iterator[Gap]:  # C3
    mend = _("Link a finding that has sources.")
    for item in _items(report):
        if item.lapsed:
            continue
        if not item.findings:
            yield Gap(
                _("Recommendation {n} rests on no finding.").format(n=item.number),
                mend,
                _at(item, "findings"),
            )
            continue
        known = [report.findings[key] for key in item.findings if key in report.findings]
        if len(known) < len(item.findings):
            message = _("Recommendation {n} points at a finding that is not in this report.")
            yield Gap(message.format(n=item.number), mend, _at(item, "findings"))
        elif not any(finding.sources or finding.quotes for finding in known):
            message = _("Recommendation {n} rests only on findings without a source.")
            yield Gap(message.format(n=item.number), mend, _at(item, "findings"))


def _concluded(report: Prepared, _places: Places) -> Iterator[Gap]:  # C4
    for item in _items(report):
        unknown = [key for key in item.rests_on if key not in report.numbers]
        if not item.lapsed and (unknown or not item.rests_on):
            message = _("Recommendation {n} does not say which conclusion of chapter 3 it follows from.")
            mend = _("Use its findings in a sub-conclusion, or link another finding.")
            yield Gap(message.format(n=item.number), mend, _at(item, "findings"))
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


def _every_cell(report: Prepared, _places: Places) -> Iterator[Gap]:  # C5
    wanted = [GENERAL, *(theme.id for theme in report.model.introduction.focus_themes)]
    for number, chapter in enumerate(report.model.chapters, 1):
        parts = {part.theme: part for part in chapter.parts}
        for theme in wanted:
            part = parts.get(theme)
            if part is None:
                message = _("“{chapter}” has no section for {theme}.").format(
                    chapter=shown(chapter.title.value), theme=shown(theme)
                )
                yield Gap(
                    message, _("Write the sub-conclusion, or say why there is none."), section=f"3.{number}"
                )
            elif not part.conclusion and not part.none_reason:
                section = report.numbers[part_id(chapter.id, theme)]
                message = _("{section}: there is no sub-conclusion yet.").format(section=section)
                yield Gap(message, _("Write it, or say why there is none."), part.origin, section)


def _evidence(report: Prepared, _places: Places) -> Iterator[Gap]:  # C6
    mend = _("Add answers or documents as sources.")
    for chapter in report.model.chapters:
        for part in chapter.parts:
            section = report.numbers[part_id(chapter.id, part.theme)]
            for finding in part.findings:
                if not finding.sources and not finding.quotes:
                    yield Gap(_("A finding has no source."), mend, finding.text.origin, section)
                if any(source.changed for source in finding.sources):
                    message = _("A source of this finding was changed after it was read.")
                    check = _("Read the source again and confirm or change the finding.")
                    yield Gap(message, check, finding.text.origin, section, WARNING)
            if part.conclusion:
                yield from _part_evidence(part, section, mend)


def _part_evidence(part: Part, section: str, mend: str) -> Iterator[Gap]:
    sources = {source.ref: source for finding in part.findings for source in finding.sources}
    if not sources and not any(finding.quotes for finding in part.findings):
        message = _("{section}: the sub-conclusion rests on no source.").format(section=section)
        yield Gap(message, mend, part.origin, section)
        return
    groups = {source.group for source in sources.values() if source.group}
    documents = any(source.kind == "document" for source in sources.values())
    if len(sources) == 1:
        message = _("{section}: the sub-conclusion rests on one source only.").format(section=section)
        yield Gap(message, mend, part.origin, section, WARNING)
    elif len(groups) == 1 and not documents:
        message = _("{section}: all sources are from one group. Is that right?").format(section=section)
        yield Gap(message, mend, part.origin, section, WARNING)


def _table_agrees(report: Prepared, places: Places) -> Iterator[Gap]:  # C7
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
    wanted = {item.number for item in _items(report)}
    current = {item.number for item in _items(report) if not item.lapsed}
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


def _register(report: Prepared, places: Places) -> Iterator[Gap]:  # C8
    for finding in report.findings.values():
        doubles = [
            ref for ref, times in Counter(source.ref for source in finding.sources).items() if times > 1
        ]
        if doubles:
            message = _("A finding names the same source twice.")
            yield Gap(message, _("Take one of the two away."), finding.text.origin)
    if report.model.audience == "steering":
        text = " ".join(run.text for run in places.parsed.runs)
        printed = set(re.findall(r"\bV[1-9][0-9]*\b", text))
        missing = [code for code in report.codes.values() if code not in printed]
        if missing:
            message = _("These places are not in the report: {codes}.").format(codes=", ".join(missing))
            yield Gap(message, _("Mend the template of the report."), section="3")


def _followed_up(report: Prepared, _places: Places) -> Iterator[Gap]:  # C9
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


def _placeholders(report: Prepared, _places: Places) -> Iterator[Gap]:  # C10
    for text in texts(report.model):
        if text.fillable:
            for name in unknown_placeholders(text.value):
                message = _("The placeholder {name} means nothing.").format(name=shown(name))
                yield Gap(message, _("Choose a placeholder from the list, or take it away."), text.origin)


def _written(report: Prepared, _places: Places) -> Iterator[Gap]:  # C11
    model = report.model
    mend = _("Write the missing text.")
    for text, number in ((model.introduction.background, "1.1"), (model.introduction.main_question, "1.3")):
        if not text:
            key = f"{model.document.round_id}/{number}"
            origin = Origin("chapter_text", key) if number == "1.1" else None
            yield Gap(_("Section {number} is not written yet.").format(number=number), mend, origin, number)
    if not model.conclusion.bullets:
        yield Gap(_("There is no main conclusion yet."), mend, section="2.2")
    if not _items(report):
        yield Gap(_("There are no recommendations yet."), mend, section="2.3")
    for item in _items(report):
        if not item.text and not item.lapsed:
            yield Gap(_("Recommendation {n} has no text.").format(n=item.number), mend, _at(item))


RULES: dict[str, Callable[[Prepared, Places], Iterator[Gap]]] = {
    "C1": _numbering,
    "C2": _addressed,
    "C3": _supported,
    "C4": _concluded,
    "C5": _every_cell,
    "C6": _evidence,
    "C7": _table_agrees,
    "C8": _register,
    "C9": _followed_up,
    "C10": _placeholders,
    "C11": _written,
}


def content_findings(report: Prepared, places: Places) -> Iterator[GateFinding]:
    """Everything that is missing or does not fit."""
    for rule, check in RULES.items():
        for number, gap in enumerate(check(report, places)):
            line = places.line_of(gap.origin) or places.line_of_section(gap.section)
            yield places.finding(
                gap.severity, rule, gap.message, gap.mend, origin=gap.origin, line=line, detail=str(number)
            )
