"""What a person can do with the dossier as a whole."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

register(
    Command(
        "about.backup",
        N_("Make a copy now"),
        N_("Makes a copy of the dossier in its own folder and reads it back; the last ten are kept."),
        key="k",
        group=N_("The dossier"),
        short=N_("copy"),
        footer=1,
    ),
    Command(
        "about.unlock",
        N_("Unlock the names"),
        N_("Asks for the passphrase of the names file, for this session."),
        key="o",
        group=N_("The dossier"),
        short=N_("unlock"),
        footer=2,
    ),
    Command(
        "about.open",
        N_("About this dossier"),
        N_("Where the dossier is kept, its copies, and whether names are unlocked."),
        group=N_("Go to"),
        opens="boce_tui.tui.about:open_about",
    ),
)

register_help(
    "about",
    N_(
        "Here you see in which folder the dossier is kept, which copies there are, and whether the names are "
        "unlocked. A copy is made by itself once a day, and before anything large happens."
    ),
    N_(
        "Another folder: leave the app and start it with boce --data FOLDER. A copy is put back with "
        "boce restore FILE."
    ),
)
