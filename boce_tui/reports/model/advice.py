"""The model of chapter 2: main conclusions and recommendations."""

from __future__ import annotations

from boce_tui.domain.keys import GENERAL
from boce_tui.reports.model.base import NO_TEXT, Data, Text


class Bullet(Data, frozen=True, kw_only=True):
    """One main conclusion; ``rests_on`` holds part ids ``{chapter id}/{theme id}``."""

    text: Text
    rests_on: tuple[str, ...] = ()


class EarlierLink(Data, frozen=True, kw_only=True):
    """How a recommendation relates to an earlier one."""

    kind: str
    """Id of ``EARLIER_LINK``."""
    number: str
    """Such as ``2021-3b``."""
    progress: str = ""
    """Id of ``PROGRESS_CLASS``: what had become of it."""


class Recommendation(Data, frozen=True, kw_only=True):
    """One recommendation."""

    id: str
    number: str
    text: Text
    explanation: Text = NO_TEXT
    theme: str = GENERAL
    addressee: Text = NO_TEXT
    co_addressees: tuple[Text, ...] = ()
    deadline: str = ""
    owner: Text = NO_TEXT
    findings: tuple[str, ...] = ()
    """Ids of findings of this report."""
    rests_on: tuple[str, ...] = ()
    """Part ids."""
    earlier: tuple[EarlierLink, ...] = ()
    lapsed: bool = False
    """Dropped after version 1.0: printed as "vervallen"."""


class RecommendationGroup(Data, frozen=True, kw_only=True):
    """Recommendations on one subject."""

    title: Text
    theme: str = GENERAL
    items: tuple[Recommendation, ...] = ()


class Conclusion(Data, frozen=True, kw_only=True):
    """Chapter 2."""

    introduction: Text = NO_TEXT
    bullets: tuple[Bullet, ...] = ()
    recommendations_introduction: Text = NO_TEXT
    groups: tuple[RecommendationGroup, ...] = ()
