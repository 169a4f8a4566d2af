from __future__ import annotations

from collections.abc import Iterator

import pytest

from boce_tui.env import Env
from boce_tui.store import Dossier


@pytest.fixture
def dossier(env: Env) -> Iterator[Dossier]:
    with Dossier.create(env.data_dir, env) as made:
        yield made
