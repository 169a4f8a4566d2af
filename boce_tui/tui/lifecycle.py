"""Beginning and end of the app: terminal check, signals, what happens when it breaks; on every system."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from boce_tui.crash import crash_lines, write_crash_log
from boce_tui.env import Env
from boce_tui.errors import UsageProblem
from boce_tui.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from boce_tui.tui.base_app import BaseApp

WINDOWS = sys.platform == "win32"
_ENDING = ("SIGHUP", "SIGTERM", "SIGINT", "SIGBREAK")


def check_terminal(env: Env) -> None:
    """Refuse to draw screens where nobody could see them.

    Raises:
        UsageProblem: Not a terminal, or one that cannot move its cursor.
    """
    term = env.environ.get("TERM", "")
    seen = env.stdin.isatty() and env.stderr.isatty()
    if seen and (WINDOWS or term not in ("", "dumb", "unknown")):
        return
    what = (
        _("This terminal cannot show screens (TERM={term}).").format(term=term or "?")
        if seen
        else _("The screens of boce need a terminal, and this is not one.")
    )
    raise UsageProblem(
        what,
        hint=_("Without screens these work: boce round list, boce check, boce report."),
    )


def on_ending_signals(app: BaseApp) -> None:
    """A closed window, a dropped line or a `kill`: keep what was typed, put the terminal back, leave."""
    loop = asyncio.get_running_loop()
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is None:
            continue
        if WINDOWS:
            # No loop signal handlers there: a plain handler hands over to the loop.
            def plainly(code: int, _frame: object) -> None:
                loop.call_soon_threadsafe(_leave, app, code)

            with suppress(ValueError):
                signal.signal(number, plainly)
        else:
            with suppress(ValueError, RuntimeError):  # not in the main thread: a test
                loop.add_signal_handler(number, _leave, app, int(number))


def _leave(app: BaseApp, number: int) -> None:
    app.savers.flush()
    app.exit(return_code=128 + number)


def record_crash(app: BaseApp, error: BaseException | None) -> list[str]:
    """Save what was typed, write the log, and return the lines for the user. Never raises."""
    flush: Callable[[], object] = app.savers.flush
    with suppress(Exception):
        flush()
    error = error or RuntimeError("unknown")
    return crash_lines(error, write_crash_log(app.env, error))
