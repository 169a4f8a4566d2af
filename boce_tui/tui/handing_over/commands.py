"""What a person can do with a round as data."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Hand over and give access")
_TAKING = N_("Take over from the evaluators")

register(
    Command(
        "handing.open",
        N_("Hand over and give access"),
        N_("The round for programme support, everything under one code, and the round as a file."),
        group=N_("Go to"),
        opens="boce_tui.tui.handing_over:handing_over_door",
    ),
    Command(
        "handing.access-open",
        N_("Access request"),
        N_("Everything that is kept under one code as one file, for that person."),
        group=N_("Go to"),
        opens="boce_tui.tui.handing_over:access_door",
    ),
    Command(
        "handing.take-open",
        N_("Take over from the evaluators"),
        N_("A hand-over that came as a document or a bundle, or the names that belong to it."),
        key="o",
        group=N_("Go to"),
        short=N_("take over"),
        footer=4,
        opens="boce_tui.tui.handing_over:taking_door",
    ),
    Command(
        "handing.take",
        N_("Take over a file of the evaluators"),
        N_("Asks for the file, and shows what would come in before anything happens."),
        key="o",
        group=_TAKING,
        short=N_("take over"),
        footer=1,
    ),
    Command(
        "handing.do",
        N_("Take this over"),
        N_("Takes over everything that is shown, or nothing."),
        key="enter",
        group=_TAKING,
        short=N_("take over"),
        footer=1,
    ),
    Command(
        "handing.conflicts",
        N_("Compare"),
        N_("Goes to the items that were changed there and here."),
        key="v",
        group=_TAKING,
        short=N_("compare"),
        footer=2,
    ),
    Command(
        "handing.make",
        N_("Make this file"),
        N_("Checks that nobody can be found in it who may not be, and asks where it goes."),
        key="enter",
        group=_GROUP,
        short=N_("make"),
        footer=1,
    ),
    Command(
        "handing.mend",
        N_("To the place that mends it"),
        N_("Goes to the text in which a code or a name stands."),
        key="e",
        group=_GROUP,
        short=N_("mend"),
        footer=2,
    ),
    Command(
        "handing.exports",
        N_("What left the app"),
        N_("Every document that was written: which version, for whom, and when."),
        key="x",
        group=_GROUP,
        short=N_("exports"),
        footer=3,
    ),
)

register_help(
    "handing_over",
    N_(
        "Programme support gets the round without raw answers, notes and codes; its report is the same. They "
        "also need names, to check what they change: those are in a file of their own with a passphrase."
    ),
    N_(
        "Make the next file for them after somebody withdrew: it takes the place of the one before, and what "
        "is gone here goes there too."
    ),
    N_(
        "Who was interviewed may ask what is kept. That file holds their own answers, and nothing of others "
        "at the table."
    ),
)
register_help(
    "handing_over.taking",
    N_(
        "What the evaluators hand over comes in here: the round as a document (.json) or a bundle (.boce), "
        "and the names that belong to it (.age). First you see what is new, replaced and the same; only "
        "enter takes it over."
    ),
    N_(
        "A later hand-over takes the place of the one before: what the evaluators took out goes here too. "
        "What you wrote yourself stays; where both changed one text, you compare them."
    ),
)
