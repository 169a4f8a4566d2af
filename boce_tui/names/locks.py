"""The locks of the names file: everybody who can open it has one of their own.

The names are encrypted with age for the public keys of all locks. A lock of a passphrase or of a printed
recovery code holds its secret key too, encrypted with that passphrase; a lock for an age key holds only the
public one, its owner has the rest. So one who is added or taken away needs nobody else's passphrase, and each
time the names are encrypted anew.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.errors import BadInput, DossierUnavailable, PrivacyStop
from boce_tui.locale import _
from boce_tui.names.keys import Key, load_age, passphrase

FORMAT = "boce-names-locks/1"
PASSPHRASE, RECOVERY, KEY = "passphrase", "recovery", "key"
OWN = "evaluators"
"""The lock that was there first."""
_MOST = 8
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_GROUPS = 8
_CODE = re.compile(rf"(?:[{_ALPHABET}]{{4}}-){{{_GROUPS - 1}}}[{_ALPHABET}]{{4}}")
_LABEL = re.compile(r"[a-z0-9-]{1,30}")


class Lock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to open the names.

    Attributes:
        kind: ``passphrase``, ``recovery`` or ``key``.
        label: A word for it, such as ``support`` or ``archive``; never a person's name.
        public: Public age key that the names are encrypted for.
        sealed: The secret key, encrypted with the passphrase (base64); empty for somebody's own age key.
    """

    kind: str
    label: str
    public: str
    sealed: str = ""


