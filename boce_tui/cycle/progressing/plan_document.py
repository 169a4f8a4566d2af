"""The annual plan as a document, made and checked; nothing is written here."""

from __future__ import annotations

from boce_tui.cycle.filling.texts import Names as Known
from boce_tui.cycle.outgoing import Outgoing, outgoing
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.progressing.plan import results, themes_of
from boce_tui.domain.agenda import Theme
from boce_tui.domain.keys import join
from boce_tui.domain.plans import AnnualPlan, PlannedResult
from boce_tui.domain.vocabulary import FORMS
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.reports.model.progress import PlanModel, PlannedTheme
from boce_tui.reports.printing.progress import plan_parts
from boce_tui.store import Dossier

KIND = "annual_plan"
"""Its template, and its id in ``DOCUMENTS``."""


def prepare_plan(dossier: Dossier, key: str, names: Names, *, language: str = "nl") -> Outgoing:
    """The annual plan, for the councils.

    Raises:
        FieldProblem: There is no such plan.
    """
    with in_language(language):
        found = dossier.value(AnnualPlan, key)
        if found is None:
            raise FieldProblem("year", _("There is no annual plan yet."))
        known = Known(dossier)
        planned = results(dossier, key)

        def text(theme: str, form: str) -> Text:
            words = planned.get((theme, form), "")
            return Text(words, Origin(PlannedResult.entity, join(key, theme, form))) if words else NO_TEXT

        model = PlanModel(
            language=language,
            example=dossier.example,
            agenda=known.agenda,
            title=Text(found.title, Origin(AnnualPlan.entity, key, "title")),
            date=found.date,
            source=Text(found.source, Origin(AnnualPlan.entity, key, "source")) if found.source else NO_TEXT,
            themes=tuple(
                PlannedTheme(name=known.of(Theme, theme), results=tuple(text(theme, form) for form in FORMS))
                for theme in themes_of(dossier, key)
            ),
        )
        document = Document(KIND, model, language, plan_parts)
    return outgoing(dossier, key.split("/")[0], names, document, KIND, audience="councils")
