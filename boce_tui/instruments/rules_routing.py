"""What must hold for who is asked what: every question can be reached, conditions look back only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from boce_tui.domain.vocabulary import GROUPS, ROLES
from boce_tui.instruments.audience import HIGHEST, MARKED, Profile, belongs
from boce_tui.instruments.draft import Draft, Item
from boce_tui.instruments.model import Audience, Column, Condition, Question
from boce_tui.instruments.places import Path
from boce_tui.instruments.problems import Report, quoted, suggestion
from boce_tui.instruments.rules_values import SINGLE, cells, check_condition_values
from boce_tui.instruments.scales import has_numbers
from boce_tui.locale import _

MOST_YEARS = 50

Person = tuple[str, str, bool]


def check(draft: Draft, report: Report) -> None:
    """Check audiences, conditions and the question that marks the themes."""
    items = draft.ordered()
    position = {item.question.id: index for index, item in enumerate(items)}
    marker = _check_marker(items, report)
    for index, item in enumerate(items):
        _check_audience(item, report)
        _check_gate(item, report)
        _check_years(item, report)
        needs_themes = item.question.per_theme or item.question.audience.involvement is not None
        if (
            marker is not None
            and needs_themes
            and index <= position[marker.question.id]
            and item is not marker
        ):
            report.error(
                item.path,
                _("This question depends on the themes, but comes before the question that marks them."),
                _("Put it after {question}.").format(question=marker.question.id),
            )
        for number, condition in enumerate(item.question.when):
            path = (*item.path, "when", number)
            earlier = _looked_at(condition, index, items, draft, path, report)
            if earlier:
                _check_condition(condition, item, earlier, items, path, report)
        _check_together(item, items[:index], report)


def people() -> Iterator[Person]:
    """Every kind of person there can be, as far as routing can tell them apart."""
    return product(GROUPS, ROLES, (False, True))


def _fits(audience: Audience, person: Person) -> bool:
    group, role, before = person
    return belongs(audience, Profile(group=group, roles=(role,), participated_before=before))


def _anyone(*audiences: Audience) -> bool:
    return any(all(_fits(audience, person) for audience in audiences) for person in people())


def _check_audience(item: Item, report: Report) -> None:
    audience, path = item.question.audience, (*item.path, "for")
    wrong = False
    for key in ("groups", "not_groups", "roles", "not_roles"):
        words = GROUPS if key.endswith("groups") else ROLES
        for index, name in enumerate(getattr(audience, key)):
            if name in words:
                continue
            wrong = True
            what = _('The role "{id}" does not exist.')
            if words is GROUPS:
                what = _('The group "{id}" does not exist.')
            report.error((*path, key, index), what.format(id=quoted(name)), suggestion(name, words))
    if not wrong and not _anyone(audience):
        report.error(
            path, _("Nobody can ever get this question."), _("Look at who is named and who is left out.")
        )
    level = audience.involvement
    if level is not None and not MARKED <= level <= HIGHEST:
        what = _("Involvement must be between {low} and {high}.").format(low=MARKED, high=HIGHEST)
        report.error((*path, "involvement"), what, "")


def _check_gate(item: Item, report: Report) -> None:
    question = item.question
    if question.gate and (
        question.per_theme
        or question.when
        or question.evaluator_only
        or question.from_year > 1
        or question.audience != Audience()
    ):
        report.error(
            item.path,
            _("must_be makes this the first question for everyone, so it cannot depend on anything."),
            _("Remove per_theme, when, for, from_year and evaluator_only here, or remove must_be."),
        )


def _check_years(item: Item, report: Report) -> None:
    if not 1 <= item.question.from_year <= MOST_YEARS:
        what = _("from_year counts rounds: 1 is the first round, 2 the round after it.")
        report.error(
            (*item.path, "from_year"),
            what,
            _("Write for instance: {example}").format(example="from_year = 2"),
        )


def _check_marker(items: list[Item], report: Report) -> Item | None:
    markers = [item for item in items if item.question.marks_themes]
    for item in markers[1:]:
        what = _("Only one question can mark the themes; the other is {question}.")
        report.error(
            (*item.path, "marks_themes"), what.format(question=markers[0].question.id), _("Remove it here.")
        )
    for item in markers:
        if item.question.per_theme or item.question.audience != Audience() or item.question.when:
            report.error(
                (*item.path, "marks_themes"),
                _("The question that marks the themes must be asked once, to everyone."),
                _("Remove per_theme, for and when here."),
            )
        if not any(has_numbers(column) for column in theme_columns(item.question)):
            report.error(
                (*item.path, "marks_themes"),
                _("The question that marks the themes needs a table of the focus themes with a score."),
                _('Use type = "grid", row_source = "focus_themes" and options with a score (0 = not mine).'),
            )
    return markers[0] if markers else None


def theme_columns(question: Question) -> list[Column]:
    """The columns of a question's tables that have the focus themes as rows."""
    tables = [part for part in question.parts if part.type == "grid"]
    return [
        column for part in tables if part.row_source in ("focus_themes", "themes") for column in part.columns
    ]


