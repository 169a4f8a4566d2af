"""What every entity of the dossier has in common."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Entity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=False):
    """A thing that is kept in the dossier as revisions.

    Attributes:
        entity: Name under which revisions are stored.
        view: Name of the SQL view that shows the current ones (glossary term, plural).
        lasting: True when it also stays when a backup from before it is put back.
    """

    entity: ClassVar[str] = ""
    view: ClassVar[str] = ""
    lasting: ClassVar[bool] = False

    def words(self) -> str:
        """The text that full-text search finds this item by; empty when it is not searched."""
        return ""
