"""What was said: answers, quotes and the labels put on answers."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.anchors import Anchor
from boce_tui.domain.answers import Value
from boce_tui.domain.base import Entity


class Skip(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a question has no answer."""

    reason: str
    """An id of ``SKIP_REASON``: ``no_time``, ``not_applicable``, ``declined``, ``later``."""
    note: str = ""


class Answer(Entity, frozen=True, kw_only=True):
    """An answer; key = :class:`~boce_tui.domain.keys.AnswerKey` as text."""

    entity: ClassVar[str] = "answer"
    view: ClassVar[str] = "answers"
    text: str = ""
    """What was typed; the words of the conversation."""
    values: dict[str, Value] = msgspec.field(default_factory=dict)
    """Part id -> structured value."""
    skipped: Skip | None = None
    later: bool = False
    probes_asked: tuple[int, ...] = ()
    """Indexes of the probes that were asked."""
    speakers: tuple[str, ...] = ()
    """Codes of the participants it belongs to; empty = everyone at the table."""
    language: str = "nl"
    """Language of the text, when it differs from Dutch."""
    worked_out: str = ""
    """The notes worked out afterwards; the person reads, corrects and approves this text."""

    @property
    def said(self) -> str:
        """The text that counts: worked out when it is, else the notes."""
        return self.worked_out if self.worked_out.strip() else self.text

    @property
    def empty(self) -> bool:
        """True when there is neither text nor a value nor a skip reason."""
        return not (self.said.strip() or self.values or self.skipped)

    def words(self) -> str:
        """The text that counts and the free texts inside structured values."""
        return " ".join([self.said, *_free_texts(self.values)]).strip()


def _free_texts(values: dict[str, Value]) -> list[str]:
    texts: list[str] = []
    for value in values.values():
        plain = msgspec.to_builtins(value)
        texts += [str(x) for x in plain.get("items", ())]
        texts += [str(plain[k]) for k in ("other", "text") if plain.get(k)]
        for row in plain.get("cells", {}).values():
            texts += [x for x in row.values() if isinstance(x, str) and " " in x]
    return texts


class Quote(Entity, frozen=True, kw_only=True):
    """A literal sentence from an answer; key ``{round}/{id}``. Never stored with a name."""

    entity: ClassVar[str] = "quote"
    view: ClassVar[str] = "quotes"
    answer: str
    """Key of the answer it was said in."""
    text: str
    """Literal words."""
    wording: str = ""
    """Generalised wording for publication; empty = the literal words."""
    approval: str = "no"
    """``no``, ``asked``, ``yes``, ``refused`` (R21): only ``yes`` may be published."""
    start: int = -1
    """Place in the answer's text when it was caught; -1 = not tied to a place."""
    before: str = ""
    """What stood before it then, to tell it apart from equal words elsewhere."""
    after: str = ""
    """What stood behind it then."""
    speakers: tuple[str, ...] = ()
    """Codes of the participants who said it; empty = everyone the answer belongs to."""

    @property
    def anchor(self) -> Anchor | None:
        """The words with their place, to find them again in the answer; None when tied to no place."""
        return Anchor(self.text, self.start, self.before, self.after) if self.start >= 0 else None

    @property
    def published_text(self) -> str:
        """What a document may print once it is approved."""
        return self.wording or self.text

    def words(self) -> str:
        """Both wordings."""
        return f"{self.text} {self.wording}".strip()


class Tagging(Entity, frozen=True, kw_only=True):
    """The labels on one answer; key = the answer's key (R38)."""

    entity: ClassVar[str] = "tagging"
    view: ClassVar[str] = "taggings"
    tags: tuple[str, ...] = ()
    """Free labels and factor ids, sorted; ``+`` and ``-`` as first sign tell the tone."""

    def words(self) -> str:
        """The labels themselves."""
        return " ".join(self.tags)
