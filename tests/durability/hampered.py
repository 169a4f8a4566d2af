"""The app on a disk that can be made slow, full or dead while it runs.

``python -m tests.durability.hampered CONTROL ARGUMENTS...`` runs ``boce ARGUMENTS``. The file CONTROL says
what the disk does now: nothing, ``gone`` (all calls fail), or ``still`` (a sync lasts until the word is gone,
and meanwhile there is a file CONTROL.waits).
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

    waits = control.with_suffix(".waits")

    def now() -> str:
        return control.read_text() if control.exists() else ""

    def watch(op: Op) -> int:
        word = now()
        if word == "gone":
            return CANTOPEN if op[0] == "open" else IOERR
        if word == "still" and op[0] == "sync":
            waits.touch()
            while now() == "still":
                time.sleep(0.01)
            waits.unlink()
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
