"""The texts of the documents that go out which people write themselves (R52)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from boce_tui.cycle.reporting.writing import Writable, place_of
from boce_tui.domain.sending import TEXTS
from boce_tui.domain.vocabulary import Vocabulary, label
from boce_tui.locale import N_, _
from boce_tui.reports.formats import day, enumeration
from boce_tui.reports.gates.finding import Gap, shown
from boce_tui.reports.model.base import Text
from boce_tui.reports.model.sending import Belongs, Meeting
from boce_tui.reports.placeholders import fields, fill_in
from boce_tui.store import Dossier

PLACEHOLDERS: Vocabulary = {
    "agenda": N_("name of the agenda"),
    "ronde": N_("title of the round"),
    "periode": N_("period that is evaluated"),
    "gemeenten": N_("the municipalities"),
    "versie": N_("version of the report"),
    "besluitdatum": N_("days on which the executives decided"),
    "openbaar": N_("day from which it is public"),
    "bijeenkomst": N_("day of the joint meeting of the councils"),
}
"""What a hand-written text may use, and what it becomes."""


def placeholder_values(about: Belongs, days: Sequence[str], meeting: Meeting) -> dict[str, str]:
    """Placeholder -> what it becomes in these documents."""
    return {
        "agenda": about.agenda.value,
        "ronde": about.title.value,
        "periode": about.period.value,
        "gemeenten": enumeration([place.value for place in about.municipalities]),
        "versie": about.version,
        "besluitdatum": enumeration([day(one) for one in days]),
        "openbaar": day(about.embargo_until),
        "bijeenkomst": day(meeting.day),
    }


class Filler:
    """Fills in placeholders, and remembers what meant nothing.

    Attributes:
        gaps: Placeholders that mean nothing, or that nothing is known for.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self.gaps: list[Gap] = []

    def fill(self, text: Text) -> Text:
        """The text with its placeholders filled in; what is put in is not read again."""
        for name in dict.fromkeys(fields(text.value)):
            if self._known.get(name):
                continue
            if name in self._known:
                message = _("For the placeholder {name} nothing is known yet.")
                mend = _("Fill that in first, or write it differently.")
            else:
                message = _("The placeholder {name} means nothing.")
                mend = _("Choose a placeholder from the list, or take it away.")
            self.gaps.append(Gap(message.format(name=shown("{" + name + "}")), mend, text.origin))
        value = fill_in(text.value, self._known)
        return text if value == text.value else msgspec.structs.replace(text, value=value, fillable=False)


def writable_texts(dossier: Dossier, round_id: str, document: str = "") -> list[Writable]:
    """Every text of these documents that can be written by hand; only those of one when it is named."""
    wanted = [place for place in TEXTS if place.startswith(f"{document}." if document else "")]
    return [place_of(dossier, f"{round_id}/{place}", label(TEXTS, place)) for place in wanted]


def text_document(key: str) -> str:
    """The document a hand-written text belongs to, by its key; empty for a text of the report."""
    place = key.split("/", 1)[-1]
    return place.split(".", 1)[0] if place in TEXTS else ""
