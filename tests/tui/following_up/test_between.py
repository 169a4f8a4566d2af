"""P10 on the screen: what two years tell with an earlier document is read before they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from boce_tui.env import Env
from tests.cli.test_between_documents import with_many, without, years
from tests.tui.following_up.test_screens import at


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return with_many(tmp_path)


async def test_it_is_said_before_a_place_is_asked(env: Env, tmp_path: Path) -> None:
    years(env, tmp_path)
    without(env, "E1")
    async with at(env, "years", size=(120, 40)) as here:
        await here.press("m")
        assert "enkele mensen meer of minder" in here.text
