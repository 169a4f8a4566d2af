"""The app on a disk that can be made slow, full or dead while it runs.

``python -m tests.durability.hampered CONTROL ARGUMENTS...`` runs ``boce ARGUMENTS``. The file CONTROL says
what the disk does now: nothing, ``gone`` (all calls fail), or ``slow 0.2`` (each sync takes so long).
"""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

from boce_tui.store.draftlog import LogFile
from tests.durability.vfs import CANTOPEN, IOERR, Op, Watched


def main(control: Path, argv: list[str]) -> int:
    """Run the app."""

    def now() -> str:
        return control.read_text() if control.exists() else ""

    def watch(op: Op) -> int:
        word = now()
        if word == "gone":
            return CANTOPEN if op[0] == "open" else IOERR
        if word.startswith("slow") and op[0] == "sync":
            time.sleep(float(word.split()[1]))
        return 0

    write = LogFile.write

    def dying(self: LogFile, data: bytes, place: int) -> None:
        if now() == "gone":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        write(self, data, place)

    LogFile.write = dying  # type: ignore[method-assign]
    kept = Watched(watch)
    from boce_tui.cli.main import entry

    sys.argv = ["boce", *argv]
    try:
        entry()
    except SystemExit as end:
        return int(end.code or 0)
    finally:
        del kept
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
