"""``boce export cycle --for support``: the round without a raw answer or code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.output import tell
from boce_tui.locale import _

if TYPE_CHECKING:
    import argparse

    from boce_tui.env import Env


def export_for_support(args: argparse.Namespace, env: Env) -> int:
    """Make the document, when nobody can be found in it."""
    from boce_tui.cli.documents import note, stopped
    from boce_tui.cli.dossiers import chosen_round, open_to_read, unlocked_names
    from boce_tui.cycle.handing_over.support import export_support
    from boce_tui.cycle.versions.log import log_made
    from boce_tui.files import write_output

    with open_to_read(env) as dossier:
        names = unlocked_names(env, dossier)
        round_id = chosen_round(dossier, args.round)
        made = export_support(dossier, round_id, names)
    if stopped(env, made.findings, made.exit_code):
        return made.exit_code
    write_output(Path(args.to), made.data, force=args.force, private=True)
    note(env, lambda dossier: log_made(dossier, round_id, "cycle", made.data, "support"))
    tell(
        env,
        _(
            "For programme support: {file}. There is no answer and no code in it; its report is the same."
        ).format(file=args.to),
    )
    tell(env, _("They need names to check what they change: boce names handover --to FILE."))
    return 0
