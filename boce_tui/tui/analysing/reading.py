"""Reading back: questions left, answers in the middle, the finding being written at the right."""

from __future__ import annotations

import json
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from boce_tui.cycle.analysing import findings, labels
from boce_tui.cycle.analysing.current import current
from boce_tui.cycle.analysing.reading import QuestionRow, Readback
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.question_words import QuestionWords
from boce_tui.cycle.wording import theme_name
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import NO_THEME
from boce_tui.locale import _
from boce_tui.store import Stored
from boce_tui.tui.analysing.answers_pane import AnswersPane, View
from boce_tui.tui.analysing.figures_text import distribution
from boce_tui.tui.analysing.finding_pane import FindingPane
from boce_tui.tui.analysing.reading_actions import ReadingActions
from boce_tui.tui.signs import sign
from boce_tui.tui.text import lines
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.screen import Item

_ON_ANSWERS = {"reading.for", "reading.against", "reading.label", "reading.quote", "reading.write"}


class ReadingScreen(ReadingActions):
    """The answers of a round, question by question.

    Args:
        finding: Key of the finding to write; the one of last time when it is empty.
    """

    HELP_ID = "analysing.reading"
    AUTO_FOCUS = "#questions _RowsView"
    DEFAULT_CSS = """
    ReadingScreen #distribution { height: auto; max-height: 12; padding: 1 0 0 0; }
    """

    def __init__(self, finding: str = "") -> None:
        super().__init__()
        self.finding_key = finding
        self._questions = PickList(
            Column(width=4), Column(), Column(width=3, right=True), Column(width=2), id="questions"
        )
        self._distribution = Static(id="distribution")
        self.answers = AnswersPane()
        self.finding = FindingPane(self)
        self._panes: Panes | None = None
        self._readback: Readback | None = None
        self._sayer: Sayer | None = None
        self._asked: dict[str, QuestionRow] = {}

    # --- the screen ---------------------------------------------------------------------------------------

    def place(self) -> str:
        """Sub-question, question and theme."""
        view = self.answers.view
        words = [_("Reading back")]
        if view.tag:
            words.append(f"#{labels.name(view.tag)}")
        elif self._readback and (question := self._readback.asked(view.question, view.interview)):
            sections = {section.id: str(section.title) for section in self._readback.instrument.sections}
            words += [sections.get(question.section, ""), question.id]
            words += [theme_name(self.dossier, view.theme)] if view.theme else []
        return " · ".join(words)

    def compose_body(self) -> ComposeResult:
        """Three parts."""
        self._panes = Panes(
            [
                Pane("questions", _("Questions"), (self._questions, self._distribution), share=6),
                Pane("answers", _("Answers"), (self.answers,), share=12),
                Pane("finding", _("Finding"), (self.finding,), share=8),
            ]
        )
        yield self._panes

    def can(self, command_id: str) -> bool:
        """Evidence and labels only while an answer is under the cursor."""
        if command_id in _ON_ANSWERS:
            return self.on_it(self.answers.list) and self.answers.current is not None
        if command_id in ("reading.open", "finding.delete"):
            return bool(self.finding_key)
        return super().can(command_id)

    def on_language(self) -> None:
        """Other labels; places and text stay."""
        if self._panes is not None:
            for pane, title in (
                ("questions", _("Questions")),
                ("answers", _("Answers")),
                ("finding", _("Finding")),
            ):
                self._panes.show_title(pane, title)
        self.show()

    def on_mount(self) -> None:
        """Go on where one was."""
        self._go_on()

    # --- showing ------------------------------------------------------------------------------------------

    @property
    def readback(self) -> Readback:
        """The round as it was read last."""
        if self._readback is None:
            self._readback = current(self.dossier, self.round_id)
        return self._readback

    @property
    def sayer(self) -> Sayer:
        """Says values in words."""
        if self._sayer is None:
            self._sayer = Sayer(self.dossier, self.round_id, self.readback.instrument)
        return self._sayer

    def show(self) -> None:
        """Read the round again; the question, the answer and the finding stay."""
        self._readback = self._sayer = None
        if self._finding() is None:
            self.finding_key = ""
        self._show_questions()
        self.show_answers()
        self.saved()

    def saved(self) -> None:
        """The finding's text or sources are different: its facts too."""
        self.finding.show(self.readback, self.titles(), self._finding())

    def _show_questions(self) -> None:
        cited = findings.cited_answers(self.dossier, self.round_id)
        rows = self.readback.questions(cited)
        self._asked = {_place(row.question.id, row.theme, row.interview): row for row in rows}
        words = QuestionWords(self.dossier, self.readback.round.year)
        names = {theme: theme_name(self.dossier, theme) for theme in self.readback.round.focus_themes}
        self._questions.show([_question_row(key, row, names, words) for key, row in self._asked.items()])
        view = self.answers.view
        wanted = _place(view.question, view.theme, view.interview)
        if not view.tag and not self._questions.go_to(wanted):
            chapters = {section.id for section in self.readback.instrument.chapters()}
            waiting = (key for key, row in self._asked.items() if row.answers and not row.cited)
            first = next((key for key in waiting if self._asked[key].question.section in chapters), "")
            self._questions.go_to(first)
            self._choose_question(self._questions.current or "")

    def show_answers(self) -> None:
        """The answers of the view, and how they are distributed."""
        self.answers.show(self.readback, self.sayer, self._finding_value())
        view = self.answers.view
        question = self.readback.instrument.get(view.question)
        rows: list[Content] = []
        if question is not None and not view.tag:
            rows = distribution(self.readback, self.sayer, question, view.theme, 25)
        self._distribution.update(lines(*rows))
        self._distribution.display = bool(rows)
        self.refresh_bars()

    def _finding(self) -> Stored[Finding] | None:
        return self.dossier.get(Finding, self.finding_key) if self.finding_key else None

    def _finding_value(self) -> Finding | None:
        item = self._finding()
        return item.value if item else None

    def evidence_of(self) -> Item | None:
        """In the text: the finding; else the answer under the cursor."""
        if self._in("finding"):
            return (Finding.entity, self.finding_key) if self.finding_key else None
        row = self.answers.current
        return ("answer", str(row.key)) if row else None

    def _in(self, pane: str) -> bool:
        return self._panes is not None and self._panes.active == pane

    # --- places -------------------------------------------------------------------------------------------

    @property
    def _note(self) -> str:
        return f"reading:{self.round_id}"

    def _go_on(self) -> None:
        try:
            known = json.loads(self.dossier.noted(self._note) or "{}")
            view = View(
                str(known.get("question", "")),
                known.get("theme"),
                interview=str(known.get("interview", "")),
            )
        except (ValueError, AttributeError):
            return
        self.answers.go_to(view)
        finding = self.finding_key or str(known.get("finding", ""))
        self.finding_key = finding if finding.startswith(f"{self.round_id}/") else ""

    def remember(self) -> None:
        """This place, for next time."""
        if self.dossier.read_only:
            return
        view = self.answers.view
        known = {
            "question": view.question,
            "theme": view.theme,
            "interview": view.interview,
            "finding": self.finding_key,
        }
        self.dossier.note(self._note, json.dumps(known))

    def _choose_question(self, key: str) -> None:
        row = self._asked.get(key)
        if row is not None:
            self.answers.go_to(
                View(row.question.id, row.theme, self.answers.view.group, interview=row.interview)
            )
            self.remember()

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        if event.view is self._questions.view:
            row = self._asked.get(event.item)
            view = self.answers.view
            chosen = (view.question, view.theme, view.tag, view.interview)
            if row and (row.question.id, row.theme, "", row.interview) != chosen:
                self._choose_question(event.item)
                self.show_answers()
        elif event.view is self.answers.list:
            self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        if event.view is self._questions.view:
            self._choose_question(event.item)
            self.show_answers()
            self.to("answers")
        elif event.view is self.answers.list:
            self.action_reading_write()

    @on(AnswersPane.Filtered)
    def _filtered(self) -> None:
        self.show_answers()

    def to(self, pane: str) -> None:
        """One of the parts in front, with the focus where one works."""
        if self._panes is not None:
            self._panes.go_to(pane)
        if pane == "answers":
            self.answers.list.focus()
        elif pane == "finding" and self.finding_key:
            self.finding.area.focus()

    def action_back(self) -> None:
        """From the text to the answers; out of a filter or a label; then out of the screen."""
        if self.on_it(self.finding.area):
            self.to("answers")
        elif self.answers.close_filter():
            pass
        elif self.answers.view.tag:
            self.answers.go_to(replace(self.answers.view, tag=""))
            self.show_answers()
        else:
            super().action_back()


def _place(question: str, theme: str | None, interview: str) -> str:
    """The row of a question; an extra one belongs to one interview."""
    place = f"{question}/{theme or NO_THEME}"
    return f"{place}/{interview}" if interview else place


def _question_row(key: str, row: QuestionRow, names: dict[str, str], asked: QuestionWords) -> PickRow:
    state = "done" if row.cited else "busy" if row.answers else "open"
    tone = {"done": "ok", "busy": "accent"}.get(state, "stil")
    words = asked.of(row.question.text, row.theme)
    if row.theme:
        words = f"{names.get(row.theme, row.theme)}: {words}"
    if row.interview:
        words = _("{interview}, extra: {words}").format(interview=row.interview, words=words)
    cells = (row.question.id, words, str(row.answers), (sign(state), tone))  # type: ignore[arg-type]
    return PickRow(key, cells)  # type: ignore[arg-type]
