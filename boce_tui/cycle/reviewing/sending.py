"""The review file on its way out, and what is kept of it to read it back."""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.deciding.standing import colleges
from boce_tui.cycle.outgoing import Outgoing, placed_findings, wrote
from boce_tui.cycle.reporting.issued import without_names
from boce_tui.cycle.reporting.issuing import known_giveaways, prepare
from boce_tui.cycle.reporting.seen import seen_ids
from boce_tui.domain.agenda import Organisation
from boce_tui.domain.keys import join, last
from boce_tui.domain.reviewing import ReviewFile
from boce_tui.locale import in_language
from boce_tui.names import Names
from boce_tui.reports.checking import check_compiled
from boce_tui.reports.compiling import compile_report
from boce_tui.reports.model import Origin, Text
from boce_tui.store import Dossier


@dataclass(frozen=True)
class PreparedReview:
    """A review file that was made and checked, but not written yet.

    Attributes:
        made: The document.
        key: Key under which it is kept once it is written.
        kept: What is kept of it.
    """

    made: Outgoing
    key: str
    kept: ReviewFile


def prepare_review(
    dossier: Dossier, round_id: str, names: Names, *, draft: bool = False, language: str = "nl"
) -> PreparedReview:
    """Make the report for the steering group with places to fill in; nothing is written.

    Nobody is named in it: it is kept in the dossier as it was sent.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The names file; while it is locked the name check is missing, which stops the file.
        draft: The report may be incomplete and says so.
        language: Language of headings, labels and boxes.

    Raises:
        BadInput: There is no such round.
    """
    from boce_tui.exchange.review_file.writing import Places, edition

    report = prepare(dossier, round_id, names, audience="steering", draft=draft, language=language)
    model = without_names(report.model)
    municipalities = tuple(
        (key, Text(name, Origin(Organisation.entity, key, "name"))) for key, name in colleges(dossier).items()
    )
    places = Places(round_id, model, municipalities)
    with in_language(language):
        compiled = compile_report(model, edition=edition(places))
        checked = check_compiled(
            compiled, known_giveaways(dossier, names), allowed=seen_ids(dossier, round_id)
        )
        kept = ReviewFile(
            version=model.document.version,
            language=language,
            markdown=compiled.markdown,
            places=places.all,
        )
    own = [finding for finding in report.findings if finding.rule in ("E1", "E2", "P10")]
    findings = (*own, *placed_findings(dossier, round_id, names, checked.findings))
    data = compiled.markdown.encode()
    made = Outgoing("review", "steering", kept.version, language, data, tuple(findings), people=report.people)
    return PreparedReview(made, join(round_id, places.mark), kept)


def sent(dossier: Dossier, round_id: str, review: PreparedReview) -> None:
    """Keep what was written, to read it back, and note it in the export log.

    Raises:
        DossierUnavailable: The dossier cannot be written; the file that was written stays.
    """
    with dossier.change() as change:
        change.save(review.kept, review.key)
        wrote(dossier, round_id, review.made)


def sent_files(dossier: Dossier, round_id: str) -> dict[str, ReviewFile]:
    """The review files of the round by mark, the oldest first."""
    found = sorted(dossier.all(ReviewFile, f"{round_id}/"), key=lambda item: (item.at, item.key))
    return {last(item.key): item.value for item in found if item.value}
