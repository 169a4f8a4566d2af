"""``boce interview CODE``: open one interview at the place where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.parser import Commands, Parser
from boce_tui.errors import DossierUnavailable
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "interview",
        help=_("open one interview"),
        description=_("Opens an interview at the question where it was left."),
    )
    parser.add_argument(
        "code", metavar=_("CODE"), help=_("code of a participant (R07) or of the interview (G05)")
    )
    parser.add_argument("--round", metavar=_("ROUND"), help=_("the round; otherwise the one you work in"))
    parser.add_argument(
        "--plain",
        action="store_true",
        help=_("as questions under each other, for screen readers and bare terminals"),
    )
    parser.set_defaults(run=_open)


def _open(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.store import Dossier

    if not Dossier.exists(env.data_dir):
        raise DossierUnavailable(
            _("There is no dossier in this folder yet."),
            hint=_("Set up a round first, or look at the example: boce demo"),
            place=str(env.data_dir),
        )
    from boce_tui.cli.screens import open_or_look
    from boce_tui.cycle.context import find_interview
    from boce_tui.cycle.rounds import latest_round
    from boce_tui.domain.keys import last

    if args.plain:
        from boce_tui.plain import check_keyboard

        check_keyboard(env)
    dossier, why = open_or_look(env)
    with dossier:
        round_id = args.round or latest_round(dossier) or ""
        interview = last(find_interview(dossier, round_id, args.code).key)
        if args.plain:
            from boce_tui import plain

            code = plain.interview(env, dossier, round_id, interview)
            if code != plain.SCREEN:
                return code
        from boce_tui.tui.interviewing import open_interview
        from boce_tui.tui.lifecycle import check_terminal
        from boce_tui.tui.start import run

        check_terminal(env)

        return run(env, dossier, lambda app: open_interview(app, round_id, interview), read_only=why)
