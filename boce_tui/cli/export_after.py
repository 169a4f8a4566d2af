"""``boce export follow-up``, ``meetings``, ``scan``, ``needs`` and ``years``: after the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(kinds: Commands[Parser]) -> None:
    """Add these kinds of export."""
    text = _("who is to do what by when, body after body (Markdown)")
    follow_up = kinds.add_parser("follow-up", help=text, description=text, allow_abbrev=False)
    follow_up.add_argument("--body", metavar=_("ID"), default="", help=_("only what this body is to do"))
    follow_up.add_argument("--overdue", action="store_true", help=_("only what is late"))
    follow_up.set_defaults(run=_follow_up)

    text = _("the meetings with their agenda; a moved one keeps both dates (Markdown)")
    meetings = kinds.add_parser("meetings", help=text, description=text, allow_abbrev=False)
    meetings.set_defaults(run=_meetings)

    text = _("the scan after a set term: adopted, done, effect, with evidence (Markdown)")
    scan = kinds.add_parser("scan", help=text, description=text, allow_abbrev=False)
    scan.set_defaults(run=_scan)

    text = _("what the councils want to know, what was not delivered first (Markdown)")
    needs = kinds.add_parser("needs", help=text, description=text, allow_abbrev=False)
    needs.set_defaults(run=_needs)

    text = _("two years side by side, question by question, thresholds over both (Markdown)")
    years = kinds.add_parser("years", help=text, description=text, allow_abbrev=False)
    years.add_argument(
        "--with", dest="other", metavar=_("ID"), default="", help=_("otherwise the round before")
    )
    years.set_defaults(run=_years)

    for parser in (follow_up, meetings, scan, needs, years):
        parser.add_argument("--to", required=True, metavar=_("FILE"), help=_("where it goes (Markdown)"))
        parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
        parser.add_argument(
            "--force", action="store_true", help=_("replace the file when it is there already")
        )


def _follow_up(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.following_up.actions import known_body
    from boce_tui.cycle.following_up.documents import prepare_follow_up

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        names = unlocked_names(env, dossier)
        body = known_body(dossier, args.body)
        made = prepare_follow_up(dossier, round_id, names, body=body, late=args.overdue)
    return write_document(env, round_id, made, args.to, force=args.force)


def _meetings(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.following_up.documents import prepare_meetings

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        made = prepare_meetings(dossier, round_id, unlocked_names(env, dossier))
    return write_document(env, round_id, made, args.to, force=args.force)


def _scan(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.following_up.documents import prepare_scan

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        made = prepare_scan(dossier, round_id, unlocked_names(env, dossier))
    return write_document(env, round_id, made, args.to, force=args.force)


def _needs(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.informing.documents import prepare_needs

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        made = prepare_needs(dossier, round_id, unlocked_names(env, dossier))
    return write_document(env, round_id, made, args.to, force=args.force)


def _years(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.comparing_years.documents import prepare_years

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        made = prepare_years(dossier, round_id, unlocked_names(env, dossier), other=args.other)
    return write_document(env, round_id, made, args.to, force=args.force)
