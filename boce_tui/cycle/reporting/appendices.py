"""Chapter 5: interviewees, documents, follow-up, figures, questions."""

from __future__ import annotations

from collections.abc import Iterator

from boce_tui.cycle.analysing.figures import Comparison, Figure, compare
from boce_tui.cycle.reporting.earlier import follow_up
from boce_tui.cycle.reporting.sources import Sources, text
from boce_tui.domain.agenda import Document
from boce_tui.domain.report_basis import appendix_code
from boce_tui.domain.round import Respondent
from boce_tui.domain.threshold import may_count
from boce_tui.domain.vocabulary import GROUPS_PLURAL, ROLES, label
from boce_tui.instruments.model import Column, Part, Question
from boce_tui.locale import _
from boce_tui.names import Names
from boce_tui.reports import model
from boce_tui.reports.model import NO_TEXT, Origin, Text

COUNTED = ("yes_no_partly", "single_choice")


def appendices(sources: Sources, names: Names) -> model.Appendices:
    """All appendices; names of people only with their consent, and only when the names file is unlocked."""
    return model.Appendices(
        interviewees=interviewees(sources, names),
        documents=tuple(
            model.StudiedDocument(
                title=text(document.title, Document, key, "title"),
                kind=text(document.kind, Document, key, "kind"),
                date=document.date,
                author=text(document.author, Document, key, "author"),
            )
            for key, document in sorted(
                sources.dossier.values(Document, f"{sources.round_id}/").items(),
                key=lambda entry: (entry[1].date, entry[1].title, entry[0]),
            )
        ),
        follow_up=follow_up(sources),
        first_round=not sources.round.previous,
        figures=tuple(_figures(sources)),
        questions=_questions(sources),
    )


def interviewees(sources: Sources, names: Names | None = None) -> tuple[model.Interviewee, ...]:
    """Everybody who was interviewed by role and municipality; without `names` nobody by name."""
    if sources.readback.basis is not None:
        people = enumerate(sources.readback.basis.people)
        return tuple(
            _line(sources, appendix_code(sources.round_id, n), one.role, one.municipalities, names)
            for n, one in people
        )
    order = {key: n for n, key in enumerate(sources.municipalities())}
    codes = {code for i in sources.readback.interviews.values() for code in i.participants}
    lines = []
    for code in codes:
        person = sources.readback.people.get(code)
        if person is None:
            continue
        places = [order.get(m, len(order)) for m in person.municipalities] or [len(order)]
        line = _line(sources, code, person.role, person.municipalities, names)
        lines.append(((places, line.role.value, code), line))
    return tuple(line for _order, line in sorted(lines, key=lambda entry: entry[0]))


def _line(
    sources: Sources, code: str, role: str, municipalities: tuple[str, ...], names: Names | None
) -> model.Interviewee:
    who = names.person(code) if names is not None and names.unlocked else None
    consent = bool(who and who.consent)
    return model.Interviewee(
        role=text(label(ROLES, role), Respondent, f"{sources.round_id}/{code}", "role"),
        municipalities=tuple(sources.organisation(m) for m in municipalities),
        name=Text(who.name, Origin("names", code, "name")) if who and consent else NO_TEXT,
        consent=consent,
        code=code,
    )


def _figures(sources: Sources) -> Iterator[model.Figure]:
    """Marks and choices of every question that is counted, where enough people answered.

    A question about one or two people is not: its mean would be a mark for a person (decision 0018).
    """
    chapters = {section.id for section in sources.readback.instrument.chapters()}
    for question in sources.readback.instrument.questions:
        if question.section not in chapters or question.evaluator_only or question.about_persons:
            continue
        themes = sources.round.focus_themes if question.per_theme else (None,)
        for theme in themes:
            for part in question.parts:
                yield from _part_figures(sources, question, theme, part)


