"""The proof of an erasure: counts and digests, printable, without a word of what it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from boce_tui.cycle.unveiling import unveiled
from boce_tui.cycle.withdrawing.concepts import remove_samples
from boce_tui.domain.erasing import ANSWERS, HANDOVER, NAMES, ErasureCertificate
from boce_tui.domain.keys import join
from boce_tui.domain.kinds import kind_label
from boce_tui.domain.profiles import ANSWERS as ANSWERS_SEEN
from boce_tui.domain.profiles import may
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.text import inert_line
from boce_tui.domain.vocabulary import ERASED_BECAUSE, label
from boce_tui.locale import _
from boce_tui.names import copies
from boce_tui.store import Dossier
from boce_tui.store.erasing import Erased
from boce_tui.store.ident import iso


def certificates(dossier: Dossier, round_id: str = "") -> dict[str, ErasureCertificate]:
    """Key -> proof, the oldest first."""
    found = dossier.values(ErasureCertificate, f"{round_id}/" if round_id else "")
    return dict(sorted(found.items(), key=lambda entry: (entry[1].at, entry[0])))


def proofs_to_see(dossier: Dossier, round_id: str = "") -> dict[str, ErasureCertificate]:
    """The same as this profile may see them: who may not know of an interview sees those of whole rounds."""
    with unveiled(dossier):
        found = certificates(dossier, round_id)
    if may(dossier.env.profile, ANSWERS_SEEN):
        return found
    return {key: proof for key, proof in found.items() if not proof.interview and not proof.participant}


def prove(
    dossier: Dossier,
    round_id: str,
    what: str,
    reason: str,
    erased: Erased,
    items: Mapping[str, int],
    *,
    interview: str = "",
    participant: str = "",
    shared_kept: int = 0,
) -> str:
    """Keep the proof of an erasure of a moment ago; within the same change, the files are cleaned after it.

    Args:
        dossier: The dossier.
        round_id: Of which round.
        what: A value of `ErasureCertificate.what`.
        reason: A word, never about a person.
        erased: What went.
        items: View of a kind -> how many items of it went.
        interview: Id of the interview; empty when it is about the whole round.
        participant: Code, when it was one participant.
        shared_kept: Answers of the whole table that stayed.

    Returns:
        The key of the proof.
    """
    issued = dossier.values(ReportVersion, f"{round_id}/").values()
    proof = ErasureCertificate(
        what=what,
        interview=interview,
        participant=participant,
        reason=reason,
        at=iso(dossier.env.now()),
        by=dossier.env.profile,
        items=dict(items),
        revisions=erased.revisions,
        drafts=erased.drafts,
        digest=erased.digest,
        shared_kept=shared_kept,
        versions=tuple(sorted({version.version for version in issued})),
    )
    return dossier.save(proof, new_key(dossier, round_id)).key


def new_key(dossier: Dossier, round_id: str) -> str:
    """A key for a proof that nothing else has, on whichever laptop it is written."""
    return join(round_id, f"erased-{dossier.env.entropy(4).hex()}")


def complete(dossier: Dossier) -> None:
    """Note in the proofs that everything is clean, when it is."""
    if dossier.unfinished() is not None or not dossier.writable:
        return
    late = copies.behind(dossier.folder)
    waiting = {
        key: proof
        for key, proof in certificates(dossier).items()
        if not proof.everywhere and not (late and proof.what == NAMES)
    }
    if not waiting:
        return
    done, samples = dossier.scrubbed(), tuple(remove_samples(dossier))
    with dossier.change():
        for key, proof in waiting.items():
            if done is not None and proof.at <= done.at:
                clean = msgspec.structs.replace(
                    proof, everywhere=done.at, backups=done.backups, removed=(*done.removed, *samples)
                )
            else:  # nothing had to be cleaned for it, or the clock was set back since
                clean = msgspec.structs.replace(proof, everywhere=proof.at, removed=samples)
            dossier.save(clean, key)


def proof_facts(key: str, proof: ErasureCertificate) -> list[tuple[str, str]]:
    """What a proof says, as names and facts."""
    facts = [
        (_("round"), key.split("/", maxsplit=1)[0]),
        *_about(proof),
        (_("reason to erase"), label(ERASED_BECAUSE, proof.reason)),
        (_("erased at"), _moment(proof.at)),
        (_("by profile"), proof.by),
        (_("gone from every file at"), _moment(proof.everywhere) if proof.everywhere else _("not yet")),
        (_("What went"), _counted(proof)),
        (_("versions of items that lost their text"), str(proof.revisions)),
        (_("texts that were being typed"), str(proof.drafts)),
        (_("answers of the whole table that stayed"), str(proof.shared_kept)),
        (_("Copies that were cleaned"), ", ".join(proof.backups) or _("none")),
        (_("Files that were thrown away"), ", ".join(proof.removed) or _("none")),
        (_("digest of the erased versions"), proof.digest),
    ]
    if proof.versions:
        facts.append((_("Issued versions of the report that stay as they were"), ", ".join(proof.versions)))
    return facts


def _about(proof: ErasureCertificate) -> list[tuple[str, str]]:
    if proof.what == ANSWERS:
        return [(_("what it is about"), _("everything that was said in the round"))]
    if proof.what == NAMES:
        return [(_("what it is about"), _("the names behind the codes of the round"))]
    if proof.what == HANDOVER:
        return [(_("what it is about"), _("what a later hand-over does not hold any more"))]
    return [
        (_("interview"), proof.interview),
        (_("participant"), proof.participant or _("everyone at the table")),
    ]


def _counted(proof: ErasureCertificate) -> str:
    went = ", ".join(f"{kind_label(view)} {number}" for view, number in sorted(proof.items.items()))
    return went or _("Nothing had been recorded.")


def document(key: str, proof: ErasureCertificate) -> str:
    """The proof as Markdown; the same proof gives the same text."""
    rows = [f"| {name} | {_cell(text)} |" for name, text in proof_facts(key, proof)]
    lines = [
        f"# {_('Proof of erasure')}",
        "",
        f"| {_('what')} | {_('value')} |",
        "|---|---|",
        *rows,
        "",
        _(
            "Not reached: copies, exports and printed records outside the folder of the dossier. Whoever "
            "made these has to destroy them."
        ),
        "",
        _(
            "The digest is the SHA-256 over a line for each erased version: its id, a space, its own digest. "
            "It names them, and says nothing of what they held."
        ),
    ]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """File names come from people too: nothing of Markdown in a cell."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>|&" else char for char in inert_line(text))


def _moment(text: str) -> str:
    """A moment in UTC: the same wherever it is printed."""
    return datetime.fromisoformat(text).strftime("%d-%m-%Y %H:%M UTC")
