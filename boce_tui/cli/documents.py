"""Writing a checked document to a file from the command line, and noting that in the export log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cli.output import tell
from boce_tui.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from boce_tui.cycle.outgoing import Outgoing
    from boce_tui.env import Env
    from boce_tui.reports.gates import GateFinding
    from boce_tui.store import Dossier


def write_document(
    env: Env, round_id: str, made: Outgoing, to: str, *, force: bool, private: bool = False
) -> int:
    """Write a document that was made, when nothing stops it; returns the exit code.

    Args:
        env: Surroundings.
        round_id: The round it is about.
        made: The document.
        to: The file.
        force: Replace a file that is there already.
        private: Only the user may read the file.
    """
    from boce_tui.cycle.outgoing import wrote
    from boce_tui.files import write_output

    if stopped(env, made.findings, made.exit_code):
        return made.exit_code
    write_output(Path(to), made.markdown, force=force, private=private)
    note(env, lambda dossier: wrote(dossier, round_id, made))
    tell(env, _("The document is in {file}").format(file=to))
    return 0


def stopped(env: Env, findings: Sequence[GateFinding], exit_code: int) -> bool:
    """Say what the checks found; True when nothing may be written."""
    from boce_tui.cli.report import line

    for finding in findings:
        tell(env, line(finding))
    if exit_code:
        tell(env, _("No document was made: mend what stands above first. The answers are untouched."))
    return bool(exit_code)


def note(env: Env, how: Callable[[Dossier], None]) -> None:
    """Note in the dossier that a file was written; the file stays when that cannot be done."""
    from boce_tui.cli.dossiers import open_to_write
    from boce_tui.errors import DossierUnavailable

    try:
        with open_to_write(env) as dossier:
            how(dossier)
    except DossierUnavailable as problem:
        tell(env, _("It is not in the export log: {reason}").format(reason=problem.message))
