"""A document on its way out: made, checked, and after it was written noted in the export log.

Every document beside the report goes this way: ``prepare_...`` of its own module builds the model and calls
`outgoing`, or makes an `Outgoing` with checks of its own; the front door writes the file when ``exit_code``
is 0, and calls `wrote`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from boce_tui.cycle.reporting.between_versions import RULE as BETWEEN
from boce_tui.cycle.reporting.issuing import known_giveaways, placed
from boce_tui.cycle.reporting.seen import seen_ids
from boce_tui.cycle.reporting.unnamed import unnamed
from boce_tui.cycle.titles import Titles
from boce_tui.cycle.versions.log import log_export
from boce_tui.names import Names
from boce_tui.reports.checking import exit_code
from boce_tui.reports.documents import Document, Rule
from boce_tui.reports.gates import GateFinding
from boce_tui.reports.outgoing import check_outgoing
from boce_tui.store import Dossier


@dataclass(frozen=True)
class Outgoing:
    """A document that was made and checked, but not written yet.

    Attributes:
        kind: What it is, an id of ``DOCUMENTS``.
        audience: For whom, an id of ``READERS``.
        version: Version of the report it belongs to, or empty.
        language: Language of the document.
        markdown: The file: UTF-8, LF.
        findings: What is to be mended or looked at, in document order.
        about: Id of the interview, of a record.
        people: Over how many people each of its figures is, to compare later documents with (P10).
    """

    kind: str
    audience: str
    version: str
    language: str
    markdown: bytes
    findings: tuple[GateFinding, ...]
    about: str = ""
    people: Mapping[str, int] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """0 when it may leave; 1 or 5 when it may not (command line contract)."""
        return exit_code(self.findings)

    @property
    def between(self) -> str:
        """What it tells together with what went out before (P10), to read before it is written; or empty."""
        return "\n".join(f"{one.message} {one.how_to_mend}" for one in self.findings if one.rule == BETWEEN)


def outgoing(
    dossier: Dossier,
    round_id: str,
    names: Names,
    document: Document[Any],
    kind: str,
    *,
    audience: str,
    version: str = "",
    rules: Sequence[Rule[Any]] = (),
    before: Sequence[GateFinding] = (),
    people: Mapping[str, int] | None = None,
) -> Outgoing:
    """Check a document; nothing is written.

    Args:
        dossier: The dossier.
        round_id: The round it is about.
        names: The names file. While it is locked the name check is missing, which stops the document (P0).
        document: The document.
        kind: An id of ``DOCUMENTS``.
        audience: An id of ``READERS``.
        version: Version of the report it belongs to.
        rules: Rules of its own.
        before: What was found while its model was made; what somebody looked at is left out.
        people: Over how many people each of its figures is, when no version of it is kept.
    """
    allowed = seen_ids(dossier, round_id)
    found = check_outgoing(document, known_giveaways(dossier, names), *rules, allowed=allowed)
    open_ = (one for one in before if one.id not in allowed)
    findings = (*open_, *placed_findings(dossier, round_id, names, found))
    data = document.markdown.encode()
    return Outgoing(kind, audience, version, document.language, data, findings, people=people or {})


def placed_findings(
    dossier: Dossier, round_id: str, names: Names, found: Iterable[GateFinding]
) -> tuple[GateFinding, ...]:
    """What was found in a document, each with the words for its place; first whose names are not known."""
    titles, seen = Titles(dossier, round_id), seen_ids(dossier, round_id)
    own = (one for one in unnamed(dossier, round_id, names) if one.id not in seen)
    return (*own, *(placed(titles, names, one) for one in found))


def wrote(dossier: Dossier, round_id: str, made: Outgoing) -> None:
    """Note in the export log that the document was written.

    Raises:
        DossierUnavailable: The dossier cannot be written; the file that was written stays.
    """
    log_export(
        dossier,
        round_id,
        made.kind,
        made.markdown,
        audience=made.audience,
        version=made.version,
        about=made.about,
        language=made.language,
        people=made.people,
    )
