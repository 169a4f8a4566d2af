"""The summary for the councils: one page, with successes and with what is asked of them (R57)."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.cycle.informing.documents import as_told
from boce_tui.cycle.informing.needs import needs
from boce_tui.cycle.informing.standing import Standing
from boce_tui.cycle.outgoing import Outgoing
from boce_tui.cycle.reporting.sources import text
from boce_tui.cycle.sending.facts import Facts
from boce_tui.cycle.sending.leaving import leave
from boce_tui.cycle.sending.successes import successes
from boce_tui.cycle.today import today
from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.sending import SUMMARY, Success
from boce_tui.domain.threshold import effective
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.gates.finding import Gap
from boce_tui.reports.gates.sending import short_enough, successes_stand
from boce_tui.reports.model.base import Origin
from boce_tui.reports.model.sending import SummaryModel, Told
from boce_tui.reports.printing.informing import summary_parts
from boce_tui.store import Dossier


def prepare_summary(dossier: Dossier, round_id: str, names: Names, *, draft: bool = False) -> Outgoing:
    """The summary, checked; nothing is written. Arguments as for the letter.

    Raises:
        BadInput: There is no such round.
    """
    with in_language("nl"):
        facts = Facts(dossier, round_id, draft=draft)
        model = _model(facts)
        document = Document(SUMMARY, model, model.language, summary_parts)
    rules = (short_enough(draft=draft), successes_stand(draft=draft))
    return leave(facts, names, document, "councils", _missing(facts, model), rules)


def _model(facts: Facts) -> SummaryModel:
    return SummaryModel(
        about=facts.about,
        statement_threshold=effective(facts.round.statement_threshold),
        outcome=facts.written("summary.outcome"),
        successes=tuple(
            Told(
                id=one.key,
                text=text(one.value.text, Success, one.key),
                people=one.people,
                on_paper=one.on_paper,
                published=one.published,
            )
            for one in successes(facts.dossier, facts.round_id, facts.sources.readback)
            if one.value.text.strip()
        ),
        recommendations=facts.for_councils,
        asked=facts.written("summary.asked"),
        needs=as_told(facts.dossier, facts.round_id, _asked(facts)),
        meeting=facts.meeting,
    )


def _asked(facts: Facts) -> list[Standing]:
    """What the councils asked themselves: what was only heard in interviews, they did not."""
    found = needs(facts.dossier, facts.round_id, today(facts.dossier))
    return [one for one in found if one.value.source.strip() or not one.value.question]


def _missing(facts: Facts, summary: SummaryModel) -> Iterator[Gap]:
    yield from facts.not_final()
    if not summary.outcome:
        yield Gap(
            _("The outcome in short is not written yet."),
            _("Write it in five or six sentences."),
            Origin(ChapterText.entity, f"{facts.round_id}/summary.outcome"),
        )
    if not summary.successes:
        yield Gap(
            _("There are no successes on the list."),
            _("Add what goes well, each with the findings that show it."),
            Origin(Success.entity, f"{facts.round_id}/"),
        )
    if not summary.recommendations and not summary.asked:
        yield Gap(
            _("It does not say what is asked of the councils."),
            _("Name the councils with a recommendation, or write what is asked of them."),
            Origin(ChapterText.entity, f"{facts.round_id}/summary.asked"),
        )
    yield from facts.no_meeting()
