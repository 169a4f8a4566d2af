"""Labels on answers: factors, free words, tone (R38)."""

from __future__ import annotations

from collections import Counter

from boce_tui.domain.interviewing import Tagging
from boce_tui.domain.text import inert_line
from boce_tui.domain.vocabulary import FACTORS, Vocabulary, label
from boce_tui.errors import BadInput
from boce_tui.locale import N_, _
from boce_tui.store import Dossier, Stored

POSITIVE, NEGATIVE = "+", "-"
_TONES: Vocabulary = {POSITIVE: N_("positive"), NEGATIVE: N_("negative")}
OFFERED = (POSITIVE, NEGATIVE, *FACTORS)
"""Labels that are always offered, beside the ones in use."""
MAX_LABEL = 40


def normal(tag: str) -> str:
    """A label as it is stored: one line, lower case, without the leading #.

    Raises:
        BadInput: It is empty or too long.
    """
    cleaned = " ".join(inert_line(tag).split()).lstrip("#").strip().lower()
    if not cleaned or len(cleaned) > MAX_LABEL:
        raise BadInput(
            _("A label has 1 to {most} characters.").format(most=MAX_LABEL),
            hint=_("Choose a short word, such as: trust."),
        )
    return cleaned


def tags_on(dossier: Dossier, answer: str) -> tuple[str, ...]:
    """The labels on the answer with that key."""
    tagging = dossier.value(Tagging, answer)
    return tagging.tags if tagging else ()


def toggle(dossier: Dossier, answer: str, tag: str) -> Stored[Tagging]:
    """Put a label on an answer, or take it off."""
    wanted = normal(tag)
    with dossier.change() as change:
        tagging = change.value(Tagging, answer)
        now = set(tagging.tags) if tagging else set()
        return change.save(Tagging(tags=tuple(sorted(now ^ {wanted}))), answer)


def in_use(dossier: Dossier, round_id: str) -> list[tuple[str, int]]:
    """The labels of a round with the number of answers, most used first."""
    counter = Counter(
        tag for tagging in dossier.values(Tagging, f"{round_id}/").values() for tag in tagging.tags
    )
    return sorted(counter.items(), key=lambda entry: (-entry[1], entry[0]))


def name(tag: str) -> str:
    """How a label is shown: factors and tones in the language of the moment, free words as they are."""
    if tag in _TONES:
        return _(_TONES[tag])
    return label(FACTORS, tag)
