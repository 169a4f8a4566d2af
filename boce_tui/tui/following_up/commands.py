"""What a person can do with what becomes of recommendations."""

from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register
from boce_tui.tui.help_texts import register_help

_HERE = "boce_tui.tui.following_up"
_GO = N_("Go to")
EARLIER = N_("Follow-up")
_ACTIONS = N_("Actions")
_MEETINGS = N_("Meetings")

register(
    Command("recommending.open-earlier", N_("Follow-up of the recommendations"),
            N_("What became of the recommendations of the rounds before, and of this one when it is final."),
            group=_GO, opens=f"{_HERE}:follow_up_door"),
    Command("following.open-actions", N_("Actions: who does what by when"),
            N_("All actions, of one body or of everybody, with what is late."),
            group=_GO, opens=f"{_HERE}:actions_door"),
    Command("following.open-meetings", N_("Meetings"),
            N_("Meetings planned, moved, cancelled and held, with what is on their agenda."),
            group=_GO, opens=f"{_HERE}:meetings_door"),
    Command("following.open-scan", N_("Scan of the recommendations"),
            N_("Looks back after a set term: was it adopted, was it done, does one notice it."),
            group=_GO, opens=f"{_HERE}:scan_door"),
    Command("earlier.write", N_("Write what became of it"),
            N_("Goes to the note; esc comes back to the list."),
            key="enter", group=EARLIER, short=N_("write"), footer=1),
    Command("earlier.progress", N_("How far it is"),
            N_("Chooses: no action, other action, being carried out, carried out, unknown."),
            key="p,f2", group=EARLIER, short=N_("how far"), footer=2),
    Command("earlier.link", N_("What shows it, of the dossier"),
            N_("Chooses documents, meetings, progress lines and findings that show how far it is."),
            key="l,f3", group=EARLIER, short=N_("link"), footer=8),
    Command("earlier.actions", N_("Actions"),
            N_("Who does what by when, for all recommendations; b shows one body, t only what is late."),
            key="a", group=EARLIER, short=N_("actions"), footer=3),
    Command("earlier.action", N_("Agree on an action"),
            N_("Makes an action for the recommendation under the cursor and opens its form."),
            key="n", group=EARLIER, short=N_("agree"), footer=6),
    Command("earlier.meetings", N_("Meetings"), N_("The meetings of this round and their agenda."),
            key="v", group=EARLIER, short=N_("agenda"), footer=7),
    Command("earlier.needs", N_("What the councils want to know"),
            N_("What they asked for, who delivers it, and what was not delivered yet."),
            key="r", group=EARLIER, short=N_("councils"), footer=9),
    Command("earlier.scan", N_("Do the scan"), N_("The scan after a set term: adopted, done, effect."),
            key="s", group=EARLIER, short=N_("scan"), footer=4),
    Command("following.body", N_("Of one body"),
            N_("Shows only what one body is to do; once more chooses another one or everybody."),
            key="b", group=_ACTIONS, short=N_("of whom"), footer=3),
    Command("following.overdue", N_("Only what is late"),
            N_("Shows only what is late, the longest first; once more shows everything."),
            key="t", group=_ACTIONS, short=N_("late"), footer=4),
    Command("following.state", N_("How far it is"),
            N_("Brings the action under the cursor to another state."),
            key="s", group=_ACTIONS, short=N_("state"), footer=5),
    Command("following.make", N_("Make the document"),
            N_("Writes what stands here to a file (Markdown): you choose where."),
            key="m", group=_ACTIONS, short=N_("make"), footer=6),
    Command("meetings.move", N_("Move to another date"),
            N_("Gives the meeting another date; the one it had is kept."),
            key="v", group=_MEETINGS, short=N_("move"), footer=3),
    Command("meetings.cancel", N_("Cancel"),
            N_("Cancels the meeting; you can say which one comes in its place."),
            key="c", group=_MEETINGS, short=N_("cancel"), footer=4),
    Command("meetings.held", N_("It was held"),
            N_("Notes that the meeting was held; once more takes it back."),
            key="h", group=_MEETINGS, short=N_("held"), footer=5),
)  # fmt: skip

register_help(
    "recommending.earlier",
    N_(
        "What is followed up: the recommendations of the rounds before, and those of this round when its "
        "report is final. For each say how far it is and what you base that on; the appendix of the report "
        "prints it."
    ),
    N_(
        "An ! stands where something is said to happen, and nothing is named that shows it. Beside your own "
        "words l links a document, a meeting, a progress line or a finding of the report."
    ),
    N_(
        "n agrees on an action, a shows all actions, s is the scan after a set term, v the meetings, r what "
        "the councils want to know."
    ),
)
register_help(
    "following.actions",
    N_(
        "Every line is an action, or a recommendation for which none was agreed yet: so that none is "
        "forgotten. enter opens it; without an action it makes one."
    ),
    N_(
        "Late is what is past its date. Without a date it is late when the decision is long ago; how long "
        "stands in the form of the round."
    ),
)
register_help(
    "following.action",
    N_("Say what is done, who does it and by when. When it is done, say what shows that."),
)
register_help(
    "following.meetings",
    N_(
        "Meetings of bodies, with the themes and recommendations on their agenda. A date is never lost: v "
        "moves a meeting and keeps the old date, c cancels it and can name what comes in its place."
    ),
    N_("m writes the list with its agendas, or a calendar file for Outlook; that has no notes in it."),
)
register_help(
    "following.meeting",
    N_("Another date here moves the meeting: the date it had stays beside it."),
)
register_help(
    "following.scan",
    N_(
        "Some time after the decision, two years unless the round says otherwise, you look back. Per "
        "recommendation: was it adopted, was it done, does one notice its effect?"
    ),
    N_("An answer counts when something shows it; only 'cannot be said' needs nothing."),
)
