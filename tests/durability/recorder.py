"""Types and saves through the real store, and writes down every write and sync and every "bewaard".

``python -m tests.durability.recorder FOLDER OUT``: says ``ready``, waits for a line, does its work, leaves
in OUT what happened (pickled): operations as in `tests.durability.vfs`, and ``("saved", where, text)``.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from boce_tui.cycle.saving import FieldSaver, SaveState
from boce_tui.domain.interviewing import Answer
from boce_tui.env import Env
from boce_tui.store import Dossier, Stored
from boce_tui.store.draftlog import LogFile
from tests.durability.vfs import Op, Watched

FIELDS = ("2041/G01/A1/-/all", "2041/G01/A2/-/all")
PAIR = ("2041/G02/A1/-/all", "2041/G02/A2/-/all")
WORDS = "de samenwerking loopt, maar het tempo verschilt per gemeente. "
TURN = 25
"""So many characters in one field, then so many in the other."""


def field_of(key: str) -> str:
    return f"answer:{key}:text"


def typed(key: str) -> str:
    """All that is typed in a field, in the end."""
    return "".join(c for n, c in enumerate(WORDS) if FIELDS[n // TURN % 2] == key)


class Recorder:
    """Everything that happened, in order."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.on = False

    def watch(self, op: Op) -> int:
        if self.on and op[0] != "read":
            self.events.append(op)
        return 0

    def saved(self, where: str, text: str) -> None:
        if self.on:
            self.events.append(("saved", where, text))

    def watch_log(self) -> None:
        """The draft log is written without SQLite."""
        begin, write, recorder = LogFile.__init__, LogFile.write, self

        def named(self: LogFile, path: Path) -> None:
            begin(self, path)
            self.name = path.name  # type: ignore[attr-defined]

        def noted(self: LogFile, data: bytes, place: int) -> None:
            write(self, data, place)
            recorder.watch(("write", getattr(self, "name", ""), place, data))

        LogFile.__init__ = named  # type: ignore[method-assign]
        LogFile.write = noted  # type: ignore[method-assign]


def main(folder: Path, out: Path) -> None:
    recorder = Recorder()
    recorder.watch_log()
    kept = Watched(recorder.watch)
    now = [0.0]
    with Dossier.open(folder, Env(data_dir=folder)) as d:

        def writes(key: str) -> Any:
            def write(text: str) -> Stored[Answer]:
                return d.save(Answer(text=text), key)

            return write

        def tells(key: str) -> Callable[[SaveState], None]:
            """At the very moment line 1 would say so."""

            def tell(state: SaveState) -> None:
                if state.kind == "saved":
                    recorder.saved(key, savers[FIELDS.index(key)].text)

            return tell

        savers = [
            FieldSaver(d, field_of(key), "", "", writes(key), tells(key), clock=lambda: now[0])
            for key in FIELDS
        ]
        print("ready", flush=True)
        sys.stdin.readline()
        recorder.on = True
        for number, char in enumerate(WORDS):
            saver = savers[number // TURN % 2]
            saver.edited(len(saver.text), len(saver.text), char)
            now[0] += 2.2 if number % TURN == TURN - 1 else 0.5 if number % 10 == 9 else 0.08
            for each in savers:
                each.tick()
                d.later(int).result()
                each.tick()
            if number % 20 == 19:
                with d.change():
                    for key in PAIR:
                        d.save(Answer(text=f"samen {number}"), key)
                for key in PAIR:
                    recorder.saved(key, f"samen {number}")
        for saver in savers:
            saver.leave(wait=True)
        recorder.on = False
    del kept
    out.write_bytes(pickle.dumps(recorder.events))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
