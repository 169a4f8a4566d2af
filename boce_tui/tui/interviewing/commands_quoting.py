"""Follow-up questions and quotes in the interview room: their commands and help."""

from __future__ import annotations

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_TALK = N_("The conversation")
_ANSWER = N_("This question")
_QUOTES = N_("Quotes")

register(
    Command(
        "interviewing.probe",
        N_("Tick the next follow-up question"),
        N_(
            "Ticks the first follow-up question that was not asked yet; f6 and a digit tick another one. "
            "When all are ticked it goes to them."
        ),
        key="f3",
        group=_ANSWER,
        short=N_("probe"),
        footer=3,
    ),
    Command(
        "interviewing.explain",
        N_("The whole question and back"),
        N_(
            "Shows the explanation whole and all follow-up questions, also where they were on one line; "
            "a digit ticks or unticks one. The same key, or esc, goes back to the text."
        ),
        key="f6",
        group=_ANSWER,
        short=N_("whole"),
        footer=11,
    ),
    Command(
        "interviewing.fold",
        N_("Follow-up questions on one line"),
        N_("Shows only how many were asked and which is next, or all of them again where there is room."),
        group=_ANSWER,
    ),
    Command(
        "interviewing.quote",
        N_("Make a quote"),
        N_("Makes a quote of the selected words, or of the last sentence before the cursor."),
        key="f4",
        group=_ANSWER,
        short=N_("quote"),
        footer=4,
    ),
    Command(
        "interviewing.quotes",
        N_("All quotes of this interview"),
        N_("The list of quotes with what was agreed about each of them, and whether the sentence changed."),
        key="ctrl+l",
        group=_TALK,
    ),
    Command(
        "interviewing.unfold",
        N_("Open or close all headings"),
        N_("Shows the rows under every heading, or the headings only; enter does it for one."),
        key="o",
        group=_TALK,
        short=N_("headings"),
        footer=3,
    ),
    Command(
        "interviewing.wording",
        N_("Other wording"),
        N_("Writes a more general wording of this quote, which is printed instead of the literal words."),
        key="w",
        group=_QUOTES,
        short=N_("wording"),
        footer=2,
    ),
    Command(
        "interviewing.retake_quote",
        N_("Take over the words as they are now"),
        N_(
            "Where the sentence was changed after it was quoted: the quote gets the new words, "
            "and has to be agreed on again."
        ),
        key="o",
        group=_QUOTES,
        short=N_("take over"),
        footer=3,
    ),
    Command(
        "interviewing.quote_place",
        N_("To the answer it was said in"),
        N_("Goes to the question of this quote, in the conversation."),
        key="enter",
        group=_QUOTES,
        short=N_("question"),
        footer=1,
    ),
    Command(
        "interviewing.remove_quote",
        N_("Remove this quote"),
        N_("Takes this quote away; the text of the answer stays."),
        key="delete",
        group=_QUOTES,
        short=N_("remove"),
        footer=4,
    ),
)

register_help(
    "interviewing.quotes",
    N_("Every quote with what was agreed: a digit says if it may be used. Only approved ones are printed."),
    N_("Can a sentence be recognised? Press w and write a more general one; the literal words stay."),
    N_(
        "An exclamation mark says that the sentence in the answer was changed or is gone. "
        "o takes over the new words; or leave the quote as it was said."
    ),
)
