"""What a person can do with the report."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Report")

register(
    Command(
        "report.mend",
        N_("To the place that mends it"),
        N_("Goes to the item a finding of the checks is about."),
        key="e",
        group=_GROUP,
        short=N_("mend"),
        footer=1,
    ),
    Command(
        "report.next",
        N_("Next finding"),
        N_("Goes to the next section about which the checks say something."),
        key="n",
        group=_GROUP,
        short=N_("next"),
        footer=2,
    ),
    Command(
        "report.write",
        N_("Write texts yourself"),
        N_("Opens the texts of the report that are written by hand, such as the reason of this round."),
        key="w",
        group=_GROUP,
        short=N_("write"),
        footer=3,
    ),
    Command(
        "report.make",
        N_("Make the report"),
        N_("Writes the report to a file, when no check stops it."),
        key="m",
        group=_GROUP,
        short=N_("make"),
        footer=4,
    ),
    Command(
        "report.audience",
        N_("For the steering group or public"),
        N_("Shows the report with evidence codes for the steering group, or as everyone may read it."),
        key="v",
        group=_GROUP,
        short=N_("for whom"),
        footer=5,
    ),
    Command(
        "report.draft",
        N_("As a draft"),
        N_("Marks the report as a draft: it may be incomplete, but never give anyone away."),
        key="c",
        group=_GROUP,
    ),
    Command(
        "report.details",
        N_("Version, date and embargo"),
        N_("Opens the form of the round, where version, status, date and embargo are."),
        key="d",
        group=_GROUP,
    ),
    Command(
        "report.seen",
        N_("This name does no harm"),
        N_(
            "Marks a warning about a name as looked at; the same key shows it again. It comes back by itself "
            "when the text changes."
        ),
        key="b",
        group=_GROUP,
    ),
    Command(
        "report.final",
        N_("Make version 1.0"),
        N_("Makes the report final when both editions pass every check; the numbers stand fixed then."),
        key="f",
        group=_GROUP,
        short=N_("make 1.0"),
        footer=6,
    ),
    Command(
        "report.versions",
        N_("Versions and exports"),
        N_("The versions of the report that were kept: read one again, compare two, see what left the app."),
        key="g",
        group=_GROUP,
        short=N_("versions"),
        footer=7,
    ),
    Command(
        "report.open",
        N_("The report"),
        N_("The report of the round with what the checks say about it."),
        group=N_("Go to"),
        opens="boce_tui.tui.reporting.report:open_report",
    ),
)

register_help(
    "report",
    N_(
        "On the left are the sections of the report with a sign: a dot is right, ! asks for a look, × stops "
        "the report. In the middle is the section as its reader will see it. On the right is what the checks "
        "say about it."
    ),
    N_(
        "With e you go from a finding to the place where you can mend it; esc brings you back here and "
        "the report is made again. No report leaves the app as long as someone would be given away in it."
    ),
)
register_help(
    "chapter-texts",
    N_(
        "These are the texts of the report that you write yourself. They stay as they are, however often the "
        "report is made. Everything else in the report comes from the dossier."
    ),
    N_(
        "In a text you can use words between braces, such as {gesprekken}; the report puts the number or "
        "name in their place. The list is under the text."
    ),
)
