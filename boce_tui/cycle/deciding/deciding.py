"""Noting what a body advised or decided (R67, R68)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boce_tui.cycle.deciding.standing import ADVICE, DECISION, KINDS, VOTE, colleges, decision_key
from boce_tui.cycle.today import today
from boce_tui.domain.agenda import Body
from boce_tui.domain.dates import parse_day
from boce_tui.domain.recommendation import Decision, Recommendation
from boce_tui.domain.reviewing import STEERING_GROUP
from boce_tui.domain.text import clean_entry
from boce_tui.domain.vocabulary import DECISION_CHOICE
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

NEEDS_MOTIVATION = ("adopt_changed", "reject")
"""Choices that need a reason, in advice and in a decision."""


@dataclass(frozen=True)
class Said:
    """What a body says.

    Attributes:
        choice: An id of ``DECISION_CHOICE``.
        date: The day it was decided (``YYYY-MM-DD``); today when empty.
        motivation: Why.
        text: The recommendation in its changed form.
        owner: Who takes it up.
        deadline: By when.
        document: Where it is written down.
    """

    choice: str
    date: str = ""
    motivation: str = ""
    text: str = ""
    owner: str = ""
    deadline: str = ""
    document: str = ""


def kind_of(dossier: Dossier, body: str) -> str:
    """Whether what this body says is a vote, an advice or a decision."""
    if body.startswith("member-"):
        return VOTE
    return DECISION if body in colleges(dossier) else ADVICE


def find_body(dossier: Dossier, written: str) -> str:
    """The body that somebody means.

    Args:
        dossier: The dossier.
        written: Its id, or its name as people write it: "Emmen", "stuurgroep", "member-b".

    Raises:
        BadInput: There is no such body, or the name fits more than one.
    """
    places = colleges(dossier)
    bodies = {key: body.name for key, body in dossier.values(Body).items()}
    known = {STEERING_GROUP, *bodies, *places}
    if written in known or written.startswith("member-"):
        return written
    names = [
        (STEERING_GROUP, _("steering group")),
        *bodies.items(),
        *places.items(),
        *((k, k) for k in known),
    ]
    meant = {key for key, name in names if _plain(name) == _plain(written)}
    if len(meant) == 1:
        return meant.pop()
    raise BadInput(
        _("There is no body {body}.").format(body=written),
        hint=_("Usual ones are: {known}").format(known=", ".join((STEERING_GROUP, *places))),
    )


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def motivation_missing(kind: str, choice: str, motivation: str) -> bool:
    """True when this choice needs a reason that is not there; a vote needs none."""
    return kind != VOTE and choice in NEEDS_MOTIVATION and not motivation.strip()


def decide(dossier: Dossier, recommendation: str, body: str, said: Said, kind: str = "") -> Stored[Decision]:
    """Note what a body says about a recommendation; what it said before stays in the history.

    Args:
        dossier: The dossier.
        recommendation: Key of the recommendation.
        body: ``steering_group``, another body, a municipality (its college), or ``member-b``.
        said: What it says.
        kind: ``advice``, ``vote`` or ``decision``; by the body when not given.

    Raises:
        BadInput: The recommendation is gone, the date is no date, or the motivation is missing.
    """
    kind = kind or kind_of(dossier, body)
    if kind not in KINDS or said.choice not in DECISION_CHOICE:
        raise BadInput(_("There is no such choice."))
    date = parse_day(said.date) if said.date else today(dossier).isoformat()
    if date is None:
        raise BadInput(_("{value} is not a date.").format(value=said.date), hint=_("Write it as 14-10-2041."))
    if motivation_missing(kind, said.choice, said.motivation):
        raise BadInput(
            _("Not adopting, or adopting in changed form, needs a motivation."),
            hint=_("Write why in one or two sentences. Nothing was changed."),
        )
    with dossier.change() as change:
        if change.value(Recommendation, recommendation) is None:
            raise BadInput(_("This recommendation was deleted."), hint=_("Bring it back with undo first."))
        value = Decision(
            kind=kind,
            choice=said.choice,
            date=date,
            motivation=clean_entry(said.motivation).strip(),
            document=clean_entry(said.document).strip(),
            municipality=body if body in colleges(dossier) else "",
            text=clean_entry(said.text).strip(),
            owner=clean_entry(said.owner).strip(),
            deadline=clean_entry(said.deadline).strip(),
        )
        return change.save(value, decision_key(recommendation, body, kind))


def withdraw(dossier: Dossier, key: str) -> None:
    """Take a vote, an advice or a decision away; undo brings it back."""
    dossier.delete(Decision, key)


def different_texts(votes: Sequence[Decision]) -> bool:
    """Members agree to change a recommendation, and not on what it becomes."""
    return len({" ".join(vote.text.split()) for vote in votes if vote.text.strip()}) > 1


def confirm(dossier: Dossier, recommendation: str, choice: str = "") -> Stored[Decision]:
    """Make the advice of the steering group out of the votes of its members.

    Args:
        dossier: The dossier.
        recommendation: Key of the recommendation.
        choice: What it is to be; the choice of all members when they agree.

    Raises:
        BadInput: Nobody voted, they do not agree and no choice was made, they want different texts, or a
            motivation is missing.
    """
    votes = [v for v in dossier.values(Decision, f"{recommendation}/").values() if v.kind == VOTE]
    choices = {vote.choice for vote in votes}
    if not votes:
        raise BadInput(_("No member has voted on this recommendation yet."))
    if not choice and len(choices) > 1:
        raise BadInput(
            _("The members do not agree."), hint=_("Choose what the advice is to be, and write why.")
        )
    choice = choice or choices.pop()
    of_choice = [vote for vote in votes if vote.choice == choice]
    if different_texts(of_choice):
        raise BadInput(
            _("The members want it changed in different ways."),
            hint=_("Note the advice with the text that it is to be. Nothing was changed."),
        )

    def together(field: str) -> str:
        return "\n".join(dict.fromkeys(filter(None, (getattr(vote, field) for vote in of_choice))))

    said = Said(
        choice,
        motivation=together("motivation"),
        text=together("text"),
        owner=together("owner"),
        deadline=together("deadline"),
    )
    return decide(dossier, recommendation, STEERING_GROUP, said, ADVICE)
