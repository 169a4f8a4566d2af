"""A process that types and saves and says what it has done, until it is killed.

``python -m tests.durability.typist FOLDER ROUND``: ``e3`` after the third edit is in the draft log,
``r3`` after the third revision was saved.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier


def letter(number: int) -> str:
    """What is typed, one character after another."""
    return "abcdefghijklmnopqrstuvwxyzé\n"[number % 28]


def typed_key(round_: str) -> str:
    """Where the typed text goes."""
    return f"2041/G{round_}/A1/-/all"


def saved_key(round_: str, number: int) -> str:
    """Where a revision of its own goes."""
    return f"2041/G{round_}/A2/-/R{number:02d}"


def main(folder: Path, round_: str) -> None:
    """Type for ever."""
    dossier = Dossier.open(folder, Env(data_dir=folder))
    key = typed_key(round_)
    saver = FieldSaver(
        dossier, f"answer:{key}:text", "", "", lambda text: dossier.save(Answer(text=text), key)
    )
    edits = revisions = 0
    while True:
        saver.edited(len(saver.text), len(saver.text), letter(edits))
        edits += 1
        os.write(1, b"e%d\n" % edits)
        if edits % 5 == 0:
            saver.tick()
        if edits % 11 == 0:
            revisions += 1
            dossier.save(Answer(text=f"antwoord {revisions}"), saved_key(round_, revisions))
            os.write(1, b"r%d\n" % revisions)
        if edits % 40 == 0:
            saver.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
