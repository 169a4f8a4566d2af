"""What is kept of an erasure: that it happened, and how much went; nothing of what it was."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity

INTERVIEW, PARTICIPANT, ANSWERS, NAMES = "interview", "participant", "answers", "names"
"""Values of `ErasureCertificate.what`."""
HANDOVER = "handover"
"""The same, and the reason: a later hand-over does not hold it any more."""

NAMES_GOING = "names-going"
"""Under this name the dossier remembers that names are being taken out, until the proof is there."""


class ErasureCertificate(Entity, frozen=True, kw_only=True):
    """Proof of one erasure; key ``{round}/erased-{id}``. It holds counts and digests, never content."""

    entity: ClassVar[str] = "erasure_certificate"
    view: ClassVar[str] = "erasure_certificates"
    lasting: ClassVar[bool] = True
    what: str
    """``interview``: all of it; ``participant``: what one of several people at the table said; ``answers``:
    everything that was said in the round; ``names``: who was behind its codes; ``handover``: at programme
    support, what the evaluators took out."""
    interview: str
    """Id of the interview within the round (``G07``); empty when it is about the whole round."""
    participant: str = ""
    """Code, when it was one participant."""
    reason: str
    """An id of ``ERASURE_REASON``, or ``handover``."""
    at: str
    """When the texts were erased, ISO in UTC."""
    by: str
    """Profile; never a person's name."""
    items: dict[str, int] = msgspec.field(default_factory=dict)
    """Name of the view of a kind -> how many items of it went."""
    revisions: int = 0
    drafts: int = 0
    digest: str = ""
    """SHA-256 over the ids and digests of the erased revisions."""
    shared_kept: int = 0
    """Answers of the whole table that stayed, because the evaluator chose so."""
    versions: tuple[str, ...] = ()
    """Issued versions of the report that stay as they were."""
    everywhere: str = ""
    """When the last file was clean, ISO in UTC; empty as long as something still holds words."""
    backups: tuple[str, ...] = ()
    """Names of the backups that were cleaned."""
    removed: tuple[str, ...] = ()
    """Names of files that were thrown away."""
