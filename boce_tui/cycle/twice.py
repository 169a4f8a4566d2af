"""Which items have two versions that somebody has to compare, for the sign beside them."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from boce_tui.store import Dossier

_known: WeakKeyDictionary[Dossier, tuple[int, frozenset[str]]] = WeakKeyDictionary()


def keys_with_two_versions(dossier: Dossier) -> frozenset[str]:
    """Their keys; worked out again only after a change."""
    now = dossier.changes()
    found = _known.get(dossier)
    if found is None or found[0] != now:
        found = _known[dossier] = (now, frozenset(key for _entity, key in dossier.conflicts()))
    return found[1]
