"""Who can open the names: locks that come and go, a printed code, slow after mistakes, killed in between."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage  # type: ignore[import-untyped]
import pytest

from boce_tui.errors import BadInput, BoceError, PrivacyStop
from boce_tui.names import FILE, Key, Names, Person
from boce_tui.names import copies as name_copies
from boce_tui.names.locks import as_recovery_code, listed, new_recovery_code
from boce_tui.names.tries import FREE, Tries

ZOE = Person(name="Zoë Krëllewitz", consent=True)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2041, 5, 12, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase takes seconds on purpose; here an age key derived from it does as well."""
    made: dict[str, Key] = {}
    plain_encrypt, plain_decrypt = Key.encrypt, Key.decrypt

    def stand_in(key: Key) -> Key:
        if key.is_age_key:
            return key
        return made.setdefault(key.secret, Key(str(pyrage.x25519.Identity.generate())))

    monkeypatch.setattr(Key, "encrypt", lambda key, data: plain_encrypt(stand_in(key), data))
    monkeypatch.setattr(Key, "decrypt", lambda key, data: plain_decrypt(stand_in(key), data))


@pytest.fixture
def names(tmp_path: Path) -> Names:
    made = Names(tmp_path)
    made.create("de eerste wachtzin")
    made.put({"R07": ZOE})
    return made


def opens(folder: Path, key: str | Key) -> bool:
    again = Names(folder)
    try:
        again.unlock(key)
    except PrivacyStop:
        return False
    return again.person("R07") == ZOE


def test_another_passphrase_replaces_the_first(names: Names) -> None:
    names.set_passphrase(Key("een tweede wachtzin"))
    assert opens(names.folder, "een tweede wachtzin")
    assert not opens(names.folder, "de eerste wachtzin")
    names.put({"R08": ZOE})  # goes on working in this run
    assert opens(names.folder, "een tweede wachtzin")


def test_more_than_one_can_open_them_and_one_can_go(names: Names) -> None:
    identity = pyrage.x25519.Identity.generate()
    names.set_passphrase(Key("wachtzin van ondersteuning"), "support")
    names.add_key("archive", str(identity.to_public()))
    for key in ("de eerste wachtzin", "wachtzin van ondersteuning", Key(str(identity))):
        assert opens(names.folder, key)
    assert [lock.label for lock in listed((names.folder / FILE).read_bytes())] == [
        "evaluators",
        "support",
        "archive",
    ]
    names.remove_lock("support")
    assert not opens(names.folder, "wachtzin van ondersteuning")
    assert opens(names.folder, "de eerste wachtzin")
    assert opens(names.folder, Key(str(identity)))


def test_a_lock_taken_away_does_not_open_what_is_written_later(names: Names) -> None:
    names.set_passphrase(Key("wachtzin van ondersteuning"), "support")
    theirs = Names(names.folder)
    theirs.unlock("wachtzin van ondersteuning")
    secret = theirs._open().opened_with()
    names.remove_lock("support")
    names.put({"R09": ZOE})
    assert not opens(names.folder, secret)


def test_the_last_one_and_ones_own_stay(names: Names) -> None:
    with pytest.raises(BadInput):
        names.remove_lock("evaluators")
    names.make_recovery_code(os.urandom)
    with pytest.raises(BadInput):
        names.remove_lock("evaluators")  # a code alone would be left
    with pytest.raises(BadInput):
        names.remove_lock("nobody")
    with pytest.raises(BadInput):
        names.add_key("Jan de Vries", str(pyrage.x25519.Identity.generate().to_public()))
    with pytest.raises(BadInput):
        names.add_key("archive", "age1abc")


def test_a_printed_code_opens_however_it_is_typed(names: Names) -> None:
    first = names.make_recovery_code(os.urandom)
    code = names.make_recovery_code(os.urandom)
    assert opens(names.folder, code)
    assert opens(names.folder, code.lower().replace("-", " "))
    assert not opens(names.folder, first)
    assert code.encode() not in (names.folder / FILE).read_bytes()


def test_a_code_has_no_signs_that_look_alike() -> None:
    for _n in range(50):
        code = new_recovery_code(os.urandom)
        assert len(code) == 39
        assert not set(code) & set("01IOl")
        assert as_recovery_code(code) == code
    assert as_recovery_code("de eerste wachtzin") == ""


