"""``boce export bundle``: the work of this laptop for the other one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from boce_tui.cli.output import say, tell
from boce_tui.files import named_path
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(kinds: Commands[Parser]) -> None:
    """Add ``boce export bundle``."""
    text = _("the work of this laptop for another one, locked: boce merge takes it over there")
    about = _(
        "It holds answers, by code only, and no names: those are in names.age, which travels apart. What the "
        "other laptops have is known from their last bundles and is left out."
    )
    bundle = kinds.add_parser("bundle", help=text, description=f"{text}. {about}", allow_abbrev=False)
    bundle.add_argument(
        "--to", required=True, metavar=_("PLACE"), help=_("the file (.boce), or the folder it is put in")
    )
    bundle.add_argument(
        "--for",
        dest="recipient",
        metavar=_("KEY"),
        help=_("age key of who may open it (age1..., or a file with it); else a passphrase"),
    )
    what = bundle.add_mutually_exclusive_group()
    what.add_argument("--all", action="store_true", help=_("everything, whatever the other side has"))
    what.add_argument("--other", metavar=_("LAPTOP"), help=_("only what this laptop does not have (7F3A2C)"))
    what.add_argument(
        "--numbers",
        action="append",
        metavar=_("NUMBERS"),
        help=_("what boce merge says is missing: 7F3A2C:41-57"),
    )
    what.add_argument(
        "--support",
        dest="audience",
        action="store_const",
        const="support",
        help=_("for programme support: one round without answers and codes"),
    )
    bundle.add_argument("--round", metavar=_("ID"), help=_("with --support: the round; else the last one"))
    bundle.add_argument("--force", action="store_true", help=_("replace the file when it is there already"))
    bundle.set_defaults(run=_bundle)


def _bundle(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.bundle_key import key_to_lock
    from boce_tui.cli.dossiers import open_to_write
    from boce_tui.cycle.merging import Wanted, make, write_to, wrote
    from boce_tui.cycle.outcome import SENDING, outcome
    from boce_tui.exchange.bundle import recipient

    if args.audience:
        return _for_support(args, env)
    with outcome(SENDING) as course, open_to_write(env) as dossier:
        lock = recipient(args.recipient) if args.recipient else key_to_lock(env)
        wanted = Wanted(args.all, args.other or "", tuple(args.numbers or ()))
        made = make(dossier, wanted, lock)
        place = named_path(args.to)
        if place.is_dir():
            place = place / made.name
        write_to(place, made, lambda: wrote(dossier, made), force=args.force)
        course.decided()
    say(env, made.cover.line())
    tell(env, _("The bundle is in {file}.").format(file=place))
    tell(env, _("It holds answers without names. The names travel apart: names.age, in the data folder."))
    if not made.known and not (wanted.everything or wanted.numbers):
        tell(env, _("What the other side has is not known yet, so everything is in it."))
    return 0


def _for_support(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.bundle_key import key_to_lock
    from boce_tui.cli.documents import stopped
    from boce_tui.cli.dossiers import chosen_round, open_to_write, unlocked_names
    from boce_tui.cycle.handing_over.support import export_support
    from boce_tui.cycle.merging.bundling import make_without_answers, write_to
    from boce_tui.cycle.outcome import SENDING, outcome
    from boce_tui.cycle.versions.log import log_made
    from boce_tui.exchange.bundle import recipient

    with outcome(SENDING) as course, open_to_write(env) as dossier:
        round_id = chosen_round(dossier, args.round)
        found = export_support(dossier, round_id, unlocked_names(env, dossier))
        if stopped(env, found.findings, found.exit_code):
            return found.exit_code
        lock = recipient(args.recipient) if args.recipient else key_to_lock(env)
        made = make_without_answers(dossier, found.rows, lock)
        place = named_path(args.to)
        if place.is_dir():
            place = place / made.name
        log = partial(log_made, dossier, round_id, "bundle", made.data, "support")
        write_to(place, made, log, force=args.force)
        course.decided()
    say(env, made.cover.line())
    told = _("For programme support: {file}. There is no answer and no code in it; its report is the same.")
    tell(env, told.format(file=place))
    return 0
