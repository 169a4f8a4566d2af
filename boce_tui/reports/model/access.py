"""The model of an access request: everything that is kept about one person, for that person."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text


class AccessEarlier(Data, frozen=True, kw_only=True):
    """What stood there before: since when, and its texts under each other."""

    head: str
    texts: tuple[Text, ...] = ()


class AccessFact(Data, frozen=True, kw_only=True):
    """One thing that is kept: what it is, its texts, and what stood there before, the latest first."""

    label: Text
    texts: tuple[Text, ...] = ()
    earlier: tuple[AccessEarlier, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.texts or self.earlier)


class AccessSection(Data, frozen=True, kw_only=True):
    """Facts of one kind."""

    title: str
    facts: tuple[AccessFact, ...] = ()


class AccessModel(Data, frozen=True, kw_only=True):
    """The whole answer.

    Attributes:
        language: Language of the fixed texts.
        example: The dossier is invented.
        agenda: Name of the agenda.
        names_open: The names file could be read.
        shared: Texts of the whole table that hold others' words too, and were left out.
        sections: What is kept.
        own: Codes and names of the person, which may stand in it.
    """

    language: str = "nl"
    example: bool = False
    agenda: Text = NO_TEXT
    names_open: bool = True
    shared: int = 0
    sections: tuple[AccessSection, ...] = ()
    own: tuple[str, ...] = ()

    @property
    def has_earlier(self) -> bool:
        """Something stood there before."""
        return any(fact.earlier for section in self.sections for fact in section.facts)
