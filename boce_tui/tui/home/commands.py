"""What a person can do on the dashboard and the welcome screen."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

register(
    Command(
        "home.open",
        N_("Open this line"),
        N_("Opens the step, or goes to the place where the task can be done."),
        key="enter",
        group=N_("The year"),
        short=N_("open"),
        footer=1,
    ),
    Command(
        "home.interview",
        N_("Go to an interview"),
        N_("Opens the list of interviews, to conduct one or go on with it."),
        key="g",
        group=N_("The year"),
        short=N_("interview"),
        footer=2,
    ),
    Command(
        "home.planning",
        N_("Plan the interviews"),
        N_("Opens the planning of the interviews."),
        key="p",
        group=N_("The year"),
        short=N_("plan"),
        footer=3,
    ),
    Command(
        "home.themes",
        N_("Themes and ambitions"),
        N_("Themes with their other names, ambitions, decisions and statuses."),
        key="t",
        group=N_("The year"),
        short=N_("themes"),
        footer=7,
    ),
    Command(
        "home.documents",
        N_("Documents"),
        N_("The documents that were studied in this round."),
        key="d",
        group=N_("The year"),
        short=N_("papers"),
        footer=8,
    ),
    Command(
        "home.coverage",
        N_("Coverage: who is heard"),
        N_("Group, municipality and theme, with the places where nobody is heard."),
        key="c",
        group=N_("The year"),
        short=N_("coverage"),
        footer=9,
    ),
    Command(
        "home.settings",
        N_("Settings: agenda, organisations, bodies"),
        N_("The name of the agenda, the organisations, and the bodies and roles."),
        key="i",
        group=N_("The year"),
        short=N_("settings"),
        footer=9,
    ),
    Command(
        "home.search",
        N_("Search everything"),
        N_("Searches answers, findings, conclusions, recommendations and documents."),
        key="slash,z",
        group=N_("The year"),
        short=N_("search"),
        footer=5,
    ),
    Command(
        "home.other-side",
        N_("Steps or tasks"),
        N_("Moves between the steps of the year and the list of things to do."),
        key="tab",
        group=N_("The year"),
        short=N_("other"),
        footer=4,
    ),
    Command(
        "home.round",
        N_("Another round"),
        N_("Chooses the round to work in, or starts a new one."),
        key="r",
        group=N_("The year"),
        short=N_("round"),
        footer=6,
    ),
    Command(
        "home.next-round",
        N_("Start the next round"),
        N_("When the report is final: goes on with the same questions, themes and open recommendations."),
        key="n",
        group=N_("The year"),
        short=N_("new year"),
        footer=7,
    ),
    Command(
        "welcome.new",
        N_("Start a round"),
        N_("Opens the form for a new yearly evaluation."),
        key="n,enter",
        group=N_("The year"),
        short=N_("new"),
        footer=1,
    ),
    Command(
        "welcome.take",
        N_("Take over what the evaluators gave"),
        N_("For programme support: the round as a document or a bundle, and the names."),
        key="o",
        group=N_("The year"),
        short=N_("take over"),
        footer=2,
    ),
)

register_help(
    "home",
    N_("On the left are the steps of the year, from assignment to follow-up, each with how far it is."),
    N_(
        "On the right is what to do now: what hurts first stands first, with an !. Every line is a door: "
        "enter goes to the place, esc comes back here."
    ),
    N_(
        "Below it is who is heard, by group and by theme. "
        "An ! stands where nobody is heard, or too few people."
    ),
)
register_help(
    "welcome",
    N_(
        "This dossier is still empty. Begin with a round: n. After that this screen tells you each next step."
    ),
)
