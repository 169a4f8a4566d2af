"""Figures of a question: counts, averages, spread, groups beside each other, above the threshold."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content

import boce_tui.tui.analysing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.analysing.current import current
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.question_words import QuestionWords
from boce_tui.instruments.model import Question
from boce_tui.locale import _
from boce_tui.tui.analysing.figures_text import COUNTED, comparison
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.lines_view import LinesView
from boce_tui.tui.working.screen import WorkingScreen


class _Figures(LinesView):
    """The lines of the tables; a long question is wrapped."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Content] = []

    def make_lines(self, width: int) -> list[Content]:
        made: list[Content] = []
        for row in self.rows:
            made += row.wrap(width) if row.cell_length > width else [row]
        return made


class FiguresScreen(WorkingScreen):
    """The figures of one question; the arrow keys go to the next one.

    Args:
        question: Question id.
    """

    COMMANDS = ("figures.next", "figures.previous")
    HELP_ID = "analysing.figures"

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question
        self._lines = _Figures()
        self._readback: Readback | None = None

    def place(self) -> str:
        """Which question."""
        return _("Figures · {question}").format(question=self._question)

    def compose_body(self) -> ComposeResult:
        """One text."""
        yield self._lines

    def show(self) -> None:
        """Count again."""
        self._readback = current(self.dossier, self.round_id)
        self._show_question()

    def _show_question(self) -> None:
        if self._readback is None:
            return
        question = self._readback.instrument.get(self._question)
        sayer = Sayer(self.dossier, self.round_id, self._readback.instrument)
        self._lines.rows = [Content("")]
        if question is not None:
            words = QuestionWords(self.dossier, self._readback.round.year).of(question.text)
            self._lines.rows = [
                assemble((words, "kop")),
                Content(""),
                *comparison(self._readback, sayer, question),
            ]
        self._lines.lines_changed()
        self.refresh_bars()

    def _countable(self) -> list[Question]:
        questions = self._readback.instrument.questions if self._readback else ()
        return [
            q
            for q in questions
            if not q.evaluator_only
            and any(
                p.type in COUNTED or (p.type == "grid" and any(c.type in COUNTED for c in p.columns))
                for p in q.parts
            )
        ]

    def _step(self, step: int) -> None:
        ids = [question.id for question in self._countable()]
        if not ids:
            return
        at = ids.index(self._question) + step if self._question in ids else 0
        self._question = ids[at % len(ids)]
        self._show_question()

    def action_figures_next(self) -> None:
        """The next question that can be counted."""
        self._step(1)

    def action_figures_previous(self) -> None:
        """The one before."""
        self._step(-1)
