"""What a person can do with candidate themes."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.filling.commands import FORM_HELP
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Candidate themes")

register(
    Command(
        "intakes.open",
        N_("Candidate themes"),
        N_("New themes with their support, hours and advice; compare them and note what was decided."),
        group=N_("Go to"),
        opens="boce_tui.tui.taking_in:intakes_door",
    ),
    Command(
        "intakes.named",
        N_("Named in the interviews"),
        N_("What was named as a new topic, without who; from there it becomes a candidate."),
        key="b",
        group=_GROUP,
        short=N_("named"),
        footer=3,
    ),
    Command(
        "intakes.hours",
        N_("Available hours"),
        N_("The hours there are for themes, per municipality and quarter."),
        key="h",
        group=_GROUP,
        short=N_("hours"),
        footer=4,
    ),
    Command(
        "intakes.make",
        N_("Make the comparison"),
        N_("Writes all candidates beside each other and the decision list to a file (Markdown)."),
        key="m",
        group=_GROUP,
        short=N_("make"),
        footer=5,
    ),
    Command(
        "intake.make",
        N_("Make the fiche"),
        N_("Writes this candidate on one page to a file (Markdown)."),
        key="f4",
        group=_GROUP,
        short=N_("make"),
        footer=3,
    ),
    Command(
        "intake.rename",
        N_("Give it another name"),
        N_("Changes the name of this candidate theme."),
        key="f8",
        group=_GROUP,
        short=N_("name"),
        footer=7,
    ),
    Command(
        "intake.to-agenda",
        N_("Put it on the agenda"),
        N_("Makes it a theme of the agenda; it joins the next progress round, not a running evaluation."),
        key="f3",
        group=_GROUP,
        short=N_("agenda"),
        footer=5,
    ),
    Command(
        "named.new",
        N_("Make a candidate of it"),
        N_("Begins a candidate theme in your own words; nothing in it shows who named it."),
        key="n,enter",
        group=_GROUP,
        short=N_("new"),
        footer=1,
    ),
)

register_help(
    "intakes",
    N_(
        "One line is one candidate theme. The advice follows from a fixed rule; people decide. An incomplete "
        "intake cannot be included."
    ),
    N_(
        "n adds one, b shows what was named in the interviews, h the hours there are, m makes the comparison."
    ),
)
register_help(
    "intake",
    FORM_HELP,
    N_(
        "Under the sections stands the advice as it is now, with what is missing. "
        "Who deviates from it says why."
    ),
)
register_help("hours", N_("What is asked of a municipality is compared with this, quarter by quarter."))
register_help(
    "named",
    N_(
        "Here stand words of interviewees, in alphabetical order and without who. They stay with the "
        "evaluators: a candidate gets a name in your own words."
    ),
)
