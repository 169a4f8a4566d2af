"""Fixed words of the report: headings, short sentences, and which of them belongs to which id.

English is the source; Dutch stands in ``locale/nl/reports.po``. Where the same sentence would come back on
every page, a few variants take turns, in an order that depends on the place in the report only.
"""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_, _

HEADINGS: Vocabulary = {
    "introduction": N_("Introduction"),
    "background": N_("Background"),
    "approach": N_("Approach"),
    "questions": N_("Main question and sub-questions"),
    "reading_guide": N_("Reader's guide"),
    "main_conclusion": N_("Main conclusion"),
    "conclusion_introduction": N_("Introduction"),
    "conclusions": N_("Main conclusion"),
    "recommendations": N_("Recommendations"),
    "recommendations_per_theme": N_("Recommendations per theme"),
    "sub_conclusions": N_("Sub-conclusions"),
    "general": N_("General"),
    "afterword": N_("Afterword"),
    "appendices": N_("Appendices"),
    "interviewees": N_("Interviewees"),
    "documents": N_("Documents"),
    "follow_up": N_("Follow-up of earlier recommendations"),
    "figures": N_("Figures"),
    "question_list": N_("Question list"),
    "decisions": N_("Decisions per recommendation"),
}
"""Heading id -> words; `ReportModel.titles` may replace them."""

STATUS: Vocabulary = {"draft": N_("draft version"), "final": N_("final version")}

FORM_MEANS: Vocabulary = {
    "joint_action": N_("carrying out plans and actions together"),
    "joint_representation": N_("speaking with one voice to the province, the state and Europe"),
    "joint_learning": N_("sharing knowledge and training together"),
}

WORD_SHARES: Vocabulary = {
    "all": N_("everyone who answered"),
    "nearly_all": N_("85 to 99 per cent of those who answered"),
    "most": N_("60 to 84 per cent"),
    "about_half": N_("40 to 59 per cent"),
    "part": N_("20 to 39 per cent"),
    "few": N_("fewer than 20 per cent, but at least three people"),
    "also_mentioned": N_("one or two people"),
}
"""What the words of quantity mean (``QUANTIFIERS``), for the reader's guide."""

CARRIED_BY: dict[str, tuple[str, ...]] = {
    "all": (N_("All {people} say so."), N_("On this all {people} agree.")),
    "nearly_all": (N_("Nearly all {people} say so."), N_("We heard this from nearly all {people}.")),
    "most": (N_("Most {people} say so."), N_("We heard this from most {people}.")),
    "about_half": (
        N_("About half of the {people} say so."),
        N_("We heard this from about half of the {people}."),
    ),
    "part": (N_("Some of the {people} say so."), N_("We heard this from some of the {people}.")),
    "few": (N_("A few {people} say so."), N_("We heard this from a few {people}.")),
    "also_mentioned": (N_("This was also mentioned."),),
}

PERCEIVED: Vocabulary = {
    "all": N_("all: {status}"),
    "nearly_all": N_("nearly all: {status}"),
    "most": N_("most: {status}"),
    "about_half": N_("about half: {status}"),
    "part": N_("some: {status}"),
    "few": N_("a few: {status}"),
    "also_mentioned": N_("also mentioned: {status}"),
}

OTHER_SIDE = (
    N_("There is another view as well."),
    N_("Not everyone sees it this way."),
    N_("Something stands against this."),
)

QUOTE_LEADS = (
    N_("In the words of an interviewee:"),
    N_("An interviewee says about this:"),
    N_("An interviewee puts it this way:"),
    N_("As was said in one of the interviews:"),
)

EVIDENCE_FROM: Vocabulary = {
    "measured": N_("This is shown by figures."),
    "document": N_("This is shown by documents."),
}

EARLIER: Vocabulary = {
    "repeats": N_("repeats recommendation {number}"),
    "replaces": N_("replaces recommendation {number}"),
    "closes": N_("closes recommendation {number}"),
}


def turn(variants: Sequence[str], place: int) -> str:
    """The variant whose turn it is, in the language of the moment."""
    return _(variants[place % len(variants)])
