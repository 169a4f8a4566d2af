"""What a person can do with what the councils want to be told."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_GROUP = N_("What the councils want to know")

register(
    Command("needs.go", N_("What the councils want to know"),
            N_("What they asked for, who delivers it, and what was not delivered yet."),
            group=N_("Go to"), opens="boce_tui.tui.informing:needs_door"),
    Command("needs.deliver", N_("It was delivered"),
            N_("Notes on which day and in which document; more than once when it comes back."),
            key="l", group=_GROUP, short=N_("delivered"), footer=3),
    Command("needs.open", N_("Only what was not delivered"),
            N_("Shows only what the councils still wait for; once more shows everything."),
            key="t", group=_GROUP, short=N_("open"), footer=4),
    Command("needs.make", N_("Make the document"),
            N_("Writes the list to a file for the councils (Markdown): you choose where."),
            key="m", group=_GROUP, short=N_("make"), footer=5),
    Command("needs.back", N_("Take a delivery back"),
            N_("The last delivery was noted by mistake: it is taken off."),
            key="w", group=_GROUP),
)  # fmt: skip

register_help(
    "needs",
    N_(
        "What the councils want to know of the cooperation: about which theme, in which form, how often, "
        "and who delivers it. What was not delivered stands first, and comes along to the next round."
    ),
    N_(
        "l notes that it was delivered, with the day and the document. What is wanted every year is due "
        "again a year later. m makes the list for the councils; the summary and the follow-up list tell it "
        "too."
    ),
)
register_help(
    "needs.form",
    N_(
        "Write what they want to know in your own words. Heard in the interviews? Then name the question: "
        "that works only when enough people answered it, and for all councils together, so that it points "
        "at nobody. No document says that it came from the interviews."
    ),
)
