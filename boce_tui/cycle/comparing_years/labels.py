"""What compared questions and their options are called."""

from __future__ import annotations

from collections.abc import Iterable

from boce_tui.cycle.comparing_years.measuring import Measure
from boce_tui.cycle.question_words import QuestionWords
from boce_tui.instruments.scales import choices


def title(words: QuestionWords, measure: Measure) -> str:
    """The question in words, with its id, and its theme when that is not named in it."""
    theme = words.theme(measure.theme) if measure.theme else ""
    said = words.of(measure.question.text, measure.theme)
    if theme and theme not in said:
        said = f"{theme}: {said}"
    return f"{measure.question.id} {said}"


def row_title(words: QuestionWords, measure: Measure) -> str:
    """The same, with the row and the column of a table."""
    row = _row(measure)
    return f"{title(words, measure)} ({row})" if row else title(words, measure)


def short_title(words: QuestionWords, measure: Measure) -> str:
    """What tells it apart in a list: of a table its row and column, else the question."""
    row = _row(measure)
    return f"{measure.question.id} {row}" if row else title(words, measure)


def _row(measure: Measure) -> str:
    parts = [part.get() for part in (measure.row, measure.column.label if measure.column else None) if part]
    return ", ".join(part for part in parts if part)


def options_of(measure: Measure, chosen: Iterable[str]) -> dict[str, str]:
    """Option id -> its words, of the options that were chosen, in the order of the question set."""
    part = measure.question.part(measure.part)
    known = {option.id: option.get() for option in (choices(part) if part else ())}
    wanted = set(chosen)
    return {
        option: known.get(option, option)
        for option in (*known, *sorted(wanted - set(known)))
        if option in wanted
    }
