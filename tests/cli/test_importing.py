"""``boce import``: respondents and cycle documents, by the front door."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from boce_tui.env import Env
from boce_tui.names import FILE, Key, Names, make_example_key, read_key_file
from tests.support import Result, make_env, run_cli
from tests.terminal import Terminal

PEOPLE = [
    ["Naam", "Functie", "Gemeente", "Rol", "Thema's", "E-mail"],
    ["Zoë Çelik-Müller", "wethouder wonen", "Emmen", "wethouder", "Wonen (3)", "z.celik@voorbeeld.nl"],
    ["Jan van den Berg", "trekker", "BO, C", "ambtelijk trekker", "Bereikbaarheid", ""],
]


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A key that opens quickly, in a file with a space in its name."""
    folder = tmp_path / "mijn sleutels"
    folder.mkdir()
    make_example_key(folder)
    return folder / "names.key"


@pytest.fixture
def env(tmp_path: Path, key: Path) -> Env:
    env = make_env(tmp_path / "map met spatie", environ={"BOCE_KEY_FILE": str(key)})
    run_cli("round new --year 2041 --focus bereikbaarheid", env).ok()
    return env


def without_key(env: Env) -> Env:
    return replace(env, environ={})


def csv_file(
    tmp_path: Path, rows: list[list[str]] = PEOPLE, encoding: str = "cp1252", name: str = "lijst.csv"
) -> Path:
    path = tmp_path / "Mijn documenten" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes("\r\n".join(";".join(f'"{c}"' for c in row) for row in rows).encode(encoding))
    return path


def imported(env: Env, path: Path, *more: str) -> Result:
    return run_cli(["import", str(path), *more], env)


def people(env: Env) -> int:
    return int(json.loads(run_cli("round show --json", env).ok().out)["respondents"])


def test_names_go_to_the_names_file_and_codes_to_the_dossier(env: Env, tmp_path: Path, key: Path) -> None:
    done = imported(env, csv_file(tmp_path)).ok()
    assert "2 nieuw" in done.err
    assert "elik" not in (done.out + done.err).casefold()
    names = Names(env.data_dir)
    names.unlock(read_key_file(key))
    assert {who.name for who in names.data().people.values()} == {"Zoë Çelik-Müller", "Jan van den Berg"}
    assert sorted(done.out.split(",")[1].split()[:1]) == [
        code for code in names.data().people if code in done.out.splitlines()[0]
    ]
    for path in env.data_dir.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            assert b"elik" not in content, path
            assert b"van den berg" not in content, path