def _part_figures(
    sources: Sources, question: Question, theme: str | None, part: Part
) -> Iterator[model.Figure]:
    if part.type == "rating_1_5":
        found = compare(sources.readback, question.id, theme, part.id)
        if found.total and found.total.mean is not None:
            yield _means(sources, question, theme, part, found)
    elif part.type in COUNTED:
        found = compare(sources.readback, question.id, theme, part.id)
        # A cell of one or two people is found by their colleagues: then words say it, not a table.
        if found.total and all(may_count(people, found.threshold) for _option, people in found.total.counts):
            yield _counts(sources, question, theme, part, found.total)
    elif part.type == "grid" and part.rows:
        for column in part.columns:
            if column.type == "rating_1_5":
                yield from _grid_means(sources, question, theme, part, column)


def _title(sources: Sources, question: Question, theme: str | None, extra: str = "") -> Text:
    words = _asked(sources, question, theme)
    name = sources.theme_name(theme).value if theme else ""
    if name and name not in words:
        words = f"{name}: {words}"
    return Text(f"{words} ({extra})" if extra else words, Origin("instrument", question.id))


def _asked(sources: Sources, question: Question, theme: str | None = None) -> str:
    return sources.question_words.of(question.text, theme)


def _label(words: str, *where: str) -> Text:
    return Text(words, Origin("instrument", *where))


def _row(words: Text, found: Figure | None, *, total: bool = False) -> model.FigureRow:
    if found is None or found.mean is None:
        return model.FigureRow(label=words, value=None)
    marks = [int(option) for option, _people in found.counts] or [0, 5]  # kept without the answers
    return model.FigureRow(
        label=words,
        value=found.mean,
        people=found.people,
        lowest=float(min(marks)),
        highest=float(max(marks)),
        total=total,
    )


def _means(
    sources: Sources, question: Question, theme: str | None, part: Part, found: Comparison
) -> model.Figure:
    names = [*found.groups, *found.hidden]
    rows = [_row(_label(label(GROUPS_PLURAL, group)), found.groups.get(group)) for group in sorted(names)]
    return model.Figure(
        id=".".join(filter(None, (question.id, theme, part.id))),
        title=_title(sources, question, theme),
        kind="mean",
        rows=(*rows, _row(_label(_("together")), found.total, total=True)),
    )


def _counts(
    sources: Sources, question: Question, theme: str | None, part: Part, total: Figure
) -> model.Figure:
    options = {option.id: option.get(sources.language) for option in part.options}
    return model.Figure(
        id=".".join(filter(None, (question.id, theme, part.id))),
        title=_title(sources, question, theme),
        kind="count",
        rows=(
            *(
                model.FigureRow(label=_label(options.get(o, o), question.id), value=float(n), people=n)
                for o, n in total.counts
            ),
            model.FigureRow(
                label=_label(_("together")), value=float(total.people), people=total.people, total=True
            ),
        ),
    )


def _grid_means(
    sources: Sources, question: Question, theme: str | None, part: Part, column: Column
) -> Iterator[model.Figure]:
    found = [
        (row, compare(sources.readback, question.id, theme, part.id, row=row.id, column=column.id).total)
        for row in part.rows
    ]
    if any(total for _row_, total in found):
        yield model.Figure(
            id=".".join(filter(None, (question.id, theme, part.id, column.id))),
            title=_title(sources, question, theme, column.label.get(sources.language)),
            kind="mean",
            rows=tuple(_row(_label(row.get(sources.language), question.id), total) for row, total in found),
        )


def _questions(sources: Sources) -> tuple[model.QuestionSection, ...]:
    instrument = sources.readback.instrument
    return tuple(
        model.QuestionSection(
            title=Text(section.title.get(sources.language), Origin("instrument", section.id, "title")),
            questions=tuple(
                model.AskedQuestion(
                    id=question.id, text=Text(_asked(sources, question), Origin("instrument", question.id))
                )
                for question in instrument.questions
                if question.section == section.id and not question.evaluator_only
            ),
        )
        for section in instrument.sections
        if any(q.section == section.id and not q.evaluator_only for q in instrument.questions)
    )
