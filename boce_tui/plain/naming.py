"""Which question somebody means by what was typed: its number, and of several themes the begin of a theme."""

from __future__ import annotations

from boce_tui.cycle.interviewing import Conversation
from boce_tui.domain.text import fold
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.plain import commands


def step_named(talk: Conversation, text: str) -> Step | None:
    """The question that is meant; without a theme the one of the theme where one is, else the first."""
    number, _space, theme = text.strip().partition(" ")
    theme = fold(theme.strip())
    steps = [step for step in talk.steps if step.question.lower() == number.lower()]
    if theme:
        return next((step for step in steps if fold(str(step.theme_name or "")).startswith(theme)), None)
    here = talk.step.theme
    return next((step for step in steps if step.theme == here), steps[0] if steps else None)


def no_question(text: str) -> str:
    """That there is no such question."""
    return _("There is no question '{text}' in this interview. All questions: {command}").format(
        text=text, command=commands.shown("questions")
    )
