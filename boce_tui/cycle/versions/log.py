"""The export log: what left the app, in which version, for whom, when (R64)."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from boce_tui.cycle.trailing import record
from boce_tui.domain.exporting import DOCUMENTS, READERS, ExportEntry
from boce_tui.store import Dossier, Stored


def log_export(
    dossier: Dossier,
    round_id: str,
    document: str,
    data: bytes,
    *,
    audience: str = "evaluators",
    version: str = "",
    about: str = "",
    language: str = "nl",
    people: Mapping[str, int] | None = None,
) -> Stored[ExportEntry]:
    """Note that a document was written. Call it after the file is there.

    Args:
        dossier: The dossier, to write in.
        round_id: The round it is about.
        document: An id of ``DOCUMENTS``.
        data: The file; only its digest and size are kept.
        audience: An id of ``READERS``.
        version: Version of the report, when it has one.
        about: Id of the interview, of a record.
        language: Language of the document.
        people: Over how many people each of its figures is, to compare later documents with (P10).

    Raises:
        DossierUnavailable: The dossier cannot be written.
    """
    if document not in DOCUMENTS or audience not in READERS:
        raise ValueError(f"unknown document or reader: {document}, {audience}")
    entry = ExportEntry(
        document=document,
        audience=audience,
        about=about,
        version=version,
        language=language,
        sha256=sha256(data).hexdigest(),
        size=len(data),
        people=dict(people or {}),
    )
    with dossier.change() as change:
        number = len(dossier.all(ExportEntry, f"{round_id}/")) + 1
        # A number to read in order, and a part of its own: two laptops may write the same number.
        key = f"{round_id}/{number:05d}-{dossier.env.entropy(3).hex()}"
        saved = change.save(entry, key)
    record(dossier, "export", document=document, audience=audience, round=round_id, sha256=entry.sha256[:16])
    return saved


def exports(dossier: Dossier, round_id: str) -> list[Stored[ExportEntry]]:
    """Everything that left the app for a round, the latest first."""
    return sorted(
        dossier.all(ExportEntry, f"{round_id}/"), key=lambda item: (item.at, item.key), reverse=True
    )


def log_made(
    dossier: Dossier,
    round_id: str,
    document: str,
    data: bytes,
    audience: str = "evaluators",
    *,
    version: str = "",
) -> None:
    """Note that a file was made, where nothing is done with the note."""
    log_export(dossier, round_id, document, data, audience=audience, version=version)
