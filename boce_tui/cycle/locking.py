"""What stands fixed because the person approved it: the answers, values and quotes of an approved record.

The rule is here once and asked by everything that changes an answer or a quote, whatever the screen shows.
Opening an approved record again is `boce_tui.cycle.approving.unlock`: it asks a reason, which is kept.
"""

from __future__ import annotations

from collections.abc import Mapping

from boce_tui.domain.base import Entity
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import AnswerKey, join, last
from boce_tui.domain.round import Interview
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier

LOCKED = "approved"
"""The state of an interview in which its record is locked."""
WITHDRAWN = "withdrawn"
"""The state of an interview of which everything that was said is erased."""


def locked(dossier: Dossier, interview: str) -> bool:
    """True when the record of the interview with that key is approved."""
    found = dossier.value(Interview, interview)
    return found is not None and found.state == LOCKED


def withdrawn(dossier: Dossier, interview: str) -> bool:
    """True when the interview with that key was withdrawn: nothing is written in it any more."""
    found = dossier.value(Interview, interview)
    return found is not None and found.state == WITHDRAWN


def check_open(dossier: Dossier, interview: str) -> None:
    """See to it that answers and quotes of an interview may be changed.

    Args:
        dossier: The dossier.
        interview: Key of the interview (``2041/G07``).

    Raises:
        BadInput: Its record is approved, or it was withdrawn.
    """
    if withdrawn(dossier, interview):
        raise BadInput(
            _("{interview} was withdrawn: what was said in it is erased.").format(interview=last(interview)),
            hint=_("Nothing was changed. To speak with them again, plan a new interview."),
        )
    if locked(dossier, interview):
        raise BadInput(
            _("The record of {interview} is approved: answers and quotes stand fixed.").format(
                interview=last(interview)
            ),
            hint=_("Nothing was changed. Unlock it first, with a reason: ^p and 'Unlock the record'."),
        )


def interview_of(dossier: Dossier, entity: str, key: str) -> str:
    """Key of the interview an answer or quote belongs to; empty for anything else."""
    if entity == Quote.entity:
        quote = dossier.value(Quote, key) or _last_known(dossier, key)
        entity, key = (Answer.entity, quote.answer) if quote else ("", "")
    if entity != Answer.entity:
        return ""
    place = AnswerKey.parse(key)
    return join(place.round, place.interview)


def _last_known(dossier: Dossier, key: str) -> Quote | None:
    """A quote that was deleted, as it was."""
    return next((item.value for item in reversed(dossier.history(Quote, key)) if item.value), None)


def check_item(dossier: Dossier, entity: str, key: str) -> None:
    """As `check_open`, for any item; what belongs to no interview is always open."""
    interview = interview_of(dossier, entity, key)
    if interview:
        check_open(dossier, interview)


def check_quote(dossier: Dossier, key: str, changes: Mapping[str, object]) -> None:
    """As `check_item`, for a change of a quote.

    What the person says about a quote may always be noted: that a quote that was asked for may be used, and
    that a quote is taken back. Its words stand fixed.
    """
    quote = dossier.value(Quote, key)
    only = dict(changes)
    taken_back = only == {"approval": "refused"}
    answered = only == {"approval": "yes"} and quote is not None and quote.approval == "asked"
    if not (taken_back or answered):
        check_item(dossier, Quote.entity, key)


def check_undo(before: Entity | None, after: Entity | None, *, may_open: bool) -> None:
    """See to it that a step back neither approves a record nor opens an approved one without a reason.

    Args:
        before: The item as it is now.
        after: The item as the step back would make it.
        may_open: The approval itself is taken back, in the session in which it was given.

    Raises:
        BadInput: It would.
    """
    if not isinstance(before, Interview) or not isinstance(after, Interview):
        return
    if before.state == WITHDRAWN != after.state:
        raise BadInput(
            _("A withdrawal is not taken back: what was said is erased."),
            hint=_("Nothing was changed. To speak with them again, plan a new interview."),
        )
    approved, approves = before.state == LOCKED, after.state == LOCKED
    if approves and not approved:
        raise BadInput(
            _("A step back does not approve a record: its texts may have been changed since."),
            hint=_("Nothing was changed. Have it approved again on the screen Approval."),
        )
    if approved and not approves and not may_open:
        raise BadInput(
            _("An approved record is not opened by a step back: that asks a reason."),
            hint=_("Nothing was changed. Unlock it in the app: ^p and 'Unlock the record'."),
        )