def test_a_workbook_does_the_same(env: Env, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in PEOPLE:
        sheet.append(row)
    path = tmp_path / "lijst met spatie.xlsx"
    book.save(path)
    imported(env, path).ok()
    assert people(env) == 2


def test_looking_first_changes_nothing(env: Env, tmp_path: Path) -> None:
    done = imported(without_key(env), csv_file(tmp_path), "--dry-run").ok()
    assert done.out.splitlines() == [
        "regel 2: nieuw (wethouder, bestuurder)",
        "regel 3: nieuw (ambtelijk trekker, ambtenaar)",
    ]
    assert "niets veranderd" in done.err
    assert people(env) == 0
    assert not (env.data_dir / FILE).exists()


def test_a_look_at_a_second_import_says_what_is_the_same(env: Env, tmp_path: Path) -> None:
    imported(env, csv_file(tmp_path)).ok()
    done = imported(env, csv_file(tmp_path, encoding="utf-16"), "--dry-run").ok()
    assert "0 nieuw, 0 veranderd, 2 hetzelfde" in done.err
    locked = imported(without_key(env), csv_file(tmp_path), "--dry-run").ok()
    assert "op slot" in locked.err


@pytest.mark.parametrize("there", [False, True])
def test_names_without_a_passphrase_are_refused(env: Env, tmp_path: Path, *, there: bool) -> None:
    if there:
        imported(env, csv_file(tmp_path, PEOPLE[:2])).ok()
    done = imported(without_key(env), csv_file(tmp_path, PEOPLE[:1] + PEOPLE[2:]))
    assert done.code == 5
    assert "BOCE_KEY_FILE" in done.err
    assert people(env) == int(there)


def test_a_wrong_passphrase_is_refused(env: Env, tmp_path: Path) -> None:
    imported(env, csv_file(tmp_path, PEOPLE[:2])).ok()
    other = tmp_path / "andere sleutel"
    other.mkdir()
    make_example_key(other)
    done = imported(replace(env, environ={"BOCE_KEY_FILE": str(other / "names.key")}), csv_file(tmp_path))
    assert (done.code, people(env)) == (5, 1)
    assert "past niet" in done.err


def test_a_passphrase_that_is_too_short_makes_no_names_file(env: Env, tmp_path: Path) -> None:
    short = tmp_path / "kort.txt"
    short.write_text("geheim\n", encoding="utf-8")
    done = imported(replace(env, environ={"BOCE_KEY_FILE": str(short)}), csv_file(tmp_path))
    assert (done.code, people(env)) == (3, 0)
    assert "geheim" not in done.err
    assert not (env.data_dir / FILE).exists()


def test_one_mistake_and_nothing_is_imported(env: Env, tmp_path: Path) -> None:
    wrong = [*PEOPLE, ["Bram Bos", "x", "Emen", "wethouder", "", ""], ["", "", "", "", "", "b@voorbeeld.nl"]]
    done = imported(env, csv_file(tmp_path, wrong))
    assert done.code == 3
    assert "lijst.csv: Er zitten 3 fouten in deze tabel." in done.err
    assert 'regel 4, Gemeente: "Emen" is hier niet bekend; bedoel je Emmen?' in done.err
    assert "regel 5, Naam: de naam ontbreekt" in done.err
    assert people(env) == 0
    assert not (env.data_dir / FILE).exists()


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("foto.jpg", b"\xff\xd8", ".csv, .xlsx"),
        ("lijst.csv", b"\x00\x01\x02" * 100, "geen tekst"),
        ("lijst.csv", "naam;rol\nZoÃ«;wethouder\n".encode(), "accenten"),
        ("lijst.xlsx", b"PK\x03\x04 kapot", "geen tabel"),
        ("ronde.json", b"{}", "cyclusdocument"),
    ],
)
def test_files_that_cannot_be_used(env: Env, tmp_path: Path, name: str, content: bytes, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = imported(env, path)
    assert done.code == 3
    assert word in done.err
    assert people(env) == 0


def test_a_file_that_is_not_there(env: Env, tmp_path: Path) -> None:
    done = imported(env, tmp_path / "nergens.csv")
    assert done.code == 3
    assert "bestaat niet" in done.err


def test_without_a_dossier_or_round(tmp_path: Path) -> None:
    assert imported(make_env(tmp_path / "leeg"), csv_file(tmp_path)).code == 4


def test_hostile_cells_stay_inert(env: Env, tmp_path: Path) -> None:
    rows = [["rol", "kolom\x1b[31m"], ["wet\x1b[2Jhouder\u202e", "x"]]
    done = imported(env, csv_file(tmp_path, rows, "utf-8"))
    assert done.code == 3
    assert not any(char in done.err for char in "\x1b\u202e")


def test_a_cycle_document_into_an_empty_folder_comes_out_the_same(env: Env, tmp_path: Path) -> None:
    imported(env, csv_file(tmp_path)).ok()
    first, second = tmp_path / "een.json", tmp_path / "twee.json"
    run_cli(["export", "cycle", "--to", str(first)], env).ok()
    other = env.with_data_dir(tmp_path / "ander dossier")
    assert "zou worden ingelezen" in imported(other, first, "--dry-run").ok().err
    assert not other.data_dir.exists()
    assert "ronde 2041" in imported(other, first).ok().err
    run_cli(["export", "cycle", "--to", str(second)], other).ok()
    assert first.read_bytes() == second.read_bytes()
    assert "0 wijzigingen" in imported(other, first).ok().err


def test_the_passphrase_is_asked_twice_the_first_time(env: Env, tmp_path: Path) -> None:
    path = csv_file(tmp_path, PEOPLE[:2])
    secret = "vier losse woorden"
    with Terminal(["--data", str(env.data_dir), "import", str(path)], tmp_path, size=(100, 24)) as term:
        term.wait_for("Nieuwe wachtzin")
        term.send("kort<enter>")
        term.wait_for("te kort")
        term.send(f"<c-a><c-k>{secret}<enter>")
        term.wait_for("Nog een keer")
        term.send("iets anders<enter>")
        term.wait_for("niet hetzelfde")
        term.send(f"<c-a><c-k>{secret}<enter>")
        term.wait_for("1 nieuw")
        assert term.wait_end() == 0
        assert secret not in term.text
    names = Names(env.data_dir)
    names.unlock(Key(secret))
    assert len(names.data().people) == 1
