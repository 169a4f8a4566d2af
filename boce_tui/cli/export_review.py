"""``boce export review``, ``decision-sheet`` and ``decisions``: what goes to those who advise and decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.output import tell
from boce_tui.locale import LANGUAGES, _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.deciding.documents import Kind
    from boce_tui.env import Env


def register(kinds: Commands[Parser]) -> None:
    """Add these kinds of export."""
    text = _("the report with places to fill in, for steering group, colleges and members (Markdown)")
    review = kinds.add_parser("review", help=text, description=text, allow_abbrev=False)
    review.add_argument("--draft", action="store_true", help=_("mark it as a draft; it may be incomplete"))
    review.set_defaults(run=_review)

    text = _("what the colleges decide with: each recommendation with the advice on it (Markdown)")
    sheet = kinds.add_parser("decision-sheet", help=text, description=text, allow_abbrev=False)
    sheet.set_defaults(run=_decisions, document="decision_sheet")

    text = _("what was advised and decided on each recommendation, and why (Markdown)")
    decisions = kinds.add_parser("decisions", help=text, description=text, allow_abbrev=False)
    decisions.set_defaults(run=_decisions, document="decisions")

    for parser in (review, sheet, decisions):
        parser.add_argument("--to", required=True, metavar=_("FILE"), help=_("where it goes (Markdown)"))
        parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
        parser.add_argument(
            "--force", action="store_true", help=_("replace the file when it is there already")
        )
        parser.add_argument(
            "--lang", choices=LANGUAGES, dest="document_lang", help=_("language of the document: nl or en")
        )


def _review(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import stopped
    from boce_tui.cli.dossiers import chosen_round, open_to_write, unlocked_names
    from boce_tui.cycle.reviewing.sending import prepare_review, sent
    from boce_tui.files import write_output

    # To write: what is not kept in the dossier could not be read back.
    with open_to_write(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        language = args.document_lang or env.lang
        review = prepare_review(dossier, round_id, names, draft=args.draft, language=language)
        if stopped(env, review.made.findings, review.made.exit_code):
            return review.made.exit_code
        write_output(Path(args.to), review.made.markdown, force=args.force)
        sent(dossier, round_id, review)
    tell(
        env,
        _("The review file is in {file}. What comes back is read in with: boce import FILE").format(
            file=args.to
        ),
    )
    return 0


def _decisions(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.deciding.documents import prepare_decisions

    kind: Kind = args.document
    with open_to_read(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        made = prepare_decisions(dossier, round_id, names, kind, language=args.document_lang or env.lang)
    return write_document(env, round_id, made, args.to, force=args.force)
