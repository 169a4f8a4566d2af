"""The disk goes away while one types: the text stays, line 1 says so, and all is saved when it is back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.store import Dossier
from boce_tui.store.doctor import examine, sick
from tests.cycle.factory import ALONE, ROUND, small_round
from tests.durability import vfs
from tests.durability.outcome import Tell
from tests.support import ROOT, make_env
from tests.terminal import Terminal

KEY = f"{ROUND}/{ALONE}/E1/-/all"
NEXT = f"{ROUND}/{ALONE}/E2/-/all"
GONE = "NIET BEWAARD: schijf weg, laat venster open"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    place = tmp_path / "stick" / "data"
    place.parent.mkdir()
    small_round(place, make_env(tmp_path)).close()
    return place


def in_room(term: Terminal) -> None:
    term.wait_for("Is uitgelegd waarvoor")
    term.send("<f2>e1")
    term.wait_for(" E1 · ")


def text_of(data: Path, tmp_path: Path, key: str = KEY) -> str:
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        assert dossier.drafts.recovered() == []
        answer = dossier.value(Answer, key)
    assert not sick(examine(data, make_env(tmp_path)))
    return answer.text if answer else ""


@pytest.mark.parametrize(
    "what", ["the same folder", "a copy of it", "a copy, typed on while a text was lost"]
)
def test_folder_goes_away_and_comes_back(data: Path, tmp_path: Path, what: str, tell: Tell) -> None:
    away = tmp_path / "away"
    with Terminal(["--data", str(data), "interview", ALONE], tmp_path, size=(120, 30)) as term:
        in_room(term)
        term.send("voor het weg was ")
        term.wait_for("weg was", "bewaard #")
        if what == "the same folder":
            data.rename(away)
        else:
            shutil.copytree(data, away)
            data.rename(tmp_path / "gone")
        term.send("en terwijl het weg is")
        term.wait_for("terwijl het weg is", GONE)
        if what.endswith("lost"):
            term.send("<c-n>")
            term.wait_for(" E2 · ", "NIET BEWAARD")
            term.send("ook hier getypt")
            term.wait_for("ook hier getypt", "NIET BEWAARD")
        time.sleep(2.5)  # a try in vain
        term.read()
        assert "NIET BEWAARD" in term.text
        away.rename(data)
        term.wait_for("!NIET BEWAARD", "bewaard #")
        term.send(" en daarna")
        term.wait_for("en daarna", "bewaard #", "!bewaren")
        term.send("x")
        term.wait_for("daarnax")
        term.kill9()  # what was typed last is in the log that came back
    with Terminal(["--data", str(data)], tmp_path, size=(120, 30)) as term:
        term.wait_for("daarnax")
        term.send("<c-q>")
        assert term.wait_end() == 0
    if what.endswith("lost"):
        assert text_of(data, tmp_path) == "voor het weg was en terwijl het weg is"
        assert text_of(data, tmp_path, NEXT) == "ook hier getypt en daarnax"
    else:
        assert text_of(data, tmp_path) == "voor het weg was en terwijl het weg is en daarnax"
    tell("drive gone and back", ways=1)


def test_another_dossier_in_its_place_is_left_alone(data: Path, tmp_path: Path, tell: Tell) -> None:
    away = tmp_path / "away"
    with Terminal(["--data", str(data), "interview", ALONE], tmp_path, size=(120, 30)) as term:
        in_room(term)
        data.rename(away)
        Dossier.create(data, make_env(tmp_path, now="2042-01-01T10:00:00")).close()
        other = (data / "dossier.db").read_bytes()
        term.send("dit hoort in de andere")
        term.wait_for("in de andere", GONE)
        time.sleep(2.5)
        term.read()
        assert GONE in term.text
        assert (data / "dossier.db").read_bytes() == other
        shutil.rmtree(data)
        away.rename(data)
        term.wait_for("!NIET BEWAARD", "bewaard #")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert text_of(data, tmp_path) == "dit hoort in de andere"
    tell("drive gone and back", ways=1)


@pytest.mark.skipif(not vfs.available(), reason="SQLite's file layer cannot be watched here")
def test_disk_that_only_gives_errors_for_a_while(data: Path, tmp_path: Path, tell: Tell) -> None:
    control = tmp_path / "control"
    with hampered(data, tmp_path, control) as term:
        in_room(term)
        term.send("een ")
        term.wait_for("een", "bewaard #")
        control.write_text("gone")
        for word in ("twee ", "drie ", "vier"):
            term.send(word)
            term.wait_for(word.strip(), "NIET BEWAARD")
        term.send("<c-q>")
        term.wait_for("staat alleen op het scherm", "vier")
        assert term.process.poll() is None
        control.unlink()
        term.wait_for("!NIET BEWAARD", "bewaard #")
        term.kill9()
    with Dossier.open(data, make_env(tmp_path)) as dossier:
        answer = dossier.value(Answer, KEY)
        texts = [answer.text if answer else "", *(r.text for r in dossier.drafts.recovered())]
    assert "een twee drie vier" in texts
    tell("drive gone and back", ways=1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "boce-test", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_disk_that_is_taken_out_and_put_back(
    data: Path, tmp_path: Path, small_disk: Path, tell: Tell
) -> None:
    shutil.copytree(data, small_disk / "data")
    stick = small_disk / "data"
    with Terminal(["--data", str(stick), "interview", ALONE], tmp_path, size=(120, 30)) as term:
        in_room(term)
        term.send("op de stick ")
        term.wait_for("op de stick", "bewaard #")
        kept = tmp_path / "kept"
        shutil.copytree(stick, kept)
        subprocess.run(["umount", "--lazy", str(small_disk)], check=True)
        term.send("stick eruit")
        term.wait_for("stick eruit", "NIET BEWAARD")
        mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "boce-test", str(small_disk)]
        subprocess.run(mount, check=True)
        shutil.copytree(kept, stick)
        term.wait_for("!NIET BEWAARD", "bewaard #")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert text_of(stick, tmp_path) == "op de stick stick eruit"
    tell("drive gone and back", ways=1)


def test_disk_that_becomes_read_only_for_a_while(
    data: Path, tmp_path: Path, small_disk: Path, tell: Tell
) -> None:
    shutil.copytree(data, small_disk / "data")
    control = tmp_path / "control"
    # A disk with files that are open for writing cannot be remounted, so a bind mount over it does it.
    del control
    stick = small_disk / "data"
    with Terminal(["--data", str(stick), "interview", ALONE], tmp_path, size=(120, 30)) as term:
        in_room(term)
        term.send("eerst ")
        term.wait_for("eerst", "bewaard #")
        over = ["mount", "--bind", str(small_disk), str(small_disk)]
        subprocess.run(over, check=True)
        subprocess.run(["mount", "-o", "remount,bind,ro", str(small_disk)], check=True)
        try:
            term.send("en dan niet")
            term.wait_for("en dan niet", "NIET BEWAARD")
        finally:
            subprocess.run(["umount", "--lazy", str(small_disk)], check=True)
        term.wait_for("!NIET BEWAARD", "bewaard #")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert text_of(stick, tmp_path) == "eerst en dan niet"
    tell("drive gone and back", ways=1)


def hampered(data: Path, tmp_path: Path, control: Path) -> Terminal:
    """The app on a disk the test can spoil."""
    module = [sys.executable, "-m", "tests.durability.hampered", str(control)]
    command = [*module, "--data", str(data), "interview", ALONE]
    return Terminal([], tmp_path, size=(120, 30), environ={"PYTHONPATH": str(ROOT)}, command=command)
