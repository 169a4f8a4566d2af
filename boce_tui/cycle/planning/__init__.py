"""Setting up a round: settings, themes and ambitions, people, interviews, documents (steps 0 to 6).

Every function takes the dossier first and checks what it gets: ``FieldProblem`` (a `BadInput`) says in its
``.field`` which field is wrong. Values are keyword arguments named like the fields of the structs; dates
may be typed in the Dutch way. Ids are without the round: ``R07``, ``G03``, ``EV1``, ``D02``.

    standard    standard_agenda, is_fresh
    settings    agenda, change_agenda; organisations, municipalities, bodies;
                add_, change_, remove_ organisation and body
    themes      themes, find_theme, add_, change_, end_, remove_theme, theme_warnings
    ambitions   ambitions, add_, change_, remove_ambition, decide_ambition, set_formal_status, assess_ambition
    rounds      rounds, create_round, update_round, next_round, open_recommendations; DATES,
                ROUND_STATUS
    people      respondents, evaluators and add_, update_, remove_ of each; used_codes, person, put_name
    interviews  interviews, add_, update_, remove_interview, plan_the_rest, set_state, count, count_by_state
    conflicts   conflict_hints, conflicts, conflicts_of_people
    coverage    coverage -> Coverage(municipalities, groups, themes, by_group, people, gaps)
    coverage_matrix   the same cell by cell; board: the interviews by state; calendar: as a file
    documents   documents, add_, update_, remove_document
    respondent_import   plan_import, apply_import: a file with respondents
"""

from boce_tui.cycle.dashboard.lines import Coverage, CoverageRow
from boce_tui.cycle.planning.ambitions import (
    add_ambition,
    ambitions,
    assess_ambition,
    change_ambition,
    decide_ambition,
    remove_ambition,
    set_formal_status,
)
from boce_tui.cycle.planning.conflicts import ConflictHint, conflict_hints, conflicts
from boce_tui.cycle.planning.coverage import coverage
from boce_tui.cycle.planning.documents import add_document, documents, remove_document, update_document
from boce_tui.cycle.planning.fields import FIELDS, FieldProblem
from boce_tui.cycle.planning.interviews import (
    Count,
    add_interview,
    count,
    count_by_state,
    interviews,
    plan_the_rest,
    remove_interview,
    set_state,
    update_interview,
)
from boce_tui.cycle.planning.people import (
    add_evaluator,
    add_respondent,
    evaluators,
    person,
    put_name,
    remove_evaluator,
    remove_respondent,
    respondents,
    update_evaluator,
    update_respondent,
    used_codes,
)
from boce_tui.cycle.planning.rounds import (
    DATES,
    ROUND_STATUS,
    create_round,
    next_round,
    open_recommendations,
    rounds,
    update_round,
)
from boce_tui.cycle.planning.settings import (
    ORGANISATION_KIND,
    add_body,
    add_organisation,
    agenda,
    bodies,
    change_agenda,
    change_body,
    change_organisation,
    municipalities,
    organisations,
    remove_body,
    remove_organisation,
)
from boce_tui.cycle.planning.standard import is_fresh, standard_agenda
from boce_tui.cycle.planning.themes import (
    ThemeWarning,
    add_theme,
    change_exit,
    change_theme,
    find_theme,
    remove_theme,
    theme_warnings,
    themes,
)

__all__ = [
    "DATES",
    "FIELDS",
    "ORGANISATION_KIND",
    "ROUND_STATUS",
    "ConflictHint",
    "Count",
    "Coverage",
    "CoverageRow",
    "FieldProblem",
    "ThemeWarning",
    "add_ambition",
    "add_body",
    "add_document",
    "add_evaluator",
    "add_interview",
    "add_organisation",
    "add_respondent",
    "add_theme",
    "agenda",
    "ambitions",
    "assess_ambition",
    "bodies",
    "change_agenda",
    "change_ambition",
    "change_body",
    "change_exit",
    "change_organisation",
    "change_theme",
    "conflict_hints",
    "conflicts",
    "count",
    "count_by_state",
    "coverage",
    "create_round",
    "decide_ambition",
    "documents",
    "evaluators",
    "find_theme",
    "interviews",
    "is_fresh",
    "municipalities",
    "next_round",
    "open_recommendations",
    "organisations",
    "person",
    "plan_the_rest",
    "put_name",
    "remove_ambition",
    "remove_body",
    "remove_document",
    "remove_evaluator",
    "remove_interview",
    "remove_organisation",
    "remove_respondent",
    "remove_theme",
    "respondents",
    "rounds",
    "set_formal_status",
    "set_state",
    "standard_agenda",
    "theme_warnings",
    "themes",
    "update_document",
    "update_evaluator",
    "update_interview",
    "update_respondent",
    "update_round",
    "used_codes",
]
