"""The parts of a comparison of two versions as blocks of Markdown."""

from __future__ import annotations

from functools import partial

from boce_tui.locale import _
from boce_tui.reports.blocks import heading, paragraph, quote, stack
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.model.comparison import ComparisonModel, Difference


def comparison_parts(comparison: ComparisonModel) -> Functions:
    """What the template of the comparison may call."""
    return {"differences": partial(differences, comparison)}


def differences(comparison: ComparisonModel) -> Md:
    """Section by section what changed."""
    found: list[Md] = []
    for section in comparison.sections:
        found.append(heading(2, section.title if section.title else _("Before the first heading")))
        for one in section.differences:
            found += _difference(one)
    return stack(found) if found else paragraph(_("Both versions say the same."))


def _difference(one: Difference) -> list[Md]:
    if one.kind == "added":
        return [quote(one.after, _("New:"))]
    if one.kind == "removed":
        return [quote(one.before, _("Taken out:"))]
    if one.kind == "moved":
        return [quote(one.after, _("Moved to here, with the same words:"))]
    return [quote(one.before, _("It read:")), quote(one.after, _("It reads now:"))]
