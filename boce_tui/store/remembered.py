"""What was read of the dossier and has not changed since: a screen that asks again need not wait."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from boce_tui.store.rows import Stored

MOST = 20_000


class Remembered:
    """Current items by key, and lists of them by the beginning of their keys.

    It is filled and emptied on the database thread only, in the order of what is read and written there; any
    thread may look. Items never change themselves, so they may be shared.
    """

    def __init__(self) -> None:
        self._items: dict[tuple[str, str], Stored[Any] | None] = {}
        self._lists: dict[str, dict[str, tuple[Stored[Any], ...]]] = {}

    def item(self, entity: str, key: str) -> tuple[Stored[Any] | None] | None:
        """The item (or None when there is none) in a tuple; None when that is not known."""
        try:
            return (self._items[entity, key],)
        except KeyError:
            return None

    def items(self, entity: str, prefix: str) -> tuple[Stored[Any], ...] | None:
        """The items; None when they are not known."""
        return self._lists.get(entity, {}).get(prefix)

    def keep_item(self, entity: str, key: str, found: Stored[Any] | None) -> None:
        """This was read."""
        if len(self._items) >= MOST:
            self._items.clear()
        self._items[entity, key] = found

    def keep_items(self, entity: str, prefix: str, found: Iterable[Stored[Any]]) -> None:
        """These were read."""
        lists = self._lists.setdefault(entity, {})
        if len(lists) >= MOST:
            lists.clear()
        lists[prefix] = tuple(found)

    def forget(self, entity: str, key: str) -> None:
        """This item is another one now."""
        self._items.pop((entity, key), None)
        lists = self._lists.get(entity, {})
        for prefix in [prefix for prefix in lists if key.startswith(prefix)]:
            del lists[prefix]
