"""What the question set needs to know about a round: themes, bodies, earlier recommendations, people."""

from __future__ import annotations

from boce_tui.cycle.numbering import given_numbers
from boce_tui.cycle.rounds import round_number, the_round
from boce_tui.domain.agenda import Agenda, Ambition, Body, Document, Organisation, Theme
from boce_tui.domain.keys import last
from boce_tui.domain.numbering import sort_key
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.round import Instrument, Interview, Respondent
from boce_tui.errors import BadInput
from boce_tui.instruments import model as survey
from boce_tui.instruments.audience import Profile
from boce_tui.instruments.library import load_shipped, load_text
from boce_tui.instruments.steps import RoundContext
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

MAX_EARLIER_TEXT = 90
"""Earlier recommendations are table rows in F1: longer texts are shortened there."""


def question_set(dossier: Dossier, round_id: str) -> survey.Instrument:
    """The question set as it was fixed for the round; the shipped one when the round has none yet."""
    round_ = the_round(dossier, round_id)
    stored = dossier.value(Instrument, f"{round_id}/{round_.instrument}")
    if stored:
        return load_text(stored.source, name=f"{round_.instrument} {stored.version}")
    return load_shipped(round_.instrument)


_AGREEMENTS = ("overeenkomst", "convenant", "agreement", "covenant")
"""A document of a kind with one of these words in it can be chosen where a question asks for an agreement."""


def round_context(dossier: Dossier, round_id: str) -> RoundContext:
    """Everything a route depends on, apart from people and answers."""
    round_ = the_round(dossier, round_id)
    themes = dossier.values(Theme)
    organisations = dossier.values(Organisation)
    bodies = dossier.values(Body)
    agenda = dossier.value(Agenda, "agenda")
    documents = dossier.values(Document, f"{round_id}/")
    return RoundContext(
        year=round_.year,
        number=round_number(dossier, round_id),
        focus_themes=tuple(_theme(key, themes[key]) for key in round_.focus_themes if key in themes),
        themes=tuple(_theme(key, theme) for key, theme in sorted(themes.items(), key=_by_order)),
        bodies=tuple(
            survey.Option(id=key, nl=body.name, en=body.name_en)
            for key, body in sorted(bodies.items(), key=_by_order)
        ),
        recommendations=tuple(earlier_recommendations(dossier, round_.previous)),
        municipalities=tuple(
            survey.Option(id=key, nl=organisation.name)
            for key, organisation in sorted(organisations.items(), key=_by_order)
            if organisation.kind == "municipality"
        ),
        documents=tuple(_document(key, document) for key, document in documents.items()),
        agreements=tuple(
            _document(key, document)
            for key, document in documents.items()
            if any(word in document.kind.lower() for word in _AGREEMENTS)
        ),
        ambitions=tuple(
            survey.Option(id=key, nl=ambition.text) for key, ambition in dossier.values(Ambition).items()
        ),
        agenda=survey.Text(agenda.name if agenda else ""),
    )


def _document(key: str, document: Document) -> survey.Option:
    return survey.Option(id=last(key).lower(), nl=document.title)


def _theme(key: str, theme: Theme) -> survey.Option:
    return survey.Option(id=key, nl=theme.name, en=theme.name_en)


def _by_order(entry: tuple[str, Theme | Body | Organisation]) -> tuple[int, str]:
    return entry[1].order, entry[0]


def earlier_recommendations(dossier: Dossier, round_id: str) -> list[survey.Option]:
    """The recommendations of the round before, in number order, as rows for question F1."""
    if not round_id:
        return []
    items = dossier.values(Recommendation, f"{round_id}/")
    numbered = sorted(given_numbers(dossier, round_id).items(), key=lambda entry: sort_key(entry[1]))
    return [
        survey.Option(id=last(key).lower(), nl=f"{number} {_short(items[key].text)}")
        for key, number in numbered
        if not items[key].dropped
    ]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= MAX_EARLIER_TEXT else words[: MAX_EARLIER_TEXT - 1].rsplit(" ", 1)[0] + "…"


def profile(code: str, person: Respondent) -> Profile:
    """What routing may know about one participant."""
    return Profile(
        code=code,
        group=person.group,
        roles=person.roles,
        municipalities=person.municipalities,
        themes=dict(person.themes),
        participated_before=person.participated_before,
    )


def participants(dossier: Dossier, round_id: str, interview: Interview) -> list[Profile]:
    """The people at the table, in the order of the interview."""
    found = []
    for code in interview.participants:
        person = dossier.value(Respondent, f"{round_id}/{code}")
        if person:
            found.append(profile(code, person))
    return found


def find_interview(dossier: Dossier, round_id: str, code: str) -> Stored[Interview]:
    """The interview with that id, or the one in which that participant takes part.

    Raises:
        BadInput: There is none, or the participant takes part in several.
    """
    wanted = code.strip().upper()
    interviews = dossier.all(Interview, f"{round_id}/")
    found = [i for i in interviews if last(i.key) == wanted]
    found = found or [i for i in interviews if i.value and wanted in i.value.participants]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(last(item.key) for item in found)
        raise BadInput(
            _("{code} takes part in several interviews: {ids}.").format(code=wanted, ids=ids),
            hint=_("Name the interview itself."),
        )
    known = ", ".join(last(item.key) for item in interviews)
    raise BadInput(
        _("There is no interview for {code} in round {round}.").format(code=wanted, round=round_id),
        hint=_("These interviews exist: {ids}").format(ids=known)
        if known
        else _("Plan an interview first: boce, step 3."),
    )
