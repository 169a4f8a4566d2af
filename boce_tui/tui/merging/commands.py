"""What a person can do about two laptops."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_HERE = N_("Two laptops")

register(
    Command(
        "merging.open",
        N_("Two laptops: merge"),
        N_("Makes a bundle for the other laptop, and takes over the bundle of the other."),
        group=N_("Go to"),
        opens="boce_tui.tui.merging:open_merging",
    ),
    Command(
        "merging.compare",
        N_("Compare what was changed twice"),
        N_("Items that were changed on two laptops: both versions beside each other."),
        group=N_("Go to"),
        opens="boce_tui.tui.merging:open_conflicts",
    ),
    Command(
        "merging.take",
        N_("Take over a bundle"),
        N_("Asks for the file, and shows what would come in before anything happens."),
        key="m",
        group=_HERE,
        short=N_("merge"),
        footer=1,
    ),
    Command(
        "merging.give",
        N_("Make a bundle"),
        N_("Writes what the other laptop does not have yet to a locked file."),
        key="b",
        group=_HERE,
        short=N_("bundle"),
        footer=2,
    ),
    Command(
        "merging.conflicts",
        N_("Compare"),
        N_("Goes to the items that were changed on two laptops."),
        key="v",
        group=_HERE,
        short=N_("compare"),
        footer=3,
    ),
    Command(
        "merging.do",
        N_("Merge it"),
        N_("Makes a backup, and then takes over everything that is shown, or nothing."),
        key="enter",
        group=_HERE,
        short=N_("merge"),
        footer=1,
    ),
    Command(
        "conflicts.open",
        N_("Compare this item"),
        N_("Shows the versions beside each other, with what it was before."),
        key="enter",
        group=_HERE,
        short=N_("compare"),
        footer=1,
    ),
    Command(
        "conflicts.clear",
        N_("Make one of what is clear"),
        N_("Makes one of every item of which it is clear what each of the two changed."),
        key="a",
        group=_HERE,
        short=N_("all clear"),
        footer=2,
    ),
    Command(
        "conflicts.undo",
        N_("Take back the last choice"),
        N_("Brings the versions back beside each other, as they stood; nothing goes out of the history."),
        key="u",
        group=_HERE,
        short=N_("undo"),
        footer=3,
    ),
    Command(
        "conflicts.keep_one",
        N_("Keep version 1"),
        N_("It becomes version 1, on all laptops; the other stays in the history."),
        key="1",
        group=_HERE,
        short=N_("version 1"),
        footer=2,
    ),
    Command(
        "conflicts.keep_two",
        N_("Keep version 2"),
        N_("It becomes version 2, on all laptops; the other stays in the history."),
        key="2",
        group=_HERE,
        short=N_("version 2"),
        footer=3,
    ),
    Command(
        "conflicts.keep_three",
        N_("Keep version 3"),
        N_("It becomes version 3, on all laptops; the others stay in the history."),
        key="3",
        group=_HERE,
        short=N_("version 3"),
        footer=4,
    ),
    Command(
        "conflicts.together",
        N_("Keep both, together"),
        N_("It becomes what is shown as together: the changes of both."),
        key="m",
        group=_HERE,
        short=N_("together"),
        footer=1,
    ),
)

register_help(
    "merging",
    N_(
        "You work on two laptops, each for itself. With b you make a bundle: a locked file for a stick or a "
        "folder you share. The other one takes it over with m. It does not matter who goes first, and the "
        "same bundle twice does no harm."
    ),
    N_(
        "A bundle holds answers by code, and no names. The names are in names.age in the data folder, which "
        "travels apart. Tell the passphrase by telephone or face to face."
    ),
)
register_help(
    "merging.look",
    N_(
        "What the bundle brings. Only enter merges it, after a backup. Where both changed the same, both "
        "versions stay until you compared them: then v does that."
    ),
)
register_help(
    "conflicts",
    N_(
        "These items were changed on two laptops. Until you chose, the report cannot become version 1.0. "
        "What you choose here goes along with the next bundle, so the other does not have to choose again. "
        "With u you take a choice back: then both versions stand here again."
    ),
)
