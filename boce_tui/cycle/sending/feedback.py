"""Feedback to everybody who was interviewed, with a distribution list to tick (R58)."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.cycle.concluding import main_conclusions
from boce_tui.cycle.outgoing import Outgoing
from boce_tui.cycle.reporting.appendices import interviewees
from boce_tui.cycle.reporting.sources import text
from boce_tui.cycle.sending.facts import Facts
from boce_tui.cycle.sending.leaving import leave
from boce_tui.domain.analysis import MainConclusion
from boce_tui.domain.round import Round
from boce_tui.domain.sending import FEEDBACK
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.gates.finding import Gap
from boce_tui.reports.model.base import Origin
from boce_tui.reports.model.sending import FeedbackModel, Receiver
from boce_tui.reports.printing.informing import feedback_parts
from boce_tui.store import Dossier


def prepare_feedback(dossier: Dossier, round_id: str, names: Names, *, draft: bool = False) -> Outgoing:
    """The feedback, checked; nothing is written. Arguments as for the letter.

    Raises:
        BadInput: There is no such round.
    """
    with in_language("nl"):
        facts = Facts(dossier, round_id, draft=draft)
        model = _model(facts)
        document = Document(FEEDBACK, model, model.language, feedback_parts)
    return leave(facts, names, document, "interviewees", _missing(facts, model))


def _model(facts: Facts) -> FeedbackModel:
    return FeedbackModel(
        about=facts.about,
        opening=facts.written("feedback.opening"),
        conclusions=tuple(
            text(item.value.text, MainConclusion, item.key)
            for item in main_conclusions(facts.dossier, facts.round_id)
            if item.value and item.value.text.strip()
        ),
        recommendations=facts.recommendations,
        decided=bool(facts.recommendations)
        and all(one.choice for item in facts.recommendations for one in item.choices),
        next=facts.written("feedback.next"),
        meeting=facts.meeting,
        # Nobody is named in the list, also not who agreed to that in the report (decision 0022).
        receivers=tuple(
            Receiver(role=line.role, municipalities=line.municipalities)
            for line in interviewees(facts.sources)
        ),
    )


def _missing(facts: Facts, feedback: FeedbackModel) -> Iterator[Gap]:
    yield from facts.not_final()
    origin = Origin(Round.entity, facts.round_id)
    if not feedback.conclusions:
        yield Gap(_("There is no main conclusion yet."), _("Write the main conclusions (step 7)."), origin)
    if not feedback.receivers:
        yield Gap(_("No interviews have been held in this round."), _("Nobody gets feedback yet."), origin)
