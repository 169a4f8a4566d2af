"""What was chosen, in words: "deels", "5 van 5 ...", one line per row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boce_tui.cycle.context import round_context
from boce_tui.cycle.interviewing.values import amount_words
from boce_tui.domain.answers import (
    Amount,
    Choice,
    Choices,
    Grid,
    Items,
    Rating,
    Reference,
    Scalar,
    SwotItem,
    Value,
    When,
)
from boce_tui.domain.vocabulary import NON_ANSWER, SWOT_CELL, label
from boce_tui.instruments.model import NUMBERS, Column, Instrument, Option, Part
from boce_tui.instruments.routing import applying
from boce_tui.instruments.scales import choices
from boce_tui.locale import _
from boce_tui.reports.formats import day
from boce_tui.store import Dossier

_SOURCE_OF = {
    "theme": "themes",
    "ambition": "ambitions",
    "body": "bodies",
    "document": "documents",
    "recommendation": "recommendations",
    "agreement": "agreements",
}


class Sayer:
    """Says structured values of one round in words, in the language of the moment.

    Args:
        dossier: The dossier.
        round_id: The round.
        instrument: Its question set.
        ends: Say of a mark what the lowest and the highest one mean: for who does not have the question set.
    """

    def __init__(
        self, dossier: Dossier, round_id: str, instrument: Instrument, *, ends: bool = False
    ) -> None:
        self._instrument = instrument
        self._ends = ends
        self._context = round_context(dossier, round_id)

    def lines(self, question: str, values: Mapping[str, Value], *, gone: bool = True) -> list[str]:
        """Every value of an answer, in the order of the question's parts; unknown parts come last.

        Args:
            question: Question id.
            values: What was chosen and filled in.
            gone: Also what does not apply any more because of another part; it is marked.
        """
        asked = self._instrument.get(question)
        parts = {part.id: part for part in asked.parts} if asked else {}
        there = applying(asked, values) if asked else frozenset()
        order = [*(p for p in parts if p in values), *(p for p in values if p not in parts)]
        found: list[str] = []
        for part_id in order:
            part = parts.get(part_id)
            if part and part_id not in there and not gone:
                continue
            said = self._value(values[part_id], part)
            name = str(part.label) if part and part.label and len(parts) > 1 else ""
            if part and part_id not in there:
                name = _("{part} (not asked any more)").format(part=name or part_id)
            if name and len(said) == 1:
                found.append(f"{name}: {said[0]}")
            else:
                found += [name + ":"] * bool(name and said) + said
        return found

    def option(self, question: str, part_id: str, option: str, *, column: str = "") -> str:
        """The label of one option of a part, or of a column of a table; a mark keeps its number."""
        asked = self._instrument.get(question)
        part = asked.part(part_id) if asked else None
        item: Part | Column | None = part
        if part is not None and column:
            item = next((c for c in part.columns if c.id == column), None)
        marked = item is not None and item.type == "rating_1_5" and option.isdigit()
        return option if marked else self._label(item, option)

    def rows(self, part: Part) -> tuple[Option, ...]:
        """The rows of a table, those that come from the round filled in."""
        return self._context.named(part.row_source) if part.row_source else part.rows

    def _value(self, value: Value, part: Part | None) -> list[str]:
        match value:
            case Rating(score=None, non_answer=why):
                return [label(NON_ANSWER, why or "")] if why else []
            case Rating(score=score):
                # The words of a scale differ per question ("very vulnerable" is no praise); numbers do not.
                if not self._ends or part is None:
                    return [_("{score} of 5").format(score=score)]
                low, high = self._label(part, "1"), self._label(part, "5")
                told = _("{score} of 5 (1 is {low}, 5 is {high})")
                return [told.format(score=score, low=low, high=high)]
            case Choice(option=option, other=other):
                return [_with_other(self._label(part, option), other)]
            case Choices(options=options, other=other):
                return [_with_other(", ".join(self._label(part, o) for o in options), other)]
            case Grid(cells=cells):
                return self._grid(cells, part)
            case Items(items=items):
                ranked = part is not None and part.type == "ranked_list"
                return [f"{n} {item}" if ranked else f"- {item}" for n, item in enumerate(items, start=1)]
            case Amount(value=amount):
                return [amount_words(part, amount) if part else amount.replace(".", ",")]
            case When(value=when):
                # A month in words: "03-2039" looks like a day that was cut off.
                return [day(when) if len(when) == 7 else "-".join(reversed(when.split("-")))]
            case Reference(kind=kind, id=item):
                return [self._named(kind, item)]
            case SwotItem(cell=cell, text=text):
                return [f"{label(SWOT_CELL, cell)}: {text}"]

    def _grid(self, cells: Mapping[str, Mapping[str, Scalar]], part: Part | None) -> list[str]:
        named = {row.id: str(row) for row in self.rows(part)} if part else {}
        columns = {column.id: column for column in part.columns} if part else {}
        found = []
        for row in (*(r for r in named if r in cells), *sorted(set(cells) - set(named))):
            filled = {c: cells[row][c] for c in _in_order(columns, cells[row]) if _is_filled(cells[row][c])}
            words = [self._cell(columns.get(c), cell, alone=len(columns) == 1) for c, cell in filled.items()]
            if words:
                found.append(f"{named.get(row, row).rstrip('.')}: {', '.join(words)}")
        return [*found, *self._ends_of(columns, cells)] if self._ends else found

    def _ends_of(self, columns: Mapping[str, Column], cells: Mapping[str, Mapping[str, Scalar]]) -> list[str]:
        """What the lowest and the highest mark of a table mean, once for the columns that say the same."""
        used = {c for row in cells.values() for c, cell in row.items() if str(cell).isdigit()}
        marked = [c for key, c in columns.items() if key in used and c.type == "rating_1_5"]
        ends = [(self._label(c, "1"), self._label(c, "5")) for c in marked]
        if len(set(ends)) > 1:
            told = _("{column}: 1 is {low}, 5 is {high}")
            named = zip(marked, ends, strict=True)
            return [told.format(column=c.label, low=low, high=high) for c, (low, high) in named]
        return [_("The marks: 1 is {low}, 5 is {high}").format(low=low, high=high) for low, high in ends[:1]]

    def _cell(self, column: Column | None, cell: Scalar, *, alone: bool) -> str:
        marked = column is not None and column.type == "rating_1_5" and str(cell).isdigit()
        said = str(cell) if marked else self._cell_words(column, str(cell))
        title = str(column.label) if column is not None and not alone else ""
        return f"{title} {said}" if title else said

    def _cell_words(self, column: Column | None, cell: str) -> str:
        if column is not None and column.type in NUMBERS:
            return amount_words(column, cell)
        if column is not None and column.type in ("date", "month"):
            return self._value(When(cell), None)[0]
        return self._label(column, cell)

    def _label(self, item: Part | Column | None, option: str) -> str:
        if item is None:
            return option
        return _find(choices(item), option) or (
            self._find_named(item.option_source or _SOURCE_OF.get(item.target or "", ""), option) or option
        )

    def _named(self, kind: str, item: str) -> str:
        return self._find_named(_SOURCE_OF.get(kind, ""), item) or item

    def _find_named(self, source: str, option: str) -> str:
        known: object = getattr(self._context, source, None)
        if source == "earlier_recommendations":
            known = self._context.recommendations
        return _find(known, option) if isinstance(known, tuple) else ""


def _find(options: Iterable[Option], wanted: str) -> str:
    return next((str(option) for option in options if option.id == wanted), "")


def _in_order(columns: Mapping[str, Column], cells: Mapping[str, Scalar]) -> list[str]:
    return [*(c for c in columns if c in cells), *sorted(set(cells) - set(columns))]


def _is_filled(cell: Scalar) -> bool:
    return cell not in (None, "")


def _with_other(words: str, other: str) -> str:
    return f"{words}: {other}" if words and other else words or other
