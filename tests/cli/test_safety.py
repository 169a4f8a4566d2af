"""``boce search, history, undo, backup, restore, doctor`` as a person and a script meet them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from boce_tui.cli import prompts
from boce_tui.domain.analysis import Finding
from boce_tui.domain.interviewing import Answer, Quote, Tagging
from boce_tui.domain.round import Interview
from boce_tui.env import Env
from boce_tui.names import Names, Person, make_example_key
from boce_tui.names.copies import copies as names_copies
from boce_tui.store import Dossier, backups
from tests.support import Result, run_boce, run_cli

KEY = "2041/G01/A1/-/all"
OTHER = "2041/G01/A2/-/all"
HOSTILE = "rood \x1b[31m[red]\u202e\u0007 {{ x }} <script>"


@pytest.fixture
def filled(env: Env) -> Env:
    with Dossier.create(env.data_dir, env) as d:
        d.save(Answer(text="de eerste tekst"), KEY)
        d.save(Answer(text="de tweede tekst over gemeenten"), KEY)
        d.save(Answer(text=HOSTILE), OTHER)
        d.save(Finding(text="Gemeenten werken samen", sub_question="ambitions"), "2041/B1")
    return env


def current(env: Env, key: str = KEY) -> str | None:
    with Dossier.open(env.data_dir, env, write=False) as d:
        got = d.get(Answer, key)
        return got.value.text if got and got.value else None


def problem(result: Result, code: int, *words: str) -> None:
    assert result.code == code, result
    assert result.out == ""
    for word in words:
        assert word in result.err, result.err


def test_search_prints_items_and_one_line_of_each(filled: Env) -> None:
    out = run_cli("search gemeente", filled).ok().out
    assert out.splitlines().count(f"answer:{KEY}") == 1
    assert "finding:2041/B1" in out
    assert "    de tweede tekst over gemeenten" in out
    found = json.loads(run_cli("search gemeente --json --limit 1", filled).ok().out)
    assert set(found[0]) == {"entity", "key", "snippet"}
    assert len(found) == 1


def test_search_without_result_says_what_to_try(filled: Env) -> None:
    result = run_cli("search kwijtgeraakt", filled).ok()
    assert result.out == ""
    assert "Niets gevonden" in result.err
    assert run_cli("search kwijtgeraakt --json", filled).ok().out == "[]\n"


@pytest.mark.parametrize("command", [["search", "rood"], ["history", OTHER], ["undo", OTHER, "--redo"]])
def test_text_of_people_is_inert_on_the_terminal(filled: Env, command: list[str]) -> None:
    result = run_cli(command, filled).ok()
    assert not set(result.out + result.err) & set("\x1b\u202e\x07")


def test_history_shows_every_version_and_which_is_current(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        d.delete(Answer, KEY)
    lines = run_cli(["history", KEY], filled).ok().out.splitlines()
    assert lines[0] == f"answer:{KEY}"
    assert "de eerste tekst" in lines[2]
    assert "gemaakt" in lines[2]
    assert "de tweede tekst" in lines[3]
    assert "verwijderd" in lines[4]
    assert [line.startswith("*") for line in lines[2:]] == [False, False, True]
    assert "12-05-2041" in lines[2]
    found = json.loads(run_cli(["history", KEY, "--json"], filled).ok().out)
    assert [v["value"] and v["value"]["text"] for v in found] == [
        "de eerste tekst",
        "de tweede tekst over gemeenten",
        None,
    ]
    assert [v["current"] for v in found] == [False, False, True]


def test_undo_and_redo_step_by_step(filled: Env) -> None:
    assert run_cli(["undo", KEY], filled).ok().out == "de eerste tekst\n"
    assert current(filled) == "de eerste tekst"
    assert "bestaat nu niet" in run_cli(["undo", KEY], filled).ok().err
    assert current(filled) is None
    assert "niets om ongedaan" in run_cli(["undo", KEY], filled).ok().err
    assert run_cli(["undo", KEY, "--redo"], filled).ok().out == "de eerste tekst\n"
    run_cli(["undo", KEY, "--redo"], filled).ok()
    assert current(filled) == "de tweede tekst over gemeenten"
    assert "niets ongedaan gemaakt" in run_cli(["undo", KEY, "--redo"], filled).ok().err


def test_undo_to_a_version_from_the_history(filled: Env) -> None:
    versions = json.loads(run_cli(["history", KEY, "--json"], filled).ok().out)
    run_cli(["undo", KEY, "--to", versions[0]["id"]], filled).ok()
    assert current(filled) == "de eerste tekst"
    problem(run_cli(["undo", OTHER, "--to", versions[0]["id"]], filled), 3, "geen versie", "boce history")
    problem(run_cli(["undo", KEY, "--to", "zomaar"], filled), 3, "geen versie")


def test_item_that_is_not_there_or_not_the_only_one(filled: Env) -> None:
    problem(run_cli("history bestaatniet", filled), 3, "geen onderdeel bestaatniet", "boce search")
    problem(run_cli("undo G01", filled), 2, "2 onderdelen", f"answer:{KEY}", f"answer:{OTHER}")
    assert run_cli("history B1", filled).ok().out.startswith("finding:2041/B1")


def test_backup_list_and_restore(filled: Env) -> None:
    assert "nog geen reservekopie" in run_cli("backup --list", filled).ok().err
    path = Path(run_cli("backup", filled).ok().out.strip())
    assert backups.problem(path) == ""
    listing = run_cli("backup --list", filled).ok().out
    assert path.name in listing
    assert "door jou gemaakt" in listing
    assert json.loads(run_cli("backup --list --json", filled).ok().out)[0]["file"] == str(path)

    with Dossier.open(filled.data_dir, filled) as d:
        d.save(Answer(text="van later"), KEY)
        d.save(Finding(text="ook later", sub_question="ambitions"), "2041/B2")
    problem_at_terminal = run_cli(["restore", path.name], filled)
    assert problem_at_terminal.code == 2
    assert "--yes" in problem_at_terminal.err
    assert current(filled) == "van later"
    result = run_cli(["restore", path.name, "--yes"], filled).ok()
    rows = {line.split()[0]: line.split()[1:] for line in result.out.splitlines()[1:]}
    assert rows["antwoorden"] == ["2", "2"]
    assert rows["bevindingen"] == ["2", "1"]
    assert current(filled) == "de tweede tekst over gemeenten"
    kept = Path(result.err.splitlines()[-1].split(": ", 1)[1])
    run_cli(["restore", str(kept), "--yes"], filled).ok()
    assert current(filled) == "van later"


def names_of(env: Env) -> Names:
    names = Names(env.data_dir)
    names.unlock(make_example_key(env.data_dir))
    return names


def test_the_names_come_back_when_they_are_gone_or_when_asked(filled: Env) -> None:
    key = make_example_key(filled.data_dir)
    names = Names(filled.data_dir)
    names.create(key)
    names.put({"R01": Person(name="Xaveer Wolkenveld")})
    path = Path(run_cli("backup", filled).ok().out.strip())
    copy = path.with_name(path.name.replace("dossier-", "names-")).with_suffix(".age")
    assert copy.read_bytes() == (filled.data_dir / "names.age").read_bytes()
    assert copy.stat().st_mode & 0o077 == 0

    names.put({"R01": Person(name="Xaveer Wolkenberg")})
    run_cli(["restore", path.name, "--yes"], filled).ok()
    assert names_of(filled).person("R01") == Person(name="Xaveer Wolkenberg"), "nobody asked for the old ones"
    result = run_cli(["restore", path.name, "--yes", "--names"], filled).ok()
    assert "namenbestand is ook teruggezet" in result.err
    assert names_of(filled).person("R01") == Person(name="Xaveer Wolkenveld")

    (filled.data_dir / "names.age").unlink()
    result = run_cli(["restore", path.name, "--yes"], filled).ok()
    assert "namenbestand is ook teruggezet" in result.err
    assert names_of(filled).person("R01") == Person(name="Xaveer Wolkenveld")


def test_who_is_taken_out_of_the_names_is_in_no_copy_of_them(filled: Env) -> None:
    key = make_example_key(filled.data_dir)
    names = Names(filled.data_dir)
    names.create(key)
    names.put({"R01": Person(name="Xaveer Wolkenveld"), "R02": Person(name="Ysolde Merelbos")})
    first, last = (Path(run_cli("backup", filled).ok().out.strip()) for _turn in range(2))
    assert len(names_copies(filled.data_dir)) == 2
    names.remove("R01")
    (left,) = names_copies(filled.data_dir)
    assert left.stem.removeprefix("names-") == last.stem.removeprefix("dossier-")
    for file in (filled.data_dir / "backups").iterdir():
        if file.suffix == ".age":
            assert b"Wolkenveld" not in key.decrypt(file.read_bytes())
            assert b"Merelbos" in key.decrypt(file.read_bytes())
    told = run_cli(["restore", first.name, "--yes", "--names"], filled).ok()
    assert "geen namenbestand" in told.err
    assert names_of(filled).person("R01") is None


def test_a_copy_of_the_names_goes_with_its_backup_and_never_to_another_place(
    filled: Env, tmp_path: Path
) -> None:
    names = Names(filled.data_dir)
    names.create(make_example_key(filled.data_dir))
    names.put({"R01": Person(name="Xaveer Wolkenveld")})
    for _turn in range(12):
        run_cli("backup", filled).ok()
    assert len(names_copies(filled.data_dir)) == backups.KEEP
    target = tmp_path / "elders" / "kopie.db"
    target.parent.mkdir()
    assert "names.age" in run_cli(["backup", "--to", str(target)], filled).ok().err
    assert [path.name for path in target.parent.iterdir()] == ["kopie.db"]


def test_restore_asks_first_and_no_is_the_first_answer(filled: Env, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(run_cli("backup", filled).ok().out.strip())
    run_cli(["undo", KEY], filled).ok()
    asked: list[tuple[str, str]] = []
    answers = iter(["no", "yes"])

    def ask(label: str, choices: dict[str, str], default: str = "") -> str:
        asked.append((label, default))
        assert set(choices) == {"no", "yes"}
        return next(answers)

    monkeypatch.setattr(prompts, "can_ask", lambda env: True)
    monkeypatch.setattr(prompts, "ask_one", ask)
    assert "niets veranderd" in run_cli(["restore", str(path)], filled).ok().err
    assert current(filled) == "de eerste tekst"
    run_cli(["restore", str(path)], filled).ok()
    assert current(filled) == "de tweede tekst over gemeenten"
    assert asked == [("Deze reservekopie terugzetten", "no")] * 2


def test_backup_to_a_file_never_replaces_one_unasked(filled: Env, tmp_path: Path) -> None:
    target = tmp_path / "mijn kopie.db"
    target.write_text("van mij")
    problem(run_cli(["backup", "--to", str(target)], filled), 3, "bestaat al", "--force")
    assert target.read_text() == "van mij"
    run_cli(["backup", "--to", str(target), "--force"], filled).ok()
    assert backups.problem(target) == ""
    problem(
        run_cli(["backup", "--to", str(tmp_path / "nergens" / "x.db")], filled), 3, "niet worden geschreven"
    )


def test_backup_and_reading_work_while_the_app_is_open(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled):
        for command in ("backup", "search tekst", f"history {KEY}", "doctor"):
            run_cli(command, filled).ok()
        for command in (f"undo {KEY}", "doctor --repair"):
            result = run_cli(command, filled)
            assert result.code == (4 if command.startswith("undo") else 0)
    assert current(filled) == "de tweede tekst over gemeenten"


def test_restore_of_a_bad_file_is_exit_3(filled: Env, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Geachte heer, mevrouw")
    for name in ("brief.txt", "bestaat-niet.db"):
        problem(run_cli(["restore", str(tmp_path / name), "--yes"], filled), 3)
    problem(run_cli(["restore", str(filled.data_dir / "dossier.db"), "--yes"], filled), 3, "het dossier zelf")
    assert current(filled) == "de tweede tekst over gemeenten"


def test_doctor_says_it_is_sound_and_changes_nothing(filled: Env) -> None:
    before = (filled.data_dir / "dossier.db").read_bytes()
    result = run_cli("doctor", filled).ok()
    assert "in orde" in result.err
    assert all(line.startswith("● ") for line in result.out.splitlines())
    found = json.loads(run_cli("doctor --json", filled).ok().out)
    assert found["ok"] is True
    run_cli("doctor --repair", filled).ok()
    assert (filled.data_dir / "dossier.db").read_bytes() == before
    assert backups.listed(filled.data_dir) == []


def test_doctor_finds_and_mends_altered_text(filled: Env) -> None:
    conn = sqlite3.connect(filled.data_dir / "dossier.db")
    conn.execute("drop trigger revision_is_never_changed")
    conn.execute("update revision set payload = replace(payload, 'tweede', 'derde')")
    conn.commit()
    conn.close()
    result = run_cli("doctor", filled)
    assert result.code == 4
    assert f"× 1 versie is niet meer wat er ooit is geschreven: answer:{KEY}." in result.out
    assert "--repair" in result.err
    found = run_cli("doctor --json", filled)
    assert found.code == 4
    assert json.loads(found.out)["ok"] is False
    mended = run_cli("doctor --repair", filled).ok()
    assert "3 versies zijn behouden" in mended.err
    assert "vertrouwen" in mended.err
    assert current(filled) == "de eerste tekst"
    run_cli("doctor", filled).ok()


@pytest.mark.parametrize("command", ["search x", "history x", "undo x", "backup", "doctor"])
def test_without_a_dossier_nothing_is_made(env: Env, command: str) -> None:
    problem(run_cli(command, env), 4, "nog geen dossier", "boce demo")
    assert not env.data_dir.exists()


@pytest.mark.parametrize("command", ["search x", "undo x", "backup", "doctor", "doctor --repair"])
def test_dossier_of_another_program_is_left_alone(env: Env, command: str) -> None:
    env.data_dir.mkdir()
    conn = sqlite3.connect(env.data_dir / "dossier.db")
    conn.execute("create table browser(x)")
    conn.commit()
    conn.close()
    before = (env.data_dir / "dossier.db").read_bytes()
    problem(run_cli(command, env), 4, "geen dossier van boce")
    assert (env.data_dir / "dossier.db").read_bytes() == before
    assert [p.name for p in env.data_dir.iterdir()] in (["dossier.db"], ["dossier.db", "dossier.lock"])


def test_commands_run_as_a_process_of_their_own(filled: Env, tmp_path: Path) -> None:
    found = run_boce("search gemeenten", tmp_path, environ={"BOCE_DATA": str(filled.data_dir)}).ok()
    assert f"answer:{KEY}" in found.out
    english = run_boce("--lang en doctor", tmp_path, environ={"BOCE_DATA": str(filled.data_dir)}).ok()
    assert "The dossier is sound." in english.err


def test_search_shows_nothing_of_a_withdrawn_interview(filled: Env) -> None:
    with Dossier.open(filled.data_dir, filled) as d:
        d.save(Quote(answer=KEY, text="gemeenten te groot"), "2041/Q1")
        d.save(Tagging(tags=("gemeenten",)), KEY)
        d.save(Interview(participants=("R01",), state="withdrawn"), "2041/G01")
    out = run_cli("search gemeenten", filled).ok().out
    assert "finding:2041/B1" in out
    for hidden in ("answer:", "quote:", "tagging:"):
        assert hidden not in out
