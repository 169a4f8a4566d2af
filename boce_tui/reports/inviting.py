"""What an interviewee gets beforehand: compiled and verified like every document that goes out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from boce_tui.domain.giveaways import GiveawayList, check_text
from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.reports.documents import Document, check_document
from boce_tui.reports.gates.finding import ERROR, GateFinding, Places, shown
from boce_tui.reports.model.base import Text
from boce_tui.reports.model.inviting import InvitationModel, QuestionsModel
from boce_tui.reports.printing.inviting import invitation_parts, questions_parts

INVITATION, QUESTIONS = "invitation", "questions"
_TYPED = ("interview", "recommendation")
"""What a person wrote for this conversation or in this evaluation: the place, an earlier recommendation.

It never goes out unchecked. Titles and names out of the registers stand in every document; they are checked
as well, but do not ask for the names file by themselves: a round can be prepared before there is one.
"""


def compile_invitation(model: InvitationModel, folder: Path | None = None) -> Document[InvitationModel]:
    """The invitation; the same model gives the same bytes."""
    return Document(INVITATION, model, model.language, invitation_parts, folder)


def compile_questions(model: QuestionsModel, folder: Path | None = None) -> Document[QuestionsModel]:
    """The list of questions; the same model gives the same bytes."""
    return Document(QUESTIONS, model, model.language, questions_parts, folder)


def check_invitation(
    document: Document[InvitationModel], giveaways: GiveawayList | None
) -> tuple[GateFinding, ...]:
    """What is to be mended before the invitation goes out: nobody else's name may stand in it.

    Args:
        document: The invitation.
        giveaways: Names to look for; None when the names file is locked (P0).
    """
    own = document.model.own
    return check_document(document, lambda one, places: _named(one.placements, places, giveaways, own))


def check_questions(
    document: Document[QuestionsModel], giveaways: GiveawayList | None
) -> tuple[GateFinding, ...]:
    """What is to be mended before the questions go out: nobody else's name may stand in them.

    Args:
        document: The questions.
        giveaways: Names to look for; None when the names file is locked (P0).
    """
    own = document.model.own
    return check_document(document, lambda one, places: _named(one.placements, places, giveaways, own))


def _named(
    placements: Sequence[Sequence[Text]],
    places: Places,
    giveaways: GiveawayList | None,
    own: Collection[str],
) -> Iterator[GateFinding]:
    for run, texts in zip(places.parsed.runs, placements, strict=False):
        origin = next((text.origin for text in texts if text.origin.kind in _TYPED), None)
        if giveaways is None:
            if origin is not None:
                message = _("The names were not checked: the names file is locked.")
                mend = _("Open the names file with its passphrase and try again.")
                yield places.finding(ERROR, "P0", message, mend)
                return
            continue
        for hit in check_text(run.text, giveaways):
            if hit.kind == "function" or hit.code in own:
                continue
            place = origin is not None and origin.kind == "interview"
            if hit.severity != ERROR and not place:
                continue  # an ordinary word as well, in a sentence that was not written about anybody
            found = run.text[hit.start : hit.end]
            message = _("The name “{name}” gives a person away.").format(name=shown(found))
            mend = (
                _("Write the place in the planning of the interview without a name.")
                if place
                else _("Take it out.")
            )
            where = origin or next((text.origin for text in texts), None)
            yield places.finding(ERROR, "P1", message, mend, origin=where, line=run.line, detail=fold(found))
