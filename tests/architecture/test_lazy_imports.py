"""What must not be loaded before it is needed, proved in processes of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import TIMEOUT, child_environ

HEAVY = {
    "textual",
    "rich",
    "sqlite_utils",
    "jinja2",
    "markdown_it",
    "questionary",
    "prompt_toolkit",
    "babel",
    "openpyxl",
    "pyrage",
    "snowballstemmer",
    "hypothesis",
}
LOADED = "\nimport sys, json; print(json.dumps(sorted({m.partition('.')[0] for m in sys.modules})))"


def loaded_by(code: str, tmp_path: Path) -> set[str]:
    """Top-level names of what a fresh Python has loaded after `code`; its own output is ignored."""
    done = subprocess.run(
        [sys.executable, "-c", code + LOADED],
        capture_output=True,
        text=True,
        env=child_environ(tmp_path),
        cwd=tmp_path,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


SCRIPT = """
import sys
from importlib.metadata import entry_points
(script,) = entry_points(group="console_scripts", name="boce")
sys.argv = ["boce", {argument!r}]
try:
    script.load()()
except SystemExit as stop:
    assert stop.code == 0, stop.code
"""


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_loads_nothing_heavy(argument: str, tmp_path: Path) -> None:
    loaded = loaded_by(SCRIPT.format(argument=argument), tmp_path)
    assert "boce_tui" in loaded
    assert loaded & HEAVY == set()
    assert "dataclasses" not in loaded or argument != "--help", "half of the time of --help"


def test_help_of_every_command_loads_nothing_heavy(tmp_path: Path) -> None:
    code = """
from boce_tui.cli import catalogue, main
from boce_tui.cli.parser import make_parser
parser, commands = make_parser()
for module in catalogue.COMMANDS:
    module.register(commands)
for name in commands.choices:
    assert main.main([name, "--help"]) == 0, name
"""
    assert loaded_by(code, tmp_path) & HEAVY == set()


WALK = """
import importlib, pkgutil, boce_tui
skip = {skip!r}
for module in pkgutil.walk_packages(boce_tui.__path__, "boce_tui."):
    if module.name.split(".")[1] not in skip:
        importlib.import_module(module.name)
"""


def test_everything_below_the_screens_works_without_textual(tmp_path: Path) -> None:
    loaded = loaded_by(WALK.format(skip={"tui", "__main__"}), tmp_path)
    assert loaded & {"textual", "rich"} == set()


def test_everything_below_the_command_line_works_without_prompts(tmp_path: Path) -> None:
    loaded = loaded_by(WALK.format(skip={"cli", "plain", "__main__"}), tmp_path)
    assert loaded & {"questionary", "prompt_toolkit"} == set()


def test_start_of_the_screens_waits_with_what_the_first_does_not_need(tmp_path: Path) -> None:
    loaded = loaded_by("import boce_tui.tui.start, boce_tui.tui.app", tmp_path)
    assert "textual" in loaded
    assert loaded & (HEAVY - {"textual", "rich", "markdown_it"}) == set()
