"""Chapter 3: sub-conclusions, findings, quotes, statuses and figures."""

from __future__ import annotations

from boce_tui.domain.quantifier import propose
from boce_tui.domain.vocabulary import REALISATION_STATUS, label
from boce_tui.locale import _, ngettext
from boce_tui.reports.blocks import (
    Piece,
    fill,
    heading,
    paragraph,
    quote,
    sentences,
    stack,
    strong,
    table,
)
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import bar, day, decimal, ranges, whole
from boce_tui.reports.model import AmbitionStatus, Chapter, Coverage, Figure, FigureRow, Finding, Part
from boce_tui.reports.preparing import Prepared
from boce_tui.reports.printing.common import codes, part_key, part_title, people
from boce_tui.reports.wording import CARRIED_BY, EVIDENCE_FROM, OTHER_SIDE, PERCEIVED, QUOTE_LEADS, turn


def chapter(report: Prepared, one: Chapter, number: str) -> Md:
    """A sub-question with its general part and a part per focus theme."""
    return stack(
        [
            heading(3, one.title, number),
            fill(_("Sub-question: {question}"), question=one.question) if one.question else Md(""),
            *(chapter_part(report, one, part) for part in one.parts),
        ]
    )


def chapter_part(report: Prepared, one: Chapter, part: Part) -> Md:
    """One part of a sub-question: the conclusion and what it rests on."""
    number = report.numbers[part_key(one.id, part)]
    return stack(
        [
            heading(4, part_title(report, part), number),
            _conclusion(part),
            paragraph(part.connecting) if part.connecting else Md(""),
            *(_finding(report, finding) for finding in part.findings),
            _statuses(part),
            *(figure(one_figure) for one_figure in part.figures),
        ]
    )


def _conclusion(part: Part) -> Md:
    if part.conclusion:
        return paragraph(part.conclusion, lead=strong(_("Conclusion.")))
    if part.reason_says_so:
        return paragraph(part.none_reason)
    return paragraph(sentences(_("Not looked into in this round."), part.none_reason))


def _finding(report: Prepared, finding: Finding) -> Md:
    place = list(report.findings).index(finding.id)
    against = paragraph(finding.against, lead=turn(OTHER_SIDE, place)) if finding.against else Md("")
    quotes = [
        quote(one.text, lead=sentences(turn(QUOTE_LEADS, place + n), _code(report, one.ref)))
        for n, one in enumerate(finding.quotes)
    ]
    # Quotes carry the statement, so they stand before the other side.
    return stack([paragraph(finding.text, tail=_tail(report, finding, place)), *quotes, against])


def _code(report: Prepared, ref: str) -> Md:
    found = codes(report, [ref])
    return fill("({code})", code=found[0]) if found else Md("")


def _tail(report: Prepared, finding: Finding, place: int) -> Md:
    """How many say so, and, for the steering group, where that stands."""
    carried = ""
    if finding.quantifier in CARRIED_BY:
        carried = turn(CARRIED_BY[finding.quantifier], place).format(people=people(finding.group))
    elif finding.evidence_type in EVIDENCE_FROM:
        carried = label(EVIDENCE_FROM, finding.evidence_type)
    return sentences(carried, _places(report, finding))


def _places(report: Prepared, finding: Finding) -> Md:
    if report.model.audience != "steering":
        return Md("")
    pieces: list[Piece] = []
    pieces += [", ".join(ranges(found))] if (found := codes(report, [s.ref for s in finding.sources])) else []
    covered = finding.coverage
    if covered is not None and covered.answered >= report.model.count_threshold:
        pieces.append(_coverage(covered))
    return fill("({places})", places="; ".join(str(piece) for piece in pieces)) if pieces else Md("")


def _coverage(covered: Coverage) -> str:
    said = ngettext(
        "{n} of the {total} people who answered supports this",
        "{n} of the {total} people who answered support this",
        covered.supporting,
    ).format(n=covered.supporting, total=covered.answered)
    if not covered.opposing:
        return said
    return ngettext(
        "{supporting}, {n} speaks against it", "{supporting}, {n} speak against it", covered.opposing
    ).format(supporting=said, n=covered.opposing)


def _statuses(part: Part) -> Md:
    if not part.statuses:
        return Md("")
    rows = [
        (fill("{theme}: {ambition}", theme=one.theme.name, ambition=one.ambition), *_three(one))
        for one in part.statuses
    ]
    lead = _("What was decided, what we see and what interviewees experience may differ: here side by side.")
    header = [_("Ambition"), _("Formally decided"), _("Our judgement"), _("As interviewees see it")]
    return stack([paragraph(lead), table(header, rows)])


def _three(one: AmbitionStatus) -> tuple[Md, Md, Md]:
    return _formal(one), _assessed(one), _perceived(one)


def _formal(one: AmbitionStatus) -> Md:
    if not one.formal:
        return fill(_("no formal decision"))
    status = label(REALISATION_STATUS, one.formal)
    if one.formal_by and one.formal_date:
        return fill(
            _("{status} ({body}, {date})"), status=status, body=one.formal_by, date=day(one.formal_date)
        )
    if one.formal_by:
        return fill(_("{status} ({body})"), status=status, body=one.formal_by)
    return fill("{status}", status=status)


def _assessed(one: AmbitionStatus) -> Md:
    status = label(REALISATION_STATUS, one.assessed) if one.assessed else _("not assessed")
    if one.assessed_note:
        return fill(_("{status}: {note}"), status=status, note=one.assessed_note)
    return fill("{status}", status=status)


def _perceived(one: AmbitionStatus) -> Md:
    words = []
    for share in sorted(one.perceived, key=lambda s: (-s.people, s.status)):
        word = propose(share.people, one.answered)
        if word:
            words.append(label(PERCEIVED, word).format(status=label(REALISATION_STATUS, share.status)))
    return fill("{words}", words="; ".join(words)) if words else fill(_("too few answers to show"))


def figure(one: Figure) -> Md:
    """A figure as a table: the number first, a bar beside it."""
    lead = fill(_("Figure: {title}"), title=one.title)
    if one.kind == "mean":
        scale = _("Average (1 to {highest})").format(highest=whole(one.scale))
        shown = table([_("Item"), scale, _("People"), _("Picture")], _means(one), right=[1, 2])
    else:
        shown = table([_("Item"), _("Count"), _("Picture")], _counts(one), right=[1])
    return stack([lead, shown, paragraph(one.note) if one.note else Md("")])


def _means(one: Figure) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for row in _not_twice(one):
        if row.value is None:
            rows.append([row.label, _("not shown"), "", ""])
        else:
            rows.append([row.label, decimal(row.value), row.people or "", bar(row.value / one.scale)])
    return rows


def _counts(one: Figure) -> list[list[Piece]]:
    total = sum(row.value or 0 for row in one.rows if not row.total)
    rows: list[list[Piece]] = []
    for row in one.rows:
        if row.value is None:
            rows.append([row.label, _("not shown"), ""])
        else:
            rows.append(
                [row.label, whole(row.value), "" if row.total or not total else bar(row.value / total)]
            )
    return rows


def _not_twice(one: Figure) -> list[FigureRow]:
    """Without the line of all together when there is only one group."""
    single = len([row for row in one.rows if not row.total]) == 1
    return [row for row in one.rows if not (single and row.total)]
