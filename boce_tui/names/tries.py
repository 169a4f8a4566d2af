"""Wrong passphrases slow down: the next one has to wait, longer every time, also after a restart.

It is kept in a file of this folder, so it holds off who tries at the keyboard, not who copies the names file:
for that a passphrase is slow to try by itself.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from boce_tui.errors import PrivacyStop
from boce_tui.locale import ngettext

FILE = "names.tries"
FREE = 3
"""So many mistakes cost nothing."""
_LONGEST = 900


class Tries:
    """The wrong passphrases since the last right one.

    Args:
        folder: Folder of the dossier.
        clock: Now, timezone-aware.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._path = folder / FILE
        self._clock = clock

    def wait(self) -> int:
        """Seconds until the next passphrase may be tried; 0 for now."""
        wrong, last = self._read()
        if last is None or wrong < FREE:
            return 0
        pause = min(2 ** (wrong - FREE + 1), _LONGEST)
        since = (self._clock() - last).total_seconds()
        # A clock that was put back must not make it quicker, nor lock anybody out for years.
        return pause if since < 0 else max(0, -int(-(pause - since) // 1))

    def check(self) -> None:
        """Go on only when one may try.

        Raises:
            PrivacyStop: Not yet.
        """
        seconds = self.wait()
        if seconds:
            raise PrivacyStop(
                ngettext(
                    "Too many wrong passphrases: wait {n} second.",
                    "Too many wrong passphrases: wait {n} seconds.",
                    seconds,
                ).format(n=seconds)
            )

    def wrong(self) -> None:
        """One more that did not fit; it is on the disk before anybody hears so."""
        count, _last = self._read()
        now = self._clock()
        text = json.dumps({"wrong": count + 1, "last": now.isoformat()})
        fresh = self._path.with_name(f"{FILE}.new")
        with contextlib.suppress(OSError):
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, self._path)

    def right(self) -> None:
        """It fitted: start again from none."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, datetime | None]:
        try:
            found = json.loads(self._path.read_text(encoding="ascii"))
            last = datetime.fromisoformat(found["last"])
            count = int(found["wrong"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0, None
        if last.tzinfo is None or count < 0:
            return 0, None
        return count, min(last, self._clock() + timedelta(days=1))
