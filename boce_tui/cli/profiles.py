"""``boce profile``: who is at work, and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import say, say_json, tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add ``boce profile``."""
    text = _("who you are, and what you see and can do as that")
    profile = commands.add_parser("profile", help=text, description=text, allow_abbrev=False)
    profile.add_argument(
        "name",
        nargs="?",
        metavar=_("PROFILE"),
        help=_("evaluator, support or reader: remembered for this dossier"),
    )
    profile.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    profile.set_defaults(run=_profile)


def _profile(args: argparse.Namespace, env: Env) -> int:
    from dataclasses import replace

    from boce_tui import preferences
    from boce_tui.cycle.profiles import known
    from boce_tui.domain.profiles import CAPABILITIES, PROFILES, may
    from boce_tui.domain.vocabulary import label
    from boce_tui.store import Dossier

    if args.name:
        env = replace(env, profile=known(args.name))
        preferences.remember(env.data_dir, "profile", args.name)
    known(env.profile)
    can = {name: may(env.profile, name) for name in CAPABILITIES}
    hidden = Dossier.exists(env.data_dir) and _hides(env)
    if args.json:
        say_json(env, {"profile": env.profile, "can": can, "hides_answers": hidden})
        return 0
    say(env, label(PROFILES, env.profile))
    for name, capability in CAPABILITIES.items():
        say(env, f"{'●' if can[name] else '×'} {_(capability.label)}")
    if hidden:
        tell(env, _("Answers and codes are hidden here, not protected: who has this folder can get at them."))
    return 0


def _hides(env: Env) -> bool:
    from boce_tui.cli.dossiers import open_to_read
    from boce_tui.cycle.handing_over.veiled import hides

    with open_to_read(env) as dossier:
        return hides(dossier)
