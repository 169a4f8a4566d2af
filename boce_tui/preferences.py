"""What a person chose on this machine (colours, profile); beside the dossier, never in it."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

FILE = "screen.json"


def load(folder: Path) -> dict[str, str]:
    """The choices made before; nothing when there are none or the file makes no sense."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def remember(folder: Path, name: str, value: str) -> None:
    """Keep one choice; a folder that cannot be written is no reason to complain."""
    path = folder / FILE
    made = path.with_suffix(".new")
    with contextlib.suppress(OSError):
        handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "w", encoding="utf-8") as file:
            json.dump({**load(folder), name: value}, file)
        os.replace(made, path)
