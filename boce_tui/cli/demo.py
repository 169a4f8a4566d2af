"""``boce demo``: a complete example cycle with invented people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cli.output import tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.cli.parser import Commands, Parser
    from boce_tui.env import Env


def register(commands: Commands[Parser]) -> None:
    """Add ``boce demo``."""
    text = _("look around in a complete example with invented people")
    demo = commands.add_parser("demo", help=text, description=text, allow_abbrev=False)
    demo.add_argument("--again", action="store_true", help=_("make the example anew, as on the first day"))
    demo.add_argument("--no-open", action="store_true", help=_("only make it, do not open the app"))
    demo.set_defaults(run=_demo)


def _demo(args: argparse.Namespace, env: Env) -> int:
    if not args.no_open:
        from boce_tui.tui.lifecycle import check_terminal

        check_terminal(env)
    from boce_tui.example.dossier import folder_of, make

    made = make(env, again=args.again)
    folder = folder_of(env)
    if args.no_open:
        said = (
            _("The example is ready in {folder}") if made else _("The example was ready already in {folder}")
        )
        tell(env, said.format(folder=folder))
        return 0
    from boce_tui.cli.screens import open_app

    return open_app(env.with_data_dir(folder))
