"""Who the person is in the dossier: code, role and what else the planning knows; and the name."""

from __future__ import annotations

from collections.abc import Callable

from boce_tui.cycle.giving_access.earlier import Hush, Line, fact, fixed
from boce_tui.domain.agenda import Organisation, Theme
from boce_tui.domain.round import Respondent
from boce_tui.domain.vocabulary import GROUPS, ROLES, label
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.reports.model.access import AccessFact, AccessSection
from boce_tui.reports.model.base import Origin, Text
from boce_tui.store import Dossier


def about(
    dossier: Dossier, key: str, code: str, person: Line[Respondent], names: Names, hush: Hush
) -> AccessSection:
    """Everything the planning and the names file hold about one person.

    Args:
        dossier: The dossier.
        key: Key of the person.
        code: The code.
        person: Every version of the person.
        names: The names file.
        hush: Leaves names of others out of what is not current.
    """
    places, themes = dossier.values(Organisation), dossier.values(Theme)

    def municipalities(one: Respondent) -> str:
        return ", ".join(places[m].name if m in places else m for m in one.municipalities)

    def involved(one: Respondent) -> str:
        return ", ".join(f"{themes[t].name if t in themes else t}: {n}" for t, n in one.themes.items())

    told: tuple[tuple[str, str, Callable[[Respondent], str]], ...] = (
        (_("Role"), "role", lambda one: ", ".join(label(ROLES, role) for role in one.roles)),
        (_("Group"), "group", lambda one: label(GROUPS, one.group)),
        (_("Municipality"), "municipalities", municipalities),
        (_("Themes, with how much you were expected to be involved (0 to 3)"), "themes", involved),
        (
            _("Took part in an earlier evaluation"),
            "participated_before",
            lambda one: _("yes") if one.participated_before else "",
        ),
        (_("Noted about a conflict of interest"), "evaluator_conflict", lambda one: one.evaluator_conflict),
    )
    facts = [AccessFact(label=fixed(_("Code")), texts=(fixed(code),))]
    for title, field, say in told:
        origin = Origin(Respondent.entity, key, field)
        facts.append(fact(title, person, lambda one, o=origin, s=say: [Text(s(one), o)], hush))  # type: ignore[misc]
    return AccessSection(
        title=_("Who you are here"), facts=tuple(one for one in (*facts, *_named(names, code)) if one)
    )


def _named(names: Names, code: str) -> list[AccessFact]:
    """What the names file holds; it keeps no earlier versions."""
    who = names.person(code) if names.unlocked else None
    if who is None:
        return []
    told = (
        (_("Name"), who.name),
        (_("Function"), who.function),
        (_("E-mail"), who.email),
        (_("Telephone"), who.phone),
        (_("Your name may stand in the report"), _("yes") if who.consent else _("no")),
    )
    return [
        AccessFact(label=fixed(title), texts=(Text(words, Origin("names", code)),))
        for title, words in told
        if words.strip()
    ]