def test_a_file_from_before_there_were_locks_is_opened_and_gets_them(names: Names) -> None:
    assert (names.folder / FILE).read_bytes().startswith(b"age-encryption.org/")
    names.set_passphrase(Key("wachtzin van ondersteuning"), "support")
    assert opens(names.folder, "de eerste wachtzin")
    assert opens(names.folder, "wachtzin van ondersteuning")


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_disk_that_refuses_leaves_the_old_file(
    names: Names, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (names.folder / FILE).read_bytes()

    def refuse(*_args: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(f"os.{moment}", refuse)
        with pytest.raises(OSError, match="full"):
            names.set_passphrase(Key("een tweede wachtzin"))
    assert (names.folder / FILE).read_bytes() == before
    assert opens(names.folder, "de eerste wachtzin")


def test_copies_follow_also_when_the_program_was_killed_in_between(
    names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    (names.folder / "backups").mkdir()
    copy = names.folder / "backups" / "names-20410512.age"
    copy.write_bytes((names.folder / FILE).read_bytes())

    class Killed(BaseException):
        pass

    def killed(*_args: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(name_copies, "renew", killed)
        with pytest.raises(Killed):
            names.set_passphrase(Key("een tweede wachtzin"))
    assert copy.read_bytes() != (names.folder / FILE).read_bytes()
    assert opens(names.folder, "een tweede wachtzin")  # opening goes on with it
    assert copy.read_bytes() == (names.folder / FILE).read_bytes()


@pytest.mark.parametrize("place", range(0, 2000, 97))
def test_a_damaged_file_is_told_and_nothing_else_happens(names: Names, place: int) -> None:
    names.set_passphrase(Key("wachtzin van ondersteuning"), "support")
    data = bytearray((names.folder / FILE).read_bytes())
    data[place % len(data)] ^= 1
    (names.folder / FILE).write_bytes(data)
    try:
        again = Names(names.folder)
        again.unlock("de eerste wachtzin")
        assert again.person("R07") == ZOE  # a letter of a label, or of the other lock
    except BoceError:
        pass


def test_wrong_passphrases_slow_down_also_after_a_restart(names: Names) -> None:
    clock = Clock()

    def tried(text: str) -> str:
        again = Names(names.folder, clock)  # another run
        try:
            again.unlock(text)
        except PrivacyStop as stop:
            return stop.message
        return ""

    waits = []
    for n in range(FREE + 4):
        assert tried("verkeerde wachtzin")
        waits.append(Names(names.folder, clock).wait())
        if n >= FREE - 1:
            before = (names.folder / "names.tries").read_bytes()
            assert str(waits[-1]) in tried("de eerste wachtzin")  # even the right one waits
            assert (names.folder / "names.tries").read_bytes() == before
            clock.now += timedelta(seconds=waits[-1])
    assert waits[: FREE - 1] == [0] * (FREE - 1)
    assert waits[FREE - 1 :] == sorted(waits[FREE - 1 :])
    assert len(set(waits[FREE - 1 :])) > 2
    assert tried("de eerste wachtzin") == ""
    assert Names(names.folder, clock).wait() == 0


def test_a_clock_that_is_put_back_or_far_ahead_does_not_help_nor_lock_out(tmp_path: Path) -> None:
    clock = Clock()
    tries = Tries(tmp_path, clock)
    for _n in range(FREE + 3):
        tries.wrong()
    pause = tries.wait()
    clock.now -= timedelta(days=400)
    assert 0 < tries.wait() <= pause
    (tmp_path / "names.tries").write_text("rommel")
    assert tries.wait() == 0


def test_a_key_of_somebodys_own_never_waits(names: Names) -> None:
    identity = pyrage.x25519.Identity.generate()
    names.add_key("archive", str(identity.to_public()))
    clock = Clock()
    for _n in range(FREE + 2):
        clock.now += timedelta(hours=1)
        with pytest.raises(PrivacyStop):
            Names(names.folder, clock).unlock("verkeerde wachtzin")
    Names(names.folder, clock).unlock(Key(str(identity)))
