"""Opens a dossier, types, saves and closes, and says after each step what is kept now; see `test_syscalls`.

``python -m tests.durability.one_save FOLDER`` says ``typed TEXT`` when a text is in the draft log, ``saved
TEXT`` when line 1 would say "bewaard", ``failed`` when it would say "NIET BEWAARD", and ``revision TEXT``
when a save returned.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from boce_tui.cycle.saving import FieldSaver
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.errors import BoceError
from boce_tui.store import Dossier

TYPED, OTHER = "2041/G01/A1/-/all", "2041/G01/A2/-/all"
FIELD = f"answer:{TYPED}:text"
TEXT = "Er ligt een visie, maar niemand voelt zich eigenaar."


def say(what: str, text: str = "") -> None:
    os.write(1, f"{what} {text}\n".encode())


def main(folder: Path) -> None:
    now = [0.0]
    try:
        dossier = Dossier.open(folder, Env(data_dir=folder))
    except BoceError:
        say("failed")
        return
    with suppress(BoceError):
        saver = FieldSaver(
            dossier,
            FIELD,
            "",
            "",
            lambda text: dossier.save(Answer(text=text), TYPED),
            clock=lambda: now[0],
        )
        for char in TEXT:
            saver.edited(len(saver.text), len(saver.text), char)
            now[0] += 0.1
            if saver.state.in_draft:
                say("typed", saver.text)
            if len(saver.text) == len(TEXT) // 2:
                settle(dossier, saver, now, 0.5)
        saver.leave(wait=True)
        settle(dossier, saver, now, 2.5)
        try:
            dossier.save(Answer(text="een keuze"), OTHER)
            say("revision", "een keuze")
        except BoceError:
            say("failed")
    with suppress(BoceError):
        dossier.close()
    say("closed")


def settle(dossier: Dossier, saver: FieldSaver, now: list[float], seconds: float) -> None:
    """Time goes by."""
    now[0] += seconds
    saver.tick()
    with suppress(BoceError):
        dossier.later(int).result()
    saver.tick()
    say("saved" if saver.state.kind == "saved" else "failed", saver.text)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