def _looked_at(
    condition: Condition, index: int, items: list[Item], draft: Draft, path: Path, report: Report
) -> Item | None:
    """The earlier question of a condition; None after a problem with it was reported."""
    place = (*path, "question")
    earlier = [item.question.id for item in items[:index]]
    if not condition.question:
        fix = _("Write for instance: {example}").format(example='question = "F1"')
        report.error(path, _("{key} is missing.").format(key="question"), fix)
    elif condition.question in earlier:
        return items[earlier.index(condition.question)]
    elif condition.question not in draft.question_ids:
        what = _('The question "{id}" does not exist.').format(id=quoted(condition.question))
        report.error(place, what, suggestion(condition.question, earlier))
    elif any(item.question.id == condition.question for item in items[index:]):
        what = _('The question "{id}" is asked later: its answer is not known yet.')
        fix = _("Put it before this one, or look at an earlier question.")
        report.error(place, what.format(id=quoted(condition.question)), fix)
    return None


def _check_condition(
    condition: Condition, item: Item, earlier: Item, items: list[Item], path: Path, report: Report
) -> None:
    question, other = item.question, earlier.question
    parts = [part for part in other.parts if condition.part in ("", part.id)]
    if condition.part and not parts:
        what = _('The question {question} has no part "{id}".')
        what = what.format(question=other.id, id=quoted(condition.part))
        report.error((*path, "part"), what, suggestion(condition.part, [part.id for part in other.parts]))
        return
    check_condition_values(condition, parts, path, report)
    if condition.any_theme and not other.per_theme:
        what = _("any_theme is for questions that are asked per theme; {question} is not.")
        report.error((*path, "any_theme"), what.format(question=other.id), _("Leave it out."))
    elif condition.any_theme and _same_block(earlier, item, items):
        report.error(
            (*path, "any_theme"),
            _("{question} stands in the same series per theme: other themes come later.").format(
                question=other.id
            ),
            _("Leave any_theme out, or put another question between them."),
        )
    if (
        _anyone(question.audience)
        and _anyone(other.audience)
        and not _anyone(question.audience, other.audience)
    ):
        what = _("Nobody can ever get this question: {question} is for other people.")
        report.error(path, what.format(question=other.id), _("Look at: for"))


def _same_block(first: Item, second: Item, items: list[Item]) -> bool:
    """True when both stand in one unbroken series of questions per theme, which is asked theme by theme."""
    between = items[items.index(first) : items.index(second) + 1]
    return all(
        item.question.per_theme and item.question.section == first.question.section for item in between
    )


def _check_together(item: Item, earlier: list[Item], report: Report) -> None:
    """Two conditions that no answer meets both."""
    seen: dict[tuple[str, str, str, str, bool], set[str]] = {}
    single = {
        one.question.id: one.question
        for one in earlier
        if not (one.question.per_theme and not item.question.per_theme)
    }
    for number, condition in enumerate(item.question.when):
        other = single.get(condition.question)
        if other is None or not condition.any_value or condition.any_theme:
            continue
        looked_at = cells(condition, [part for part in other.parts if condition.part in ("", part.id)])
        in_table = any(isinstance(cell, Column) for cell in looked_at)
        if len(looked_at) != 1 or looked_at[0].type not in SINGLE or (in_table and not condition.row):
            continue
        key = (condition.question, condition.part, condition.row, condition.column, condition.any_theme)
        left = seen.setdefault(key, set(condition.any_value)) & set(condition.any_value)
        seen[key] = left
        if not left:
            report.error(
                (*item.path, "when", number),
                _("Nobody can ever get this question: these conditions exclude each other."),
                _("Put the values in one condition: any of them is then enough."),
            )
