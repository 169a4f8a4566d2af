"""What the answer types and the lists of a round are called for people (domain.md 4.0)."""

from __future__ import annotations

from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

TYPES: Vocabulary = {
    "open_text": N_("open answer"),
    "quote": N_("quote"),
    "realisation_status": N_("realisation"),
    "rating_1_5": N_("mark 1-5"),
    "yes_no_partly": N_("yes / partly / no"),
    "single_choice": N_("choice"),
    "multi_choice": N_("choice, several"),
    "grid": N_("table"),
    "ranked_list": N_("top 3"),
    "list": N_("list"),
    "number": N_("number"),
    "hours": N_("hours"),
    "money": N_("amount of money"),
    "percent": N_("percentage"),
    "date": N_("date"),
    "month": N_("month"),
    "reference": N_("reference"),
    "norm_score": N_("norm"),
    "progress_status": N_("progress"),
    "swot_item": N_("SWOT"),
}
SOURCES: Vocabulary = {
    "focus_themes": N_("focus themes"),
    "themes": N_("themes"),
    "bodies": N_("bodies and roles"),
    "earlier_recommendations": N_("earlier recommendations"),
    "municipalities": N_("municipalities"),
    "documents": N_("documents"),
    "ambitions": N_("ambitions"),
    "agreements": N_("agreements"),
}
