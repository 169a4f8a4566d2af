"""Numbers and codes that were given out on more than one laptop: told before anything is merged.

Two people who plan apart can both make an interview ``G21``, or both draw the code ``R14``. As one item they
would get each other's answers. Whether two of them are one and the same is told by who follows whom: what was
made once has a revision in common on every laptop. A bundle carries the first revision of everything with a
number, so that this can always be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from boce_tui.domain.entities import ENTITIES, KINDS
from boce_tui.domain.kinds import kind_label
from boce_tui.domain.numbered import (
    NUMBERED,
    WITH_PEOPLE,
    Number,
    hangs_from,
    mentions,
    names,
    number_of,
    under,
)
from boce_tui.domain.round import Evaluator, Respondent
from boce_tui.errors import BadInput
from boce_tui.exchange.bundle import Content
from boce_tui.locale import _
from boce_tui.names import FILE
from boce_tui.store import Dossier, RevisionRow
from boce_tui.store.moving import Link, ended, first_of, lines

MOST_NAMED = 12
_NAMED = {Respondent.entity, Evaluator.entity}
_KINDS = [kind.entity for kind in NUMBERED]


@dataclass(frozen=True)
class _Source:
    """One dossier or bundle: number -> revisions of what has it, and those they followed.

    Attributes:
        here: What has the number now.
        gone: What had it, and goes on under another one.
    """

    here: dict[Number, set[str]]
    gone: dict[Number, set[str]]


def first_revisions(dossier: Dossier) -> list[RevisionRow]:
    """Of everything with a number what it began with, and where it went, as far as that is here."""
    links = dossier.lines(_KINDS)
    begun = dossier.export_rows(link.id for link in first_of(links))
    return [*begun, *dossier.with_ends({(link.entity, link.key) for link in links if link.moved})]


def check_numbers(dossier: Dossier, contents: Sequence[Content]) -> None:
    """Refuse bundles in which a number means something else than here, or than in one another.

    Raises:
        BadInput: A number was given out twice, or it cannot be told; nothing was changed.
    """
    here = _source(dossier.lines(_KINDS))
    for content in contents:
        _check_carried(here.here, content.rows)
    coming = [_source(content.rows, people_only=not content.head.having) for content in contents]
    _refuse(_twice([here, *coming]))
    _check_left_behind(dossier, here, list(zip(contents, coming, strict=True)))


def check_document(dossier: Dossier, rows: Iterable[RevisionRow]) -> None:
    """The same for the people in a cycle document; of the rest nothing comes in that is here already.

    Raises:
        BadInput: A number or code in it is of somebody else here.
    """
    _refuse(_twice([_source(dossier.lines(_KINDS)), _source(rows, people_only=True)]))


def _source(rows: Iterable[RevisionRow | Link], *, people_only: bool = False) -> _Source:
    items: dict[tuple[str, str], list[RevisionRow | Link]] = {}
    for row in rows:
        number = number_of(row.entity, row.key)
        if number is not None and (number[0] in WITH_PEOPLE or not people_only):
            items.setdefault((row.entity, row.key), []).append(row)
    found = _Source({}, {})
    for (entity, key), every in items.items():
        number = number_of(entity, key) or (entity, key)
        for line in lines(every) if any(row.moved for row in every) else [every]:
            into = found.gone if ended(line) else found.here
            into.setdefault(number, set()).update(rev for row in line for rev in (row.id, *row.parents))
    return found


def _twice(sources: Sequence[_Source]) -> list[Number]:
    """Numbers of which not all sources can be joined by a revision they share."""
    shared: dict[Number, list[set[str]]] = {}
    for source in sources:
        for number, revs in source.here.items():
            if not _away(sources, number, revs):  # else it is going
                shared.setdefault(number, []).append(revs)
    return sorted(number for number, lines_of in shared.items() if not _one(lines_of))


def _away(sources: Sequence[_Source], number: Number, revs: set[str]) -> list[_Source]:
    """Those where it has another number already."""
    return [source for source in sources if not revs.isdisjoint(source.gone.get(number, ()))]


def _one(lines: Sequence[set[str]]) -> bool:
    joined, rest = set(lines[0]), list(lines[1:])
    while rest:
        near = [line for line in rest if not joined.isdisjoint(line)]
        if not near:
            return False
        rest = [line for line in rest if joined.isdisjoint(line)]
        joined = joined.union(*near)
    return True


def _check_carried(here: Mapping[Number, set[str]], rows: Iterable[RevisionRow]) -> None:
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


def _check_left_behind(dossier: Dossier, here: _Source, coming: Sequence[tuple[Content, _Source]]) -> None:
    """What goes on under another number takes everything along: no words stay behind at a free number."""
    sources = [here, *(source for _content, source in coming)]
    known = {parent for content, _source in coming for row in content.rows for parent in row.parents}
    left = set()
    for source, content in zip(sources, [None, *(content for content, _source in coming)], strict=True):
        for number, revs in source.here.items():
            away = _away(sources, number, revs)
            if not away:
                continue
            rows = _heads(dossier) if content is None else _ends(content.rows)
            rows = [row for row in rows if row.id not in known and _of(number, row)]
            if content is not None and here in away:
                there = dossier.known(row.id for row in rows)
                rows = [row for row in rows if row.id not in there]
            if rows or (content is None and number[0] in _NAMED and (dossier.folder / FILE).exists()):
                left.add(number)  # the names file here still knows it by the old one
    if left:
        raise BadInput(
            _(
                "Got another number on one laptop, and was worked on under the old one on another: {numbers}."
            ).format(numbers=_named(sorted(left))),
            hint=_(
                "Nothing was changed. On the laptop where it got another number, put the backup from before "
                "that back with boce restore; then give the other one of the two another number."
            ),
        )


def _heads(dossier: Dossier) -> list[RevisionRow]:
    return [row for kind in KINDS for row in dossier.head_rows(kind)]


def _ends(rows: Iterable[RevisionRow]) -> list[RevisionRow]:
    followed = {parent for row in rows for parent in row.parents}
    return [row for row in rows if row.id not in followed]


def _of(number: Number, row: RevisionRow) -> bool:
    if row.moved:
        return False
    return under(number, row.entity, row.key) or mentions(number, row.payload or "")


def _refuse(twice: Sequence[Number]) -> None:
    if not twice:
        return
    raise BadInput(
        _("Something else on each laptop: {numbers}.").format(numbers=_named(twice)),
        hint=_(
            "Nothing was changed. Give one of the two another number: h in the planning, or boce renumber "
            "{number}."
        ).format(number=names(twice)[0]),
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
