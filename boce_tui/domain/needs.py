"""What councils want to be told, so that they can steer and control (R91): asked, and delivered or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import msgspec

from boce_tui.domain.base import Entity
from boce_tui.domain.keys import GENERAL
from boce_tui.domain.vocabulary import Vocabulary
from boce_tui.locale import N_

ONCE = "once"

FREQUENCY: Vocabulary = {
    ONCE: N_("once"),
    "quarterly": N_("every quarter"),
    "half_yearly": N_("every half year"),
    "yearly": N_("every year"),
    "with_decisions": N_("with every decision"),
}
"""How often they want it."""

MONTHS: Mapping[str, int] = {"quarterly": 3, "half_yearly": 6, "yearly": 12}
"""After how many months it is due again; what comes with decisions has no calendar."""

COUNCIL_QUESTIONS = ("B7", "E8")
"""Questions of the interviews that are about what councils get."""


class Delivery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """It was delivered: when, and in which document."""

    date: str
    document: str


class InformationNeed(Entity, frozen=True, kw_only=True):
    """Something that councils want to be told; key ``{round}/{id}`` (``2041/N01``).

    It never holds who in an interview said so: no code, no key and no revision of an answer.
    """

    entity: ClassVar[str] = "council_information_need"
    view: ClassVar[str] = "council_information_needs"
    text: str
    municipalities: tuple[str, ...] = ()
    """Ids of the municipalities whose councils want it; empty: all of them."""
    theme: str = GENERAL
    form: str = ""
    """In which form: a letter, a page in the annual plan, an evening."""
    frequency: str = ONCE
    """An id of ``FREQUENCY``."""
    deadline: str = ""
    """By when the first time: ``YYYY-MM-DD`` or ``YYYY-MM``."""
    owner: str = ""
    """Body id of who delivers it."""
    source: str = ""
    """What shows that they asked for it: a motion, a letter of the clerk."""
    question: str = ""
    """Id of the question of the interviews it comes from, when enough people answered that."""
    recommendations: tuple[str, ...] = ()
    """Keys of recommendations it comes from."""
    deliveries: tuple[Delivery, ...] = ()
    """The first one first."""

    @property
    def repeats(self) -> bool:
        """It is wanted more than once."""
        return self.frequency != ONCE

    def words(self) -> str:
        """What they want, in which form, and what shows it."""
        return " ".join(filter(None, (self.text, self.form, self.source)))
