"""``boce scan``: after a set term, per recommendation: adopted, done, effect, each with evidence."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING

from boce_tui.cli.output import say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env

QUESTIONS = ("adopted", "done", "effect")
ANSWERS = ("yes", "partly", "no", "dont_know")


def register(commands: Commands[Parser]) -> None:
    """Add ``boce scan`` and what it can do."""
    text = _("the scan after a set term: was it adopted, was it done, does one notice it")
    parser = commands.add_parser("scan", help=text, description=text, allow_abbrev=False)
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    parser.add_argument("--due", action="store_true", help=_("only what is due and not complete"))
    parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    parser.set_defaults(run=_list)
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action")

    text = _("answer one question of the scan")
    answer = kinds.add_parser("answer", help=text, description=text, allow_abbrev=False)
    answer.add_argument("recommendation", metavar=_("NUMBER"), help=_("such as 2021-3b"))
    answer.add_argument("question", choices=QUESTIONS, metavar=_("QUESTION"), help=", ".join(QUESTIONS))
    answer.add_argument("answer", choices=ANSWERS, metavar=_("ANSWER"), help=", ".join(ANSWERS))
    answer.add_argument("--evidence", metavar=_("TEXT"), help=_("what shows that"))
    answer.add_argument(
        "--round", metavar=_("ID"), default=SUPPRESS, help=_("the round; else the one that is under way")
    )
    answer.set_defaults(run=_answer)


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.following_up.scanning import scans, waiting
    from boce_tui.cycle.today import today
    from boce_tui.domain.dates import show_day
    from boce_tui.domain.meetings import SCAN_ANSWER, SCAN_QUESTIONS
    from boce_tui.domain.vocabulary import label

    with open_to_read(env) as dossier:
        found = scans(dossier, chosen_round(dossier, args.round), today(dossier))
    found = waiting(found) if args.due else found
    if args.json:
        import msgspec

        say_json(
            env,
            [
                {
                    "recommendation": one.about.number,
                    "due": one.due.isoformat() if one.due else "",
                    "is_due": one.is_due,
                    "complete": one.scan.complete,
                    **msgspec.to_builtins(one.scan),
                }
                for one in found
            ],
        )
    elif not found:
        tell(env, _("No scan is due.") if args.due else _("There is nothing to scan yet."))
    else:
        head = (_("Number"), _("due"), *(label(SCAN_QUESTIONS, question) for question in SCAN_QUESTIONS))
        rows = [
            (
                one.about.number,
                show_day(one.due.isoformat()) if one.due else "",
                *(
                    label(SCAN_ANSWER, said.answer) if said.answer else _("not answered")
                    for said in one.scan.answers().values()
                ),
            )
            for one in found
        ]
        say_table(env, [head, *rows])
    return 0


def _answer(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.following_up.actions import find_recommendation
    from boce_tui.cycle.following_up.scanning import answer

    with open_to_write(env) as dossier:
        key = find_recommendation(dossier, chosen_round(dossier, args.round), args.recommendation)
        made = answer(dossier, key, args.question, said=args.answer, evidence=args.evidence).value
    tell(env, _("Noted for {number}.").format(number=args.recommendation))
    if made is not None and not made.answers()[args.question].complete:
        tell(env, _("Nothing is named yet that shows it: give that with --evidence."))
    return 0
