"""What gives a person away: the list of forms to look for, and the search for them in a text.

The list is made by :mod:`boce_tui.names` from the encrypted names file and the bodies of the dossier.
It lives in memory only: it holds real names and is never stored, logged or shown as a whole.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

NAME_KINDS = ("full", "surname", "initials", "first", "email", "phone", "word")
"""``word`` is an extra forbidden word that the evaluators added themselves."""


class NameForm(msgspec.Struct, frozen=True, kw_only=True):
    """One way in which a person can be named.

    Attributes:
        form: What to look for, as it would be typed ("Van den Berg", "J.v.d.B.", "jvdberg@emmen.nl").
        code: The code of the person (or ``EV1``; empty for an extra forbidden word).
        kind: One of :data:`NAME_KINDS`.
        common_word: True when it is an ordinary word as well (Bakker, De Wit, Roos): a hit is a warning.
    """

    form: str
    code: str
    kind: str
    common_word: bool = False


class FunctionForm(msgspec.Struct, frozen=True, kw_only=True):
    """A function that one person holds, as it would be typed ("de burgemeester van Emmen").

    Attributes:
        form: What to look for.
        body: Id of the body or role.
    """

    form: str
    body: str


class GiveawayList(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that gives a person of this dossier away."""

    names: tuple[NameForm, ...] = ()
    functions: tuple[FunctionForm, ...] = ()


class Hit(NamedTuple):
    """A place in a text where someone is given away; offsets are code points in the text as given."""

    form: str
    start: int
    end: int
    kind: str
    severity: str
    """``error`` or ``warning``."""
