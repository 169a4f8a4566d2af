"""Reading back: questions left, answers in the middle, the finding being written at the right."""

from __future__ import annotations

import json
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

import boce_tui.tui.analysing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.analysing import findings, labels
from boce_tui.cycle.analysing.findings import AGAINST, FOR
from boce_tui.cycle.analysing.reading import QuestionRow, Readback
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.wording import shortened, theme_name
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import GENERAL, NO_THEME
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored
from boce_tui.tui.analysing.answers_pane import AnswersPane, View
from boce_tui.tui.analysing.figures_text import distribution
from boce_tui.tui.analysing.finding_pane import FindingPane
from boce_tui.tui.signs import sign
from boce_tui.tui.text import lines
from boce_tui.tui.widgets.items_view import ItemsView
from boce_tui.tui.widgets.panes import Pane, Panes
from boce_tui.tui.widgets.pick_list import Column, PickList, PickRow
from boce_tui.tui.working.pick import Choice, pick, pick_many
from boce_tui.tui.working.screen import Item, WorkingScreen

_ON_ANSWERS = {"reading.for", "reading.against", "reading.label", "reading.quote", "reading.write"}


class ReadingScreen(WorkingScreen):
    """The answers of a round, question by question.

    Args:
        finding: Key of the finding to write; the one of last time when it is empty.
    """

    COMMANDS = (
        "reading.for",
        "reading.against",
        "reading.label",
        "reading.quote",
        "reading.write",
        "reading.new",
        "reading.choose",
        "reading.open",
        "reading.group",
        "reading.by-label",
        "reading.filter",
        "reading.figures",
        "reading.next-part",
    )
    HELP_ID = "analysing.reading"
    AUTO_FOCUS = "#questions _RowsView"
    DEFAULT_CSS = """
    ReadingScreen #distribution { height: auto; max-height: 12; padding: 1 0 0 0; }
    """

    def __init__(self, finding: str = "") -> None:
        super().__init__()
        self._finding_key = finding
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
        elif self._readback and (question := self._readback.instrument.get(view.question)):
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
        if command_id == "reading.open":
            return bool(self._finding_key)
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
        self._remembered()
        super().on_mount()

    # --- showing ------------------------------------------------------------------------------------------

    @property
    def readback(self) -> Readback:
        """The round as it was read last."""
        if self._readback is None:
            self._readback = Readback(self.dossier, self.round_id)
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
            self._finding_key = ""
        self._show_questions()
        self._show_answers()
        self.saved()

    def saved(self) -> None:
        """The finding's text or sources are different: its facts too."""
        self.finding.show(self.readback, self.titles(), self._finding())

    def _show_questions(self) -> None:
        cited = findings.cited_answers(self.dossier, self.round_id)
        rows = self.readback.questions(cited)
        self._asked = {f"{row.question.id}/{row.theme or NO_THEME}": row for row in rows}
        self._questions.show([self._question_row(key, row) for key, row in self._asked.items()])
        view = self.answers.view
        wanted = f"{view.question}/{view.theme or NO_THEME}"
        if not view.tag and not self._questions.go_to(wanted):
            chapters = {section.id for section in self.readback.instrument.chapters()}
            waiting = (key for key, row in self._asked.items() if row.answers and not row.cited)
            first = next((key for key in waiting if self._asked[key].question.section in chapters), "")
            self._questions.go_to(first)
            self._choose_question(self._questions.current or "")

    def _question_row(self, key: str, row: QuestionRow) -> PickRow:
        state = "done" if row.cited else "busy" if row.answers else "open"
        tone = {"done": "ok", "busy": "accent"}.get(state, "stil")
        words = str(row.question.text)
        if row.theme:
            name = theme_name(self.dossier, row.theme)
            words = f"{name}: {words.replace('{theme}', name).replace('{thema}', name)}"
        return PickRow(
            key,
            (row.question.id, words, str(row.answers), (sign(state), tone)),  # type: ignore[arg-type]
        )

    def _show_answers(self) -> None:
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
        return self.dossier.get(Finding, self._finding_key) if self._finding_key else None

    def _finding_value(self) -> Finding | None:
        item = self._finding()
        return item.value if item else None

    def evidence_of(self) -> Item | None:
        """In the text: the finding; else the answer under the cursor."""
        if self._in("finding"):
            return (Finding.entity, self._finding_key) if self._finding_key else None
        row = self.answers.current
        return ("answer", str(row.key)) if row else None

    def _in(self, pane: str) -> bool:
        return self._panes is not None and self._panes.active == pane

    # --- places -------------------------------------------------------------------------------------------

    @property
    def _note(self) -> str:
        return f"reading:{self.round_id}"

    def _remembered(self) -> None:
        try:
            known = json.loads(self.dossier.noted(self._note) or "{}")
            view = View(str(known.get("question", "")), known.get("theme"))
        except (ValueError, AttributeError):
            return
        self.answers.go_to(view)
        finding = self._finding_key or str(known.get("finding", ""))
        self._finding_key = finding if finding.startswith(f"{self.round_id}/") else ""

    def _remember(self) -> None:
        if self.dossier.read_only:
            return
        view = self.answers.view
        known = {"question": view.question, "theme": view.theme, "finding": self._finding_key}
        self.dossier.note(self._note, json.dumps(known))

    def _choose_question(self, key: str) -> None:
        row = self._asked.get(key)
        if row is not None:
            self.answers.go_to(View(row.question.id, row.theme, self.answers.view.group))
            self._remember()

    @on(ItemsView.Moved)
    def _moved(self, event: ItemsView.Moved) -> None:
        if event.view is self._questions.view:
            row = self._asked.get(event.item)
            view = self.answers.view
            if row and (row.question.id, row.theme, "") != (view.question, view.theme, view.tag):
                self._choose_question(event.item)
                self._show_answers()
        elif event.view is self.answers.list:
            self.refresh_bars()

    @on(ItemsView.Picked)
    def _picked(self, event: ItemsView.Picked) -> None:
        if event.view is self._questions.view:
            self._choose_question(event.item)
            self._show_answers()
            self._to("answers")
        elif event.view is self.answers.list:
            self.action_reading_write()

    @on(AnswersPane.Filtered)
    def _filtered(self) -> None:
        self._show_answers()

    def _to(self, pane: str) -> None:
        if self._panes is not None:
            self._panes.go_to(pane)
        if pane == "answers":
            self.answers.list.focus()
        elif pane == "finding" and self._finding_key:
            self.finding.area.focus()

    def action_back(self) -> None:
        """From the text to the answers; out of a filter or a label; then out of the screen."""
        if self.on_it(self.finding.area):
            self._to("answers")
        elif self.answers.close_filter():
            pass
        elif self.answers.view.tag:
            self.answers.go_to(replace(self.answers.view, tag=""))
            self._show_answers()
        else:
            super().action_back()

    def action_reading_next_part(self) -> None:
        """The next of the three parts."""
        if self._panes is not None:
            self._panes.action_next_pane()

    # --- evidence -----------------------------------------------------------------------------------------

    def _cite(self, kind: str, key: str, stance: str) -> None:
        finding = self._finding_key
        if not finding:
            self.tell(
                _("Choose a finding first: n starts a new one, b takes one you wrote before."), "warning"
            )
            return
        self.do(_("evidence of a finding"), lambda d: findings.cite(d, finding, kind, key, stance))

    def action_reading_for(self) -> None:
        """The answer is evidence for the finding, or no longer."""
        if row := self.answers.current:
            self._cite("answer", str(row.key), FOR)

    def action_reading_against(self) -> None:
        """The answer is evidence against the finding, or no longer."""
        if row := self.answers.current:
            self._cite("answer", str(row.key), AGAINST)

    def action_reading_quote(self) -> None:
        """A quote of this answer is evidence; with several quotes one chooses."""
        row = self.answers.current
        if row is None or not row.quotes:
            self.tell(_("No quote was taken from this answer. Quotes are taken in the interview, with f4."))
        elif len(row.quotes) == 1:
            self._cite("quote", row.quotes[0].key, FOR)
        else:
            options = [Choice(q.key, q.value.published_text) for q in row.quotes if q.value]
            pick(self.boce, _("Which quote?"), options, lambda key: self._cite("quote", key, FOR))

    def action_reading_label(self) -> None:
        """Labels on the answer under the cursor."""
        row = self.answers.current
        if row is None:
            return
        key = str(row.key)

        def offered() -> list[Choice]:
            on_it = labels.tags_on(self.dossier, key)
            used = dict(labels.in_use(self.dossier, self.round_id))
            known = dict.fromkeys((*on_it, *used, *labels.OFFERED))
            return [
                Choice(tag, labels.name(tag), f"{used[tag]}x" if tag in used else "", tag in on_it)
                for tag in known
            ]

        def toggle(tag: str) -> None:
            words = _("label {name}").format(name=labels.name(tag))
            self.do(words, lambda d: labels.toggle(d, key, tag))

        who = " ".join(row.people)
        pick_many(
            self.boce, _("Labels on {who} · {question}").format(who=who, question=row.key.question),
            offered, toggle, make=toggle,
        )  # fmt: skip

    # --- findings -----------------------------------------------------------------------------------------

    def action_reading_write(self) -> None:
        """To the text of the finding."""
        if not self._finding_key:
            self.tell(
                _("Choose a finding first: n starts a new one, b takes one you wrote before."), "warning"
            )
        else:
            self._to("finding")

    def action_reading_new(self) -> None:
        """An empty finding at this place, and to its text."""
        view = self.answers.view
        row = self.answers.current
        question = self.readback.instrument.get(row.key.question if row and view.tag else view.question)
        chapters = [section.id for section in self.readback.instrument.chapters()]
        section = question.section if question and question.section in chapters else chapters[0]
        theme = (row.key.theme_or_none if row and view.tag else view.theme) or GENERAL

        def make(dossier: Dossier) -> Stored[Finding]:
            return findings.new_finding(dossier, self.round_id, section, theme)

        made = self.do(_("new finding"), make)
        if made is not None:
            self._write_with(made.key)
            self._to("finding")

    def _write_with(self, key: str) -> None:
        self.settle()
        self._finding_key = key
        self._remember()
        self.show()

    def action_reading_choose(self) -> None:
        """Another finding beside the answers."""
        titles = self.titles()
        options = [
            Choice(
                item.key,
                f"{item.value.order}  {shortened(item.value.text, 70) or _('(no text yet)')}",
                titles.place(item.value.sub_question, item.value.theme),
                item.key == self._finding_key,
            )
            for item in findings.ordered(self.dossier, self.round_id)
            if item.value
        ]
        if options:
            pick(self.boce, _("Which finding?"), options, self._write_with)
        else:
            self.tell(_("There is no finding yet: n starts one."))

    def action_reading_open(self) -> None:
        """The whole finding in its own screen."""
        from boce_tui.tui.analysing.finding import FindingScreen

        self.settle()
        self.boce.open(FindingScreen(self._finding_key))

    # --- what is shown ------------------------------------------------------------------------------------

    def action_reading_group(self) -> None:
        """Everyone, or the next group."""
        order = ["", *self.readback.spoken]
        at = order.index(self.answers.view.group) if self.answers.view.group in order else 0
        self.answers.go_to(replace(self.answers.view, group=order[(at + 1) % len(order)]))
        self._show_answers()

    def action_reading_by_label(self) -> None:
        """All answers with one label."""
        used = labels.in_use(self.dossier, self.round_id)
        if not used:
            self.tell(_("There are no labels yet: l puts one on an answer."))
            return
        options = [Choice(tag, labels.name(tag), f"{n}x", tag == self.answers.view.tag) for tag, n in used]
        pick(self.boce, _("Answers with which label?"), options, self._show_label)

    def _show_label(self, tag: str) -> None:
        self.answers.go_to(replace(self.answers.view, tag=tag))
        self._show_answers()
        self._to("answers")

    def action_reading_filter(self) -> None:
        """Only answers with certain words."""
        self._to("answers")
        self.answers.open_filter()

    def action_reading_figures(self) -> None:
        """Counts and averages of this question."""
        from boce_tui.tui.analysing.figures import FiguresScreen

        self.boce.open(FiguresScreen(self.answers.view.question))
