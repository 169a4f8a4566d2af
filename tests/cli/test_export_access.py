"""An access request: what is kept under one code, whole, and nothing of anybody else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.round import Interview
from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return example_env(tmp_path)


def plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", " ".join(text.replace(">", " ").split()))


def test_it_holds_every_own_word_and_no_other(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        alone = {
            key: one.participants[0]
            for key, one in dossier.values(Interview).items()
            if len(one.participants) == 1
        }
        answers = dossier.values(Answer)
    said = {key: a.said for key, a in answers.items() if len(a.said) > 40 and key.rsplit("/", 3)[0] in alone}
    code = alone[next(iter(said)).rsplit("/", 3)[0]]
    mine = [words for key, words in said.items() if alone[key.rsplit("/", 3)[0]] == code]
    others = [words for key, words in said.items() if alone[key.rsplit("/", 3)[0]] != code]
    file = tmp_path / "inzage.md"
    run_cli(["export", "access", code, "--to", str(file)], env).ok()
    text = plain(file.read_text(encoding="utf-8"))
    assert mine
    assert not [words for words in mine if plain(words) not in text]
    assert not [words for words in others if plain(words) in text]
    assert not set(re.findall(r"\bR\d\d\b", text)) - {code}
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_words_of_the_table_are_left_out_and_that_is_said(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env, write=False) as dossier:
        key, one = next((k, i) for k, i in dossier.values(Interview).items() if len(i.participants) > 1)
        shared = [
            a.said
            for k, a in dossier.values(Answer, f"{key}/").items()
            if AnswerKey.parse(k).participant == "all" and not a.speakers and len(a.said) > 30
        ]
    file = tmp_path / "inzage.md"
    run_cli(["export", "access", one.participants[0], "--to", str(file)], env).ok()
    text = plain(file.read_text(encoding="utf-8"))
    assert "hele tafel" in text
    assert not [words for words in shared if plain(words) in text]


def test_who_sits_at_a_table_with_others_gets_own_words_only(env: Env, tmp_path: Path) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        key, one = next((k, i) for k, i in dossier.values(Interview).items() if len(i.participants) > 1)
        mine, other = one.participants[:2]
        question = next(
            k for k in dossier.values(Answer, f"{key}/") if AnswerKey.parse(k).participant == "all"
        )
        start = question.rsplit("/", 1)[0]
        dossier.save(Answer(text="Dit vind ik zelf van de zwaluwtillen."), f"{start}/{mine}")
        dossier.save(Answer(text="Dat ziet de ander over wielewalen."), f"{start}/{other}")
        spoken = Answer(text="Over de kwartelkoning sprak er één.", speakers=(other,))
        dossier.save(spoken, question)
    file = tmp_path / "inzage.md"
    run_cli(["export", "access", mine, "--to", str(file)], env).ok()
    text = plain(file.read_text(encoding="utf-8"))
    assert "zwaluwtillen" in text
    assert "wielewalen" not in text
    assert "kwartelkoning" not in text
    assert other not in text


def test_names_of_others_and_a_locked_names_file_stop_it(env: Env, tmp_path: Path) -> None:
    (env.data_dir / "names.key").unlink()
    found = run_cli(["export", "access", "R07", "--to", str(tmp_path / "x.md")], env)
    assert found.code == 5
    assert not (tmp_path / "x.md").exists()
    assert run_cli(["export", "access", "R99", "--to", str(tmp_path / "x.md")], env).code == 3
