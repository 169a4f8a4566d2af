"""Names for revisions: time-ordered ids, the hybrid clock, and who this copy of the dossier is."""

from __future__ import annotations

import hashlib
import os
import re
import socket
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from boce_tui.env import Env

_HLC = re.compile(r"[0-9]{15}\.[0-9]{6}")
_MOST_COUNTED = 999_999
_FIRST, _YEAR_10000 = "000000000000001", "253402300800000"
"""Milliseconds of the hybrid clock; one beyond the last would leave no room to count on."""
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


class Stamps:
    """Makes ids and clock values that only go up, whatever the laptop's clock does."""

    def __init__(self, env: Env, last_hlc: str = "") -> None:
        self._env = env
        self._id_ms = 0
        self._id_counter = 0
        self._hlc_ms, self._hlc_counter = read_hlc(last_hlc)

    def uuid7(self) -> str:
        """A UUIDv7: 48 bits of milliseconds, a counter within the millisecond, 62 random bits."""
        random = int.from_bytes(self._env.entropy(10), "big")
        ms = int(self._env.now().timestamp() * 1000)
        if ms > self._id_ms:
            self._id_ms, self._id_counter = ms, random >> 69  # 11 bits: room to count up
        else:
            self._id_counter += 1
            if self._id_counter >= 1 << 12:
                self._id_ms, self._id_counter = self._id_ms + 1, 0
        value = (self._id_ms << 80) | (0x7 << 76) | (self._id_counter << 64) | (0b10 << 62)
        h = f"{value | (random & ((1 << 62) - 1)):032x}"
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    def hlc(self) -> str:
        """The next value of the hybrid clock: never behind the wall clock or anything seen."""
        ms = int(self._env.now().timestamp() * 1000)
        if ms > self._hlc_ms:
            self._hlc_ms, self._hlc_counter = ms, 0
        else:
            self._hlc_counter += 1
            if self._hlc_counter > _MOST_COUNTED:
                self._hlc_ms, self._hlc_counter = self._hlc_ms + 1, 0
        return f"{self._hlc_ms:015d}.{self._hlc_counter:06d}"

    def saw(self, hlc: str) -> None:
        """Take note of a clock value that came from elsewhere."""
        self._hlc_ms, self._hlc_counter = max((self._hlc_ms, self._hlc_counter), read_hlc(hlc))

    def at(self) -> str:
        """Now, as stored: ISO 8601 in UTC with milliseconds."""
        return iso(self._env.now())


def iso(moment: datetime) -> str:
    """A moment as it is stored."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_hlc(text: str) -> tuple[int, int]:
    """Milliseconds and counter of a clock value; zeroes when it is none."""
    if _HLC.fullmatch(text) is None:
        return 0, 0
    head, _dot, tail = text.partition(".")
    return int(head), int(tail)


def is_hlc(text: str) -> bool:
    """True for a value that :meth:`Stamps.hlc` could have made."""
    return _HLC.fullmatch(text) is not None and _FIRST <= text < _YEAR_10000  # of one length: as numbers


@lru_cache(1 << 13)
def is_uuid(text: str) -> bool:
    """True for something written as a UUID; ids come back as parents, a laptop's with all it wrote."""
    return _UUID.fullmatch(text) is not None


def is_moment(text: str) -> bool:
    """True for a moment as :func:`iso` writes it."""
    return _MOMENT.fullmatch(text) is not None


def fingerprint(path: Path, replica: str) -> str:
    """What tells this file on this machine from a copy of it; says nothing about either by itself."""
    user = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    facts = [replica, socket.gethostname(), user, str(path.stat().st_ino)]
    return hashlib.sha256("\0".join(facts).encode("utf-8", "replace")).hexdigest()
