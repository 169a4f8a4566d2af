"""What the doctor says of what was erased: it is no damage, but it has to be gone, and gone everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.locale import _, ngettext
from boce_tui.store import erasures, scrubbing
from boce_tui.store.check import Check
from boce_tui.store.engine import sqlite3


def erased_checks(conn: sqlite3.Connection) -> Iterator[Check]:
    """Look at the erased revisions of an open file."""
    bare = "select count(*) from revision where payload is null and id not in (select rev from erasure)"
    missing = int(conn.execute(bare).fetchone()[0])
    if missing:
        text = ngettext(
            "{n} revision has lost its text, and nothing says that it was erased.",
            "{n} revisions have lost their text, and nothing says that they were erased.",
            missing,
        )
        yield Check("erased", ok=False, text=text.format(n=missing), mends="salvage")
    there = erasures.remaining(conn)
    if there:
        text = ngettext(
            "{n} revision still holds a text that was erased.",
            "{n} revisions still hold texts that were erased.",
            there,
        )
        yield Check("erased", ok=False, text=text.format(n=there), mends="derive")
    gone = len(erasures.every(conn))
    if gone and not there:
        text = ngettext(
            "{n} revision was erased; its digest can no longer be checked.",
            "{n} revisions were erased; their digests can no longer be checked.",
            gone,
        )
        yield Check("erased", ok=True, text=text.format(n=gone))
    waiting = scrubbing.pending(conn)
    if waiting is not None:
        text = _("Not gone everywhere yet: {files}. boce erase --finish goes on with it.")
        yield Check("erasing", ok=True, text=text.format(files=", ".join(waiting.left)))
