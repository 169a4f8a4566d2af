"""Making a bundle."""

from __future__ import annotations

import hashlib
import zlib

from boce_tui.errors import BadInput
from boce_tui.exchange.bundle import content as inside
from boce_tui.exchange.bundle.content import Content
from boce_tui.exchange.bundle.cover import ENDING, LONGEST, Cover
from boce_tui.exchange.bundle.limits import LARGEST, MOST_INSIDE
from boce_tui.exchange.bundle.locking import Lock
from boce_tui.locale import _

_DIGITS = 10


def write(content: Content, lock: Lock) -> bytes:
    """The bytes of a bundle.

    Raises:
        BadInput: It is larger than a bundle may be.
    """
    line = content.head.cover.encode() + b"\n"
    if len(line) > LONGEST:
        raise too_large()
    plain = inside.encode(content)
    if len(plain) > MOST_INSIDE:
        raise too_large()
    data = line + lock.encrypt(zlib.compress(plain, 6))
    if len(data) > LARGEST:
        raise too_large()
    return data


def proposed_name(cover: Cover, data: bytes) -> str:
    """A name that no other bundle has: its content never changes, so any folder or stick may carry it."""
    digest = hashlib.sha256(data).hexdigest()[:_DIGITS]
    parts = ["boce", cover.rounds[-1] if cover.rounds else "", cover.sender.lower(), cover.numbers.strip("-")]
    return "-".join([*(part for part in parts if part), digest]) + ENDING


def too_large() -> BadInput:
    """There is more in it than one bundle may hold."""
    return BadInput(
        _("This is more than one bundle may hold."),
        hint=_("Send it in parts: boce export bundle --numbers. Nothing was written."),
    )
