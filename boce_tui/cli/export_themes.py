"""``boce export intake``, ``intakes``, ``annual-plan``, ``progress-letter`` and ``progress-overview``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.locale import LANGUAGES, _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.outgoing import Outgoing
    from boce_tui.env import Env


def register(kinds: Commands[Parser]) -> None:
    """Add these kinds of export."""
    text = _("one candidate theme on one page (Markdown)")
    intake = kinds.add_parser("intake", help=text, description=text, allow_abbrev=False)
    intake.add_argument("id", metavar=_("ID"), help=_("such as T01, or the title"))

    text = _("all candidate themes beside each other, with the decisions (Markdown)")
    intakes = kinds.add_parser("intakes", help=text, description=text, allow_abbrev=False)

    text = _("the annual plan: what is to be reached per theme and form (Markdown)")
    plan = kinds.add_parser("annual-plan", help=text, description=text, allow_abbrev=False)
    plan.add_argument("--year", metavar=_("YEAR"), default="", help=_("else the latest"))

    text = _("the progress letter to the councils: public, without hours (Markdown)")
    letter = kinds.add_parser("progress-letter", help=text, description=text, allow_abbrev=False)

    text = _("the progress overview for the commissioners: hours and decisions that are asked (Markdown)")
    overview = kinds.add_parser("progress-overview", help=text, description=text, allow_abbrev=False)

    for parser, document in (
        (intake, "intake"),
        (intakes, "intakes"),
        (plan, "annual_plan"),
        (letter, "progress_letter"),
        (overview, "progress_overview"),
    ):
        if parser in (letter, overview):
            parser.add_argument("--progress", default="", metavar=_("ID"), help=_("else the latest"))
        parser.add_argument("--to", required=True, metavar=_("FILE"), help=_("where it goes (Markdown)"))
        parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
        parser.add_argument(
            "--force", action="store_true", help=_("replace the file when it is there already")
        )
        parser.add_argument(
            "--lang", choices=LANGUAGES, dest="document_lang", help=_("language of the document: nl or en")
        )
        parser.set_defaults(run=_export, document=document)


def _export(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names

    language = args.document_lang or env.lang
    with open_to_read(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        made: Outgoing
        if args.document == "intake":
            from boce_tui.cycle.taking_in.documents import prepare_intake
            from boce_tui.cycle.taking_in.intakes import intake_key

            made = prepare_intake(dossier, intake_key(dossier, round_id, args.id), names, language=language)
        elif args.document == "intakes":
            from boce_tui.cycle.taking_in.documents import prepare_intakes

            made = prepare_intakes(dossier, round_id, names, language=language)
        elif args.document == "annual_plan":
            from boce_tui.cycle.progressing.plan import plan_key
            from boce_tui.cycle.progressing.plan_document import prepare_plan

            made = prepare_plan(dossier, plan_key(dossier, round_id, args.year), names, language=language)
        else:
            from boce_tui.cycle.progressing import documents
            from boce_tui.cycle.progressing.rounds import progress_key

            public = args.document == "progress_letter"
            prepare = documents.prepare_progress_letter if public else documents.prepare_progress_overview
            made = prepare(dossier, progress_key(dossier, round_id, args.progress), names, language=language)
    internal = args.document == "progress_overview"
    return write_document(env, round_id, made, args.to, force=args.force, private=internal)
