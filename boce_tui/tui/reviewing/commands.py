"""What a person can do with the review."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Review of the report")

register(
    Command(
        "reviewing.open",
        N_("Review of the report"),
        N_("The review file for steering group and colleges, and what came back of it."),
        group=N_("Go to"),
        opens="boce_tui.tui.reviewing:review_door",
    ),
    Command(
        "reviewing.make",
        N_("Make the review file"),
        N_("Writes the report with places to fill in: one file for steering group, colleges and members."),
        key="m",
        group=_GROUP,
        short=N_("make"),
        footer=1,
    ),
    Command(
        "reviewing.read-in",
        N_("Read a file in"),
        N_("Reads a review file that came back; first you see what it says, nothing changes before enter."),
        key="i",
        group=_GROUP,
        short=N_("read in"),
        footer=2,
    ),
    Command(
        "reviewing.doubts",
        N_("What waits for you"),
        N_("Everything in the files that is doubtful, one by one, with the answers that fit."),
        key="d",
        group=_GROUP,
        short=N_("doubts"),
        footer=3,
    ),
    Command(
        "reviewing.remarks",
        N_("Remarks"),
        N_("Every remark with its place, class and reply."),
        key="r",
        group=_GROUP,
        short=N_("remarks"),
        footer=4,
    ),
    Command(
        "reviewing.views",
        N_("Views side by side"),
        N_("What steering group, colleges and members chose, a column for each of them."),
        key="v",
        group=_GROUP,
        short=N_("views"),
        footer=5,
    ),
    Command(
        "reviewing.take",
        N_("Take it over"),
        N_("Notes everything that was understood; what is doubtful waits for you."),
        key="enter",
        group=_GROUP,
        short=N_("keep all"),
        footer=1,
    ),
    Command(
        "reviewing.of-whom",
        N_("Of somebody else"),
        N_("Says on behalf of whom this file was filled in, when it says so wrongly or not at all."),
        key="w",
        group=_GROUP,
        short=N_("of whom"),
        footer=2,
    ),
    Command(
        "reviewing.answer",
        N_("Settle this"),
        N_("Shows the answers that fit this doubt; what you choose is noted at once."),
        key="enter",
        group=_GROUP,
        short=N_("settle"),
        footer=1,
    ),
    Command(
        "reviewing.open-one",
        N_("Open the recommendation"),
        N_("What everybody says about it, to note or to confirm."),
        key="enter",
        group=_GROUP,
        short=N_("open"),
        footer=1,
    ),
    Command(
        "reviewing.reply",
        N_("Write a reply"),
        N_("Goes to the reply of this remark; f5 comes back to the list."),
        key="enter",
        group=_GROUP,
        short=N_("reply"),
        footer=1,
    ),
    Command(
        "reviewing.class",
        N_("Class the remark"),
        N_("Factual, wording or content."),
        key="c",
        group=_GROUP,
        short=N_("class"),
        footer=2,
    ),
    Command(
        "reviewing.text",
        N_("To the text it is about"),
        N_("Opens the place of the text, to correct it; esc comes back here."),
        key="o",
        group=_GROUP,
        short=N_("to text"),
        footer=3,
    ),
    Command(
        "reviewing.mended",
        N_("This text was mended"),
        N_(
            "Says that the text the remark stands at was corrected because of it; the same again takes it "
            "away."
        ),
        key="t",
        group=_GROUP,
        short=N_("mended"),
        footer=4,
    ),
)

register_help(
    "reviewing.came-back",
    N_(
        "The review in three steps: m makes a file to send around, i reads in what comes back, d settles "
        "what is "
        "doubtful. A file may be read in again: what is known already changes nothing."
    ),
    N_("The steering group advises, a college decides, a member votes until you confirm it."),
)
register_help(
    "reviewing.incoming",
    N_(
        "What the file says, line by line. Left what was understood and what is doubtful, right what we "
        "have and "
        "what came in. Nothing changes before enter."
    ),
    N_("Where both differ, gone words are struck through, new ones underlined."),
)
register_help(
    "reviewing.doubts",
    N_("What is doubtful, one by one. enter shows the answers that fit; u takes an answer back."),
)
register_help(
    "reviewing.remarks",
    N_(
        "Left the remarks in the order of the report, right the whole remark and your reply. A remark is "
        "done when you said what kind it is and replied; a factual one when the text was mended too: o goes "
        "there, t says that it is."
    ),
)
register_help(
    "reviewing.views",
    N_(
        "A line for each recommendation, a column for everybody who had a say. enter opens the "
        "recommendation."
    ),
)
