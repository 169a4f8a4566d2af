"""Finding question sets: shipped ones, files, and texts that are kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boce_tui.errors import BadInput
from boce_tui.instruments.library import check_file, find, load_file, load_shipped, load_text, shipped
from boce_tui.instruments.problems import InstrumentProblems
from boce_tui.instruments.source import LARGEST
from boce_tui.locale import in_language
from tests.instruments.sets import HEAD, question, small


def test_shipped_sets_have_the_id_of_their_file() -> None:
    assert "annual_evaluation" in [one.id for one in shipped()]
    assert "glossary" not in [one.id for one in shipped()]
    for one in shipped():
        assert load_shipped(one.id).id == one.id
        assert load_file(one.path) == find(one.id) == find(str(one.path))


@pytest.mark.parametrize("ref", ["nothing", "annual_evaluatio", ""])
def test_an_unknown_id_names_those_that_exist(ref: str) -> None:
    with pytest.raises(BadInput) as caught:
        find(ref)
    assert "annual_evaluation" in caught.value.hint
    assert caught.value.exit_code == 3


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.toml", tmp_path / "gone" / "x.toml"):
        with pytest.raises(BadInput) as caught:
            load_file(path)
        assert str(path) in caught.value.place
        assert caught.value.hint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes exist on POSIX only")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(BadInput, match="geen gewoon bestand"):
        load_file(tmp_path / "pipe.toml")


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "huge.toml").open("wb") as file:
        file.truncate(LARGEST * 1000)
    with pytest.raises(InstrumentProblems) as caught:
        load_file(tmp_path / "huge.toml")
    assert "te groot" in caught.value.problems[0].what


def test_a_set_from_its_own_text_is_the_same_set() -> None:
    survey = small(question("Q1"))
    assert load_text(survey.source) == survey
    assert load_text(survey.source).digest == survey.digest


def test_text_that_is_no_text_is_refused() -> None:
    with pytest.raises(InstrumentProblems):
        load_text("\ud800")


def test_messages_follow_the_language_each_time(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(HEAD + question("Q1", "typo = 1"), "utf-8")
    for lang, words in (("nl", "Onbekende sleutel"), ("en", "Unknown key"), ("nl", "Onbekende sleutel")):
        with in_language(lang), pytest.raises(InstrumentProblems) as caught:
            load_file(file)
        assert any(words in line for line in caught.value.lines()[1:])


def test_check_file_gives_the_remarks_too(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(HEAD + question("Q1"), "utf-8")
    checked = check_file(file)
    assert checked.instrument
    assert [(one.severity, one.path) for one in checked.problems] == [
        ("warning", "section[two]"),
        ("warning", "section"),
    ]
