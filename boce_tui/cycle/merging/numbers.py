"""Numbers and codes that were given out on more than one laptop: told before anything is merged.

Two people who plan apart can both make an interview ``G21``, or both draw the code ``R14``. As one item they
would get each other's answers. Whether two of them are one and the same is told by who follows whom: what was
made once has a revision in common on every laptop. A bundle carries the first revision of everything with a
number, so that this can always be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.kinds import kind_label
from boce_tui.domain.numbered import NUMBERED, WITH_PEOPLE, Number, hangs_from, names, number_of
from boce_tui.errors import BadInput
from boce_tui.exchange.bundle import Content
from boce_tui.locale import _
from boce_tui.store import Dossier, RevisionRow

MOST_NAMED = 12
Grown = Mapping[Number, set[str]]
"""Number -> revisions of what has it, and those they followed."""


def first_revisions(dossier: Dossier) -> list[RevisionRow]:
    """Of everything with a number the revisions it began with, as far as that is here."""
    lines = dossier.lines(kind.entity for kind in NUMBERED)
    here = {rev for _entity, _key, rev, _parents in lines}
    return dossier.export_rows(rev for _entity, _key, rev, parents in lines if here.isdisjoint(parents))


def check_numbers(dossier: Dossier, contents: Sequence[Content]) -> None:
    """Refuse bundles in which a number means something else than here, or than in one another.

    Raises:
        BadInput: A number was given out twice, or it cannot be told; nothing was changed.
    """
    here = _here(dossier)
    for content in contents:
        _check_carried(here, content.rows)
    coming = [_grown(content.rows, people_only=not content.head.having) for content in contents]
    _refuse(_twice([here, *coming]))


def check_document(dossier: Dossier, rows: Iterable[RevisionRow]) -> None:
    """The same for the people in a cycle document; of the rest nothing comes in that is here already.

    Raises:
        BadInput: A number or code in it is of somebody else here.
    """
    _refuse(_twice([_here(dossier), _grown(rows, people_only=True)]))


def _here(dossier: Dossier) -> Grown:
    found: dict[Number, set[str]] = {}
    for entity, key, rev, parents in dossier.lines(kind.entity for kind in NUMBERED):
        number = number_of(entity, key)
        if number is not None:
            found.setdefault(number, set()).update((rev, *parents))
    return found


def _grown(rows: Iterable[RevisionRow], *, people_only: bool = False) -> Grown:
    found: dict[Number, set[str]] = {}
    for row in rows:
        number = number_of(row.entity, row.key)
        if number is not None and (number[0] in WITH_PEOPLE or not people_only):
            found.setdefault(number, set()).update((row.id, *row.parents))
    return found


def _twice(sources: Sequence[Grown]) -> list[Number]:
    """Numbers of which not all sources can be joined by a revision they share."""
    every = {number for source in sources for number in source}
    return sorted(number for number in every if not _one([s[number] for s in sources if number in s]))


def _one(lines: Sequence[set[str]]) -> bool:
    joined, rest = set(lines[0]), list(lines[1:])
    while rest:
        near = [line for line in rest if not joined.isdisjoint(line)]
        if not near:
            return False
        rest = [line for line in rest if joined.isdisjoint(line)]
        joined = joined.union(*near)
    return True


def _check_carried(here: Grown, rows: Iterable[RevisionRow]) -> None:
    """Words of an interview that is here come with that interview: else it may be another one."""
    of = {hangs_from(row.entity, row.key) for row in rows} - {None}
    carried = {number_of(row.entity, row.key) for row in rows}
    loose = sorted(number for number in of - carried if number is not None and number in here)
    if loose:
        raise BadInput(
            _("The bundle holds words of {numbers}, but not what tells which interview that is.").format(
                numbers=_named(loose)
            ),
            hint=_("Nothing was changed. Let a new bundle be made there: boce export bundle --all."),
        )


def _refuse(twice: Sequence[Number]) -> None:
    if not twice:
        return
    raise BadInput(
        _("Given out on two laptops, for different things: {numbers}.").format(numbers=_named(twice)),
        hint=_(
            "Nothing was changed, and no words went to the wrong place. First agree on which laptop it keeps "
            "this number."
        ),
    )


def _named(numbers: Sequence[Number]) -> str:
    kinds = {ENTITIES[entity].view for entity, _key in numbers}
    told = [
        f"{', '.join(names(n for n in numbers[:MOST_NAMED] if ENTITIES[n[0]].view == view))} "
        f"({kind_label(view)})"
        for view in sorted(kinds)
    ]
    more = len(numbers) - MOST_NAMED
    return ", ".join(told) + (f" +{more}" if more > 0 else "")
