"""The decision sheet and the decision list, made and checked; nothing is written here."""

from __future__ import annotations

from typing import Literal

from boce_tui.cycle.deciding.standing import (
    ADVICE,
    DECISION,
    Standing,
    Voice,
    body_words,
    colleges,
    standings,
)
from boce_tui.cycle.outgoing import Outgoing, outgoing
from boce_tui.cycle.recommending import recommendations
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.agenda import Body, Organisation
from boce_tui.domain.recommendation import Decision, Recommendation
from boce_tui.domain.round import Round
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.reports.model.deciding import College, DecisionsModel, Matter, Said
from boce_tui.reports.printing.deciding import decision_parts
from boce_tui.store import Dossier

Kind = Literal["decision_sheet", "decisions"]
_AUDIENCE = {"decision_sheet": "colleges", "decisions": "public"}


def prepare_decisions(
    dossier: Dossier, round_id: str, names: Names, kind: Kind, *, language: str = "nl"
) -> Outgoing:
    """Make the decision sheet or the decision list.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The names file.
        kind: Which of both.
        language: Language of the fixed texts.

    Raises:
        BadInput: There is no such round.
    """
    round_ = the_round(dossier, round_id)
    with in_language(language):
        model = DecisionsModel(
            language=language,
            example=dossier.example,
            title=Text(round_.title, Origin(Round.entity, round_id, "title")),
            version=round_.version,
            status=round_.status,
            embargo_until=round_.embargo_until,
            colleges=tuple(
                College(municipality=key, name=_college(key, name)) for key, name in colleges(dossier).items()
            ),
            matters=tuple(_matter(dossier, one) for one in standings(dossier, round_id)),
            lapsed=tuple(one.number for one in recommendations(dossier, round_id) if one.value.dropped),
        )
        document = Document(kind, model, language, decision_parts)
    return outgoing(
        dossier, round_id, names, document, kind, audience=_AUDIENCE[kind], version=round_.version
    )


def _college(municipality: str, name: str) -> Text:
    words = _("college of {municipality}").format(municipality=name)
    return Text(words, Origin(Organisation.entity, municipality, "name"))


def _matter(dossier: Dossier, one: Standing) -> Matter:
    decided = {voice.body for voice in one.of(DECISION)}
    alone = any(not voice.value.municipality for voice in one.of(DECISION))
    return Matter(
        number=one.number,
        text=Text(one.value.text, Origin(Recommendation.entity, one.key)),
        addressee=_body(dossier, one.value.addressee),
        deadline=one.value.deadline,
        advice=tuple(_said(dossier, voice) for voice in one.of(ADVICE)),
        decisions=tuple(_said(dossier, voice) for voice in one.of(DECISION)),
        undecided=()
        if alone
        else tuple(_college(key, name) for key, name in colleges(dossier).items() if key not in decided),
    )


def _body(dossier: Dossier, body: str) -> Text:
    found = dossier.value(Body, body) if body else None
    return Text(found.name, Origin(Body.entity, body, "name")) if found else NO_TEXT


def _said(dossier: Dossier, voice: Voice) -> Said:
    name = body_words(dossier, voice.body, in_sentence=True) if voice.value.kind == DECISION else voice.name
    who = Text(name, Origin(Decision.entity, voice.key, "body"))
    return _as_said(who, voice.key, voice.value, tuple(_as_said(who, voice.key, v, ()) for v in voice.before))


def _as_said(who: Text, key: str, value: Decision, before: tuple[Said, ...]) -> Said:
    def text(field: str) -> Text:
        return Text(getattr(value, field), Origin(Decision.entity, key, field))

    return Said(
        who=who,
        municipality=value.municipality,
        choice=value.choice,
        date=value.date,
        motivation=text("motivation"),
        text=text("text"),
        owner=text("owner"),
        deadline=text("deadline"),
        document=text("document"),
        before=before,
    )
