"""How much longer things take with twice the input: the same work in two dossiers, in one process, in turn.

once     a hundred interviews, three hundred recommendations (each with a finding, a decision and an action)
twice    two hundred interviews, six hundred recommendations
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import process_time

import msgspec

from benchmarks.dossier import make_example
from boce_tui.domain.analysis import Evidence, Finding
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey, join
from boce_tui.domain.recommendation import ActionItem, Decision, Recommendation, RecommendationGroup
from boce_tui.domain.round import Interview, Round
from boce_tui.env import Env
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier

INTERVIEWS, RECOMMENDATIONS, IN_A_GROUP = 100, 300, 20
DAY = date(2041, 7, 2)
ROUND, NEXT = "2041", "2042"


@dataclass(frozen=True)
class Grown:
    """One thing that was done in both dossiers: milliseconds of work, of the turn disturbed least."""

    what: str
    once: float
    twice: float

    @property
    def ratio(self) -> float:
        """How many times as long it took."""
        return self.twice / self.once


def large_round(folder: Path, interviews: int, recommendations: int) -> Path:
    """The example with that many interviews and recommendations in its newest round."""
    make_example(folder)
    with Dossier.open(folder, Env.from_process(str(folder))) as dossier:
        _interviews(dossier, ROUND, interviews)
        _recommendations(dossier, ROUND, recommendations)
        # What is followed up is followed from the round after.
        dossier.save(Round(year=2042, title="Evaluatie 2042", previous=ROUND), NEXT)
    return folder


def _interviews(dossier: Dossier, round_id: str, wanted: int) -> None:
    originals = dossier.values(Interview, f"{round_id}/")
    answers = {key: dossier.values(Answer, f"{key}/") for key in originals}
    with dossier.change() as change:
        for number in range(len(originals), wanted):
            key = list(originals)[number % len(originals)]
            id_ = f"G{number + 100}"
            change.save(originals[key], join(round_id, id_))
            for place, answer in answers[key].items():
                change.save(answer, str(AnswerKey.parse(place)._replace(interview=id_)))


def _recommendations(dossier: Dossier, round_id: str, wanted: int) -> None:
    prefix = f"{round_id}/"
    findings = [f for f in dossier.values(Finding, prefix).values() if f.theme == "general" and f.evidence]
    items = list(dossier.values(Recommendation, prefix).values())
    stored = [answer for answer in dossier.all(Answer, prefix) if answer.value and answer.value.said.strip()]
    with dossier.change() as change:
        for number in range(len(items), wanted):
            group = f"extra{number // IN_A_GROUP}"
            if number % IN_A_GROUP == 0 or number == len(items):
                title = RecommendationGroup(title=f"Onderwerp {number // IN_A_GROUP}", order=100 + number)
                change.save(title, join(round_id, group))
            # Evidence from all over the round, so that it grows with the interviews.
            cited = [stored[(number * 7 + step * 31) % len(stored)] for step in range(5)]
            evidence = tuple(Evidence(kind="answer", key=a.key, revision=a.id) for a in cited)
            finding = msgspec.structs.replace(
                findings[number % len(findings)], evidence=evidence, order=1000 + number
            )
            finding_key = join(round_id, f"fx{number}")
            change.save(finding, finding_key)
            advice = msgspec.structs.replace(
                items[number % len(items)],
                group=group,
                order=number % IN_A_GROUP,
                letter=None,
                findings=(finding_key,),
                earlier=(),
                text=f"Doe {number} van de afspraken eerder.",
            )
            key = join(round_id, f"x{number}")
            change.save(advice, key)
            change.save(Decision(kind="decision", choice="adopt", date="2041-06-01"), f"{key}/emmen/decision")
            change.save(ActionItem(text=f"Actie {number}", deadline="2041-06-20"), f"{key}/a1")


def works(dossier: Dossier) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    from boce_tui.cycle.comparing_years.side_by_side import side_by_side
    from boce_tui.cycle.dashboard.reckoning import reckon
    from boce_tui.cycle.following_up.documents import prepare_follow_up
    from boce_tui.cycle.reporting.issuing import prepare
    from boce_tui.cycle.reviewing.sending import prepare_review, sent
    from boce_tui.cycle.reviewing.taking_in import plan

    round_id = ROUND
    names = Names(dossier.folder)
    key = find_key(dossier.env, dossier.folder, example=True)
    if key:
        names.unlock(key)
    review = prepare_review(dossier, round_id, names, draft=True)
    sent(dossier, round_id, review)
    filled = review.made.markdown.replace(b"[ ]", b"[x]", 1)
    return {
        "compiling the report": lambda: prepare(dossier, round_id, names, draft=True),
        "making the review file": lambda: prepare_review(dossier, round_id, names, draft=True),
        "reading the review file": lambda: plan(dossier, round_id, filled, "review.md", "steering_group"),
        "the dashboard": lambda: reckon(dossier, round_id, DAY),
        "the follow-up list": lambda: prepare_follow_up(dossier, NEXT, names),
        "two years side by side": lambda: side_by_side(dossier, round_id),
    }


def measure(work: Path, rounds: int) -> list[Grown]:
    """Do everything in both dossiers in turn."""
    folders = {}
    for times in (1, 2):
        folder = work / f"round{times * INTERVIEWS}"
        if not (folder / "ready").exists():
            print(f"     making a round of {times * INTERVIEWS} interviews", flush=True)
            large_round(folder, times * INTERVIEWS, times * RECOMMENDATIONS)
            (folder / "ready").touch()
        folders[times] = folder
    opened = {n: Dossier.open(folder, Env.from_process(str(folder))) for n, folder in folders.items()}
    try:
        todo = {n: works(dossier) for n, dossier in opened.items()}
        # As in the app after its first paint (tui/base_app): what two open dossiers hold is not gone through.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 50, 100)
        return [_grown(what, todo[1][what], todo[2][what], rounds) for what in todo[1]]
    finally:
        for dossier in opened.values():
            dossier.close()


def _grown(what: str, once: Callable[[], object], twice: Callable[[], object], rounds: int) -> Grown:
    took: dict[bool, list[float]] = {False: [], True: []}
    for turn in range(rounds + 1):
        for large, work in ((False, once), (True, twice)):
            begin = process_time()
            work()
            if turn:  # the first one loads modules
                took[large].append((process_time() - begin) * 1000)
    return Grown(what, min(took[False]), min(took[True]))
