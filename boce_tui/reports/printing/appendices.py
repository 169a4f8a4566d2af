"""Chapter 5: the appendices."""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.domain.vocabulary import ACTION_STATE, DECISION_CHOICE, PROGRESS_CLASS, label
from boce_tui.locale import _, ngettext
from boce_tui.reports.blocks import Piece, bullets, fill, heading, listing, paragraph, stack, strong, table
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day
from boce_tui.reports.model.appendices import FollowUp, FollowUpAction
from boce_tui.reports.preparing import Prepared
from boce_tui.reports.printing.common import names
from boce_tui.reports.printing.findings import figure
from boce_tui.reports.printing.shown_by import what_shows_it


def interviewees(report: Prepared) -> Md:
    """Roles and municipalities; a name only where someone agreed (5.1)."""
    lines = report.model.appendices.interviewees
    if not lines:
        return paragraph(_("No interviews have been held in this round."))
    lead = ngettext(
        "We spoke with {n} person. The order is that of the municipalities.",
        "We spoke with {n} people. The order is that of the municipalities.",
        len(lines),
    )
    with_names = any(line.name and line.consent for line in lines)
    header: list[Piece] = [_("Municipality"), _("Role or body")]
    rows: list[list[Piece]] = [[names(line.municipalities), line.role] for line in lines]
    if with_names:
        header.append(_("Name"))
        for row, line in zip(rows, lines, strict=True):
            row.append(line.name if line.consent else "")
    return stack([fill(lead, n=len(lines)), table(header, rows)])


def documents(report: Prepared) -> Md:
    """The documents that were studied (5.2)."""
    found = report.model.appendices.documents
    if not found:
        return paragraph(_("No documents were studied in this round."))
    rows = [(one.title, one.kind, day(one.date), one.author) for one in found]
    return table([_("Title"), _("Kind"), _("Date"), _("Made by")], rows)


def follow_up(report: Prepared) -> Md:
    """What became of earlier recommendations (5.3)."""
    found = report.model.appendices.follow_up
    if report.model.appendices.first_round:
        return paragraph(_("This is the first round: there are no earlier recommendations to follow up."))
    if not found:
        return paragraph(_("No earlier recommendations have been recorded."))
    lead = _("Per recommendation of the earlier round we asked what became of it.")
    header: list[Piece] = [_("Number"), _("Recommendation"), _("State"), _("Explanation")]
    rows: list[list[Piece]] = [[one.number, one.text, _state(one), one.note] for one in found]
    if any(one.source or one.shown for one in found):
        header.append(_("What shows it"))
        for row, one in zip(rows, found, strict=True):
            row.append(what_shows_it(one.source, one.shown))
    return stack([paragraph(lead), table(header, rows), *_actions(found)])


def _state(one: FollowUp) -> Md:
    if one.lapsed:
        return fill("{state}", state=_("lapsed"))
    progress = label(PROGRESS_CLASS, one.progress or "unknown")
    if one.decided:
        choices = listing([label(DECISION_CHOICE, choice) for choice in one.decided])
        return fill(_("{progress} (decision: {choices})"), progress=progress, choices=choices)
    return fill("{state}", state=progress)


def _actions(found: Sequence[FollowUp]) -> list[Md]:
    """What was agreed, one table for all; nothing when nothing was."""
    rows = [
        (one.number, action.text, action.owner, day(action.deadline), _how_far(action))
        for one in found
        for action in one.actions
    ]
    if not rows:
        return []
    header = [_("Number"), _("Action"), _("Who"), _("At the latest"), _("State")]
    return [paragraph(_("The actions that were agreed:")), table(header, rows)]


def _how_far(action: FollowUpAction) -> Md:
    state = label(ACTION_STATE, action.state)
    if action.evidence:
        return fill("{state}: {evidence}", state=state, evidence=action.evidence)
    return fill("{state}", state=state)


def figures(report: Prepared) -> Md:
    """Figures above the threshold (5.4)."""
    found = report.model.appendices.figures
    if not found:
        return paragraph(_("In this round there are no figures over enough people to show."))
    lead = fill(
        _("We show a figure only when at least {count} people answered."), count=report.model.count_threshold
    )
    hidden = any(row.value is None for one in found for row in one.rows)
    why = paragraph(
        _(
            "Where it says “not shown” fewer people answered, or the figure of another group could be worked "
            "out from it."
        )
    )
    return stack([lead, *([why] if hidden else []), *(figure(one) for one in found)])


def question_list(report: Prepared) -> Md:
    """The questions that were asked (5.5)."""
    found = report.model.appendices.questions
    if not found:
        return paragraph(_("No question list has been recorded for this round."))
    blocks = [paragraph(_("Not everyone was asked every question: that depends on role and theme."))]
    for section in found:
        blocks.append(heading(4, section.title))
        blocks.append(bullets([fill("{id} {text}", id=strong(q.id), text=q.text) for q in section.questions]))
    return stack(blocks)
