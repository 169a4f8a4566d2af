"""What a person can do in a form that follows a question set."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_FORM = N_("This form")

register(
    Command(
        "filling.next",
        N_("Next section"),
        N_("Goes to the next section of the form; nothing is lost."),
        key="ctrl+n,ctrl+down",
        group=_FORM,
        short=N_("next"),
        footer=1,
    ),
    Command(
        "filling.previous",
        N_("Previous section"),
        N_("Goes back one section; nothing is lost."),
        key="ctrl+t,ctrl+up",
        group=_FORM,
        short=N_("previous"),
        footer=4,
    ),
    Command(
        "filling.sections",
        N_("To the sections and back"),
        N_("Goes to the list of sections, where the arrow keys choose, and back to the questions."),
        key="f2",
        group=_FORM,
        short=N_("sections"),
        footer=2,
    ),
    Command(
        "filling.undo",
        N_("Take back the last choice"),
        N_("Takes back the last choice. In a text field ^z takes back what you typed."),
        key="u",
        group=_FORM,
    ),
    Command(
        "filling.mend",
        N_("To the place that mends it"),
        N_("Goes to the place where what is missing can be filled in."),
        key="enter,e",
        group=N_("Not ready to go"),
        short=N_("mend"),
        footer=1,
    ),
)

FORM_HELP = N_(
    "Left the sections, right the questions of one. Everything keeps itself; digits choose, tab goes to the "
    "next field, ^n to the next section."
)

register_help(
    "filling.stopped",
    N_("What stops this document, or asks for a look. enter goes to the place where it can be mended."),
)
