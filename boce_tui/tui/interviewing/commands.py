"""What can be done in the interview room, its lists and its end."""

from __future__ import annotations

import boce_tui.tui.interviewing.commands_noting
import boce_tui.tui.interviewing.commands_quoting  # noqa: F401  - the registry reads this module only
from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_TALK = N_("The conversation")
_ANSWER = N_("This question")

register(
    Command(
        "interviewing.list",
        N_("Interviews"),
        N_("The list of interviews of this round: open one to conduct it or to look at it."),
        key="g",
        group=N_("Go to"),
        short=N_("interview"),
        footer=2,
        opens="boce_tui.tui.interviewing:interviews_screen",
    ),
    Command(
        "interviewing.next",
        N_("Next question"),
        N_("Goes to the next question; after the last one to the end of the conversation."),
        key="ctrl+n,ctrl+down",
        group=_TALK,
        short=N_("next"),
        footer=1,
    ),
    Command(
        "interviewing.previous",
        N_("Previous question"),
        N_("Goes back one question; nothing is lost."),
        key="ctrl+t,ctrl+up",
        group=_TALK,
        short=N_("previous"),
        footer=8,
    ),
    Command(
        "interviewing.outline",
        N_("All questions"),
        N_("Shows all questions; type the number of a question (a2) to go there, or / to search."),
        key="f2",
        group=_TALK,
        short=N_("questions"),
        footer=2,
    ),
    Command(
        "interviewing.choice",
        N_("To the choice and back"),
        N_("Goes from the text to the choice of this question, where digits choose, and back again."),
        key="f5",
        group=_ANSWER,
        short=N_("choice"),
        footer=6,
    ),
    Command(
        "interviewing.later",
        N_("Mark for later"),
        N_("Puts this question on the list for later, or takes it off."),
        key="f8",
        group=_ANSWER,
        short=N_("later"),
        footer=5,
    ),
    Command(
        "interviewing.skip",
        N_("Skip with a reason"),
        N_("Says why this question gets no answer and goes on to the next one."),
        key="ctrl+o",
        group=_ANSWER,
        short=N_("skip"),
        footer=7,
    ),
    Command(
        "interviewing.who",
        N_("Whose answer"),
        N_("Shows the answer of everyone together, or of the next participant alone."),
        key="ctrl+g",
        group=_ANSWER,
        short=N_("who"),
        footer=9,
    ),
    Command(
        "interviewing.short",
        N_("Short route on or off"),
        N_("Asks only the core questions from here, or all of them again; answers stay."),
        key="ctrl+r",
        group=_TALK,
    ),
    Command(
        "interviewing.closing",
        N_("End the conversation"),
        N_("Shows what is open, skipped or for later, and ends the conversation."),
        group=_TALK,
    ),
    Command(
        "interviewing.pause",
        N_("Pause and go back"),
        N_("Leaves the conversation; the next time it opens at this question."),
        group=_TALK,
    ),
    Command(
        "interviewing.save",
        N_("Save now"),
        N_("Everything is saved by itself; this does it at once."),
        key="ctrl+s",
        group=_TALK,
    ),
    Command(
        "interviewing.undo_choice",
        N_("Undo the last choice"),
        N_("Takes back the last choice, tick, skip or quote; the text stays."),
        group=_ANSWER,
    ),
    Command(
        "interviewing.compare",
        N_("Compare two texts"),
        N_("Shows the saved text and the text that was brought back, to choose between them."),
        key="f12",
        group=_ANSWER,
        short=N_("compare"),
        footer=1,
    ),
    Command(
        "interviewing.change_anyway",
        N_("Unlock the record"),
        N_("Opens an approved record again; asks why, and it has to be approved again."),
        group=_TALK,
    ),
    Command(
        "interviewing.plan",
        N_("Plan this interview"),
        N_("Opens the planning: who is at the table, when and where, and how far it is."),
        key="p",
        group=_TALK,
        short=N_("form"),
        footer=4,
    ),
    Command(
        "interviewing.new",
        N_("Plan another interview"),
        N_("Opens the planning of all interviews and asks with whom the new one is."),
        key="n",
        group=_TALK,
        short=N_("new"),
        footer=3,
    ),
    Command(
        "interviewing.open",
        N_("Open this interview"),
        N_("Opens the interview under the cursor, at the question where it was left."),
        key="enter",
        group=N_("Go to"),
        short=N_("open"),
        footer=1,
    ),
    Command(
        "interviewing.go",
        N_("Go to this question"),
        N_("Goes back into the conversation, at the question under the cursor."),
        key="enter",
        group=_TALK,
        short=N_("go there"),
        footer=2,
    ),
    Command(
        "interviewing.finish",
        N_("The conversation was held"),
        N_("Ends the conversation and keeps how long it took; you can still change answers."),
        key="a",
        group=_TALK,
        short=N_("finish"),
        footer=1,
    ),
    Command(
        "interviewing.keep_saved",
        N_("Keep the saved text"),
        N_("Keeps the text that was saved and throws the other one away."),
        key="1",
        short=N_("saved"),
        footer=1,
    ),
    Command(
        "interviewing.take_typed",
        N_("Take the text that was brought back"),
        N_("Replaces the saved text by the one that was brought back; the saved one stays in the history."),
        key="2",
        short=N_("brought"),
        footer=2,
    ),
    Command(
        "interviewing.keep_both",
        N_("Keep both texts"),
        N_("Puts the text that was brought back under the saved one."),
        key="3",
        short=N_("both"),
        footer=3,
    ),
)

register_help(
    "interviewing.room",
    N_("Here you conduct the interview. Type what you hear; every letter is kept at once, you never save."),
    N_(
        "The cursor stays in the text. f5 goes to the choice and back, f3 ticks the next follow-up question, "
        "f4 makes a quote of the last sentence."
    ),
    N_(
        "At a choice only digits choose: 0 is not applicable, 9 is don't know. A letter is the begin of a "
        "word: it goes to the text. Up and down go to the next choice; in a table "
        "enter goes to the next cell."
    ),
    N_("^n goes on. f2 shows all questions: type a2 to go to question A2, or / to search words."),
    N_(
        "f7 opens a free note. ^d sends words to the question they belong to, ^k asks an extra question, "
        "^f says who said it. ^\\ goes off the record: that is kept nowhere."
    ),
    N_("esc pauses. The next time you go on at this question."),
)
register_help(
    "interviewing.list",
    N_("The interviews of this round. enter opens one; it opens where you left it."),
    N_(
        "n plans another one. p opens the form of this interview: who is at the table, when, and how far it "
        "is. w works out one that was held."
    ),
    N_("Does somebody withdraw? ^p and 'Withdraw the interview' first shows what would be erased."),
)
register_help(
    "interviewing.closing",
    N_("What is not answered yet. enter goes to that question; a says that the conversation was held."),
)
register_help(
    "interviewing.compare",
    N_("Two texts of one answer: the one that was saved, and one that was typed but not saved. Choose here."),
    N_("Nothing is thrown away before you have chosen."),
)
