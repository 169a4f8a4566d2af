"""The register of what the councils want to be told (R91): noted, delivered, carried along while it waits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from boce_tui.cycle.following_up.decided import series
from boce_tui.cycle.following_up.meetings import find_on_agenda, on_the_agenda
from boce_tui.cycle.giving_numbers import next_id
from boce_tui.cycle.informing.from_interviews import check_source, questions
from boce_tui.cycle.informing.standing import Standing, order, stand
from boce_tui.cycle.planning import fields
from boce_tui.cycle.planning.fields import FieldProblem, cleaned
from boce_tui.cycle.planning.settings import bodies, municipalities
from boce_tui.cycle.planning.themes import themes
from boce_tui.cycle.rounds import the_round
from boce_tui.cycle.today import today
from boce_tui.domain.agenda import Document
from boce_tui.domain.dates import parse_day_or_month
from boce_tui.domain.keys import GENERAL, join, last
from boce_tui.domain.needs import FREQUENCY, Delivery, InformationNeed
from boce_tui.domain.recommendation import Recommendation
from boce_tui.domain.text import fold
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored

LETTER = "N"


def _term(field: str, value: str) -> str:
    said = fields.line(field, value)
    return (parse_day_or_month(said) or fields.day(field, said)) if said else ""


_NEED: dict[str, fields.Cleaner] = {
    "text": lambda field, value: fields.block(field, value, needed=True),
    "municipalities": fields.lines,
    "theme": fields.line,
    "form": fields.line,
    "frequency": lambda field, value: fields.one_of(field, value, FREQUENCY),
    "deadline": _term,
    "owner": fields.line,
    "source": fields.line,
    "question": fields.line,
    "recommendations": fields.lines,
}


def needs(dossier: Dossier, round_id: str, day: date, *, body: str | None = None) -> list[Standing]:
    """What the councils want to be told: what waits first.

    All of this round; of the rounds before it what was not delivered, and what is wanted again.

    Args:
        dossier: The dossier.
        round_id: The round one works in.
        day: The day it is measured against.
        body: Only what this body delivers; an empty text: what nobody was named for.
    """
    found = [
        stand(key, last(key), value, day)
        for key, value in dossier.values(InformationNeed, f"{round_id}/").items()
    ]
    for earlier in (at for at in series(dossier, round_id) if at != round_id):
        of_it = dossier.values(InformationNeed, f"{earlier}/").items()
        stood = (stand(key, f"{earlier}-{last(key)}", value, day) for key, value in of_it)
        found += [one for one in stood if one.goes_on]
    return sorted((one for one in found if body is None or one.value.owner == body), key=order)


def waiting(found: Iterable[Standing]) -> list[Standing]:
    """The needs without delivery."""
    return [one for one in found if one.waits]


def find_need(dossier: Dossier, round_id: str, said: str) -> str:
    """The key of the need that somebody calls ``N03`` or ``2041-N03``.

    Raises:
        FieldProblem: There is none of that number here.
    """
    wanted = said.strip().upper()
    known = {one.number: one.key for one in needs(dossier, round_id, date.max)}
    if wanted not in known:
        raise FieldProblem(
            "need",
            _("There is no {number} among what the councils want to know.").format(number=said.strip()),
            hint=_("Choose from: {choices}.").format(choices=", ".join(known)) if known else "",
        )
    return known[wanted]


def add_need(dossier: Dossier, round_id: str, **values: Any) -> Stored[InformationNeed]:
    """Note something the councils want to be told; its id is the next ``N01``, ``N02`` ...

    Raises:
        BadInput: There is no such round, or a field is wrong.
        FieldProblem: It would point at somebody who was interviewed.
    """
    the_round(dossier, round_id)
    made = InformationNeed(**_checked(dossier, round_id, {"text": "", **values}))
    with dossier.change():
        check_source(dossier, round_id, None, made)
        ever = {last(key) for key in dossier.head_keys(InformationNeed, f"{round_id}/")}
        return dossier.save(made, join(round_id, next_id(dossier, round_id, LETTER, ever)))


def change_need(dossier: Dossier, key: str, **changes: Any) -> Stored[InformationNeed]:
    """Change what was noted.

    Raises:
        FieldProblem: It is gone, a field is wrong, or it would point at somebody who was interviewed.
    """
    round_id = key.split("/")[0]
    clean = _checked(dossier, round_id, changes)
    with dossier.change():
        before = _there(dossier, key)
        after = msgspec.structs.replace(before, **clean)
        check_source(dossier, round_id, before, after)
        return dossier.save(after, key)


def deliver(
    dossier: Dossier, key: str, day: str, document: str, *, round_id: str = ""
) -> Stored[InformationNeed]:
    """Note that it was delivered.

    Args:
        dossier: The dossier.
        key: Key of the need.
        day: On which day.
        document: In what: in words, or the number of a document of the round (``D03``).
        round_id: The round one works in, when that is not the one of the need.

    Raises:
        FieldProblem: It is gone, a day or document is missing, or the day is still to come.
    """
    when = fields.day("date", day, needed=True)
    if when > today(dossier).isoformat():
        raise FieldProblem("date", _("This day is still to come."), hint=_("Note it when it was delivered."))
    with dossier.change():
        before = _there(dossier, key)
        made = Delivery(date=when, document=_title(dossier, round_id or key.split("/")[0], document))
        if made in before.deliveries:
            raise FieldProblem("document", _("It is noted like that already."))
        kept = tuple(sorted((*before.deliveries, made), key=lambda one: one.date))
        return dossier.save(msgspec.structs.replace(before, deliveries=kept), key)


def take_back_delivery(dossier: Dossier, key: str) -> Stored[InformationNeed]:
    """The last delivery was noted by mistake.

    Raises:
        FieldProblem: It is gone, or nothing was delivered.
    """
    with dossier.change():
        before = _there(dossier, key)
        if not before.deliveries:
            raise FieldProblem("deliveries", _("Nothing was delivered yet."))
        return dossier.save(msgspec.structs.replace(before, deliveries=before.deliveries[:-1]), key)


def remove_need(dossier: Dossier, key: str) -> Stored[InformationNeed]:
    """Take it off the list; undo brings it back."""
    with dossier.change():
        _there(dossier, key)
        return dossier.delete(InformationNeed, key)


def find_councils(dossier: Dossier, said: Iterable[str]) -> tuple[str, ...]:
    """The ids of municipalities by id, name or short code.

    Raises:
        FieldProblem: One of them is not known.
    """
    known = municipalities(dossier)
    by_word = {fold(word): key for key, one in known.items() for word in (key, one.name, one.display)}
    names = {key: one.name for key, one in known.items()}
    return tuple(
        by_word.get(fold(word)) or fields.one_of("municipalities", word, names)
        for word in said
        if word.strip()
    )


def find_recommendations(dossier: Dossier, round_id: str, said: Iterable[str]) -> tuple[str, ...]:
    """The keys of recommendations, by the numbers that somebody typed."""
    return find_on_agenda(dossier, round_id, said)


def recommendation_numbers(dossier: Dossier, round_id: str) -> dict[str, str]:
    """Key -> number and text of the recommendations that a need can come from."""
    return {key: f"{number} {item.text}" for key, (number, item) in on_the_agenda(dossier, round_id).items()}


def _there(dossier: Dossier, key: str) -> InformationNeed:
    found = dossier.value(InformationNeed, key)
    if found is None:
        raise FieldProblem(
            "need", _("This was taken off the list."), hint=_("Bring it back with undo first.")
        )
    return found


def _title(dossier: Dossier, round_id: str, said: str) -> str:
    words = fields.line("document", said, needed=True)
    kept = dossier.value(Document, join(round_id, words.upper()))
    return kept.title if kept else words


def _checked(dossier: Dossier, round_id: str, values: dict[str, Any]) -> dict[str, Any]:
    clean = cleaned(values, _NEED)
    if "municipalities" in clean:
        clean["municipalities"] = find_councils(dossier, clean["municipalities"])
        if set(clean["municipalities"]) == set(municipalities(dossier)):
            clean["municipalities"] = ()  # all of them
    if "theme" in clean:
        known = {GENERAL: _("General")} | {key: one.name for key, one in themes(dossier).items()}
        clean["theme"] = fields.one_of("theme", clean["theme"] or GENERAL, known)
    if clean.get("owner"):
        fields.one_of("owner", clean["owner"], {key: body.name for key, body in bodies(dossier).items()})
    if clean.get("question"):
        clean["question"] = fields.one_of("question", clean["question"].upper(), questions(dossier, round_id))
    if "recommendations" in clean:
        kept = [key for key in clean["recommendations"] if dossier.value(Recommendation, key) is not None]
        clean["recommendations"] = tuple(dict.fromkeys(kept))
    return clean
