"""What happens when the app itself is at fault: a log in the data folder, three lines for the user.

The log never holds the values of variables, nor messages that quote them: these may be answers or names.
"""

from __future__ import annotations

import os
import platform
import textwrap
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui import __version__
from boce_tui.locale import _

if TYPE_CHECKING:
    from boce_tui.env import Env


_SAYS_NO_TEXT = (AttributeError, NameError, ImportError, NotImplementedError, RecursionError, OSError)
"""Errors whose messages name code or files, never what people wrote."""


def write_crash_log(env: Env, error: BaseException) -> Path | None:
    """Write the traceback to ``logs/`` in the data folder; None when that is impossible."""
    folder = env.data_dir / "logs"
    path = folder / f"fout-{env.now():%Y%m%dT%H%M%S%f}.txt"
    report = [f"boce {__version__}, Python {platform.python_version()}, {platform.system()}\n"]
    report += _frames(error)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(report)
    except OSError:
        return None
    return path


def _frames(error: BaseException) -> list[str]:
    """The traceback with the kinds of errors; messages only where these never quote what people wrote."""
    chain: list[BaseException] = [error]
    while (before := chain[-1].__cause__ or chain[-1].__context__) is not None and before not in chain:
        chain.append(before)
    lines: list[str] = []
    for each in reversed(chain):
        message = f": {each}" if isinstance(each, _SAYS_NO_TEXT) else ""
        lines += [*traceback.format_tb(each.__traceback__), f"{type(each).__qualname__}{message}\n\n"]
    return lines


def by_words(lines: list[str], width: int) -> list[str]:
    """The same lines for a terminal of this width: no word is cut in two, a path stays one."""
    found = []
    for line in lines:
        found += textwrap.wrap(line, max(width, 1), break_long_words=False, break_on_hyphens=False)
    return found


def crash_lines(error: BaseException, log: Path | None) -> list[str]:
    """Three lines: what happened, what is safe, what to do."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    if log:
        last = _("Does it happen again? Read this file for names, then send it with your report: {path}")
        last = last.format(path=log)
    else:
        last = _("Does it happen again? Report it; a log could not be written in the data folder.")
    return [
        _("Something went wrong in the app itself ({kind}, {place}).").format(
            kind=type(error).__name__, place=place
        ),
        _("What was saved is still there, and typed text stands in the drafts: open boce again."),
        last,
    ]
