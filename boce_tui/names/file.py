"""The encrypted names file ``names.age``, and whether the names are open in this run."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from boce_tui.errors import DossierUnavailable, PrivacyStop
from boce_tui.locale import _
from boce_tui.names import copies
from boce_tui.names.keys import Key, passphrase
from boce_tui.names.model import FORMAT, NamesData, Person

FILE = "names.age"


class NamesFile:
    """The names file, opened with its key. Use `open` or `create`."""

    def __init__(self, path: Path, key: Key, data: NamesData, digest: str) -> None:
        self.path = path
        self.data = data
        self._key = key
        self._digest = digest

    @classmethod
    def open(cls, folder: Path, key: Key | str) -> NamesFile:
        """Open the names file in `folder`.

        Raises:
            PrivacyStop: The passphrase is wrong, the file is damaged, or there is none.
        """
        path = folder / FILE
        try:
            locked = path.read_bytes()
        except FileNotFoundError:
            raise PrivacyStop(
                _("There is no names file here yet."),
                hint=_("It is made as soon as you import or type the first name."),
            ) from None
        key = passphrase(key) if isinstance(key, str) else key
        return cls(path, key, _decoded(key.decrypt(locked)), _digest(locked))

    @classmethod
    def create(cls, folder: Path, key: Key | str) -> NamesFile:
        """Begin a names file where there is none; it is written with the first name.

        Raises:
            DossierUnavailable: There is one already.
        """
        path = folder / FILE
        if path.exists():
            raise DossierUnavailable(
                _("There is a names file here already."), hint=_("It was left as it is."), place=FILE
            )
        key = passphrase(key) if isinstance(key, str) else key
        return cls(path, key, NamesData(), "")

    def write(self, data: NamesData) -> None:
        """Keep `data`. The previous file stays until the new one was read back and opened.

        Raises:
            DossierUnavailable: Another program changed the file since it was opened.
        """
        before = self.path.read_bytes() if self.path.exists() else b""
        if _digest(before) != self._digest:
            raise DossierUnavailable(
                _("The names file was changed by another window or program."),
                hint=_("Nothing was written over. Close the names, open them again and repeat the change."),
                place=FILE,
            )
        plain = msgspec.json.encode(data, order="deterministic")
        locked = self._key.encrypt(plain)
        fresh = self.path.with_name(f"{FILE}.new")
        try:
            _write(fresh, locked)
            if self._key.decrypt(fresh.read_bytes()) != plain:
                raise DossierUnavailable(
                    _("The names file could not be written reliably; the one before it was kept."),
                    hint=_("Check the disk and try again."),
                    place=FILE,
                )
            os.replace(fresh, self.path)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise
        _sync_folder(self.path.parent)
        self.data, self._digest = data, _digest(locked)


class Names:
    """The names of a dossier, locked or not. Made once per run and handed to whoever needs names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file: NamesFile | None = None
        self._held: NamesData | None = None
        self._holding = threading.Lock()
        self._writing = threading.Lock()
        self.as_seen: Callable[[NamesData], NamesData] | None = None
        """What of the names this profile sees; it cannot change them then."""
        self._seen: tuple[NamesData, NamesData] | None = None

    @property
    def unlocked(self) -> bool:
        """True when names can be read and texts can be checked."""
        return self._file is not None

    @property
    def exists(self) -> bool:
        """True when there is a names file."""
        return (self.folder / FILE).exists()

    def unlock(self, key: Key | str) -> None:
        """Open the names file.

        Raises:
            PrivacyStop: The passphrase is wrong, the file is damaged, or there is none.
        """
        self._file = NamesFile.open(self.folder, key)

    def create(self, key: Key | str) -> None:
        """Begin a names file; it is written with the first name."""
        self._file = NamesFile.create(self.folder, key)

    def lock(self) -> None:
        """Close the names; they are no longer in memory."""
        self._file = self._held = None

    def data(self) -> NamesData:
        """All names, with those that are held, as they may be seen.

        Raises:
            PrivacyStop: The names are locked.
        """
        data = self._whole()
        if self.as_seen is None:
            return data
        if self._seen is None or self._seen[0] is not data:
            self._seen = data, self.as_seen(data)
        return self._seen[1]

    def _whole(self) -> NamesData:
        file, held = self._open(), self._held
        return file.data if held is None else held

    def person(self, code: str) -> Person | None:
        """Who stands behind a code, or None."""
        return self.data().people.get(code)

    def evaluator(self, key: str) -> Person | None:
        """Who stands behind ``{round}/{id}`` of an evaluator, or None."""
        return self.data().evaluators.get(key)

    @property
    def holding(self) -> bool:
        """True when something held is not in the file yet."""
        return self._held is not None

    def hold(self, people: Mapping[str, Person], evaluators: Mapping[str, Person] | None = None) -> None:
        """Add or replace people in memory, at once; `keep`, or any other write, brings them to the file."""
        with self._holding:
            self._held = _with(self._changeable(), people, evaluators or {})

    def keep(self) -> None:
        """Write what is held; it stays held when that fails. Takes seconds with a passphrase."""
        if self.holding:
            self._change(lambda data: data)

    def put(self, people: Mapping[str, Person], evaluators: Mapping[str, Person] | None = None) -> None:
        """Add or replace people, in one write."""
        self._change(lambda data: _with(data, people, evaluators or {}))

    def remove(self, *codes: str) -> None:
        """Take people or evaluators out, in one write; the copies beside the backups lose them too.

        Raises:
            DossierUnavailable: They are out, but a copy could not be cleaned.
        """
        self._change(
            lambda data: msgspec.structs.replace(
                data,
                people={code: p for code, p in data.people.items() if code not in codes},
                evaluators={key: p for key, p in data.evaluators.items() if key not in codes},
            )
        )
        copies.renew(self.folder, self.folder / FILE)

    def set_words(self, words: tuple[str, ...]) -> None:
        """Set the extra words that must not appear in a report."""
        self._change(lambda data: msgspec.structs.replace(data, words=words))

    def write(self, data: NamesData) -> None:
        """Keep `data` as the whole content; nothing happens when it is the same.

        With a passphrase this takes seconds: in a screen, not on the thread that paints.
        """
        self._change(lambda _before: data)

    def _change(self, change: Callable[[NamesData], NamesData]) -> None:
        """Write the names with a change; what is held meanwhile stays held, with the change in it."""
        with self._writing:
            self._changeable()
            file, held = self._open(), self._held
            data = change(file.data if held is None else held)
            if data != file.data or not self.exists:
                file.write(data)
            with self._holding:
                self._held = None if self._held is held or self._held is None else change(self._held)

    def _changeable(self) -> NamesData:
        if self.as_seen is not None:
            raise PrivacyStop(_("Names are changed by evaluators only."), hint=_("Nothing was changed."))
        return self._whole()

    def _open(self) -> NamesFile:
        if self._file is None:
            raise not_checked(exists=self.exists)
        return self._file


