"""Rows read straight from the pages of a file, past a damaged tree: the last way to bring revisions back.

Only leaves of tables are looked at (https://www.sqlite.org/fileformat2.html). What comes out is whatever
looks like a row of so many cells; the caller decides by its digest whether it is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_LEAF = 13
Cell = str | int | None


def rows(path: Path, width: int) -> Iterator[tuple[int, list[Cell]]]:
    """Number and cells of every row of so many cells, in the order of the pages."""
    with path.open("rb") as file:
        head = file.read(100)
        size = int.from_bytes(head[16:18], "big")
        size = 65536 if size == 1 else size
        if size < 512 or size & (size - 1):
            size = 4096  # the first page is damaged; ours are of this size
        pages = _Pages(path.stat().st_size // size, size, size - (head[20] if len(head) > 20 else 0), file)
        for number in range(1, pages.count + 1):
            page = pages.read(number)
            start = 100 if number == 1 else 0
            if page[start] != _LEAF:
                continue
            for place in range(int.from_bytes(page[start + 3 : start + 5], "big")):
                at = start + 8 + 2 * place
                try:
                    found = _row(pages, page, int.from_bytes(page[at : at + 2], "big"), width)
                except (IndexError, ValueError):
                    continue
                if found is not None:
                    yield found


class _Pages:
    def __init__(self, count: int, size: int, usable: int, file: object) -> None:
        self.count, self.size, self.usable = count, size, usable
        self._file = file

    def read(self, number: int) -> bytes:
        if not 1 <= number <= self.count:
            raise ValueError(number)
        self._file.seek((number - 1) * self.size)  # type: ignore[attr-defined]
        found: bytes = self._file.read(self.size)  # type: ignore[attr-defined]
        return found

    def overflow(self, number: int, wanted: int) -> bytes:
        """What of a row did not fit on its page."""
        parts, room = [], self.usable - 4
        while wanted > 0:
            page = self.read(number)
            parts.append(page[4 : 4 + min(room, wanted)])
            wanted -= room
            number = int.from_bytes(page[:4], "big")
        return b"".join(parts)


def _row(pages: _Pages, page: bytes, at: int, width: int) -> tuple[int, list[Cell]] | None:
    length, at = _varint(page, at)
    number, at = _varint(page, at)
    if not width < length <= pages.count * pages.size:
        return None
    local, usable = length, pages.usable
    if length > usable - 35:
        least = (usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (usable - 4)
        local = local if local <= usable - 35 else least
    body = page[at : at + local]
    if local < length:
        body += pages.overflow(int.from_bytes(page[at + local : at + local + 4], "big"), length - local)
    cells = _cells(body, width)
    return None if cells is None else (number, cells)


def _cells(body: bytes, width: int) -> list[Cell] | None:
    end, at = _varint(body, 0)
    kinds = []
    while at < end:
        kind, at = _varint(body, at)
        kinds.append(kind)
    if len(kinds) != width:
        return None
    cells: list[Cell] = []
    for kind in kinds:
        if kind >= 13 and kind % 2:
            size = (kind - 13) // 2
            cells.append(body[at : at + size].decode("utf-8", "surrogateescape"))
        elif kind in (8, 9):
            size = 0
            cells.append(kind - 8)
        elif kind <= 6:
            size = (0, 1, 2, 3, 4, 6, 8)[kind]
            cells.append(int.from_bytes(body[at : at + size], "big", signed=True) if kind else None)
        else:
            return None
        at += size
    return cells


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        byte = data[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | data[at], at + 1
