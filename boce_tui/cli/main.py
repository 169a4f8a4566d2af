"""``boce``: read the command line, run one command, turn every outcome into an exit code."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Any, TextIO

from boce_tui.cli.options import OPTIONS, chosen_profile, for_the_app, language_asked
from boce_tui.errors import BadInput, BoceError, DossierUnavailable
from boce_tui.locale import LANGUAGES, _, set_language

if TYPE_CHECKING:
    import argparse

    from boce_tui.env import Env

INTERRUPTED = 130


def entry() -> None:
    """The script ``boce``."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))


def _open_closed_streams() -> None:
    """A stream that the caller closed (``>&-``, a service without a terminal) is there, and goes nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def main(argv: Sequence[str], env: Env | None = None) -> int:
    """Run one command line; returns its exit code.

    Args:
        argv: The arguments, without the program's own name.
        env: Surroundings to use instead of this process's own (tests).
    """
    asked = language_asked(argv) or (env.lang if env else os.environ.get("BOCE_LANG"))
    set_language(asked if asked in LANGUAGES else LANGUAGES[0])
    out, err = (env.stdout, env.stderr) if env else (sys.stdout, sys.stderr)
    quick = for_the_app(argv)
    if quick is not None:
        return _begin(_open_app, None, quick, env)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            args = _parse(argv)
    except SystemExit as stop:
        return _flushed(out, err, int(stop.code or 0))
    given_now = {name: given for name in OPTIONS if (given := getattr(args, name))}
    return _begin(args.run, args, given_now, env)


def _begin(
    command: Callable[[Any, Env], int],
    args: argparse.Namespace | None,
    asked: dict[str, str],
    env: Env | None,
) -> int:
    """Work out the surroundings, and run the command in them."""
    try:
        around = _surroundings(asked, env)
    except BoceError as problem:
        from boce_tui.domain.text import inert_line

        out, err = (env.stdout, env.stderr) if env else (sys.stdout, sys.stderr)
        err.writelines(f"{inert_line(line)}\n" for line in problem.lines())
        return _flushed(out, err, problem.exit_code)
    return _run(command, args, around)


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    from boce_tui.cli import catalogue
    from boce_tui.cli.parser import make_parser, own_words_translated

    with own_words_translated():
        parser, commands = make_parser()
        for module in catalogue.COMMANDS:
            module.register(commands)
        parser.set_defaults(run=_open_app)
        return parser.parse_args(argv)


def _surroundings(asked: dict[str, str], env: Env | None) -> Env:
    from dataclasses import replace

    if env is None:
        from boce_tui.env import Env  # here, because `--help` is quicker without it

        env = Env.from_process(asked.get("data"), asked.get("lang"))
    elif asked.get("data"):
        from boce_tui.env import named_data_folder

        env = replace(env, data_dir=named_data_folder(asked["data"]).absolute())
    env = replace(env, lang=asked.get("lang") or env.lang)
    return replace(env, profile=chosen_profile(asked.get("profile", ""), env))


def _open_app(_args: argparse.Namespace | None, env: Env) -> int:
    from boce_tui.cli.screens import open_app

    return open_app(env)


def _run(command: Callable[[Any, Env], int], args: argparse.Namespace | None, env: Env) -> int:
    """The one place where what goes wrong becomes a message and an exit code."""
    try:
        if args is not None:
            _allowed(args, env)
        code = command(args, env)
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


def _allowed(args: argparse.Namespace, env: Env) -> None:
    """Refuse what this profile does not do (`boce_tui.domain.profiles`)."""
    from boce_tui.domain.profiles import EVALUATOR, HAND_OVER, SUPPORT, needs

    if env.profile == EVALUATOR:
        return
    from boce_tui.cycle.profiles import known, require

    known(env.profile)
    for_support = args.command == "export" and getattr(args, "audience", "") == SUPPORT
    kind = getattr(args, "kind", None) or getattr(args, "action", None) or _only(args)
    require(env.profile, HAND_OVER if for_support else needs(args.command or "", kind))


def _only(args: argparse.Namespace) -> str:
    """What ``boce erase`` is for when it erases nobody's words."""
    asked = ("list", "finish") if args.command == "erase" else ()
    return next((one for one in asked if getattr(args, one)), "")


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
        _to_nowhere(out)
    except OSError as problem:
        from boce_tui.files import reason

        _to_nowhere(out)
        with contextlib.suppress(OSError):
            err.write(_("The output could not be written: {reason}.").format(reason=reason(problem)) + "\n")
        code = BadInput.exit_code
    try:
        err.flush()
    except OSError:
        _to_nowhere(err)
    return code


def _to_nowhere(stream: TextIO) -> None:
    """What still waits in a stream that cannot be written is dropped, so that ending the process is quiet."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        stream.flush()


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
