"""What kind of folder a dossier lives in: synchronised folders and network drives are a risk (R113)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePath

from boce_tui.locale import _

_SERVICES = (
    ("OneDrive", r"onedrive( - .*)?"),
    ("SharePoint", r"sharepoint( - .*)?"),
    ("Dropbox", r"dropbox( \(.*\))?"),
    ("Google Drive", r"google ?drive|googledrive-.*|my drive|mijn drive"),
    ("iCloud", r"icloud ?drive|com~apple~clouddocs|mobile documents"),
    ("Nextcloud", r"nextcloud|owncloud"),
    ("SURFdrive", r"surfdrive"),
    ("Box", r"box sync|box-box"),
    ("pCloud", r"pcloud ?drive|pcloudsync"),
    ("Syncthing", r"syncthing"),
)
_ENVIRON = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|afpfs|9p|davfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse)|ncpfs")
_MOUNTS = Path("/proc/mounts")


def service_of(folder: PurePath, environ: Mapping[str, str] | None = None) -> str:
    """The service that synchronises this folder, as its name tells; empty when none is known."""
    for name in _ENVIRON:
        root = (environ or {}).get(name, "")
        if root and folder.is_relative_to(root):
            return "OneDrive"
    for part in folder.parts:
        for service, pattern in _SERVICES:
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return service
    return ""


def on_network(folder: PurePath, mounts: Path = _MOUNTS) -> bool:
    """True when the folder is on a share of another computer, as far as this system tells."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    try:
        listed = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    deepest, kind = "", ""
    for line in listed:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), fields[1])
        if folder.is_relative_to(point) and len(point) >= len(deepest):
            deepest, kind = point, fields[2]
    return _NETWORK.fullmatch(kind) is not None


def risk(folder: Path, environ: Mapping[str, str] | None = None) -> str:
    """Why this is no safe place for a dossier, with what to do, in the user's language; empty when it is."""
    service = service_of(folder, environ)
    if service:
        return _(
            "{service} synchronises this folder. Two laptops can then overwrite each other's file, and names "
            "and answers leave this computer. Choose a folder of your own: boce --data FOLDER"
        ).format(service=service)
    if on_network(folder):
        return _(
            "This folder is on a network drive. When the line drops, the dossier can be damaged. Choose a "
            "folder on this computer: boce --data FOLDER"
        )
    return ""
