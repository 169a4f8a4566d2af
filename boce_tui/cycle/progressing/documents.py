"""The progress letter and the progress overview, made and checked; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from boce_tui.cycle.context import round_context
from boce_tui.cycle.filling import question_set_of, steps_of
from boce_tui.cycle.filling.saying import option_words
from boce_tui.cycle.filling.texts import SheetTexts
from boce_tui.cycle.outgoing import Outgoing, outgoing
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.planning.themes import theme_warnings
from boce_tui.cycle.progressing.facts import gatherings, hours_of_cell, reason_counts, reasons_of
from boce_tui.cycle.progressing.rounds import CELL, Cell, cells, progress_rounds
from boce_tui.domain.agenda import Theme
from boce_tui.domain.plans import AnnualPlan
from boce_tui.domain.progressing import INSTRUMENT, ProgressEntry, ProgressRound
from boce_tui.domain.written import write_number
from boce_tui.instruments.model import OTHER
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.gates.progress import no_blank_cell, no_hours
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.reports.model.progress import (
    Asked,
    LetterModel,
    Network,
    OverviewModel,
    ProgressCell,
    ProgressMeeting,
    ProgressTheme,
    ReasonCount,
    Work,
    WorkRow,
)
from boce_tui.reports.printing.progress import letter_parts, overview_parts
from boce_tui.store import Dossier


def prepare_progress_letter(dossier: Dossier, key: str, names: Names, *, language: str = "nl") -> Outgoing:
    """Make the letter to the councils: public, without hours.

    Raises:
        FieldProblem: There is no such progress round.
    """
    with in_language(language):
        found, texts = _found(dossier, key)
        model = LetterModel(
            language=language,
            example=dossier.example,
            agenda=texts.names.agenda,
            title=texts.own(found.title),
            date=found.date,
            municipalities=tuple(texts.names.municipalities().values()),
            opening=texts.at("L1"),
            closing=texts.at("L2"),
            plan=_plan(dossier, found),
            plan_date=_plan_day(dossier, found),
            coordination=texts.at("G1"),
            themes=_themes(dossier, key),
            meetings=_meetings(dossier, key),
        )
        document = Document("progress_letter", model, language, letter_parts)
    rules = (no_blank_cell, no_hours)
    return outgoing(
        dossier, key.split("/")[0], names, document, "progress_letter", audience="councils", rules=rules
    )


def prepare_progress_overview(dossier: Dossier, key: str, names: Names, *, language: str = "nl") -> Outgoing:
    """Make the overview for the commissioners: internal, with hours and the decisions that are asked.

    Raises:
        FieldProblem: There is no such progress round.
    """
    with in_language(language):
        found, texts = _found(dossier, key)
        model = OverviewModel(
            language=language,
            example=dossier.example,
            agenda=texts.names.agenda,
            title=texts.own(found.title),
            date=found.date,
            plan=_plan(dossier, found),
            plan_date=_plan_day(dossier, found),
            coordination=texts.at("G1"),
            themes=_themes(dossier, key),
            work=tuple(_work(dossier, key)),
            rounds=sum(one.date <= found.date for one in progress_rounds(dossier).values()),
            reasons=tuple(
                ReasonCount(reason=reason, now=now, total=total)
                for reason, now, total in reason_counts(dossier, key)
            ),
            meetings=_meetings(dossier, key),
        )
        document = Document("progress_overview", model, language, overview_parts)
    return outgoing(
        dossier,
        key.split("/")[0],
        names,
        document,
        "progress_overview",
        audience="commissioners",
        rules=(no_blank_cell,),
    )


def _found(dossier: Dossier, key: str) -> tuple[ProgressRound, SheetTexts]:
    found = dossier.value(ProgressRound, key)
    if found is None:
        raise FieldProblem("id", _("There is no progress round yet."))
    return found, SheetTexts(dossier, found, key)


def _plan(dossier: Dossier, found: ProgressRound) -> Text:
    plan = dossier.value(AnnualPlan, found.plan) if found.plan else None
    return Text(plan.title, Origin(AnnualPlan.entity, found.plan, "title")) if plan else NO_TEXT


def _plan_day(dossier: Dossier, found: ProgressRound) -> str:
    plan = dossier.value(AnnualPlan, found.plan) if found.plan else None
    return plan.date if plan else ""


def _by_theme(dossier: Dossier, key: str) -> Iterator[tuple[Text, list[Cell]]]:
    for theme, found in groupby(cells(dossier, key), key=lambda cell: cell.theme):
        own = list(found)
        yield SheetTexts(dossier, own[0].entry, own[0].key).names.of(Theme, theme), own


def _themes(dossier: Dossier, key: str) -> tuple[ProgressTheme, ...]:
    unfinished = {one.theme for one in theme_warnings(dossier)}
    return tuple(
        ProgressTheme(
            name=name,
            cells=tuple(_cell(dossier, cell) for cell in own),
            stopped_undecided=own[0].theme in unfinished,
        )
        for name, own in _by_theme(dossier, key)
    )


def _cell(dossier: Dossier, cell: Cell) -> ProgressCell:
    entry, texts = cell.entry, SheetTexts(dossier, cell.entry, cell.key)
    if entry.idle:
        return ProgressCell(key=cell.key, form=cell.form, idle=True, planned=texts.at("P1"))
    late = bool(reasons_of(cell))
    return ProgressCell(
        key=cell.key,
        form=cell.form,
        status=entry.status,
        planned=texts.at("P1"),
        achieved=texts.at("P3"),
        reasons=tuple(_reasons(dossier, cell, texts)),
        explanation=texts.at("P5") if late else NO_TEXT,
        next=texts.at("P7"),
        next_date=entry.written("P7"),
        new_date=entry.written("P6", "date"),
        success=texts.at("P9"),
        learned=texts.at("P11"),
        networks=tuple(_networks(entry, texts)),
    )


def _reasons(dossier: Dossier, cell: Cell, texts: SheetTexts) -> Iterator[Text]:
    given = reasons_of(cell)
    if not given:
        return
    round_id = cell.key.split("/")[0]
    instrument = question_set_of(dossier, round_id, INSTRUMENT)
    steps = steps_of(instrument, round_context(dossier, round_id), cell.entry, (CELL,))
    part = next((step.parts[0] for step in steps if step.question == "P5" and step.parts), None)
    for reason in given:
        words = cell.entry.other("P5") if reason == OTHER else ""
        if words:
            yield texts.other("P5", words)
        else:
            shown = option_words(part, reason) if part else reason
            yield Text(shown, Origin("instrument", INSTRUMENT, "P5"))


def _networks(entry: ProgressEntry, texts: SheetTexts) -> Iterator[Network]:
    for row, found in sorted(entry.cells("P10").items()):
        if found.get("network"):
            yield Network(
                name=texts.cell("P10", row, "network"),
                who=texts.names.place(str(found.get("who") or "")),
                behalf=texts.cell("P10", row, "behalf"),
            )


def _work(dossier: Dossier, key: str) -> Iterator[Work]:
    for name, own in _by_theme(dossier, key):
        amounts = [hours_of_cell(cell) for cell in own]
        planned = [one for one, _spent in amounts if one is not None]
        spent = [one for _planned, one in amounts if one is not None]
        yield Work(
            theme=name,
            rows=tuple(_work_row(dossier, cell) for cell in own),
            planned=_number(sum(planned, Decimal(0))) if planned else "",
            spent=_number(sum(spent, Decimal(0))) if spent else "",
            over=bool(spent) and sum(spent, Decimal(0)) > sum(planned, Decimal(0)),
        )


def _work_row(dossier: Dossier, cell: Cell) -> WorkRow:
    entry, texts = cell.entry, SheetTexts(dossier, cell.entry, cell.key)
    if entry.idle:
        return WorkRow(form=cell.form)
    planned, spent = hours_of_cell(cell)
    needed = entry.option("P6", "decision")
    asked = Asked(needed=needed, body=texts.body("P6"), what=texts.at("P6"), date=entry.written("P6", "date"))
    return WorkRow(
        form=cell.form,
        planned=_number(planned) if planned is not None else "",
        spent=_number(spent) if spent is not None else "",
        over=spent is not None and spent > (planned or Decimal(0)),
        leads=texts.names.place(entry.option("P2", "leads")),
        joins=tuple(texts.names.place(place) for place in entry.options("P2", "joins")),
        asked=asked if needed in ("yes", "partly") else None,
    )


def _meetings(dossier: Dossier, key: str) -> tuple[ProgressMeeting, ...]:
    return tuple(
        ProgressMeeting(
            title=Text(one.title, Origin(*one.origin, "title")),
            date=one.date,
            status=one.status,
            new_date=one.new_date,
        )
        for one in gatherings(dossier, key)
    )


def _number(value: Decimal) -> str:
    return write_number(f"{value.normalize():f}" if value else "0")
