"""Appendix 5.6 of the report with decisions: what was advised and decided on each recommendation, and why."""

from __future__ import annotations

from boce_tui.locale import _
from boce_tui.reports.blocks import Piece, fill, paragraph, sentences, stack, strong, table
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import day
from boce_tui.reports.model.sending import Choice, DecidedItem
from boce_tui.reports.preparing import Prepared
from boce_tui.reports.printing.sending import choice_words


def decisions(report: Prepared) -> Md:
    """Per recommendation a table: who, what, when, why."""
    items = report.model.decided or ()
    if not items:
        return paragraph(_("There are no recommendations in this report."))
    lead = _(
        "The steering group advises, the municipal executives decide. Where a recommendation was adopted in "
        "changed form, its new words stand here; chapter 2 keeps those of the evaluators."
    )
    return stack([paragraph(lead), *(_item(item) for item in items)])


def _item(item: DecidedItem) -> Md:
    rows = [_row(_("Advice of the steering group"), one) for one in item.advice]
    rows += [
        _row(fill(_("Executive of {municipality}"), municipality=one.municipality), one)
        for one in item.decisions
    ]
    header = [_("Who"), _("Choice"), _("Date"), _("Explanation")]
    return stack(
        [paragraph(item.text, lead=fill("{number}.", number=strong(item.number))), table(header, rows)]
    )


def _row(who: Piece, one: Choice) -> tuple[Piece, ...]:
    changed = fill(_("New words: {text}"), text=one.text) if one.text else Md("")
    return (who, choice_words(one.choice), day(one.date), sentences(changed, one.motivation))
