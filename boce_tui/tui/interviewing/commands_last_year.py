"""What the round before says, beside the question: its commands and help."""

from __future__ import annotations

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register

_ANSWER = N_("This question")

register(
    Command(
        "interviewing.last_year",
        N_("What last time said"),
        N_(
            "Shows the conclusion, findings and recommendations of the evaluation before on this question; "
            "only to read. The same key, or esc, goes back to the text."
        ),
        key="f10",
        group=_ANSWER,
        short=N_("last time"),
        footer=10,
    ),
    Command(
        "interviewing.own_answer",
        N_("Own earlier answer"),
        N_("Opens the names, so that this person's own answer of last time can stand beside the question."),
        group=_ANSWER,
    ),
)
