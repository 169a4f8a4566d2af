"""What help says about the screens of planning."""

from boce_tui.locale import N_
from boce_tui.tui.help_texts import register_help

_SAVED = N_(
    "Every field keeps itself as soon as you leave it; there is no button for it. When "
    "something is not right, "
    "it stands under the field, and the old value stays until you have mended it."
)

register_help("planning.form", _SAVED)
register_help(
    "planning.new-round",
    N_("A round is one yearly evaluation. Give the year; everything else comes in the form that opens next."),
    N_(
        "From the last round you take over questions, themes and thresholds; people and answers "
        "never come along."
    ),
)
register_help(
    "planning.assignment",
    N_(
        "Here stands what was asked, by whom and why, and which themes are looked at closely: the "
        "focus themes."
    ),
    N_("The dates and the version at the bottom come in the report."),
    _SAVED,
)
register_help(
    "planning.people",
    N_(
        "Who is interviewed stands here by code. The code is drawn at random and tells nothing; "
        "names are in a file "
        "of their own that only a passphrase opens."
    ),
    N_("Add evaluators too: then boce warns when someone interviews the own organisation or a superior."),
)
register_help(
    "planning.respondent",
    N_(
        "The role and the involvement in themes decide which questions this person gets. Involved: "
        "0 not, 3 closely."
    ),
    N_("The name is not in the dossier: f3 opens the names file and shows the fields for it."),
    _SAVED,
)
register_help(
    "planning.evaluator",
    N_("The organisation and the superiors are used to warn before an interview with a possible conflict."),
    _SAVED,
)
register_help(
    "planning.interviews",
    N_(
        "One line is one interview; there can be several people at the table. An ! warns of a "
        "possible conflict; what you decided about it stands in the form (enter)."
    ),
    N_("v brings it to the next state, s to another one. From held on, the answers count in the report."),
    N_("o writes an invitation, the questions or the calendar to a file. enter on a state shows only that."),
)
register_help(
    "planning.interview",
    N_(
        "Choose who is at the table, and when and where it is. The state can only go to what makes "
        "sense next."
    ),
    _SAVED,
)
register_help(
    "planning.settings",
    N_(
        "The name of the agenda stands on every screen and in every document. Organisations and "
        "bodies are yours too."
    ),
)
register_help("planning.agenda", _SAVED)
register_help("planning.organisation", _SAVED)
register_help(
    "planning.body",
    N_("Recommendations are addressed to bodies and roles. Of some there is only one person: say so here."),
    _SAVED,
)
register_help(
    "planning.themes",
    N_(
        "Each theme with what was agreed for it. A theme on which work stopped without a decision "
        "gives a warning."
    ),
)
register_help("planning.theme", _SAVED)
register_help(
    "planning.ambition",
    N_(
        "Three things are kept apart: what was decided, what you judge, and what the people "
        "interviewed experience."
    ),
    _SAVED,
)
register_help(
    "planning.documents", N_("What you note here becomes the appendix with documents of the report.")
)
register_help("planning.document", _SAVED)
register_help(
    "planning.import",
    N_(
        "Nothing happens before you press enter. One mistake anywhere in the file, and nothing of "
        "it is imported."
    ),
)
register_help(
    "planning.coverage",
    N_("How many people are heard per group, municipality and theme. At nobody a voice is missing."),
    N_("n adds somebody for the cell under the cursor; w shows who could be asked about the theme too."),
)
