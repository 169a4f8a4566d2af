"""From what an unclean end left behind to the texts a person gets back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from boce_tui.domain.text import clean_entry
from boce_tui.errors import DossierUnavailable
from boce_tui.store.revisions import Revisions
from boce_tui.store.rows import stored

DRAFT_COLUMNS = "number, field, base_rev, base_text, text, edit, at"


class DraftState(msgspec.Struct, frozen=True):
    """A draft at one moment.

    Attributes:
        number: Which draft; never used again.
        field: ``entity:key:attribute``.
        base_rev: Revision it started from or was last saved in; empty when there is none.
        base_text: The text of that revision.
        edit: Number of the last edit in ``text``; goes up over all drafts.
        at: When that edit was made, UTC.
    """

    number: int
    field: str
    base_rev: str
    base_text: str
    text: str
    edit: int
    at: str

    @staticmethod
    def select() -> str:
        """The query that gives the cells of every draft."""
        return f"select {DRAFT_COLUMNS} from draft"  # noqa: S608

    def cells(self) -> tuple[Any, ...]:
        """The draft as a row of the table ``draft``."""
        return (self.number, self.field, self.base_rev, self.base_text, self.text, self.edit, self.at)

    def record(self) -> list[Any]:
        """The whole draft as one record of the log."""
        base = None if self.base_text == self.text else self.base_text
        return ["open", self.number, self.field, self.base_rev, base, self.text, self.edit, self.at]


class Recovered(msgspec.Struct, frozen=True):
    """A text that was typed but is not in the dossier; both texts are kept until a person has chosen.

    Attributes:
        saved_text: What the dossier holds now.
        at: When the last of it was typed, UTC.
        chars: How many characters were brought back (at least 1).
        conflict: The dossier went on without this text; False when it simply continues what was saved.
        base_rev: The revision it was typed on.
        number: The draft's number.
    """

    field: str
    text: str
    saved_text: str
    at: str
    chars: int
    conflict: bool
    base_rev: str
    number: int


class Trail(msgspec.Struct):
    """One draft as the log tells it."""

    opened: DraftState
    edits: list[tuple[int, int, int, str, str]] = msgspec.field(default_factory=list)
    base_rev: str = ""
    saved_edit: int = 0
    closed: bool = False

    def texts(self) -> Iterable[tuple[int, str]]:
        """Number of the edit and the text after it, from the opening on."""
        text = self.opened.text
        yield self.opened.edit, text
        for edit, start, end, inserted, _at in self.edits:
            text = text[:start] + inserted + text[end:]
            yield edit, text

    def state(self) -> DraftState:
        """How the draft stood at the end."""
        base_text = self.opened.base_text
        edit, text = 0, ""
        for edit, text in self.texts():
            if edit == self.saved_edit:
                base_text = text
        at = self.edits[-1][4] if self.edits else self.opened.at
        return DraftState(self.opened.number, self.opened.field, self.base_rev, base_text, text, edit, at)

    @property
    def last_edit(self) -> int:
        """Number of the last edit that is known of."""
        return self.edits[-1][0] if self.edits else self.opened.edit

    def passed(self, wanted: str) -> bool:
        """True when the draft once had this text: it was saved on the way."""
        return any(text == wanted for _edit, text in self.texts())


class Found(msgspec.Struct):
    """Everything that was left behind.

    Attributes:
        durable: Numbers of the drafts whose row is as new as the log.
    """

    trails: list[Trail] = msgspec.field(default_factory=list)
    gone: list[int] = msgspec.field(default_factory=list)
    durable: set[int] = msgspec.field(default_factory=set)
    last_number: int = 0
    last_edit: int = 0


def replay(
    records: Iterable[list[Any]], rows: Iterable[DraftState], saved: Mapping[int, int] | None = None
) -> Found:
    """Put log and rows together; of each draft whichever went further.

    Args:
        records: The log.
        rows: The rows in the dossier.
        saved: Number of a draft -> its last edit that is in a revision.
    """
    saved = saved or {}
    trails: dict[int, Trail] = {}
    over: set[int] = set()
    for record in records:
        if record[0] == "over":
            over.add(record[1])
        else:
            _play(trails, record)
    found = Found(last_number=max(saved, default=0), last_edit=max(saved.values(), default=0))
    for row in rows:
        known = trails.get(row.number)
        last = known.state().edit if known else -1
        if row.edit > last:
            trails[row.number] = Trail(row, base_rev=row.base_rev)
        if row.edit >= last:
            found.durable.add(row.number)
    later: dict[str, list[Trail]] = {}
    for number, trail in sorted(trails.items(), reverse=True):
        found.last_number = max(found.last_number, number)
        found.last_edit = max(found.last_edit, trail.opened.edit, *(e[0] for e in trail.edits))
        after = later.setdefault(trail.opened.field, [])
        done = number in over or trail.closed or trail.last_edit <= saved.get(number, -1)
        if done or (after and _typed_again(trail, after)):
            found.gone.append(number)
        else:
            found.trails.insert(0, trail)
        after.append(trail)
    return found


def _typed_again(trail: Trail, after: Iterable[Trail]) -> bool:
    """True when a later draft of the same field was brought back from this one: it once had its text."""
    text = trail.state().text
    return any(other.passed(text) for other in after)


def _play(trails: dict[int, Trail], record: list[Any]) -> None:
    kind, number = record[0], record[1]
    trail = trails.get(number)
    if kind == "open":
        name, base_rev, base_text, text, edit, at = record[2:]
        base = text if base_text is None else base_text
        trails[number] = Trail(DraftState(number, name, base_rev, base, text, edit, at), base_rev=base_rev)
    elif trail is None:
        return
    elif kind == "edit":
        edit, start, end, inserted, at = record[2:]
        trail.edits.append((edit, start, end, inserted, at))
    elif kind == "saved":
        trail.saved_edit, trail.base_rev = record[2], record[3]
    elif kind == "close":
        trail.closed = True


def compare(trail: Trail, revisions: Revisions) -> Recovered | None:
    """What a person gets to see of a draft; None when the dossier holds the same text."""
    state = trail.state()
    head, saved = _current(state, revisions)
    if clean_entry(state.text) == clean_entry(saved):
        return None
    continues = head == state.base_rev or saved == state.base_text or trail.passed(saved)
    return Recovered(
        field=state.field,
        text=state.text,
        saved_text=saved,
        at=state.at,
        chars=_typed(saved, state.text),
        conflict=not continues,
        base_rev=state.base_rev,
        number=state.number,
    )


def _current(state: DraftState, revisions: Revisions) -> tuple[str, str]:
    """Id of the current revision of the draft's item ('' = none) and the text of the field in it."""
    entity, _colon, rest = state.field.partition(":")
    key, _colon, attribute = rest.rpartition(":")
    heads = revisions.heads(entity, key)
    if not heads:
        return "", ""
    try:
        value = stored(heads[0]).value
    except DossierUnavailable:
        value = None
    if value is None:
        return heads[0].id, ""
    found: Any = msgspec.to_builtins(value)
    for step in attribute.split("."):
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
        else:
            found = None
    return heads[0].id, found if isinstance(found, str) else state.base_text


def _typed(saved: str, text: str) -> int:
    """How many characters of the text are not in the saved one, begin and end that are the same aside."""
    shortest = min(len(saved), len(text))
    begin = next((i for i in range(shortest) if saved[i] != text[i]), shortest)
    rest = shortest - begin
    end = next((i for i in range(rest) if saved[-1 - i] != text[-1 - i]), rest)
    return max(1, len(text) - begin - end)
