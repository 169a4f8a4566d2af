"""What was typed and is in no version yet: drafts, and texts that are open in an editor."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.cycle.giving_access.earlier import Hush, Line, fixed
from boce_tui.cycle.giving_access.said import Said
from boce_tui.cycle.giving_access.tables import Tables
from boce_tui.cycle.left_behind import place_of, title_of
from boce_tui.cycle.titles import Titles
from boce_tui.domain.interviewing import Answer, Quote
from boce_tui.domain.keys import AnswerKey
from boce_tui.domain.noting import ExtraQuestion, Note
from boce_tui.domain.round import Interview, Respondent
from boce_tui.locale import _
from boce_tui.reports.model.access import AccessFact, AccessSection
from boce_tui.reports.model.base import Origin, Text
from boce_tui.store import Dossier
from boce_tui.store.drafts import FOLDER as DRAFTS
from boce_tui.store.editor_files import left_behind


def waiting(dossier: Dossier, round_id: str, tables: Tables, said: Said, hush: Hush) -> AccessSection:
    """Every text of this person that is in no version yet; call it after the answers were found."""
    titles, facts = Titles(dossier, round_id), []
    for entity, key, text in _texts(dossier, round_id):
        if text.strip() and _is_mine(dossier, tables, said, entity, key):
            name = (
                said.question(AnswerKey.parse(key))
                if entity == Answer.entity
                else title_of(titles, entity, key)
            )
            facts.append(AccessFact(label=fixed(name), texts=(hush(Text(text, Origin(entity, key))),)))
    return AccessSection(title=_("Typed, and not kept as a version yet"), facts=tuple(facts))


def _texts(dossier: Dossier, round_id: str) -> Iterator[tuple[str, str, str]]:
    """Entity, key and words of everything that waits in the round."""
    for one in dossier.later(dossier.drafts.typed).result():
        entity, key = place_of(one.field)
        if key.startswith(f"{round_id}/"):
            yield entity, key, one.text
    for file in left_behind(dossier.folder / DRAFTS, f"{round_id}/"):
        answer = dossier.value(Answer, file.key)
        text = file.read()
        if answer is None or text.strip() != answer.text.strip():
            yield Answer.entity, file.key, text


def _is_mine(dossier: Dossier, tables: Tables, said: Said, entity: str, key: str) -> bool:
    parts = key.split("/")
    if entity == Answer.entity:
        return len(parts) == len(AnswerKey._fields) and parts[1] in tables.lines and tables.of_answer(key)
    if entity == Note.entity:
        note = Line.of(dossier, Note, key).last
        speakers = note.value.speakers if note is not None and note.value is not None else ()
        return parts[1] in tables.lines and tables.alone(parts[1], speakers)
    if entity == Quote.entity:
        quote = Line.of(dossier, Quote, key).last
        return quote is not None and quote.value is not None and said.quote_is_mine(quote.value)
    if entity in (ExtraQuestion.entity, Interview.entity):
        return len(parts) > 1 and tables.alone(parts[1])
    return entity == Respondent.entity and parts[-1] == tables.code
