"""``boce versions``: the kept versions of the report, what differs between two, and the export log."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.output import date_time, say, say_json, say_table, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env

_DIGEST = 12


def register(commands: Commands[Parser]) -> None:
    """Add ``boce versions`` and what it can do."""
    text = _("versions of the report: which there are, one again, two compared; and the export log")
    versions = commands.add_parser("versions", help=text, description=text, allow_abbrev=False)
    kinds = versions.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="action", required=True)

    text = _("every version that was kept, the latest first")
    listing = kinds.add_parser("list", help=text, description=text, allow_abbrev=False)
    listing.set_defaults(run=_list)

    text = _("write a version as it was kept; without --to it is shown")
    show = kinds.add_parser("show", help=text, description=text, allow_abbrev=False)
    show.add_argument("version", metavar=_("VERSION"), help=_("such as 0.2"))
    show.add_argument("--to", metavar=_("FILE"), help=_("where it goes (Markdown)"))
    show.set_defaults(run=_show)

    text = _("what changed between two versions, by paragraph")
    compare = kinds.add_parser("compare", help=text, description=text, allow_abbrev=False)
    compare.add_argument("before", metavar=_("OLD"), help=_("the older version"))
    compare.add_argument("after", metavar=_("NEW"), help=_("the newer version"))
    compare.add_argument("--to", required=True, metavar=_("FILE"), help=_("where it goes (Markdown)"))
    compare.set_defaults(run=_compare)

    text = _("what left the app: which document, which version, for whom, when")
    log = kinds.add_parser("log", help=text, description=text, allow_abbrev=False)
    log.set_defaults(run=_log)

    for parser in (listing, show, compare, log):
        parser.add_argument("--round", metavar=_("ID"), help=_("the round; else the one that is under way"))
    for parser in (show, compare):
        parser.add_argument(
            "--force", action="store_true", help=_("replace the file when it is there already")
        )
        parser.add_argument(
            "--for",
            dest="audience",
            choices=("public", "steering"),
            default="public",
            help=_("public (default), or steering: with evidence codes and coverage"),
        )
    for parser in (listing, log):
        parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))


def _list(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.versions.keeping import is_final, versions
    from boce_tui.domain.exporting import READERS
    from boce_tui.domain.vocabulary import label

    with open_to_read(env) as dossier:
        found = versions(dossier, chosen_round(dossier, args.round))
    if args.json:
        fields = ("version", "audience", "date", "sha256", "reason")
        say_json(env, [{name: getattr(one, name) for name in fields} for one in found])
        return 0
    if not found:
        tell(env, _("No version was kept yet: that happens when the report is made."))
        return 0
    rows: list[tuple[object, ...]] = [
        (_("version"), _("status"), _("for"), _("date"), _("digest"), _("reason"))
    ]
    for one in found:
        status = _("final") if is_final(one) else _("concept")
        digest = one.sha256[:_DIGEST]
        rows.append((one.version, status, label(READERS, one.audience), one.date, digest, one.reason))
    say_table(env, rows)
    return 0


def _show(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import note
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cli.output import say_block
    from boce_tui.cycle.versions.keeping import version
    from boce_tui.cycle.versions.log import log_made
    from boce_tui.files import write_output

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        kept = version(dossier, round_id, args.version, args.audience)
    if not args.to:
        say_block(env, kept.markdown)
        return 0
    data = kept.markdown.encode()
    write_output(Path(args.to), data, force=args.force)
    note(
        env,
        lambda dossier: log_made(dossier, round_id, "report", data, kept.audience, version=kept.version),
    )
    tell(env, _("Version {version} is in {file}").format(version=kept.version, file=args.to))
    return 0


def _compare(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.documents import write_document
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.versions.comparing import prepare_comparison

    with open_to_read(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        names = unlocked_names(env, dossier)
        made = prepare_comparison(dossier, round_id, names, args.before, args.after, args.audience)
    return write_document(env, round_id, made, args.to, force=args.force)


def _log(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import chosen_round, open_to_read
    from boce_tui.cycle.versions.log import exports
    from boce_tui.domain.exporting import READERS
    from boce_tui.domain.vocabulary import label

    with open_to_read(env) as dossier:
        found = [
            (item, item.value) for item in exports(dossier, chosen_round(dossier, args.round)) if item.value
        ]
    if args.json:
        say_json(
            env,
            [
                {
                    "at": item.at,
                    "profile": item.author,
                    "document": entry.document,
                    "about": entry.about,
                    "version": entry.version,
                    "audience": entry.audience,
                    "language": entry.language,
                    "sha256": entry.sha256,
                    "size": entry.size,
                }
                for item, entry in found
            ],
        )
        return 0
    if not found:
        say(env, _("Nothing left the app for this round yet."))
        return 0
    rows: list[tuple[object, ...]] = [
        (_("when"), _("document"), _("version"), _("for"), _("profile"), _("digest"))
    ]
    for item, entry in found:
        when = date_time(datetime.fromisoformat(item.at))
        what, whom = entry.title, label(READERS, entry.audience)
        rows.append((when, what, entry.version, whom, item.author, entry.sha256[:_DIGEST]))
    say_table(env, rows)
    return 0
