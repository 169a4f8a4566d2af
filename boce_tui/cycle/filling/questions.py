"""The question set of a form, kept with the round so that what was filled in stays readable."""

from __future__ import annotations

from boce_tui.domain.keys import join
from boce_tui.domain.round import Instrument
from boce_tui.instruments import model as survey
from boce_tui.instruments.library import load_shipped, load_text
from boce_tui.store import Dossier


def question_set_of(dossier: Dossier, round_id: str, set_id: str) -> survey.Instrument:
    """The question set as it is kept with the round; the shipped one while nothing was filled in yet."""
    kept = dossier.value(Instrument, join(round_id, set_id))
    if kept is None:
        return load_shipped(set_id)
    return load_text(kept.source, name=f"{set_id} {kept.version}")


def keep_question_set(dossier: Dossier, round_id: str, set_id: str) -> survey.Instrument:
    """See to it that the round keeps the text of the question set."""
    found = question_set_of(dossier, round_id, set_id)
    if dossier.value(Instrument, join(round_id, set_id)) is None:
        dossier.save(Instrument(version=found.version, source=found.source), join(round_id, set_id))
    return found
