"""Counts, averages and comparisons as lines; what is too small to show says so."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from boce_tui.cycle.analysing.figures import Comparison, Figure, compare
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.vocabulary import GROUPS_PLURAL, label
from boce_tui.instruments.model import Part, Question
from boce_tui.locale import _, language
from boce_tui.tui.signs import mark
from boce_tui.tui.text import Piece, assemble, cut, pad, pad_left

COUNTED = (
    "rating_1_5",
    "yes_no_partly",
    "realisation_status",
    "progress_status",
    "norm_score",
    "single_choice",
    "multi_choice",
)
_BAR, _NUMBER, _GROUP = 8, 4, 12
_LABEL = 34


def counted(question: Question) -> list[Part]:
    """The parts of a question that can be counted."""
    return [part for part in question.parts if part.type in COUNTED]


def distribution(
    readback: Readback, sayer: Sayer, question: Question, theme: str | None, width: int
) -> list[Content]:
    """The small picture beside the list of questions: everyone together, with bars."""
    rows: list[Content] = []
    for part in counted(question)[:1]:
        found = compare(readback, question.id, theme, part.id)
        rows.append(assemble((_("Distribution"), "kop")))
        if found.total is None:
            rows.append(assemble((_("too small to show"), "stil")))
            continue
        most = max((n for _o, n in found.total.counts), default=1)
        name_width = max(4, width - _NUMBER - _BAR - 2)
        for option, n in found.total.counts:
            name = pad(cut(sayer.option(question.id, part.id, option), name_width), name_width)
            bar = mark("█") * max(1, round(_BAR * n / most))
            rows.append(assemble(f"{name} {pad_left(str(n), _NUMBER - 1)} ", (bar, "accent")))
        if found.total.mean is not None:
            rows.append(assemble((_mean(found.total), "stil")))
    return rows


def _mean(figure: Figure) -> str:
    return _("average {mean}, spread {spread}").format(
        mean=_decimal(figure.mean or 0.0), spread=_decimal(figure.spread or 0.0)
    )


def _decimal(number: float) -> str:
    shown = f"{number:.1f}"
    return shown.replace(".", ",") if language() == "nl" else shown


def comparison(readback: Readback, sayer: Sayer, question: Question) -> list[Content]:
    """Everything that can be counted about a question: per theme, part and table cell, groups beside it."""
    themes: list[str | None] = list(readback.round.focus_themes) if question.per_theme else [None]
    rows: list[Content] = []
    for theme in themes:
        if theme:
            rows += [assemble((theme_name(readback.dossier, theme), "kop")), Content("")]
        for part in question.parts:
            for title, found, column in _tables(readback, sayer, question, theme, part):
                rows += _table(sayer, question, part, title, found, column)
    return rows or [assemble((_("There is nothing to count in this question."), "stil"))]


def _tables(
    readback: Readback, sayer: Sayer, question: Question, theme: str | None, part: Part
) -> Iterator[tuple[str, Comparison, str]]:
    if part.type in COUNTED:
        title = str(part.label) if part.label and len(question.parts) > 1 else ""
        yield title, compare(readback, question.id, theme, part.id), ""
    elif part.type == "grid":
        for column in part.columns:
            if column.type not in COUNTED:
                continue
            for row in sayer.rows(part):
                found = compare(readback, question.id, theme, part.id, row=row.id, column=column.id)
                title = f"{row} · {column.label}" if len(part.columns) > 1 else str(row)
                yield title, found, column.id


def _table(
    sayer: Sayer, question: Question, part: Part, title: str, found: Comparison, column: str
) -> list[Content]:
    rows = [assemble((title, "accent"))] if title else []
    groups = [*found.groups, *found.hidden]
    if found.total is None:
        return [*rows, assemble("  ", (too_small(found), "stil")), Content("")]
    heads = [pad_left(cut(label(GROUPS_PLURAL, g), _GROUP - 1), _GROUP) for g in groups]
    head = pad("", _LABEL) + "".join(heads) + pad_left(_("together"), _GROUP)
    rows.append(assemble((head, "stil")))
    for option, n in found.total.counts:
        name = "  " + sayer.option(question.id, part.id, option, column=column)
        rows.append(_line(name, [_count(found.groups.get(g), option) for g in groups], str(n)))
    if found.total.mean is not None:
        for name, take in ((_("average"), "mean"), (_("spread"), "spread")):
            shown = [_number(found.groups.get(g), take) for g in groups]
            rows.append(_line("  " + name, shown, _number(found.total, take)))
    shown = [str(found.groups[g].people) if g in found.groups else "-" for g in groups]
    rows.append(_line("  " + _("people"), shown, str(found.total.people)))
    if found.hidden:
        rows.append(assemble("  ", (_("-: too few people to show apart"), "stil")))
    if found.total.same:
        rows.append(
            assemble("  ", (_("Everyone said the same: this tells what each of them said."), "let-op"))
        )
    return [*rows, Content("")]


def too_small(found: Comparison) -> str:
    """Why there are no numbers."""
    return _("too small to show: fewer than {n} people answered").format(n=found.threshold)


def _line(name: str, shown: list[str], total: str) -> Content:
    pieces: list[Piece] = [pad(name, _LABEL)]
    pieces += [pad_left(text, _GROUP) for text in shown]
    return assemble(*pieces, (pad_left(total, _GROUP), "kop"))


def _count(figure: Figure | None, option: str) -> str:
    return str(dict(figure.counts).get(option, 0)) if figure else "-"


def _number(figure: Figure | None, which: str) -> str:
    number = getattr(figure, which) if figure else None
    return "-" if number is None else _decimal(number)
