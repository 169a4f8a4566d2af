"""What an interviewee gets beforehand: compiled and verified like every document that goes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from boce_tui.domain.giveaways import GiveawayList, check_text
from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.reports.documents import Document, check_document
from boce_tui.reports.gates.finding import ERROR, GateFinding, Places, shown
from boce_tui.reports.model.inviting import InvitationModel, QuestionsModel
from boce_tui.reports.printing.inviting import invitation_parts, questions_parts

INVITATION, QUESTIONS = "invitation", "questions"
_TYPED = "interview"
"""What an evaluator typed for this one conversation: the place."""


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
    return check_document(document, lambda one, places: _named(one, places, giveaways))


def check_questions(document: Document[QuestionsModel]) -> tuple[GateFinding, ...]:
    """What is to be mended before the questions go out; nothing in them was typed about a person."""
    return check_document(document)


def _named(
    document: Document[InvitationModel], places: Places, giveaways: GiveawayList | None
) -> Iterator[GateFinding]:
    for number, run in enumerate(document.parsed.runs):
        texts = document.placements[number] if number < len(document.placements) else ()
        origin = next((text.origin for text in texts if text.origin.kind == _TYPED), None)
        if origin is None:
            continue
        if giveaways is None:
            message = _("The names were not checked: the names file is locked.")
            mend = _("Open the names file with its passphrase and try again.")
            yield places.finding(ERROR, "P0", message, mend)
            return
        for hit in check_text(run.text, giveaways):
            if hit.kind == "function" or hit.code in document.model.own:
                continue
            found = run.text[hit.start : hit.end]
            message = _("The name “{name}” gives a person away.").format(name=shown(found))
            mend = _("Write the place in the planning of the interview without a name.")
            yield places.finding(ERROR, "P1", message, mend, origin=origin, line=run.line, detail=fold(found))
