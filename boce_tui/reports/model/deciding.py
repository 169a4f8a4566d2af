"""The model of the decision sheet (to decide with) and the decision list (what was decided)."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text


class Said(Data, frozen=True, kw_only=True):
    """What one body advised or decided."""

    who: Text
    municipality: str = ""
    """Whose college it is; empty for a body that decides or advises for all."""
    choice: str
    """An id of ``DECISION_CHOICE``."""
    date: str = ""
    motivation: Text = NO_TEXT
    text: Text = NO_TEXT
    """The recommendation in its changed form."""
    owner: Text = NO_TEXT
    deadline: Text = NO_TEXT
    document: Text = NO_TEXT
    before: tuple[Said, ...] = ()
    """What it said earlier, the oldest first."""


class Matter(Data, frozen=True, kw_only=True):
    """One recommendation with everything that was said about it."""

    number: str
    text: Text
    addressee: Text = NO_TEXT
    deadline: str = ""
    advice: tuple[Said, ...] = ()
    decisions: tuple[Said, ...] = ()
    undecided: tuple[Text, ...] = ()
    """Municipalities whose college has not decided yet."""


class College(Data, frozen=True, kw_only=True):
    """One of those who decide."""

    municipality: str
    name: Text


class DecisionsModel(Data, frozen=True, kw_only=True):
    """Either of both documents."""

    language: str = "nl"
    example: bool = False
    title: Text
    version: str
    status: str
    embargo_until: str = ""
    colleges: tuple[College, ...] = ()
    matters: tuple[Matter, ...] = ()
    lapsed: tuple[str, ...] = ()
    """Numbers of recommendations that were dropped: nothing is decided on them any more."""
