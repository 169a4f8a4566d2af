"""Opening a bundle: all of it is what was once written, or it is refused whole with the reason."""

from __future__ import annotations

import zlib
from pathlib import Path

from boce_tui.errors import BadInput
from boce_tui.exchange.bundle import content as inside
from boce_tui.exchange.bundle.content import Content
from boce_tui.exchange.bundle.cover import BEGIN, FORMAT, LONGEST, PASSPHRASE, Cover, format_of, parse
from boce_tui.exchange.bundle.limits import LARGEST, MOST_INSIDE
from boce_tui.exchange.bundle.locking import opened
from boce_tui.files import read_input
from boce_tui.locale import _
from boce_tui.names.keys import Key

_AGE = b"age-encryption.org/"


def load(path: Path) -> bytes:
    """The bytes of a file that may be a bundle.

    Raises:
        BadInput: It cannot be read, or is larger than a bundle may be.
    """
    data = read_input(path, LARGEST)
    if len(data) > LARGEST:
        raise _refused(_("This file is too large for a bundle."), path.name)
    return data


def read_cover(data: bytes, name: str) -> Cover:
    """What stands on the outside; not to be relied on before the bundle was opened.

    Raises:
        BadInput: It is not a bundle, of a newer app, or damaged.
    """
    line, end, _rest = data[: LONGEST + 1].partition(b"\n")
    cover = parse(line) if end else None
    if cover is not None:
        return cover
    if format_of(data) > FORMAT:
        raise BadInput(
            _("This bundle was made by a newer version of boce."),
            hint=_("Nothing was changed. Use a newer version of the app."),
            place=name,
        )
    if data.startswith(b"SQLite format 3\0"):
        raise BadInput(
            _("This is a whole dossier, and those are never merged."),
            hint=_("Ask for a bundle: boce export bundle. Nothing was changed."),
            place=name,
        )
    if data.startswith(b"PK\x03\x04"):
        raise BadInput(
            _("This is a zip file, not a bundle."),
            hint=_("Unpack it and give the .boce file that is in it. Nothing was changed."),
            place=name,
        )
    if data.startswith(BEGIN):
        raise damaged(name)
    raise BadInput(
        _("This is not a bundle of boce."),
        hint=_("A bundle is made with boce export bundle. Nothing was changed."),
        place=name,
    )


def read(data: bytes, key: Key, name: str) -> Content:
    """Everything in it, every revision checked.

    Raises:
        BadInput: The key does not open it, or it is not what was once made.
    """
    cover = read_cover(data, name)
    line, _end, locked = data.partition(b"\n")
    if not locked.startswith(_AGE):
        raise damaged(name)
    packed = opened(key, locked)
    if packed is None:
        raise _not_opened(cover, name)
    try:
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(packed, MOST_INSIDE)
        if not unpacker.eof or unpacker.unconsumed_tail or unpacker.unused_data:
            raise inside.Wrong
        content = inside.decode(plain)
    except (inside.Wrong, zlib.error):
        raise damaged(name) from None
    except BadInput as problem:
        problem.place = f"{name}, {problem.place}" if problem.place else name
        raise
    head = content.head
    agrees = (cover.sender, cover.revisions, cover.erased) == (
        _label(head.replica),
        head.revisions,
        head.erasures,
    )
    if head.cover.encode() != line or not agrees:
        raise _refused(_("The first line of this bundle was changed: it does not fit what is in it."), name)
    return content


def _label(replica: str) -> str:
    from boce_tui.store.having import label

    return label(replica)


def damaged(name: str) -> BadInput:
    """It is not what was once made."""
    return _refused(_("This bundle is damaged or was changed; nothing of it was taken over."), name)


def _refused(message: str, name: str) -> BadInput:
    return BadInput(
        message, hint=_("Nothing was changed in the dossier. Ask for a fresh copy of the file."), place=name
    )


def _not_opened(cover: Cover, name: str) -> BadInput:
    if cover.lock == PASSPHRASE:
        message = _("This passphrase does not open the bundle, or the bundle is damaged.")
        hint = _("Nothing was changed. Try again; mind capitals. If it is right, ask for a fresh copy.")
    else:
        message = _("This key does not open the bundle, or the bundle is damaged.")
        hint = _(
            "Nothing was changed. It was made for an age key; BOCE_BUNDLE_KEY_FILE names the file with its "
            "secret half."
        )
    return BadInput(message, hint=hint, place=name)
