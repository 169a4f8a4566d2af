"""What changed between two kept versions of the report: for the screen, and as a document."""

from __future__ import annotations

from itertools import groupby

from boce_tui.cycle.outgoing import Outgoing, outgoing
from boce_tui.cycle.reporting.between_versions import told_by_comparison
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.versions.keeping import version
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.round import Round
from boce_tui.locale import in_language
from boce_tui.names import Names
from boce_tui.reports.comparing import ParagraphChange, compare
from boce_tui.reports.documents import Document
from boce_tui.reports.model.base import Origin, Text
from boce_tui.reports.model.comparison import ComparedSection, ComparisonModel, Difference
from boce_tui.reports.printing.comparison import comparison_parts
from boce_tui.store import Dossier

TEMPLATE = "comparison"


def changes(before: ReportVersion, after: ReportVersion) -> list[ParagraphChange]:
    """What changed, by paragraph, in the order of the newer one."""
    return compare(before.markdown, after.markdown)


def prepare_comparison(
    dossier: Dossier, round_id: str, names: Names, before: str, after: str, audience: str = "public"
) -> Outgoing:
    """The comparison of two kept versions as a document, checked; nothing is written.

    Raises:
        BadInput: One of them was never kept.
    """
    old = version(dossier, round_id, before, audience)
    new = version(dossier, round_id, after, audience)

    def text(words: str, at: ReportVersion) -> Text:
        return Text(words, Origin(ReportVersion.entity, f"{round_id}/{at.version}/{at.audience}"))

    sections = tuple(
        ComparedSection(
            title=text(title, new),
            differences=tuple(
                Difference(kind=one.kind, before=text(one.before, old), after=text(one.after, new))
                for one in found
            ),
        )
        for title, found in groupby(changes(old, new), key=lambda change: change.section)
    )
    model = ComparisonModel(
        example=dossier.example,
        title=Text(the_round(dossier, round_id).title, Origin(Round.entity, round_id, "title")),
        before=before,
        after=after,
        reason=text(new.reason, new),
        sections=sections,
    )
    with in_language(model.language):
        document = Document(TEMPLATE, model, model.language, comparison_parts)
    told = tuple(told_by_comparison(round_id, old, new, the_round(dossier, round_id).count_threshold))
    return outgoing(
        dossier, round_id, names, document, "comparison", audience=audience, version=after, before=told
    )
