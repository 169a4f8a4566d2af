"""What opens the names file: a passphrase, or an age key in a file."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from boce_tui.env import Env
from boce_tui.errors import BadInput, PrivacyStop
from boce_tui.files import named_path
from boce_tui.locale import _

KEY_VARIABLE = "BOCE_KEY_FILE"
EXAMPLE_KEY = "names.key"
"""Stands beside the names file of an example dossier, and is not looked at in any other."""
SHORTEST = 12
_AGE_KEY = "AGE-SECRET-KEY-1"
_MAX_KEY_FILE = 10_000


@dataclass(frozen=True)
class Key:
    """A passphrase or an age secret key; the text is never shown."""

    secret: str = field(repr=False)

    @property
    def is_age_key(self) -> bool:
        """True for a key made by age-keygen, False for a passphrase."""
        return self.secret.startswith(_AGE_KEY)

    def encrypt(self, data: bytes) -> bytes:
        """`data` so that only this key opens it. A passphrase takes more than a second, on purpose."""
        if not self.is_age_key:
            return bytes(load_age().passphrase.encrypt(data, self.secret))
        return bytes(load_age().encrypt(data, [self._identity().to_public()]))

    def decrypt(self, data: bytes) -> bytes:
        """The content.

        Raises:
            PrivacyStop: This key does not fit, or the file is damaged.
        """
        try:
            if self.is_age_key:
                return bytes(load_age().decrypt(data, [self._identity()]))
            return bytes(load_age().passphrase.decrypt(data, self.secret))
        except load_age().DecryptError as problem:
            raise _not_opened(data, str(problem)) from None

    def public(self) -> str:
        """The public part of an age key."""
        return str(self._identity().to_public())

    def _identity(self) -> Any:
        try:
            return load_age().x25519.Identity.from_str(self.secret)
        except load_age().IdentityError:
            raise BadInput(
                _("This is not a whole age key."), hint=_("Nothing was changed. Check the key file.")
            ) from None


def load_age() -> Any:
    """The age library, loaded when it is needed; it has no types of its own."""
    import pyrage  # type: ignore[import-untyped]

    return pyrage


def _not_opened(data: bytes, reason: str) -> PrivacyStop:
    # What the library says when the key is wrong; anything else is about the file itself.
    wrong_key = reason in ("Decryption failed", "No matching keys found")
    if data.startswith(b"age-encryption.org/") and wrong_key:
        return PrivacyStop(
            _("This passphrase does not fit the names file."),
            hint=_("Nothing was changed. Try again; mind capitals and the keyboard."),
        )
    return PrivacyStop(
        _("The names file is damaged and cannot be opened."),
        hint=_("The dossier itself is not touched. Put back names.age from your own backup."),
    )


def passphrase(text: str) -> Key:
    """A key from what someone typed: the same on every keyboard and system."""
    return Key(unicodedata.normalize("NFC", text.strip("\r\n")))


def new_passphrase(text: str) -> Key:
    """A key for a new names file; refuses a passphrase that is guessed quickly.

    Raises:
        BadInput: It is too short.
    """
    key = passphrase(text)
    if len(key.secret.strip()) < SHORTEST:
        raise BadInput(
            _("This passphrase is too short: it needs at least {n} characters.").format(n=SHORTEST),
            hint=_("Four words that have nothing to do with each other are good and easy to remember."),
        )
    return key


def read_key_file(path: Path) -> Key:
    """The key in a file: its first line that is no comment.

    Raises:
        BadInput: There is no such file, or it is empty or not text.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_MAX_KEY_FILE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        text = ""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise BadInput(
            _("There is no passphrase in the key file."),
            hint=_("{variable} must name a text file with the passphrase on the first line.").format(
                variable=KEY_VARIABLE
            ),
            place=str(path),
        )
    return passphrase(lines[0].strip() if lines[0].startswith(_AGE_KEY) else lines[0])


def find_key(env: Env, folder: Path, *, example: bool) -> Key | None:
    """The key that can be had without asking: ``BOCE_KEY_FILE``, or an example dossier's own.

    Args:
        env: The surroundings of this run.
        folder: The folder of the dossier.
        example: Whether the dossier is marked as example; only then its own key counts.
    """
    named = env.environ.get(KEY_VARIABLE)
    if named:
        return read_key_file(named_path(named))
    if example and (folder / EXAMPLE_KEY).is_file():
        return read_key_file(folder / EXAMPLE_KEY)
    return None


def make_example_key(folder: Path) -> Key:
    """Write a new key into the folder of an example dossier; a key that stands there is used again."""
    path = folder / EXAMPLE_KEY
    if path.is_file():
        return read_key_file(path)
    key = Key(str(load_age().x25519.Identity.generate()))
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"# example dossier: invented people\n{key.secret}\n")
    return key
