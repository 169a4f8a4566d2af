"""Candidate themes that were named in interviews (question B3), without a trace of who named them (R84).

What a candidate keeps is only that it comes from the interviews: no code, key or revision of an answer;
its words are those of the evaluator, not those of an interviewee; and as long as few people named anything
nothing is shown or made, so that not even the moment points at one conversation.
"""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.own_words import OWN_WORDS, taken_over
from boce_tui.cycle.planning.fields import FieldProblem
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.taking_in.intakes import add_intake
from boce_tui.domain.answers import Items
from boce_tui.domain.intake import Intake
from boce_tui.domain.text import fold
from boce_tui.domain.threshold import effective
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

QUESTION = "B3"


@dataclass(frozen=True)
class Named:
    """What was named in the interviews.

    Attributes:
        people: So many different people named something; 0 when they are too few to say anything.
        least: From so many people on it is shown.
        topics: What they named, in alphabetical order: not in that of the interviews.
    """

    people: int
    least: int
    topics: tuple[str, ...]


def named(dossier: Dossier, round_id: str) -> Named:
    """The topics that were named, when enough people named one."""
    least = effective(the_round(dossier, round_id).statement_threshold)
    topics, people = _all_named(dossier, round_id)
    if people < least:
        return Named(0, least, ())
    return Named(people, least, tuple(sorted(dict.fromkeys(topics), key=fold)))


def add_from_interviews(dossier: Dossier, round_id: str, title: str, description: str = "") -> Stored[Intake]:
    """Make a candidate of what was named, in the evaluator's own words.

    Raises:
        BadInput: Too few people named something.
        FieldProblem: The words are those of an interviewee.
    """
    found = named(dossier, round_id)
    if not found.people:
        raise BadInput(too_few(found), hint=_("Nothing was changed."))
    topics, _people = _all_named(dossier, round_id)
    for field, text in (("title", title), ("text", description)):
        if taken_over(text, topics):
            raise FieldProblem(
                field,
                _("These are words of an interviewee. Write it in your own words."),
                hint=_("Fewer than {n} words in a row may be the same. Nothing was changed.").format(
                    n=OWN_WORDS
                ),
            )
    return add_intake(dossier, round_id, title, description=description, from_interviews=True)


def too_few(found: Named) -> str:
    """Why nothing is shown."""
    return _(
        "Fewer than {n} people named a topic. What they named is not shown here, so that it points at nobody."
    ).format(n=found.least)


def _all_named(dossier: Dossier, round_id: str) -> tuple[list[str], int]:
    topics: list[str] = []
    people: set[str] = set()
    for row in Readback(dossier, round_id).answers(QUESTION):
        value = row.answer.values.get("value")
        if isinstance(value, Items) and value.items:
            topics += [" ".join(item.split()) for item in value.items]
            people |= set(row.people)
    return topics, len(people)
