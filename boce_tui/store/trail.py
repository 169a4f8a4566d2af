"""The trail: what was done with the dossier as a whole, by which profile and when; never what was in it.

One line of JSON each in ``trail.log``, each with the digest of the one before it, so that a line that was
changed or taken out shows, for ever: that somebody has seen it is a line too. The dossier remembers the last
line it knows of, so that lines taken off the end show as well. It is no lock: who has the folder can begin a
new one, and that shows as a beginning.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.env import Env
from boce_tui.locale import N_
from boce_tui.store import platform_lock
from boce_tui.store.ident import iso

FILE = "trail.log"
NOTE = "trail"
"""Under this name the dossier remembers the last line: its number and digest."""
EVENTS: Vocabulary = {
    "begin": N_("the trail begins"),
    "gap": N_("lines of the trail are gone"),
    "accept": N_("what is wrong in the trail was seen"),
    "open": N_("opened to work in"),
    "look": N_("opened to look at"),
    "export": N_("document made"),
    "import": N_("file taken over"),
    "merge": N_("merged"),
    "backup": N_("copy made elsewhere"),
    "restore": N_("copy put back"),
    "erase": N_("erased"),
    "renumber": N_("given another number"),
    "repair": N_("repaired"),
    "unlock": N_("names unlocked"),
    "wrong": N_("wrong passphrase"),
    "locks": N_("who can open the names changed"),
}
SEEN = "seen"
"""Fact of an ``accept``: SHA-256 of every byte before it."""
_WAIT = 2.0
Fact = str | int | bool


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of the trail.

    Attributes:
        n: Its number, from 1.
        at: When, ISO in UTC.
        profile: Who, never a person's name.
        kind: An id of ``EVENTS``.
        facts: Kinds, counts, digests; never content.
        before: Digest of the line before; empty in the first.
        digest: SHA-256 over all of the above.
    """

    n: int
    at: str
    profile: str
    kind: str
    facts: dict[str, Fact]
    before: str
    digest: str


class Trail(msgspec.Struct, frozen=True):
    """What stands in the file.

    Attributes:
        lines: The lines that can be read.
        wrong: Numbers of lines that are not what was written, or stand after one that is gone.
        seen: Those of them that a person looked at and let be; nothing before that line changed since.
    """

    lines: tuple[Line, ...]
    wrong: tuple[int, ...]
    seen: tuple[int, ...] = ()

    @property
    def unseen(self) -> tuple[int, ...]:
        """What is wrong and was not looked at by anybody yet."""
        return tuple(number for number in self.wrong if number not in self.seen)

    @property
    def last(self) -> str:
        """Number and digest of the last line; empty when there is none."""
        return f"{self.lines[-1].n} {self.lines[-1].digest}" if self.lines else ""

    def holds(self, noted: str) -> bool:
        """True when the line that the dossier remembers is still there."""
        number, _space, digest = noted.partition(" ")
        return not noted or any(str(line.n) == number and line.digest == digest for line in self.lines)


def record(folder: Path, env: Env, kind: str, **facts: Fact) -> str:
    """Add a line; returns its number and digest, or nothing when the folder cannot be written.

    The work itself never waits for the trail or fails by it.
    """
    if kind not in EVENTS:
        raise ValueError(f"unknown event: {kind}")
    path = folder / FILE
    return _record(path, env, lambda _before: (kind, facts))


def accept(folder: Path, env: Env) -> str:
    """Say in the trail that somebody saw what is wrong in it: with the digest of all that stands there now.

    It stays wrong, and stays to be read. What is changed later, also before this line, shows anew.

    Returns:
        Number and digest of the line, or nothing when the folder cannot be written.
    """

    def what(before: bytes) -> tuple[str, Mapping[str, Fact]]:
        wrong = ",".join(map(str, _read(before).unseen))
        return "accept", {SEEN: hashlib.sha256(before).hexdigest(), "lines": wrong}

    return _record(folder / FILE, env, what)


def _record(path: Path, env: Env, what: Callable[[bytes], tuple[str, Mapping[str, Fact]]]) -> str:
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    except OSError:
        return ""
    try:
        with _alone(fd) as alone:
            return _append(fd, env, what) if alone else ""
    except OSError:
        return ""
    finally:
        os.close(fd)


@contextlib.contextmanager
def _alone(fd: int) -> Iterator[bool]:
    """Held while a line is added: two programs may do so at once."""
    until = time.monotonic() + _WAIT
    while not (taken := platform_lock.take(fd)) and time.monotonic() < until:
        time.sleep(0.01)
    try:
        yield taken
    finally:
        if taken:
            platform_lock.give_back(fd)


def _append(fd: int, env: Env, what: Callable[[bytes], tuple[str, Mapping[str, Fact]]]) -> str:
    data = _read_all(fd)
    whole = data[: data.rfind(b"\n") + 1]  # a line that a power cut broke off was never told to anybody
    if len(whole) < len(data):
        os.ftruncate(fd, len(whole))
    last = _last_line(whole)
    line = _made(last, env, *what(whole))
    os.lseek(fd, 0, os.SEEK_END)
    os.write(fd, msgspec.json.encode(line) + b"\n")
    os.fsync(fd)
    return f"{line.n} {line.digest}"


def _read_all(fd: int) -> bytes:
    os.lseek(fd, 0, os.SEEK_SET)
    parts = []
    while part := os.read(fd, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _last_line(data: bytes) -> Line | None:
    for text in reversed(data.splitlines()):
        with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
            return msgspec.json.decode(text, type=Line)
    return None


def _made(last: Line | None, env: Env, kind: str, facts: Mapping[str, Fact]) -> Line:
    line = Line(
        n=last.n + 1 if last else 1,
        at=iso(env.now()),
        profile=env.profile,
        kind=kind,
        facts=dict(sorted(facts.items())),
        before=last.digest if last else "",
        digest="",
    )
    return msgspec.structs.replace(line, digest=_digest(line))


def _digest(line: Line) -> str:
    parts = [line.n, line.at, line.profile, line.kind, line.facts, line.before]
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read(folder: Path) -> Trail:
    """The trail of a folder, every line checked."""
    try:
        data = (folder / FILE).read_bytes()
    except OSError:
        return Trail((), ())
    return _read(data[: data.rfind(b"\n") + 1])


def _read(data: bytes) -> Trail:
    lines: list[Line] = []
    wrong: list[int] = []
    seen: tuple[int, ...] = ()
    before, number, digest = "", 0, hashlib.sha256()
    for text in data.splitlines(keepends=True):
        so_far = digest.hexdigest()
        digest.update(text)
        number += 1
        try:
            line = msgspec.json.decode(text, type=Line)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            wrong.append(number)
            continue
        if line.n != number or line.before != before or line.digest != _digest(line):
            wrong.append(line.n)
        elif line.kind == "accept" and line.facts.get(SEEN) == so_far:
            seen = tuple(wrong)
        lines.append(line)
        before, number = line.digest, line.n
    return Trail(tuple(lines), tuple(wrong), seen)
