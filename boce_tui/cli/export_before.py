"""``boce export invitation``, ``questions`` and ``calendar``: what goes out before the interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import tell
from boce_tui.locale import LANGUAGES, _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(kinds: Commands[Parser]) -> None:
    """Add these kinds of export."""
    text = _("the invitation for an interview (Markdown)")
    invitation = kinds.add_parser("invitation", help=text, description=text, allow_abbrev=False)
    _for_somebody(invitation)
    invitation.set_defaults(run=_invitation)

    text = _("the questions that this person will get, blank (Markdown)")
    questions = kinds.add_parser("questions", help=text, description=text, allow_abbrev=False)
    _for_somebody(questions)
    questions.add_argument(
        "--without-probes", action="store_true", help=_("leave the follow-up questions out")
    )
    questions.set_defaults(run=_questions)

    text = _("the planned interviews and the meetings as a calendar file (.ics)")
    calendar = kinds.add_parser("calendar", help=text, description=text, allow_abbrev=False)
    _to(calendar, _("where it goes (.ics)"))
    calendar.add_argument(
        "--names", action="store_true", help=_("with names instead of codes; the names file must be unlocked")
    )
    calendar.add_argument(
        "--only",
        choices=("interviews", "meetings"),
        default="",
        help=_("only the interviews, or the meetings"),
    )
    calendar.set_defaults(run=_calendar)


def _for_somebody(parser: Parser) -> None:
    parser.add_argument(
        "code", metavar=_("CODE"), help=_("code of a participant (R07) or of the interview (G05)")
    )
    _to(parser, _("where it goes (Markdown)"))
    parser.add_argument(
        "--lang", choices=LANGUAGES, dest="document_lang", help=_("language of the document: nl or en")
    )


def _to(parser: Parser, text: str) -> None:
    parser.add_argument("--to", required=True, metavar=_("FILE"), help=text)
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    parser.add_argument("--force", action="store_true", help=_("replace the file when it is there already"))


def _invitation(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.inviting import prepare_invitation

    with open_to_read(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        made = prepare_invitation(dossier, round_id, args.code, names, language=_language(args, env))
    return write_document(env, round_id, made, args.to, force=args.force, private=True)


def _questions(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.inviting import prepare_questions

    with open_to_read(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        made = prepare_questions(
            dossier,
            round_id,
            args.code,
            names,
            language=_language(args, env),
            probes=not args.without_probes,
        )
    return write_document(env, round_id, made, args.to, force=args.force, private=True)


def _calendar(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.following_up.calendar import INTERVIEWS, prepare_calendar
    from boce_tui.cycle.profiles import names_of

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        needed = args.names or args.only != INTERVIEWS
        names = unlocked_names(env, dossier) if needed else names_of(dossier)
        made = prepare_calendar(dossier, round_id, names, only=args.only, with_names=args.names)
    code = write_document(env, round_id, made, args.to, force=args.force, private=True)
    if code == 0:
        tell(env, _("Open it with Outlook or another calendar."))
    return code


def _language(args: argparse.Namespace, env: Env) -> str:
    return str(args.document_lang or env.lang)
