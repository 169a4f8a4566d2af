"""Who can open the names: another passphrase, one more key, a printed code, one less."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.names import copies
from boce_tui.names.file import FILE, NamesFile
from boce_tui.names.keys import Key
from boce_tui.names.locks import (
    OWN,
    RECOVERY,
    Lock,
    key_lock,
    new_recovery_code,
    own_lock,
    passphrase_lock,
    with_lock,
    without_lock,
)
from boce_tui.names.model import NamesData


class Relocking:
    """What :class:`~boce_tui.names.session.Names` can do about its locks."""

    folder: Path
    _writing: threading.Lock
    _open: Callable[[], NamesFile]
    _changeable: Callable[[], NamesData]
    _notice: Callable[[str], None]

    def locks(self) -> tuple[Lock, ...]:
        """Who can open the names; empty for a file from before there were locks.

        Raises:
            PrivacyStop: The names are locked.
        """
        return self._open().locks

    def set_passphrase(self, key: Key, label: str = OWN) -> None:
        """Give a lock another passphrase, or make one; the old passphrase opens nothing any more.

        Raises:
            PrivacyStop: The names are locked.
        """
        lock, identity = passphrase_lock(label, key)
        mine = self._others() if label == OWN else self._all()
        self._relock(with_lock(mine, lock), identity, key)

    def set_key(self, key: Key) -> None:
        """Give the evaluators' lock an age key; what opened it before opens nothing any more.

        Raises:
            PrivacyStop: The names are locked.
        """
        self._relock(with_lock(self._others(), key_lock(OWN, key.public())), key, None)

    def add_key(self, label: str, public: str) -> None:
        """Let somebody's own age key open the names too.

        Raises:
            PrivacyStop: The names are locked.
            BadInput: It is no public key.
        """
        lock = key_lock(label, public)
        self._relock(with_lock(self._all(), lock), self._open().opened_with(), None)

    def make_recovery_code(self, entropy: Callable[[int], bytes]) -> str:
        """A code to print that opens the names; one that was made before opens nothing any more.

        Raises:
            PrivacyStop: The names are locked.
        """
        code = new_recovery_code(entropy)
        lock, identity = passphrase_lock(RECOVERY, Key(code), RECOVERY)
        self._relock(with_lock(self._all(), lock), identity, Key(code))
        return code

    def remove_lock(self, label: str) -> None:
        """Take a lock away.

        Raises:
            PrivacyStop: The names are locked.
            BadInput: There is no such lock, it is the one they were opened with, or it is the last.
        """
        rest = without_lock(self._all(), label)
        identity = self._open().opened_with()
        if not any(lock.public == identity.public() for lock in rest):
            raise BadInput(
                _("This is the lock you opened the names with."),
                hint=_("Nothing was changed. Open them with another one first."),
            )
        self._relock(rest, identity, None)

    def _all(self) -> tuple[Lock, ...]:
        """The locks; a file without any gets one now, for the key it was opened with."""
        file = self._open()
        if not file.locks:
            key = file.opened_with()
            lock, identity = own_lock(key)
            self._relock((lock,), identity, key)
        return self._open().locks

    def _others(self) -> tuple[Lock, ...]:
        return tuple(lock for lock in self._open().locks if lock.label != OWN)

    def _relock(self, locks: tuple[Lock, ...], identity: Key, proof: Key | None) -> None:
        with self._writing:
            self._changeable()
            file = self._open()
            mine = file.opened_with()
            if mine.is_age_key and any(lock.public == mine.public() for lock in locks):
                identity = mine  # what it was opened with goes on, as long as it is one of the locks
            copies.begin(self.folder)
            file.set_locks(locks, identity, proof)
        copies.go_on(self.folder, self.folder / FILE)
        self._notice("locks")
