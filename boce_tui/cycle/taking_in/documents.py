"""The fiche of one candidate theme and the comparison of all, made and checked; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from boce_tui.cycle.context import round_context
from boce_tui.cycle.filling import question_set_of, steps_of
from boce_tui.cycle.filling.saying import filled_words
from boce_tui.cycle.filling.texts import SheetTexts
from boce_tui.cycle.outgoing import Outgoing, outgoing
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.taking_in.host_tasks import route
from boce_tui.cycle.taking_in.hours import ZERO, HoursPicture
from boce_tui.cycle.taking_in.intakes import judgements
from boce_tui.cycle.taking_in.judging import THREE_K, Judgement, judge
from boce_tui.domain.agenda import Body
from boce_tui.domain.intake import INSTRUMENT, QUARTERS
from boce_tui.domain.keys import last
from boce_tui.domain.round import Round
from boce_tui.domain.written import write_number
from boce_tui.instruments.steps import Step
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.gates.intake import decisions_stand
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.reports.model.intake import (
    Candidate,
    HoursRow,
    IntakeModel,
    IntakesModel,
    Judged,
    Line,
    Mark,
    MilestoneRow,
    Owner,
    Quarter,
    RouteRow,
    Support,
)
from boce_tui.reports.printing.intake import intake_parts, intakes_parts
from boce_tui.store import Dossier

_NAMES_OF_K = dict(zip(THREE_K, ("cost", "vulnerability", "quality"), strict=True))


def prepare_intake(dossier: Dossier, key: str, names: Names, *, language: str = "nl") -> Outgoing:
    """Make the fiche of a candidate theme.

    Raises:
        FieldProblem: There is no such candidate theme.
    """
    round_id = key.split("/")[0]
    with in_language(language):
        found = judge(dossier, key)
        model = IntakeModel(
            language=language,
            example=dossier.example,
            agenda=_texts(dossier, found).names.agenda,
            candidate=_candidate(dossier, found),
        )
        document = Document("intake", model, language, intake_parts)
    return outgoing(
        dossier, round_id, names, document, "intake", audience="steering", rules=(decisions_stand,)
    )


def prepare_intakes(dossier: Dossier, round_id: str, names: Names, *, language: str = "nl") -> Outgoing:
    """Make the comparison of all candidate themes with the decision list."""
    round_ = the_round(dossier, round_id)
    with in_language(language):
        found = judgements(dossier, round_id)
        model = IntakesModel(
            language=language,
            example=dossier.example,
            agenda=_texts(dossier, found[0]).names.agenda if found else NO_TEXT,
            title=Text(round_.title, Origin(Round.entity, round_id, "title")),
            candidates=tuple(_candidate(dossier, one) for one in found),
        )
        document = Document("intakes", model, language, intakes_parts)
    return outgoing(
        dossier, round_id, names, document, "intakes", audience="steering", rules=(decisions_stand,)
    )


def _texts(dossier: Dossier, found: Judgement) -> SheetTexts:
    return SheetTexts(dossier, found.intake, found.key)


def _candidate(dossier: Dossier, found: Judgement) -> Candidate:
    intake, texts, hours = found.intake, _texts(dossier, found), found.hours
    money = intake.written("U4")
    return Candidate(
        number=last(found.key),
        title=texts.own(intake.title),
        named=intake.from_interviews,
        description=texts.at("T1"),
        judged=_judged(found, texts),
        support=tuple(_support(found, texts)),
        feasible=intake.option("H5"),
        why=texts.at("H5"),
        sensitive=texts.at("D3"),
        marks=tuple(_mark(found, texts, question) for question in THREE_K),
        forms=intake.options("V1"),
        fallback=intake.option("V2"),
        assignment=_lines(dossier, found, "assignment"),
        year=str(hours.year),
        hours=tuple(_hours_row(hours, place, texts) for place in hours.asked),
        total=_number(hours.total),
        hours_known=hours.known,
        guaranteed=intake.option("U5"),
        adopted=intake.written("U6"),
        money=write_number(money) if money else "",
        milestones=tuple(
            MilestoneRow(
                what=texts.other("P1", m.what),
                date=m.date,
                owner=texts.other("P1", m.owner),
                hours=_number(m.hours) if m.hours is not None else "",
            )
            for m in hours.milestones
        ),
        quarters=tuple(
            Quarter(number=q, planned=_number(hours.planned_in(q)), over=hours.planning_over(q))
            for q in QUARTERS
        ),
        outside=len(hours.outside),
        owners=tuple(_owners(dossier, found, texts)),
        informed=intake.written("B2"),
        ended=_lines(dossier, found, "exit"),
        missing=tuple(Text(one.words, Origin("instrument", INSTRUMENT)) for one in found.missing),
        host_task=intake.host_task,
        route=tuple(_route(dossier, found, texts)) if intake.host_task else (),
    )


def _route(dossier: Dossier, found: Judgement, texts: SheetTexts) -> Iterator[RouteRow]:
    for one in route(dossier, found.intake):
        yield RouteRow(
            step=one.step,
            by=Text(one.by, Origin(Body.entity, next(iter(one.deciders)), "name")) if one.by else NO_TEXT,
            date=one.taken.date if one.taken else "",
            document=texts.own(one.taken.document) if one.taken and one.taken.document else NO_TEXT,
        )


def _judged(found: Judgement, texts: SheetTexts) -> Judged:
    return Judged(
        advice=found.advice.choice,
        reasons=found.advice.reasons,
        decision=found.decision,
        date=found.intake.written("B1", "date"),
        body=texts.body("B1"),
        motivation=texts.at("B1"),
        deviates=found.deviates,
        premature=found.premature,
        unmotivated=found.unmotivated,
    )


def _support(found: Judgement, texts: SheetTexts) -> list[Support]:
    intake = found.intake
    executive, official = intake.cells("D1"), intake.cells("D2")
    return [
        Support(
            municipality=name,
            executive=str(executive.get(place, {}).get("support") or ""),
            official=str(official.get(place, {}).get("support") or ""),
            executive_by=texts.cell("D1", place, "who"),
            official_by=texts.cell("D2", place, "who"),
            executive_on=str(executive.get(place, {}).get("date") or ""),
            official_on=str(official.get(place, {}).get("date") or ""),
        )
        for place, name in texts.names.municipalities().items()
    ]


def _mark(found: Judgement, texts: SheetTexts, question: str) -> Mark:
    score = found.intake.score(question)
    return Mark(name=_NAMES_OF_K[question], score=str(score or ""), evidence=texts.at(question))


def _hours_row(hours: HoursPicture, place: str, texts: SheetTexts) -> HoursRow:
    return HoursRow(
        place=texts.names.place(place),
        asked=tuple(_number(hours.asked[place].get(q, ZERO)) for q in QUARTERS),
        left=tuple(_number(max(ZERO, hours.left(place, q))) for q in QUARTERS),
        over=tuple(hours.over(place, q) for q in QUARTERS),
    )


def _steps(dossier: Dossier, found: Judgement, section: str) -> list[Step]:
    round_id = found.key.split("/")[0]
    instrument = question_set_of(dossier, round_id, INSTRUMENT)
    return steps_of(instrument, round_context(dossier, round_id), found.intake, (section,))


def _lines(dossier: Dossier, found: Judgement, section: str) -> tuple[Line, ...]:
    texts = _texts(dossier, found)
    lines = []
    for step in _steps(dossier, found, section):
        words = filled_words(step, found.intake.at(step.question))
        if words:
            question = str(step.notes_label if step.notes_label and not step.parts else step.text)
            named = Text(question.rstrip("?"), Origin("instrument", INSTRUMENT, step.question))
            answer = texts.at(step.question) if not step.parts else texts.other(step.question, words)
            lines.append(Line(question=named, answer=answer))
    return tuple(lines)


def _owners(dossier: Dossier, found: Judgement, texts: SheetTexts) -> list[Owner]:
    rows = []
    for step in _steps(dossier, found, "owners"):
        cells = found.intake.cells(step.question)
        for part in step.parts:
            for row in part.rows:
                if not cells.get(row.id):
                    continue
                own = step.question == "E1"
                words = str(row) if own else _("working group")
                role = Text(words, Origin("instrument", INSTRUMENT, step.question))
                place = str(cells[row.id].get("municipality") or "") if own else row.id
                function = texts.cell(step.question, row.id, "function" if own else "members")
                rows.append(Owner(role=role, function=function, municipality=texts.names.place(place)))
    return rows


def _number(value: Decimal) -> str:
    return write_number(f"{value.normalize():f}" if value else "0")
