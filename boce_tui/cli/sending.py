"""``boce export letter``, ``summary``, ``feedback``, ``recalibration``: what goes out when the round ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(kinds: Commands[Parser]) -> None:
    """Add these kinds of export."""
    texts = {
        "letter": _("the letter of the executives to the councils (Markdown)"),
        "summary": _("the summary for the councils: one page, with successes and what is asked (Markdown)"),
        "feedback": _("the feedback to everybody who was interviewed, with a list to tick (Markdown)"),
        "recalibration": _("what was decided about each ambition and theme (Markdown)"),
    }
    for kind, text in texts.items():
        parser = kinds.add_parser(kind, help=text, description=text, allow_abbrev=False)
        parser.add_argument("--to", required=True, metavar=_("FILE"), help=_("where it goes (Markdown)"))
        parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
        parser.add_argument(
            "--draft", action="store_true", help=_("mark it as a draft; it may be incomplete")
        )
        parser.add_argument(
            "--force", action="store_true", help=_("replace the file when it is there already")
        )
        parser.set_defaults(run=_run)
        if kind == "letter":
            parser.add_argument(
                "--municipality",
                default="",
                metavar=_("NAME"),
                help=_("for the council of this municipality only, signed by its own executive"),
            )


def _run(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.recalibrating.document import prepare_recalibration
    from boce_tui.cycle.sending.letter import prepare_letter
    from boce_tui.cycle.sending.preparing import prepare

    with open_to_read(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        if args.kind == "letter":
            made = prepare_letter(dossier, round_id, names, draft=args.draft, municipality=args.municipality)
        elif args.kind == "recalibration":
            made = prepare_recalibration(dossier, round_id, names, draft=args.draft)
        else:
            made = prepare(args.kind, dossier, round_id, names, draft=args.draft)
    return write_document(env, round_id, made, args.to, force=args.force)
