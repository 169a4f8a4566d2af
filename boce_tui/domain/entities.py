"""The registry of everything that is kept in the dossier as revisions."""

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

KINDS: tuple[type[Entity], ...] = (
    Agenda,
    Organisation,
    Body,
    Theme,
    Ambition,
    Document,
    Round,
    Evaluator,
    Respondent,
    Interview,
    InterviewRecord,
    Instrument,
    Answer,
    Quote,
    Tagging,
    Note,
    ExtraQuestion,
    Passage,
    Finding,
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
    ReportVersion,
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
    ExportEntry,
    ErasureCertificate,
    ReportBasis,
)

ENTITIES: dict[str, type[Entity]] = {kind.entity: kind for kind in KINDS}
"""Stored name -> struct."""
