"""``boce retention``: what has to be gone when, and erasing a whole round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import say, say_json, say_table, tell
from boce_tui.errors import UsageProblem
from boce_tui.locale import N_, _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.cycle.retaining.erasing import Gone
    from boce_tui.env import Env

STATES = {
    "done": N_("erased"),
    "nothing": N_("nothing there"),
    "overdue": N_("has to be gone now"),
    "soon": N_("soon"),
    "running": N_("is kept"),
    "open": N_("no decision of the colleges yet"),
}
WHAT = {"answers": N_("answers and records"), "names": N_("names behind the codes")}


def register(commands: Commands[Parser]) -> None:
    """Add ``boce retention``."""
    text = _("what has to be gone when; erase the answers or the names of a whole round")
    parser = commands.add_parser("retention", help=text, description=text, allow_abbrev=False)
    parser.add_argument(
        "--erase", choices=["answers", "names"], help=_("what of the round is erased for good")
    )
    parser.add_argument("--round", metavar=_("ID"), help=_("the round; else all of them"))
    parser.add_argument(
        "--confirm", metavar=_("ID"), help=_("repeat the round, when nobody is there to be asked")
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    parser.set_defaults(run=_retention)


def _retention(args: argparse.Namespace, env: Env) -> int:
    return _erase(args, env) if args.erase else _list(args, env)


def _list(args: argparse.Namespace, env: Env) -> int:
    from dataclasses import asdict

    from boce_tui.cli.dossiers import open_to_read
    from boce_tui.cycle.retaining.due import terms
    from boce_tui.cycle.today import today
    from boce_tui.domain.dates import show_day

    with open_to_read(env) as dossier:
        found = [term for term in terms(dossier) if args.round in (None, term.round)]
        day = today(dossier)
    if args.json:
        say_json(env, [{**asdict(term), "state": term.state(day)} for term in found])
        return 0
    rows: list[tuple[object, ...]] = [(_("round"), _("what"), _("decided"), _("gone by"), _("state"))]
    rows += [
        (
            term.round,
            _(WHAT[term.what]),
            show_day(term.decided) or "-",
            show_day(term.due) or "-",
            _(STATES[term.state(day)]),
        )
        for term in found
    ]
    say_table(env, rows)
    if any(term.state(day) == "overdue" for term in found):
        tell(env, _("Erase it with: boce retention --erase answers --round ID (or names)"))
    return 0


def _erase(args: argparse.Namespace, env: Env) -> int:
    from boce_tui.cli.dossiers import open_to_write, unlocked_names
    from boce_tui.cycle.profiles import require
    from boce_tui.cycle.retaining.erasing import erase_answers, erase_names, people_of, what_goes
    from boce_tui.domain.kinds import kind_label
    from boce_tui.domain.profiles import RETENTION

    require(env.profile, RETENTION)
    if not args.round:
        raise UsageProblem(_("Of which round?"), hint=_("Nothing was erased. Add --round ID."))
    with open_to_write(env) as dossier:
        if args.erase == "answers":
            goes = what_goes(dossier, args.round)
        else:
            names = unlocked_names(env, dossier)
            goes = {"names": len(people_of(dossier, args.round, names))}
        if not args.json:
            say(env, _("What is erased for good from round {round}:").format(round=args.round))
            for view, number in sorted(goes.items()):
                say(env, f"  - {kind_label(view)}: {number}")
            tell(env, _("Report, recommendations and decisions stay. Copies elsewhere you destroy yourself."))
        if not _sure(args, env):
            tell(env, _("Nothing was erased."))
            return 0
        if args.erase == "answers":
            done = erase_answers(dossier, args.round)
        else:
            done = erase_names(dossier, args.round, names)
    return _told(args, env, done)


def _sure(args: argparse.Namespace, env: Env) -> bool:
    if args.confirm is not None:
        if args.confirm.strip() != args.round:
            raise UsageProblem(
                _("--confirm does not repeat the round {round}.").format(round=args.round),
                hint=_("Nothing was erased."),
            )
        return True
    from boce_tui.cli.prompts import ask_text, can_ask

    if not can_ask(env):
        raise UsageProblem(
            _("Nobody can be asked here whether this is right."),
            hint=_("Nothing was erased. Add --confirm {code} when you are sure.").format(code=args.round),
        )
    typed = ask_text(_("This cannot be taken back. Type {code} to erase it").format(code=args.round))
    return bool(typed.strip() == args.round)


def _told(args: argparse.Namespace, env: Env, done: Gone) -> int:
    from boce_tui.cli.erasing import told_left

    if args.json:
        left = [{"file": one.file, "reason": one.reason} for one in done.left]
        say_json(env, {"erased": True, "certificate": done.certificate, "items": done.items, "left": left})
    else:
        tell(env, _("Erased. The proof is kept in the dossier: boce erase --list"))
    return told_left(env, done.left)
