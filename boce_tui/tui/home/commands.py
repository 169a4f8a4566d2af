"""What a person can do on the dashboard and the welcome screen."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register

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
        "home.other-side",
        N_("Steps or tasks"),
        N_("Moves between the steps of the year and the list of things to do."),
        key="tab",
        group=N_("The year"),
        short=N_("other"),
        footer=3,
    ),
    Command(
        "home.round",
        N_("Another round"),
        N_("Chooses the round to work in, or starts a new one."),
        key="r",
        group=N_("The year"),
        short=N_("round"),
        footer=4,
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
)
