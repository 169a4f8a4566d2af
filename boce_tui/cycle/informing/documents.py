"""What the councils want to be told as a document, and as a part of others; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable

from boce_tui.cycle.following_up.meetings import on_the_agenda
from boce_tui.cycle.informing.needs import needs
from boce_tui.cycle.informing.standing import Standing
from boce_tui.cycle.outgoing import Outgoing, outgoing
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.today import today
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.agenda import Body, Organisation, Theme
from boce_tui.domain.keys import GENERAL
from boce_tui.domain.needs import InformationNeed
from boce_tui.domain.round import Round
from boce_tui.locale import in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.reports.model.needs import Delivered, Need, NeedsList
from boce_tui.reports.printing.needs import needs_parts
from boce_tui.store import Dossier

NEEDS = "needs"
"""Its id in ``DOCUMENTS``."""


def prepare_needs(dossier: Dossier, round_id: str, names: Names) -> Outgoing:
    """The register, for the councils.

    Raises:
        BadInput: There is no such round.
    """
    made = NeedsList(
        example=dossier.example,
        title=Text(the_round(dossier, round_id).title, Origin(Round.entity, round_id, "title")),
        date=today(dossier).isoformat(),
        needs=as_told(dossier, round_id, needs(dossier, round_id, today(dossier))),
    )
    with in_language(made.language):
        document = Document(NEEDS, made, made.language, needs_parts)
    return outgoing(dossier, round_id, names, document, NEEDS, audience="councils")


def as_told(dossier: Dossier, round_id: str, found: Iterable[Standing]) -> tuple[Need, ...]:
    """Needs as a document tells them: never that, or in which question, they were heard in interviews."""
    numbers = {key: number for key, (number, _item) in on_the_agenda(dossier, round_id).items()}
    return tuple(_told(dossier, one, numbers) for one in found)


def _told(dossier: Dossier, one: Standing, numbers: dict[str, str]) -> Need:
    value = one.value

    def own(words: str, field: str = "text") -> Text:
        return Text(words, Origin(InformationNeed.entity, one.key, field)) if words.strip() else NO_TEXT

    theme = Text(theme_name(dossier, value.theme), Origin(Theme.entity, value.theme, "name"))
    return Need(
        number=one.number,
        text=own(value.text),
        councils=tuple(_place(dossier, key) for key in value.municipalities),
        theme=theme if value.theme != GENERAL else NO_TEXT,
        form=own(value.form, "form"),
        frequency=value.frequency,
        owner=_body(dossier, value.owner),
        source=own(value.source, "source"),
        state=one.state,
        due=one.due,
        days=one.days,
        recommendations=tuple(numbers[key] for key in value.recommendations if key in numbers),
        deliveries=tuple(
            Delivered(date=each.date, document=own(each.document, "deliveries")) for each in value.deliveries
        ),
    )


def _place(dossier: Dossier, key: str) -> Text:
    found = dossier.value(Organisation, key)
    return Text(found.name if found else key, Origin(Organisation.entity, key, "name"))


def _body(dossier: Dossier, key: str) -> Text:
    found = dossier.value(Body, key) if key else None
    return Text(found.name if found else key, Origin(Body.entity, key, "name")) if key else NO_TEXT
