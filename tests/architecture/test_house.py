"""The shape of the repository: what stands where, how long files may get."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.support import ROOT

TOP_LEVEL = {
    "boce_tui", "surveys", "db", "exports", "tests", "pyproject.toml",
    "README.md", "CHANGELOG.md", "LICENSE", "Makefile", "requirements", "docs", "benchmarks",
    ".ci", ".gitignore", ".gitattributes", ".editorconfig",
}  # fmt: skip
DATA_FOLDERS = ("surveys", "db", "exports")
LONGEST = 320
LONGER_WITH_REASON: dict[str, str] = {}
"""Path of a longer file: why it is one thing all the same."""


def tracked() -> list[str]:
    """Every file of the repository, as git knows them."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout")
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.splitlines() if (ROOT / name).exists()]


def test_top_level_is_what_the_design_says() -> None:
    assert {name.partition("/")[0] for name in tracked()} == TOP_LEVEL


def test_data_folders_hold_no_code() -> None:
    code = [n for n in tracked() if n.startswith(tuple(f"{f}/" for f in DATA_FOLDERS)) and n.endswith(".py")]
    assert code == []


def test_no_file_is_too_long_to_be_one_thing() -> None:
    lengths = {
        name: len((ROOT / name).read_text(encoding="utf-8").splitlines())
        for name in tracked()
        if name.startswith("boce_tui/") and name.endswith((".py", ".tcss"))
    }
    too_long = {name: length for name, length in lengths.items() if length > LONGEST}
    assert set(too_long) == set(LONGER_WITH_REASON), too_long


def test_every_python_package_is_one() -> None:
    """A folder with modules but without __init__.py would be left out of checks without a word."""
    folders = {(ROOT / n).parent for n in tracked() if n.startswith("boce_tui/") and n.endswith(".py")}
    assert [str(f.relative_to(ROOT)) for f in sorted(folders) if not (f / "__init__.py").exists()] == []
