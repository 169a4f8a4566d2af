"""What would get another number, and whether it may."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from boce_tui.cycle.giving_numbers import next_code, next_id
from boce_tui.cycle.merging.partners import remembered
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.agenda import Document
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import KINDS
from boce_tui.domain.erasing import ErasureCertificate
from boce_tui.domain.exporting import ExportEntry
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import AnswerKey, join, last
from boce_tui.domain.noting import ExtraQuestion
from boce_tui.domain.numbered import NUMBERED, Number, mentions, number_of, under
from boce_tui.domain.progressing import ProgressRound
from boce_tui.domain.recommendation import ReportVersion
from boce_tui.domain.report_basis import ReportBasis
from boce_tui.domain.reviewing import ReviewFile
from boce_tui.domain.round import Evaluator, Interview, Respondent
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.store import Dossier
from boce_tui.store.moving import Item, Link, first_of, living

LETTERS: dict[str, tuple[str, int]] = {
    Interview.entity: ("G", 2),
    Evaluator.entity: ("EV", 1),
    Document.entity: ("D", 2),
    ExtraQuestion.entity: ("X", 1),
    ProgressRound.entity: ("P", 1),
}
KEPT: tuple[type[Entity], ...] = (ReportVersion, ReviewFile, ReportBasis, ErasureCertificate, ExportEntry)
"""Stay as they were made: what is named in one of these keeps its number."""


@dataclass(frozen=True)
class Plan:
    """What carrying it out would do.

    Attributes:
        round: The round.
        number: What gets another number.
        old: What it is called now: ``G21``, ``R14``, ``G07/X1``.
        new: What it will be called.
        items: Everything that moves.
        counts: Name of the view of a kind -> how many items of it move.
    """

    round: str
    number: Number
    old: str
    new: str
    items: tuple[Item, ...]
    counts: dict[str, int]


def plan(dossier: Dossier, round_id: str, name: str, taken: frozenset[str] = frozenset()) -> Plan:
    """Look what would move; nothing is changed.

    Args:
        dossier: The dossier.
        round_id: The round.
        name: ``G21``, ``R14``, ``EV2``, ``D03``, ``P1`` or ``G07/X1``.
        taken: Codes in the names file.

    Raises:
        BadInput: There is no such thing, or it may not get another number any more.
    """
    return dossier.at_once(_plan, dossier, round_id, name.strip(), taken)


def _plan(dossier: Dossier, round_id: str, name: str, taken: frozenset[str]) -> Plan:
    the_round(dossier, round_id)
    number = _find(dossier, round_id, name)
    _check_made_here(dossier, number)
    items = _items(dossier, number)
    _check_free_to_go(dossier, number, items)
    old, new = _names(dossier, round_id, number, taken)
    moves = tuple(Item(kind.entity, key, _moved_key(number, key, new)) for kind, key in items)
    counts = Counter(kind.view for kind, _key in items)
    return Plan(round_id, number, old, new, moves, dict(sorted(counts.items())))


def _find(dossier: Dossier, round_id: str, name: str) -> Number:
    wanted = {name.upper(), join(round_id, name.upper())}
    for kind in NUMBERED:
        for row in dossier.head_rows(kind, f"{round_id}/"):
            number = number_of(row.entity, row.key)
            if number is not None and not row.moved and {number[1], row.key} & wanted:
                return number
    raise BadInput(
        _("There is no {name} in round {round}.").format(name=name, round=round_id),
        hint=_(
            "Such as G21 for an interview, R14 for a person, EV2, D03, P1 or G07/X1. Nothing was changed."
        ),
    )


def _check_made_here(dossier: Dossier, number: Number) -> None:
    links = [one for one in dossier.lines([number[0]]) if number_of(one.entity, one.key) == number]
    begun = first_of(_now(links))
    copied = dossier.replica in {*dossier.copied(), *remembered(dossier).copied}
    elsewhere = any(one.replica != dossier.replica for one in begun)
    if elsewhere or (not copied and _had(dossier, [one.id for one in begun])):
        raise BadInput(
            _("{name} is on another laptop too: it keeps its number.").format(name=_called(number)),
            hint=_("Nothing was changed. On the other laptop the other one gets another number."),
        )


def _now(links: list[Link]) -> list[Link]:
    by_item: dict[str, list[Link]] = {}
    for link in links:
        by_item.setdefault(link.key, []).append(link)
    return [link for every in by_item.values() for link in living(every)]


def _had(dossier: Dossier, revs: list[str]) -> bool:
    """Whether somebody said to have one of these."""
    partners = remembered(dossier).partners.values()
    upto = max(
        (one.having[dossier.replica].upto for one in partners if dossier.replica in one.having), default=0
    )
    return any(row.seq is not None and row.seq <= upto for row in dossier.export_rows(revs))


def _items(dossier: Dossier, number: Number) -> list[tuple[type[Entity], str]]:
    found = {
        (kind, row.key)
        for kind in KINDS
        if kind not in KEPT
        for row in dossier.head_rows(kind)
        if not row.moved and under(number, row.entity, row.key)
    }
    return sorted(found, key=lambda item: (item[0].view, item[1]))


def _check_free_to_go(dossier: Dossier, number: Number, items: list[tuple[type[Entity], str]]) -> None:
    bare = _called(number)
    for kind in KEPT:
        for row in dossier.head_rows(kind):
            if row.payload and (mentions(number, row.payload) or f'"{bare}"' in row.payload):
                raise BadInput(
                    _(
                        "{name} stands in something that was made and is kept as it is: it keeps its number."
                    ).format(name=bare),
                    hint=_("Nothing was changed. On the other laptop the other one gets another number."),
                )
    if any(one.erased for kind, key in items for one in dossier.history(kind, key)):
        raise BadInput(
            _("Something of {name} was erased: it keeps its number.").format(name=bare),
            hint=_("Nothing was changed. On the other laptop the other one gets another number."),
        )
    if any(len(dossier.heads(kind, key)) > 1 for kind, key in items):
        raise BadInput(
            _("Something of {name} has two versions.").format(name=bare),
            hint=_("Compare them first: boce conflicts. Nothing was changed."),
        )


def _names(dossier: Dossier, round_id: str, number: Number, taken: frozenset[str]) -> tuple[str, str]:
    kind, name = number
    if kind == Respondent.entity:
        used = {last(row.key) for row in dossier.head_rows(Respondent)} | taken
        return name, next_code(dossier, used)
    letter, width = LETTERS[kind]
    of = next(one for one in NUMBERED if one.entity == kind)
    before = name.rsplit("/", 1)[0]
    ever = {last(row.key) for row in dossier.head_rows(of, f"{before}/")}
    if of is ExtraQuestion:
        ever |= {AnswerKey.parse(row.key).question for row in dossier.head_rows(Answer, f"{before}/")}
    fresh = next_id(dossier, round_id, letter, ever, width)
    return _called(number), _called((kind, join(before, fresh)))


def _moved_key(number: Number, key: str, new: str) -> str:
    kind, name = number
    if kind == Respondent.entity:
        return join(key.rsplit("/", 1)[0], new)
    return join(name.split("/")[0], new) + key[len(name) :]


def _called(number: Number) -> str:
    return number[1].split("/", 1)[-1]
