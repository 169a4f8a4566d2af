"""Every outcome of a command becomes a message and an exit code, in one place."""

from __future__ import annotations

import argparse
import errno
import io
import stat
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from boce_tui.cli import catalogue
from boce_tui.cli import main as frame
from boce_tui.env import Env
from boce_tui.errors import BadInput, BoceError, DossierUnavailable, PrivacyStop, UsageProblem
from tests.support import TIMEOUT, Result, boce_command, child_environ, make_env, run_boce, run_cli

Command = Callable[[argparse.Namespace, Env], int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Command], Result]:
    """Runs a function as the command ``boce doe``."""

    def as_command(command: Command) -> Result:
        module: Any = ModuleType("doe")
        module.register = lambda commands: commands.add_parser("doe").set_defaults(run=command)
        monkeypatch.setattr(catalogue, "COMMANDS", (module,))
        return run_cli("doe", make_env(tmp_path))

    return as_command


def raises(error: BaseException) -> Command:
    def command(args: argparse.Namespace, env: Env) -> int:
        raise error

    return command


@pytest.mark.parametrize(
    ("kind", "code"),
    [(BoceError, 1), (UsageProblem, 2), (BadInput, 3), (DossierUnavailable, 4), (PrivacyStop, 5)],
)
def test_problems_are_told_with_their_own_exit_code(
    kind: type[BoceError], code: int, run: Callable[[Command], Result]
) -> None:
    result = run(raises(kind("Dit ging mis.", hint="Doe dit.", place="lijst.csv, regel 3")))
    assert (result.code, result.out) == (code, "")
    assert result.err.splitlines() == ["lijst.csv, regel 3: Dit ging mis.", "Doe dit."]


def test_problem_with_hostile_text_is_told_inert(run: Callable[[Command], Result]) -> None:
    result = run(raises(BadInput("naam \x1b[2J\nnieuwe regel \u202e")))
    assert not set(result.err) & set("\x1b\u202e")
    assert len(result.err.splitlines()) == 1


def test_exit_code_of_the_command_is_passed_on(run: Callable[[Command], Result]) -> None:
    assert run(lambda args, env: 1).code == 1


def test_interrupt_ends_quietly(run: Callable[[Command], Result]) -> None:
    assert run(raises(KeyboardInterrupt())) == Result(130, "", "", ["doe"])


def test_reader_that_has_gone_is_no_mistake(run: Callable[[Command], Result]) -> None:
    assert run(raises(BrokenPipeError())) == Result(0, "", "", ["doe"])


@pytest.mark.parametrize(
    ("error", "named", "code", "said"),
    [
        (errno.ENOSPC, "data/dossier.db", 4, "de schijf is vol"),
        (errno.EROFS, "data", 4, "hier kan alleen gelezen worden"),
        (errno.ENOSPC, "", 4, "de schijf is vol"),
        (errno.EACCES, "rapport.md", 3, "je mag hier niet lezen of schrijven"),
        (errno.ENOENT, "weg/rapport.md", 3, "het bestand of de map bestaat niet"),
    ],
)
def test_trouble_with_files_is_explained(
    error: int, named: str, code: int, said: str, run: Callable[[Command], Result], tmp_path: Path
) -> None:
    path = str(tmp_path / named) if named else None
    result = run(raises(OSError(error, "os", path)))
    assert result.code == code
    assert said in result.err
    assert "niets verloren" in result.err


def test_fault_of_our_own_gives_three_lines_and_a_log_without_values(
    run: Callable[[Command], Result], tmp_path: Path
) -> None:
    def command(args: argparse.Namespace, env: Env) -> int:
        secret = "Geheim Antwoord"
        return len(secret) // 0

    result = run(command)
    assert result.code == 4
    assert len(result.err.splitlines()) == 3
    assert "Traceback" not in result.err
    (log,) = (tmp_path / "data" / "logs").iterdir()
    assert str(log) in result.err
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert "Geheim Antwoord" not in log.read_text(encoding="utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_fault_of_our_own_is_told_when_no_log_can_be_written(
    run: Callable[[Command], Result], tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    result = run(raises(ZeroDivisionError()))
    assert result.code == 4
    assert "lukte niet in de gegevensmap" in result.err


def test_full_disk_at_the_last_moment_is_not_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "full")

    err = io.StringIO()
    env = replace(make_env(tmp_path), stdout=Full(), stderr=err)
    assert frame.main(["--version"], env) == 3
    assert "de schijf is vol" in err.getvalue()


def test_data_option_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def command(args: argparse.Namespace, env: Env) -> int:
        seen.append(env.data_dir)
        return 0

    module: Any = ModuleType("doe")
    module.register = lambda commands: commands.add_parser("doe").set_defaults(run=command)
    monkeypatch.setattr(catalogue, "COMMANDS", (module,))
    monkeypatch.setenv("BOCE_DATA", str(tmp_path / "uit omgeving"))
    assert frame.main(["doe"]) == 0
    assert frame.main(["--data", str(tmp_path / "gegeven"), "doe"]) == 0
    assert seen == [tmp_path / "uit omgeving", tmp_path / "gegeven"]


# --- as a process ---


@pytest.mark.parametrize(
    "environ",
    [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}],
)
def test_output_is_utf8_whatever_the_environment_says(environ: dict[str, str], tmp_path: Path) -> None:
    assert "legt één opdracht uit" in run_boce("--help", tmp_path, environ=environ).ok().out
    assert "één waarde" in run_boce("--data", tmp_path, environ=environ).err


def test_screens_without_a_terminal_are_refused_with_advice(tmp_path: Path) -> None:
    result = run_boce([], tmp_path)
    assert result.code == 2
    assert "terminal" in result.err
    assert "boce report" in result.err
    assert not (tmp_path / "data").exists()


def test_closed_pipe_is_quiet(tmp_path: Path) -> None:
    process = subprocess.Popen(
        boce_command("--help"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=child_environ(tmp_path),
        cwd=tmp_path,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(TIMEOUT) == 0
