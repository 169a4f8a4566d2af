"""``boce success``: what goes well, for the summary to the councils; each rests on findings of the report."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING

from boce_tui.cli.output import say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add ``boce success`` and what it can do."""
    text = _("successes: what goes well, with the findings it rests on")
    parser = commands.add_parser("success", help=text, description=text, allow_abbrev=False)
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    kinds = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("the list of successes, with whether each may be told")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.set_defaults(run=_list)
    text = _("the findings of the report that a success can rest on")
    findings = kinds.add_parser("findings", help=text, description=text, allow_abbrev=False)
    findings.set_defaults(run=_findings)
    for one in (listing, findings):
        one.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))

    text = _("add a success")
    add = kinds.add_parser("add", help=text, description=text, allow_abbrev=False)
    add.add_argument("text", metavar=_("TEXT"), help=_("in words for the councils"))
    add.set_defaults(run=_add)

    text = _("change a success: its words, the findings it rests on")
    change = kinds.add_parser("set", help=text, description=text, allow_abbrev=False)
    change.add_argument("id", metavar=_("ID"), help=_("see the list"))
    change.add_argument("--text", metavar=_("TEXT"), help=_("in words for the councils"))
    change.set_defaults(run=_set)
    for one in (add, change):
        one.add_argument(
            "--findings", metavar=_("IDS"), help=_("the findings it rests on, with commas between")
        )

    text = _("take a success off the list")
    remove = kinds.add_parser("remove", help=text, description=text, allow_abbrev=False)
    remove.add_argument("id", metavar=_("ID"), help=_("see the list"))
    remove.set_defaults(run=_remove)

    for one in (listing, findings, add, change, remove):
        one.add_argument(
            "--round", metavar=_("ID"), default=SUPPRESS, help=_("the round; else the one that is under way")
        )


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.sending.successes import successes
    from boce_tui.cycle.wording import shortened
    from boce_tui.domain.keys import last

    with open_to_read(env) as dossier:
        found = successes(dossier, chosen_round(dossier, args.round))
    if args.json:
        say_json(
            env,
            [
                {
                    "id": last(one.key),
                    "text": one.value.text,
                    "findings": [last(key) for key in one.findings],
                    "may_be_told": one.enough and one.published,
                }
                for one in found
            ],
        )
    elif not found:
        tell(env, _("There are no successes yet. Add one: boce success add TEXT --findings IDS"))
    else:
        head = (_("id"), _("may be told"), _("findings"), _("success"))
        rows = [
            (
                last(one.key),
                _("yes") if one.enough and one.published else _("no"),
                ", ".join(last(key) for key in one.findings),
                shortened(one.value.text, 60),
            )
            for one in found
        ]
        say_table(env, [head, *rows])
    return 0


def _findings(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.sending.successes import tellable
    from boce_tui.cycle.wording import shortened
    from boce_tui.domain.keys import last

    with open_to_read(env) as dossier:
        found = tellable(dossier, chosen_round(dossier, args.round))
    if args.json:
        say_json(env, [{"id": last(key), "text": text} for key, text in found.items()])
    elif not found:
        tell(env, _("There are no findings in the report yet."))
    else:
        say_table(
            env, [(_("id"), _("finding")), *((last(key), shortened(text, 90)) for key, text in found.items())]
        )
    return 0


def _add(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.sending.successes import add_success
    from boce_tui.domain.keys import last

    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        made = add_success(dossier, round_id, args.text, _split(args.findings or ""))
    tell(env, _("Success {id} is on the list.").format(id=last(made.key)))
    if made.value and not made.value.findings:
        tell(env, _("It rests on no finding yet; without one it is not told: --findings."))
    return 0


def _set(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.sending.successes import change_success

    findings = None if args.findings is None else _split(args.findings)
    with open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        change_success(dossier, round_id, args.id, text=args.text, findings=findings)
    tell(env, _("Success {id} was changed.").format(id=args.id))
    return 0


def _remove(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write
    from boce_tui.cycle.sending.successes import find_success, remove_success

    with open_to_write(env) as dossier:
        remove_success(dossier, find_success(dossier, chosen_round(dossier, args.round), args.id))
    tell(env, _("Success {id} is off the list; boce undo brings it back.").format(id=args.id))
    return 0


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
