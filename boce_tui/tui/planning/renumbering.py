"""Another number for the line under the cursor, when another laptop gave out the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boce_tui.cycle.renumbering import Plan, carry_out, plan
from boce_tui.cycle.renumbering.saying import done_text, plan_lines
from boce_tui.errors import BoceError
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.tui.unlock import with_names
from boce_tui.tui.widgets.dialogs import confirm
from boce_tui.tui.working.screen import undo_book

if TYPE_CHECKING:
    from boce_tui.tui.planning.list_screen import ListScreen


def ask_to_renumber(screen: ListScreen, name: str) -> None:
    """Say what would move, and do it after a yes.

    Args:
        screen: The list it stands in.
        name: ``G21``, ``R14``, ``EV2``.
    """
    app = screen.boce
    app.savers.flush()
    if name.startswith(("R", "E")):
        with_names(app, lambda names: _ask(screen, name, names))
    else:
        _ask(screen, name, None)


def _ask(screen: ListScreen, name: str, names: Names | None) -> None:
    app = screen.boce
    taken = frozenset(names.data().people) if names is not None and names.unlocked else frozenset()
    try:
        found = plan(app.dossier, screen.round_id, name, taken)
    except BoceError as problem:
        app.tell_problem(problem)
        return
    confirm(
        app,
        _("Give {name} another number?").format(name=found.old),
        lambda: screen.in_background(
            lambda: carry_out(app.dossier, found, names), lambda _nothing: _done(screen, found)
        ),
        yes=_("Give it the number {new}").format(new=found.new),
        detail="\n".join(plan_lines(found)),
    )


def _done(screen: ListScreen, found: Plan) -> None:
    undo_book(screen.boce.dossier).forget_all()
    screen.show()
    screen.list.go_to(found.new)
    screen.tell(done_text(found))
