"""The parts of the result of the recalibration: what was decided about each theme and ambition, and why."""

from __future__ import annotations

from functools import partial

from boce_tui.domain.recalibrating import RECALIBRATION_OUTCOME
from boce_tui.domain.vocabulary import label
from boce_tui.locale import _
from boce_tui.reports.blocks import Piece, bullets, fill, heading, paragraph, stack, strong, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day
from boce_tui.reports.model.sending import Recalibrated, RecalibratedTheme, RecalibrationModel
from boce_tui.reports.printing import sending
from boce_tui.reports.printing.sending import places


def recalibration_parts(result: RecalibrationModel) -> Functions:
    """What the template of the result may call."""
    own = (opening, overview, themes)
    found: dict[str, partial[Md]] = {function.__name__: partial(function, result) for function in own}
    found["notices"] = partial(sending.notices, result.about)
    found["last_line"] = partial(sending.last_line, result.about)
    return found


def opening(result: RecalibrationModel) -> Md:
    """The first paragraph, when it is not written by hand."""
    about = result.about
    first = fill(
        _("Every year it is decided which ambitions and themes of the {agenda} stay, change or end."),
        agenda=about.agenda,
    )
    then = fill(
        _("That is done on the basis of the evaluation. This is the outcome for {places}."),
        places=places(about.municipalities),
    )
    return Md(f"{first} {then}")


def overview(result: RecalibrationModel) -> Md:
    """All decisions in one table."""
    if not result.themes:
        return paragraph(_("There are no themes in this agenda yet."))
    rows: list[tuple[Piece, ...]] = [
        (
            theme.name,
            one.text if one.subject == "ambition" else _("the theme itself"),
            outcome(one),
            day(one.date),
        )
        for theme in result.themes
        for one in theme.decisions
    ]
    return table([_("Theme"), _("About"), _("Outcome"), _("Date")], rows)


def outcome(one: Recalibrated) -> str:
    """What was chosen, in words; a stop without a formal decision says so."""
    if one.undecided:
        return _("stopped without a decision")
    return label(RECALIBRATION_OUTCOME, one.choice)


def themes(result: RecalibrationModel) -> Md:
    """Each theme with its decisions, texts and reasons."""
    return stack([_theme(theme) for theme in result.themes])


def _theme(theme: RecalibratedTheme) -> Md:
    decided = [_decision(one) for one in theme.decisions if one.choice or one.undecided]
    if not decided:
        decided = [paragraph(_("Nothing was decided about this theme."))]
    return stack([heading(2, theme.name), *decided])


def _decision(one: Recalibrated) -> Md:
    subject: Piece = one.text if one.subject == "ambition" else _("The theme itself")
    rows: list[Piece] = [fill(_("Outcome: {outcome}"), outcome=outcome(one))]
    if one.before:
        rows.append(fill(_("It read: {text}"), text=one.before))
        rows.append(fill(_("Version: {n}"), n=one.version))
    if one.reason:
        rows.append(fill(_("Reason: {reason}"), reason=one.reason))
    if one.body and one.date:
        by = _("Intended by: {body}, on {day}") if one.undecided else _("Decided by: {body}, on {day}")
        rows.append(fill(by, body=one.body, day=day(one.date)))
    if one.document:
        rows.append(fill(_("Written down in: {document}"), document=one.document))
    if one.undecided:
        rows.append(_("There is no formal decision with body, date and document yet."))
    return stack([strong(subject), bullets(rows)])
