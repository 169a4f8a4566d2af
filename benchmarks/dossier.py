"""The dossiers that are measured: the example as it comes, and one with thousands of answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec

from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import ALL, AnswerKey, join
from boce_tui.domain.round import Interview, Round
from boce_tui.env import Env
from boce_tui.store import Dossier, Stored

BOCE = [sys.executable, "-m", "boce_tui"]
LINE = (
    "dat is goed gegaan, de rol is helder. het doel en de middelen passen samen\n"  # none of the keys typed
)


def make_example(folder: Path) -> Path:
    """The example cycle, made by the command line in `folder`."""
    subprocess.run([*BOCE, "--data", str(folder), "demo", "--no-open"], check=True, stdout=subprocess.DEVNULL)
    return folder


def newest_round(dossier: Dossier) -> str:
    """The round that is under way."""
    return max(stored.key for stored in dossier.all(Round))


def grow(folder: Path, answers: int) -> int:
    """Repeat the newest round's interviews until there are that many answers; returns how many there are."""
    with Dossier.open(folder, Env.from_process(str(folder))) as dossier:
        round_id = newest_round(dossier)
        interviews = [i for i in dossier.all(Interview, f"{round_id}/") if _answers_of(dossier, i)]
        total = len(dossier.all(Answer, f"{round_id}/"))
        number = 100
        while total < answers:
            for original in interviews:
                number += 1
                total += _repeat(dossier, original, f"G{number}")
                if total >= answers:
                    break
        return total


def _answers_of(dossier: Dossier, interview: Stored[Interview]) -> list[Stored[Answer]]:
    return dossier.all(Answer, f"{interview.key}/")


def _repeat(dossier: Dossier, original: Stored[Interview], new_id: str) -> int:
    answers = _answers_of(dossier, original)
    assert original.value is not None
    round_id = AnswerKey.parse(answers[0].key).round
    with dossier.change() as change:
        change.save(original.value, join(round_id, new_id))
        for answer in answers:
            assert answer.value is not None
            key = AnswerKey.parse(answer.key)._replace(interview=new_id)
            change.save(
                msgspec.structs.replace(answer.value, text=f"{answer.value.text} ({new_id})"), str(key)
            )
    return len(answers)


def long_text(size: int) -> str:
    """A text of exactly `size` characters in lines of ordinary length."""
    return (LINE * (size // len(LINE) + 1))[:size]


def with_long_answer(folder: Path, size: int) -> str:
    """Give an open answer `size` characters and leave its interview there; returns what opens it.

    The answer is one of the whole table and without choices beside it: there the notes field has the focus.
    """
    with Dossier.open(folder, Env.from_process(str(folder))) as dossier:
        for interview in dossier.all(Interview, f"{newest_round(dossier)}/"):
            for answer in _answers_of(dossier, interview):
                key = AnswerKey.parse(answer.key)
                if key.participant != ALL or not answer.value or answer.value.values or not answer.value.text:
                    continue
                assert interview.value is not None
                dossier.save(msgspec.structs.replace(answer.value, text=long_text(size)), answer.key)
                position = f"{key.question}/{key.theme}"
                left_there = msgspec.structs.replace(interview.value, position=position, state="held")
                dossier.save(left_there, interview.key)
                return key.interview
    raise SystemExit("the example has no interview with an open answer")
