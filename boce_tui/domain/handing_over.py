"""Kinds by what they hold of an interview: what of a round may leave the evaluators, for programme support.

A withdrawal uses the same lists: what holds nobody's words stays (`boce_tui.cycle.withdrawing.scope`).
"""

from __future__ import annotations

from boce_tui.domain.agenda import Agenda, Ambition, Body, Document, Organisation, Theme
from boce_tui.domain.analysis import ChapterText, Finding, MainConclusion, SubConclusion
from boce_tui.domain.approving import InterviewRecord
from boce_tui.domain.base import Entity
from boce_tui.domain.checks import SeenWarning
from boce_tui.domain.erasing import ErasureCertificate
from boce_tui.domain.exporting import ExportEntry
from boce_tui.domain.intake import AvailableHours, Intake
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.kept_figures import KeptFigure
from boce_tui.domain.meetings import Meeting, Scan
from boce_tui.domain.needs import InformationNeed
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.domain.plans import AnnualPlan, PlannedResult
from boce_tui.domain.progressing import ProgressEntry, ProgressRound
from boce_tui.domain.recalibrating import Recalibration
from boce_tui.domain.recommendation import (
    ActionItem,
    Decision,
    FollowUp,
    Recommendation,
    RecommendationGroup,
    ReportVersion,
)
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.reviewing import Doubt, Remark, Review, ReviewFile
from boce_tui.domain.round import Evaluator, Instrument, Interview, Respondent, Round
from boce_tui.domain.sending import Success

AS_IT_IS: tuple[type[Entity], ...] = (
    Agenda,
    Organisation,
    Body,
    Theme,
    Ambition,
    Document,
    Round,
    Evaluator,
    Instrument,
    SubConclusion,
    MainConclusion,
    ChapterText,
    RecommendationGroup,
    Recommendation,
    Decision,
    FollowUp,
    ActionItem,
    Scan,
    Meeting,
    InformationNeed,
    KeptFigure,
    ReviewFile,
    Review,
    Remark,
    Doubt,
    Success,
    Recalibration,
    Intake,
    AvailableHours,
    AnnualPlan,
    PlannedResult,
    ProgressRound,
    ProgressEntry,
    SeenWarning,
)
"""Holds nothing of an interview."""
WITHOUT_INTERVIEWS: tuple[type[Entity], ...] = (Finding, ReportVersion, ReportBasis)
"""Goes along after every trace of an interview was taken out."""
PEOPLE: tuple[type[Entity], ...] = (Respondent, Interview)
"""Who was spoken with: codes with role and municipality."""
SAID: tuple[type[Entity], ...] = (
    InterviewRecord,
    Answer,
    Quote,
    Tagging,
    Note,
    ExtraQuestion,
    Passage,
)
"""What was said, and what belongs to it: erased when the term of keeping is over."""
LOGS: tuple[type[Entity], ...] = (ExportEntry, ErasureCertificate)
"""Of this dossier only."""
STAYS: tuple[type[Entity], ...] = (*PEOPLE, *SAID, *LOGS)
"""Never leaves the evaluators. So does every kind that is in none of these lists."""
HIDDEN: tuple[type[Entity], ...] = (*PEOPLE, *SAID, ErasureCertificate)
"""What who works for programme support does not see in a full dossier either."""
