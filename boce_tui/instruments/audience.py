"""Who a question is for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from boce_tui.instruments.model import Audience

MARKED = 1
"""From this involvement on a theme is someone's own (1 = at a distance, 2 = takes part, 3 = leads)."""
HIGHEST = 3


class Profile(Struct, frozen=True, kw_only=True):
    """What routing knows of one person at the table.

    Attributes:
        code: The person's code; steps name it.
        group: Id of ``GROUPS``.
        roles: Ids of ``ROLES``, main role first.
        municipalities: Ids; the round knows their names, for ``{municipality}``.
        themes: Theme id -> involvement 0-3 as expected; what was answered in the interview goes before it.
    """

    code: str = ""
    group: str = ""
    roles: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    themes: Mapping[str, int] = {}
    participated_before: bool = False


def belongs(audience: Audience, person: Profile) -> bool:
    """Whether the question is for this person as far as group, role and earlier participation go."""
    if person.group in audience.not_groups or any(role in audience.not_roles for role in person.roles):
        return False
    if audience.participated_before not in (None, person.participated_before):
        return False
    if not audience.groups and not audience.roles:
        return True
    return person.group in audience.groups or any(role in audience.roles for role in person.roles)
