"""Texts that are worked on in an editor of the user's own: files among the drafts, gone when they are kept.

Each has a folder of its own, so that what the editor puts beside it (a swap file, a backup) goes with it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

FOLDER = "editor"
FILE = "text.txt"


@dataclass(frozen=True)
class EditorFile:
    """One text in an editor.

    Attributes:
        key: What it is the text of (the key of an answer).
        folder: Its own folder.
    """

    key: str
    folder: Path

    @property
    def field(self) -> str:
        """The field it is the text of, as the drafts call it."""
        return f"answer:{self.key}:text"

    @property
    def path(self) -> Path:
        """The file the editor gets."""
        return self.folder / FILE

    def write(self, text: str) -> None:
        """Put the text there, for the owner's eyes only."""
        for folder in (self.folder.parent, self.folder):
            folder.mkdir(mode=0o700, exist_ok=True)
        opened = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(opened, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())

    def read(self) -> str:
        """The text as it stands there; what is no UTF-8 shows as replacement characters."""
        return self.path.read_text(encoding="utf-8", errors="replace")

    def beside(self) -> list[str]:
        """Names of what else lies there: left by an editor that did not end well."""
        return sorted(path.name for path in self.folder.iterdir() if path.name != FILE)

    def remove(self) -> None:
        """Write over everything there and take it away."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                with contextlib.suppress(OSError):
                    _blank(path)
        shutil.rmtree(self.folder, ignore_errors=True)


def editor_file(drafts: Path, key: str) -> EditorFile:
    """The place for the text of an answer.

    Args:
        drafts: The drafts folder of the dossier.
        key: Key of the answer.
    """
    return EditorFile(key, drafts / FOLDER / quote(key, safe=""))


def left_behind(drafts: Path, prefix: str = "") -> list[EditorFile]:
    """Texts that an unclean end left, of answers whose key begins with `prefix`."""
    return [file for file in folders(drafts) if file.path.is_file() and file.key.startswith(prefix)]


def folders(drafts: Path) -> list[EditorFile]:
    """Everything that stands there, also when the text itself is gone."""
    try:
        found = sorted(path for path in (drafts / FOLDER).iterdir() if path.is_dir())
    except OSError:
        return []
    return [EditorFile(unquote(path.name), path) for path in found]


def _blank(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(b"\0" * size)
        file.flush()
        os.fsync(file.fileno())
