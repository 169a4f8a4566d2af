"""``boce export KIND``: every document and data file other than the report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.output import tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add ``boce export`` with its kinds."""
    text = _("write data of a round to a file")
    export = commands.add_parser("export", help=text, description=text, allow_abbrev=False)
    kinds = export.add_subparsers(title=_("kinds"), metavar=_("KIND"), dest="kind", required=True)

    text = _("the whole round as a cycle document (JSON); people by code only, with every answer")
    cycle = kinds.add_parser("cycle", help=text, description=text, allow_abbrev=False)
    cycle.add_argument("--to", required=True, metavar=_("FILE"), help=_("where it goes (.json)"))
    cycle.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    cycle.add_argument("--force", action="store_true", help=_("replace the file when it is there already"))
    cycle.add_argument(
        "--for",
        dest="audience",
        choices=["evaluators", "support"],
        default="evaluators",
        help=_("support: for programme support, without answers and codes; the report stays the same"),
    )
    cycle.set_defaults(run=_cycle)

    text = _("the record of an interview (Markdown), for one person to approve: own answers only")
    record = kinds.add_parser("record", help=text, description=text, allow_abbrev=False)
    record.add_argument("code", metavar=_("CODE"), help=_("code of a participant (R07)"))
    record.add_argument("--to", required=True, metavar=_("FILE"), help=_("the file it goes to (Markdown)"))
    record.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    record.add_argument("--force", action="store_true", help=_("replace the file when it is there already"))
    record.set_defaults(run=_record)

    from boce_tui.cli import export_access, export_after, export_before, export_review, export_themes, sending

    export_access.register(kinds)
    export_before.register(kinds)
    from boce_tui.cli import export_bundle

    export_bundle.register(kinds)
    export_review.register(kinds)
    export_after.register(kinds)
    export_themes.register(kinds)
    sending.register(kinds)


def _cycle(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.exchanging import export_cycle
    from boce_tui.files import write_output

    if args.audience == "support":
        from boce_tui.cli.export_support import export_for_support

        return export_for_support(args, env)
    from boce_tui.cli.documents import note
    from boce_tui.cycle.handing_over.support import handed_over
    from boce_tui.cycle.versions.log import log_made

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        data, without = export_cycle(dossier, round_id), handed_over(dossier)
    write_output(Path(args.to), data, force=args.force, private=True)
    note(env, lambda dossier: log_made(dossier, round_id, "cycle", data))
    told = (
        _("The cycle document is in {file}. There are no answers in this dossier.")
        if without
        else _("The cycle document is in {file}. It holds raw answers: keep it with the evaluators.")
    )
    tell(env, told.format(file=args.to))
    return 0


def _record(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import note, stopped
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.approving.document import prepare_record
    from boce_tui.cycle.outgoing import wrote
    from boce_tui.files import write_output

    with open_to_read(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        prepared = prepare_record(dossier, round_id, args.code, names)
    if stopped(env, prepared.findings, prepared.exit_code):
        return prepared.exit_code
    write_output(Path(args.to), prepared.markdown, force=args.force, private=True)
    note(env, lambda dossier: wrote(dossier, round_id, prepared))
    tell(
        env,
        _("The record for {code} is in {file}. It is for that person only.").format(
            code=prepared.code, file=args.to
        ),
    )
    return 0
