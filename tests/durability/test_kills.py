"""The app itself, typed in by a scripted typist in a pseudo-terminal and killed at a random moment.

What the screen showed at the kill is compared character by character with what is there afterwards: through
the store on a copy, and by the app itself when it is started again (which goes on where it was killed).
"""

from __future__ import annotations

import random
import shutil
import sys
import time
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.durability.outcome import LONG, SEED, Tell
from tests.durability.scribe import COLUMNS, ROWS, Scribe, field_lines, look
from tests.support import make_env
from tests.terminal import Terminal

PARTS, KILLS = (100, 10) if LONG else (12, 5)
LEAST = 60
QUESTIONS = ("E1", "E2", "E3", "E4", "E5", "E6")
LONGEST = 400
EMPTY = ["Typ hier wat er wordt gezegd. Elke letter is meteen bewaard."]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and pseudo-terminals are of POSIX")


def key_of(question: str) -> str:
    return f"{ROUND}/{ALONE}/{question}/-/all"


class Sitting:
    """One interview that is typed, killed and opened again, over and over.

    Attributes:
        texts: The notes per question as they are in the dossier or in the drafts.
        painted: Characters that were on the screen at the kills.
    """

    def __init__(self, tmp_path: Path, seed: int) -> None:
        self.env = make_env(tmp_path)
        self.data = self.env.data_dir
        self.tmp_path = tmp_path
        self.chance = random.Random(seed)
        self.texts = dict.fromkeys(QUESTIONS, "")
        self.at = 0
        self.copies = self.painted = 0
        small_round(self.data, self.env).close()

    @property
    def question(self) -> str:
        return QUESTIONS[self.at]

    def kill_once(self) -> None:
        """Start the app, see that all is there, type, kill it at some moment, and see that all is there."""
        chance = self.chance
        if len(self.texts[self.question]) > LONGEST:
            self.at = (self.at + 1) % len(QUESTIONS)
        argv = ["--data", str(self.data), "interview", ALONE]
        with Terminal(argv, self.tmp_path, size=(COLUMNS, ROWS)) as term:
            if any(self.texts.values()) and chance.random() < 0.15:
                read_for(term, chance.uniform(0.1, 1.5))  # killed while it starts and brings back
                term.kill9()
                assert self.there() == self.texts
                return
            self.go(term)
            self.wait_for_text(term)
            scribe = Scribe(chance, self.texts[self.question])
            end = time.monotonic() + chance.choice((chance.uniform(0, 0.5), chance.uniform(0, 2.6)))
            while time.monotonic() < end and len(scribe.text) < 900:
                for key in scribe.keys(chance.randint(1, 12)):
                    term.send(key)
                read_for(term, chance.choice((0.0, 0.0, 0.05, 0.35)))
            moved = chance.random() < 0.25
            if moved:
                term.send("<c-n>")
                read_for(term, chance.uniform(0, 0.4))
            term.kill9()
            while term.read(0) and term.read(0.02):
                pass
            self.check(term, scribe)

    def go(self, term: Terminal) -> None:
        """To the question, when the app has not opened there."""
        term.wait_for("Doorvragen" if self.at else "·", " van 36")
        if f" {self.question} · " not in term.text:
            term.wait_for("f2")
            term.send(f"<f2>{self.question.lower()}")
        term.wait_for(f" {self.question} · ")

    def wait_for_text(self, term: Terminal) -> None:
        text = self.texts[self.question]
        wanted = look(text) if text else EMPTY
        term.wait_until(lambda: field_lines(term.lines) == wanted, f"not there: {wanted}")

    def check(self, term: Terminal, scribe: Scribe) -> None:
        """What was painted is there, and nothing that was never typed."""
        painted = field_lines(term.lines)
        gone_on = painted and f" {self.question} · " not in term.text
        there = self.there()
        text = there[self.question]
        if gone_on:
            least = len(scribe.texts) - 1  # the next question is painted: all of this one had arrived
        else:
            painted = [] if painted == EMPTY else painted
            least = scribe.reached(painted)
            self.painted += sum(map(len, painted))
        found = scribe.find(text, least)
        assert found is not None, (
            f"painted: {painted}\nthere:   {look(text)}\nleast {least}: {scribe.texts[least]!r}"
        )
        assert {q: t for q, t in there.items() if q != self.question} == {
            q: t for q, t in self.texts.items() if q != self.question
        }
        self.texts = there
        if gone_on:
            self.at = (self.at + 1) % len(QUESTIONS)

    def there(self) -> dict[str, str]:
        """What a copy of the folder gives back for each question; looking changes nothing of the folder."""
        self.copies += 1
        copy = self.tmp_path / f"copy{self.copies}"
        shutil.copytree(self.data, copy)
        found = {}
        with Dossier.open(copy, self.env) as dossier:
            waiting = {item.field: item for item in dossier.drafts.recovered()}
            assert len(waiting) == len(dossier.drafts.recovered())
            for question in QUESTIONS:
                answer = dossier.value(Answer, key_of(question))
                found[question] = answer.text if answer else ""
                item = waiting.get(f"answer:{key_of(question)}:text")
                if item is not None:
                    assert not item.conflict, item
                    found[question] = item.text
        assert not sick(examine(copy, self.env))
        shutil.rmtree(copy)
        return found


def read_for(term: Terminal, seconds: float) -> None:
    """Watch the screen for so long."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        term.read(min(left, 0.05))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_painted_character_is_there_after_a_kill(tmp_path: Path, part: int, tell: Tell) -> None:
    seed = SEED + part
    print(f"seed {seed}")
    sitting = Sitting(tmp_path, seed)
    kills = 0
    for _ in range(KILLS):
        sitting.kill_once()
        kills += 1
    with Terminal(["--data", str(sitting.data), "interview", ALONE], tmp_path, size=(COLUMNS, ROWS)) as term:
        sitting.go(term)
        sitting.wait_for_text(term)
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert sitting.there() == sitting.texts
    tell("kill -9 while typing", f"seed {SEED}+", kills=kills, painted_characters=sitting.painted)
    assert kills == KILLS


def test_the_kills_are_enough() -> None:
    assert PARTS * KILLS >= LEAST
