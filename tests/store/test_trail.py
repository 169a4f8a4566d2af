"""The trail: what happened, by whom; a line that was changed or taken out shows."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from boce_tui.cycle.profiles import open_dossier
from boce_tui.domain.analysis import ChapterText
from boce_tui.env import Env
from boce_tui.store import trail
from tests.example import example_env
from tests.support import TIMEOUT, make_env, run_cli


def lines(folder: Path) -> list[bytes]:
    return (folder / trail.FILE).read_bytes().splitlines(keepends=True)


def put(folder: Path, found: list[bytes]) -> None:
    (folder / trail.FILE).write_bytes(b"".join(found))


@pytest.fixture
def env(tmp_path: Path) -> Env:
    made = make_env(tmp_path)
    made.data_dir.mkdir()
    for n in range(6):
        trail.record(made.data_dir, made, "open", n=n)
    return made


def test_lines_are_chained_and_read_back(env: Env) -> None:
    found = trail.read(env.data_dir)
    assert [line.n for line in found.lines] == [1, 2, 3, 4, 5, 6]
    assert not found.wrong
    assert found.lines[0].before == ""
    assert found.lines[3].before == found.lines[2].digest
    assert found.lines[0].profile == "evaluator"
    assert os.stat(env.data_dir / trail.FILE).st_mode & 0o777 == 0o600


@pytest.mark.parametrize("gone", range(5))
def test_a_line_taken_out_shows(env: Env, gone: int) -> None:
    found = lines(env.data_dir)
    put(env.data_dir, [line for n, line in enumerate(found) if n != gone])
    assert trail.read(env.data_dir).wrong


def test_lines_taken_off_the_end_show_to_who_remembers_the_last(env: Env) -> None:
    noted = trail.read(env.data_dir).last
    put(env.data_dir, lines(env.data_dir)[:4])
    found = trail.read(env.data_dir)
    assert not found.wrong
    assert not found.holds(noted)


@pytest.mark.parametrize("place", range(5, 180, 17))
def test_a_changed_letter_shows(env: Env, place: int) -> None:
    found = lines(env.data_dir)
    changed = bytearray(found[2])
    changed[place] = ord("x") if changed[place] != ord("x") else ord("y")
    put(env.data_dir, [*found[:2], bytes(changed), *found[3:]])
    assert trail.read(env.data_dir).wrong


def test_two_lines_that_changed_places_show(env: Env) -> None:
    found = lines(env.data_dir)
    put(env.data_dir, [found[0], found[2], found[1], *found[3:]])
    assert trail.read(env.data_dir).wrong


def test_half_a_line_of_a_power_cut_is_no_tampering(env: Env) -> None:
    with (env.data_dir / trail.FILE).open("ab") as file:
        file.write(b'{"n":7,"at":"2041')
    assert not trail.read(env.data_dir).wrong
    trail.record(env.data_dir, env, "export", document="report")
    found = trail.read(env.data_dir)
    assert [line.n for line in found.lines][-1] == 7
    assert not found.wrong


def test_a_folder_that_cannot_be_written_stops_nothing(env: Env) -> None:
    assert trail.record(env.data_dir / "nergens", env, "open") == ""


def _keep_writing(folder: Path, env_dir: Path) -> None:
    env = make_env(env_dir)
    for n in range(100_000):
        trail.record(folder, env, "look", n=n)


def test_two_at_once_and_killed_in_the_middle(env: Env, tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_keep_writing, args=(env.data_dir, tmp_path)) for _n in range(2)]
    for writer in writers:
        writer.start()
    until = time.monotonic() + TIMEOUT
    while len(trail.read(env.data_dir).lines) < 40 and time.monotonic() < until:
        time.sleep(0.01)
    for writer in writers:
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
    trail.record(env.data_dir, env, "open")
    found = trail.read(env.data_dir)
    assert len(found.lines) > 40
    assert not found.wrong


def test_what_people_do_stands_in_it_without_content(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    run_cli(["report", "--to", str(tmp_path / "r.md")], env).ok()
    run_cli(["backup", "--to", str(tmp_path / "b.db")], env).ok()
    run_cli("--profile support check", env)
    run_cli("erase R07 --confirm R07 --shared keep", env)
    run_cli(["restore", str(tmp_path / "b.db"), "--yes"], env)
    wrong = tmp_path / "wrong.key"
    wrong.write_text("een verkeerde wachtzin\n")
    run_cli("check", replace(env, environ={"BOCE_KEY_FILE": str(wrong)}))
    found = json.loads(run_cli("trail --json", env).ok().out)
    assert found["whole"]
    kinds = [line["kind"] for line in found["lines"]]
    assert {"open", "look", "export", "backup", "erase", "restore", "unlock", "wrong"} <= set(kinds)
    assert {line["profile"] for line in found["lines"]} == {"evaluator", "support"}
    text = (env.data_dir / trail.FILE).read_text()
    assert "R07" not in text
    assert "Zoë" not in text
    assert str(tmp_path) not in text
    run_cli("doctor", env).ok()


def test_doctor_tells_of_a_line_that_is_gone_also_from_the_end(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    run_cli(["report", "--to", str(tmp_path / "r.md")], env).ok()
    whole = lines(env.data_dir)
    put(env.data_dir, whole[:-1])
    assert run_cli("doctor", env).code == 4
    assert run_cli("trail", env).code == 4
    put(env.data_dir, [whole[0], *whole[2:]])
    assert run_cli("doctor", env).code == 4
    put(env.data_dir, whole)
    run_cli("doctor", env).ok()
    put(env.data_dir, whole[:-1])
    run_cli(["report", "--to", str(tmp_path / "r2.md")], env).ok()  # goes on, and says that lines are gone
    assert "gap" in [line.kind for line in trail.read(env.data_dir).lines]
    (env.data_dir / trail.FILE).unlink()
    assert run_cli("doctor", env).code == 4
    run_cli(["report", "--to", str(tmp_path / "r3.md")], env).ok()
    assert "gap" in [line.kind for line in trail.read(env.data_dir).lines]


def test_a_line_that_was_made_anew_whole_shows_at_the_next_one(env: Env) -> None:
    found = trail.read(env.data_dir).lines
    import msgspec

    other = msgspec.structs.replace(found[2], kind="look", digest="")
    other = msgspec.structs.replace(other, digest=trail._digest(other))
    put(env.data_dir, [msgspec.json.encode(line) + b"\n" for line in (*found[:2], other, *found[3:])])
    assert trail.read(env.data_dir).wrong == (4,)


def doctored(tmp_path: Path) -> Env:
    """An example in whose trail somebody changed a line."""
    env = example_env(tmp_path)
    run_cli(["report", "--to", str(tmp_path / "r.md")], env).ok()
    found = lines(env.data_dir)
    put(env.data_dir, [found[0], found[1].replace(b"evaluator", b"supporter"), *found[2:]])
    return env


def test_a_break_that_was_seen_no_longer_blocks_and_stays_to_be_read(tmp_path: Path) -> None:
    env = doctored(tmp_path)
    told = run_cli("doctor", env)
    assert told.code == 4
    assert "--accept-trail" in told.err
    assert run_cli("doctor --repair", env).code == 4  # a trail is never mended, and the dossier not rebuilt
    assert not list((env.data_dir / "backups").glob("damaged-*"))
    done = run_cli("doctor --accept-trail", env).ok()
    assert "regel 2" in done.out
    run_cli("doctor", env).ok()
    for _again in range(2):
        shown = json.loads(run_cli("trail --json", env).ok().out)
        assert shown["wrong"] == shown["seen"] == [2]
        assert not shown["whole"]
        run_cli(["report", "--to", str(tmp_path / "r.md"), "--force"], env).ok()
    assert "regel 2;" in run_cli("trail", env).ok().err
    before = lines(env.data_dir)
    run_cli("doctor --accept-trail", env).ok()  # nothing more to see: no second line
    assert [line.kind for line in trail.read(env.data_dir).lines].count("accept") == 1
    assert len(lines(env.data_dir)) == len(before) + 1  # that it was opened


@pytest.mark.parametrize("place", [0, 2, -1])
def test_what_is_changed_after_it_was_seen_shows_anew(tmp_path: Path, place: int) -> None:
    env = doctored(tmp_path)
    run_cli("doctor --accept-trail", env).ok()
    found = lines(env.data_dir)
    changed = [*found]
    changed[place] = found[place].replace(b'"at":"2', b'"at":"3')
    put(env.data_dir, changed)
    assert run_cli("doctor", env).code == 4
    put(env.data_dir, found)
    run_cli("doctor", env).ok()
    put(env.data_dir, found[:-1])  # the line that says it was seen is gone
    assert run_cli("doctor", env).code == 4


def test_a_reader_cannot_say_that_it_was_seen(tmp_path: Path) -> None:
    env = doctored(tmp_path)
    assert run_cli("--profile reader doctor --accept-trail", env).code != 0
    assert run_cli("doctor", env).code == 4


def test_who_only_opens_leaves_the_dossier_as_it_was(tmp_path: Path) -> None:
    env = example_env(tmp_path)
    with open_dossier(env) as dossier:
        key, text = next(iter(dossier.values(ChapterText).items()))
        dossier.save(replace_text(text, "Anders."), key)
    before = (env.data_dir / "dossier.db").read_bytes()
    for _again in range(2):
        open_dossier(env).close()
    assert (env.data_dir / "dossier.db").read_bytes() == before
    assert [line.kind for line in trail.read(env.data_dir).lines][-2:] == ["open", "open"]
    with open_dossier(env) as dossier:
        dossier.save(replace_text(text, "Weer anders."), key)
    whole = lines(env.data_dir)
    put(env.data_dir, whole[:-1])  # the opening in which something was done
    assert run_cli("doctor", env).code == 4
    put(env.data_dir, whole)
    run_cli("doctor", env).ok()


def replace_text(text: ChapterText, words: str) -> ChapterText:
    import msgspec

    return msgspec.structs.replace(text, text=words)
