"""What is installed: the locked requirements, and the wheel with everything the app needs in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from boce_tui.data_files import FOLDERS, data_folder
from tests.support import ROOT, TIMEOUT, child_environ

LOCKS = ("app.txt", "dev.txt")
_PIN = re.compile(r"([a-z0-9-]+)==([^ ;\\]+)(?: ; [^\\]+)? \\")


def locked(name: str) -> dict[str, str]:
    """Package and version of every line of a lock; fails on a line that is none of pin, hash, comment."""
    pins = {}
    for line in (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines():
        if pin := _PIN.fullmatch(line):
            pins[pin[1]] = pin[2]
        else:
            assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?|#.*", line), line
    return pins


def wanted(requirements: list[object]) -> set[str]:
    """Names in a list of requirements as pyproject.toml has them."""
    return {re.split(r"[<>=!~\[; ]", r)[0].lower() for r in requirements if isinstance(r, str)}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_everything_that_is_asked_for_and_no_address(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    names = wanted(project["project"]["dependencies"]) | wanted(groups["build"])
    if lock == "dev.txt":
        names |= wanted(groups["dev"])
    assert names <= set(locked(lock))


def test_checks_run_on_the_versions_that_users_get() -> None:
    app, dev = (locked(name) for name in LOCKS)
    assert app.items() <= dev.items()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The app as it is installed, unpacked in a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(folder)],
        cwd=ROOT, capture_output=True, text=True, timeout=TIMEOUT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(folder / done.stdout.splitlines()[-1]) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_wheel_holds_the_package_and_the_three_data_folders(wheel: Path) -> None:
    missing = []
    for source, target in [("boce_tui", "boce_tui"), *((f, f"boce_tui/_data/{f}") for f in FOLDERS)]:
        for file in (ROOT / source).rglob("*"):
            name = file.relative_to(ROOT / source)
            if file.is_file() and "__pycache__" not in name.parts and not (wheel / target / name).is_file():
                missing.append(f"{source}/{name}")
    assert missing == []
    assert {p.name for p in wheel.iterdir() if not p.name.endswith(".dist-info")} == {"boce_tui"}


def test_installed_app_finds_its_data_and_starts(wheel: Path, tmp_path: Path) -> None:
    code = (
        "from boce_tui.data_files import FOLDERS, data_folder\n"
        "for name in FOLDERS: print(data_folder(name))\n"
        "from boce_tui.cli.main import main\n"
        "raise SystemExit(main(['--help']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=child_environ(tmp_path, {"PYTHONPATH": os.fspath(wheel)}),
        cwd=tmp_path, capture_output=True, text=True, timeout=TIMEOUT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[:3] == [os.fspath(wheel / "boce_tui" / "_data" / name) for name in FOLDERS]
    assert lines[3].startswith("gebruik: boce")


def test_checkout_uses_the_folders_beside_the_package() -> None:
    assert [data_folder(name) for name in FOLDERS] == [ROOT / name for name in FOLDERS]


def test_another_folder_is_not_a_data_folder() -> None:
    with pytest.raises(ValueError, match="not a data folder"):
        data_folder("tests")
