"""The record as a file: what the name check says first, then where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boce_tui.cycle.approving.document import OutgoingRecord, prepare_record
from boce_tui.cycle.outgoing import wrote
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.reports.gates import ERROR, GateFinding
from boce_tui.tui.doors import open_door
from boce_tui.tui.reporting.destination import ask_where
from boce_tui.tui.signs import sign
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.dialogs import Option, choose

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_GO_ON = "go on"
_MOST = 8


def make_record(app: BoceApp, round_id: str, interview: str, code: str) -> None:
    """Make the record of somebody: names are checked first, and what is found leads to its place.

    Args:
        app: The app.
        round_id: The round.
        interview: Id of the interview.
        code: Who it is for.
    """

    def with_them(names: Names) -> None:
        try:
            prepared = prepare_record(app.dossier, round_id, code, names, interview=interview)
        except BoceError as problem:
            app.tell_problem(problem)
            return
        if prepared.findings:
            _ask_about(app, round_id, prepared)
        else:
            _write(app, round_id, prepared)

    with_names(app, with_them)


def _ask_about(app: BoceApp, round_id: str, prepared: OutgoingRecord) -> None:
    findings = prepared.findings[:_MOST]
    options = [
        Option(str(n), f"{_sign(finding)} {finding.place}: {finding.message}")
        for n, finding in enumerate(findings)
    ]
    if not prepared.exit_code:
        options.append(Option(_GO_ON, _("I looked at this; make the record"), key="m"))
    more = len(prepared.findings) - len(findings)
    detail = _("enter goes to the place. What stands in the literal notes is left out of the final text.")
    if more:
        detail += " " + _("There are {n} more.").format(n=more)

    def answered(answer: str) -> None:
        if answer == _GO_ON:
            _write(app, round_id, prepared)
        else:
            _mend(app, findings[int(answer)])

    choose(
        app,
        _("Not yet: somebody is given away in this record.")
        if prepared.exit_code
        else _("Look at this first: it may give somebody away."),
        options,
        answered,
        detail=detail,
        default=options[0].id,
    )


def _sign(finding: GateFinding) -> str:
    return sign("error") if finding.severity == ERROR else sign("warning")


def _mend(app: BoceApp, finding: GateFinding) -> None:
    origin = finding.origin
    if origin is None:
        app.tell(f"{finding.message} {finding.how_to_mend}", "warning")
    elif origin.kind == "answer" and origin.field != "values":
        open_door(app, "working_out", origin.key)
    else:
        open_door(app, origin.kind, origin.key)


def _write(app: BoceApp, round_id: str, prepared: OutgoingRecord) -> None:
    name = f"verslag-{round_id}-{prepared.about}-{prepared.code}.md"
    ask_where(
        app,
        prepared.markdown,
        str(Path.home() / name),
        question=_("Where does the record for {code} go?").format(code=prepared.code),
        private=True,
        then=lambda: wrote(app.dossier, round_id, prepared),
    )
