"""The chain of evidence, followed in both directions (promise 3).

recommendation -> finding -> answer or quote -> interview, and main conclusion -> sub-conclusion -> finding.
A link whose other end is gone stays in the list, marked broken: it is reported, never dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from boce_tui.domain.agenda import Document
from boce_tui.domain.analysis import Finding, MainConclusion, SubConclusion
from boce_tui.domain.base import Entity
from boce_tui.domain.entities import ENTITIES
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import AnswerKey, join
from boce_tui.domain.noting import ExtraQuestion, Note, Passage
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.report_basis import ReportBasis, is_sealed
from boce_tui.domain.round import Interview
from boce_tui.domain.sending import Success
from boce_tui.store import Dossier, Stored

TEXT_OF: dict[type[Entity], Callable[[Any], str]] = {
    Recommendation: lambda item: item.text,
    Success: lambda item: item.text,
    MainConclusion: lambda item: item.text,
    SubConclusion: lambda item: item.text,
    Finding: lambda item: item.text,
    Quote: lambda item: item.text,
    Note: lambda item: item.text,
    ExtraQuestion: lambda item: item.text,
    Passage: lambda item: item.text,
    Answer: lambda item: item.said,
    Document: lambda item: item.title,
    Interview: lambda item: ", ".join(item.participants),
}


CITING = (Quote, Finding, SubConclusion, MainConclusion, Recommendation, Success)
"""What rests on something else."""


@dataclass(frozen=True)
class Link:
    """One step along the chain.

    Attributes:
        entity: Stored name of what it leads to.
        key: Its key.
        text: Its text, empty when it is broken.
        stance: ``for`` or ``against`` on the way to a source, else empty.
        changed: True when the source was changed after it was cited.
        broken: True when the other end is gone.
    """

    entity: str
    key: str
    text: str = ""
    stance: str = ""
    changed: bool = False
    broken: bool = False


def down(dossier: Dossier, entity: str, key: str) -> list[Link]:
    """What an item rests on: one step towards the interviews."""
    item = dossier.get(ENTITIES[entity], key)
    if item is None or item.value is None:
        return []
    found = [_resolved(dossier, link) for link in _targets(item.value, key)]
    return [*found, *_beside(dossier, key)] if entity == Answer.entity else found


def _beside(dossier: Dossier, answer: str) -> list[Link]:
    """The notes and passages that belong to an answer: they are read with it."""
    place = AnswerKey.parse(answer)
    prefix = join(place.round, place.interview, "")
    notes = [item for item in dossier.all(Note, prefix) if item.value and item.value.answer == answer]
    passages = [item for item in dossier.all(Passage, prefix) if item.value and item.value.target == answer]
    return [
        *(_link_to(item, Note.entity, "") for item in notes),
        *(_link_to(item, Passage.entity, "") for item in passages),
    ]


def up(dossier: Dossier, entity: str, key: str) -> list[Link]:
    """What rests on an item: one step towards the recommendations."""
    round_id = key.split("/")[0]
    found = []
    for kind in CITING:
        for item in dossier.all(kind, f"{round_id}/"):
            for link in _targets(item.value, item.key) if item.value else ():
                if (link.entity, link.key) == (entity, key):
                    found.append(_link_to(item, kind.entity, link.stance))
    if entity == Interview.entity:
        found += [_link_to(a, Answer.entity, "") for a in dossier.all(Answer, f"{key}/")]
    return found


def broken_links(dossier: Dossier, round_id: str) -> list[tuple[str, str, Link]]:
    """Every link of the round whose other end is gone: (entity, key, link)."""
    found = []
    for kind in CITING:
        for item in dossier.all(kind, f"{round_id}/"):
            for link in _targets(item.value, item.key) if item.value else ():
                resolved = _resolved(dossier, link)
                if resolved.broken:
                    found.append((kind.entity, item.key, resolved))
    return found


def _targets(value: Entity, key: str) -> Iterator[Link]:
    """The links out of an item, not yet resolved; ``changed`` holds nothing here."""
    if isinstance(value, Recommendation):
        yield from (Link(Finding.entity, k) for k in value.findings)
        yield from (Link(Recommendation.entity, e.recommendation) for e in value.earlier)
    elif isinstance(value, Success):
        yield from (Link(Finding.entity, k) for k in value.findings)
    elif isinstance(value, MainConclusion):
        yield from (Link(SubConclusion.entity, k) for k in value.sub_conclusions)
    elif isinstance(value, SubConclusion):
        yield from (Link(Finding.entity, k) for k in value.findings)
    elif isinstance(value, Finding):
        # The cited revision travels in ``text`` until the link is resolved.
        yield from (Link(e.kind, e.key, text=e.revision, stance=e.stance) for e in value.evidence)
    elif isinstance(value, Quote):
        yield Link(Answer.entity, value.answer)
    elif isinstance(value, Answer):
        place = AnswerKey.parse(key)
        yield Link(Interview.entity, join(place.round, place.interview))
    elif isinstance(value, Note | ExtraQuestion):
        yield Link(Interview.entity, key.rpartition("/")[0])
    elif isinstance(value, Passage):
        yield Link(Answer.entity, value.source)


def _resolved(dossier: Dossier, link: Link) -> Link:
    if is_sealed(link.key):
        basis = dossier.value(ReportBasis, link.key.split("/")[0])
        there = basis is not None and basis.finding(link.key) is not None
        return Link(link.entity, link.key, stance=link.stance, broken=not there)
    kind = ENTITIES.get(link.entity)
    item = dossier.get(kind, link.key) if kind else None
    if item is None or item.value is None:
        return Link(link.entity, link.key, stance=link.stance, broken=True)
    cited = link.text
    return Link(
        link.entity,
        link.key,
        text=text_of(item.value),
        stance=link.stance,
        changed=bool(cited) and cited != item.id,
    )


def _link_to(item: Stored[Any], entity: str, stance: str) -> Link:
    return Link(entity, item.key, text=text_of(item.value) if item.value else "", stance=stance)


def text_of(value: Entity) -> str:
    """The text by which people recognise an item."""
    reader = TEXT_OF.get(type(value))
    return reader(value) if reader else ""
