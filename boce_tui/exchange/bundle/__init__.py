"""Bundles: revisions on their way from one laptop to another, encrypted with age behind one readable line.

``boce-bundle/1 round=2041 from=7F3A2C numbers=41-57 revisions=60 erased=0 for=passphrase`` and then the age
file. Inside: the same line once more, what the sender has, every revision and every erasure on a line of its
own, and a digest over all of it; compressed. No names are in it: those are in ``names.age``, which travels
apart.
"""

from boce_tui.exchange.bundle.content import Content, Head
from boce_tui.exchange.bundle.cover import ENDING, Cover
from boce_tui.exchange.bundle.locking import KEY_VARIABLE, ForRecipient, find_key, recipient
from boce_tui.exchange.bundle.reading import read, read_cover
from boce_tui.exchange.bundle.writing import proposed_name, write

__all__ = [
    "ENDING",
    "KEY_VARIABLE",
    "Content",
    "Cover",
    "ForRecipient",
    "Head",
    "find_key",
    "proposed_name",
    "read",
    "read_cover",
    "recipient",
    "write",
]
