"""The parts of the letter of the colleges to the councils (R56)."""

from __future__ import annotations

from functools import partial

from boce_tui.locale import _, ngettext
from boce_tui.reports.blocks import Piece, bullets, fill, listing, paragraph, stack, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day, in_words
from boce_tui.reports.model.sending import Asked, LetterModel
from boce_tui.reports.printing import sending
from boce_tui.reports.printing.sending import DOTS, agreed, per_college, places, report_name

_ORDER = ("adopt", "adopt_changed", "hold", "reject", "")
"""In which order choices are told; the last is no decision yet."""


def letter_parts(letter: LetterModel) -> Functions:
    """What the template of the letter may call."""
    own = (details, salutation, opening, decided, choices, publicity, meeting, asked, signatures, annexes)
    found: dict[str, partial[Md]] = {function.__name__: partial(function, letter) for function in own}
    found["notices"] = partial(sending.notices, letter.about)
    found["last_line"] = partial(sending.last_line, letter.about)
    return found


def details(letter: LetterModel) -> Md:
    """To, from, subject, date, publicity."""
    one = len(letter.councils) == 1
    to = _("the municipal council of {places}") if one else _("the municipal councils of {places}")
    single = len(letter.signers) == 1
    sender = _("the municipal executive of {places}") if single else _("the municipal executives of {places}")
    about = letter.about
    along = listing([fill(_("the report {report}"), report=report_name(about)), _("the summary")])
    rows: list[tuple[Piece, Piece]] = [
        (_("To"), fill(to, places=places(letter.councils))),
        (_("From"), fill(sender, places=places(letter.signers))),
        (_("Subject"), fill(_("{title} of {agenda}"), title=about.title, agenda=about.agenda)),
        (_("Date"), DOTS),
        (_("Goes along"), along),
        (_("Publicity"), sending.publicity_words(about)),
    ]
    return table([_("Letter"), _("Details")], rows)


def salutation(letter: LetterModel) -> Md:
    """To one council or to several."""
    one = len(letter.councils) == 1
    return paragraph(_("Dear members of the council,") if one else _("Dear members of the councils,"))


def opening(letter: LetterModel) -> Md:
    """The first paragraph, when it is not written by hand."""
    about = letter.about
    first = fill(
        _("We hereby present to you the report {report}."),
        report=report_name(about),
    )
    what = fill(
        _("It is about the cooperation of {places} in the {agenda}."),
        places=places(about.municipalities),
        agenda=about.agenda,
    )
    return paragraph(Md(f"{first} {what}"))


def decided(letter: LetterModel) -> Md:
    """Which college took note of the report or decided about it, and when."""
    days = {one.days for one in letter.decided}
    chose = any(one.choice for item in letter.recommendations for one in item.choices)
    if len(days) == 1 and letter.decided and letter.decided[0].days:
        return fill(
            _("The executives of {places} decided about the report on {days}.")
            if chose
            else _("The executives of {places} took note of the report on {days}."),
            places=places([one.municipality for one in letter.decided]),
            days=_days(letter.decided[0].days),
        )
    rows = [
        fill(
            _("the executive of {municipality} on {days}"),
            municipality=one.municipality,
            days=_days(one.days) or _("a date that is not known yet"),
        )
        for one in letter.decided
    ]
    lead = (
        _("The executives decided about the report:")
        if chose
        else _("The executives took note of the report:")
    )
    return stack([paragraph(lead), bullets(rows)])


def _days(days: tuple[str, ...]) -> Md:
    return listing([day(one) for one in days])


def choices(letter: LetterModel) -> Md:
    """What was decided: recommendations with the same outcome together, the others one by one."""
    items = letter.recommendations
    if not any(one.choice for item in items for one in item.choices):
        return Md("")
    same: dict[str, list[Asked]] = {}
    for item in items:
        choice = agreed(item)
        if choice is not None:
            same.setdefault(choice, []).append(item)
    rows = [_together(choice, same[choice]) for choice in _ORDER if choice in same]
    rows += [
        fill(
            _("About recommendation {number} the executives decided differently ({decisions})."),
            number=item.number,
            decisions=per_college(item.choices),
        )
        for item in items
        if agreed(item) is None
    ]
    return stack([paragraph(_("On the recommendations we decided as follows:")), bullets(rows), _why(letter)])


def _why(letter: LetterModel) -> Md:
    """Where the reasons stand, as far as there are any: adopting needs none."""
    if not any(one.motivation for item in letter.recommendations for one in item.choices):
        return Md("")
    return paragraph(_("Where we change a recommendation or do not adopt it, the annex says why."))


def _together(choice: str, items: list[Asked]) -> Md:
    n = len(items)
    sentence = {
        "adopt": ngettext(
            "We adopt {n} recommendation: {numbers}.", "We adopt {n} recommendations: {numbers}.", n
        ),
        "adopt_changed": ngettext(
            "We adopt {n} recommendation in changed form: {numbers}.",
            "We adopt {n} recommendations in changed form: {numbers}.",
            n,
        ),
        "hold": ngettext(
            "We hold {n} recommendation for a later decision: {numbers}.",
            "We hold {n} recommendations for a later decision: {numbers}.",
            n,
        ),
        "reject": ngettext(
            "We do not adopt {n} recommendation: {numbers}.",
            "We do not adopt {n} recommendations: {numbers}.",
            n,
        ),
        "": ngettext(
            "On {n} recommendation we have not decided yet: {numbers}.",
            "On {n} recommendations we have not decided yet: {numbers}.",
            n,
        ),
    }[choice]
    return fill(sentence, n=in_words(n), numbers=listing([item.number for item in items]))


def publicity(letter: LetterModel) -> Md:
    """From when the report and this letter are public."""
    until = letter.about.embargo_until
    if not until:
        return paragraph(_("The report and this letter are public."))
    return fill(
        _("The report and this letter are public from {date}. Until that day they are confidential."),
        date=day(until),
    )


def meeting(letter: LetterModel) -> Md:
    """When the councils talk about it."""
    words = sending.meeting_sentence(letter.meeting)
    if not letter.meeting.day or letter.meeting.cancelled:
        return words
    return Md(f"{words} {paragraph(_('There we would like to discuss the report with you.'))}")


def asked(letter: LetterModel) -> Md:
    """Which recommendations are for the councils too."""
    numbers = letter.for_councils
    if not numbers:
        return paragraph(_("We ask you to take note of the report."))
    sentence = ngettext(
        "Recommendation {numbers} is for your council too.",
        "Recommendations {numbers} are for your council too.",
        len(numbers),
    )
    first = paragraph(_("We ask you to take note of the report."))
    last = paragraph(_("The summary says what is asked of you."))
    return Md(f"{first} {fill(sentence, numbers=listing(numbers))} {last}")


def signatures(letter: LetterModel) -> Md:
    """A block for each college: secretary and mayor sign, names are filled in on paper."""
    rows: list[tuple[Piece, ...]] = [(place, DOTS, DOTS) for place in letter.signers]
    return table([_("The municipal executive of"), _("the secretary"), _("the mayor")], rows)


def annexes(letter: LetterModel) -> Md:
    """What goes along."""
    rows: list[Piece] = [fill(_("the report {report}"), report=report_name(letter.about))]
    if any(one.choice for item in letter.recommendations for one in item.choices):
        rows = [fill(_("the report {report}, with our decisions"), report=report_name(letter.about))]
    return bullets([*rows, _("the summary for the municipal councils")])
