"""Looking for words in the bytes of every file of a dossier."""

from __future__ import annotations

from pathlib import Path


def where(folder: Path, words: str) -> list[str]:
    """The files under a folder that hold these words, in whatever encoding the app writes."""
    forms = {words.encode(), words.encode("utf-16-le"), words.lower().encode()}
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if any(form in data for form in forms):
                found.append(str(path.relative_to(folder)))
    return found
