"""The example when the year is over, and its names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boce_tui.names import Names, find_key
from boce_tui.store import Dossier
from tests.decided import decided_env


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    env = decided_env(tmp_path)
    with Dossier.open(env.data_dir, env) as found:
        yield found


@pytest.fixture
def names(dossier: Dossier) -> Names:
    found = Names(dossier.folder)
    key = find_key(dossier.env, dossier.folder, example=True)
    assert key is not None
    found.unlock(key)
    return found
