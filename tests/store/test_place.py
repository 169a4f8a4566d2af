"""Folders in which a dossier is not safe."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from boce_tui.store.place import on_network, risk, service_of

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
srv:/deel /mnt/deel nfs4 rw 0 0
//srv/team /mnt/met\040spatie cifs rw 0 0
/dev/sdb1 /mnt/deel/lokaal ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (PureWindowsPath(r"C:\Users\ev\OneDrive - Gemeente Emmen\boce"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\ev\OneDrive"), "OneDrive"),
        (PurePosixPath("/home/ev/Dropbox (Werk)/boce"), "Dropbox"),
        (PurePosixPath("/Users/ev/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud"),
        (
            PurePosixPath("/Users/ev/Library/CloudStorage/GoogleDrive-ev@example.nl/Mijn Drive"),
            "Google Drive",
        ),
        (PurePosixPath("/home/ev/nextcloud/boce"), "Nextcloud"),
        (PurePosixPath("/home/ev/onedrivers/boce"), ""),
        (PurePosixPath("/home/ev/.local/share/boce"), ""),
    ],
)
def test_synchronised_folders_by_name(folder: PurePosixPath, service: str) -> None:
    assert service_of(folder) == service


def test_onedrive_that_is_called_otherwise(tmp_path: Path) -> None:
    assert service_of(tmp_path / "x" / "boce", {"OneDriveCommercial": str(tmp_path / "x")}) == "OneDrive"


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/mnt/deel/boce", True),
        ("/mnt/met spatie/boce", True),
        ("/mnt/deel/lokaal/boce", False),
        ("/home/ev", False),
        ("//server/team/boce", True),
    ],
)
def test_network_drives(tmp_path: Path, folder: str, network: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert on_network(PurePosixPath(folder), mounts) is network


def test_a_share_by_its_windows_name_and_no_list_of_mounts(tmp_path: Path) -> None:
    assert on_network(PureWindowsPath(r"\\server\team\boce"), tmp_path / "none")
    assert not on_network(PurePosixPath("/home/ev"), tmp_path / "none")


def test_the_words(tmp_path: Path) -> None:
    assert risk(tmp_path) == ""
    assert "boce --data MAP" in risk(tmp_path / "Dropbox")
