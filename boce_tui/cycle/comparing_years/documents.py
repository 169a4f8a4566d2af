"""Two years side by side as a document, checked; nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence

from boce_tui.cycle.comparing_years.counted import people_beside
from boce_tui.cycle.comparing_years.labels import options_of, row_title, short_title, title
from boce_tui.cycle.comparing_years.side_by_side import SideBySide, YearRow, side_by_side
from boce_tui.cycle.context import question_set
from boce_tui.cycle.outgoing import Outgoing, outgoing
from boce_tui.cycle.question_words import QuestionWords
from boce_tui.cycle.reporting.between_versions import told_by_years
from boce_tui.cycle.rounds import the_round
from boce_tui.domain.round import Round
from boce_tui.domain.threshold import effective
from boce_tui.domain.vocabulary import GROUPS_PLURAL, label
from boce_tui.locale import _, in_language
from boce_tui.names import Names
from boce_tui.reports.documents import Document
from boce_tui.reports.model import years as model
from boce_tui.reports.model.base import NO_TEXT, Origin, Text
from boce_tui.reports.printing.years import years_parts
from boce_tui.store import Dossier

TEMPLATE = "years"


def prepare_years(
    dossier: Dossier, round_id: str, names: Names, *, other: str = "", audience: str = "steering"
) -> Outgoing:
    """The comparison of a round with another one.

    Args:
        dossier: The dossier.
        round_id: The round.
        names: The names file, for the name check.
        other: The other round; the one before it when empty.
        audience: For whom it is, an id of ``READERS``.

    Raises:
        BadInput: There is no such round, or none before this one.
    """
    found = side_by_side(dossier, round_id, other)
    with in_language("nl"):
        made = _model(dossier, found)
        document = Document(TEMPLATE, made, made.language, years_parts)
        people = people_beside(dossier, found)
    told = tuple(told_by_years(dossier, (found.before, found.after), people, made.threshold))
    return outgoing(
        dossier, round_id, names, document, "years", audience=audience, before=told, people=people
    )


def years_model(dossier: Dossier, round_id: str, other: str = "") -> model.YearsModel:
    """What the document says, in the language of the moment."""
    return _model(dossier, side_by_side(dossier, round_id, other))


def _model(dossier: Dossier, found: SideBySide) -> model.YearsModel:
    old, new = the_round(dossier, found.before), the_round(dossier, found.after)
    chapters = {s.id: s for r in (found.before, found.after) for s in question_set(dossier, r).chapters()}
    asked = QuestionWords(dossier)
    listed = _listed(asked, found.rows)
    return model.YearsModel(
        example=dossier.example,
        before=Text(old.title, Origin(Round.entity, found.before, "title")),
        after=Text(new.title, Origin(Round.entity, found.after, "title")),
        before_year=str(old.year),
        after_year=str(new.year),
        threshold=effective(max(old.count_threshold, new.count_threshold)),
        chapters=tuple(
            model.ComparedChapter(
                title=Text(chapter.title.get(), Origin("instrument", section, "title")),
                questions=tuple(
                    _question(asked, row, listed.get(row.measure.id, ""))
                    for row in found.rows
                    if row.measure.question.section == section
                ),
            )
            for section, chapter in chapters.items()
        ),
    )


def _listed(asked: QuestionWords, rows: Sequence[YearRow]) -> dict[str, str]:
    """Id -> what stands in the list of what is not compared; a table of which all rows are left out once."""
    reasons: dict[str, set[str]] = {}
    for row in rows:
        reasons.setdefault(title(asked, row.measure), set()).add(_left_out(row))
    found: dict[str, str] = {}
    for row in rows:
        words = title(asked, row.measure)
        if not _left_out(row):
            continue
        if len(reasons[words]) > 1:
            found[row.measure.id] = row_title(asked, row.measure)
        elif words not in found.values():
            found[row.measure.id] = words
    return found


def _left_out(row: YearRow) -> str:
    if row.years is None:
        return row.state
    return row.years.mode if row.years.mode == "hidden" else ""


def _question(asked: QuestionWords, row: YearRow, listed: str) -> model.ComparedQuestion:
    measure, years = row.measure, row.years
    origin = Origin("instrument", measure.question.id)
    figures: list[model.YearFigure] = []
    if years and years.total and measure.kind == "rating":
        lines = [*((label(GROUPS_PLURAL, g), years.groups[g]) for g in sorted(years.groups))]
        for words, pair in (*lines, (_("together"), years.total)):
            if pair.before.mean is not None and pair.after.mean is not None:
                figures.append(
                    model.YearFigure(
                        label=Text(words, origin),
                        before=pair.before.mean,
                        after=pair.after.mean,
                        before_people=pair.before.people,
                        after_people=pair.after.people,
                    )
                )
    elif years and years.total:
        before, after = years.total.before, years.total.after
        for option, words in options_of(measure, (*before.counts, *after.counts)).items():
            figures.append(
                model.YearFigure(
                    label=Text(words, origin),
                    before=before.counts.get(option, 0),
                    after=after.counts.get(option, 0),
                )
            )
        figures.append(
            model.YearFigure(label=Text(_("together"), origin), before=before.people, after=after.people)
        )
    return model.ComparedQuestion(
        title=Text(row_title(asked, measure), origin),
        short=Text(short_title(asked, measure), origin),
        listed=Text(listed, origin) if listed else NO_TEXT,
        theme=measure.theme or "",
        state=row.state,
        mode=years.mode if years else "",
        word=years.word if years else "",
        kind=measure.kind,
        asked_before=Text(row.asked_before, origin) if row.asked_before and years else NO_TEXT,
        figures=tuple(figures),
    )
