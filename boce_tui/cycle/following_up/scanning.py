"""The scan after a set term: per recommendation adopted, done and noticed, each with evidence (R73)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec

from boce_tui.cycle.following_up.decided import Followed, as_date, followed, months_after
from boce_tui.cycle.planning import fields
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.today import today
from boce_tui.domain.meetings import SCAN_ANSWER, SCAN_QUESTIONS, Scan, ScanAnswer
from boce_tui.domain.recommendation import Recommendation
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored


@dataclass(frozen=True)
class Scanned:
    """A recommendation and its scan.

    Attributes:
        about: The recommendation.
        scan: What was answered so far; empty when nothing was.
        due: The day from which the scan is to be done; None when nothing was decided yet.
        is_due: That day is there.
    """

    about: Followed
    scan: Scan
    due: date | None
    is_due: bool

    @property
    def waits(self) -> bool:
        """It is due, and not complete."""
        return self.is_due and not self.scan.complete


def scans(dossier: Dossier, round_id: str, day: date) -> list[Scanned]:
    """The scan of everything that is followed up from this round.

    Args:
        dossier: The dossier.
        round_id: The round one works in.
        day: The day it is.
    """
    everything = followed(dossier, round_id)
    rounds = dict.fromkeys(one.round_id for one in everything.values())
    months = {at: the_round(dossier, at).scan_months for at in rounds}
    known = {key: scan for at in rounds for key, scan in dossier.values(Scan, f"{at}/").items()}
    found = []
    for key, about in everything.items():
        since = as_date(about.decided)
        due = months_after(since, months[about.round_id]) if since else None
        found.append(Scanned(about, known.get(key, Scan()), due, bool(due and due <= day)))
    return found


def waiting(found: list[Scanned]) -> list[Scanned]:
    """Scans that are due and not complete."""
    return [one for one in found if one.waits]


def answer(
    dossier: Dossier, key: str, question: str, *, said: str | None = None, evidence: str | None = None
) -> Stored[Scan]:
    """Answer one question of the scan, or say what shows it; the day goes along.

    Args:
        dossier: The dossier.
        key: Key of the recommendation.
        question: ``adopted``, ``done`` or ``effect``.
        said: An id of ``SCAN_ANSWER``; empty takes the answer away; None leaves it.
        evidence: What shows it; None leaves it.

    Raises:
        BadInput: The recommendation is gone, or there is no such question or answer.
    """
    fields.one_of("question", question, SCAN_QUESTIONS)
    with dossier.change():
        if dossier.value(Recommendation, key) is None:
            raise BadInput(_("This recommendation was deleted."), hint=_("Bring it back with undo first."))
        before = dossier.value(Scan, key) or Scan()
        one: ScanAnswer = getattr(before, question)
        if said is not None:
            one = msgspec.structs.replace(
                one, answer=fields.one_of("answer", said, SCAN_ANSWER, needed=False)
            )
        if evidence is not None:
            one = msgspec.structs.replace(one, evidence=fields.block("evidence", evidence))
        if one == getattr(before, question):
            return dossier.save(before, key)
        day = today(dossier).isoformat()
        return dossier.save(msgspec.structs.replace(before, **{question: one, "date": day}), key)
