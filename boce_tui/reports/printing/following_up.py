"""The follow-up list, the meetings and the scan as blocks of Markdown."""

from __future__ import annotations

from functools import partial

from boce_tui.domain.meetings import CANCELLED, HELD, MEETING_STATUS, SCAN_ANSWER, SCAN_QUESTIONS
from boce_tui.domain.vocabulary import ACTION_STATE, PROGRESS_CLASS, label
from boce_tui.locale import _
from boce_tui.reports.blocks import Piece, bullets, fill, heading, listing, paragraph, stack, strong, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day, late_words
from boce_tui.reports.model.following_up import (
    Action,
    FollowUpList,
    MeetingItem,
    MeetingList,
    OfBody,
    ScanItem,
    ScanLine,
    ScanReport,
)
from boce_tui.reports.printing.needs import section
from boce_tui.reports.printing.shown_by import what_shows_it


def follow_up_parts(document: FollowUpList) -> Functions:
    """What the template of the follow-up list may call."""
    return {
        "classes": partial(classes, document),
        "bodies": partial(bodies, document),
        "needs": partial(section, document.needs),
    }


def classes(document: FollowUpList) -> Md:
    """How many recommendations are in which class of progress."""
    total = sum(one.number for one in document.classes)
    rows: list[tuple[Piece, ...]] = [
        (label(PROGRESS_CLASS, one.progress), one.number) for one in document.classes
    ]
    rows.append((_("together"), total))
    return table([_("State"), _("Recommendations")], rows, right=[1])


def bodies(document: FollowUpList) -> Md:
    """Body after body what it is to do."""
    if not document.bodies:
        nothing = _("Nothing is overdue.") if document.overdue else _("There is nothing to follow up.")
        return paragraph(nothing)
    return stack([_of_body(one) for one in document.bodies])


def _of_body(one: OfBody) -> Md:
    rows = [
        (
            action.number,
            _action(action),
            day(action.deadline),
            _state(action),
            what_shows_it(action.evidence, action.shown),
        )
        for action in one.actions
    ]
    header = [_("Number"), _("Action"), _("At the latest"), _("State"), _("What shows it")]
    return stack([heading(2, one.name or _("Nobody named")), table(header, rows)])


def _action(action: Action) -> Piece:
    if action.text or not action.waits:
        return action.text or action.recommendation
    return fill(_("No action agreed yet: {text}"), text=action.recommendation)


def _state(action: Action) -> Md:
    words = (
        label(ACTION_STATE, action.state) if action.state else label(PROGRESS_CLASS, action.progress or "")
    )
    late = late_words(action.late, action.days)
    return fill("{state}, {late}", state=words, late=late) if late else fill("{state}", state=words)


def meeting_parts(document: MeetingList) -> Functions:
    """What the template of the meetings may call."""
    return {"overview": partial(overview, document), "agendas": partial(agendas, document)}


def overview(document: MeetingList) -> Md:
    """All meetings in one table."""
    if not document.meetings:
        return paragraph(_("No meetings have been planned yet."))
    rows = [
        (
            day(one.date),
            one.title,
            one.body,
            label(MEETING_STATUS, one.status),
            listing([day(earlier.date) for earlier in one.moved]),
        )
        for one in document.meetings
    ]
    return table([_("Date"), _("Meeting"), _("Who meets"), _("State"), _("Was planned on")], rows)


def agendas(document: MeetingList) -> Md:
    """Meeting after meeting: where and when, what happened to it, and its agenda."""
    return stack([_meeting(one) for one in document.meetings])


def _meeting(one: MeetingItem) -> Md:
    title = fill("{title} ({date})", title=one.title, date=day(one.date)) if one.date else one.title
    parts = [heading(2, title), bullets(_facts(one))]
    if one.status == CANCELLED:
        return stack(parts)
    agenda: list[Piece] = [fill(_("Theme: {theme}"), theme=theme) for theme in one.themes]
    agenda += [
        fill(_("Recommendation {number}: {text}"), number=item.number, text=item.text)
        for item in one.recommendations
    ]
    parts.append(
        stack([paragraph(strong(_("Agenda"))), bullets(agenda)])
        if agenda
        else paragraph(_("No theme stands on the agenda yet."))
    )
    if one.note:
        lead = _("What came of it:") if one.status == HELD else _("Also:")
        parts.append(paragraph(one.note, lead=lead))
    return stack(parts)


def _facts(one: MeetingItem) -> list[Piece]:
    found: list[Piece] = [fill(_("State: {state}"), state=label(MEETING_STATUS, one.status))]
    if one.body:
        found.append(fill(_("Who meets: {body}"), body=one.body))
    if one.start:
        found.append(fill(_("Starts at: {time}"), time=one.start))
    if one.place:
        found.append(fill(_("Where: {place}"), place=one.place))
    found += [
        fill(_("Was planned on {date}: {reason}"), date=day(earlier.date), reason=earlier.reason)
        if earlier.reason
        else fill(_("Was planned on {date}"), date=day(earlier.date))
        for earlier in one.moved
    ]
    if one.reason:
        found.append(fill(_("Why it was cancelled: {reason}"), reason=one.reason))
    if one.replaced_by:
        when = day(one.replaced_on)
        found.append(
            fill(_("In its place came: {title} ({date})"), title=one.replaced_by, date=when)
            if when
            else fill(_("In its place came: {title}"), title=one.replaced_by)
        )
    if one.replaces:
        found.append(fill(_("In place of: {title}"), title=one.replaces))
    return found


def scan_parts(document: ScanReport) -> Functions:
    """What the template of the scan may call."""
    return {"overview": partial(scan_overview, document), "items": partial(scan_items, document)}


def scan_overview(document: ScanReport) -> Md:
    """The answers in one table, and when the scan of the rest is due."""
    if not document.items and not document.later:
        return paragraph(_("There are no recommendations yet of which a scan can be made."))
    parts: list[Md] = []
    if document.items:
        rows = [
            (
                one.number,
                *(
                    label(SCAN_ANSWER, line.answer) if line.answer else _("not answered")
                    for line in one.lines
                ),
            )
            for one in document.items
        ]
        header = [_("Number"), *(label(SCAN_QUESTIONS, question) for question in SCAN_QUESTIONS)]
        parts.append(table(header, rows))
    if document.later:
        parts.append(
            paragraph(
                fill(
                    _("Not due yet: {numbers}."),
                    numbers=listing(
                        [
                            fill("{number} ({date})", number=one.number, date=day(one.due))
                            if one.due
                            else one.number
                            for one in document.later
                        ]
                    ),
                )
            )
        )
    return stack(parts)


def scan_items(document: ScanReport) -> Md:
    """Recommendation after recommendation with what shows each answer."""
    answered = [one for one in document.items if any(line.answer or line.evidence for line in one.lines)]
    return stack([_scanned(one) for one in answered])


def _scanned(one: ScanItem) -> Md:
    facts = [_scan_line(line) for line in one.lines]
    return stack([heading(2, fill("{number}", number=one.number)), paragraph(one.text), bullets(facts)])


def _scan_line(line: ScanLine) -> Md:
    question = label(SCAN_QUESTIONS, line.question)
    answer = strong(label(SCAN_ANSWER, line.answer) if line.answer else _("not answered"))
    if line.evidence:
        return fill(
            "{question} {answer}. {evidence}", question=question, answer=answer, evidence=line.evidence
        )
    if line.answer in ("", "dont_know"):
        return fill("{question} {answer}.", question=question, answer=answer)
    return fill(
        _("{question} {answer}, but nothing is named that shows it."), question=question, answer=answer
    )
