"""The parts of the invitation and of the list of questions as blocks of Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from boce_tui.locale import _, ngettext
from boce_tui.reports.blocks import Piece, bullets, fill, heading, paragraph, stack, strong, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day
from boce_tui.reports.model.inviting import AskedQuestion, InvitationModel, QuestionsModel

_DOTS = "…" * 40


def invitation_parts(invitation: InvitationModel) -> Functions:
    """What the template of the invitation may call."""
    return {function.__name__: partial(function, invitation) for function in (moment, topics, themes)}


def moment(invitation: InvitationModel) -> Md:
    """When and where, and how long."""
    when: list[Piece] = []
    if invitation.day and invitation.start:
        when = [fill(_("{day} at {time}"), day=day(invitation.day), time=invitation.start)]
    elif invitation.day:
        when = [day(invitation.day)]
    minutes = ngettext("about {n} minute", "about {n} minutes", invitation.minutes).format(
        n=invitation.minutes
    )
    rows: list[tuple[Piece, Piece]] = [
        (_("When"), when[0] if when else _("we will make an appointment with you")),
        (_("Where"), invitation.place if invitation.place else _("to be agreed")),
        (_("How long"), minutes),
    ]
    return table([_("The interview"), _("Appointment")], rows)


def topics(invitation: InvitationModel) -> Md:
    """What it will be about."""
    return bullets(invitation.topics)


def themes(invitation: InvitationModel) -> Md:
    """The themes this person is asked about."""
    return bullets(invitation.themes)


def questions_parts(asked: QuestionsModel) -> Functions:
    """What the template of the questions may call."""
    return {function.__name__: partial(function, asked) for function in (counted, questions)}


def counted(asked: QuestionsModel) -> str:
    """How many questions there are."""
    return ngettext(
        "There is {n} question. Which ones you get depends on your role and your themes.",
        "There are {n} questions. Which ones you get depends on your role and your themes.",
        asked.count,
    ).format(n=asked.count)


def questions(asked: QuestionsModel) -> Md:
    """Every section with its questions, and room to write."""
    found: list[Md] = []
    for section in asked.sections:
        title = fill(_("{section}: {theme}"), section=section.title, theme=section.theme)
        found.append(heading(2, title if section.theme else section.title))
        for question in section.questions:
            found += _question(question)
    return stack(found) if found else paragraph(_("There are no questions for this person."))


def _question(question: AskedQuestion) -> Iterator[Md]:
    yield strong(fill(_("{id} {question}"), id=question.id, question=question.text))
    if question.help:
        yield paragraph(question.help)
    if question.probes:
        yield bullets(question.probes)
    if question.choices:
        yield paragraph(_("Possible answers:"))
        yield bullets(question.choices)
    yield paragraph(_DOTS)
