"""A report model with one thing changed."""

from __future__ import annotations

from typing import Any

import msgspec


def changed(model: Any, path: str, value: Any) -> Any:
    """The model with one field changed: ``conclusion.groups.0.items.1.addressee``."""
    head, _dot, rest = path.partition(".")
    if head.isdecimal():
        items = list(model)
        items[int(head)] = changed(items[int(head)], rest, value) if rest else value
        return tuple(items)
    new = changed(getattr(model, head), rest, value) if rest else value
    return msgspec.structs.replace(model, **{head: new})
