"""``boce decide``: what a body advised or decided on a recommendation, noted or taken away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env
    from boce_tui.store import Dossier

_VOTES = "votes"
_NOTHING = "nothing"


def register(commands: Commands[Parser]) -> None:
    """Add the command."""
    text = _("note what a body advised or decided on a recommendation")
    decide = commands.add_parser("decide", help=text, description=text, allow_abbrev=False)
    decide.add_argument("number", metavar=_("NUMBER"), help=_("the number of the recommendation, such as 2b"))
    decide.add_argument(
        "body", metavar=_("BODY"), help=_("steering_group, a municipality (its college), or another body")
    )
    decide.add_argument(
        "choice",
        choices=("adopt", "adopt_changed", "reject", "hold", _VOTES, _NOTHING),
        help=_(
            "votes: what the members chose, when they agree, becomes the advice of the steering group; "
            "nothing: take away what was noted by mistake"
        ),
    )
    decide.add_argument("--kind", choices=("advice", "decision"), default="", help=_("if not the usual one"))
    decide.add_argument("--date", default="", metavar=_("DAY"), help=_("the day, as 14-10-2041; else today"))
    for option, about in (
        ("--motivation", _("why; needed for reject and adopt_changed")),
        ("--text", _("the recommendation in its changed form")),
        ("--owner", _("who takes it up")),
        ("--deadline", _("by when")),
        ("--document", _("where it is written down")),
    ):
        decide.add_argument(option, default="", metavar=_("TEXT"), help=about)
    decide.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    decide.set_defaults(run=_decide)


def _decide(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.deciding.deciding import find_body
    from boce_tui.cycle.deciding.standing import body_words, standings
    from boce_tui.errors import BadInput

    _check_details(args)
    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        found = {one.number: one.key for one in standings(dossier, round_id)}
        if args.number not in found:
            raise BadInput(
                _("There is no recommendation {number} in this round.").format(number=args.number),
                hint=_("These exist: {numbers}").format(numbers=", ".join(found)),
            )
        body = find_body(dossier, args.body)
        done = _noted(dossier, found[args.number], body, args)
        who = body_words(dossier, body)
    tell(env, _("{number}, {who}: {choice}").format(number=args.number, who=who, choice=done))
    return 0


def _check_details(args: argparse.Namespace) -> None:
    """What goes with a choice of one body goes with nothing else: it would be lost without a word."""
    from boce_tui.errors import UsageProblem

    if args.choice not in (_VOTES, _NOTHING):
        return
    options = ["date", "motivation", "text", "owner", "deadline", "document"]
    if args.choice == _VOTES:
        options.append("kind")
    given = [f"--{name}" for name in options if getattr(args, name)]
    if given:
        raise UsageProblem(
            _("With {choice} there is no {options}.").format(choice=args.choice, options=", ".join(given)),
            hint=_("Leave it out. Nothing was changed."),
        )


def _noted(dossier: Dossier, recommendation: str, body: str, args: argparse.Namespace) -> str:
    """Do it.

    Returns:
        What there is now, in words.
    """
    from boce_tui.cycle.deciding.deciding import Said, confirm, decide, kind_of, withdraw
    from boce_tui.cycle.deciding.standing import decision_key
    from boce_tui.domain.recommendation import Decision
    from boce_tui.domain.reviewing import STEERING_GROUP
    from boce_tui.domain.vocabulary import DECISION_CHOICE, label
    from boce_tui.errors import BadInput, UsageProblem

    if args.choice == _NOTHING:
        key = decision_key(recommendation, body, args.kind or kind_of(dossier, body))
        if dossier.value(Decision, key) is None:
            raise BadInput(
                _("Nothing of {body} was noted on {number}.").format(body=args.body, number=args.number),
                hint=_("boce review views shows who said what. Nothing was changed."),
            )
        withdraw(dossier, key)
        return _("taken away; boce undo decision:{key} brings it back").format(key=key)
    if args.choice == _VOTES:
        if body != STEERING_GROUP:
            raise UsageProblem(
                _("Only the advice of the steering group comes from votes of its members."),
                hint=_("Note what this body says itself. Nothing was changed."),
            )
        saved = confirm(dossier, recommendation)
    else:
        said = Said(
            args.choice, args.date, args.motivation, args.text, args.owner, args.deadline, args.document
        )
        saved = decide(dossier, recommendation, body, said, args.kind)
    return label(DECISION_CHOICE, saved.value.choice) if saved.value else ""
