"""``boce export bundle``, ``boce merge`` and ``boce conflicts`` through the real command line."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest

from boce_tui.domain.interviewing import Answer
from boce_tui.domain.round import Interview
from boce_tui.env import Env
from boce_tui.names import Names, new_passphrase
from boce_tui.names.model import Person
from boce_tui.store import Dossier, backups, trail
from tests.cycle.analysing.heard import E4, Heard
from tests.cycle.factory import ROUND
from tests.store.planted import where
from tests.support import Clock, make_env, run_cli

WORDS = "zwaluwstaartverbinding"


@pytest.fixture
def two(tmp_path: Path) -> tuple[Env, Env, str, Path]:
    """The first laptop with an interview, the second one empty; a stick; the key is in a file."""
    import pyrage  # type: ignore[import-untyped]

    secret = tmp_path / "bundle.key"
    secret.write_text(str(pyrage.x25519.Identity.generate()))
    heard = Heard(tmp_path / "one")
    code = heard.person()
    heard.says(code, E4, f"Ik noem het een {WORDS}.")
    heard.dossier.close()
    stick = tmp_path / "stick"
    stick.mkdir()
    environ = {"BOCE_BUNDLE_KEY_FILE": str(secret)}
    one = make_env(tmp_path / "one", environ=environ, seed=3, now=Clock())
    assert one.data_dir == heard.dossier.folder
    two = make_env(tmp_path / "two", environ=environ, seed=4, now="2039-01-01T12:00:00")
    return one, two, code, stick


def only(stick: Path) -> Path:
    """The one bundle on the stick."""
    (found,) = stick.iterdir()
    return found


def give(one: Env, two: Env, stick: Path, *options: str) -> str:
    for old in stick.iterdir():
        old.unlink()
    run_cli(["export", "bundle", "--to", str(stick), *options], one).ok()
    return run_cli(["merge", str(only(stick))], two).ok().err


def answer(code: str) -> str:
    return f"{ROUND}/G{code[1:]}/{E4}/-/all"


def say(env: Env, key: str, text: str) -> None:
    with Dossier.open(env.data_dir, env) as dossier:
        dossier.save(Answer(text=text), key)


def test_there_and_back(two: tuple[Env, Env, str, Path]) -> None:
    one, other, code, stick = two
    made = run_cli(["export", "bundle", "--to", str(stick)], one).ok()
    assert made.out.startswith(f"boce-bundle/1 round={ROUND} from=")
    assert "Wat de ander heeft is nog niet bekend" in made.err
    assert only(stick).stat().st_mode & 0o077 == 0
    looked = run_cli(["merge", str(only(stick)), "--dry-run"], other).ok()
    assert "Er is nog geen dossier" in looked.err or "nog geen dossier" in looked.err
    assert not Dossier.exists(other.data_dir)
    done = run_cli(["merge", str(only(stick))], other).ok()
    assert "botsend: 0" in done.out
    assert "Samengevoegd" in done.err
    assert WORDS in run_cli(["search", WORDS[:12]], other).ok().out
    again = run_cli(["merge", str(only(stick))], other).ok()
    assert "Niets nieuws" in again.out
    assert backups.listed(other.data_dir) == []
    assert [one.kind for one in trail.read(other.data_dir).lines].count("merge") == 1, "once, and once only"
    say(other, answer(code), "Van de tweede laptop.")
    give(other, one, stick)
    assert [b.reason for b in backups.listed(one.data_dir)] == ["merge"]
    assert "Van de tweede laptop" in run_cli(["history", f"answer:{answer(code)}"], one).out
    told = run_cli(["merge"], one).ok().out
    assert "Laatst samengevoegd" in told
    assert "Nog niet hier" not in told


def test_conflict_is_shown_and_settled_and_stops_the_report(two: tuple[Env, Env, str, Path]) -> None:
    one, other, code, stick = two
    give(one, other, stick)
    item = f"answer:{answer(code)}"
    say(one, answer(code), f"Ik noem het een {WORDS}. Dat helpt.")
    say(other, answer(code), f"Ik noem het soms een {WORDS}.")
    told = give(other, one, stick)
    assert "1 onderdeel heeft twee versies" in told
    listed = run_cli(["conflicts"], one).ok().out
    assert item in listed
    assert "per woord" in listed
    assert run_cli(["merge", "--conflicts"], one).ok().out == listed
    shown = run_cli(["conflicts", item], one).ok().out
    for part in (
        "tekst: eerst",
        "versie 1",
        "versie 2",
        "samen",
        f"Ik noem het soms een {WORDS}. Dat helpt.",
    ):
        assert part in shown
    checked = run_cli(["check"], one)
    assert "twee versies" in checked.out + checked.err
    run_cli(["conflicts", item, "--keep", "merged"], one).ok()
    assert run_cli(["conflicts"], one).ok().out == ""
    give(one, other, stick)
    assert "soms een" in run_cli(["search", "helpt"], other).ok().out
    assert json.loads(run_cli(["conflicts", "--json"], other).ok().out) == []


def test_both_changed_the_same_words(two: tuple[Env, Env, str, Path]) -> None:
    one, other, code, stick = two
    give(one, other, stick)
    say(one, answer(code), "Heel anders.")
    say(other, answer(code), "Weer anders.")
    give(other, one, stick)
    item = f"answer:{answer(code)}"
    (found,) = json.loads(run_cli(["conflicts", "--json"], one).ok().out)
    assert not found["clear"]
    assert run_cli(["conflicts", item, "--keep", "merged"], one).code == 3
    assert run_cli(["conflicts", item, "--keep", "9"], one).code == 3
    assert run_cli(["conflicts", "--keep", "1"], one).code == 2
    assert run_cli(["conflicts", "--merge-clear"], one).ok().err.startswith("Per woord samengevoegd: 0")
    wanted = next(n for n, v in enumerate(found["versions"], start=1) if v["value"]["text"] == "Weer anders.")
    run_cli(["conflicts", item, "--keep", str(wanted)], one).ok()
    with Dossier.open(one.data_dir, one, write=False) as dossier:
        kept = dossier.value(Answer, answer(code))
        assert kept is not None
        assert kept.text == "Weer anders."


def test_withdrawn_here_and_new_work_there(two: tuple[Env, Env, str, Path], tmp_path: Path) -> None:
    """What was erased goes there too, with what was added; an old bundle brings nothing."""
    one, other, code, stick = two
    give(one, other, stick)
    old = tmp_path / "oud.boce"
    old.write_bytes(only(stick).read_bytes())
    say(other, answer(code), f"Nog meer over die {WORDS}.")
    run_cli(["backup"], other).ok()
    run_cli(["erase", code, "--yes"], one).ok()
    told = give(one, other, stick)
    assert "gewist" in told
    give(other, one, stick)
    for env in (one, other):
        assert where(env.data_dir, WORDS) == []
        run_cli(["merge", str(old)], env).ok()
        assert where(env.data_dir, WORDS) == []
        with Dossier.open(env.data_dir, env, write=False) as dossier:
            interview = dossier.value(Interview, f"{ROUND}/G{code[1:]}")
            assert interview is not None
            assert interview.state == "withdrawn"
            assert dossier.unfinished() is None
            assert dossier.conflicts() == []


def test_gap_is_named_with_the_command_that_mends_it(two: tuple[Env, Env, str, Path], tmp_path: Path) -> None:
    one, other, code, stick = two
    give(one, other, stick)
    give(other, one, stick)
    run_cli(["export", "bundle", "--to", str(tmp_path / "verloren.boce")], one).ok()
    say(one, answer(code), "Nog iets.")
    label = run_cli(["merge"], one).ok().out.split("- ")[1].split(";")[0].strip().removeprefix("laptop ")
    with Dossier.open(one.data_dir, one, write=False) as dossier:
        last = dossier.having()[dossier.replica].upto
    told = give(one, other, stick, "--numbers", f"{label}:{last}")
    assert f"Nog niet hier, van laptop {label}: vraag om" in told
    asked = told.split("boce export bundle --to BESTAND ")[1].split("\n")[0].split()
    range_ = told.split("vraag om ")[1].split(".")[0]
    assert f"vraag om {range_}." not in give(one, other, stick, *asked)
    assert "Nog niet hier" not in give(one, other, stick)


def test_refusals(two: tuple[Env, Env, str, Path], tmp_path: Path) -> None:
    one, other, _code, stick = two
    run_cli(["export", "bundle", "--to", str(stick)], one).ok()
    path = only(stick)
    wrong = bytearray(path.read_bytes())
    wrong[-5] ^= 1
    bad = tmp_path / "fout.boce"
    bad.write_bytes(wrong)
    refused = run_cli(["merge", str(bad)], other)
    assert refused.code == 3
    assert "fout.boce" in refused.err
    assert not Dossier.exists(other.data_dir)
    assert run_cli(["merge", str(path), str(bad)], other).code == 3
    assert not Dossier.exists(other.data_dir)
    assert run_cli(["merge", str(one.data_dir / "dossier.db")], other).code == 3
    assert run_cli(["merge", str(tmp_path / "niets.boce")], other).code == 3
    locked = make_env(tmp_path / "two", seed=9)
    assert run_cli(["merge", str(path)], locked).code == 5
    assert (
        run_cli(["export", "bundle", "--to", str(tmp_path / "x.boce")], make_env(tmp_path / "one")).code == 5
    )
    assert run_cli(["export", "bundle", "--to", str(path)], one).code == 3
    assert run_cli(["export", "bundle", "--to", str(tmp_path / "x.boce"), "--for", "age1x"], one).code == 3
    assert not (tmp_path / "x.boce").exists()


def test_nothing_that_leaves_says_who_somebody_is(
    two: tuple[Env, Env, str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted person: in no byte of the bundle, opened or not, in no name, no output, no log."""
    one, other, code, stick = two
    host = "laptop-van-zebedeus"
    monkeypatch.setattr(socket, "gethostname", lambda: host)
    name, mail = "Zebedeus Kwakkelstein", "z.kwakkelstein@voorbeeld.test"
    names = Names(one.data_dir)
    names.create(new_passphrase("een lange wachtzin voor namen"))
    names.put({code: Person(name=name, email=mail)})
    user = "geheimegebruiker"
    before = os.environ.get("USER")
    os.environ["USER"] = user
    try:
        made = run_cli(["export", "bundle", "--to", str(stick)], one).ok()
        done = run_cli(["merge", str(only(stick))], other).ok()
    finally:
        if before is None:
            del os.environ["USER"]
        else:
            os.environ["USER"] = before
    from boce_tui.exchange import bundle
    from boce_tui.exchange.bundle import content, find_key

    key = find_key(one)
    assert key is not None
    data = only(stick).read_bytes()
    plain = content.encode(bundle.read(data, key, "x"))
    assert WORDS.encode() in plain
    assert WORDS.encode() not in data
    outside = data + only(stick).name.encode() + made.out.encode() + made.err.encode() + done.out.encode()
    for word in (*name.split(), mail, user, host, str(tmp_path)):
        assert word.encode() not in plain
        if word != str(tmp_path):
            assert word.encode() not in outside
    assert code.encode() not in outside
    assert not (other.data_dir / "names.age").exists()
    assert where(other.data_dir, name.split()[1]) == []
