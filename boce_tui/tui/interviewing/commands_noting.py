"""What goes beside the questions, and off the record: commands and help."""

from __future__ import annotations

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_TALK = N_("The conversation")
_ANSWER = N_("This question")
_NOTES = N_("Notes")

register(
    Command(
        "interviewing.free_note",
        N_("Free note"),
        N_("Opens a field for a note beside the questions, with the time; the same key, or esc, goes back."),
        key="f7",
        group=_TALK,
        short=N_("note"),
        footer=6,
    ),
    Command(
        "interviewing.notes",
        N_("All notes of this interview"),
        N_("The list of free notes and linked passages: read, link to a question, remove."),
        group=_TALK,
    ),
    Command(
        "interviewing.extra",
        N_("Extra question"),
        N_("Asks the wording of a question for this interview only; it stands after this one, as X1."),
        key="ctrl+k",
        group=_TALK,
    ),
    Command(
        "interviewing.extra_wording",
        N_("Change the wording of this extra question"),
        N_(
            "Opens the wording of the extra question on the screen; without words it is no question any more."
        ),
        group=_ANSWER,
    ),
    Command(
        "interviewing.belongs",
        N_("Belongs to another question"),
        N_("Moves or links the selected words, or the last sentence, to another question; a note is linked."),
        key="ctrl+d",
        group=_ANSWER,
    ),
    Command(
        "interviewing.speakers",
        N_("Who said this"),
        N_("Says which of the participants this answer, note or quote came from."),
        key="ctrl+f",
        group=_ANSWER,
    ),
    Command(
        "interviewing.off_record",
        N_("Off the record, or back on it"),
        N_("Opens a field that is kept nowhere, in a frame that says so, until the same key closes it."),
        key="ctrl+backslash",
        group=_TALK,
    ),
    Command(
        "interviewing.quote_who",
        N_("Who said this quote"),
        N_("Says which of the participants said this quote; only they count behind it."),
        key="s",
        group=N_("Quotes"),
        short=N_("who"),
        footer=5,
    ),
    Command(
        "notes.open",
        N_("Open this note"),
        N_("Opens the note to write on; of a passage: the question it stands at."),
        key="enter",
        group=_NOTES,
        short=N_("open"),
        footer=1,
    ),
    Command(
        "notes.link",
        N_("Link this note to a question"),
        N_("Chooses the question this note belongs to; it is shown there and while reading back."),
        key="b",
        group=_NOTES,
        short=N_("question"),
        footer=2,
    ),
    Command(
        "notes.who",
        N_("Whom this note is about"),
        N_("Says which of the participants this note is about."),
        key="w",
        group=_NOTES,
        short=N_("who"),
        footer=3,
    ),
    Command(
        "notes.remove",
        N_("Remove this note or link"),
        N_("Takes the note away, or the link of a passage; undo brings it back."),
        key="delete",
        group=_NOTES,
        short=N_("remove"),
        footer=4,
    ),
)

register_help(
    "interviewing.notes",
    N_("Free notes of this interview with their time, and passages that were linked to another question."),
    N_("enter opens one, b links a note to a question; it is then shown when that answer is read back."),
)
