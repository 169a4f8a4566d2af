"""What a person can do with recommendations."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

LIST = N_("Recommendations")
ONE = N_("Recommendation")

register(
    Command(
        "recommending.open-list",
        N_("Recommendations"),
        N_("All recommendations in number order, or per theme."),
        group=N_("Go to"),
        opens="boce_tui.tui.recommending:recommendations_door",
    ),
    Command(
        "advice.open",
        N_("Open"),
        N_("Opens the recommendation under the cursor; on a group: gives it another title."),
        key="enter",
        group=LIST,
        short=N_("open"),
        footer=1,
    ),
    Command(
        "advice.new",
        N_("New recommendation"),
        N_("Starts an empty recommendation in the group under the cursor."),
        key="n",
        group=LIST,
        short=N_("new"),
        footer=2,
    ),
    Command(
        "advice.new-group",
        N_("New group"),
        N_("Starts a group of recommendations at the end: a subject with a number of its own."),
        key="N",
        group=LIST,
        short=N_("group"),
        footer=3,
    ),
    Command(
        "advice.move",
        N_("Move to another group"),
        N_("Puts the recommendation at the end of another group; numbers follow at once."),
        key="m",
        group=LIST,
        short=N_("move"),
        footer=4,
    ),
    Command(
        "advice.up",
        N_("One place up"),
        N_("Moves the recommendation, or the whole group, one place up."),
        key="shift+up,K",
        group=LIST,
        short=N_("up"),
        footer=8,
    ),
    Command(
        "advice.down",
        N_("One place down"),
        N_("Moves the recommendation, or the whole group, one place down."),
        key="shift+down,J",
        group=LIST,
        short=N_("down"),
        footer=9,
    ),
    Command(
        "advice.check",
        N_("Checked"),
        N_("Marks the recommendation as checked, or takes the mark away; it says what is still missing."),
        key="v",
        group=LIST,
        short=N_("check"),
        footer=6,
    ),
    Command(
        "advice.per-theme",
        N_("Per theme or in number order"),
        N_("Shows the recommendations per theme, also themes without one; once more goes back."),
        key="p",
        group=LIST,
        short=N_("per theme"),
        footer=7,
    ),
    Command(
        "advice.group-theme",
        N_("Theme of this group"),
        N_("Chooses the theme the group is about; what is in it goes along."),
        key="h",
        group=LIST,
    ),
    Command(
        "advice.delete",
        N_("Delete"),
        N_("Deletes the recommendation or an empty group; u brings it back. A fixed number stays taken."),
        key="delete",
        group=LIST,
        short=N_("delete"),
        footer=10,
    ),
    Command(
        "advice.change",
        N_("Change this"),
        N_("Chooses for whom it is, by when, who does it, the group, or the earlier one it follows."),
        key="enter",
        group=ONE,
        short=N_("change"),
        footer=1,
    ),
    Command(
        "advice.finding",
        N_("Findings it rests on"),
        N_("Links findings to this recommendation, or takes a link away."),
        key="plus,f2",
        group=ONE,
        short=N_("rests on"),
        footer=2,
    ),
    Command(
        "advice.check-this",
        N_("Checked"),
        N_("Marks this recommendation as checked, or takes the mark away; it says what is still missing."),
        key="v,f8",
        group=ONE,
        short=N_("check"),
        footer=3,
    ),
    Command(
        "advice.unlink",
        N_("Take this finding away"),
        N_("The recommendation no longer rests on the finding under the cursor."),
        key="delete",
        group=ONE,
        short=N_("remove"),
        footer=7,
    ),
    Command(
        "advice.next",
        N_("Next recommendation"),
        N_("Opens the next recommendation in number order."),
        key="ctrl+n",
        group=ONE,
        short=N_("next"),
        footer=8,
    ),
)
register_help(
    "recommending.list",
    N_(
        "Recommendations stand in groups; the group gives the number, the place in it the letter. Until "
        "version 1.0 numbers follow when you move something. From then on they stand fixed: what you take "
        "out leaves a gap."
    ),
    N_("The sign says whether it is checked. What is still missing stands behind it, in words."),
)
register_help(
    "recommending.one",
    N_(
        "Write one action that can be carried out. Say for whom it is, by when, and who does it. It rests "
        "on at least one finding; below you see how many people are behind each."
    ),
    N_(
        "Is something like this advised before? Link it: then the report says that it repeats or replaces it."
    ),
)
