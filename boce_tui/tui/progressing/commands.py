"""What a person can do with a progress round."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.filling.commands import FORM_HELP
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Progress")

register(
    Command(
        "progress.go",
        N_("Progress round"),
        N_("How every theme stands in each of the three forms; the letter to the councils and the overview."),
        group=N_("Go to"),
        opens="boce_tui.tui.progressing:progress_door",
    ),
    Command(
        "progress.open",
        N_("Open this part"),
        N_("Opens the form of the theme and form under the cursor."),
        key="enter",
        group=_GROUP,
        short=N_("open"),
        footer=1,
    ),
    Command(
        "progress.none",
        N_("No activities"),
        N_("Notes that there are no activities here; once more takes that back."),
        key="x",
        group=_GROUP,
        short=N_("none"),
        footer=2,
    ),
    Command(
        "progress.whole",
        N_("Coordination and meetings"),
        N_("What is about the whole round: letter, coordination, meetings."),
        key="w",
        group=_GROUP,
        short=N_("whole"),
        footer=3,
    ),
    Command(
        "progress.letter",
        N_("Make the letter"),
        N_("Writes the letter to the councils to a file: public, without hours (Markdown)."),
        key="m",
        group=_GROUP,
        short=N_("letter"),
        footer=4,
    ),
    Command(
        "progress.overview",
        N_("Make the overview"),
        N_("Writes the overview for the commissioners to a file: hours and decisions that are asked."),
        key="o",
        group=_GROUP,
        short=N_("overview"),
        footer=5,
    ),
    Command(
        "progress.new",
        N_("Start a progress round"),
        N_(
            "Starts one with the themes that are running on a day; planned results come from the annual plan."
        ),
        key="n",
        group=_GROUP,
        short=N_("new"),
        footer=6,
    ),
    Command(
        "progress.other",
        N_("Another progress round"),
        N_("Shows another progress round of this round."),
        key="a",
        group=_GROUP,
        short=N_("other"),
        footer=7,
    ),
    Command(
        "progress.plan",
        N_("From the annual plan"),
        N_("Fills what has no planned result yet from the annual plan of that year."),
        key="p",
        group=_GROUP,
        short=N_("from plan"),
        footer=8,
    ),
    Command(
        "progress.remove",
        N_("Take this progress round away"),
        N_("With all that is filled in; the last change can be taken back."),
        key="delete",
        group=_GROUP,
    ),
    Command(
        "progress.undo",
        N_("Take back the last change"),
        N_("Takes back the last change, also of another screen."),
        key="u",
        group=_GROUP,
    ),
)

register_help(
    "progress",
    N_(
        "Every theme in each of the three forms. No cell may stay blank: where nothing happens, x says that "
        "there are no activities."
    ),
    N_(
        "What was planned comes from the annual plan of that year, or from the last progress round; you can "
        "adjust it. p fills what is still empty."
    ),
    N_("What is late needs a reason; the reasons are counted over all progress rounds."),
    N_(
        "m makes the letter to the councils, without hours; o the overview for the commissioners, with hours."
    ),
)
register_help("progress.cell", FORM_HELP)
