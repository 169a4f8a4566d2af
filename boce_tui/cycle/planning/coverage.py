"""Whether everybody is heard: group x municipality x theme, people counted once (R9, R12)."""

from __future__ import annotations

from boce_tui.cycle.dashboard.lines import Coverage, CoverageRow
from boce_tui.cycle.planning.interviews import interviews
from boce_tui.cycle.planning.people import respondents
from boce_tui.cycle.planning.settings import municipalities
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.erasing import ErasureCertificate
from boce_tui.domain.round import Interview, Respondent
from boce_tui.domain.status import OVER
from boce_tui.domain.vocabulary import GROUPS, REPORTING_GROUPS
from boce_tui.store import Dossier


def coverage(dossier: Dossier, round_id: str) -> Coverage:
    """Who is heard in a round: everybody on the list whose interview was not called off.

    Rows are the two reporting groups, any other group that has people, and the focus themes.
    """
    round_ = the_round(dossier, round_id)
    people = list(heard(dossier, round_id).values())
    places = tuple(municipalities(dossier))
    groups = [g for g in GROUPS if g in REPORTING_GROUPS or any(p.group == g for p in people)]
    least = round_.statement_threshold

    def row(kind: str, id_: str, who: list[Respondent]) -> CoverageRow:
        cells = {place: sum(place in p.municipalities for p in who) for place in places}
        return CoverageRow(kind, id_, cells, len(who), thin=len(who) < least)

    by_theme = {theme: [p for p in people if p.themes.get(theme)] for theme in round_.focus_themes}
    return Coverage(
        municipalities=places,
        groups=tuple(row("group", g, [p for p in people if p.group == g]) for g in groups),
        themes=tuple(row("theme", theme, who) for theme, who in by_theme.items()),
        by_group={
            theme: {g: sum(p.group == g for p in who) for g in groups} for theme, who in by_theme.items()
        },
        people=len(people),
    )


def heard(dossier: Dossier, round_id: str) -> dict[str, Respondent]:
    """Code -> everybody on the list whose interview was not called off."""
    return _going(
        respondents(dossier, round_id), interviews(dossier, round_id), _withdrawn(dossier, round_id)
    )


def _withdrawn(dossier: Dossier, round_id: str) -> set[str]:
    """Who took back what they said at a table with others, and so is in that interview no more."""
    return {proof.participant for proof in dossier.values(ErasureCertificate, f"{round_id}/").values()}


def _going(
    people: dict[str, Respondent], found: dict[str, Interview], withdrawn: set[str]
) -> dict[str, Respondent]:
    """People of whom every interview was withdrawn or cancelled are not heard."""

    def goes(code: str) -> bool:
        states = [i.state for i in found.values() if code in i.participants]
        return any(state not in OVER for state in states) if states else code not in withdrawn

    return {code: person for code, person in people.items() if goes(code)}
