"""The round before the small one: one person interviewed, one conclusion, one recommendation."""

from __future__ import annotations

import msgspec

from boce_tui.domain.analysis import Evidence, Finding, SubConclusion
from boce_tui.domain.answers import Rating
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.recommendation import FollowUp, Recommendation, RecommendationGroup
from boce_tui.domain.round import Interview, Respondent, Round
from boce_tui.store import Dossier
from tests.cycle.factory import ROUND

BEFORE = "2040"


def with_round_before(dossier: Dossier) -> Dossier:
    """Put round 2040 before the small round; R51 was interviewed alone in it."""
    now = dossier.value(Round, ROUND)
    assert now
    with dossier.change() as c:
        c.save(Round(year=2040, title="Evaluatie 2040", instrument=now.instrument, closed=True), BEFORE)
        c.save(msgspec.structs.replace(now, previous=BEFORE), ROUND)
        c.save(Respondent(group="official", role="theme_lead"), f"{BEFORE}/R51")
        c.save(Interview(participants=("R51",), state="approved"), f"{BEFORE}/G51")
        answer = Answer(text="het liep stroef, 2040", values={"value": Rating(score=4)})
        c.save(answer, f"{BEFORE}/G51/E1/-/all")
        said = c.save(Answer(text="er ligt iets"), f"{BEFORE}/G51/A2/accessibility/all")
        source = Evidence(kind="answer", key=said.key, revision=said.id)
        c.save(Finding(text="Er ligt een visie.", evidence=(source,)), f"{BEFORE}/f1")
        c.save(
            SubConclusion(text="De ambitie werd deels bereikt.", findings=(f"{BEFORE}/f1",)),
            f"{BEFORE}/ambitions/accessibility",
        )
        c.save(RecommendationGroup(title="Rollen"), f"{BEFORE}/g1")
        c.save(Recommendation(text="Leg rollen vast.", group="g1"), f"{BEFORE}/r1")
        c.save(FollowUp(progress="in_progress", note="concept ligt er"), f"{BEFORE}/r1")
    return dossier
