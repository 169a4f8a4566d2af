"""A need that was heard in interviews, without a trace of who said so.

As with candidate themes (`boce_tui.cycle.taking_in.from_interviews`): enough different people answered the
question, none of their own words is taken over, and it is of all councils: the council of one municipality
would point at the few who know it.
"""

from __future__ import annotations

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.context import question_set
from boce_tui.cycle.own_words import OWN_WORDS, taken_over
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.needs import COUNCIL_QUESTIONS, InformationNeed
from boce_tui.domain.threshold import effective
from boce_tui.locale import _
from boce_tui.store import Dossier


def questions(dossier: Dossier, round_id: str) -> dict[str, str]:
    """Id -> text of the questions of this round that are about what councils get."""
    asked = question_set(dossier, round_id)
    found = {id_: asked.get(id_) for id_ in COUNCIL_QUESTIONS}
    return {id_: str(one.text) for id_, one in found.items() if one is not None}


def check_source(
    dossier: Dossier, round_id: str, before: InformationNeed | None, after: InformationNeed
) -> None:
    """Refuse what would point at somebody.

    Args:
        dossier: The dossier.
        round_id: The round the need was noted in.
        before: What there was; None when it is new.
        after: What it is to be.

    Raises:
        FieldProblem: Too few people answered the question, the words are theirs, or it names one council.
    """
    if not after.question:
        return
    if after.municipalities:
        raise FieldProblem(
            "municipalities",
            _("What comes from the interviews is of all councils: one council would point at somebody."),
            hint=_("Leave the councils empty, or take the question of the interviews away."),
        )
    rows = Readback(dossier, round_id).answers(after.question)
    if before is None or before.question != after.question:
        least = effective(the_round(dossier, round_id).statement_threshold)
        if len({code for row in rows for code in row.people}) < least:
            message = _("Fewer than {n} people answered {question}: that would point at somebody.")
            raise FieldProblem("question", message.format(n=least, question=after.question))
    said = [text for row in rows for text in (row.answer.text, row.answer.worked_out, row.answer.words())]
    for field in ("text", "form", "source"):
        if taken_over(getattr(after, field), said):
            raise FieldProblem(
                field,
                _("These are words of an interviewee. Write it in your own words."),
                hint=_("Fewer than {n} words in a row may be the same. Nothing was changed.").format(
                    n=OWN_WORDS
                ),
            )
