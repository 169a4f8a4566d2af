"""Setting up a round on the screen: assignment, people, interviews, approval, themes, settings, documents.

Every door is called with the app and a key: empty for the list or form of the round one works in, else the
key of one item, with or without the round before it.

    entries         `Entry`: a field of a form, described
    record_screen   `RecordScreen`: the form of one item; every field keeps itself
    list_screen     `ListScreen`: the list of items of one kind
    texts           `BoundText`: a text area tied to one attribute
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp
    from boce_tui.tui.screen import BoceScreen

_HERE = "boce_tui.tui.planning"


def _make(where: str, *args: Any) -> BoceScreen:
    module, _dot, name = where.partition(".")
    made: BoceScreen = getattr(importlib.import_module(f"{_HERE}.{module}"), name)(*args)
    return made


def _of_round(app: BoceApp, key: str, listing: str, form: str = "") -> BoceScreen:
    """The list of a round, or the form of one of its items; the list when the item is gone."""
    from boce_tui.tui.working.screen import of_round

    def make() -> BoceScreen:
        round_id, _slash, item = key.rpartition("/")
        if not key or not form:
            return _make(listing, app)
        made = _make(form, app, f"{round_id or app.round_id}/{item}")
        return made if getattr(made, "item", None) is not None else _make(listing, app)

    return of_round(app, make)


def assignment_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The form of a round: the one with that key, or the one that is worked in."""
    from boce_tui.tui.working.screen import of_round

    return of_round(app, lambda: _make("assignment.RoundScreen", app, key or app.round_id))


def new_round_door(app: BoceApp, key: str = "") -> BoceScreen:
    """Begin a round; an empty dossier is given the standard agenda first."""
    del key
    return _make("new_round.NewRoundScreen", app)


def people_door(app: BoceApp, key: str = "") -> BoceScreen:
    """Respondents and evaluators, or the form of one of them."""
    form = (
        "evaluator.EvaluatorScreen"
        if key.rpartition("/")[2].startswith("EV")
        else "respondent.RespondentScreen"
    )
    return _of_round(app, key, "people.PeopleScreen", form)


def interviews_planning_door(app: BoceApp, key: str = "") -> BoceScreen:
    """Planning the interviews, or the form of one of them."""
    return _of_round(app, key, "interviews.InterviewsScreen", "interview.InterviewScreen")


def coverage_door(app: BoceApp, key: str = "") -> BoceScreen:
    """Who is heard: group x municipality x theme."""
    from boce_tui.tui.working.screen import of_round

    del key
    return of_round(app, lambda: _make("coverage.CoverageScreen"))


def documents_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The documents that were studied, or the form of one of them."""
    return _of_round(app, key, "documents.DocumentsScreen", "documents.DocumentScreen")


def settings_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The settings of the dossier, or the form of the agenda, an organisation or a body."""
    from boce_tui.cycle.planning import bodies, organisations

    if key == "agenda":
        return _make("settings_forms.AgendaScreen", app, key)
    if key in organisations(app.dossier):
        return _make("settings_forms.OrganisationScreen", app, key)
    if key in bodies(app.dossier):
        return _make("settings_forms.BodyScreen", app, key)
    return _make("settings.SettingsScreen", app)


def themes_door(app: BoceApp, key: str = "") -> BoceScreen:
    """The themes with their ambitions, or the form of one of them."""
    from boce_tui.cycle.planning import ambitions, themes

    if key in themes(app.dossier):
        return _make("theme_forms.ThemeScreen", app, key)
    if key in ambitions(app.dossier):
        return _make("theme_forms.AmbitionScreen", app, key)
    return _make("themes.ThemesScreen", app)
