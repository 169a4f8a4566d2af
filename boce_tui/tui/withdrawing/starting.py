"""Who withdraws: the whole table, or one of them."""

from __future__ import annotations

from boce_tui.cycle.withdrawing import Target
from boce_tui.domain.keys import last
from boce_tui.domain.round import Interview
from boce_tui.locale import _
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.widgets.dialogs import Option, choose
from boce_tui.tui.withdrawing.screen import WithdrawalScreen

_EVERYBODY = "all"


def begin(screen: BoceScreen, interview: str) -> None:
    """Ask who, when there is a choice, and show what it would do."""
    app = screen.boce
    if not app.dossier.writable:
        app.tell(app.dossier.read_only or "", "warning")
        return
    app.savers.flush(slow=False)
    found = app.dossier.value(Interview, interview)
    if found is None:
        return
    round_id = interview.split("/", maxsplit=1)[0]

    def show(code: str) -> None:
        one = "" if code == _EVERYBODY else code
        app.open(WithdrawalScreen(Target(round_id, last(interview), one)))

    if len(found.participants) < 2:
        show(_EVERYBODY)
        return
    options = [Option(code, _("Only {code}").format(code=code)) for code in found.participants]
    choose(
        app,
        _("Whose words are withdrawn?"),
        [*options, Option(_EVERYBODY, _("The whole interview"))],
        show,
    )
