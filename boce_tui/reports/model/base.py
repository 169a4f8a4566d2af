"""What every part of the report model is made of: plain data, texts with their origin, themes."""

from __future__ import annotations

import msgspec


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Plain data of the report."""


class Origin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a text comes from: the item of the dossier and its field, or a question set (``instrument``)."""

    kind: str
    key: str = ""
    field: str = "text"


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text of people.

    Attributes:
        value: The text as stored.
        origin: Where it can be mended.
        fillable: True for hand-written chapter texts: ``{agenda}`` and the like are filled in.
    """

    value: str
    origin: Origin
    fillable: bool = False

    def __bool__(self) -> bool:
        return bool(self.value.strip())

    def __str__(self) -> str:
        return self.value


NO_TEXT = Text("", Origin("none"))


class Theme(Data, frozen=True, kw_only=True):
    """A theme of the agenda."""

    id: str
    name: Text
    stopped_undecided: bool = False
    """True when work on it ended without a formal decision (C12)."""
