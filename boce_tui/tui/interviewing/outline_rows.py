"""What the outline shows, made from the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from boce_tui.cycle.interviewing import Conversation, StepState
from boce_tui.cycle.interviewing.left import left_question
from boce_tui.domain.interviewing import Answer
from boce_tui.domain.keys import NO_THEME
from boce_tui.domain.text import inert_line
from boce_tui.instruments.steps import Step
from boce_tui.locale import _, ngettext
from boce_tui.tui.interviewing.desk import Desk
from boce_tui.tui.signs import State, mark

HEAD, STEP, GONE, QUOTES, NOTES, END = "head", "step", "gone", "quotes", "notes", "end"


@dataclass(frozen=True)
class Line:
    """One row of the outline.

    Attributes:
        kind: ``head``, ``step``, ``gone`` (not asked any more), ``quotes``, ``notes`` or ``end``.
        id: Row id; of a step its place.
        text: What stands there.
        number: Question id.
        theme: Theme id, or empty.
        state: How it stands; None for what is no question.
        right: Of a heading: how far it is.
        about: The name of the theme, to tell equal questions apart where no heading does.
    """

    kind: str
    id: str
    text: str
    number: str = ""
    theme: str = ""
    state: State | None = None
    right: str = ""
    about: str = ""


def row_id(step: Step) -> str:
    """Id of the row of a step."""
    return f"{step.question}/{step.theme or NO_THEME}"


def outline_lines(talk: Conversation) -> list[Line]:
    """All rows as they are now."""
    lines: list[Line] = []
    for (section, theme), group in groupby(talk.steps, key=lambda step: (step.section, step.theme)):
        del section, theme
        steps = list(group)
        states = [talk.state(step) for step in steps]
        first = steps[0]
        title = str(first.section_title)
        if first.theme_name:
            title = f"{title} {mark('·')} {first.theme_name}"
        settled = sum(state in (StepState.DONE, StepState.SKIPPED) for state in states)
        lines.append(Line(HEAD, f"head:{row_id(first)}", inert_line(title), right=f"{settled}/{len(steps)}"))
        lines += [
            Line(
                STEP,
                row_id(step),
                outline_text(step),
                number=step.question,
                theme=step.theme or "",
                state=state.value,
                about=inert_line(str(step.theme_name or "")),
            )
            for step, state in zip(steps, states, strict=True)
        ]
    lines += _gone(talk)
    count = len(talk.quotes.all())
    lines.append(Line(HEAD, "head:end", _("The end")))
    quotes = ngettext("{count} quote", "{count} quotes", count).format(count=count)
    lines.append(Line(QUOTES, QUOTES, quotes))
    notes = len(talk.notes.all()) + len(talk.passages.values())
    if notes:
        words = ngettext("{count} note or link", "{count} notes and links", notes).format(count=notes)
        lines.append(Line(NOTES, NOTES, words))
    lines.append(Line(END, END, _("End the conversation")))
    return lines


def outline_text(step: Step) -> str:
    """The words of a question on one line; an extra question says that it is one."""
    words = inert_line(str(step.text))
    return _("(extra) {words}").format(words=words) if step.extra else words


def _gone(talk: Conversation) -> list[Line]:
    gone = talk.outside_route()
    if not gone:
        return []
    lines = [Line(HEAD, "head:gone", _("Not asked any more"), right=str(len(gone)))]
    for key, _answer in gone:
        lines.append(
            Line(
                GONE,
                f"gone:{key}",
                inert_line(left_question(talk, key)),
                number=key.question,
                state="skipped",
            )
        )
    return lines


def outline_words(desk: Desk) -> dict[str, str]:
    """Row id -> question, answer and quotes as one text, for the filter."""
    talk = desk.talk
    words: dict[str, str] = {}
    for step in talk.steps:
        parts = [step.question, str(step.text), str(step.section_title), str(step.theme_name or "")]
        parts += [answer.words() for answer in talk.answers_at(step)]
        parts.append(desk.typed_text(step))
        parts += [quote.value.words() for quote in talk.quotes_at(step) if quote.value]
        parts += [item.words() for _key, item in (*talk.notes_at(step), *talk.passages_at(step))]
        words[row_id(step)] = " ".join(parts)
    words[NOTES] = " ".join(note.text for _key, note in talk.notes.all() if not note.answer)
    for key, answer in talk.outside_route():
        words[f"gone:{key}"] = f"{key.question} {left_question(talk, key)} {_words(answer)}"
    return words


def _words(answer: Answer) -> str:
    return answer.words()
