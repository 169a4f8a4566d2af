"""The parts of the summary for the councils (R57) and of the feedback to the interviewees (R58)."""

from __future__ import annotations

from functools import partial

from boce_tui.locale import _
from boce_tui.reports.blocks import bullets, fill, listing, paragraph, stack, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.model.sending import FeedbackModel, SummaryModel
from boce_tui.reports.printing import sending
from boce_tui.reports.printing.needs import asked_before
from boce_tui.reports.printing.sending import agreed, choice_words, per_college, places, report_name

BOX = "☐"


def summary_parts(summary: SummaryModel) -> Functions:
    """What the template of the summary may call."""
    own = (lead, successes, asked)
    found: dict[str, partial[Md]] = {function.__name__: partial(function, summary) for function in own}
    found["needs"] = partial(asked_before, summary.needs)
    found["notices"] = partial(sending.notices, summary.about)
    found["meeting"] = partial(sending.meeting_sentence, summary.meeting)
    found["last_line"] = partial(sending.last_line, summary.about)
    return found


def lead(summary: SummaryModel) -> Md:
    """What it is about."""
    about = summary.about
    return fill(
        _("{places} had their cooperation in the {agenda} evaluated. This page says what came out."),
        places=places(about.municipalities),
        agenda=about.agenda,
    )


def successes(summary: SummaryModel) -> Md:
    """What goes well."""
    if not summary.successes:
        return paragraph(_("No successes have been recorded yet."))
    return bullets([one.text for one in summary.successes])


def asked(summary: SummaryModel) -> Md:
    """The recommendations that ask something of the councils."""
    if not summary.recommendations:
        return paragraph(_("None of the recommendations asks something of the councils."))
    lead_in = paragraph(_("These recommendations are for the municipal councils too:"))
    return stack([lead_in, bullets(sending.recommended(summary.recommendations))])


def feedback_parts(feedback: FeedbackModel) -> Functions:
    """What the template of the feedback may call."""
    own = (opening, conclusions, recommendations, next_steps, receivers)
    found: dict[str, partial[Md]] = {function.__name__: partial(function, feedback) for function in own}
    found["notices"] = partial(sending.notices, feedback.about)
    found["last_line"] = partial(sending.last_line, feedback.about)
    return found


def opening(feedback: FeedbackModel) -> Md:
    """The first paragraph, when it is not written by hand."""
    about = feedback.about
    thanks = fill(
        _("You took part in an interview about the cooperation of {places}. Thank you for that."),
        places=places(about.municipalities),
    )
    come = fill(_("With this message you get the report {report}."), report=report_name(about))
    return Md(f"{thanks} {come} {paragraph(_('Here you read in short what it says.'))}")


def conclusions(feedback: FeedbackModel) -> Md:
    """The main conclusions."""
    if not feedback.conclusions:
        return paragraph(_("No main conclusions have been drawn yet."))
    return bullets(feedback.conclusions)


def recommendations(feedback: FeedbackModel) -> Md:
    """Every recommendation, and what was decided once that is known."""
    if not feedback.recommendations:
        return paragraph(_("There are no recommendations in this report."))
    if not feedback.decided:
        later = paragraph(_("The municipal executives have not decided on every recommendation yet."))
        return stack([bullets(sending.recommended(feedback.recommendations)), later])
    rows = [
        (
            item.number,
            item.text,
            per_college(item.choices) if (same := agreed(item)) is None else choice_words(same),
        )
        for item in feedback.recommendations
    ]
    return table([_("Number"), _("Recommendation"), _("Decision of the executives")], rows)


def next_steps(feedback: FeedbackModel) -> Md:
    """The meeting of the councils."""
    return sending.meeting_sentence(feedback.meeting)


def receivers(feedback: FeedbackModel) -> Md:
    """Everybody by role and municipality, with a box for the sender; the list of appendix 5.1."""
    if not feedback.receivers:
        return paragraph(_("No interviews have been held in this round."))
    about = paragraph(
        _(
            "For the sender: tick who has received this message. It is the list of appendix 5.1 of the "
            "report. Leave this section out of what you send."
        )
    )
    rows = [(BOX, listing(one.municipalities), one.role) for one in feedback.receivers]
    return stack([about, table([_("Sent"), _("Municipality"), _("Role or body")], rows)])
