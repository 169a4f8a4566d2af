"""What a person can do about withdrawing."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_HERE = N_("Withdrawal")

register(
    Command(
        "withdrawing.ask",
        N_("Withdraw the interview"),
        N_(
            "Shows what would be erased for good, and what that does to findings and numbers, before "
            "anything is done."
        ),
        group=N_("Interview"),
    ),
    Command(
        "withdrawing.erase",
        N_("Erase it"),
        N_("Asks for the code once more, and then erases for good what is shown."),
        key="enter",
        group=_HERE,
        short=N_("erase"),
        footer=1,
    ),
    Command(
        "withdrawing.shared",
        N_("Texts of the whole table"),
        N_("Chooses whether what several people said together stays or goes too."),
        key="t",
        group=_HERE,
        short=N_("shared"),
        footer=2,
    ),
    Command(
        "withdrawing.reason",
        N_("Another reason"),
        N_("Chooses the kind of reason; it stands in the proof."),
        key="r",
        group=_HERE,
        short=N_("why"),
        footer=3,
    ),
    Command(
        "withdrawing.proofs",
        N_("Proofs of what was erased"),
        N_("When what was erased and why, with counts and digests; nothing of what it said."),
        group=N_("Go to"),
        opens="boce_tui.tui.withdrawing:open_proofs",
    ),
    Command(
        "withdrawing.finish",
        N_("Go on with erasing"),
        N_("Cleans what still holds words; copies that cannot be cleaned are thrown away after a question."),
        key="f",
        group=_HERE,
        short=N_("go on"),
        footer=1,
    ),
)

register_help(
    "withdrawing",
    N_(
        "Here you see what goes when somebody takes back what they said: every answer, quote, label and "
        "note, with all earlier versions, also in the copies of the dossier. Findings keep your own text, "
        "but lose these sources."
    ),
    N_(
        "Nothing is done until you type the code. After that nobody can bring it back: no undo, no copy, no "
        "import. A version of the report that was issued stays as it was."
    ),
)
register_help(
    "withdrawing.proofs",
    N_(
        "Here is the proof of everything that was erased: how much, when, by which profile and why. What it "
        "said is gone."
    ),
    N_("To have them on paper: boce erase --list --certificate FILE writes them all."),
)
