"""What a person can do in the session of the recalibration."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Recalibration")

register(
    Command(
        "recalibration.open",
        N_("Recalibration"),
        N_("Goes through ambitions and themes: keep, adjust, stop or add, each with its reason."),
        group=N_("Go to"),
        opens="boce_tui.tui.recalibrating:recalibration_door",
    ),
    Command(
        "recalibration.choose",
        N_("Keep, adjust or stop"),
        N_("Chooses what happens to the ambition or theme under the cursor."),
        key="k,f2",
        group=_GROUP,
        short=N_("choose"),
        footer=1,
    ),
    Command(
        "recalibration.write",
        N_("Write the reason"),
        N_("Goes to the reason; esc comes back to the list."),
        key="enter",
        group=_GROUP,
        short=N_("why"),
        footer=2,
    ),
    Command(
        "recalibration.next",
        N_("Next one without a decision"),
        N_("Goes to the next ambition or theme about which something is missing."),
        key="n,f8",
        group=_GROUP,
        short=N_("next"),
        footer=3,
    ),
    Command(
        "recalibration.details",
        N_("Body, date and document"),
        N_("Fills in who decided, on which day, and where it is written down."),
        key="d,f3",
        group=_GROUP,
        short=N_("details"),
        footer=4,
    ),
    Command(
        "recalibration.add",
        N_("Add an ambition or theme"),
        N_("Adds an ambition to the theme under the cursor, or a new theme."),
        key="plus",
        group=_GROUP,
        short=N_("add"),
        footer=6,
    ),
    Command(
        "recalibration.make",
        N_("Make the result"),
        N_("Writes what was decided to a file (Markdown)."),
        key="m",
        group=_GROUP,
        short=N_("make"),
        footer=5,
    ),
)

register_help(
    "recalibration",
    N_(
        "Go through the list from top to bottom. In the middle stands what the report published about it: "
        "how far it came, conclusions, recommendations and what was decided on them. Answers are never here."
    ),
    N_(
        "k chooses: keep, adjust or stop. An ambition that is adjusted gets a new version; the old text "
        "stays beside it. A theme only stops formally with body, date and document. Until then it is named "
        "as stopped without a decision."
    ),
)
