"""Extra questions, thought of during one interview: its steps, comparable with nothing (R28)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from boce_tui.cycle.giving_numbers import next_id
from boce_tui.cycle.interviewing.noting import Book
from boce_tui.domain.keys import last
from boce_tui.domain.noting import ExtraQuestion
from boce_tui.domain.text import clean_entry
from boce_tui.instruments.model import NO_TEXT, Instrument, Question, Text
from boce_tui.instruments.steps import RoundContext, Step
from boce_tui.store import Dossier, Stored


class ExtraBook(Book[ExtraQuestion]):
    """The extra questions of an interview."""

    kind = ExtraQuestion

    def all(self) -> dict[str, ExtraQuestion]:
        """Question id -> extra question, in the order they were thought of."""
        return asked_here(self.values())

    def new_id(self, taken: Iterable[str] = ()) -> str:
        """An id that no extra question of this interview has or ever had.

        Args:
            taken: Question ids that are in use otherwise.
        """
        ever = {last(key) for entity, key in self.dossier.items(self.prefix) if entity == self.kind.entity}
        return next_id(self.dossier, self.prefix.split("/")[0], "X", {*ever, *taken}, 1)

    def write(self, question: str, text: str, where: ExtraQuestion) -> Stored[ExtraQuestion] | None:
        """Store the wording; one that never had any is not made.

        Args:
            question: Its id.
            text: The wording.
            where: After which question, and when.
        """
        text, key = clean_entry(text).strip(), self.prefix + question
        known = self.value(key)
        if known is None and not text:
            return None
        return self.put(key, msgspec.structs.replace(known or where, text=text))


def asked_here(items: Iterable[tuple[str, ExtraQuestion]]) -> dict[str, ExtraQuestion]:
    """Question id -> extra question of one interview, those with words, in order."""
    found = {last(key): item for key, item in items if item.text.strip()}
    return dict(sorted(found.items(), key=lambda entry: (len(entry[0]), entry[0])))


def per_interview(dossier: Dossier, round_id: str) -> dict[str, dict[str, ExtraQuestion]]:
    """Interview id -> its extra questions, of a whole round."""
    found: dict[str, list[tuple[str, ExtraQuestion]]] = {}
    for key, item in dossier.values(ExtraQuestion, f"{round_id}/").items():
        found.setdefault(key.split("/")[1], []).append((key, item))
    return {interview: asked_here(items) for interview, items in found.items()}


def extra_question(question: str, extra: ExtraQuestion) -> Question:
    """An extra question as if it stood in the question set: only notes, no values."""
    words = " ".join(extra.text.split())
    return Question(id=question, section=extra.section, text=Text(words))


def with_extra(
    steps: Sequence[Step],
    extras: Mapping[str, ExtraQuestion],
    instrument: Instrument,
    context: RoundContext,
    codes: Sequence[str],
) -> list[Step]:
    """The route with the extra questions in it, each after the question it was thought of at.

    When that is not asked any more it stands at the end of its section; it never goes away.
    """
    found = list(steps)
    for question, extra in extras.items():
        made = _step(question, extra, instrument, context, codes)
        found.insert(_place(found, extra), made)
    return found


def _place(steps: Sequence[Step], extra: ExtraQuestion) -> int:
    theme = extra.theme or None
    wanted = (
        [i for i, s in enumerate(steps) if s.question == extra.after and s.theme == theme]
        or [i for i, s in enumerate(steps) if s.section == extra.section and s.theme == theme]
        or [i for i, s in enumerate(steps) if s.section == extra.section]
    )
    at = wanted[-1] + 1 if wanted else len(steps)
    while at < len(steps) and steps[at].extra and steps[at].place[1] == theme and wanted:
        at += 1  # a later one comes behind those that stand here already
    return at


def _step(
    question: str, extra: ExtraQuestion, instrument: Instrument, context: RoundContext, codes: Sequence[str]
) -> Step:
    asked = extra_question(question, extra)
    title = next((section.title for section in instrument.sections if section.id == extra.section), NO_TEXT)
    name = next((theme for theme in context.focus_themes if theme.id == extra.theme), None)
    return Step(
        question=question,
        theme=extra.theme or None,
        section=extra.section,
        section_title=title,
        theme_name=Text(name.nl, name.en) if name else None,
        text=asked.text,
        help=NO_TEXT,
        probes=(),
        parts=(),
        notes=True,
        notes_label=NO_TEXT,
        core=False,
        gate=False,
        evaluator_only=False,
        participants=tuple(codes),
        asked=asked,
        extra=True,
    )
