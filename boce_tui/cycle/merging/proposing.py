"""What two versions of an item could become together: per field, by words, and never by a clock."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.word_merge import merge_words, pieces

_TEXT = re.compile(r"\s")
_DECIDED_BY_NOBODY = {
    "interview": frozenset({"position", "spent_seconds"}),
    "erasure_certificate": frozenset({"everywhere", "backups", "removed"}),
}
"""Bookkeeping of the app itself, which nobody has to compare: the larger one stays."""
_NEVER_LOST = {"recommendation": frozenset({"letter"}), "recommendation_group": frozenset({"number"})}
"""What a published version fixed: choosing a version from before it does not take it away."""


class _Absent:
    """What a mapping does not hold."""


_ABSENT: Any = _Absent()
_UNCLEAR: Any = _Absent()


@dataclass(frozen=True)
class Field:
    """One field in which the versions differ.

    Attributes:
        name: Its name in the struct.
        base: What it was; None when there is no common ancestor.
        versions: What it is in each version, None where it is empty.
        merged: What it becomes in the proposal.
        clear: False when somebody has to choose.
    """

    name: str
    base: Any
    versions: tuple[Any, ...]
    merged: Any
    clear: bool


@dataclass(frozen=True)
class Proposal:
    """What the versions could become together.

    Attributes:
        fields: The fields in which they differ.
        value: The item; None when some field is not clear.
    """

    fields: tuple[Field, ...]
    value: Entity | None

    @property
    def bookkeeping(self) -> bool:
        """True when only the app itself wrote what differs."""
        return self.value is not None and all(
            field.name in _DECIDED_BY_NOBODY.get(self.value.entity, ()) for field in self.fields
        )


def propose(base: Entity | None, versions: Sequence[Entity]) -> Proposal:
    """Merge versions of one item, two or more.

    Args:
        base: What all of them began with, when that is known.
        versions: The versions.
    """
    kind = type(versions[0])
    was = None if base is None else msgspec.to_builtins(base)
    each = [msgspec.to_builtins(version) for version in versions]
    merged: dict[str, Any] = {}
    fields = []
    for name in each[0]:
        values = [one[name] for one in each]
        before = _ABSENT if was is None else was[name]
        loose = name in _DECIDED_BY_NOBODY.get(kind.entity, ())
        became = _larger(values) if loose else _folded(before, values, top=True)
        clear = became is not _UNCLEAR
        merged[name] = became if clear else values[0]
        if any(value != values[0] for value in values):
            shown = None if was is None else before
            fields.append(Field(name, shown, tuple(values), became if clear else None, clear))
    return Proposal(tuple(fields), _made(kind, merged) if all(field.clear for field in fields) else None)


def with_the_rest(proposal: Proposal | None, chosen: Entity | None) -> Entity | None:
    """A version that was chosen, with what only the other one changed.

    Where everything could have been made one, choosing a version means all of it; only what a published
    version fixed stays also then.

    Args:
        proposal: What the versions could become together, if anything.
        chosen: The version; None when it deletes the item.
    """
    if proposal is None or chosen is None:
        return chosen
    stays = _NEVER_LOST.get(chosen.entity, frozenset())
    rest = {
        field.name: field.merged
        for field in proposal.fields
        if field.clear and (proposal.value is None or field.name in stays)
    }
    return _made(type(chosen), {**msgspec.to_builtins(chosen), **rest}) or chosen


def _made(kind: type[Entity], merged: dict[str, Any]) -> Entity | None:
    try:
        return msgspec.convert(merged, kind)
    except msgspec.MsgspecError:
        return None


def _larger(values: Sequence[Any]) -> Any:
    if any(isinstance(value, list | tuple) for value in values):
        return sorted({item for value in values for item in value})
    return max(values)


def _folded(base: Any, values: Sequence[Any], *, top: bool) -> Any:
    became = values[0]
    for value in values[1:]:
        became = _merged(base, became, value, top=top)
        if became is _UNCLEAR:
            return _UNCLEAR
    return became


def _merged(base: Any, ours: Any, theirs: Any, *, top: bool) -> Any:
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _merged_mapping(base if isinstance(base, dict) else {}, ours, theirs)
    if isinstance(ours, list | tuple) and isinstance(theirs, list | tuple):
        before = base if isinstance(base, list | tuple) else ()
        return _merged_list(before, ours, theirs, as_set=top)
    texts = isinstance(ours, str) and isinstance(theirs, str) and isinstance(base, str)
    # By words only what has words: of a date or a state half of each would be neither.
    if texts and _TEXT.search(ours) and _TEXT.search(theirs):
        words = merge_words(base, ours, theirs)
        return _UNCLEAR if words is None else words
    return _UNCLEAR


def _merged_mapping(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> Any:
    if "type" in ours and ours.get("type") != theirs.get("type"):
        return _UNCLEAR
    found: dict[str, Any] = {}
    for key in sorted({*base, *ours, *theirs}):
        became = _merged(base.get(key, _ABSENT), ours.get(key, _ABSENT), theirs.get(key, _ABSENT), top=False)
        if became is _UNCLEAR:
            return _UNCLEAR
        if became is not _ABSENT:
            found[key] = became
    return found


def _merged_list(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any], *, as_set: bool) -> Any:
    was, mine, other = (tuple(map(_text_of, items)) for items in (base, ours, theirs))
    values = {_text_of(item): item for items in (base, ours, theirs) for item in items}
    alone = all(len(set(items)) == len(items) for items in (was, mine, other))
    found: list[str] = []
    for piece in pieces(was, mine, other):
        became = piece.merged
        if became is None and as_set and alone:
            # A list of things without an order: what one added or took out does not hinder the other.
            kept = [one for one in piece.base if one in piece.ours and one in piece.theirs]
            became = (*kept, *sorted({*piece.ours, *piece.theirs} - {*piece.base}))
        if became is None:
            return _UNCLEAR
        found += became
    if alone and len(set(found)) != len(found):
        found = list(dict.fromkeys(found))
    return [values[one] for one in found]


def _text_of(item: Any) -> str:
    return msgspec.json.encode(item, order="deterministic").decode()
