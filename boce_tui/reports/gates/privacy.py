"""P0-P9 for a report: the rules on its words (`given_away`), and P5-P8 on what stands behind its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from boce_tui.domain.giveaways import GiveawayList
from boce_tui.domain.keys import GENERAL
from boce_tui.domain.threshold import effective
from boce_tui.locale import _
from boce_tui.reports.gates.finding import ERROR, WARNING, GateFinding, Places, shown
from boce_tui.reports.gates.given_away import About, Leak, as_findings, text_findings
from boce_tui.reports.model import Figure, Finding, Part, Text
from boce_tui.reports.preparing import Prepared

ALSO_MENTIONED = "also_mentioned"


def _findings(report: Prepared) -> Iterator[Finding]:
    for chapter in report.model.chapters:
        for part in chapter.parts:
            yield from part.findings


def _all_figures(report: Prepared) -> Iterator[Figure]:
    for chapter in report.model.chapters:
        for part in chapter.parts:
            yield from part.figures
    yield from report.model.appendices.figures


def _small_groups(report: Prepared) -> Iterator[Leak]:  # P5
    least, state = effective(report.model.count_threshold), effective(report.model.statement_threshold)
    mend = _("Take these people together with a larger group, or leave the figure out.")
    for figure in _all_figures(report):
        shown_rows = [row for row in figure.rows if row.value is not None and not row.total]
        hidden = [row for row in figure.rows if row.value is None]
        total = next((row for row in figure.rows if row.total and row.value is not None), None)
        for row in (*shown_rows, *([total] if total else [])):
            if row.people < least:
                message = _("A figure is over fewer than {n} people.").format(n=least)
                yield Leak("P5", ERROR, message, mend, figure.title.origin, word=row.label.value)
        rest = total.people - sum(row.people for row in shown_rows) if total else 0
        if total and hidden and (len(hidden) == 1 or rest < least):
            message = _("The figure of a small group can be worked out from the total.")
            yield Leak("P5", ERROR, message, mend, figure.title.origin, word="total")
    for chapter in report.model.chapters:
        for part in chapter.parts:
            for status in part.statuses:
                if status.perceived and status.answered < least:
                    message = _("A figure is over fewer than {n} people.").format(n=least)
                    yield Leak("P5", ERROR, message, mend, status.ambition.origin, word="perceived")
            yield from _few_speakers(part, state)


def _few_speakers(part: Part, least: int) -> Iterator[Leak]:
    """Statements on a group or a theme that too few people made."""
    for finding in part.findings:
        if finding.people >= least or not any(source.kind != "document" for source in finding.sources):
            continue
        if finding.group:
            message = _("A statement is tied to a group of fewer than {n} people.").format(n=least)
            mend = _("Tie it to everyone, or add sources.")
            yield Leak("P5", ERROR, message, mend, finding.text.origin, word=finding.group)
        elif part.theme != GENERAL and finding.quantifier != ALSO_MENTIONED and not _on_paper(finding):
            message = _("A statement on a theme rests on fewer than {n} people.").format(n=least)
            mend = _("Add sources, choose “also mentioned”, or move it to the general part.")
            yield Leak("P5", ERROR, message, mend, finding.text.origin, word=part.theme)


def _on_paper(finding: Finding) -> bool:
    return any(source.kind == "document" for source in finding.sources)


def _everyone_the_same(report: Prepared) -> Iterator[Leak]:  # P6
    for figure in _all_figures(report):
        chosen = [row for row in figure.rows if row.value and not row.total]
        for row in figure.rows:
            alone = figure.kind == "count" and [row] == chosen
            alike = row.value is not None and row.lowest is not None and row.lowest == row.highest
            if alone or alike:
                message = _("Everyone in “{group}” gave the same answer, so it tells what each of them said.")
                mend = _("Consider leaving the figure out.")
                yield Leak(
                    "P6",
                    WARNING,
                    message.format(group=shown(row.label.value)),
                    mend,
                    figure.title.origin,
                    word=row.label.value,
                )


def _unapproved(report: Prepared) -> Iterator[Leak]:  # P7
    for finding in _findings(report):
        for quote in finding.quotes:
            if quote.approval != "yes":
                message = _("Quote {code} “{quote}” has not been approved.").format(
                    code=report.codes[quote.ref], quote=shown(quote.text.value, 40)
                )
                mend = _("Ask the interviewee, or take the quote out of the finding.")
                yield Leak("P7", ERROR, message, mend, quote.text.origin, word=quote.ref)


def _listed_without_consent(report: Prepared) -> Iterator[Leak]:  # P8
    for line in report.model.appendices.interviewees:
        if line.name and not line.consent:
            message = _("A name is meant for the list of interviewees without consent ({code}).").format(
                code=line.code
            )
            mend = _("Ask for consent, or leave the name out.")
            yield Leak("P8", ERROR, message, mend, line.role.origin, word=line.code)


MODEL_RULES: dict[str, Callable[[Prepared], Iterator[Leak]]] = {
    "P5": _small_groups,
    "P6": _everyone_the_same,
    "P7": _unapproved,
    "P8": _listed_without_consent,
}


def privacy_findings(
    report: Prepared,
    places: Places,
    placements: Sequence[Sequence[Text]],
    giveaways: GiveawayList | None,
) -> Iterator[GateFinding]:
    """Everything that may give a person away.

    Args:
        report: What was printed.
        places: The places of the document.
        placements: For each run of text the texts of people in it; empty when the report is not verified.
        giveaways: Names and functions to look for; None when the names file is locked (P0).
    """
    about = About(report.model.appendices.interviewees, report.model.municipalities)
    yield from text_findings(places, placements, giveaways, about)
    leaks: list[Leak] = []
    for model_rule in MODEL_RULES.values():
        leaks += model_rule(report)
    yield from as_findings(places, leaks)
