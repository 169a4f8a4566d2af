"""The report with decisions: the same report, with an appendix of what was decided on each recommendation."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from boce_tui.cycle.deciding.standing import ADVICE, DECISION, Standing, Voice, colleges, standings
from boce_tui.cycle.outgoing import Outgoing
from boce_tui.cycle.reporting.issuing import Prepared, check, model_to_issue
from boce_tui.domain.agenda import Organisation
from boce_tui.domain.recommendation import Decision, Recommendation
from boce_tui.domain.sending import DECIDED
from boce_tui.locale import in_language
from boce_tui.names import Names
from boce_tui.reports.model.base import Origin, Text
from boce_tui.reports.model.sending import Choice, DecidedItem
from boce_tui.store import Dossier


def prepare_with_decisions(
    dossier: Dossier,
    round_id: str,
    names: Names,
    *,
    audience: str = "public",
    draft: bool = False,
    language: str = "nl",
) -> Prepared:
    """As `issuing.prepare`, with the decisions in it. A member's vote is never in it.

    Raises:
        BadInput: There is no such round, or a template is wrong.
    """
    plain, before = model_to_issue(
        dossier, round_id, names, audience=audience, draft=draft, language=language
    )
    with in_language(language):
        model = msgspec.structs.replace(plain, decided=decided_items(dossier, round_id))
    prepared = check(dossier, round_id, names, model)
    return replace(prepared, findings=(*before, *prepared.findings))


def prepare_decided(
    dossier: Dossier, round_id: str, names: Names, *, draft: bool = False, audience: str = "public"
) -> Outgoing:
    """The same as a document on its way out."""
    prepared = prepare_with_decisions(dossier, round_id, names, draft=draft, audience=audience)
    return as_outgoing(prepared)


def as_outgoing(prepared: Prepared) -> Outgoing:
    """A report with decisions as a document on its way out, for the export log."""
    model = prepared.model
    return Outgoing(
        DECIDED,
        model.audience,
        model.document.version,
        model.language,
        prepared.markdown,
        prepared.findings,
        people=prepared.people,
    )


def decided_items(dossier: Dossier, round_id: str) -> tuple[DecidedItem, ...]:
    """Every recommendation with the advice on it and with what each college decided."""
    places = colleges(dossier)
    return tuple(
        DecidedItem(
            id=item.key,
            number=item.number,
            text=_text(item.value.text, Recommendation.entity, item.key),
            advice=tuple(_choice(voice) for voice in item.of(ADVICE)),
            decisions=tuple(_of_college(item, place, name) for place, name in places.items()),
        )
        for item in standings(dossier, round_id)
    )


def _of_college(item: Standing, place: str, name: str) -> Choice:
    by_place = {voice.value.municipality: voice for voice in item.of(DECISION)}
    voice = by_place.get(place) or by_place.get("")
    municipality = _text(name, Organisation.entity, place, "name")
    if voice is None:
        return Choice(municipality=municipality)
    return msgspec.structs.replace(_choice(voice), municipality=municipality)


def _choice(voice: Voice) -> Choice:
    value = voice.value
    return Choice(
        choice=value.choice,
        date=value.date,
        text=_text(value.text, Decision.entity, voice.key),
        motivation=_text(value.motivation, Decision.entity, voice.key, "motivation"),
    )


def _text(words: str, kind: str, key: str, field: str = "text") -> Text:
    return Text(words, Origin(kind, key, field))
