"""What a person can do with decisions."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Decisions")

register(
    Command(
        "deciding.open",
        N_("Decisions"),
        N_("Advice, votes and decisions on every recommendation."),
        group=N_("Go to"),
        opens="boce_tui.tui.deciding:decisions_door",
    ),
    Command(
        "deciding.one",
        N_("Open"),
        N_("Shows who advised, voted and decided what on this recommendation."),
        key="enter",
        group=_GROUP,
        short=N_("open"),
        footer=1,
    ),
    Command(
        "deciding.review",
        N_("Review of the report"),
        N_("The review file, and what came back of it."),
        key="r",
        group=_GROUP,
        short=N_("review"),
        footer=2,
    ),
    Command(
        "deciding.sheet",
        N_("Make the decision sheet"),
        N_("Writes what the colleges decide with: each recommendation with the advice on it."),
        key="s",
        group=_GROUP,
        short=N_("sheet"),
        footer=3,
    ),
    Command(
        "deciding.list",
        N_("Make the decision list"),
        N_("Writes what was advised and decided on each recommendation, and why."),
        key="l",
        group=_GROUP,
        short=N_("list"),
        footer=4,
    ),
    Command(
        "deciding.change",
        N_("Note or change"),
        N_("Notes what this body says, or changes a part of it; what it said before stays in the history."),
        key="enter",
        group=_GROUP,
        short=N_("keep it"),
        footer=1,
    ),
    Command(
        "deciding.confirm",
        N_("Confirm the votes as advice"),
        N_("Makes the advice of the steering group out of the votes of its members."),
        key="c",
        group=_GROUP,
        short=N_("confirm"),
        footer=2,
    ),
    Command(
        "deciding.next",
        N_("Next recommendation"),
        N_("Goes to the next one in number order."),
        key="n",
        group=_GROUP,
        short=N_("next"),
        footer=3,
    ),
)

register_help(
    "deciding.list",
    N_(
        "Each recommendation with where it stands: the decision, else the advice, else the votes. Advice and "
        "decision are kept apart: the steering group advises, each college decides on its own day."
    ),
    N_("s writes the decision sheet, l the decision list."),
)
register_help(
    "deciding.one",
    N_(
        "A line for the steering group, each college and each member. enter notes what they say. Not "
        "adopting, and "
        "adopting in changed form, need a motivation. The text of the recommendation itself never changes "
        "here."
    ),
)
