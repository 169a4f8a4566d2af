"""What a person can do on the search screen."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

SEARCH = N_("Searching")

register(
    Command(
        "search.open-search",
        N_("Search everything"),
        N_("Searches answers, quotes, findings, conclusions, recommendations and documents."),
        group=N_("Go to"),
        opens="boce_tui.tui.search:search_screen",
    ),
    Command(
        "search.open",
        N_("Open this one"),
        N_("Goes to the place where the words stand; esc comes back here."),
        key="enter",
        group=SEARCH,
    ),
    Command(
        "search.kind",
        N_("One kind, or everything"),
        N_("Searches in everything, or only in answers, findings, recommendations ..."),
        key="f2",
        group=SEARCH,
        short=N_("which"),
        footer=1,
    ),
)
register_help(
    "search",
    N_(
        "Type words: everything with all of them is shown, other forms of the word too. Accents do not "
        "matter. The arrow keys choose, enter goes there, esc comes back."
    ),
    N_("What was said in a withdrawn interview is not found."),
)
