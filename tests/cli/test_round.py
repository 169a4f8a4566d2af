"""``boce round``: set up, list, show and follow up rounds from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boce_tui.env import Env
from boce_tui.store import Dossier
from tests.support import make_env, run_cli
from tests.terminal import Terminal


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return make_env(tmp_path / "mijn map")


def new(env: Env, *more: str) -> None:
    run_cli(["round", "new", "--year", "2041", "--focus", "bereikbaarheid,wonen", *more], env).ok()


def test_a_first_round_in_an_empty_folder(env: Env) -> None:
    new(
        env,
        "--date",
        "interviews=24 mei 2041",
        "--period",
        "2038-2041",
        "--commissioning-body",
        "steering_group",
    )
    shown = run_cli("round show", env).ok().out
    for word in (
        "2041  Evaluatie 2041",
        "Bereikbaarheid, Leefbaarheid",
        "gepland 24-05-2041",
        "Stuurgroep",
        "2038-2041",
    ):
        assert word in shown
    assert "BO  C  E" in shown


def test_a_first_round_that_is_refused_leaves_no_empty_dossier(env: Env) -> None:
    assert run_cli("round new --year 2041 --focus bestaatniet", env).code == 3
    assert not env.data_dir.exists()
    env.data_dir.mkdir(parents=True)
    (env.data_dir / "van mij.txt").write_text("blijft", "utf-8")
    assert run_cli("round new --year 2041 --focus bestaatniet", env).code == 3
    assert [path.name for path in env.data_dir.iterdir()] == ["van mij.txt"]
    new(env)
    assert run_cli("round new --year 2042 --focus bestaatniet", env).code == 3
    assert Dossier.exists(env.data_dir)
    assert "2041" in run_cli("round list", env).ok().out


def test_the_list(env: Env) -> None:
    new(env)
    run_cli("round next 2041", env).ok()
    lines = run_cli("round list", env).ok().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["2042", "2041"]
    found = json.loads(run_cli("round list --json", env).ok().out)
    assert [(r["id"], r["status"], r["interviews"]) for r in found] == [
        ("2042", "draft", 0),
        ("2041", "draft", 0),
    ]


def test_a_round_for_other_programs(env: Env) -> None:
    new(env)
    shown = json.loads(run_cli("round show 2041 --json", env).ok().out)
    assert shown["focus_themes"] == ["accessibility", "liveability"]
    assert shown["left_out"] == ["environment_act", "tourism_recreation"]
    assert shown["interviews"]["by_state"]["held"] == 0
    assert shown["coverage"]["municipalities"] == ["borger_odoorn", "coevorden", "emmen"]


def test_the_next_round(env: Env) -> None:
    new(env)
    done = run_cli("round next 2041 --focus leefbaarheid", env).ok()
    assert "Ronde 2042 staat klaar" in done.err
    shown = json.loads(run_cli("round show 2042 --json", env).ok().out)
    assert (shown["previous"], shown["focus_themes"]) == ("2041", ["liveability"])


def test_a_question_set_in_a_file_with_spaces(env: Env, tmp_path: Path) -> None:
    from boce_tui.instruments.library import shipped

    own = tmp_path / "mijn vragen.toml"
    (first,) = [one for one in shipped() if one.id == "annual_evaluation"]
    text = first.path.read_text(encoding="utf-8").replace('id = "annual_evaluation"', 'id = "mijn_vragen"')
    own.write_text(text, encoding="utf-8")
    new(env, "--survey", str(own))
    assert json.loads(run_cli("round show --json", env).ok().out)["instrument"] == "mijn_vragen"


def test_without_a_year_and_without_a_keyboard_it_says_which_option(env: Env) -> None:
    done = run_cli("round new", env)
    assert done.code == 2
    assert "--year" in done.err
    assert not Dossier.exists(env.data_dir)


@pytest.mark.parametrize(
    ("options", "code", "word"),
    [
        (["--year", "twee"], 3, "jaar"),
        (["--year", "2041", "--focus", "vissen"], 3, "focusthema"),
        (["--year", "2041", "--date", "interviews"], 3, "datums"),
        (["--year", "2041", "--date", "feest=1-1-2041"], 3, "datums"),
        (["--year", "2041", "--survey", "bestaat_niet"], 3, "bestaat_niet"),
        (["--year", "2041", "--embargo-until", "\x1b[2Jooit"], 3, "embargo tot"),
        (["--jaar", "2041"], 2, "--jaar"),
    ],
)
def test_what_is_wrong_is_named_and_no_round_is_made(
    env: Env, options: list[str], code: int, word: str
) -> None:
    done = run_cli(["round", "new", *options], env)
    assert (done.code, word in done.err) == (code, True), done.err
    assert "\x1b" not in done.err
    assert not env.data_dir.exists()
    assert run_cli("round list --json", env).code == 4


def test_a_round_that_is_not_there(env: Env) -> None:
    assert run_cli("round show", env).code == 4
    new(env)
    for argv in ("round show 1999", "round next 1999", "round new --year 2041"):
        assert run_cli(argv, env).code == 3


def test_in_english(env: Env) -> None:
    new(env)
    assert "Coverage" in run_cli("--lang en round show", env).ok().out


def test_asking_for_everything(tmp_path: Path) -> None:
    """Without options, in a terminal: the questions one by one."""
    with Terminal(
        ["--data", str(tmp_path / "map met spatie"), "round", "new"], tmp_path, size=(100, 30)
    ) as term:
        term.wait_for("Jaar van de evaluatie")
        term.send("<c-a><c-k>12<enter>")
        term.wait_for("Dit moet een getal zijn")
        term.send("<c-a><c-k>2041<enter>")
        term.wait_for("Titel")
        term.send(" van Zoë<enter>")
        term.wait_for("Welke periode")
        term.send("2038-2041<enter>")
        term.wait_for("Waarom wordt er nu")
        term.send("afgesproken<enter>")
        term.wait_for("Wat is er aan de evaluatoren")
        term.send("<enter>")
        term.wait_for("Wie geeft de opdracht")
        term.send("<enter>")
        term.wait_for("Welke thema")
        term.send("<down><space><enter>")
        term.wait_for("Waarom doen de andere")
        term.send("te klein<enter>")
        term.wait_for("gesprekken klaar")
        term.send("24 mei 2041<enter>")
        term.wait_for("rapport klaar")
        term.send("<enter>")
        term.wait_for("Ronde 2041 staat klaar")
        assert term.wait_end() == 0
    env = make_env(tmp_path).with_data_dir(tmp_path / "map met spatie")
    shown = json.loads(run_cli("round show --json", env).ok().out)
    assert shown["title"] == "Evaluatie 2041 van Zoë"
    assert (shown["period"], shown["reason"], shown["left_out_reason"]) == (
        "2038-2041",
        "afgesproken",
        "te klein",
    )
    assert shown["commissioning_body"] == "commissioners_board"
    assert shown["focus_themes"] == ["tourism_recreation"]
    assert shown["dates"] == {"interviews": {"planned": "2041-05-24", "actual": ""}}


def test_stopping_halfway_makes_no_round(tmp_path: Path) -> None:
    with Terminal(["--data", str(tmp_path / "d"), "round", "new"], tmp_path) as term:
        term.wait_for("Jaar van de evaluatie")
        term.send("<enter>")
        term.wait_for("Titel")
        term.send("<c-c>")
        assert term.wait_end() == 130
    assert not (tmp_path / "d").exists()
