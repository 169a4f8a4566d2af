"""The parts of an interview's record as blocks of Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from boce_tui.locale import _, ngettext
from boce_tui.reports.blocks import (
    Piece,
    bullets,
    fill,
    heading,
    listing,
    paragraph,
    quote,
    stack,
    strong,
    table,
)
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day
from boce_tui.reports.model.record import RecordModel, RecordQuestion, RecordQuote

BOX = "☐"


def record_parts(record: RecordModel) -> Functions:
    """What the template of the record may call."""
    functions = (details, deadline, without_reply, answers, quotes)
    return {function.__name__: partial(function, record) for function in functions}


def details(record: RecordModel) -> Md:
    """What it is a record of."""
    rows: list[tuple[Piece, Piece]] = [(_("Agenda"), record.agenda), (_("Round"), record.round)]
    if record.held:
        rows.append((_("Interview held on"), day(record.held)))
    rows.append((_("Interview held by"), _held_by(record)))
    rows.append((_("Please react"), deadline(record)))
    if record.example:
        rows.append((_("Note"), _("Example, invented")))
    return table([_("About this record"), _("Details")], [row for row in rows if row[1]])


def _held_by(record: RecordModel) -> Piece:
    if not record.evaluators:
        return _("the evaluators of this round")
    count = ngettext("{n} evaluator", "{n} evaluators", record.evaluators).format(n=record.evaluators)
    if not record.evaluator_organisations:
        return count
    return fill(
        _("{count}, from {organisations}"), count=count, organisations=listing(record.evaluator_organisations)
    )


def deadline(record: RecordModel) -> str:
    """Until when one can react, as it stands in a sentence."""
    if record.deadline:
        return _("at the latest on {date}").format(date=day(record.deadline))
    text = ngettext("within {n} working day", "within {n} working days", record.days)
    return text.format(n=record.days)


def without_reply(record: RecordModel) -> str:
    """What it means when nothing is heard."""
    if record.no_reply_approves:
        return _("If we do not hear from you, we take it that you agree with the record, but use no quotes.")
    return _("If we do not hear from you, we will ask once more. Without your yes we use no quote.")


def answers(record: RecordModel) -> Md:
    """Section by section what was said."""
    found: list[Md] = []
    for section in record.sections:
        found.append(heading(3, section.title if section.title else _("Also said")))
        for question in section.questions:
            found += _question(record, question)
    return stack(found) if found else paragraph(_("Nothing was noted in this interview."))


def _question(record: RecordModel, question: RecordQuestion) -> Iterator[Md]:
    asked = _("{id} {theme}: {question}") if question.theme else _("{id} {question}")
    if question.extra:
        asked = _("{id} (extra question): {question}")
    yield strong(fill(asked, id=question.id, theme=question.theme, question=question.text))
    for answer in question.answers:
        if answer.alone and record.together:
            yield paragraph(_("Your own answer:"))
        if answer.chosen:
            yield bullets(answer.chosen)
        if answer.said:
            yield paragraph(answer.said)


def quotes(record: RecordModel) -> Md:
    """Every quote with a place to answer."""
    if not record.quotes:
        return paragraph(_("We did not note any quotes of yours."))
    found: list[Md] = []
    for number, one in enumerate(record.quotes, start=1):
        found.append(
            heading(3, _("Quote {n}, at question {question}").format(n=number, question=one.question))
        )
        found += _quote(one)
    return stack(found)


def _quote(one: RecordQuote) -> Iterator[Md]:
    yield quote(one.literal, _("You said literally:"))
    if one.wording:
        yield quote(one.wording, _("We propose to print it in more general words:"))
    known = {
        "yes": _("You agreed to this quote before. You may still take that back."),
        "refused": _("You did not agree to this quote. It is not used, unless you say otherwise here."),
    }.get(one.approval)
    if known:
        yield paragraph(known)
    choices = [_("May be used literally")]
    if one.wording:
        choices.append(_("May be used in the more general words"))
    choices.append(_("May not be used"))
    yield bullets([f"{BOX} {choice}" for choice in choices])
