"""A report model without anything that leads to a person: what is kept of issued versions, and compared.

Sources are called by their evidence code, lines of the list of interviewees by nothing at all, and numbers of
people that are printed nowhere are left out. What it prints is the same.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from boce_tui.domain.threshold import effective
from boce_tui.reports.model import (
    NO_TEXT,
    Appendices,
    Figure,
    FigureRow,
    Finding,
    Interviewee,
    Origin,
    Quote,
    ReportModel,
    Source,
)
from boce_tui.reports.preparing import evidence_codes


def anonymous(model: ReportModel) -> ReportModel:
    """The model without names, codes and keys of interviews; doing it twice changes nothing."""
    codes = {ref: int(code.removeprefix("V")) for ref, code in evidence_codes(model).items()}
    least = effective(model.statement_threshold)
    chapters = tuple(
        msgspec.structs.replace(
            chapter,
            parts=tuple(
                msgspec.structs.replace(
                    part,
                    findings=tuple(_finding(finding, codes, least) for finding in part.findings),
                    figures=tuple(map(_figure, part.figures)),
                )
                for part in chapter.parts
            ),
        )
        for chapter in model.chapters
    )
    return msgspec.structs.replace(model, chapters=chapters, appendices=_appendices(model.appendices))


def _finding(finding: Finding, codes: dict[str, int], least: int) -> Finding:
    word, covered = finding.against_counts, finding.coverage
    if word is not None:
        supporting, answered = (covered.supporting, covered.answered) if covered else (0, 0)
        word = msgspec.structs.replace(word, supporting=supporting, answered=answered)
    return msgspec.structs.replace(
        finding,
        people=min(finding.people, least),
        against_counts=word,
        sources=tuple(_source(codes[one.ref], one) for one in _by_code(finding.sources, codes)),
        quotes=tuple(_quote(finding, quote, codes[quote.ref]) for quote in finding.quotes),
    )


def _by_code(sources: Iterable[Source], codes: dict[str, int]) -> list[Source]:
    """In the order of their codes: the one in which they were taken as evidence may be that of interviews."""
    return sorted(sources, key=lambda source: codes[source.ref])


def _source(code: int, source: Source) -> Source:
    return msgspec.structs.replace(source, ref=f"S{code}", order=code)


def _quote(finding: Finding, quote: Quote, code: int) -> Quote:
    origin = Origin(finding.text.origin.kind, finding.id, "evidence")
    text = msgspec.structs.replace(
        quote.text, value=quote.text.value if quote.approval == "yes" else "", origin=origin
    )
    return msgspec.structs.replace(quote, ref=f"S{code}", text=text, now="")


def _appendices(appendices: Appendices) -> Appendices:
    return msgspec.structs.replace(
        appendices,
        interviewees=tuple(map(_interviewee, appendices.interviewees)),
        figures=tuple(map(_figure, appendices.figures)),
    )


def _interviewee(line: Interviewee) -> Interviewee:
    role = msgspec.structs.replace(line.role, origin=Origin(line.role.origin.kind, "", "role"))
    return msgspec.structs.replace(line, name=NO_TEXT, consent=False, code="", role=role)


def _figure(figure: Figure) -> Figure:
    return msgspec.structs.replace(figure, rows=tuple(map(_row, figure.rows)))


def _row(row: FigureRow) -> FigureRow:
    """Of the lowest and the highest mark only that they are the same may be known (gate P6)."""
    if row.lowest is None or row.lowest == row.highest:
        return row
    return msgspec.structs.replace(row, lowest=None, highest=None)
