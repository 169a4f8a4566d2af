"""``boce survey``: list, check and show, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boce_tui.env import Env
from tests.instruments.sets import HEAD, question, readme_example
from tests.support import run_cli

ANNUAL = "annual_evaluation"


def write(folder: Path, text: str) -> Path:
    file = folder / "lijst.toml"
    file.write_text(text, "utf-8")
    return file


def test_list_names_the_sets_that_come_with_the_app(env: Env) -> None:
    out = run_cli("survey list", env).ok().out
    assert f"{ANNUAL}  Jaarlijkse evaluatie  1.0" in out
    assert next(line for line in out.splitlines() if line.startswith(ANNUAL)).endswith(" 44")
    assert "Annual evaluation" in run_cli("--lang en survey list", env).ok().out
    found = {one["id"]: one for one in json.loads(run_cli("survey list --json", env).ok().out)}
    assert set(found) == {ANNUAL, "theme_intake", "progress_round"}
    one = found[ANNUAL]
    assert one["title"] == {"nl": "Jaarlijkse evaluatie", "en": "Annual evaluation"}
    assert len(one["digest"]) == 64


def test_check_of_a_good_file(env: Env, tmp_path: Path) -> None:
    file = write(tmp_path, readme_example())
    result = run_cli(["survey", "check", str(file)], env).ok()
    assert result.out == ""
    assert result.err == "buurtoverleg versie 1.0 klopt: 5 vragen in 2 onderdelen.\n"
    assert json.loads(run_cli(["survey", "check", "--json", str(file)], env).ok().out) == {
        "ok": True,
        "problems": [],
    }


def test_check_of_a_faulty_file_says_where_and_what_would_be_right(env: Env, tmp_path: Path) -> None:
    file = write(
        tmp_path, HEAD + question("Q1", "per_tema = true") + question("Z9", "typ = 1", section="two")
    )
    result = run_cli(["survey", "check", str(file)], env)
    assert result.code == 3
    first, second = result.out.splitlines()
    assert first == f"{file}:19: question[Q1].per_tema: Onbekende sleutel: per_tema. Bedoel je per_theme?"
    assert second.startswith(f"{file}:26: question[Z9].typ: ")
    assert "2 fouten." in result.err
    assert "niets veranderd" in result.err
    english = run_cli(["--lang", "en", "survey", "check", str(file)], env)
    assert "Unknown key: per_tema. Did you mean per_theme?" in english.out
    found = json.loads(run_cli(["survey", "check", str(file), "--json"], env).out)
    assert found["ok"] is False
    assert found["problems"][0]["line"] == 19
    assert found["problems"][0]["severity"] == "error"


def test_one_question_is_not_called_questions(env: Env, tmp_path: Path) -> None:
    one = HEAD.partition('[[section]]\nid = "two"')[0] + question("Q1")
    said = run_cli(["survey", "check", str(write(tmp_path, one))], env).ok()
    assert "klopt: 1 vraag in 1 onderdeel.\n" in said.err
    english = run_cli(["--lang", "en", "survey", "check", str(tmp_path / "lijst.toml")], env).ok()
    assert ": 1 question in 1 section.\n" in english.err


def test_a_set_that_leaves_chapter_3_empty_is_told_so(env: Env, tmp_path: Path) -> None:
    file = write(tmp_path, HEAD + question("Q1") + question("Q2", section="two"))
    empty = "blijft hoofdstuk 3 van het rapport leeg"
    assert empty in run_cli(["survey", "check", str(file)], env).ok().out
    found = json.loads(run_cli(["survey", "check", "--json", str(file)], env).ok().out)
    assert found["ok"] is True
    assert any(empty in one["what"] for one in found["problems"])
    text = file.read_text("utf-8").replace('id = "two"', 'id = "two"\nreport = true', 1)
    assert empty not in run_cli(["survey", "check", str(write(tmp_path, text))], env).ok().out
    form = text.replace("report = true", "").replace('id = "small"', 'id = "theme_intake"')
    assert empty not in run_cli(["survey", "check", str(write(tmp_path, form))], env).ok().out


def test_remarks_do_not_make_a_set_wrong(env: Env, tmp_path: Path) -> None:
    result = run_cli(["survey", "check", str(write(tmp_path, HEAD + question("Q1")))], env).ok()
    assert result.out.startswith("let op: ")
    assert "klopt" in result.err


@pytest.mark.parametrize("action", ["check", "show"])
def test_files_that_are_not_there_or_no_files(env: Env, tmp_path: Path, action: str) -> None:
    for path in (tmp_path / "gone.toml", tmp_path):
        result = run_cli(["survey", action, f"{path}/" if path == tmp_path else str(path)], env)
        assert result.code == 3
        assert str(tmp_path) in result.err
        assert "Traceback" not in result.err


def test_hostile_bytes_and_names_stay_inert(env: Env, tmp_path: Path) -> None:
    file = tmp_path / "b\x1b[31mad.toml"
    file.write_bytes(b"\x1b]0;title\x07 = 1\n")
    result = run_cli(["survey", "check", str(file)], env)
    assert result.code == 3
    assert "\x1b" not in result.out + result.err
    assert "\x07" not in result.out + result.err


def test_show_is_a_list_to_read_in_either_language(env: Env) -> None:
    dutch = run_cli(f"survey show {ANNUAL}", env).ok().out
    assert "  A1   Welke ambitie gold volgens u voor {theme}?" in dutch
    assert "alleen: bestuurders, gemeentesecretaris" in dutch
    assert "niet: programmaregisseur, programmaondersteuner" in dutch
    assert "kern · per thema" in dutch
    assert "vanaf ronde 2 · hangt af van het antwoord op F1" in dutch
    assert "bestuurders: Staan de thema's op de agenda?" in dutch
    english = run_cli(f"survey show {ANNUAL} --lang en", env).ok().out
    assert "  A1   Which ambition applied to {theme} in your view?" in english
    assert "core · per theme" in english
    assert len(dutch.splitlines()) == len(english.splitlines())


def test_show_of_a_file_and_as_json(env: Env, tmp_path: Path) -> None:
    file = write(tmp_path, readme_example())
    assert "Evaluatie buurtoverleg" in run_cli(["survey", "show", str(file)], env).ok().out
    content = json.loads(run_cli(["survey", "show", str(file), "--json"], env).ok().out)
    assert [one["id"] for one in content["question"]] == ["K1", "K2", "V1", "V2", "V3"]
    assert content["question"][2]["part"][0]["type"] == "rating_1_5"


def test_show_of_an_unknown_id_names_the_ones_that_exist(env: Env) -> None:
    result = run_cli("survey show annual", env)
    assert result.code == 3
    assert ANNUAL in result.err


@pytest.mark.parametrize("argv", ["survey", "survey check", "survey show", "survey throw"])
def test_wrong_use(env: Env, argv: str) -> None:
    assert run_cli(argv, env).code == 2


def test_words_are_explained_and_listed(env: Env) -> None:
    (line,) = run_cli("survey words opdrachtgeversoverleg", env).ok().out.splitlines()
    assert line.startswith("opdrachtgeversoverleg: ")
    (english,) = run_cli("--lang en survey words Steering Group", env).ok().out.splitlines()
    assert english.startswith("steering group: ")
    everything = run_cli("survey words", env).ok().out.splitlines()
    assert line in everything
    assert len(everything) >= 40
    (one,) = json.loads(run_cli("survey words raden --json", env).ok().out)
    assert one["id"] == "councils"
    unknown = run_cli(["survey", "words", "fietsenstalling"], env)
    assert unknown.code == 3
    assert "De woordenlijst kent 'fietsenstalling' niet." in unknown.err
