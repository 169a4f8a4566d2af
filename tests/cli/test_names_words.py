"""``boce names words``: words beside the names that stop a document too."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from boce_tui.domain.recommendation import Recommendation
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import run_cli

WORD = "villa Zonneschijn"


def test_an_extra_word_stops_the_report_until_it_is_taken_away(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        (key, item) = next(iter(dossier.values(Recommendation, "2041/").items()))
        dossier.save(msgspec.structs.replace(item, text=f"Overleg in {WORD} over de uren."), key)
    target = tmp_path / "rapport.md"
    report = ["report", "--to", str(target), "--force"]
    run_cli(report, env).ok()
    assert "Er zijn geen extra woorden" in run_cli("names words", env).ok().err
    added = run_cli(
        ["names", "words", "--add", f"  {WORD} ", "--add", WORD.upper(), "--add", "de Burcht"], env
    )
    assert added.ok().out.splitlines() == [WORD, "de Burcht"]
    target.unlink()
    stopped = run_cli(report, env)
    assert stopped.code == 5
    assert not target.exists()
    assert WORD.encode() not in (env.data_dir / "names.age").read_bytes()
    assert json.loads(run_cli(["names", "words", "--remove", WORD.lower(), "--json"], env).ok().out) == [
        "de Burcht"
    ]
    run_cli(report, env).ok()


def test_wrong_words_change_nothing(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    run_cli(["names", "words", "--add", WORD], env).ok()
    for words, said in (
        (["--add", "ab"], "te kort"),
        (["--remove", "de Burcht"], "niet bij de extra woorden"),
    ):
        wrong = run_cli(["names", "words", *words], env)
        assert wrong.code == 3
        assert said in wrong.err
    assert run_cli("names words", env).ok().out.splitlines() == [WORD]
