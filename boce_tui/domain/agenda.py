"""The agenda and what stands around it: organisations, bodies, themes, ambitions, documents."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity


class Agenda(Entity, frozen=True, kw_only=True):
    """The agenda itself; one per dossier, key ``agenda``. Its name is a setting (R7)."""

    entity: ClassVar[str] = "agenda"
    view: ClassVar[str] = "agendas"
    name: str
    short_name: str = ""
    region: str = ""
    goal: str = ""
    """Goal of the collaboration, as a clause that can follow "Doel is"."""
    period: str = ""
    """Such as "2018-2021"."""
    programme_name: str = ""
    example: bool = False
    """True in the example dossier: every document then says "Voorbeeld, verzonnen"."""
    today: str = ""
    """The day it is in the example (``YYYY-MM-DD``); empty = the calendar's."""


class Organisation(Entity, frozen=True, kw_only=True):
    """A municipality or another organisation; key = its id (``borger_odoorn``)."""

    entity: ClassVar[str] = "organisation"
    view: ClassVar[str] = "organisations"
    name: str
    display: str
    kind: str = "municipality"
    """``municipality`` or ``partner``."""
    talent_network: bool = False
    notes: str = ""
    order: int = 0


class Body(Entity, frozen=True, kw_only=True):
    """A body or role that acts in the cycle, and that a recommendation can be addressed to; key = its id."""

    entity: ClassVar[str] = "body"
    view: ClassVar[str] = "bodies"
    name: str
    name_en: str = ""
    group: str = ""
    """Reporting group: ``executive``, ``official``, ``council``, ``external`` or empty."""
    single_holder: bool = False
    """True when one person holds it: naming the function names the person (privacy gate P4)."""
    per_municipality: bool = False
    tasks: str = ""
    powers: str = ""
    order: int = 0


class ExitDecision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The formal end of a theme (R5)."""

    body: str
    date: str
    document: str = ""
    reason: str = ""


class Theme(Entity, frozen=True, kw_only=True):
    """A theme of the agenda; key = its id (``accessibility``)."""

    entity: ClassVar[str] = "theme"
    view: ClassVar[str] = "themes"
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    start: str = ""
    work_stopped: str = ""
    """Date on which work on it ended in practice; without ``exit`` this gives a warning (R5)."""
    exit: ExitDecision | None = None
    order: int = 0

    def words(self) -> str:
        """Name and aliases (R6)."""
        return " ".join((self.name, self.name_en, *self.aliases))


class CouncilDecision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One municipality's decision on an ambition (R3)."""

    municipality: str
    body: str = "councils"
    date: str = ""
    document: str = ""


class Status(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the separate statuses of an ambition, with source and date (domain.md 3.2)."""

    status: str
    """An id of ``REALISATION_STATUS``."""
    by: str = ""
    date: str = ""
    source: str = ""
    note: str = ""


class Ambition(Entity, frozen=True, kw_only=True):
    """What was agreed for a theme; key = its id. A new text is a new ``version``.

    The third status, ``perceived``, is never stored: it is the distribution over the answers.
    """

    entity: ClassVar[str] = "ambition"
    view: ClassVar[str] = "ambitions"
    theme: str
    text: str
    source: str = ""
    version: int = 1
    valid_from: str = ""
    decisions: tuple[CouncilDecision, ...] = ()
    formal: Status | None = None
    assessed: dict[str, Status] = msgspec.field(default_factory=dict)
    """Round id -> the evaluators' judgement in that round."""
    order: int = 0

    def words(self) -> str:
        """The ambition's text."""
        return self.text


class Document(Entity, frozen=True, kw_only=True):
    """A document that was studied; key ``{round}/{id}`` (R14)."""

    entity: ClassVar[str] = "document"
    view: ClassVar[str] = "documents"
    title: str
    kind: str = ""
    date: str = ""
    municipality: str = ""
    author: str = ""

    def words(self) -> str:
        """Title, kind and author."""
        return " ".join((self.title, self.kind, self.author))
