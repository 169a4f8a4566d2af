"""A round out as a cycle document, and in again (design.md section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boce_tui.cycle import trailing
from boce_tui.cycle.merging.numbers import check_document
from boce_tui.cycle.outcome import IMPORTING, Course, outcome
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.agenda import Agenda, Ambition, Body, Organisation, Theme
from boce_tui.domain.analysis import Finding
from boce_tui.domain.approving import InterviewRecord
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import ENTITIES, KINDS
from boce_tui.domain.exporting import ExportEntry
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.kept_figures import KeptFigure
from boce_tui.domain.meetings import Scan
from boce_tui.domain.needs import InformationNeed
from boce_tui.domain.plans import AnnualPlan, PlannedResult
from boce_tui.domain.recommendation import ActionItem, Decision, FollowUp, Recommendation, RecommendationGroup
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.round import Round
from boce_tui.errors import BadInput
from boce_tui.exchange import cycle_document
from boce_tui.locale import _
from boce_tui.store import Dossier, RevisionRow

AROUND: tuple[type[Entity], ...] = (Agenda, Organisation, Body, Theme, Ambition)
"""What is not of one round, and every round needs."""
OF_EARLIER: tuple[type[Entity], ...] = (
    Round,
    RecommendationGroup,
    Recommendation,
    Decision,
    FollowUp,
    ActionItem,
    Scan,
    InformationNeed,
    AnnualPlan,
    PlannedResult,
    KeptFigure,
)
"""What of earlier rounds goes along: what was advised and what became of it, never what people said."""
LOGS: tuple[type[Entity], ...] = (ExportEntry,)
"""What stays with this dossier: a cycle document holds no logs (design.md section 6)."""


@dataclass(frozen=True)
class ImportPlan:
    """What importing a cycle document would do.

    Attributes:
        round_id: The round it is about.
        rows: Every revision in it.
        new: Number of revisions that are not here yet.
        example: Everybody in it is invented.
    """

    round_id: str
    rows: list[RevisionRow]
    new: int
    example: bool = False


def export_cycle(dossier: Dossier, round_id: str) -> bytes:
    """The whole round as a cycle document: heads, and every revision that evidence cites.

    Raises:
        BadInput: There is no such round.
    """
    rows = {row.id: row for kind in AROUND for row in dossier.head_rows(kind)}
    for earlier in rounds_before(dossier, round_id):
        rows |= {row.id: row for kind in OF_EARLIER for row in _of_round(dossier, kind, earlier)}
    for kind in KINDS:
        if kind not in AROUND and kind not in LOGS:
            rows |= {row.id: row for row in _of_round(dossier, kind, round_id)}
    present = {(row.entity, row.key): row for row in rows.values() if not row.deleted}
    rows = {row.id: row for row in rows.values() if (row.entity, row.key) in present}
    for entity, key, oldest in _cited(dossier, round_id):
        history = dossier.history(ENTITIES[entity], key)
        ids = [item.id for item in history]
        # From the cited revision up to the head, so that history still joins where it is read back.
        if oldest in ids:
            rows |= {row.id: row for row in dossier.export_rows(ids[ids.index(oldest) :])}
    # What was erased is left out, digest and all: the chain then begins after it.
    present_rows = [row for row in rows.values() if not row.erased]
    return cycle_document.write(round_id, present_rows, example=dossier.example)


def _of_round(dossier: Dossier, kind: type[Entity], round_id: str) -> list[RevisionRow]:
    if kind in (Round, ReportBasis):
        return [row for row in dossier.head_rows(kind, round_id) if row.key == round_id]
    return dossier.head_rows(kind, f"{round_id}/")


def rounds_before(dossier: Dossier, round_id: str) -> list[str]:
    """The rounds before this one that are in the dossier, latest first."""
    found: list[str] = []
    previous = the_round(dossier, round_id).previous
    while previous and previous not in found:
        earlier = dossier.value(Round, previous)
        if earlier is None:
            break
        found.append(previous)
        previous = earlier.previous
    return found


def _cited(dossier: Dossier, round_id: str) -> list[tuple[str, str, str]]:
    """(entity, key, oldest cited revision) of what was changed or deleted after it was cited or sent."""
    cited: dict[tuple[str, str], set[str]] = {}
    for finding in dossier.values(Finding, f"{round_id}/").values():
        for evidence in finding.evidence:
            cited.setdefault((evidence.kind, evidence.key), set()).add(evidence.revision)
    for record in dossier.values(InterviewRecord, f"{round_id}/").values():
        for kind, sent in ((Answer, record.answers), (Quote, record.quotes)):
            for key, revision in sent.items():
                cited.setdefault((kind.entity, key), set()).add(revision)
    found = []
    for (entity, key), revisions in sorted(cited.items()):
        head = dossier.get(ENTITIES[entity], key)
        if revisions - ({head.id} if head else set()):
            order = [item.id for item in dossier.history(ENTITIES[entity], key) if item.id in revisions]
            found += [(entity, key, order[0])] if order else []
    return found


def plan_import(dossier: Dossier, data: bytes, name: str) -> ImportPlan:
    """Look what a cycle document would bring, without changing anything.

    Raises:
        BadInput: It cannot be read, or the round is here already with other content.
    """
    from boce_tui.cycle.handing_over.admitting import check_no_answers, check_no_interviews
    from boce_tui.cycle.handing_over.receiving import is_next, with_what_follows

    document, rows = cycle_document.read(data, name)
    check_no_answers(dossier, rows)
    check_no_interviews(dossier, rows)
    following = is_next(dossier, rows)
    rows = with_what_follows(dossier, rows)
    known = {row.id for row in dossier.export_rows(row.id for row in rows if dossier.revision(row.id))}
    fresh = [row for row in rows if row.id not in known]
    for row in fresh if not following else ():
        if dossier.get(ENTITIES[row.entity], row.key) is not None:
            raise BadInput(
                _("{item} is in this dossier already, with other content.").format(
                    item=f"{row.entity} {row.key}"
                ),
                place=name,
                hint=_(
                    "Nothing was changed. Import it into an empty folder: boce --data FOLDER import FILE."
                ),
            )
    check_document(dossier, rows)
    if document.example != dossier.example and dossier.values(Round):
        raise BadInput(
            _("An example and a real dossier do not go together."),
            place=name,
            hint=_("Nothing was changed. Import it into an empty folder: boce --data FOLDER import FILE."),
        )
    return ImportPlan(document.round, rows, len(fresh), document.example)


@dataclass(frozen=True)
class Imported:
    """What importing a cycle document has done.

    Attributes:
        new: Number of new revisions.
        gone: Revisions of which the text went: an earlier hand-over, or work on what was withdrawn here.
        backup: The backup that was made before; None when there was nothing to lose, or nothing new.
    """

    new: int
    gone: int
    backup: Path | None


def carry_out(dossier: Dossier, plan: ImportPlan) -> Imported:
    """Import what was planned, all or nothing, after a verified backup.

    Of what was withdrawn here nothing comes back, and the next hand-over takes the place of the one before.

    Raises:
        BoceError: It could not be done; it says whether the dossier is as it was.
    """
    # On the database thread from begin to end: nobody comes in between.
    with outcome(IMPORTING) as course:
        done = dossier.at_once(_carry_out, dossier, plan, course)
    trailing.record(
        dossier, "import", what="cycle", round=plan.round_id, revisions=done.new, erased=done.gone
    )
    return done


def _carry_out(dossier: Dossier, plan: ImportPlan, course: Course) -> Imported:
    from boce_tui.cycle.handing_over.receiving import settle
    from boce_tui.cycle.withdrawing.enforcing import clean, erase_again

    backup = dossier.backup("import") if plan.new and dossier.changes() else None
    with dossier.change():
        new = dossier.import_revisions(plan.rows)
        gone = settle(dossier, plan.rows) + erase_again(dossier)
        if plan.example and not dossier.example:
            dossier.become_example()
    course.decided()
    clean(dossier)
    return Imported(new, gone, backup)
