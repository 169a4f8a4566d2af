"""What an interviewee gets beforehand: the invitation, and only the questions that will be asked (R32)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from boce_tui.cycle.context import find_interview, participants, profile, question_set, round_context
from boce_tui.cycle.outgoing import Outgoing, placed_findings
from boce_tui.cycle.reporting.issuing import known_giveaways
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.agenda import Agenda, Theme
from boce_tui.domain.keys import join, last
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.round import Interview, Respondent, Round
from boce_tui.errors import BadInput
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.model import Instrument, Part
from boce_tui.instruments.routing import route
from boce_tui.instruments.scales import choices
from boce_tui.instruments.steps import Step
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.gates import GateFinding
from boce_tui.reports.inviting import check_invitation, check_questions, compile_invitation, compile_questions
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.reports.model.inviting import AskedQuestion, AskedSection, InvitationModel, QuestionsModel
from boce_tui.store import Dossier

EARLIER = "earlier_recommendations"
"""Rows and choices that somebody wrote in the round before."""


def prepare_questions(
    dossier: Dossier, round_id: str, code: str, names: Names, *, language: str = "nl", probes: bool = True
) -> Outgoing:
    """The questions a person, or everybody at the table of an interview, will get; blank.

    Args:
        dossier: The dossier.
        round_id: The round.
        code: A person, or an interview.
        names: The names file. While it is locked earlier recommendations cannot be checked, which stops (P0).
        language: ``nl`` or ``en``.
        probes: With the follow-up questions.

    Raises:
        BadInput: There is no such person or interview.
    """
    people, interview = _meant(dossier, round_id, code, one_table=False)
    short = interview.short_route if interview else False
    instrument, steps = _route(dossier, round_id, people, short=short)
    with in_language(language):
        model = QuestionsModel(
            language=language,
            example=dossier.example,
            agenda=_agenda(dossier),
            round=_round(dossier, round_id),
            main=_of_set(instrument.main_question),
            count=len(steps),
            short=short,
            sections=tuple(_sections(steps, probes=probes)),
            own=tuple(person.code for person in people),
        )
        document = compile_questions(model)
        found = check_questions(document, known_giveaways(dossier, names))
        about = _id(dossier, round_id, code, interview)
        return _checked(dossier, round_id, names, "questions", document, found, about)


def prepare_invitation(
    dossier: Dossier, round_id: str, code: str, names: Names, *, language: str = "nl"
) -> Outgoing:
    """The invitation for a person, or for everybody at the table of an interview.

    Args:
        dossier: The dossier.
        round_id: The round.
        code: A person, or an interview.
        names: The names file. While it is locked a typed place cannot be checked, which stops (P0).
        language: ``nl`` or ``en``.

    Raises:
        BadInput: There is no such person or interview.
    """
    people, interview = _meant(dossier, round_id, code, one_table=True)
    table = interview or Interview(participants=tuple(person.code for person in people))
    id_ = _id(dossier, round_id, code, interview)
    instrument, steps = _route(dossier, round_id, people, short=table.short_route)
    themes = dict.fromkeys(step.theme for step in steps if step.theme)
    with in_language(language):
        model = InvitationModel(
            language=language,
            example=dossier.example,
            agenda=_agenda(dossier),
            round=_round(dossier, round_id),
            main=_of_set(instrument.main_question),
            day=table.when.planned,
            start=table.start,
            minutes=table.minutes,
            place=Text(table.place, Origin(Interview.entity, join(round_id, id_), "place")),
            topics=tuple(_of_set(section.sub_question or section.title) for section in instrument.chapters()),
            themes=tuple(_theme(dossier, theme, language) for theme in themes),
            together=len(table.participants) > 1,
            days=the_round(dossier, round_id).approval_days,
            own=table.participants,
        )
        document = compile_invitation(model)
        found = check_invitation(document, known_giveaways(dossier, names))
        return _checked(dossier, round_id, names, "invitation", document, found, id_)


def _checked(
    dossier: Dossier,
    round_id: str,
    names: Names,
    kind: str,
    document: Document[Any],
    found: Sequence[GateFinding],
    about: str,
) -> Outgoing:
    findings = placed_findings(dossier, round_id, names, found)
    return Outgoing(kind, "interviewee", "", document.language, document.markdown.encode(), findings, about)


def _id(dossier: Dossier, round_id: str, code: str, interview: Interview | None) -> str:
    return last(find_interview(dossier, round_id, code).key) if interview else ""


def _meant(
    dossier: Dossier, round_id: str, code: str, *, one_table: bool
) -> tuple[Sequence[Profile], Interview | None]:
    """Who is meant, and the interview; a person may be in none yet, or (not for `one_table`) in several."""
    wanted = code.strip().upper()
    person = dossier.value(Respondent, join(round_id, wanted))
    try:
        interview = find_interview(dossier, round_id, wanted).value
    except BadInput:
        tables = dossier.values(Interview, f"{round_id}/").values()
        if person is None or (one_table and any(wanted in table.participants for table in tables)):
            raise
        interview = None
    if person is not None:
        return [profile(wanted, person)], interview
    people = participants(dossier, round_id, interview) if interview else []
    if not people:
        raise BadInput(
            _("Interview {id} has no participants yet.").format(id=wanted),
            hint=_("Add a participant in step 2, then open it again."),
        )
    return people, interview


def _route(
    dossier: Dossier, round_id: str, people: Sequence[Profile], *, short: bool
) -> tuple[Instrument, list[Step]]:
    instrument = question_set(dossier, round_id)
    steps = route(instrument, people, round_context(dossier, round_id), short=short)
    return instrument, [step for step in steps if not step.evaluator_only]


def _sections(steps: list[Step], *, probes: bool) -> Iterator[AskedSection]:
    order: dict[tuple[str, str | None], list[Step]] = {}
    for step in steps:
        order.setdefault((step.section, step.theme), []).append(step)
    for (_section, theme), asked in order.items():
        yield AskedSection(
            title=_of_set(asked[0].section_title),
            theme=_of_set(asked[0].theme_name) if theme and asked[0].theme_name else NO_TEXT,
            questions=tuple(_question(step, probes=probes) for step in asked),
        )


def _question(step: Step, *, probes: bool) -> AskedQuestion:
    return AskedQuestion(
        id=step.question,
        text=_of_set(step.text),
        choices=tuple(Text(line, _source(part)) for part in step.parts if (line := _choices(part))),
        probes=tuple(_of_set(probe) for probe in step.probes) if probes else (),
    )


def _choices(part: Part) -> str:
    """What can be chosen or filled in at a part, on one line."""
    if part.type == "quote":
        return ""
    options = "; ".join(str(option) for option in (part.rows if part.type == "grid" else choices(part)))
    return f"{part.label}: {options}" if str(part.label) and options else options


def _source(part: Part) -> Origin:
    earlier = EARLIER in (part.option_source, part.row_source)
    return Origin(Recommendation.entity) if earlier else Origin("instrument")


def _of_set(text: object) -> Text:
    return Text(str(text), Origin("instrument"))


def _agenda(dossier: Dossier) -> Text:
    agenda = dossier.value(Agenda, "agenda")
    return Text(agenda.name if agenda else "", Origin(Agenda.entity, "agenda", "name"))


def _round(dossier: Dossier, round_id: str) -> Text:
    return Text(the_round(dossier, round_id).title, Origin(Round.entity, round_id, "title"))


def _theme(dossier: Dossier, key: str, language: str) -> Text:
    theme = dossier.value(Theme, key)
    if theme is None:
        return Text(key, Origin(Theme.entity, key))
    english = language == "en" and theme.name_en
    return Text(theme.name_en if english else theme.name, Origin(Theme.entity, key, "name"))
