"""The app outlives most of its own faults; a test must not: one that nobody planted fails it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.tui import lifecycle

if TYPE_CHECKING:
    import pytest

    from boce_tui.tui.base_app import BaseApp


class FaultWatch:
    """Every fault that an app told or ended by, in the process of the tests."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: list[BaseException] = []
        record = lifecycle.record_crash

        def watched(app: BaseApp, error: BaseException | None) -> list[str]:
            if error is not None:
                self.seen.append(error)
            return record(app, error)

        monkeypatch.setattr(lifecycle, "record_crash", watched)

    def check(self) -> None:
        """Fail with the first fault, and where it was raised."""
        for fault in self.seen:
            raise AssertionError("a fault of the app that this test did not plant") from fault
