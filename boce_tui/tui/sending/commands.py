"""What a person can do with the documents that go out."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Letters and summary")
_SUCCESSES = N_("Successes")

register(
    Command(
        "sending.open",
        N_("Letters and summary"),
        N_("The letter to the councils, their summary, the feedback and the report with decisions."),
        group=N_("Go to"),
        opens="boce_tui.tui.sending:sending_door",
    ),
    Command(
        "sending.read",
        N_("Read this document"),
        N_("Shows the document under the cursor as its reader will see it, a section at a time."),
        key="enter",
        group=_GROUP,
        short=N_("read"),
        footer=1,
    ),
    Command(
        "sending.mend",
        N_("To the place that mends it"),
        N_("Goes to the place where what is missing can be filled in."),
        key="e",
        group=_GROUP,
        short=N_("mend"),
        footer=2,
    ),
    Command(
        "sending.write",
        N_("Write texts yourself"),
        N_("Opens the texts of this document that are written by hand."),
        key="w",
        group=_GROUP,
        short=N_("write"),
        footer=3,
    ),
    Command(
        "sending.successes",
        N_("Successes"),
        N_("Opens the list of what goes well; the summary for the councils tells of it."),
        key="s",
        group=_GROUP,
        short=N_("successes"),
        footer=5,
    ),
    Command(
        "sending.make",
        N_("Make the document"),
        N_("Writes the document to a file, when no check stops it."),
        key="m",
        group=_GROUP,
        short=N_("make"),
        footer=4,
    ),
    Command(
        "sending.municipality",
        N_("Letter for one municipality"),
        N_("Makes the letter for one council only, signed by its own executive; once more goes to the next."),
        key="g",
        group=_GROUP,
        short=N_("municip."),
        footer=7,
    ),
    Command(
        "sending.draft",
        N_("As a draft"),
        N_("Marks the documents as drafts: they may be incomplete, but never give anyone away."),
        key="c",
        group=_GROUP,
        short=N_("draft"),
        footer=6,
    ),
    Command(
        "sending.seen",
        N_("This name does no harm"),
        N_("Marks a warning about a name as looked at. It comes back by itself when the text changes."),
        key="b",
        group=_GROUP,
    ),
    Command(
        "sending.exports",
        N_("What left the app"),
        N_("Every document that was written: which version, for whom, and when."),
        key="x",
        group=_GROUP,
        short=N_("exports"),
        footer=8,
    ),
    Command(
        "successes.new",
        N_("New success"),
        N_("Adds a line to the list, to write what goes well."),
        key="n",
        group=_SUCCESSES,
        short=N_("new"),
        footer=2,
    ),
    Command(
        "successes.write",
        N_("Write this success"),
        N_("Goes to the text; esc comes back to the list."),
        key="enter",
        group=_SUCCESSES,
        short=N_("write"),
        footer=1,
    ),
    Command(
        "successes.finding",
        N_("Findings it rests on"),
        N_("Links findings to this success, or takes a link away."),
        key="plus,f2",
        group=_SUCCESSES,
        short=N_("rests on"),
        footer=3,
    ),
    Command(
        "successes.delete",
        N_("Delete"),
        N_("Takes the success off the list; u brings it back."),
        key="delete",
        group=_SUCCESSES,
        short=N_("delete"),
        footer=4,
    ),
    Command(
        "successes.open",
        N_("Successes"),
        N_("The list of what goes well; the summary for the councils tells of it."),
        group=N_("Go to"),
        opens="boce_tui.tui.sending:success_door",
    ),
)

register_help(
    "sending",
    N_(
        "These documents go out when the round is over. The sign says whether one is ready; at the right "
        "stands what is missing. e goes to the place where you can fill that in."
    ),
    N_(
        "enter shows the document, w opens the texts that you write yourself, m writes the file. A document "
        "that would give someone away never leaves the app, not even as a draft."
    ),
)
register_help(
    "sending.read",
    N_(
        "The document as its reader will see it: left the sections, then the text, right what the checks say."
    ),
)
register_help(
    "sending.texts",
    N_(
        "These texts you write yourself; an empty one is left out, or a fixed sentence stands in its place. "
        "Words between braces are filled in: the list is under the text."
    ),
)
register_help(
    "sending.successes",
    N_(
        "Say in one or two sentences what goes well, in words for council members. Link the findings of the "
        "report that show it: without them it stays out of the summary."
    ),
)
