"""How a durability test tells what it did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.durability.outcome import PROPERTY, Tell


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Add to the table at the end of the run."""

    def add(technique: str, note: str = "", **numbers: int) -> None:
        record_property(PROPERTY, (technique, note, numbers))

    return add
