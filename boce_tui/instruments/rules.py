"""What must hold within a question set: names are unique and exist, and texts can be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.domain.keys import CODE
from boce_tui.domain.vocabulary import GROUPS
from boce_tui.instruments import rules_parts, rules_routing
from boce_tui.instruments.draft import EXTRA, Draft, Item
from boce_tui.instruments.model import Text
from boce_tui.instruments.placeholders import KNOWN, THEME, used
from boce_tui.instruments.places import Path
from boce_tui.instruments.problems import Report, quoted, report_double, suggestion
from boce_tui.locale import _


def check(draft: Draft, report: Report) -> None:
    """Check everything that needs more than one key to judge."""
    report_double(((path, section.id) for path, section in draft.sections), report)
    report_double(((item.path, item.question.id) for item in draft.questions), report, fold_case=True)
    for item in draft.questions:
        _check_question(item, draft, report)
        rules_parts.check(item, report)
    _check_sections(draft, report)
    rules_routing.check(draft, report)
    if draft.complete and draft.questions and not any(item.question.core for item in draft.questions):
        report.warn(
            ("question",),
            _("No question is core: the short route is empty."),
            _("Write weight = {value} with the questions of the short route.").format(value='"core"'),
        )


def _check_sections(draft: Draft, report: Report) -> None:
    for path, section in draft.sections:
        if draft.complete and not any(item.question.section == section.id for item in draft.questions):
            report.warn(path, _("No question stands in this section."), "")
        for key, text in (("title", section.title), ("sub_question", section.sub_question)):
            _check_words(text, (*path, key), report, per_theme=False)
        if section.report and not section.sub_question:
            report.warn(
                path,
                _("This section becomes a chapter of the report, but has no sub-question."),
                _("Add: {key}").format(key="sub_question"),
            )


def _check_question(item: Item, draft: Draft, report: Report) -> None:
    path, question = item.path, item.question
    if EXTRA.match(question.id):
        report.error(
            (*path, "id"),
            _("X with a number is kept for questions that are thought of during an interview."),
            _("Choose another letter."),
        )
    if CODE.match(question.id):
        report.error(
            (*path, "id"),
            _("R with two or more digits is the code of a person: the report may not have it."),
            _("Choose another letter, or one digit."),
        )
    if question.section not in draft.section_ids:
        report.error(
            (*path, "section"),
            _('The section "{id}" does not exist.').format(id=quoted(question.section)),
            suggestion(question.section, sorted(draft.section_ids)),
        )
    for key, table in (("text_for", question.text_for), ("probes_for", question.probes_for)):
        for group in table:
            if group not in GROUPS:
                what = _('The group "{id}" does not exist.').format(id=quoted(group))
                report.error((*path, key, group), what, suggestion(group, GROUPS))
    if not question.notes and not question.parts:
        report.error(
            path,
            _("This question cannot be answered: it has neither notes nor a type."),
            _("Remove notes = false, or add a type."),
        )
    if question.about_persons and not question.parts:
        report.warn(
            (*path, "about_persons"),
            _("There is nothing to count in this question: about_persons keeps nothing out of a report."),
            _("Remove about_persons, or add a type."),
        )
    for place, text in _texts(item):
        _check_words(text, place, report, per_theme=question.per_theme)


def _texts(item: Item) -> Iterator[tuple[Path, Text]]:
    """Every text of a question that is filled in when it is asked."""
    path, question = item.path, item.question
    yield (*path, "text"), question.text
    yield (*path, "help"), question.help
    yield (*path, "notes_label"), question.notes_label
    for group, text in question.text_for.items():
        yield (*path, "text_for", group), text
    for index, probe in enumerate(question.probes):
        yield (*path, "probes", index), probe
    for group, probes in question.probes_for.items():
        for index, probe in enumerate(probes):
            yield (*path, "probes_for", group, index), probe
    for place, part in item.parts():
        yield (*place, "label"), part.label
        for index, column in enumerate(part.columns):
            yield (*place, "columns", index, "label"), column.label
        for key, options in (("options", part.options), ("rows", part.rows)):
            for index, option in enumerate(options):
                yield (*place, key, index), option


def _check_words(text: Text, path: Path, report: Report, *, per_theme: bool) -> None:
    for word in used(text):
        if word not in KNOWN:
            what = _("Nothing can be filled in for {word}.").format(word=f"{{{word}}}")
            report.error(path, what, suggestion(word, KNOWN))
        elif word == THEME and not per_theme:
            report.error(
                path,
                _("{word} can only be filled in for a question that is asked per theme.").format(
                    word=f"{{{word}}}"
                ),
                _("Add per_theme = true, or leave it out."),
            )