class _Box(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: str = FORMAT
    locks: tuple[Lock, ...]
    names: str
    """The names, encrypted (base64)."""


@dataclass(frozen=True)
class OldOpener:
    """A names file from before there were locks: encrypted with one key."""

    key: Key
    locks: tuple[Lock, ...] = ()

    def encrypt(self, data: bytes) -> bytes:
        """The whole file."""
        return self.key.encrypt(data)

    def decrypt(self, data: bytes) -> bytes:
        """The names in a whole file."""
        return self.key.decrypt(data)


@dataclass(frozen=True)
class BoxOpener:
    """A names file with locks, opened by one of them."""

    locks: tuple[Lock, ...]
    identity: Key

    def encrypt(self, data: bytes) -> bytes:
        """The whole file, for all locks."""
        publics = [recipient(lock.public) for lock in self.locks]
        locked = bytes(load_age().encrypt(data, publics))
        box = _Box(locks=self.locks, names=base64.b64encode(locked).decode())
        return msgspec.json.format(msgspec.json.encode(box), indent=1) + b"\n"

    def decrypt(self, data: bytes) -> bytes:
        """The names in a whole file."""
        return self.identity.decrypt(_bytes(_box(data).names))


Opener = OldOpener | BoxOpener
"""What an open names file is written with."""


def opened(data: bytes, key: Key) -> Opener:
    """What opens a names file.

    Raises:
        PrivacyStop: The key fits none of its locks, or the file is damaged.
    """
    if data.startswith(b"age-encryption.org/"):
        return OldOpener(key)
    box = _box(data)
    if key.is_age_key:
        return BoxOpener(box.locks, key)
    code = as_recovery_code(key.secret)
    wanted = RECOVERY if code else PASSPHRASE
    for lock in box.locks:
        if lock.kind == wanted and (identity := _unsealed(lock, Key(code) if code else key)):
            return BoxOpener(box.locks, identity)
    raise not_fitting()


def listed(data: bytes) -> tuple[Lock, ...]:
    """The locks of a names file, which can be read without opening it.

    Raises:
        PrivacyStop: It is no names file, or it is damaged.
    """
    if data.startswith(b"age-encryption.org/"):
        kind = PASSPHRASE if b"-> scrypt " in data[:200] else KEY
        return (Lock(kind=kind, label=OWN, public=""),)
    return _box(data).locks


def _unsealed(lock: Lock, key: Key) -> Key | None:
    try:
        return Key(key.decrypt(_bytes(lock.sealed)).decode("ascii"))
    except (PrivacyStop, UnicodeDecodeError):
        return None


def _box(data: bytes) -> _Box:
    try:
        box = msgspec.json.decode(data, type=_Box)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise damaged() from None
    if box.format != FORMAT:
        raise DossierUnavailable(
            _("The names file was made by another version of boce."),
            hint=_("It was left as it is. Open it with the version that made it, or a newer one."),
        )
    return box


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise damaged() from None


def damaged() -> PrivacyStop:
    """The file cannot be opened by anybody."""
    return PrivacyStop(
        _("The names file is damaged and cannot be opened."),
        hint=_("The dossier itself is not touched. Put back names.age from your own backup."),
    )


def not_fitting() -> PrivacyStop:
    """None of the locks opens with this."""
    return PrivacyStop(
        _("This passphrase does not fit the names file."),
        hint=_("Nothing was changed. Try again; mind capitals and the keyboard."),
    )


# --- making locks ---------------------------------------------------------------------------------------


def passphrase_lock(label: str, key: Key, kind: str = PASSPHRASE) -> tuple[Lock, Key]:
    """A lock for a passphrase, with the secret key behind it."""
    identity = load_age().x25519.Identity.generate()
    sealed = key.encrypt(str(identity).encode("ascii"))
    lock = Lock(
        kind=kind,
        label=label_of(label),
        public=str(identity.to_public()),
        sealed=base64.b64encode(sealed).decode(),
    )
    return lock, Key(str(identity))


def key_lock(label: str, public: str) -> Lock:
    """A lock for somebody's own age key, of which only the public part is needed."""
    return Lock(kind=KEY, label=label_of(label), public=str(recipient(public.strip())))


def recipient(public: str) -> Any:
    """A public age key.

    Raises:
        BadInput: It is none.
    """
    try:
        return load_age().x25519.Recipient.from_str(public)
    except load_age().RecipientError:
        raise BadInput(
            _("This is not a public age key."), hint=_("It begins with age1. Nothing was changed.")
        ) from None


def label_of(text: str) -> str:
    """The label of a lock.

    Raises:
        BadInput: It holds something else than small letters, digits and dashes.
    """
    label = text.strip().lower()
    if not _LABEL.fullmatch(label):
        raise BadInput(
            _("Name it with small letters, digits and dashes, such as support or archive."),
            hint=_("Nothing was changed. Never a person's name: it can be read without the passphrase."),
        )
    return label


def with_lock(locks: tuple[Lock, ...], lock: Lock) -> tuple[Lock, ...]:
    """The locks with one more; one of the same name is replaced.

    Raises:
        BadInput: There are enough already.
    """
    rest = tuple(one for one in locks if one.label != lock.label)
    if len(rest) >= _MOST:
        raise BadInput(_("The names file has {n} locks already; take one away first.").format(n=len(rest)))
    return (*rest, lock)


def without_lock(locks: tuple[Lock, ...], label: str) -> tuple[Lock, ...]:
    """The locks without that one.

    Raises:
        BadInput: There is no such lock, or nobody could open the names then.
    """
    rest = tuple(one for one in locks if one.label != label)
    if len(rest) == len(locks):
        raise BadInput(
            _("The names file has no lock named {label}.").format(label=label),
            hint=_("These are there: {labels}").format(labels=", ".join(one.label for one in locks)),
        )
    if not any(one.kind != RECOVERY for one in rest):
        raise BadInput(_("Nobody could open the names then."), hint=_("Nothing was changed."))
    return rest


def new_recovery_code(entropy: Any) -> str:
    """Eight groups of four signs to print, without signs that look alike; about 158 bits."""
    signs: list[str] = []
    while len(signs) < _GROUPS * 4:
        for byte in entropy(64):
            if byte < len(_ALPHABET) * (256 // len(_ALPHABET)) and len(signs) < _GROUPS * 4:
                signs.append(_ALPHABET[byte % len(_ALPHABET)])
    return "-".join("".join(signs[n : n + 4]) for n in range(0, len(signs), 4))


def as_recovery_code(text: str) -> str:
    """The code as it was printed, however it was typed; empty when it is none."""
    signs = re.sub(r"[\s-]", "", text).upper()
    code = "-".join(signs[n : n + 4] for n in range(0, len(signs), 4))
    return code if _CODE.fullmatch(code) else ""


def own_lock(key: Key) -> tuple[Lock, Key]:
    """The first lock of a names file that gets locks, for the key it was opened with."""
    if key.is_age_key:
        return key_lock(OWN, key.public()), key
    return passphrase_lock(OWN, passphrase(key.secret))