def _with(data: NamesData, people: Mapping[str, Person], evaluators: Mapping[str, Person]) -> NamesData:
    return msgspec.structs.replace(
        data, people={**data.people, **people}, evaluators={**data.evaluators, **evaluators}
    )


def not_checked(*, exists: bool = True) -> PrivacyStop:
    """The stop for everything that needs the name check while the names are locked."""
    if not exists:
        return PrivacyStop(
            _("Name check not done: this dossier has no names file yet."),
            hint=_(
                "Import the respondents with their names, or type them in at step 2. Nothing left the app."
            ),
        )
    return PrivacyStop(
        _("Name check not done: the names file is locked."),
        hint=_(
            "Nothing left the app. Give the passphrase, or let BOCE_KEY_FILE name a file that holds it, "
            "and try again."
        ),
    )


def _decoded(plain: bytes) -> NamesData:
    try:
        data = msgspec.json.decode(plain, type=NamesData)
    except (msgspec.DecodeError, UnicodeDecodeError):
        data = None
    if data is None or data.format != FORMAT:
        raise DossierUnavailable(
            _("The names file was made by another version of boce."),
            hint=_("It was left as it is. Open it with the version that made it, or a newer one."),
            place=FILE,
        ) from None
    return data


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest() if data else ""


def _write(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows cannot open a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
