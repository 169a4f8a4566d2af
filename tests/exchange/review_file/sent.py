"""A review file of the example as it was sent, and hands that fill it in."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from boce_tui.cycle.reviewing.sending import prepare_review
from boce_tui.domain.keys import last
from boce_tui.domain.reviewing import ReviewFile
from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from tests.example import example_env

CHOICES = {
    "adopt": "overnemen",
    "adopt_changed": "gewijzigd overnemen",
    "reject": "niet overnemen",
    "hold": "aanhouden",
}
LABELS = {
    "text": "Gewijzigde tekst",
    "motivation": "Motivering",
    "owner": "Wie pakt het op",
    "deadline": "Wanneer klaar",
    "remark": "Opmerking",
}


@dataclass(frozen=True)
class Sent:
    """What was sent."""

    mark: str
    file: ReviewFile

    @property
    def files(self) -> dict[str, ReviewFile]:
        return {self.mark: self.file}

    @property
    def numbers(self) -> dict[str, str]:
        """Number of a recommendation -> its mark."""
        return {place.number: place.mark for place in self.file.places if place.recommendation}


@cache
def sent() -> Sent:
    """The review file of the example."""
    env = example_env(Path(tempfile.mkdtemp(prefix="boce-review-")))
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        names = Names(dossier.folder)
        names.unlock(find_key(env, dossier.folder, example=True) or "")
        review = prepare_review(dossier, "2041", names)
    return Sent(last(review.key), review.kept)


def place_in(text: str, mark: str) -> tuple[int, int]:
    """Begin and end of a place to fill in: from its mark to the line that ends it."""
    begin = text.index(f"**Kenmerk {mark}")
    end = text.index(f"Einde {mark}.", begin) + len(f"Einde {mark}.")
    return begin, end


def _plain(value: str) -> str:
    return value.replace("\\", "\\\\")


def fill(text: str, mark: str, choice: str = "", **fields: str) -> str:
    """Fill in one place."""
    begin, end = place_in(text, mark)
    block = text[begin:end]
    if choice:
        block = block.replace(f"- [ ] {CHOICES[choice]}\n", f"- [x] {CHOICES[choice]}\n")
    for name, value in fields.items():
        pattern = rf"({LABELS[name]}(?: \([^)]*\))?:) …+"
        block, times = re.subn(pattern, rf"\1 {_plain(value)}", block)
        assert times == 1, name
    return text[:begin] + block + text[end:]


def on_behalf(text: str, option: str, letter: str = "") -> str:
    """Tick who fills it in."""
    assert f"- [ ] {option}" in text
    text = text.replace(f"- [ ] {option}", f"- [x] {option}", 1)
    return re.sub(r"(geen naam\):) …+", rf"\1 {letter}", text, count=1) if letter else text


def mark_of(text: str, number: str) -> str:
    """The mark of a place by its number."""
    found = re.search(rf"\*\*Kenmerk ({re.escape(number)}-[0-9a-f]{{4}})", text)
    assert found is not None
    return found[1]
