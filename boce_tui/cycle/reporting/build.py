"""The whole report model of a round."""

from __future__ import annotations

from boce_tui.cycle.reporting.advice import conclusion
from boce_tui.cycle.reporting.appendices import appendices
from boce_tui.cycle.reporting.chapters import chapters
from boce_tui.cycle.reporting.opening import all_municipalities, document_data, introduction
from boce_tui.cycle.reporting.sources import Sources
from boce_tui.domain.threshold import effective
from boce_tui.locale import in_language
from boce_tui.names import Names
from boce_tui.reports.model import ReportModel
from boce_tui.store import Dossier

AUDIENCES = ("public", "steering")


def build(
    dossier: Dossier,
    round_id: str,
    names: Names,
    *,
    audience: str = "public",
    draft: bool = False,
    language: str = "nl",
) -> ReportModel:
    """Put the report together; the same dossier gives the same model.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The names file; while it is locked nobody is named.
        audience: ``public`` or ``steering``.
        draft: The report may be incomplete and says so.
        language: Language of headings and fixed sentences.

    Raises:
        BadInput: There is no such round.
    """
    with in_language(language):
        sources = Sources(dossier, round_id, language)
        return ReportModel(
            language=language,
            audience=audience,
            draft=draft,
            example=dossier.example,
            count_threshold=effective(sources.round.count_threshold),
            statement_threshold=effective(sources.round.statement_threshold),
            municipalities=all_municipalities(sources),
            document=document_data(sources),
            introduction=introduction(sources),
            conclusion=conclusion(sources),
            chapters=chapters(sources),
            afterword=sources.written("4"),
            appendices=appendices(sources, names),
            titles=sources.titles(),
        )
