"""Who can open a bundle: who knows its passphrase, or who has the age key it was made for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boce_tui.env import Env
from boce_tui.errors import BadInput
from boce_tui.exchange.bundle.cover import KEY, PASSPHRASE
from boce_tui.files import named_path
from boce_tui.locale import _
from boce_tui.names.keys import Key, read_key_file

KEY_VARIABLE = "BOCE_BUNDLE_KEY_FILE"
_RECIPIENT = "age1"
_MOST = 10_000


@dataclass(frozen=True)
class ForRecipient:
    """The public half of an age key: what is locked with it opens with the other half only."""

    public: str

    def encrypt(self, data: bytes) -> bytes:
        """`data`, for that one key."""
        age = _pyrage()
        return bytes(age.encrypt(data, [age.x25519.Recipient.from_str(self.public)]))


Lock = Key | ForRecipient


def lock_name(lock: Lock) -> str:
    """How the cover calls it."""
    return PASSPHRASE if isinstance(lock, Key) and not lock.is_age_key else KEY


def recipient(text: str) -> ForRecipient:
    """Read ``age1...``, or the file in which it stands.

    Raises:
        BadInput: It is neither.
    """
    found = text.strip()
    if not found.startswith(_RECIPIENT):
        found = _in_file(named_path(text))
    try:
        _pyrage().x25519.Recipient.from_str(found)
    except (_pyrage().RecipientError, ValueError):
        raise BadInput(
            _("This is not the public half of an age key."),
            hint=_(
                "It begins with age1. Ask the other one for it, or use a passphrase. Nothing was written."
            ),
        ) from None
    return ForRecipient(found)


def _in_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            lines = file.read(_MOST).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return next((line.strip() for line in lines if line.strip().startswith(_RECIPIENT)), "")


def find_key(env: Env) -> Key | None:
    """The key that can be had without asking: in the file that ``BOCE_BUNDLE_KEY_FILE`` names."""
    named = env.environ.get(KEY_VARIABLE)
    if not named:
        return None
    try:
        return read_key_file(named_path(named))
    except BadInput as problem:
        hint = _("{variable} must name a text file with the passphrase on the first line.")
        raise BadInput(problem.message, hint=hint.format(variable=KEY_VARIABLE), place=named) from None


def opened(key: Key, data: bytes) -> bytes | None:
    """What is inside; None when this key does not open it, or when it is not what was once locked."""
    age = _pyrage()
    try:
        if key.is_age_key:
            return bytes(age.decrypt(data, [age.x25519.Identity.from_str(key.secret)]))
        return bytes(age.passphrase.decrypt(data, key.secret))
    except age.IdentityError:
        raise BadInput(
            _("This is not a whole age key."), hint=_("Nothing was changed. Check the key file.")
        ) from None
    except age.DecryptError:
        return None


def _pyrage() -> Any:
    import pyrage  # type: ignore[import-untyped]

    return pyrage
