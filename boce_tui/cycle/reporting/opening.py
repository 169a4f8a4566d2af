"""Document table and chapter 1."""

from __future__ import annotations

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.recalibrating.effects import evaluated_ambitions
from boce_tui.cycle.reporting.sources import Sources, text
from boce_tui.domain.agenda import Agenda, Ambition, Organisation, Theme
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.round import Evaluator, Round
from boce_tui.domain.threshold import shown_groups
from boce_tui.reports import model
from boce_tui.reports.model import NO_TEXT, Origin, Text


def document_data(sources: Sources) -> model.DocumentData:
    """The table at the top of the report."""
    round_, key = sources.round, sources.round_id
    agenda = sources.dossier.value(Agenda, "agenda")
    return model.DocumentData(
        title=text(round_.title, Round, key, "title"),
        agenda=text(agenda.name, Agenda, "agenda", "name") if agenda else NO_TEXT,
        round=text(round_.title, Round, key, "title"),
        round_id=key,
        period=text(round_.period, Round, key, "period"),
        region=text(agenda.region, Agenda, "agenda", "region") if agenda else NO_TEXT,
        version=round_.version,
        status=round_.status,
        date=round_.report_date,
        embargo_until=round_.embargo_until,
    )


def introduction(sources: Sources) -> model.Introduction:
    """Chapter 1: reason, approach, questions."""
    round_, key = sources.round, sources.round_id
    agenda = sources.dossier.value(Agenda, "agenda")
    background = sources.written("1.1")
    evaluators = sources.dossier.values(Evaluator, f"{key}/")
    held = conversations(sources.readback, round_.count_threshold)
    main_question = sources.readback.instrument.main_question.get(sources.language)
    return model.Introduction(
        background=background or text(round_.reason, Round, key, "reason"),
        goal=text(agenda.goal, Agenda, "agenda", "goal") if agenda else NO_TEXT,
        themes=tuple(sources.theme(theme) for theme in _ordered_themes(sources)),
        ambitions=_ambitions(sources),
        approach=sources.written("1.2.approach") or text(round_.assignment, Round, key, "assignment"),
        limitations=sources.written("1.2"),
        focus_themes=tuple(sources.theme(theme) for theme in round_.focus_themes),
        left_out=tuple(sources.theme(theme) for theme in round_.left_out),
        left_out_reason=text(round_.left_out_reason, Round, key, "left_out_reason"),
        evaluator_organisations=tuple(
            sources.organisation(organisation)
            for organisation in dict.fromkeys(e.organisation for e in evaluators.values() if e.organisation)
        ),
        evaluators=len(evaluators),
        commissioning_body=sources.body(round_.commissioning_body),
        delegated_commissioner=text(round_.delegated_commissioner, Round, key, "delegated_commissioner"),
        interviews=held.interviews,
        participants=held.participants,
        groups=tuple(model.GroupSize(group=group, people=n) for group, n in held.groups.items()),
        interviews_from=held.interviews_from,
        interviews_until=held.interviews_until,
        main_question=Text(main_question, Origin("instrument", field="main_question"))
        if main_question
        else sources.written("1.3"),
        reading_guide=sources.written("1.4"),
    )


def _ordered_themes(sources: Sources) -> list[str]:
    themes: dict[str, Theme] = sources.themes
    return sorted(themes, key=lambda key: (themes[key].order, key))


def _ambitions(sources: Sources) -> tuple[model.AmbitionFact, ...]:
    found = evaluated_ambitions(sources.dossier, sources.round_id)
    facts = []
    for key in sorted(found, key=lambda key: (found[key].order, key)):
        ambition = found[key]
        decisions = tuple(
            model.CouncilDecision(
                municipality=sources.organisation(decision.municipality),
                body=sources.body(decision.body),
                date=decision.date,
            )
            for decision in ambition.decisions
        )
        facts.append(
            model.AmbitionFact(
                theme=sources.theme(ambition.theme),
                text=text(ambition.text, Ambition, key),
                source=text(ambition.source, Ambition, key, "source"),
                decisions=decisions,
            )
        )
    return tuple(facts)


def conversations(readback: Readback, threshold: int) -> ReportBasis:
    """How many interviews with how many people; of small groups nothing is said."""
    if readback.basis is not None:
        return readback.basis
    held = readback.interviews
    codes = {code for interview in held.values() for code in interview.participants}
    days = sorted(i.when.actual or i.when.planned for i in held.values() if i.when.actual or i.when.planned)
    sizes: dict[str, int] = {}
    for code in sorted(codes):
        person = readback.people.get(code)
        if person:
            sizes[person.group] = sizes.get(person.group, 0) + 1
    shown = shown_groups(sizes, threshold)
    return ReportBasis(
        interviews=len(held),
        participants=len(codes),
        interviews_from=days[0] if days else "",
        interviews_until=days[-1] if days else "",
        groups={group: sizes[group] for group in shown.groups},
    )


def all_municipalities(sources: Sources) -> tuple[Text, ...]:
    """The names of all municipalities and their short signs: a quote may hold none of them."""
    return tuple(
        text(sources.organisations[key].name, Organisation, key, "name") for key in sources.municipalities()
    )
