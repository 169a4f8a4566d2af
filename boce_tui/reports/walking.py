"""Walking over all texts of a report model: to change them, or to list them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import msgspec

from boce_tui.reports.model import Text

T = TypeVar("T")


def map_texts(data: T, change: Callable[[Text], Text]) -> T:
    """Return `data` with `change` applied to each `Text` in it, in the order of the fields."""
    return _map(data, change)  # type: ignore[no-any-return]


def _map(data: Any, change: Callable[[Text], Text]) -> Any:
    if isinstance(data, Text):
        return change(data)
    if isinstance(data, msgspec.Struct):
        changed = {}
        for field in data.__struct_fields__:
            old = getattr(data, field)
            new = _map(old, change)
            if new is not old:
                changed[field] = new
        return msgspec.structs.replace(data, **changed) if changed else data
    if isinstance(data, tuple) and data:
        items = tuple(_map(item, change) for item in data)
        return items if any(a is not b for a, b in zip(items, data, strict=True)) else data
    if isinstance(data, dict) and data:
        return {key: _map(data[key], change) for key in sorted(data)}
    return data


def texts(data: Any) -> Iterator[Text]:
    """All texts in `data` that are not empty, in the order of the fields."""
    if isinstance(data, Text):
        if data:
            yield data
    elif isinstance(data, msgspec.Struct):
        for field in data.__struct_fields__:
            yield from texts(getattr(data, field))
    elif isinstance(data, tuple):
        for item in data:
            yield from texts(item)
    elif isinstance(data, dict):
        for key in sorted(data):
            yield from texts(data[key])
