"""Files for the user are whole or not there, and never replace another one unasked."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from boce_tui import files
from boce_tui.errors import BadInput
from boce_tui.files import reason, write_output


def test_new_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_output(tmp_path / "rapport.md", b"# Rapport\n")
    assert (tmp_path / "rapport.md").read_bytes() == b"# Rapport\n"
    assert [p.name for p in tmp_path.iterdir()] == ["rapport.md"]


def test_existing_file_stays_without_force_and_is_replaced_with_it(tmp_path: Path) -> None:
    path = tmp_path / "rapport.md"
    path.write_text("oud")
    path.chmod(0o640)
    with pytest.raises(BadInput, match="bestaat al"):
        write_output(path, b"nieuw")
    assert path.read_text() == "oud"
    write_output(path, b"nieuw", force=True)
    assert path.read_text() == "nieuw"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_file_that_appears_in_the_meantime_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rapport.md"
    monkeypatch.setattr(files, "_kind", lambda _path: None)
    path.write_text("van een ander")
    with pytest.raises(BadInput, match="bestaat al"):
        write_output(path, b"nieuw")
    assert path.read_text() == "van een ander"
    assert [p.name for p in tmp_path.iterdir()] == ["rapport.md"]


def test_file_system_without_links_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_args: object) -> None:
        raise PermissionError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", no_links)
    write_output(tmp_path / "a", b"1")
    assert (tmp_path / "a").read_bytes() == b"1"


@pytest.mark.parametrize("force", [False, True])
def test_full_disk_leaves_everything_as_it_was(
    force: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rapport.md"
    if force:
        path.write_text("oud")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match="de schijf is vol"):
        write_output(path, b"nieuw", force=force)
    assert [p.read_text() for p in tmp_path.iterdir()] == (["oud"] if force else [])


def test_folder_and_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="map, geen bestand"):
        write_output(tmp_path, b"", force=True)
    with pytest.raises(BadInput, match="bestaat niet") as caught:
        write_output(tmp_path / "weg" / "a.md", b"")
    assert "weg" in caught.value.place


def test_link_keeps_pointing_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "echt").write_text("oud")
    (tmp_path / "link").symlink_to("echt")
    write_output(tmp_path / "link", b"nieuw", force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "echt").read_text() == "nieuw"


def test_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_output(pipe, b"door de pijp")
    reader.join()
    assert got == [b"door de pijp"]


def test_private_file_is_for_the_user_alone(tmp_path: Path) -> None:
    write_output(tmp_path / "codes.csv", b"", private=True)
    assert stat.S_IMODE((tmp_path / "codes.csv").stat().st_mode) == 0o600


def test_reason_falls_back_to_what_the_system_says() -> None:
    assert reason(OSError(errno.EMLINK, "Too many links")) == "Too many links"
    assert reason(OSError(errno.EIO, "Input/output error")) == "de schijf of stick antwoordt niet"
    assert reason(OSError("zonder nummer")) == "OSError"
