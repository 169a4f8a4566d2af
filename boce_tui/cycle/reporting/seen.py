"""Privacy warnings that a person looked at: "Vos" in a text is the animal, not the interviewee (gate P2)."""

from __future__ import annotations

from boce_tui.domain.checks import SeenWarning
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.keys import join
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.reports.gates import GateFinding
from boce_tui.reports.model import Origin
from boce_tui.store import Dossier, Stored


def seen_ids(dossier: Dossier, round_id: str) -> frozenset[str]:
    """Ids of the warnings that were looked at, as long as what they are about is unchanged."""
    start = f"{round_id}/"
    return frozenset(
        key.removeprefix(start)
        for key, seen in dossier.values(SeenWarning, start).items()
        if seen.revision == _revision(dossier, seen.item)
    )


def mark_seen(dossier: Dossier, round_id: str, finding: GateFinding) -> Stored[SeenWarning]:
    """Say that a warning was looked at and does no harm.

    Raises:
        BadInput: It is no privacy warning: it has to be mended.
    """
    if not finding.confirmable:
        raise BadInput(
            _("Only a warning about names can be marked as looked at."),
            hint=_("The other ones go away when they are mended."),
        )
    item = _item(finding.origin)
    seen = SeenWarning(rule=finding.rule, item=item, revision=_revision(dossier, item))
    return dossier.save(seen, join(round_id, finding.id))


def unmark_seen(dossier: Dossier, round_id: str, finding: GateFinding) -> None:
    """Show a warning again."""
    key = join(round_id, finding.id)
    if dossier.get(SeenWarning, key) is not None:
        dossier.delete(SeenWarning, key)


def _item(origin: Origin | None) -> str:
    return f"{origin.kind}:{origin.key}" if origin and origin.kind in ENTITIES else ""


def _revision(dossier: Dossier, item: str) -> str:
    entity, _colon, key = item.partition(":")
    found = dossier.get(ENTITIES[entity], key) if entity in ENTITIES else None
    return found.id if found else ""
