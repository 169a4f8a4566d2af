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
