"""A hand on every call SQLite makes on its files, in this process: to record, delay, refuse, or die at it.

SQLite's own file layer stays in place; its functions for opening, reading, writing, truncating, syncing and
deleting are called through ours. It needs a SQLite library whose symbols can be reached. Where that is not
so, `available` says so and the tests that need it are skipped by name.
"""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

_P, _I, _L = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_XREAD = ctypes.CFUNCTYPE(_I, _P, _P, _I, _L)
_XWRITE = ctypes.CFUNCTYPE(_I, _P, _P, _I, _L)
_XTRUNCATE = ctypes.CFUNCTYPE(_I, _P, _L)
_XSYNC = ctypes.CFUNCTYPE(_I, _P, _I)
_XOPEN = ctypes.CFUNCTYPE(_I, _P, _P, _P, _I, _P)
_XDELETE = ctypes.CFUNCTYPE(_I, _P, _P, _I)
_READ, _WRITE, _TRUNCATE, _SYNC = 2, 3, 4, 5  # place in sqlite3_io_methods, in words
_METHODS_WORDS = 19
_OPEN, _DELETE = 5, 6  # place in sqlite3_vfs, in words
_VFS_WORDS = 21
IOERR, CANTOPEN, FULL = 10, 14, 13

Op = tuple[str, str, int, bytes]
"""What is about to happen (``open``, ``read``, ``write``, ``truncate``, ``sync``, ``delete``), the name of
the file, place or size, and what is written."""
Watch = Callable[[Op], int]
"""Called before each of them; 0 lets it happen, another number is SQLite's error instead."""


@functools.cache
def library() -> Any:
    """The SQLite library this Python uses, or None when it cannot be reached."""
    try:
        import _sqlite3

        found = ctypes.CDLL(_sqlite3.__file__)
        found.sqlite3_vfs_find.restype = _P
        found.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    except (ImportError, OSError, AttributeError):
        return None
    return found


def available() -> bool:
    """True when SQLite's file layer can be watched here."""
    return library() is not None and ctypes.sizeof(_P) == 8


class Watched:
    """SQLite's file layer with a watch on it; for the rest of this process."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._names: dict[int, str] = {}
        self._tables: dict[int, Any] = {}
        self._kept: list[Any] = []
        vfs = (_P * _VFS_WORDS).from_address(library().sqlite3_vfs_find(None))
        self._open = _XOPEN(vfs[_OPEN] or 0)
        self._delete = _XDELETE(vfs[_DELETE] or 0)
        self._keep(vfs, _OPEN, _XOPEN(self._on_open))
        self._keep(vfs, _DELETE, _XDELETE(self._on_delete))

    def _keep(self, table: Any, place: int, function: Any) -> None:
        self._kept.append(function)
        table[place] = ctypes.cast(function, _P)

    def _on_open(self, vfs: int, name: int, file: int, flags: int, out: int) -> int:
        path = Path(ctypes.string_at(name).decode()) if name else Path("temporary")
        existed = path.exists()
        error = self._watch(("open", path.name, int(existed), b""))
        result = error or self._open(vfs, name, file, flags, out)
        methods = ctypes.cast(file, ctypes.POINTER(_P))
        if result == 0 and methods[0]:
            self._names[file] = path.name
            methods[0] = self._table(int(methods[0]))
        elif error:
            methods[0] = None  # as SQLite's own layer leaves it
        return int(result)

    def _on_delete(self, vfs: int, name: int, sync: int) -> int:
        path = Path(ctypes.string_at(name).decode())
        return int(self._watch(("delete", path.name, 0, b"")) or self._delete(vfs, name, sync))

    def _table(self, original: int) -> int:
        """A table of functions that go through the watch, made once of each of SQLite's own."""
        if original in self._tables:
            return int(self._tables[original])
        theirs = (_P * _METHODS_WORDS).from_address(original)
        table = (_P * _METHODS_WORDS)(*theirs)
        read, write = _XREAD(theirs[_READ] or 0), _XWRITE(theirs[_WRITE] or 0)
        truncate, sync = _XTRUNCATE(theirs[_TRUNCATE] or 0), _XSYNC(theirs[_SYNC] or 0)
        names, watch = self._names, self._watch

        def on_read(file: int, buffer: int, size: int, place: int) -> int:
            return int(watch(("read", names[file], place, b"")) or read(file, buffer, size, place))

        def on_write(file: int, buffer: int, size: int, place: int) -> int:
            op = ("write", names[file], place, ctypes.string_at(buffer, size))
            return int(watch(op) or write(file, buffer, size, place))

        def on_truncate(file: int, size: int) -> int:
            return int(watch(("truncate", names[file], size, b"")) or truncate(file, size))

        def on_sync(file: int, flags: int) -> int:
            return int(watch(("sync", names[file], 0, b"")) or sync(file, flags))

        self._keep(table, _READ, _XREAD(on_read))
        self._keep(table, _WRITE, _XWRITE(on_write))
        self._keep(table, _TRUNCATE, _XTRUNCATE(on_truncate))
        self._keep(table, _SYNC, _XSYNC(on_sync))
        self._kept.append(table)
        self._tables[original] = address = ctypes.addressof(table)
        self._tables[address] = address
        return address
