"""Two years side by side as blocks of Markdown."""

from __future__ import annotations

from functools import partial

from boce_tui.locale import N_, _
from boce_tui.reports.blocks import Piece, bullets, fill, heading, paragraph, stack, table
from boce_tui.reports.documents import Functions
from boce_tui.reports.escape import Md
from boce_tui.reports.formats import decimal, whole
from boce_tui.reports.model.years import ComparedChapter, ComparedQuestion, YearsModel

WORDS = {
    "higher": N_("The marks are higher than in {year}."),
    "lower": N_("The marks are lower than in {year}."),
    "alike": N_("There is no clear difference from {year}."),
}
NOT_COMPARED = {
    "other": N_("asked in another way"),
    "new": N_("not asked in {before}"),
    "dropped": N_("not asked in {after}"),
    "not_both": N_("a focus theme in one of both years only"),
    "nothing": N_("no figures of both years"),
}


def years_parts(document: YearsModel) -> Functions:
    """What the template may call."""
    return {"chapters": partial(chapters, document), "left_out": partial(left_out, document)}


def chapters(document: YearsModel) -> Md:
    """Chapter after chapter the questions that can be compared."""
    found = [_chapter(document, chapter) for chapter in document.chapters]
    shown = [one for one in found if one]
    return stack(shown) if shown else paragraph(_("There is no question that can be compared."))


def _chapter(document: YearsModel, chapter: ComparedChapter) -> Md:
    blocks = [_question(document, one) for one in chapter.questions if one.mode in ("exact", "words")]
    return stack([heading(2, chapter.title), *blocks]) if blocks else Md("")


def _question(document: YearsModel, one: ComparedQuestion) -> Md:
    blocks = [heading(3, one.title)]
    if one.asked_before:
        asked = fill(_("In {year} it was asked in other words:"), year=document.before_year)
        blocks.append(paragraph(one.asked_before, lead=asked))
    if one.figures:
        blocks.append(_figures(document, one))
    if one.word:
        blocks.append(paragraph(fill(_(WORDS[one.word]), year=document.before_year)))
    if one.mode == "words":
        blocks.append(
            paragraph(_("The figures themselves are not shown: they could tell what a few people said."))
        )
    return stack(blocks)


def _figures(document: YearsModel, one: ComparedQuestion) -> Md:
    if one.kind == "choice":
        rows: list[tuple[Piece, ...]] = [(f.label, whole(f.before), whole(f.after)) for f in one.figures]
        return table([_("Answer"), document.before_year, document.after_year], rows, right=[1, 2])
    header: list[Piece] = [_("Group"), document.before_year, _("People"), document.after_year, _("People")]
    rows = [
        (f.label, decimal(f.before), f.before_people, decimal(f.after), f.after_people) for f in one.figures
    ]
    return table(header, rows, right=[1, 2, 3, 4])


def left_out(document: YearsModel) -> Md:
    """What is not compared, and why."""
    lines: list[Piece] = []
    for one in (one for chapter in document.chapters for one in chapter.questions if one.listed):
        if one.mode == "hidden":
            why = _("too few people to show")
        else:
            years = {"before": document.before_year, "after": document.after_year}
            why = _(NOT_COMPARED[one.state]).format(**years)
        lines.append(fill("{title} ({why})", title=one.listed, why=why))
    if not lines:
        return paragraph(_("All questions that are counted were compared."))
    return bullets(lines)
