"""What goes wrong around the app: plain Dutch with the next step, its exit code, and nothing changed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import Result, make_env, run_boce, run_cli
from tests.terminal import Terminal

READING = (
    "check",
    "round list",
    "round show",
    "search overleg",
    "report --to {out}",
    "export cycle --to {out}",
)
WRITING = (
    "round new --year 2043",
    "round next 2041",
    "round close 2041 --yes",
    "undo finding:2041/B01",
)


@pytest.fixture
def env(tmp_path: Path) -> Env:
    env = example_env(tmp_path)
    Dossier.open(env.data_dir, env).close()  # a copy takes a name of its own the first time
    return env


def print_of(folder: Path) -> dict[str, str]:
    """Every file of a data folder with its digest; the lock and the trail of openings are no content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(content_of(path)).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("dossier.lock", "trail.log")
    }


def content_of(path: Path) -> bytes:
    """The bytes of a file; of a dossier everything but where its trail is anchored."""
    if path.name != "dossier.db":
        return path.read_bytes()
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as db, suppress(sqlite3.Error):
        tables = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
        if "revision" in tables:
            rows = [db.execute(f"select * from {name}").fetchall() for name in sorted({*tables} - {"meta"})]
            return repr((db.execute("pragma user_version").fetchall(), rows)).encode()
    return path.read_bytes()


def command(text: str, env: Env, tmp_path: Path) -> Result:
    return run_cli([word.format(out=tmp_path / "uit.md") for word in text.split()], env)


def refused(result: Result, code: int, *words: str) -> None:
    """Refused with this code, in Dutch, with a next step, without a word of Python."""
    assert result.code == code, (result.argv, result.err)
    told = result.err + result.out
    for word in words:
        assert word in told, told
    for wrong in ("Traceback", "Error", "Exception", "sqlite", "Errno", "None"):
        assert wrong not in result.err, result.err
    assert len(result.err.strip().splitlines()) >= 2, f"no next step: {result.err}"


# --- files that are put in ---

BAD_TOML = {
    "half": b'format = "boce-survey/1"\nid = "x"\n[[section]\n',
    "other": b'titel = "iets anders"\n',
    "binary": bytes(range(256)),
    "empty": b"",
    "utf-16": 'format = "boce-survey/1"'.encode("utf-16"),
}


