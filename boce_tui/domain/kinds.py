"""What the kinds of items in a dossier are called, for people: add a new kind to both lists here."""

from __future__ import annotations

from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_, _

_LABELS = {
    "agendas": N_("agendas"),
    "organisations": N_("organisations"),
    "bodies": N_("bodies"),
    "themes": N_("themes"),
    "ambitions": N_("ambitions"),
    "documents": N_("documents"),
    "rounds": N_("rounds"),
    "evaluators": N_("evaluators"),
    "respondents": N_("respondents"),
    "interviews": N_("interviews"),
    "interview_records": N_("interview records"),
    "instruments": N_("question sets"),
    "answers": N_("answers"),
    "quotes": N_("quotes"),
    "taggings": N_("answers with labels"),
    "notes": N_("free notes"),
    "extra_questions": N_("extra questions"),
    "passages": N_("linked passages"),
    "findings": N_("findings"),
    "sub_conclusions": N_("sub-conclusions"),
    "main_conclusions": N_("main conclusions"),
    "chapter_texts": N_("texts in the report"),
    "recommendation_groups": N_("groups of recommendations"),
    "recommendations": N_("recommendations"),
    "decisions": N_("decisions"),
    "follow_ups": N_("follow-ups"),
    "action_items": N_("actions"),
    "scans": N_("follow-up scans"),
    "meetings": N_("meetings"),
    "kept_figures": N_("figures kept for comparison"),
    "report_versions": N_("issued reports"),
    "review_files": N_("review files that were made"),
    "reviews": N_("review files that were read in"),
    "remarks": N_("remarks on the report"),
    "doubts": N_("doubts about review files"),
    "successes": N_("successes"),
    "recalibrations": N_("decisions of the recalibration"),
    "intakes": N_("candidate themes"),
    "available_hours": N_("available hours"),
    "progress_rounds": N_("progress rounds"),
    "progress_entries": N_("parts of a progress round"),
    "export_entries": N_("exports"),
    "erasure_certificates": N_("proofs of erasure"),
    "report_bases": N_("figures kept without the answers"),
    "names": N_("names"),
    "seen_warnings": N_("warnings that were looked at"),
}

ORIGINS: Vocabulary = {
    "agenda": N_("the agenda"),
    "organisation": N_("organisation"),
    "body": N_("body"),
    "theme": N_("theme"),
    "ambition": N_("ambition"),
    "document": N_("document"),
    "round": N_("round"),
    "respondent": N_("interviewee"),
    "instrument": N_("question set"),
    "answer": N_("answer"),
    "quote": N_("quote"),
    "finding": N_("finding"),
    "sub_conclusion": N_("sub-conclusion"),
    "main_conclusion": N_("main conclusion"),
    "chapter_text": N_("chapter text"),
    "recommendation_group": N_("group of recommendations"),
    "recommendation": N_("recommendation"),
    "follow_up": N_("follow-up"),
    "decision": N_("decision"),
    "success": N_("success"),
    "recalibration": N_("recalibration"),
    "intake": N_("candidate theme"),
    "available_hours": N_("available hours"),
    "progress_round": N_("progress round"),
    "progress_entry": N_("part of a progress round"),
}
"""What one item of a kind is called, where a text comes from."""


def kind_label(view: str) -> str:
    """The plural name of a kind, by the name of its view."""
    return _(_LABELS[view]) if view in _LABELS else view
