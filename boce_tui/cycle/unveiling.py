"""Looking at a dossier as it is, to work out what may be shown of it."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from boce_tui.store import Dossier


def unveiled(dossier: Dossier) -> AbstractContextManager[None]:
    """The whole dossier within the block, in this thread; nothing changes where nothing is hidden."""
    lift = getattr(dossier, "unveiled", None)
    return lift() if lift is not None else nullcontext()