@pytest.mark.parametrize("content", BAD_TOML.values(), ids=BAD_TOML)
def test_a_question_set_that_is_wrong(env: Env, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mijn set.toml"
    path.write_bytes(content)
    before = print_of(env.data_dir)
    refused(run_cli(["survey", "check", str(path)], env), 3, "mijn set.toml")
    refused(run_cli(["round", "new", "--year", "2043", "--survey", str(path)], env), 3, "mijn set.toml")
    assert print_of(env.data_dir) == before


def spoiled(text: str, change: Callable[[dict[str, object]], None]) -> bytes:
    document = json.loads(text)
    change(document)
    return json.dumps(document).encode()


def _other_payload(document: dict[str, object]) -> None:
    revision = next(r for r in document["revisions"] if r["entity"] == "finding")  # type: ignore[attr-defined]
    revision["payload"]["text"] = "Iets anders dan er stond."


BAD_DOCUMENTS: dict[str, Callable[[str], bytes]] = {
    "cut off": lambda text: text[: len(text) // 2].encode(),
    "binary": lambda _text: bytes(range(256)),
    "empty": lambda _text: b"",
    "other json": lambda _text: b'{"a": 1}',
    "newer format": lambda text: spoiled(text, lambda d: d.update(format="boce-cycle/9")),
    "changed by hand": lambda text: spoiled(text, _other_payload),
}


@pytest.mark.parametrize("spoil", BAD_DOCUMENTS.values(), ids=BAD_DOCUMENTS)
def test_a_broken_cycle_document(env: Env, tmp_path: Path, spoil: Callable[[str], bytes]) -> None:
    path = tmp_path / "ronde.json"
    run_cli(["export", "cycle", "--to", str(path)], env).ok()
    path.write_bytes(spoil(path.read_text(encoding="utf-8")))
    elsewhere = replace(env, data_dir=tmp_path / "leeg")
    refused(run_cli(["import", str(path)], elsewhere), 3, "ronde.json", "niets veranderd")
    before = print_of(env.data_dir)
    refused(run_cli(["import", str(path)], env), 3, "ronde.json")
    assert {k: v for k, v in print_of(env.data_dir).items() if "backups" not in k} == before
    assert "[]" in run_cli("round list --json", elsewhere).out or not Dossier.exists(elsewhere.data_dir)


@pytest.mark.parametrize(
    "content",
    [
        "Naam;Rol\nZoë;wethouder\n".encode("utf-16-le")[1:],
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"",
    ],
)
def test_a_table_in_no_known_encoding(env: Env, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)
    before = print_of(env.data_dir)
    refused(run_cli(["import", str(path)], env), 3, "lijst.csv")
    assert print_of(env.data_dir) == before


def test_a_file_that_is_not_there_or_a_folder(env: Env, tmp_path: Path) -> None:
    (tmp_path / "map.json").mkdir()
    for name in ("weg.csv", "weg.json", "map.json", "wat.docx"):
        (tmp_path / "wat.docx").write_bytes(b"PK")
        refused(run_cli(["import", str(tmp_path / name)], env), 3, name)


NOBODYS_HOME = "~niemand-die-bestaat/stuk"
NAMED = (
    *(f"import {{place}}{ending}" for ending in (".csv", ".xlsx", ".json", ".boce", ".md")),
    "merge {place}.boce",
    "restore {place}.db",
    "backup --to {place}.db",
    "names take {place}.age",
    "erase R07 --certificate {place}.md",
)


@pytest.mark.parametrize("text", NAMED)
def test_a_place_in_the_home_of_nobody(env: Env, text: str) -> None:
    before = print_of(env.data_dir)
    words = [word.format(place=NOBODYS_HOME) for word in text.split()]
    refused(run_cli(words, env), 3, "geen thuismap", NOBODYS_HOME)
    assert print_of(env.data_dir) == before


def test_a_dossier_or_a_key_in_the_home_of_nobody(env: Env, tmp_path: Path) -> None:
    refused(run_cli(["--data", NOBODYS_HOME, "check"], env), 4, "geen thuismap", "--data")
    for settings in ({"BOCE_DATA": NOBODYS_HOME}, {"BOCE_DATA": NOBODYS_HOME, "BOCE_LANG": "en"}):
        told = run_boce("round list", tmp_path, environ=settings)
        assert told.code == 4
        assert NOBODYS_HOME in told.err
        assert "Traceback" not in told.err
    key = replace(env, environ={"BOCE_KEY_FILE": NOBODYS_HOME})
    refused(run_cli("check", key), 3, "geen thuismap")


# --- the dossier itself ---


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("create table mine (a)")
    conn.close()


FOREIGN: dict[str, Callable[[Path], object]] = {
    "of another program": foreign,
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_bytes(b"boodschappen: melk, brood\n" * 200),
}


@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("text", [*READING, *WRITING, "backup", "demo --no-open", "demo --again --no-open"])
def test_a_dossier_of_another_program(tmp_path: Path, make: Callable[[Path], object], text: str) -> None:
    env = make_env(tmp_path)
    folder = tmp_path / "ander"
    folder.mkdir()
    make(folder / "dossier.db")
    before = print_of(folder)
    refused(command(text, replace(env, data_dir=folder), tmp_path), 4, "dossier.db", "--data")
    assert print_of(folder) == before
    assert not (tmp_path / "uit.md").exists()


def test_a_newer_dossier_is_read_and_left_as_it_is(env: Env, tmp_path: Path) -> None:
    conn = sqlite3.connect(env.data_dir / "dossier.db")
    conn.execute("pragma user_version=99")
    conn.close()
    before = print_of(env.data_dir)
    assert command("round show", env, tmp_path).code == 0
    for text in WRITING:
        refused(command(text, env, tmp_path), 4, "nieuwere versie")
    assert print_of(env.data_dir) == before
    with Terminal(["--data", str(env.data_dir)], tmp_path) as term:
        term.wait_for("ALLEEN LEZEN: nieuwere versie")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert print_of(env.data_dir) == before


def test_a_second_writer(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env):
        before = print_of(env.data_dir)
        for text in READING:
            assert command(text, env, tmp_path).code == 0, text
            (tmp_path / "uit.md").unlink(missing_ok=True)
        for text in (*WRITING, "demo --again --no-open"):
            refused(command(text, env, tmp_path), 4, "al open", str(os.getpid()))
        with Terminal(["--data", str(env.data_dir)], tmp_path) as term:
            term.wait_for("ALLEEN LEZEN: open in ander venster", "kunt rondkijken, er wordt niets bewaard")
            term.send("<c-p>over dit<enter>")
            term.wait_for("Over dit dossier", "al open in een ander venster")
            term.send("<c-q>")
            assert term.wait_end() == 0
        assert print_of(env.data_dir) == before
    with Terminal(["--data", str(env.data_dir)], tmp_path) as term:
        term.wait_for("Nu te doen", "!ALLEEN LEZEN")
        term.send("<c-q>")
        assert term.wait_end() == 0


def test_an_interview_in_a_dossier_that_is_open_elsewhere_can_be_read(env: Env, tmp_path: Path) -> None:
    with (
        Dossier.open(env.data_dir, env),
        Terminal(["--data", str(env.data_dir), "interview", "G01"], tmp_path) as term,
    ):
        before = print_of(env.data_dir)
        term.wait_for("ALLEEN LEZEN")
        term.send("<c-n><c-n>tekst die nergens heen kan<f8><f4><c-n>")
        term.settle()
        assert term.process.poll() is None, term.text
        assert "ALLEEN LEZEN" in term.text
        term.send("<c-q>")
        assert term.wait_end() == 0, term.text
        assert print_of(env.data_dir) == before


# --- the disk ---


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real, small file system, where we may make one."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can make a disk")
    place = tmp_path / "schijf"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "boce-test", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_folder_that_cannot_be_written(env: Env, tmp_path: Path, disk: Path) -> None:
    shutil.copytree(env.data_dir, disk / "data")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    env = replace(env, data_dir=disk / "data")
    before = print_of(env.data_dir)
    for text in READING:
        assert command(text, env, tmp_path).code == 0, text
        (tmp_path / "uit.md").unlink(missing_ok=True)
    for text in (*WRITING, "backup"):
        refused(command(text, env, tmp_path), 4, "alleen te lezen")
    refused(run_cli(["report", "--to", str(disk / "r.md")], env), 3, "r.md")
    refused(run_cli("round new --year 2041", replace(env, data_dir=disk / "nieuw")), 4, "--data")
    with Terminal(["--data", str(env.data_dir)], tmp_path) as term:
        term.wait_for("ALLEEN LEZEN: map zonder schrijfrecht")
        term.send("<c-q>")
        assert term.wait_end() == 0
    assert print_of(env.data_dir) == before


def fill(place: Path) -> Path:
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            with suppress(OSError):
                while True:
                    file.write(bytes(size))
    return filler


def test_a_full_disk(env: Env, tmp_path: Path, disk: Path) -> None:
    shutil.copytree(env.data_dir, disk / "data")
    env = replace(env, data_dir=disk / "data")
    filler = fill(disk)
    before = print_of(env.data_dir)
    for text in READING:
        assert command(text, env, tmp_path).code == 0, text
        (tmp_path / "uit.md").unlink(missing_ok=True)
    for text in ("round new --year 2043", "round close 2041 --yes", "backup"):
        refused(command(text, env, tmp_path), 4, "schijf is vol")
    refused(run_cli(["report", "--to", str(disk / "r.md")], env), 3, "r.md")
    assert not (disk / "r.md").exists()
    assert print_of(env.data_dir) == before
    filler.unlink()
    run_cli("round close 2041 --yes", env).ok()
