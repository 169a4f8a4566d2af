"""Whether a condition can ever hold, given what can be answered."""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.instruments.model import Column, Condition, Part
from boce_tui.instruments.places import Path
from boce_tui.instruments.problems import Report, listed, quoted, suggestion
from boce_tui.instruments.scales import choices, has_numbers, highest
from boce_tui.locale import _

SINGLE = (
    "single_choice",
    "rating_1_5",
    "yes_no_partly",
    "realisation_status",
    "progress_status",
    "norm_score",
)


def cells(condition: Condition, parts: Sequence[Part]) -> list[Part | Column]:
    """The parts, and in tables the columns, that the condition looks at."""
    found: list[Part | Column] = []
    for part in parts:
        if part.type == "grid":
            found += [column for column in part.columns if condition.column in ("", column.id)]
        elif not condition.column and not condition.row:
            found.append(part)
    return found


def check_condition_values(condition: Condition, parts: Sequence[Part], path: Path, report: Report) -> None:
    """Check row, column and values of a condition against the answer parts it looks at."""
    if _says_nothing(condition):
        fix = _("Write for instance: {example}").format(example='any_value = ["no"]')
        report.error(path, _("This condition says nothing."), fix)
        return
    if not _check_row_and_column(condition, parts, path, report):
        return
    looked_at = cells(condition, parts)
    _check_values(condition, looked_at, path, report)
    _check_numbers(condition, looked_at, path, report)
    excluded = set(condition.any_value) & set(condition.no_value)
    if condition.any_value and excluded == set(condition.any_value):
        report.error(
            path, _("This condition contradicts itself: it can never hold."), _("Remove one of the two.")
        )
    if condition.answered is False and not _says_nothing(_without_answered(condition)):
        fix = _("Leave out answered = false, or the rest.")
        report.error(path, _("This condition contradicts itself: it can never hold."), fix)


def _says_nothing(condition: Condition) -> bool:
    return not (condition.any_value or condition.no_value) and all(
        value is None for value in (condition.at_least, condition.at_most, condition.answered)
    )


def _without_answered(condition: Condition) -> Condition:
    return Condition(
        any_value=condition.any_value,
        no_value=condition.no_value,
        at_least=condition.at_least,
        at_most=condition.at_most,
    )


def _check_row_and_column(condition: Condition, parts: Sequence[Part], path: Path, report: Report) -> bool:
    tables = [part for part in parts if part.type == "grid"]
    for key, wanted in (("row", condition.row), ("column", condition.column)):
        if not wanted:
            continue
        if not tables:
            report.error((*path, key), _("{key} is for tables only.").format(key=key), _("Leave it out."))
            return False
        known = [each.id for table in tables for each in (table.rows if key == "row" else table.columns)]
        dynamic = key == "row" and any(table.row_source for table in tables)
        if wanted not in known and not dynamic:
            what = _('The table has no {key} "{id}".').format(key=key, id=quoted(wanted))
            report.error((*path, key), what, suggestion(wanted, known))
            return False
    return True


def _check_values(condition: Condition, looked_at: list[Part | Column], path: Path, report: Report) -> None:
    for key, values in (("any_value", condition.any_value), ("no_value", condition.no_value)):
        if not values:
            continue
        known = [option.id for cell in looked_at for option in choices(cell)]
        dynamic = any(cell.option_source or cell.type == "reference" for cell in looked_at)
        if not known and not dynamic:
            fix = _("Write answered = true, or look at another question.")
            report.error((*path, key), _("Nothing can be chosen in that question."), fix)
            continue
        for index, value in enumerate(values):
            if value not in known and not dynamic:
                what = _('"{value}" is not one of the options.').format(value=quoted(value))
                report.error((*path, key, index), what, _("Possible: {names}.").format(names=listed(known)))


def _check_numbers(condition: Condition, looked_at: list[Part | Column], path: Path, report: Report) -> None:
    if condition.at_least is None and condition.at_most is None:
        return
    counting = [cell for cell in looked_at if has_numbers(cell)]
    if not counting:
        fix = _("Use any_value, or give the options a score.")
        report.error(path, _("There is no number, mark or score in that question."), fix)
        return
    limits = [highest(cell) for cell in counting]
    most = max((limit for limit in limits if limit is not None), default=None)
    low, high = condition.at_least, condition.at_most
    too_high = low is not None and None not in limits and most is not None and low > most
    if too_high or (low is not None and high is not None and low > high):
        report.error(path, _("No answer can meet this condition."), _("Change at_least or at_most."))
