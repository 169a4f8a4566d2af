"""``boce``: read the command line, run one command, turn every outcome into an exit code."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from types import ModuleType
from typing import TYPE_CHECKING, TextIO

from boce_tui.cli import demo, export, importing, interview, report, safety, survey, versions
from boce_tui.cli import round as rounds
from boce_tui.cli.parser import language_asked, make_parser, own_words_translated
from boce_tui.errors import BadInput, BoceError, DossierUnavailable
from boce_tui.locale import LANGUAGES, _, set_language

if TYPE_CHECKING:
    import argparse

    from boce_tui.env import Env

# The command modules, in the order of the help. Each has `register(commands)`, which adds its parsers and
# sets `run=<callable(args, env) -> int>`. They import what is heavy only when they run.
COMMANDS: tuple[ModuleType, ...] = (
    demo,
    rounds,
    importing,
    interview,
    report,
    export,
    survey,
    versions,
    safety,
)

INTERRUPTED = 130


def entry() -> None:
    """The script ``boce``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))


def main(argv: Sequence[str], env: Env | None = None) -> int:
    """Run one command line; returns its exit code.

    Args:
        argv: The arguments, without the program's own name.
        env: Surroundings to use instead of this process's own (tests).
    """
    asked = language_asked(argv) or (env.lang if env else os.environ.get("BOCE_LANG"))
    set_language(asked if asked in LANGUAGES else LANGUAGES[0])
    out, err = (env.stdout, env.stderr) if env else (sys.stdout, sys.stderr)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            args = _parse(argv)
    except SystemExit as stop:
        return _flushed(out, err, int(stop.code or 0))
    return _run(args, _surroundings(args, env))


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    with own_words_translated():
        parser, commands = make_parser()
        for module in COMMANDS:
            module.register(commands)
        parser.set_defaults(run=_open_app)
        return parser.parse_args(argv)


def _surroundings(args: argparse.Namespace, env: Env | None) -> Env:
    if env is None:
        from boce_tui.env import Env  # here, because `--help` is quicker without it

        return Env.from_process(args.data, args.lang)
    from dataclasses import replace
    from pathlib import Path

    folder = Path(args.data).expanduser().absolute() if args.data else env.data_dir
    return replace(env, data_dir=folder, lang=args.lang or env.lang)


def _open_app(_args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.screens import open_app

    return open_app(env)


def _run(args: argparse.Namespace, env: Env) -> int:
    """The one place where what goes wrong becomes a message and an exit code."""
    try:
        code: int = args.run(args, env)
    except BoceError as problem:
        return _told(env, problem.lines(), problem.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _flushed(env.stdout, env.stderr, 0)
    except OSError as problem:
        about = _about_a_file(problem, env)
        return _told(env, about.lines(), about.exit_code)
    except Exception as problem:  # noqa: BLE001 - whatever it is, the user gets three lines, not a traceback
        from boce_tui.crash import crash_lines, write_crash_log

        return _told(env, crash_lines(problem, write_crash_log(env, problem)), DossierUnavailable.exit_code)
    return _flushed(env.stdout, env.stderr, code)


def _told(env: Env, lines: list[str], code: int) -> int:
    from boce_tui.cli.output import tell

    for line in lines:
        tell(env, line)
    return _flushed(env.stdout, env.stderr, code)


def _flushed(out: TextIO, err: TextIO, code: int) -> int:
    """Write out what is still waiting; a reader that has gone (``| head``) is no mistake of ours."""
    try:
        out.flush()
    except BrokenPipeError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    except OSError as problem:
        from boce_tui.files import reason

        err.write(_("The output could not be written: {reason}.").format(reason=reason(problem)) + "\n")
        return BadInput.exit_code
    return code


def _about_a_file(problem: OSError, env: Env) -> BoceError:
    """A file or folder that cannot be used: of the dossier (4), or one that the user named (3)."""
    from pathlib import Path

    from boce_tui.files import reason

    name = str(problem.filename or "")
    message = _("This did not work: {reason}.").format(reason=reason(problem))
    hint = _("Nothing was lost. Check the folder and the space on the disk, and try again.")
    inside = not name or Path(name).absolute().is_relative_to(env.data_dir)
    kind = DossierUnavailable if inside else BadInput
    return kind(message, hint=hint, place=name)
