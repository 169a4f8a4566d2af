"""The letter of the colleges to the councils (R56)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from boce_tui.cycle.outgoing import Outgoing
from boce_tui.cycle.planning.settings import municipalities
from boce_tui.cycle.sending.facts import Facts
from boce_tui.cycle.sending.leaving import leave
from boce_tui.domain.analysis import ChapterText
from boce_tui.domain.round import Round
from boce_tui.domain.sending import LETTER
from boce_tui.domain.text import fold
from boce_tui.errors import BadInput
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.gates.finding import Gap
from boce_tui.reports.model.base import Origin, Text
from boce_tui.reports.model.sending import Asked, LetterModel
from boce_tui.reports.printing.letter import letter_parts
from boce_tui.store import Dossier


def prepare_letter(
    dossier: Dossier, round_id: str, names: Names, *, draft: bool = False, municipality: str = ""
) -> Outgoing:
    """The letter, checked; nothing is written.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The names file; while it is locked the name check is missing, which stops (P0).
        draft: Incompleteness becomes a warning; privacy never does.
        municipality: For the council of this municipality only, signed by its own college: id, name or sign.

    Raises:
        BadInput: There is no such round or municipality.
    """
    only = _municipality(dossier, municipality) if municipality else ""
    with in_language("nl"):
        facts = Facts(dossier, round_id, draft=draft)
        model = _model(facts, only)
        document = Document(LETTER, model, model.language, letter_parts)
    return leave(facts, names, document, "councils", _missing(facts, model))


def _model(facts: Facts, only: str) -> LetterModel:
    ours = tuple(name for key, name in facts.places.items() if only in ("", key))
    last_day = max((day for one in facts.decided for day in one.days), default="")
    return LetterModel(
        about=facts.about,
        councils=ours,
        signers=ours,
        opening=facts.written("letter.opening"),
        decided=facts.decided,
        decision=facts.written("letter.decision"),
        recommendations=_of(facts.recommendations, ours),
        later=bool(facts.round.embargo_until and last_day and facts.round.embargo_until > last_day),
        publicity=facts.written("letter.publicity"),
        meeting=facts.meeting,
        meeting_text=facts.written("letter.meeting"),
        for_councils=tuple(item.number for item in facts.for_councils),
        closing=facts.written("letter.closing"),
    )


def _of(items: tuple[Asked, ...], signers: tuple[Text, ...]) -> tuple[Asked, ...]:
    """The recommendations with what the signers of this letter decided."""
    return tuple(
        msgspec.structs.replace(
            item, choices=tuple(one for one in item.choices if one.municipality in signers)
        )
        for item in items
    )


def _missing(facts: Facts, letter: LetterModel) -> Iterator[Gap]:
    yield from facts.not_final()
    dates = Origin(Round.entity, facts.round_id, "dates")
    for one in letter.decided:
        if not one.days:
            yield Gap(
                _("The day on which the executive of {municipality} decided is missing.").format(
                    municipality=one.municipality
                ),
                _("Note its decisions with their date, or fill in the date of the executives in the round."),
                dates,
            )
    yield from _undecided(facts, dates)
    if letter.later and not letter.publicity:
        yield Gap(
            _("It becomes public later than the decision, and it is not said why."),
            _("Write the reason for the later date."),
            Origin(ChapterText.entity, f"{facts.round_id}/letter.publicity"),
        )
    yield from facts.no_meeting()
    known = letter.meeting_text or (letter.meeting.start and letter.meeting.place)
    if letter.meeting.day and not known:
        yield Gap(
            _("Time and place of the meeting of the councils are missing."),
            _("Write them under the date of the meeting."),
            Origin(ChapterText.entity, f"{facts.round_id}/letter.meeting"),
        )


def _undecided(facts: Facts, dates: Origin) -> Iterator[Gap]:
    """A college that decided on some recommendations has to decide on all."""
    for at, place in enumerate(facts.places.values()):
        open_ = [item.number for item in facts.recommendations if not item.choices[at].choice]
        if open_ and len(open_) < len(facts.recommendations):
            yield Gap(
                _("The executive of {municipality} has not decided yet on: {numbers}.").format(
                    municipality=place, numbers=", ".join(open_)
                ),
                _("Note what it decided."),
                dates,
            )


def _municipality(dossier: Dossier, said: str) -> str:
    known = municipalities(dossier)
    wanted = fold(said.strip())
    for key, one in known.items():
        if wanted in (fold(key), fold(one.name), fold(one.display)):
            return key
    raise BadInput(
        _("There is no municipality {name}.").format(name=said),
        hint=_("These are known: {names}").format(names=", ".join(one.name for one in known.values())),
    )
