"""For every test: a home folder of its own, Dutch, no network, and in CI the same examples each time."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from boce_tui.env import Env
from boce_tui.locale import language, set_language
from tests.durability.outcome import table
from tests.faults import FaultWatch
from tests.support import isolated_environ, make_env

_COMMON: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("local", max_examples=50, **_COMMON)
settings.register_profile("ci", max_examples=50, derandomize=True, database=None, **_COMMON)
settings.register_profile("thorough", max_examples=1000, **_COMMON)
settings.load_profile(os.environ.get("BOCE_HYPOTHESIS") or ("ci" if os.environ.get("CI") else "local"))


@pytest.fixture(autouse=True)
def _isolated(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the developer's home folder, settings or language."""
    home = tmp_path_factory.mktemp("home")
    wanted = isolated_environ(home)
    for name in set(os.environ) - set(wanted):
        if name.startswith(("BOCE_", "XDG_", "TEXTUAL_", "LC_")) or name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name)
    for name, value in wanted.items():
        monkeypatch.setenv(name, value)
    if hasattr(time, "tzset"):
        time.tzset()  # else the zone holds from the moment something else happens to read it


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    """Every test starts in Dutch and leaves the language as it was."""
    before = language()
    set_language("nl")
    yield
    set_language(before)


@pytest.fixture(autouse=True, scope="session")
def _offline() -> Iterator[None]:
    """The app works without a network; a test that tries to reach one fails."""
    with pytest.MonkeyPatch.context() as patch:
        connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

        def only_local(original: Any) -> Any:
            def guarded(self: socket.socket, address: Any) -> Any:
                if self.family != getattr(socket, "AF_UNIX", None):
                    raise AssertionError(f"a test tried to reach the network: {address!r}")
                return original(self, address)

            return guarded

        patch.setattr(socket.socket, "connect", only_local(connect))
        patch.setattr(socket.socket, "connect_ex", only_local(connect_ex))
        yield


@pytest.fixture(autouse=True)
def _no_faults(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The app goes on after a fault of its own; the test in which that happens fails unless it planted it."""
    watch = FaultWatch(monkeypatch)
    yield
    if "planted" not in request.fixturenames:
        watch.check()


@pytest.fixture
def planted() -> None:
    """For a test that plants a fault in the app."""


@pytest.fixture
def env(tmp_path: Path) -> Env:
    """Surroundings with a data folder of their own and a clock that ticks one second per look."""
    return make_env(tmp_path)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What the durability tests did, with their numbers, and what could not be done on this machine."""
    stats = terminalreporter.stats
    lines = table([r for kind in ("passed", "failed", "error", "skipped") for r in stats.get(kind, [])])
    if lines:
        terminalreporter.section("durability")
        for line in lines:
            terminalreporter.write_line(line)
