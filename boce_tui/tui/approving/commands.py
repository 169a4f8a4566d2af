"""What can be done after an interview: working out, history, the record and its approval."""

from __future__ import annotations

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_TEXT = N_("Working out an interview")
_HISTORY = N_("History of an answer")
_RECORD = N_("The record")

register(
    Command(
        "approving.next-open",
        N_("Next answer without a final text"),
        N_("Goes to the next answer that is not worked out yet."),
        key="f8",
        group=_TEXT,
        short=N_("to do"),
        footer=1,
    ),
    Command(
        "approving.from-notes",
        N_("Start from the notes"),
        N_("Puts the notes in the final text, to make sentences of; only when that is still empty."),
        key="f3",
        group=_TEXT,
        short=N_("take over"),
        footer=2,
    ),
    Command(
        "approving.difference",
        N_("The difference, or the text before"),
        N_("Shows by words what is gone and what is new; once more shows the text before."),
        key="f5",
        group=_TEXT,
        short=N_("changes"),
        footer=3,
    ),
    Command(
        "approving.next",
        N_("Next answer"),
        N_("Goes to the next answer of this interview."),
        key="ctrl+n,ctrl+down",
        group=_TEXT,
        short=N_("next"),
        footer=4,
    ),
    Command(
        "approving.previous",
        N_("Previous answer"),
        N_("Goes to the answer before; nothing is lost."),
        key="ctrl+t,ctrl+up",
        group=_TEXT,
        short=N_("previous"),
        footer=7,
    ),
    Command(
        "approving.answers",
        N_("All answers of this interview"),
        N_("A list of the answers with what is worked out; type to look in it."),
        key="f2",
        group=_TEXT,
        short=N_("list"),
        footer=6,
    ),
    Command(
        "approving.compare-with",
        N_("Compare with the notes, or with what was sent"),
        N_("Compares the final text with the notes, or with the record as it was sent."),
        key="f12",
        group=_TEXT,
        short=N_("compare"),
        footer=8,
    ),
    Command(
        "approving.finish",
        N_("The interview is worked out"),
        N_("Says that the texts are ready; an answer without a final text keeps its notes."),
        key="f6",
        group=_TEXT,
        short=N_("ready"),
        footer=5,
    ),
    Command(
        "approving.room",
        N_("The interview itself"),
        N_("Opens the interview at this question, to change a choice or a quote."),
        key="f7",
        group=_TEXT,
    ),
    Command(
        "approving.work-out",
        N_("Work out this interview"),
        N_("Puts the notes beside the final text, answer by answer."),
        group=_TEXT,
    ),
    Command(
        "approving.history",
        N_("History of this answer"),
        N_("Who changed this answer, when and what; an older version can be brought back."),
        key="ctrl+underscore",
        group=_HISTORY,
        short=N_("history"),
        footer=9,
    ),
    Command(
        "approving.bring-back",
        N_("Bring this version back"),
        N_("Makes this version the one of now; the others stay in the history."),
        key="b",
        group=_HISTORY,
        short=N_("bring"),
        footer=1,
    ),
    Command(
        "approving.step-back",
        N_("One version back"),
        N_("Undoes the last change of this answer; it can be repeated."),
        key="u",
        group=_HISTORY,
        short=N_("undo"),
        footer=2,
    ),
    Command(
        "approving.step-forward",
        N_("One version forward"),
        N_("Takes back an undo of this answer."),
        key="r",
        group=_HISTORY,
        short=N_("redo"),
        footer=3,
    ),
    Command(
        "approving.unlock",
        N_("Unlock the record"),
        N_("Opens an approved record again; asks why, and it has to be approved again."),
        key="ctrl+o",
        group=_RECORD,
        short=N_("unlock"),
        footer=8,
    ),
    Command(
        "approving.make",
        N_("Make the record"),
        N_("Makes the record as a file for one person: own answers only, checked for names."),
        key="m",
        group=_RECORD,
        short=N_("record"),
        footer=4,
    ),
    Command(
        "approving.send",
        N_("The record was sent"),
        N_("Notes that the record was sent today, with the day before which an answer is expected."),
        key="v",
        group=_RECORD,
        short=N_("sent"),
        footer=5,
    ),
    Command(
        "approving.remind",
        N_("A reminder was sent"),
        N_("Notes that a reminder was sent today."),
        key="h",
        group=_RECORD,
        short=N_("remind"),
        footer=6,
    ),
    Command(
        "approving.answered",
        N_("Note the answer"),
        N_("Notes what came back: approved, approved with changes, or no reply."),
        key="a",
        group=_RECORD,
        short=N_("answer"),
        footer=3,
    ),
    Command(
        "approving.work-out-row",
        N_("Work out"),
        N_("Puts the notes of this interview beside the final text, answer by answer."),
        key="w",
        group=_RECORD,
        short=N_("work out"),
        footer=2,
    ),
    Command(
        "approving.work-out-this",
        N_("Work out this interview"),
        N_("Puts the notes beside the final text, answer by answer."),
        key="f4",
        group=_RECORD,
        short=N_("work out"),
        footer=1,
    ),
    Command(
        "approving.conduct",
        N_("The interview itself"),
        N_("Opens the interview under the cursor."),
        key="g",
        group=_RECORD,
        short=N_("interview"),
        footer=7,
    ),
)

register_help(
    "approving.working-out",
    N_("Here you make a text of your notes that the interviewee can read. Every letter is kept at once."),
    N_(
        "The notes stay as they were typed. f3 puts them in the final text to start from, f5 shows the "
        "difference by words, f8 goes to the next answer without a final text."
    ),
    N_(
        "Does a correction come back? Type it in the final text: f12 then compares with what was sent. Both "
        "are kept."
    ),
    N_("f6 when all of it is ready: the record can be made then. An approved record is only read."),
)
register_help(
    "approving.history",
    N_("Every version of this answer, the newest above: when, who, what. Below it what became different."),
    N_("b brings a version back as a new one; u and r go back and forward one by one. Nothing gets lost."),
)
register_help(
    "approving.list",
    N_("The records of the interviews that were held: who is waited for, until when, and what came back."),
    N_("w works out, m makes the record as a file, v notes that it was sent, h a reminder, a the answer."),
    N_("When everybody has approved, the record is locked. ^o unlocks it and asks why."),
    N_("Does somebody withdraw? ^p and 'Withdraw the interview' first shows what would be erased."),
)
register_help(
    "approving.form",
    N_("Only a quote that is approved may be printed. Other words than the literal ones are approved again."),
    N_("When everybody has approved, the record is locked. ^o unlocks it and asks why."),
    N_("Every field is kept as soon as you leave it."),
)
