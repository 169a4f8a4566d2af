"""The example dossier for tests: made once per worker, copied for each test that changes it."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from boce_tui.env import Env
from tests.support import make_env, run_cli


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="boce-example-"))
    run_cli("demo --no-open", make_env(folder)).ok()
    return folder / "data"


def example_env(tmp_path: Path, **options: object) -> Env:
    """Surroundings whose data folder holds a fresh copy of the example."""
    # Another seed than the example was made with: ids must not come out the same.
    env = make_env(tmp_path, **({"seed": 2} | options))  # type: ignore[arg-type]
    shutil.copytree(_made(), env.data_dir)
    return env
