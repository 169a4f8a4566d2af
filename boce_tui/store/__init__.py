"""The dossier on SQLite: append-only revisions, drafts, search, backup and repair.

Everything outside this package uses the names below; design and reasons: docs/architecture.md.
"""

from boce_tui.store.dossier import Dossier
from boce_tui.store.fulltext import Hit
from boce_tui.store.rows import RevisionRow, Stored

__all__ = ["Dossier", "Hit", "RevisionRow", "Stored"]
