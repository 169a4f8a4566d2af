"""What a person can do with two years side by side."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

register(
    Command(
        "years.open",
        N_("Two years side by side"),
        N_("Compares this round with the one before, question by question."),
        group=N_("Go to"),
        opens="boce_tui.tui.comparing_years.screen:years_door",
    ),
    Command(
        "years.all",
        N_("Also what is not compared"),
        N_("Shows every question that is counted, also those that cannot be compared; once more hides them."),
        key="a",
        group=N_("Two years"),
        short=N_("all"),
        footer=1,
    ),
    Command(
        "years.make",
        N_("Make the comparison"),
        N_("Writes the comparison to a file (Markdown): you choose where."),
        key="m",
        group=N_("Two years"),
        short=N_("make"),
        footer=2,
    ),
)

register_help(
    "comparing_years",
    N_(
        "Questions with the same id that were asked in the same way in both years. Left the questions, right "
        "the figures."
    ),
    N_(
        "What one year hides must not follow from both. So figures are shown only when enough people "
        "answered in each year, and when those who left or joined cannot be recognised in the difference; "
        "else only words are said, or nothing."
    ),
)
