"""The names file: encrypted, never half written, only opened by its own key."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from boce_tui.errors import BadInput, DossierUnavailable, PrivacyStop
from boce_tui.names import (
    EXAMPLE_KEY,
    FILE,
    Key,
    Names,
    Person,
    find_key,
    make_example_key,
    new_passphrase,
    passphrase,
    read_key_file,
)
from tests.support import make_env

ZOE = Person(name="Zoë Çelik-Müller", email="zoe@voorbeeld.nl", function="wethouder")


@pytest.fixture
def key(tmp_path: Path) -> Key:
    """A key that is quick, unlike a passphrase."""
    folder = tmp_path / "elders"
    folder.mkdir()
    return make_example_key(folder)


@pytest.fixture
def names(tmp_path: Path, key: Key) -> Names:
    folder = tmp_path / "map met spatie"
    folder.mkdir()
    names = Names(folder)
    names.create(key)
    names.put({})
    return names


def test_what_is_put_in_comes_out_and_nothing_is_readable(names: Names, key: Key) -> None:
    names.put({"R07": ZOE}, {"2041/EV1": Person(name="Ewoud Ëxter")})
    names.set_words(("Projectgroep Zon",))
    again = Names(names.folder)
    again.unlock(key)
    assert again.person("R07") == ZOE
    assert again.evaluator("2041/EV1") == Person(name="Ewoud Ëxter")
    assert again.data().words == ("Projectgroep Zon",)
    stored = (names.folder / FILE).read_bytes()
    assert stored.startswith(b"age-encryption.org/")
    assert b"elik" not in stored
    assert "elik" not in repr(again.data()) + repr(again.person("R07")) + repr(key)


def test_a_passphrase_opens_and_a_wrong_one_is_told_in_dutch(tmp_path: Path) -> None:
    first = Names(tmp_path)
    first.create(passphrase("vier losse woorden é"))
    first.put({"R07": ZOE})
    again = Names(tmp_path)
    with pytest.raises(PrivacyStop, match="past niet") as stop:
        again.unlock("vier losse woorden e")
    assert stop.value.hint
    assert not again.unlocked
    again.unlock("vier losse woorden e\u0301")  # the same letter, typed on another system
    assert again.unlocked


def test_locked_names_stop_whatever_needs_them(tmp_path: Path, names: Names) -> None:
    names.lock()
    with pytest.raises(PrivacyStop, match="Naamcontrole niet gedaan"):
        names.data()
    with pytest.raises(PrivacyStop, match="Naamcontrole niet gedaan"):
        Names(tmp_path).data()
    assert PrivacyStop.exit_code == 5


def test_a_damaged_file_is_told_apart_from_a_wrong_key(names: Names, key: Key) -> None:
    path = names.folder / FILE
    whole = path.read_bytes()
    for broken in (b"", b"iets anders", whole[:-8], whole[:40]):
        path.write_bytes(broken)
        with pytest.raises(PrivacyStop, match="beschadigd"):
            Names(names.folder).unlock(key)


def test_a_write_that_cannot_be_opened_again_leaves_the_old_file(
    names: Names, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    names.put({"R07": ZOE})
    before = (names.folder / FILE).read_bytes()
    monkeypatch.setattr(Key, "decrypt", lambda self, data: b"something else")
    with pytest.raises(DossierUnavailable):
        names.put({"R08": ZOE})
    assert (names.folder / FILE).read_bytes() == before
    assert os.listdir(names.folder) == [FILE]
    assert names.data().people == {"R07": ZOE}


def test_a_full_disk_leaves_the_old_file(names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (names.folder / FILE).read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        names.put({"R08": ZOE})
    assert (names.folder / FILE).read_bytes() == before
    assert os.listdir(names.folder) == [FILE]


def test_two_windows_do_not_write_over_each_other(names: Names, key: Key) -> None:
    other = Names(names.folder)
    other.unlock(key)
    other.put({"R07": ZOE})
    with pytest.raises(DossierUnavailable, match="ander"):
        names.put({"R08": ZOE})
    assert Names(names.folder).exists
    names.unlock(key)
    assert set(names.data().people) == {"R07"}


def test_an_existing_file_is_not_made_anew(names: Names, key: Key) -> None:
    with pytest.raises(DossierUnavailable):
        Names(names.folder).create(key)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_user_may_read_it(names: Names) -> None:
    names.put({"R07": ZOE})
    assert stat.S_IMODE((names.folder / FILE).stat().st_mode) == 0o600


def test_removing_takes_people_out(names: Names, key: Key) -> None:
    names.put({"R07": ZOE, "R08": ZOE}, {"2041/EV1": ZOE})
    names.remove("R07", "2041/EV1")
    assert set(names.data().people) == {"R08"}
    assert not names.data().evaluators


def test_a_short_passphrase_is_refused_and_not_repeated() -> None:
    with pytest.raises(BadInput) as refused:
        new_passphrase("geheim")
    assert "geheim" not in " ".join(refused.value.lines())
    assert new_passphrase("vier losse woorden").secret == "vier losse woorden"


def test_a_key_file_with_spaces_in_its_path(tmp_path: Path) -> None:
    path = tmp_path / "Mijn documenten" / "sleutel.txt"
    path.parent.mkdir()
    path.write_bytes("\ufeffvier losse wóórden\r\n".encode())
    assert read_key_file(path).secret == "vier losse wóórden"
    env = make_env(tmp_path, environ={"BOCE_KEY_FILE": str(path)})
    assert find_key(env, tmp_path, example=False) == passphrase("vier losse wóórden")


@pytest.mark.parametrize("content", [None, b"", b"\n# only a comment\n", b"\xff\xfe\x00"])
def test_a_key_file_without_a_key_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "sleutel.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadInput, match="sleutelbestand"):
        read_key_file(path)


def test_only_an_example_finds_its_own_key(tmp_path: Path) -> None:
    made = make_example_key(tmp_path)
    assert made.is_age_key
    env = make_env(tmp_path)
    assert find_key(env, tmp_path, example=True) == made == make_example_key(tmp_path)
    assert find_key(env, tmp_path, example=False) is None
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / EXAMPLE_KEY).stat().st_mode) == 0o600
