"""Quantity words: which word fits how many (domain.md 5.4).

The share is of the people who answered, and only from ``count`` people on. Under three people the
word is "also mentioned", which is never tied to a group, theme role or municipality.
"""

from __future__ import annotations

from boce_tui.domain.threshold import LOWEST, may_count
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

QUANTIFIERS: Vocabulary = {
    "all": N_("all"),
    "nearly_all": N_("nearly all"),
    "most": N_("most"),
    "about_half": N_("about half"),
    "part": N_("a part"),
    "few": N_("a few"),
    "also_mentioned": N_("also mentioned"),
}
_FROM_SHARE = ((1.0, "all"), (0.85, "nearly_all"), (0.60, "most"), (0.40, "about_half"), (0.20, "part"))


def propose(supporting: int, answered: int, threshold: int = 5) -> str | None:
    """The word that fits ``supporting`` of ``answered`` different people.

    Returns:
        An id of ``QUANTIFIERS``; None when too few people answered to use such a word, or nobody supports it.
    """
    if supporting <= 0 or supporting > answered:
        return None
    if supporting < LOWEST:
        return "also_mentioned"
    if not may_count(answered, threshold):
        return None
    share = supporting / answered
    return next((word for least, word in _FROM_SHARE if share >= least), "few")
