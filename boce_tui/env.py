"""The world outside, in one object: clock, data folder, streams, randomness.

Everything that would differ between two runs comes from here, so that a test replaces it whole.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

DEFAULT_PROFILE = "evaluator"


def _system_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Env:
    """What a run of the app may know about its surroundings.

    Attributes:
        data_dir: Folder that holds the dossier.
        clock: Returns the current time, timezone-aware.
        lang: ``nl`` or ``en``.
        entropy: Returns that many random bytes.
        profile: Who writes; stored as author with every revision (never a person's name).
        data_dir_given: True when the user named the folder (``--data`` or ``BOCE_DATA``).
    """

    data_dir: Path
    clock: Callable[[], datetime] = _system_clock
    lang: str = "nl"
    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    entropy: Callable[[int], bytes] = os.urandom
    profile: str = DEFAULT_PROFILE
    data_dir_given: bool = True

    def now(self) -> datetime:
        """Current time in UTC, timezone-aware."""
        return self.clock().astimezone(UTC)

    def local_now(self) -> datetime:
        """Current time on the user's wall clock, timezone-aware."""
        return self.clock().astimezone()

    def with_data_dir(self, folder: Path) -> Env:
        """The same surroundings with another data folder."""
        return replace(self, data_dir=folder)

    @staticmethod
    def from_process(data: str | None = None, lang: str | None = None) -> Env:
        """Build the surroundings of this process.

        Args:
            data: Value of ``--data``; falls back to ``BOCE_DATA`` and then the platform's user data folder.
            lang: Value of ``--lang``; falls back to ``BOCE_LANG`` and then Dutch.
        """
        environ = os.environ
        given = data or environ.get("BOCE_DATA")
        if given:
            folder = named_data_folder(given)
        else:
            from platformdirs import user_data_path

            folder = user_data_path("boce", appauthor=False)
        chosen = lang or environ.get("BOCE_LANG", "nl")
        return Env(
            data_dir=folder.absolute(),
            lang=chosen if chosen in ("nl", "en") else "nl",
            data_dir_given=bool(given),
        )


def named_data_folder(given: str) -> Path:
    """The data folder somebody named.

    Raises:
        DossierUnavailable: It is in the home folder of somebody who is not there.
    """
    try:
        return Path(given).expanduser()
    except RuntimeError:
        from boce_tui.errors import DossierUnavailable
        from boce_tui.locale import _

        raise DossierUnavailable(
            _("There is no such home folder: {name}.").format(name=given),
            hint=_("Name the folder of a dossier with --data."),
        ) from None
