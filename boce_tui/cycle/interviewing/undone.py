"""What was taken back, in one line."""

from __future__ import annotations

from boce_tui.cycle.interviewing.answering import Undone
from boce_tui.cycle.interviewing.beside import LINK, MOVE
from boce_tui.cycle.interviewing.recovery import EXTRA, NOTE
from boce_tui.locale import _


def undone_words(undone: Undone) -> str:
    """Say what it was."""
    question = undone.key.question
    if undone.what == MOVE:
        return _("The words are back where they stood.")
    if undone.what == NOTE:
        return _("Undone: note.")
    if undone.what == EXTRA:
        return _("Extra question {id} is gone again.").format(id=question)
    if undone.what == LINK:
        return _("Undone: link at question {question}.").format(question=question)
    if undone.quote:
        return _("Undone: quote at question {question}.").format(question=question)
    return _("Undone at question {question}.").format(question=question)
