"""What a person can do with the versions that were kept."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_GROUP = N_("Versions")

register(
    Command(
        "versions.read",
        N_("Read this version"),
        N_("Shows the version under the cursor as it was kept, a section at a time."),
        key="enter",
        group=_GROUP,
        short=N_("read"),
        footer=1,
    ),
    Command(
        "versions.compare",
        N_("Compare with an earlier version"),
        N_("Shows what changed since an earlier version, paragraph by paragraph."),
        key="v",
        group=_GROUP,
        short=N_("compare"),
        footer=2,
    ),
    Command(
        "versions.exports",
        N_("What left the app"),
        N_("Every document that was written: which version, for whom, and when."),
        key="x",
        group=_GROUP,
        short=N_("exports"),
        footer=3,
    ),
    Command(
        "versions.make",
        N_("Make the comparison"),
        N_("Writes what changed between these two versions to a file (Markdown)."),
        key="m",
        group=_GROUP,
        short=N_("make"),
        footer=1,
    ),
    Command(
        "versions.open",
        N_("Versions of the report"),
        N_("The versions of the report that were kept: read one again, compare two, see what left the app."),
        group=N_("Go to"),
        opens="boce_tui.tui.versions.versions:open_versions",
    ),
)

register_help(
    "versions.list",
    N_(
        "Each time the report is made, that version is kept as it was: 0.1, 0.2 and so on until it is final, "
        "then 1.0. While nothing changes the number stays the same. After 1.0 a version is kept when it is "
        "made final: f in step 9."
    ),
    N_("enter reads a version again, v compares it with an earlier one, x shows what left the app."),
)
register_help(
    "versions.read",
    N_("A version as it was kept. Left its sections, right the section in front. It cannot be changed."),
)
register_help(
    "versions.changes",
    N_(
        "What changed between two versions. Left the paragraphs that differ, right the words: gone ones "
        "struck through, new ones underlined."
    ),
    N_("m writes it all to a file."),
)
register_help(
    "versions.exports",
    N_(
        "What left the app for this round, the last one first. The digest tells whether a file somewhere is "
        "still this one."
    ),
)
