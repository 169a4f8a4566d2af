"""What a person can do on every screen of working out."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

GROUP = N_("Working out")

register(
    Command(
        "working.undo",
        N_("Take back the last change"),
        N_(
            "Takes back the last thing you did, a deletion too. In a text field ^z takes back what you typed."
        ),
        key="u",
        group=GROUP,
    ),
    Command(
        "working.evidence",
        N_("Evidence"),
        N_("Shows what this rests on and what rests on it; esc comes back to exactly this place."),
        key="e,f4",
        group=GROUP,
        short=N_("evidence"),
        footer=5,
    ),
    Command(
        "texts.keep_saved",
        N_("Keep the saved text"),
        N_("Keeps the text that was saved and throws the other one away."),
        key="1",
        short=N_("saved"),
        footer=1,
    ),
    Command(
        "texts.take_typed",
        N_("Take the text that was brought back"),
        N_("Replaces the saved text by the one that was brought back; the saved one stays in the history."),
        key="2",
        short=N_("brought"),
        footer=2,
    ),
    Command(
        "texts.keep_both",
        N_("Keep both texts"),
        N_("Puts the text that was brought back under the saved one."),
        key="3",
        short=N_("both"),
        footer=3,
    ),
    Command(
        "working.search",
        N_("Search everything"),
        N_("Searches answers, findings, conclusions, recommendations and documents."),
        key="z",
        group=GROUP,
    ),
    Command(
        "chain.follow",
        N_("Follow this link"),
        N_("Shows what this one rests on and what rests on it."),
        key="enter",
        group=N_("Evidence"),
        short=N_("follow"),
        footer=1,
    ),
    Command(
        "chain.open",
        N_("Open it in its own screen"),
        N_("Opens the interview, the finding, the conclusion or the recommendation itself."),
        key="o",
        group=N_("Evidence"),
        short=N_("open"),
        footer=2,
    ),
)
register_help(
    "working.chain",
    N_(
        "Above stands one thing: a recommendation, a conclusion, a finding, a quote or an answer. Below it "
        "what it rests on, and what rests on it. With enter you follow a link, with esc you go back the way "
        "you came."
    ),
    N_(
        "A link whose other end is gone stays visible, marked as broken. A source that was changed after "
        "it was cited is marked too: read it again."
    ),
)
register_help(
    "two-texts",
    N_(
        "The app stopped while somebody typed here, and the text was saved in another form since. Both are "
        "still there: 1 keeps the saved one, 2 takes what was brought back, 3 keeps both."
    ),
    N_("Do you not know yet? esc leaves both as they are; the question comes again when you open the text."),
)
