"""What a person can do about keeping, names and the trail."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_KEEPING = N_("Keeping")
_NAMES = N_("Names")

register(
    Command(
        "keeping.retention",
        N_("What has to be gone when"),
        N_("Per round until when answers and names are kept, and erasing them for good."),
        group=N_("Go to"),
        opens="boce_tui.tui.keeping:retention_door",
    ),
    Command(
        "keeping.locks",
        N_("Who can open the names"),
        N_("Another passphrase, somebody else who can open them, a code to print."),
        group=N_("Go to"),
        opens="boce_tui.tui.keeping:open_locks",
    ),
    Command(
        "keeping.trail",
        N_("The trail of this dossier"),
        N_("When it was opened, exported, merged, erased, and by which profile; never what is in it."),
        group=N_("Go to"),
        opens="boce_tui.tui.keeping:open_trail",
    ),
    Command(
        "keeping.accept-trail",
        N_("I have seen what is wrong"),
        N_("Says in the trail that it was seen; it stays there, and the dossier is called sound again."),
        key="g",
        group=_KEEPING,
        short=N_("seen"),
        footer=1,
    ),
    Command(
        "keeping.erase-answers",
        N_("Erase the answers of a round"),
        N_("Shows what goes and asks for the round; report and decisions stay."),
        key="a",
        group=_KEEPING,
        short=N_("erase"),
        footer=1,
    ),
    Command(
        "keeping.erase-names",
        N_("Erase the names of a round"),
        N_("Takes everybody of the round out of the names file and its copies."),
        key="n",
        group=_KEEPING,
        short=N_("names"),
        footer=2,
    ),
    Command(
        "keeping.passphrase",
        N_("Another passphrase"),
        N_("The old passphrase opens nothing any more."),
        key="w",
        group=_NAMES,
        short=N_("change"),
        footer=1,
    ),
    Command(
        "keeping.add-lock",
        N_("Somebody else who can open them"),
        N_("Gives programme support or an archive a passphrase of their own."),
        key="plus",
        group=_NAMES,
        short=N_("add"),
        footer=2,
    ),
    Command(
        "keeping.recovery",
        N_("A code to print"),
        N_("Opens the names when the passphrase is lost; it is shown once."),
        key="h",
        group=_NAMES,
        short=N_("code"),
        footer=3,
    ),
    Command(
        "keeping.remove-lock",
        N_("Take a lock away"),
        N_("Who had it can no longer open the names here."),
        key="delete",
        group=_NAMES,
        short=N_("remove"),
        footer=4,
    ),
    Command(
        "keeping.words",
        N_("Extra words for the name check"),
        N_("Words beside the names that must not stand in a report either; kept in the names file."),
        key="e",
        group=_NAMES,
        short=N_("words"),
        footer=5,
    ),
    Command(
        "keeping.join",
        N_("Names of the other laptop"),
        N_("Takes over the names that only the other laptop knows; nothing that is here goes."),
        key="i",
        group=_NAMES,
        short=N_("join"),
        footer=6,
    ),
)

register_help(
    "keeping.retention",
    N_(
        "Answers and records are erased twelve months after the decision of the colleges, or when the next "
        "round begins its interviews; the names three months after that decision. The months are settings of "
        "the round."
    ),
    N_(
        "Erasing is for good: no undo, no copy, no import brings it back. The report compiles to the same "
        "text afterwards. The proof stands with the other proofs of erasure."
    ),
)
register_help(
    "keeping.locks",
    N_(
        "Everybody who can open the names file has a lock of their own here. Losing the passphrase loses the "
        "names, never the answers; a printed code in a safe prevents that."
    ),
    N_(
        "Beside names other words may give somebody away: a nickname, a house. e puts them in the names "
        "file; the name check then looks for them too."
    ),
    N_("After three wrong passphrases each next one has to wait, longer every time, also after a restart."),
)
register_help(
    "keeping.join",
    N_(
        "Whoever planned an interview has the name on their own laptop. Without it the name check here looks "
        "for half of the names. So take over the names of the other laptop too, after its bundle."
    ),
    N_(
        "Nothing that is here is replaced. Where both laptops wrote something else about somebody, what is "
        "here stays, and the other spelling is looked for too."
    ),
)
register_help(
    "keeping.trail",
    N_(
        "Every line carries a digest of the one before it. A line that was changed or taken out shows here, "
        "and boce doctor tells it."
    ),
    N_("Nobody can mend a trail. When you know how it came about, you say with g that you have seen it."),
)
