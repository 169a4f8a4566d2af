"""``boce export access CODE``: everything under one code, for that person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(kinds: Commands[Parser]) -> None:
    """Add the kind."""
    text = _("everything that is kept under one code (Markdown), for that person: an access request")
    access = kinds.add_parser("access", help=text, description=text, allow_abbrev=False)
    access.add_argument("code", metavar=_("CODE"), help=_("code of a participant (R07)"))
    access.add_argument("--to", required=True, metavar=_("FILE"), help=_("the file it goes to (Markdown)"))
    access.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    access.add_argument("--force", action="store_true", help=_("replace the file when it is there already"))
    access.set_defaults(run=_access)


def _access(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.giving_access import prepare_access

    with open_to_read(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        made = prepare_access(dossier, round_id, args.code, names)
    code = write_document(env, round_id, made, args.to, force=args.force, private=True)
    if not code:
        tell(env, _("It is for that person only. Texts of the whole table are not in it."))
    return code
