"""The names in this run: locked or open, held while they wait to be written, and what of them may be seen."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from boce_tui.errors import DossierUnavailable, PrivacyStop
from boce_tui.locale import _
from boce_tui.names import copies
from boce_tui.names.file import FILE, NamesFile, not_checked
from boce_tui.names.keys import Key, passphrase
from boce_tui.names.model import NamesData, Person
from boce_tui.names.relocking import Relocking
from boce_tui.names.tries import Tries


class Names(Relocking):
    """The names of a dossier, locked or not. Made once per run and handed to whoever needs names."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] | None = None) -> None:
        self.folder = folder
        self._tries = Tries(folder, clock) if clock else None
        self.noticed: Callable[[str], None] | None = None
        """Hears of each ``unlock``, each ``wrong`` passphrase, and each change of ``locks``."""
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
            PrivacyStop: The passphrase is wrong, it is too soon to try again, the file is damaged, or there
                is none.
        """
        key = passphrase(key) if isinstance(key, str) else key
        tries = None if key.is_age_key else self._tries  # nobody guesses a whole key
        if tries is not None:
            tries.check()
        try:
            self._file = NamesFile.open(self.folder, key)
        except PrivacyStop:
            if tries is not None and self.exists:
                tries.wrong()
            self._notice("wrong")
            raise
        if tries is not None:
            tries.right()
        with contextlib.suppress(DossierUnavailable):  # a disk that refuses: it waits for the next time
            copies.go_on(self.folder, self.folder / FILE)
        self._notice("unlock")

    def _notice(self, what: str) -> None:
        """Tell who listens."""
        if self.noticed is not None:
            self.noticed(what)

    def wait(self) -> int:
        """Seconds until the next passphrase may be tried."""
        return self._tries.wait() if self._tries else 0

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
        self._open()
        copies.begin(self.folder)
        self._change(
            lambda data: msgspec.structs.replace(
                data,
                people={code: p for code, p in data.people.items() if code not in codes},
                evaluators={key: p for key, p in data.evaluators.items() if key not in codes},
            )
        )
        copies.go_on(self.folder, self.folder / FILE)

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
        """The names, when this profile may change them."""
        if self.as_seen is not None:
            raise PrivacyStop(_("Names are changed by evaluators only."), hint=_("Nothing was changed."))
        return self._whole()

    def _open(self) -> NamesFile:
        """The open file."""
        if self._file is None:
            raise not_checked(exists=self.exists)
        return self._file


def _with(data: NamesData, people: Mapping[str, Person], evaluators: Mapping[str, Person]) -> NamesData:
    return msgspec.structs.replace(
        data, people={**data.people, **people}, evaluators={**data.evaluators, **evaluators}
    )
