"""What a person can do with candidate themes."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.filling.commands import FORM_HELP
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Candidate themes")
_ROUTE = N_("Host task")

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
        "intakes.host-task",
        N_("New host task"),
        N_("Begins the business case of a task for the host municipality; it has a route of its own."),
        key="t",
        group=_GROUP,
        short=N_("task"),
    ),
    Command(
        "intakes.route",
        N_("Route of the host task"),
        N_("The steps from business case to start, with who decides on each."),
        key="r",
        group=_GROUP,
        short=N_("route"),
        footer=6,
    ),
    Command(
        "intake.route",
        N_("Route of the host task"),
        N_("The steps from business case to start, with who decides on each."),
        key="f12",
        group=_GROUP,
        short=N_("route"),
        footer=5,
    ),
    Command(
        "route.take",
        N_("This step was taken"),
        N_("Notes when, by whom and in which document; on a step that was taken it corrects that."),
        key="enter",
        group=_ROUTE,
        short=N_("taken"),
        footer=1,
    ),
    Command(
        "route.back",
        N_("Take back the last step"),
        N_("Takes back the last step that was taken."),
        key="x",
        group=_ROUTE,
        short=N_("back"),
        footer=2,
    ),
    Command(
        "route.form",
        N_("To the business case"),
        N_("Opens the form: support, hours, planning, owners."),
        key="f",
        group=_ROUTE,
        short=N_("form"),
        footer=3,
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
    N_("t begins a task for the host municipality: that has a route of seven steps, which r shows."),
)
register_help(
    "route",
    N_(
        "From business case to start. The steps are taken in this order; where a body decides it stands "
        "beside the step. The steering group cannot agree with a business case that is not complete."
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
