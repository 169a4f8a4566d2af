"""What a person can do while concluding."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

SUB = N_("Sub-conclusions")
MAIN = N_("Main conclusions")

register(
    Command(
        "concluding.open-sub",
        N_("Sub-conclusions"),
        N_("Each sub-question, in general and per focus theme, with what is still open."),
        group=N_("Go to"),
        opens="boce_tui.tui.concluding:sub_conclusions_door",
    ),
    Command(
        "concluding.open-main",
        N_("Main conclusions"),
        N_("The answer to the main question, bullet by bullet."),
        group=N_("Go to"),
        opens="boce_tui.tui.concluding:main_conclusions_door",
    ),
    Command(
        "matrix.open",
        N_("Write this sub-conclusion"),
        N_("Opens the sub-conclusion under the cursor with its findings."),
        key="enter",
        group=SUB,
        short=N_("write"),
        footer=1,
    ),
    Command(
        "matrix.next-open",
        N_("Next one that is open"),
        N_("Goes to the next place where a sub-conclusion is still missing."),
        key="n",
        group=SUB,
        short=N_("next open"),
        footer=2,
    ),
    Command(
        "sub.link",
        N_("Link this finding"),
        N_("Lets the sub-conclusion rest on the finding under the cursor, or no longer."),
        key="space",
        group=SUB,
        short=N_("link"),
        footer=1,
    ),
    Command(
        "sub.up",
        N_("Finding earlier"),
        N_("Prints the finding under the cursor earlier in the sub-conclusion."),
        key="shift+up,K",
        group=SUB,
        short=N_("earlier"),
        footer=11,
    ),
    Command(
        "sub.down",
        N_("Finding later"),
        N_("Prints the finding under the cursor later in the sub-conclusion."),
        key="shift+down,J",
        group=SUB,
        short=N_("later"),
        footer=12,
    ),
    Command(
        "sub.add",
        N_("Finding from elsewhere"),
        N_("Links a finding that was written for another sub-question or theme."),
        key="plus",
        group=SUB,
        short=N_("elsewhere"),
        footer=3,
    ),
    Command(
        "sub.new",
        N_("New finding here"),
        N_("Starts a finding for this sub-question and theme and links it."),
        key="n",
        group=SUB,
        short=N_("new"),
        footer=2,
    ),
    Command(
        "sub.open",
        N_("Open this finding"),
        N_("Opens the finding under the cursor."),
        key="enter",
        group=SUB,
        short=N_("open"),
        footer=7,
    ),
    Command(
        "main.new",
        N_("New main conclusion"),
        N_("Starts an empty bullet at the end."),
        key="n",
        group=MAIN,
        short=N_("new"),
        footer=2,
    ),
    Command(
        "main.write",
        N_("Write this one"),
        N_("Goes to the text of the bullet under the cursor; esc comes back to the list."),
        key="enter",
        group=MAIN,
        short=N_("write"),
        footer=1,
    ),
    Command(
        "main.link",
        N_("Sub-conclusions it rests on"),
        N_("Links sub-conclusions to this bullet, or takes a link away."),
        key="space",
        group=MAIN,
        short=N_("link"),
        footer=3,
    ),
    Command(
        "main.up",
        N_("Bullet up"),
        N_("Moves the bullet under the cursor one place up."),
        key="shift+up,K",
        group=MAIN,
        short=N_("up"),
        footer=11,
    ),
    Command(
        "main.down",
        N_("Bullet down"),
        N_("Moves the bullet under the cursor one place down."),
        key="shift+down,J",
        group=MAIN,
        short=N_("down"),
        footer=12,
    ),
    Command(
        "main.delete",
        N_("Delete this bullet"),
        N_("Deletes the bullet; u or ^z brings it back."),
        key="delete",
        group=MAIN,
        short=N_("delete"),
        footer=6,
    ),
)
register_help(
    "concluding.matrix",
    N_(
        "Each row is a sub-question, each column the general part or a focus theme. Every place needs a "
        "sub-conclusion with at least one finding, or a reason why there is none."
    ),
)
register_help(
    "concluding.sub",
    N_(
        "Left what you conclude, right the findings. The linked ones come first, in the order in which the "
        "report prints them; shift with the arrow keys moves them."
    ),
    N_("Is there nothing to conclude here? Say why in one line: the report prints that instead."),
)
register_help(
    "concluding.main",
    N_(
        "The answer to the main question, bullet by bullet, as it stands in chapter 2 of the report. Each "
        "bullet rests on one or more sub-conclusions; one without has a mark."
    ),
)
