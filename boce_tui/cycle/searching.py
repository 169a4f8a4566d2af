"""Searching everything people wrote in the dossier (R48)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from boce_tui.cycle.titles import Titles
from boce_tui.domain.agenda import Document
from boce_tui.domain.analysis import ChapterText, Finding, MainConclusion, SubConclusion
from boce_tui.domain.base import Entity
from boce_tui.domain.intake import Intake
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.keys import AnswerKey, join
from boce_tui.domain.needs import InformationNeed
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.domain.plans import PlannedResult
from boce_tui.domain.progressing import ProgressEntry
from boce_tui.domain.recalibrating import Recalibration
from boce_tui.domain.recommendation import FollowUp, Recommendation
from boce_tui.domain.round import Interview
from boce_tui.domain.sending import Success
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_
from boce_tui.store import Dossier

KINDS: dict[str, type[Entity]] = {
    kind.entity: kind
    for kind in (
        Answer,
        Quote,
        Note,
        ExtraQuestion,
        Finding,
        SubConclusion,
        MainConclusion,
        Recommendation,
        FollowUp,
        Document,
        ChapterText,
        Success,
        InformationNeed,
        Recalibration,
        Intake,
        PlannedResult,
        ProgressEntry,
    )
}
KIND_WORDS: Vocabulary = {
    Answer.entity: N_("answer"),
    Quote.entity: N_("quote"),
    Note.entity: N_("note"),
    ExtraQuestion.entity: N_("extra question"),
    Finding.entity: N_("finding"),
    SubConclusion.entity: N_("sub-conclusion"),
    MainConclusion.entity: N_("main conclusion"),
    Recommendation.entity: N_("recommendation"),
    FollowUp.entity: N_("follow-up"),
    Document.entity: N_("document"),
    ChapterText.entity: N_("report text"),
    Success.entity: N_("success"),
    InformationNeed.entity: N_("what the councils want to know"),
    Recalibration.entity: N_("recalibration"),
    Intake.entity: N_("candidate theme"),
    PlannedResult.entity: N_("planned result"),
    ProgressEntry.entity: N_("part of a progress round"),
}
MOST = 100


@dataclass(frozen=True)
class Found:
    """Something that holds the words.

    Attributes:
        entity: Its stored name.
        key: Its key.
        title: What it is called.
        snippet: A line around the first word.
    """

    entity: str
    key: str
    title: str
    snippet: str


def search(
    dossier: Dossier, round_id: str, words: str, kinds: Sequence[str] = (), limit: int = MOST
) -> list[Found]:
    """Everything with all these words or other forms of them, best first; nothing of withdrawn interviews.

    Args:
        dossier: The dossier.
        round_id: The round one works in; names are as seen from there.
        words: What was typed.
        kinds: Stored names of the kinds to look in; all of them when empty.
        limit: Most that is returned.
    """
    wanted = [KINDS[kind] for kind in kinds or KINDS]
    titles = Titles(dossier, round_id)
    may_be_found = findable(dossier)
    found = []
    for hit in dossier.search(words, wanted, limit=limit):
        if not may_be_found(hit.entity, hit.key):
            continue
        title = titles.of(hit.entity, hit.key)
        elsewhere = hit.key.split("/")[0]
        if elsewhere != round_id and elsewhere not in title:
            title = f"{elsewhere} · {title}"
        found.append(Found(hit.entity, hit.key, title, hit.snippet))
    return found


def findable(dossier: Dossier) -> Callable[[str, str], bool]:
    """Tells of an item (stored name of the kind, key) whether a search may show it.

    What was said in a withdrawn interview is not shown.
    """
    withdrawn = {key for key, item in dossier.values(Interview).items() if item.state == "withdrawn"}
    return lambda entity, key: not withdrawn or _interview(dossier, entity, key) not in withdrawn


def _interview(dossier: Dossier, entity: str, key: str) -> str:
    """Key of the interview an answer, its labels or a quote is from; empty for anything else."""
    if entity == Quote.entity:
        quote = dossier.value(Quote, key)
        entity, key = (Answer.entity, quote.answer) if quote else ("", "")
    if entity in (Note.entity, ExtraQuestion.entity, Passage.entity):
        return key.rpartition("/")[0]
    if entity not in (Answer.entity, Tagging.entity):
        return ""
    place = AnswerKey.parse(key)
    return join(place.round, place.interview)
