"""What must hold for the typed answers of one question."""

from __future__ import annotations

from boce_tui.instruments.draft import Item
from boce_tui.instruments.model import NUMBERS, OTHER, SCALES, Column, Condition, Part
from boce_tui.instruments.places import Path
from boce_tui.instruments.problems import Report, listed, quoted, report_double, suggestion
from boce_tui.instruments.rules_values import check_condition_values
from boce_tui.instruments.scales import choices
from boce_tui.locale import _

CHOICES = ("single_choice", "multi_choice")
RESERVED = ("text", "notes")
MOST_LINES = 20
_WITH_OPTIONS = (*CHOICES, *SCALES)
BELONGS = {
    "options": CHOICES,
    "option_source": CHOICES,
    "other": CHOICES,
    "rows": ("grid",),
    "row_source": ("grid",),
    "columns": ("grid",),
    "min": NUMBERS,
    "max": NUMBERS,
    "unit": NUMBERS,
    "items": ("list", "ranked_list"),
    "target": ("reference",),
    "review": ("quote",),
    "low": ("rating_1_5",),
    "high": ("rating_1_5",),
    "must_be": _WITH_OPTIONS,
}
"""Key -> the types it says something about."""


def check(item: Item, report: Report) -> None:
    """Check the parts of one question."""
    parts = item.parts()
    report_double(((path, part.id) for path, part in parts), report)
    quotes = [path for path, part in parts if part.type == "quote"]
    for path in quotes[1:]:
        report.error(path, _("A question has at most one part for quotes."), _("Remove this one."))
    for index, (path, part) in enumerate(parts):
        _check_part(part, path, report)
        if index and not part.label:
            report.warn(
                path,
                _("This part has no label: people see no difference between the parts."),
                _("Add: {key}").format(key="label"),
            )
        for number, condition in enumerate(part.show_when):
            _check_show_when(condition, (*path, "show_when", number), item, index, report)


def _check_part(part: Part, path: Path, report: Report) -> None:
    if part.id in RESERVED:
        what = _('The id "{id}" is used by the app itself.').format(id=part.id)
        report.error((*path, "id"), what, _("Choose another id."))
    _check_keys(part, path, report)
    _check_choice(part, path, report)
    if part.type == "grid":
        _check_grid(part, path, report)
    _check_limits(part, path, report)
    known = [option.id for option in choices(part)]
    for index, value in enumerate(part.must_be):
        if part.type in _WITH_OPTIONS and value not in known:
            what = _('"{value}" is not one of the options.').format(value=quoted(value))
            report.error((*path, "must_be", index), what, suggestion(value, known))
    if part.items is not None and not 1 <= part.items <= MOST_LINES:
        what = _("The number of lines must be between 1 and {most}.").format(most=MOST_LINES)
        report.error((*path, "items"), what, "")


def _check_keys(item: Part | Column, path: Path, report: Report) -> None:
    """Keys that say nothing for this type, and the ones that a type cannot do without."""
    for key, types in BELONGS.items():
        if getattr(item, key, None) and item.type not in types:
            report.error(
                (*path, key),
                _("{key} does not belong to type {type}.").format(key=key, type=item.type),
                _("It belongs to: {types}.").format(types=listed(types)),
            )
    if bool(item.low) != bool(item.high):
        there, missing = ("low", "high") if item.low else ("high", "low")
        report.warn(
            (*path, there),
            _("{key} is missing: the other end of the scale has no words of its own.").format(key=missing),
            _("Add: {key}").format(key=missing),
        )
    if item.type == "reference" and item.target is None:
        fix = _("Write for instance: {example}").format(example='target = "body"')
        report.error(path, _("{key} is missing.").format(key="target"), fix)


def _check_choice(item: Part | Column, path: Path, report: Report) -> None:
    report_double((((*path, "options", i), option.id) for i, option in enumerate(item.options)), report)
    for index, option in enumerate(item.options):
        if option.id == OTHER:
            fix = _("Write other = true: the app then adds it, with room for words.")
            if isinstance(item, Column):
                fix = _("Choose another id.")
            what = _('The id "{id}" is used by the app itself.').format(id=OTHER)
            report.error((*path, "options", index, "id"), what, fix)
    if item.type not in CHOICES:
        return
    if item.options and item.option_source:
        what = _("There are both options and an option_source.")
        report.error((*path, "option_source"), what, _("Keep one of the two."))
    elif not item.options and not item.option_source:
        fix = _("Write for instance: {example}").format(
            example='options = [{ id = "...", nl = "...", en = "..." }]'
        )
        report.error(path, _("There is nothing to choose from: options is missing."), fix)
    elif len(choices(item)) == 1 and not item.option_source:
        report.error((*path, "options"), _("There is only one option."), _("Give at least two."))


def _check_grid(part: Part, path: Path, report: Report) -> None:
    report_double((((*path, "rows", i), row.id) for i, row in enumerate(part.rows)), report)
    report_double((((*path, "columns", i), column.id) for i, column in enumerate(part.columns)), report)
    if part.rows and part.row_source:
        report.error(
            (*path, "row_source"), _("There are both rows and a row_source."), _("Keep one of the two.")
        )
    elif not part.rows and not part.row_source:
        fix = _("Write for instance: {example}").format(example='row_source = "focus_themes"')
        report.error(path, _("The table has no rows."), fix)
    if not part.columns:
        fix = _("Write for instance: {example}").format(
            example='columns = [{ id = "mark", type = "rating_1_5" }]'
        )
        report.error(path, _("The table has no columns."), fix)
    for index, column in enumerate(part.columns):
        place = (*path, "columns", index)
        _check_keys(column, place, report)
        _check_choice(column, place, report)
        _check_limits(column, place, report)
        if len(part.columns) > 1 and not column.label:
            report.error(place, _("{key} is missing.").format(key="label"), _("Each column needs a heading."))


def _check_limits(item: Part | Column, path: Path, report: Report) -> None:
    if item.min is not None and item.max is not None and item.min > item.max:
        report.error((*path, "min"), _("min is more than max."), _("Swap the two."))


def _check_show_when(condition: Condition, path: Path, item: Item, index: int, report: Report) -> None:
    """Conditions between the parts of a question look at parts before this one."""
    own = item.question
    if condition.question not in ("", own.id):
        fix = _("For another question use {key}.").format(key="when")
        report.error((*path, "question"), _("show_when looks at this question only."), fix)
        return
    earlier = [part for part in own.parts[:index] if condition.part in ("", part.id)]
    if not earlier:
        what = _('There is no part "{id}" before this one.').format(id=quoted(condition.part))
        report.error(path, what, suggestion(condition.part, [part.id for part in own.parts[:index]]))
        return
    check_condition_values(condition, earlier, path, report)
