"""Everything goes along: the items with their history, what names them elsewhere, and the names file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from boce_tui.cycle.profiles import require
from boce_tui.cycle.renumbering.planning import KEPT, Plan, plan
from boce_tui.cycle.trailing import record
from boce_tui.cycle.undo_keeping import keep
from boce_tui.domain.agenda import Document
from boce_tui.domain.entities import ENTITIES, KINDS
from boce_tui.domain.keys import join
from boce_tui.domain.profiles import INTERVIEW
from boce_tui.domain.round import Evaluator, Respondent
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.names import Names, NamesData, not_checked
from boce_tui.store import Dossier

_BARE: dict[str, frozenset[str]] = {
    Respondent.entity: frozenset({"participants", "speakers", "participant"}),
    Evaluator.entity: frozenset({"evaluators"}),
    Document.entity: frozenset({"document"}),
}
"""Kind -> fields in which its number stands on its own."""


def carry_out(dossier: Dossier, planned: Plan, names: Names | None = None) -> None:
    """Do what was planned, after a backup: all of it or nothing.

    Raises:
        BadInput: Something changed in the meantime, or words are still waiting to be saved.
        PrivacyStop: The name must go along, and the names file is locked.
    """
    require(dossier.env.profile, INTERVIEW)
    before = _names_now(planned, names)
    dossier.backup("manual")
    if before is not None and names is not None:
        names.write(_renamed(before, planned))
    try:
        dossier.at_once(_carry_out, dossier, planned)
    except BaseException:
        if before is not None and names is not None:
            names.write(before)
        raise
    keep(dossier, [])  # a step back would write under the old number
    record(dossier, "renumber", items=len(planned.items))


def _carry_out(dossier: Dossier, planned: Plan) -> None:
    with dossier.change():
        again = plan(dossier, planned.round, planned.old)
        starts = tuple(f"{item.entity}:{item.key}:" for item in planned.items)
        if {(i.entity, i.key) for i in again.items} != {(i.entity, i.key) for i in planned.items} or any(
            field.startswith(starts) for field in dossier.drafts.fields()
        ):
            raise BadInput(
                _("{name} is being worked on.").format(name=planned.old),
                hint=_("Close it everywhere, so that all is saved, and try again. Nothing was changed."),
            )
        rewriting = _Rewriting(planned)
        rewriting.revisions = dossier.move(planned.items, rewriting.payload)
        for kind in KINDS:
            for item in dossier.all(kind) if kind not in KEPT else ():
                changed = rewriting.item(kind.entity, msgspec.to_builtins(item.value))
                if changed != msgspec.to_builtins(item.value):
                    dossier.follow(msgspec.convert(changed, kind), item.key)


class _Rewriting:
    """What names the old number, an old key or an old revision names the new one."""

    def __init__(self, planned: Plan) -> None:
        self._keys = {item.key: item.to for item in planned.items}
        self._bare = _BARE.get(planned.number[0], frozenset())
        self._old, self._new = planned.old, planned.new
        self._prefix = "" if planned.number[0] == Respondent.entity else planned.number[1]
        self._to = join(planned.round, planned.new)
        self.revisions: Mapping[str, str] = {}

    def payload(self, entity: str, payload: str, revisions: Mapping[str, str]) -> str:
        """Of a revision that moves."""
        self.revisions = revisions
        became = self.item(entity, msgspec.json.decode(payload))
        kind = ENTITIES[entity]
        return msgspec.json.encode(msgspec.convert(became, kind), order="deterministic").decode()

    def item(self, entity: str, plain: Any) -> Any:
        """Of an item as plain values."""
        del entity
        return self._walk(plain, "")

    def _walk(self, value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return {self._text(name, field): self._walk(one, field or name) for name, one in value.items()}
        if isinstance(value, list | tuple):
            return [self._walk(one, field) for one in value]
        return self._text(value, field) if isinstance(value, str) else value

    def _text(self, text: str, field: str) -> str:
        if field in self._bare and text == self._old:
            return self._new
        if text in self.revisions:
            return self.revisions[text]
        start, colon, key = text.partition(":")
        if colon and start in ENTITIES:
            return f"{start}:{self._key(key)}"
        return self._key(text)

    def _key(self, text: str) -> str:
        if text in self._keys:
            return self._keys[text]
        if self._prefix and (
            text == self._prefix or text.startswith((f"{self._prefix}/", f"{self._prefix}-"))
        ):
            return self._to + text[len(self._prefix) :] if " " not in text else text
        return text


def _names_now(planned: Plan, names: Names | None) -> NamesData | None:
    """The names as they are, when somebody in them gets another code."""
    if planned.number[0] not in (Respondent.entity, Evaluator.entity) or names is None or not names.exists:
        return None
    if not names.unlocked:
        raise not_checked()
    return names.data()


def _renamed(data: NamesData, planned: Plan) -> NamesData:
    people = {planned.new if code == planned.old else code: who for code, who in data.people.items()}
    old, new = join(planned.round, planned.old), join(planned.round, planned.new)
    evaluators = {new if key == old else key: who for key, who in data.evaluators.items()}
    return msgspec.structs.replace(data, people=people, evaluators=evaluators)
