"""The model of what the councils want to be told; other documents print a part of it."""

from __future__ import annotations

from boce_tui.reports.model.base import NO_TEXT, Data, Text


class Delivered(Data, frozen=True, kw_only=True):
    """When it was delivered, and in what."""

    date: str
    document: Text


class Need(Data, frozen=True, kw_only=True):
    """Something the councils want to be told. That it was heard in interviews is not in here.

    Attributes:
        number: Its number, with its round when it is of an earlier one.
        councils: Municipalities whose councils want it; empty: all of them.
        frequency: An id of ``FREQUENCY``.
        state: ``open``, ``again``, ``running`` or ``done``.
        due: By when it is expected; empty when that is not known.
        days: How many days it is late.
        recommendations: Numbers of the recommendations it comes from.
    """

    number: str
    text: Text
    councils: tuple[Text, ...] = ()
    theme: Text = NO_TEXT
    form: Text = NO_TEXT
    frequency: str = "once"
    owner: Text = NO_TEXT
    source: Text = NO_TEXT
    state: str = "open"
    due: str = ""
    days: int = 0
    recommendations: tuple[str, ...] = ()
    deliveries: tuple[Delivered, ...] = ()

    @property
    def waits(self) -> bool:
        """The councils wait for it."""
        return self.state in ("open", "again")


class NeedsList(Data, frozen=True, kw_only=True):
    """The register, on a day."""

    language: str = "nl"
    example: bool = False
    title: Text
    date: str = ""
    needs: tuple[Need, ...] = ()
