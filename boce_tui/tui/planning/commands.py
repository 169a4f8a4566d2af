"""What a person can do while setting up a round."""

import boce_tui.tui.planning.help  # noqa: F401  - the explanation of each screen
from boce_tui.locale import N_
from boce_tui.tui.commands import Command, register

_LIST = N_("This list")
_FORM = N_("This form")
_GO = N_("Go to")
_COVERAGE = N_("Coverage")
_HERE = "boce_tui.tui.planning"

register(
    Command("planning.open", N_("Open"), N_("Opens the form of the line under the cursor."),
            key="enter", group=_LIST, short=N_("open"), footer=1),
    Command("planning.new", N_("Add one"), N_("Adds a line to this list and opens its form."),
            key="n", group=_LIST, short=N_("new"), footer=2),
    Command("planning.remove", N_("Take away"), N_("Takes the line under the cursor away; u brings it back."),
            key="x,delete", group=_LIST, short=N_("away"), footer=8),
    Command("planning.undo", N_("Take back the last change"),
            N_(
                "Takes back the last thing you did, a deletion too. In a text field ^z takes back "
                "what you typed."
            ),
            key="u", group=_LIST, short=N_("undo"), footer=9),
    Command("planning.filter", N_("Look in this list"), N_("Type words; only lines that have them all stay."),
            key="slash", group=_LIST, short=N_("filter"), footer=7),
    Command("planning.undo-form", N_("Take back the last choice"),
            N_("Takes back the last choice you made. In a text field ^z takes back what you typed."),
            key="f8", group=_FORM, short=N_("undo"), footer=8),
)  # fmt: skip

register(
    Command("planning.make-round", N_("Make the round"), N_("Makes the round and opens its form."),
            key="enter", group=N_("New round"), short=N_("make"), footer=1),
    Command("planning.themes-here", N_("Themes and ambitions"), N_("Opens the themes; esc comes back here."),
            key="f4", group=_FORM, short=N_("themes"), footer=1),
    Command("planning.evaluator", N_(
        "Add an evaluator"), N_("Adds someone who interviews, and opens the "
        "form."
    ),
            key="v", group=_LIST, short=N_("evaluator"), footer=3),
    Command("planning.import", N_("Import a table"),
            N_("Takes over respondents from a file (.csv or .xlsx); first you see what would happen."),
            key="i", group=_LIST, short=N_("import"), footer=4),
    Command("planning.names", N_("Names instead of themes"),
            N_(
                "Shows who is behind each code, when you have the passphrase of the names file; again "
                "hides them."
            ),
            key="m", group=_LIST, short=N_("names"), footer=6),
    Command("planning.people-to-interviews", N_(
        "Plan the interviews"), N_("Opens the planning of the "
        "interviews."
    ),
            key="g", group=_LIST, short=N_("plan"), footer=5),
    Command("planning.name-fields", N_("Name and address"),
            N_("Shows name, e-mail, telephone and function; asks for the passphrase of the names file."),
            key="f3", group=_FORM, short=N_("name"), footer=1),
    Command("planning.person-interview", N_("The interview with this person"),
            N_("Opens the planning of the interview; makes one when there is none."),
            key="f4", group=_FORM, short=N_("interview"), footer=2),
    Command("planning.state", N_("Another state"),
            N_("Brings the interview to another state: invited, planned, held, approved and so on."),
            key="s", group=_LIST, short=N_("state"), footer=3),
    Command("planning.forward", N_("To the next state"),
            N_("Brings the interview to the state that usually follows: invited, agreed, planned and so on."),
            key="v", group=_LIST, short=N_("next"), footer=3),
    Command("planning.renumber", N_("Another number"),
            N_(
                "For when another laptop gave the same number to something else: all that hangs from it goes "
                "along, with its history."
            ),
            key="h", group=_LIST),
    Command("planning.letters", N_("Write out"),
            N_("Invitation, questions or calendar as a file; you choose where it goes."),
            key="o", group=_LIST, short=N_("to file"), footer=6),
    Command("planning.coverage", N_("Coverage"),
            N_("Who is heard, per group, municipality and theme; from an empty place to somebody new."),
            key="d", group=_LIST, short=N_("coverage"), footer=6),
    Command("planning.cell", N_("Open this cell"),
            N_("Shows the people of this cell; of an empty one it offers to add somebody."),
            key="enter", group=_COVERAGE, short=N_("open"), footer=1),
    Command("planning.next-gap", N_("Next place without anybody"),
            N_("Goes to the next cell in which nobody is heard."),
            key="space", group=_COVERAGE, short=N_("next gap"), footer=2),
    Command("planning.cell-add", N_("Add somebody here"),
            N_("Adds a respondent with the group, municipality and theme of this cell."),
            key="n", group=_COVERAGE, short=N_("new"), footer=3),
    Command("planning.cell-people", N_("The people of this cell"),
            N_("The list of people of this cell; of an empty one: who could be asked about the theme too."),
            key="w", group=_COVERAGE, short=N_("who"), footer=4),
    Command("planning.rest", N_("Plan the rest"), N_("Makes an interview for everybody who is in none yet."),
            key="a", group=_LIST, short=N_("rest"), footer=4),
    Command("planning.conduct", N_("Conduct the interview"), N_("Opens the interview under the cursor."),
            key="g", group=_LIST, short=N_("conduct"), footer=5),
    Command("planning.state-filter", N_("Only one state"), N_("Shows only the interviews in one state."),
            key="f", group=_LIST, short=N_("states"), footer=6),
    Command("planning.conduct-this", N_("Conduct this interview"), N_("Opens the interview itself."),
            key="f4", group=_FORM, short=N_("conduct"), footer=1),
    Command("planning.do-import", N_(
        "Import it"), N_("Does what is shown: all of it, or nothing when it "
        "fails."
    ),
            key="enter", group=N_("Import"), short=N_("import"), footer=1),
)  # fmt: skip

