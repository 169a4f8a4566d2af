"""The encrypted names file ``names.age``: opened, and written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import msgspec

from boce_tui.errors import DossierUnavailable, PrivacyStop
from boce_tui.locale import _
from boce_tui.names.keys import Key, passphrase
from boce_tui.names.locks import BoxOpener, Lock, OldOpener, Opener, opened
from boce_tui.names.model import FORMAT, NamesData

FILE = "names.age"


class NamesFile:
    """The names file, opened with its key. Use `open` or `create`."""

    def __init__(self, path: Path, opener: Opener, data: NamesData, digest: str) -> None:
        self.path = path
        self.data = data
        self._opener = opener
        self._digest = digest

    @property
    def locks(self) -> tuple[Lock, ...]:
        """Who can open it; empty for a file from before there were locks."""
        return self._opener.locks

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
        opener = opened(locked, key)
        return cls(path, opener, _decoded(opener.decrypt(locked)), _digest(locked))

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
        return cls(path, OldOpener(key), NamesData(), "")

    def write(self, data: NamesData) -> None:
        """Keep `data`. The previous file stays until the new one was read back and opened.

        Raises:
            DossierUnavailable: Another program changed the file since it was opened.
        """
        self._write(data, self._opener)

    def set_locks(self, locks: tuple[Lock, ...], identity: Key, proof: Key | None = None) -> None:
        """Encrypt the names anew for these locks; the old file stays until the new one was opened.

        Args:
            locks: Everybody who can open it from now on.
            identity: The secret key of one of them, to read it back with.
            proof: A passphrase that must open it too.

        Raises:
            DossierUnavailable: Another program changed the file, or it could not be written reliably.
        """
        self._write(self.data, BoxOpener(locks, identity), proof)

    def opened_with(self) -> Key:
        """The key it was opened with: of a lock the secret key behind it."""
        opener = self._opener
        return opener.identity if isinstance(opener, BoxOpener) else opener.key

    def _write(self, data: NamesData, opener: Opener, proof: Key | None = None) -> None:
        before = self.path.read_bytes() if self.path.exists() else b""
        if _digest(before) != self._digest:
            raise DossierUnavailable(
                _("The names file was changed by another window or program."),
                hint=_("Nothing was written over. Close the names, open them again and repeat the change."),
                place=FILE,
            )
        plain = msgspec.json.encode(data, order="deterministic")
        locked = opener.encrypt(plain)
        fresh = self.path.with_name(f"{FILE}.new")
        try:
            _write(fresh, locked)
            back = fresh.read_bytes()
            sure = proof is None or opened(back, proof).decrypt(back) == plain
            if opener.decrypt(back) != plain or not sure:
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
        self.data, self._digest, self._opener = data, _digest(locked), opener


def read(data: bytes, key: Key) -> NamesData:
    """The names in a whole names file, which may lie anywhere.

    Raises:
        PrivacyStop: The key does not fit, or it is damaged or no names file.
    """
    return _decoded(opened(data, key).decrypt(data))


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
