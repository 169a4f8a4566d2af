"""Texts that an unclean end left behind, by interview and question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from boce_tui.cycle.locking import locked, withdrawn
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import AnswerKey, join
from boce_tui.domain.noting import ExtraQuestion, Note
from boce_tui.domain.text import clean_entry
from boce_tui.store import Dossier
from boce_tui.store.drafts import FOLDER as DRAFTS
from boce_tui.store.editor_files import EditorFile, left_behind
from boce_tui.store.ident import iso
from boce_tui.store.recovery import Recovered

NOTE, EXTRA = "note", "extra"
"""What is written beside the questions: a free note, the wording of an extra question."""


FINAL_TEXT = "worked_out"
"""Comes back on the screen of working out, not in the room."""


@dataclass(frozen=True)
class Found:
    """A recovered text and where it belongs.

    Attributes:
        key: The answer it belongs to; of a quote's wording: the answer the quote was said in.
        part: Attribute of the answer (``text``, ``values.other``), ``wording``, or `NOTE` or `EXTRA`.
        recovered: The two texts.
        file: The file an editor had open, when that is where the other text stands.
    """

    key: AnswerKey
    part: str
    recovered: Recovered
    file: EditorFile | None = None

    @property
    def is_note(self) -> bool:
        """True for the notes of an answer themselves."""
        return self.part == "text"

    @property
    def is_beside(self) -> bool:
        """True for what is written beside the questions."""
        return self.part in (NOTE, EXTRA)


def found(dossier: Dossier, round_id: str = "", interview_id: str = "") -> list[Found]:
    """What waits for a person, the last typed first.

    Args:
        dossier: The dossier.
        round_id: Only of this round.
        interview_id: Only of this interview.
    """
    result = []
    for recovered in dossier.drafts.recovered():
        place = _place(dossier, recovered)
        if place is None or place.part == FINAL_TEXT:
            continue
        if round_id in ("", place.key.round) and interview_id in ("", place.key.interview):
            result.append(place)
    return result


def found_anywhere(dossier: Dossier) -> list[Found]:
    """Everything that waits, in fields and in editors."""
    return [*found(dossier), *found_in_editor(dossier)]


def found_in_editor(dossier: Dossier, round_id: str = "", interview_id: str = "") -> list[Found]:
    """Texts that were open in an editor of one's own when it ended: always two texts, a person chooses.

    A file that says what is saved, with nothing beside it, is gone afterwards. Where nothing may be changed
    the file waits.

    Args:
        dossier: The dossier, to write in.
        round_id: Only of this round.
        interview_id: Only of this interview.
    """
    result = []
    for file in left_behind(dossier.folder / DRAFTS):
        try:
            key = AnswerKey.parse(file.key)
        except ValueError:
            continue
        if round_id not in ("", key.round) or interview_id not in ("", key.interview):
            continue
        interview = join(key.round, key.interview)
        if locked(dossier, interview) or withdrawn(dossier, interview):
            continue
        head = dossier.get(Answer, file.key)
        saved = head.value.text if head and head.value else ""
        text = edited(file, saved)
        if text == saved and not file.beside():
            file.remove()
            continue
        two = Recovered(
            field=file.field,
            text=text,
            saved_text=saved,
            at=iso(datetime.fromtimestamp(file.path.stat().st_mtime, UTC)),
            chars=max(len(text), 1),
            conflict=True,
            base_rev=head.id if head else "",
            number=0,
        )
        result.append(Found(key, "text", two, file))
    return sorted(result, key=lambda item: item.recovered.at, reverse=True)


def edited(file: EditorFile, before: str) -> str:
    """The text in the file of an editor; without the line end that editors put at the end of a file."""
    text = clean_entry(file.read())
    return text[:-1] if text.endswith("\n") and not before.endswith("\n") else text


def _place(dossier: Dossier, recovered: Recovered) -> Found | None:
    entity, _colon, rest = recovered.field.partition(":")
    key, _colon, part = rest.rpartition(":")
    try:
        if entity == Answer.entity:
            return Found(AnswerKey.parse(key), part, recovered)
        if entity == Quote.entity:
            quote = dossier.value(Quote, key)
            return Found(AnswerKey.parse(quote.answer), part, recovered) if quote else None
        if entity in (Note.entity, ExtraQuestion.entity):
            round_id, interview, name = key.split("/")
            question = name if entity == ExtraQuestion.entity else ""
            return Found(AnswerKey(round_id, interview, question), entity.partition("_")[0], recovered)
    except ValueError:
        return None
    return None


def found_final(dossier: Dossier) -> AnswerKey | None:
    """The answer whose final text an unclean end left behind last; None when there is none."""
    for recovered in dossier.drafts.recovered():
        place = _place(dossier, recovered)
        if place is not None and place.part == FINAL_TEXT:
            return place.key
    return None
