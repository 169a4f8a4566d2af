"""`boce demo`, through the front door."""

from pathlib import Path

from boce_tui.domain.round import Round
from boce_tui.store import Dossier
from tests.example import example_env
from tests.support import make_env, run_cli


def test_the_example_is_complete_and_marked(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        assert dossier.example
        assert set(dossier.values(Round)) == {"2021", "2041"}
    assert run_cli("check", env).code == 0


def test_it_is_made_once_and_made_anew_only_when_asked(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.delete(Round, "2021")
    assert "stond al klaar" in run_cli("demo --no-open", env).ok().err
    with Dossier.open(env.data_dir, env) as dossier:
        assert dossier.value(Round, "2021") is None
    run_cli("demo --no-open --again", env).ok()
    with Dossier.open(env.data_dir, env) as dossier:
        assert dossier.value(Round, "2021") is not None


def test_a_real_dossier_is_never_overwritten(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    with Dossier.create(env.data_dir, env) as dossier:
        dossier.save(Round(year=2042, title="Echt"), "2042")
    result = run_cli("demo --no-open --again", env)
    assert result.code == 4
    assert "echt dossier" in result.err
    with Dossier.open(env.data_dir, env) as dossier:
        assert dossier.value(Round, "2042") == Round(year=2042, title="Echt")


def test_a_half_made_example_is_finished_the_next_time(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    Dossier.create(env.data_dir, env, example=True).close()  # killed before it was filled
    run_cli("demo --no-open", env).ok()
    assert run_cli("check", env).code == 0


def test_without_a_terminal_nothing_is_opened_or_made(tmp_path: Path) -> None:
    env = make_env(tmp_path)
    assert run_cli("demo", env).code == 2
    assert not env.data_dir.exists()
