"""Files in the folder of the dossier that boce did not make, and that hold words which are being erased.

An editor's leftover, a copy made by hand, a report somebody put there. They are not ours to clean or to throw
away, and after the erasure nobody knows the words any more: so they are looked for at that moment, and named
until they are gone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from boce_tui.store.backups import FOLDER as BACKUPS
from boce_tui.store.opening import FILE

SHORTEST = 16
"""Shorter texts stand in any file by chance."""
_PIECE = 1 << 22
_OURS = ("names.age", "names.key", "names.tries", "names.renew", "dossier.lock", "trail.log", "screen.json")
_KEPT_CLEAN = ("dossier-", "damaged-", "names-")


def words_in(payloads: Iterable[str | None]) -> set[bytes]:
    """The longer texts of revisions, as they may stand in a file."""
    found: set[bytes] = set()
    for payload in payloads:
        for text in _texts(json.loads(payload or "null")):
            line = max((part.strip() for part in text.splitlines()), key=len, default="")
            if len(line) >= SHORTEST and " " in line:
                found |= {line.encode("utf-8", "replace"), line.encode("utf-16-le", "replace")}
    return found


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def holding(folder: Path, words: Collection[bytes], drafts: str, *, example: bool) -> list[str]:
    """Names, within the folder, of the files of others that hold one of these texts."""
    if not words:
        return []
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not _ours(path.relative_to(folder), drafts, example=example)
        and _holds(path, words)
    ]


def _ours(path: Path, drafts: str, *, example: bool) -> bool:
    """What boce cleans or throws away itself, or in which no words can stand."""
    top, name = path.parts[0], path.name
    if example and top == "review":
        return True  # made with the example; they go with the concept they are about
    if len(path.parts) == 1:
        return name in _OURS or name == FILE or name.startswith((f"{FILE}.", f"{FILE}-"))
    if top == drafts:
        return name.endswith(".log") or len(path.parts) > 2
    if top == BACKUPS:
        return (name.startswith(_KEPT_CLEAN) and not name.endswith("-journal")) or ".new" in name
    return top == "logs" and len(path.parts) == 2


def _holds(path: Path, words: Collection[bytes]) -> bool:
    """In pieces that overlap: the file may be large. What cannot be read is not known to hold anything."""
    overlap = max(map(len, words))
    try:
        with path.open("rb") as file:
            rest = b""
            while piece := file.read(_PIECE):
                data = rest + piece
                if any(word in data for word in words):
                    return True
                rest = data[-overlap:]
    except OSError:
        return False
    return False
