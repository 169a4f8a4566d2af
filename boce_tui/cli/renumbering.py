"""``boce renumber NUMBER``: another number for what two laptops gave the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import say, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add the command."""
    text = _("give an interview or a person another number, when another laptop gave out the same one")
    about = _(
        "Everything that hangs from it goes along with its history: answers, quotes, notes, sources of "
        "findings, and the name. Only for what no other laptop has taken over yet."
    )
    renumber = commands.add_parser("renumber", help=text, description=f"{text}. {about}", allow_abbrev=False)
    renumber.add_argument("number", metavar=_("NUMBER"), help=_("G21, R14, EV2, D03, P1 or G07/X1"))
    renumber.add_argument("--round", metavar=_("ID"), help=_("otherwise the one that is under way"))
    renumber.add_argument("--yes", action="store_true", help=_("do not ask"))
    renumber.set_defaults(run=_renumber)


def _renumber(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_write, unlocked_names
    from boce_tui.cli.prompts import ask_yes, can_ask
    from boce_tui.cycle.renumbering import carry_out, plan
    from boce_tui.cycle.renumbering.saying import done_text, plan_lines

    with open_to_write(env) as dossier:
        # Only people have a name that goes along.
        names = unlocked_names(env, dossier) if args.number[:1].upper() in ("R", "E") else None
        taken = frozenset(names.data().people) if names is not None and names.unlocked else frozenset()
        found = plan(dossier, chosen_round(dossier, args.round), args.number, taken)
        for line in plan_lines(found):
            say(env, line)
        if not args.yes and can_ask(env) and not ask_yes(env, _("Give it another number?")):
            tell(env, _("Nothing was changed."))
            return 0
        carry_out(dossier, found, names)
        tell(env, done_text(found))
    return 0
