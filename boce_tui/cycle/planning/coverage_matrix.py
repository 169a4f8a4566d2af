"""Who is heard, cell by cell: group x municipality x theme; for the evaluators' own planning (R12).

No thresholds here: it shows how many people there are, and it never leaves the app.
"""

from __future__ import annotations

from dataclasses import dataclass

from boce_tui.cycle.planning.conflicts import conflicts_of_people
from boce_tui.cycle.planning.coverage import heard
from boce_tui.cycle.planning.settings import municipalities
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.round import Respondent
from boce_tui.domain.vocabulary import GROUPS, REPORTING_GROUPS
from boce_tui.store import Dossier

EVERY = ""
"""As municipality or theme: all of them together."""


@dataclass(frozen=True)
class Spot:
    """One cell.

    Attributes:
        group: A group.
        place: A municipality, or `EVERY`.
        theme: A focus theme, or `EVERY`.
        codes: Who is heard there.
    """

    group: str
    place: str
    theme: str
    codes: tuple[str, ...]

    @property
    def key(self) -> str:
        """What the cell is called on the screen."""
        return f"{self.group}/{self.place}/{self.theme}"

    @property
    def empty(self) -> bool:
        """True when nobody is heard there."""
        return not self.codes


@dataclass(frozen=True)
class Matrix:
    """All cells.

    Attributes:
        groups: Groups with people, and the two that are reported on.
        places: Municipalities.
        themes: Focus themes.
        spots: (group, place, theme) -> cell, with `EVERY` for the totals.
        conflicts: Codes of people of whom an evaluator should weigh something first.
    """

    groups: tuple[str, ...]
    places: tuple[str, ...]
    themes: tuple[str, ...]
    spots: dict[tuple[str, str, str], Spot]
    conflicts: frozenset[str]

    @property
    def gaps(self) -> list[Spot]:
        """The cells of one group, municipality and theme in which nobody is heard."""
        return [spot for spot in self.spots.values() if spot.empty and spot.place and spot.theme]


def coverage_matrix(dossier: Dossier, round_id: str) -> Matrix:
    """Everybody on the list whose interview was not called off, cell by cell."""
    people = heard(dossier, round_id)
    themes = tuple(the_round(dossier, round_id).focus_themes)
    places = tuple(municipalities(dossier))
    groups = tuple(g for g in GROUPS if g in REPORTING_GROUPS or any(p.group == g for p in people.values()))
    spots = {
        (group, place, theme): Spot(group, place, theme, _in(people, group, place, theme))
        for group in groups
        for theme in (*themes, EVERY)
        for place in (*places, EVERY)
    }
    return Matrix(groups, places, themes, spots, frozenset(conflicts_of_people(dossier, round_id)))


def _in(people: dict[str, Respondent], group: str, place: str, theme: str) -> tuple[str, ...]:
    return tuple(
        code
        for code, who in people.items()
        if who.group == group
        and (not place or place in who.municipalities)
        and (not theme or who.themes.get(theme))
    )
