"""``boce trail``: what was done with the dossier as a whole, by which profile and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import date_time, say_json, say_table, tell
from boce_tui.errors import DossierUnavailable
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add ``boce trail``."""
    text = _("what was done with the dossier: opened, exported, merged, erased; never what is in it")
    trail = commands.add_parser("trail", help=text, description=text, allow_abbrev=False)
    trail.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    trail.set_defaults(run=_trail)


def _trail(args: argparse.Namespace, env: Env) -> int:
    from datetime import datetime

    import msgspec

    from boce_tui.cycle.profiles import open_whole
    from boce_tui.domain.vocabulary import label
    from boce_tui.store import trail

    with open_whole(env, write=False) as dossier:
        noted = dossier.noted(trail.NOTE)
    found = trail.read(env.data_dir)
    whole = not found.unseen and found.holds(noted)
    if args.json:
        rows = [msgspec.to_builtins(line) for line in found.lines]
        wrong = {"wrong": list(found.wrong), "seen": list(found.seen)}
        say_json(env, {"whole": whole and not found.wrong, **wrong, "lines": rows})
        return 0 if whole else DossierUnavailable.exit_code
    table: list[tuple[object, ...]] = [(_("line"), _("when"), _("profile"), _("what"), _("more"))]
    table += [
        (
            line.n,
            date_time(datetime.fromisoformat(line.at)),
            line.profile,
            label(trail.EVENTS, line.kind),
            " ".join(f"{name}={fact}" for name, fact in line.facts.items()),
        )
        for line in found.lines
    ]
    say_table(env, table, right=[0])
    if found.seen:
        numbers = ", ".join(map(str, found.seen))
        told = _("The trail was changed at line {n}; somebody has seen that, and it stays to be read.")
        tell(env, told.format(n=numbers))
    elif whole:
        tell(env, _("Every line is as it was written, and none is missing."))
    if whole:
        return 0
    if found.unseen:
        numbers = ", ".join(map(str, found.unseen))
        tell(env, _("Something is not what was written at line {n}.").format(n=numbers))
    else:
        tell(env, _("Lines at the end of the trail are gone."))
    return DossierUnavailable.exit_code
