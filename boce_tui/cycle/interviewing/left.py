"""What an answer says that is not asked for any more: everything, also what was only chosen."""

from __future__ import annotations

from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.interviewing.conversation import Conversation
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.vocabulary import SKIP_REASON, label
from boce_tui.locale import _


def left_question(talk: Conversation, key: AnswerKey) -> str:
    """The words of a question that is not on the route."""
    asked = talk.off_route(key)
    return str(asked.text) if asked else key.question


def left_lines(talk: Conversation, key: AnswerKey) -> list[str]:
    """What was chosen and filled in, then the words; of a question that was skipped why."""
    answer = talk.answers.value(key)
    lines = Sayer(talk.dossier, talk.round_id, talk.instrument).lines(key.question, answer.values)
    if answer.said.strip():
        lines.append(answer.said)
    if not lines and answer.skipped:
        lines.append(_("Skipped: {reason}").format(reason=label(SKIP_REASON, answer.skipped.reason)))
    return lines
