"""What a person can do with an annual plan."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Annual plan")

register(
    Command("plan.go", N_("Annual plan"),
            N_("What is to be reached in a year, per theme and form; a progress round starts from it."),
            group=N_("Go to"), opens="boce_tui.tui.annual_plan:plan_door"),
    Command("plan.open", N_("Write what is planned"),
            N_("Opens the text of the theme and form under the cursor."),
            key="enter", group=_GROUP, short=N_("write"), footer=1),
    Command("plan.about", N_("Title, day and source"),
            N_("What the plan is called, of which day it is, and where it stands."),
            key="w", group=_GROUP, short=N_("source"), footer=2),
    Command("plan.import", N_("Import a table"),
            N_("Takes the plan over from a table (.csv or .xlsx); first it says what would happen."),
            key="i", group=_GROUP, short=N_("import"), footer=3),
    Command("plan.make", N_("Make the document"),
            N_("Writes the annual plan to a file for the councils (Markdown): you choose where."),
            key="m", group=_GROUP, short=N_("make"), footer=4),
    Command("plan.new", N_("Begin an annual plan"),
            N_("Begins the plan of a year, with the themes that run in it."),
            key="n", group=_GROUP, short=N_("new"), footer=5),
    Command("plan.other", N_("The plan of another year"),
            N_("Shows the plan of another year of this round."),
            key="a", group=_GROUP, short=N_("other"), footer=6),
    Command("plan.remove", N_("Take this plan away"),
            N_("With all that is planned in it; the last change can be taken back."),
            key="delete", group=_GROUP),
    Command("plan.undo", N_("Take back the last change"),
            N_("Takes back the last change, also of another screen."),
            key="u", group=_GROUP),
)  # fmt: skip

register_help(
    "plan",
    N_(
        "What is to be reached in a year: per theme, in each of the three forms. A new progress round of "
        "that year starts from it, and its documents name it; there you can adjust the text without "
        "changing the plan."
    ),
    N_(
        "i takes a table over, with the headings thema, samen doen, samen optrekken, samen leren, or thema, "
        "vorm, resultaat. With a mistake in one line nothing is imported."
    ),
)
register_help(
    "plan.form", N_("Write what will be there at the end of the year, so that one can see whether it is.")
)
