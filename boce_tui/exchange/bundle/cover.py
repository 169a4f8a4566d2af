"""The one line of a bundle that everybody can read: what is in it, of whom no word."""

from __future__ import annotations

import re
from typing import NamedTuple

from boce_tui.locale import N_, _

ENDING = ".boce"
FORMAT = 1
BEGIN = b"boce-bundle/"
LONGEST = 500
PASSPHRASE, KEY = "passphrase", "key"
ROUND = re.compile(r"(?:199[0-9]|2[0-9]{3})(?:-[0-9]{1,2})?")
"""Id of a round as it may stand outside: a year, and which one in that year; never words."""
_LINE = re.compile(
    r"boce-bundle/(?P<format>[1-9][0-9]{0,5}) round=(?P<rounds>-|[0-9,-]{1,200}) "
    r"from=(?P<sender>[0-9A-F]{6}) numbers=(?P<numbers>-|[0-9]{1,9}-[0-9]{1,9}) "
    r"revisions=(?P<revisions>[0-9]{1,9}) erased=(?P<erased>[0-9]{1,9}) for=(?P<lock>passphrase|key)"
)
_FORMAT = re.compile(rb"boce-bundle/([1-9][0-9]{0,5}) ")
LOCKS = {PASSPHRASE: N_("a passphrase"), KEY: N_("an age key")}


class Cover(NamedTuple):
    """What stands on the outside.

    Attributes:
        rounds: Ids of the rounds it is about; only years, never words.
        sender: Label of the copy of the dossier that made it.
        numbers: First and last number of the sender's own revisions in it; ``-`` when there are none.
        revisions: How many revisions.
        erased: How many erasures.
        lock: ``passphrase`` or ``key``.
    """

    rounds: tuple[str, ...]
    sender: str
    numbers: str
    revisions: int
    erased: int
    lock: str

    def line(self) -> str:
        """The line itself, without its end."""
        rounds = ",".join(one for one in self.rounds if ROUND.fullmatch(one)) or "-"
        return (
            f"boce-bundle/{FORMAT} round={rounds} from={self.sender} numbers={self.numbers} "
            f"revisions={self.revisions} erased={self.erased} for={self.lock}"
        )

    def told(self) -> str:
        """The same for people."""
        text = _(
            "Round {round}, from laptop {sender}: {n} changes, its own numbers {numbers}; locked with {lock}"
        )
        return text.format(
            round=", ".join(self.rounds) or "-",
            sender=self.sender,
            n=self.revisions,
            numbers=self.numbers,
            lock=_(LOCKS[self.lock]),
        )


def parse(line: bytes) -> Cover | None:
    """The cover; None when it is not one."""
    try:
        match = _LINE.fullmatch(line.decode("ascii"))
    except UnicodeDecodeError:
        return None
    if match is None or int(match["format"]) != FORMAT:
        return None
    rounds = () if match["rounds"] == "-" else tuple(match["rounds"].split(","))
    found = Cover(
        rounds,
        match["sender"],
        match["numbers"],
        int(match["revisions"]),
        int(match["erased"]),
        match["lock"],
    )
    return found if found.line().encode() == line else None


def format_of(data: bytes) -> int:
    """The number of the format of something that begins like a bundle; 0 when it does not."""
    match = _FORMAT.match(data)
    return int(match[1]) if match else 0
