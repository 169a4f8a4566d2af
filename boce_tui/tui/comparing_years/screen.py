"""Two years side by side: the questions left, the figures of the one under the cursor right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.comparing_years.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.comparing_years.documents import years_model
from boce_tui.errors import BadInput
from boce_tui.locale import _
from boce_tui.reports.formats import decimal, whole
from boce_tui.reports.model.years import ComparedQuestion, YearsModel
from boce_tui.reports.printing.years import NOT_COMPARED, WORDS
from boce_tui.tui.following_up.writing import write_years
from boce_tui.tui.screen import BoceScreen
from boce_tui.tui.text import Piece, assemble, lines, pad, pad_left, safe_block
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow

if TYPE_CHECKING:
    from boce_tui.tui.app import BoceApp

_LABEL, _NUMBER = 22, 14


def years_door(app: BoceApp, key: str = "") -> BoceScreen:
    """This round beside the one before."""
    from boce_tui.tui.working.screen import of_round

    del key
    return of_round(app, YearsScreen)


class YearsScreen(BoceScreen):
    """Two years side by side."""

    COMMANDS = ("years.all", "years.make", "panes.next", "list.filter")
    HELP_ID = "comparing_years"
    AUTO_FOCUS = "#questions _RowsView"
    DEFAULT_CSS = """
    YearsScreen #figures { height: auto; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._model: YearsModel | None = None
        self._problem = ""
        self._all = False
        self._questions: dict[str, ComparedQuestion] = {}
        self._list = PickList(Column(), Column(width=20), empty="", id="questions")
        self._figures = Static(Content(""), id="figures")
        self._panes = Panes(
            [
                Pane("questions", _("Questions"), (self._list,), share=5),
                Pane("figures", _("Both years"), (self._figures,), share=6),
            ],
            esc_first=True,
        )

    def place(self) -> str:
        """Which two years."""
        if self._model is None:
            return _("Two years side by side")
        return _("{before} and {after} side by side").format(
            before=self._model.before.value, after=self._model.after.value
        )

    def compose_body(self) -> ComposeResult:
        """Questions and figures."""
        yield self._panes

    def on_mount(self) -> None:
        """Read both years."""
        self._read()

    def on_language(self) -> None:
        """The same in the other language."""
        for pane, title in (("questions", _("Questions")), ("figures", _("Both years"))):
            self._panes.show_title(pane, title)
        self._read()

    def _read(self) -> None:
        try:
            self._model = years_model(self.boce.dossier, self.boce.round_id)
        except BadInput as problem:
            self._model, self._problem = None, " ".join((problem.message, problem.hint))
        self._show()

    def _show(self) -> None:
        chapters = self._model.chapters if self._model else ()
        every = [one for chapter in chapters for one in chapter.questions]
        shown = [one for one in every if self._all or one.mode in ("exact", "words")]
        self._questions = {str(at): one for at, one in enumerate(every) if one in shown}
        self._list.show_empty(
            self._problem or _("There is no question that can be compared. a shows all of them, with why.")
        )
        self._list.show(
            [
                PickRow(key, (one.short.value, self._short(one)), one.title.value)
                for key, one in self._questions.items()
            ]
        )
        self._show_one(self._list.current or "")
        self.refresh_bars()

    def can(self, command_id: str) -> bool:
        """Nothing of this without a round before."""
        if command_id in ("years.make", "years.all"):
            return self._model is not None
        return super().can(command_id)

    def _short(self, one: ComparedQuestion) -> Piece:
        total = one.figures[-1] if one.figures else None
        if total and one.kind == "rating":
            return f"{decimal(total.before)} → {decimal(total.after)}"
        if total:
            return _("figures")
        if one.mode == "words":
            return _short_words()[one.word]
        return (_("not compared"), "stil")

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        self._show_one(event.item)

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        event.stop()
        self._panes.go_to("figures")

    def _show_one(self, key: str) -> None:
        one = self._questions.get(key)
        self._figures.update(_about(self._model, one) if one and self._model else Content(""))

    def action_years_all(self) -> None:
        """All of them, or only those that can be compared."""
        self._all = not self._all
        self._show()

    def action_years_make(self) -> None:
        """Write it."""
        write_years(self.boce)


def _about(model: YearsModel, one: ComparedQuestion) -> Content:
    years = {"before": model.before_year, "after": model.after_year}
    rows: list[Content] = [safe_block(one.title.value), assemble()]
    if one.asked_before:
        rows += [
            assemble((_("In {year} it was asked in other words:").format(year=years["before"]), "let-op")),
            safe_block(one.asked_before.value),
            assemble(),
        ]
    if one.figures:
        rows.append(_line("", years["before"], years["after"], "stil"))
        rows += [
            _line(f.label.value, *_numbers(one, f.before, f.after, f.before_people, f.after_people))
            for f in one.figures
        ]
        rows.append(assemble())
    if one.word:
        rows.append(assemble(_(WORDS[one.word]).format(year=years["before"])))
    if one.mode == "words":
        rows.append(
            assemble(
                (
                    _("The figures themselves are not shown: they could tell what a few people said."),
                    "stil",
                )
            )
        )
    if one.mode == "hidden":
        rows.append(assemble((_("too few people to show"), "stil")))
    elif not one.mode:
        rows.append(assemble((_(NOT_COMPARED[one.state]).format(**years), "stil")))
    return lines(*rows)


def _short_words() -> dict[str, str]:
    return {"higher": _("higher"), "lower": _("lower"), "alike": _("no clear difference")}


def _numbers(one: ComparedQuestion, before: float, after: float, n: int, m: int) -> tuple[str, str]:
    if one.kind == "choice":
        return whole(before), whole(after)
    return f"{decimal(before)} (n={n})", f"{decimal(after)} (n={m})"


def _line(label: str, before: str, after: str, tone: str = "") -> Content:
    words = pad(label, _LABEL) + pad_left(before, _NUMBER) + pad_left(after, _NUMBER)
    return assemble((words, tone))  # type: ignore[arg-type]