register(
    Command("planning.go-assignment", N_("The assignment of the round"),
            N_("Reason, assignment, focus themes, dates and thresholds of the round."),
            group=_GO, opens=f"{_HERE}:assignment_door"),
    Command("planning.go-people", N_("Interview partners and evaluators"),
            N_("Who is interviewed, by code, and who interviews."), group=_GO, opens=f"{_HERE}:people_door"),
    Command("planning.go-interviews", N_("Planning the interviews"),
            N_("Who is interviewed when and where, and how far the planning is."),
            group=_GO, opens=f"{_HERE}:interviews_planning_door"),
    Command("planning.go-coverage", N_("Coverage: who is heard"),
            N_("Group, municipality and theme, with the places where nobody is heard."),
            group=_GO, opens=f"{_HERE}:coverage_door"),
    Command("planning.go-approval", N_("Approval of records and quotes"),
            N_("Which interviews and quotes are approved, and which are late."),
            group=_GO, opens="boce_tui.tui.approving:approval_door"),
    Command("planning.go-themes", N_("Themes and ambitions"),
            N_("Themes with their other names, ambitions, decisions and statuses."),
            group=_GO, opens=f"{_HERE}:themes_door"),
    Command("planning.go-documents", N_("Documents"), N_("The documents that were studied in this round."),
            group=_GO, opens=f"{_HERE}:documents_door"),
    Command("planning.go-settings", N_("Settings: agenda, organisations, bodies"),
            N_("The name of the agenda, the organisations, and the bodies and roles."),
            group=_GO, opens=f"{_HERE}:settings_door"),
    Command("planning.go-new-round", N_("Start a new round"),
            N_("A new yearly evaluation, empty or going on from the last one."),
            group=_GO, opens=f"{_HERE}:new_round_door"),
)  # fmt: skip
