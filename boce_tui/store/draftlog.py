"""The draft log on disk: two preallocated files that take turns, so that even a full disk still takes text.

A record is written with one plain write and no sync: it survives a killed process, not a power cut (the rows
in the dossier do that). Layout: 16 bytes of header, then records of length, checksum and JSON. The checksum
starts from the file's generation, so what an earlier turn left behind is never read as a record.
"""

from __future__ import annotations

import contextlib
import os
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

NAMES = ("a.log", "b.log")
CHUNK = 1 << 20
_MAGIC = b"BOCEDRF1"
_HEADER = struct.Struct("<8sQ")
_RECORD = struct.Struct("<II")
_READY = ["ready"]
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(list[Any]).decode


class Turn(NamedTuple):
    """What one file holds.

    Attributes:
        generation: Number of the turn; 0 when there is none.
        records: Those up to the first that is not whole.
        ready: False when the beginning of the turn was never written to its end.
        end: Where the next record goes.
    """

    generation: int
    records: list[list[Any]]
    ready: bool
    end: int


def parse(data: bytes) -> Turn:
    """Read a log file; whatever is torn or older is not there."""
    records: list[list[Any]] = []
    place, ready = _HEADER.size, False
    if len(data) < place or data[: len(_MAGIC)] != _MAGIC:
        return Turn(0, records, ready, place)
    generation = _HEADER.unpack_from(data)[1]
    while place + _RECORD.size <= len(data):
        length, crc = _RECORD.unpack_from(data, place)
        body = data[place + _RECORD.size : place + _RECORD.size + length]
        if not length or len(body) < length or zlib.crc32(body, generation & 0xFFFFFFFF) != crc:
            break
        record = _decode(body)
        place += _RECORD.size + length
        if record == _READY:
            ready = True
        else:
            records.append(record)
    return Turn(generation, records, ready, place)


def look(folder: Path) -> list[list[Any]]:
    """The records that count, read beside whoever is writing; nothing is made or changed."""
    turns = [parse((folder / name).read_bytes()) for name in NAMES if (folder / name).exists()]
    ready = [turn for turn in turns if turn.ready]
    return max(ready, key=lambda turn: turn.generation).records if ready else []


class LogFile:
    """One of the two files."""

    def __init__(self, path: Path) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._fd = os.open(path, flags, 0o600)
        self.size = os.fstat(self._fd).st_size
        self.generation = 0
        self.end = _HEADER.size

    def write(self, data: bytes, place: int) -> None:
        """Write all of the data at a place within the file."""
        view = memoryview(data)
        while view:
            os.lseek(self._fd, place, os.SEEK_SET)
            done = os.write(self._fd, view)
            view, place = view[done:], place + done

    def reserve(self, size: int) -> None:
        """Make the file at least this big, with real blocks."""
        while self.size < size:
            self.write(bytes(CHUNK), self.size)
            self.size += CHUNK

    def begin(self, generation: int) -> None:
        """Start a new turn; nothing in the file counts any more."""
        self.write(_HEADER.pack(_MAGIC, generation), 0)
        self.generation, self.end = generation, _HEADER.size

    def packed(self, records: Iterable[list[Any]]) -> bytes:
        """Records as they are written in this turn."""
        parts = []
        for record in records:
            body = _encode(record)
            parts.append(_RECORD.pack(len(body), zlib.crc32(body, self.generation & 0xFFFFFFFF)) + body)
        return b"".join(parts)

    def read(self) -> Turn:
        """What the file holds; writing goes on behind it."""
        os.lseek(self._fd, 0, os.SEEK_SET)
        with os.fdopen(os.dup(self._fd), "rb") as file:
            turn = parse(file.read())
        self.generation, self.end = turn.generation, turn.end
        return turn

    def wipe(self) -> None:
        """Overwrite what was written, so that no text stays behind."""
        self.write(bytes(self.size), 0)
        self.generation, self.end = 0, _HEADER.size

    def wipe_rest(self) -> None:
        """Overwrite what an earlier turn left behind this one, for good."""
        self.write(bytes(self.size - self.end), self.end)

    def sync(self) -> None:
        """Make sure that it is on the disk."""
        os.fsync(self._fd)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._fd)


class DraftLog:
    """The two files together."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        self._files = [LogFile(folder / name) for name in NAMES]
        found = [file.read() for file in self._files]
        ages = [turn.generation if turn.ready else -1 for turn in found]
        self._at = 0 if ages[0] >= ages[1] else 1
        self._ready = found[self._at].ready
        self.records: list[list[Any]] = found[self._at].records if self._ready else []
        """What was in the log when it was opened."""
        with contextlib.suppress(OSError):  # a disk that is full already: the first edit will say so
            for file in self._files:
                file.reserve(CHUNK)

    def append(self, *records: list[Any]) -> bool:
        """Write records after the others; False when the file is full and it is the other's turn.

        Raises:
            OSError: the disk refused.
        """
        if not self._ready:
            return False
        file = self._files[self._at]
        data = file.packed(records)
        if file.end + len(data) > file.size:
            return False
        file.write(data, file.end)
        file.end += len(data)
        return True

    def turn(self, records: Iterable[list[Any]]) -> None:
        """Start a turn of the other file with these records; until it is whole, the old one counts.

        Raises:
            OSError: the disk refused; the old turn goes on.
        """
        other = self._files[1 - self._at]
        generation = max(file.generation for file in self._files) + 1
        other.reserve(CHUNK)
        other.begin(generation)
        data = other.packed(records) + other.packed([_READY])
        # Room for typing too: at most half of the file is taken at the start of a turn.
        if _HEADER.size + 2 * len(data) > other.size:
            try:
                other.reserve(_HEADER.size + 2 * len(data))
            except OSError:
                if _HEADER.size + len(data) > other.size:
                    raise
        other.write(data, other.end)
        other.end += len(data)
        self._at, self._ready = 1 - self._at, True

    def wipe(self) -> None:
        """Leave nothing behind: everything is in the dossier."""
        for file in self._files:
            if file.generation or file.end > _HEADER.size:
                file.wipe()
        self._ready = False

    def keep_only(self, records: list[list[Any]]) -> None:
        """Leave nothing behind of whatever was ever written but these records; on the disk when it returns.

        Raises:
            OSError: the disk refused; calling it again goes on.
        """
        self._ready = False  # whatever happens, the next edit begins a turn with what is open then
        if records:
            self.turn(records)
        for file in self._files:
            if records and file is self._files[self._at]:
                file.wipe_rest()
            else:
                file.wipe()
            file.sync()

    def close(self) -> None:
        """Let go of the files."""
        for file in self._files:
            file.close()
