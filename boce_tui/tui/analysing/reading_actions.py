"""What one does with the answers while reading back: evidence, labels, findings, other views."""

from __future__ import annotations

from dataclasses import replace

import boce_tui.tui.analysing.commands  # noqa: F401  - registers the ids used below
from boce_tui.cycle.analysing import findings, labels
from boce_tui.cycle.analysing.findings import AGAINST, FOR
from boce_tui.cycle.analysing.reading import Readback
from boce_tui.cycle.wording import shortened
from boce_tui.domain.analysis import Finding
from boce_tui.domain.keys import GENERAL
from boce_tui.locale import _
from boce_tui.store import Dossier, Stored
from boce_tui.tui.analysing.answers_pane import AnswersPane
from boce_tui.tui.analysing.deleting import delete_with_words
from boce_tui.tui.working.pick import Choice, pick, pick_many
from boce_tui.tui.working.screen import WorkingScreen


class ReadingActions(WorkingScreen):
    """The actions of the reading screen; where everything stands is in `ReadingScreen`.

    Attributes:
        answers: The answers that are shown.
        finding_key: Key of the finding being written; empty when none is chosen.
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
        "reading.notes",
        "finding.delete",
        "panes.next",
    )

    answers: AnswersPane
    finding_key: str
    _deleted = ""

    # --- what the screen gives ----------------------------------------------------------------------------

    @property
    def readback(self) -> Readback:
        """The round as it was read last."""
        raise NotImplementedError

    def show_answers(self) -> None:
        """Show the answers of the view."""
        raise NotImplementedError

    def to(self, pane: str) -> None:
        """Bring one of the parts in front."""
        raise NotImplementedError

    def remember(self) -> None:
        """Remember this place for next time."""
        raise NotImplementedError

    # --- evidence -----------------------------------------------------------------------------------------

    def _cite(self, kind: str, key: str, stance: str) -> None:
        finding = self.finding_key
        if not finding:
            self.tell(
                _("Choose a finding first: n starts a new one, b takes one you wrote before."), "warning"
            )
            return
        self.do(_("evidence for or against"), lambda d: findings.cite(d, finding, kind, key, stance))

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
        if not self.finding_key:
            self.tell(
                _("Choose a finding first: n starts a new one, b takes one you wrote before."), "warning"
            )
        else:
            self.to("finding")

    def action_reading_new(self) -> None:
        """An empty finding at this place, and to its text."""
        view = self.answers.view
        row = self.answers.current
        if row and view.tag:
            question = self.readback.asked(row.key.question, row.key.interview)
        else:
            question = self.readback.asked(view.question, view.interview)
        chapters = [section.id for section in self.readback.instrument.chapters()]
        section = question.section if question and question.section in chapters else chapters[0]
        theme = (row.key.theme_or_none if row and view.tag else view.theme) or GENERAL

        def make(dossier: Dossier) -> Stored[Finding]:
            return findings.new_finding(dossier, self.round_id, section, theme)

        made = self.do(_("new finding"), make)
        if made is not None:
            self._write_with(made.key)
            self.to("finding")

    def _write_with(self, key: str) -> None:
        self.settle()
        self.finding_key = key
        self.remember()
        self.show()

    def action_reading_choose(self) -> None:
        """Another finding beside the answers."""
        titles = self.titles()
        options = [
            Choice(
                item.key,
                f"{item.value.order}  {shortened(item.value.text, 70) or _('(no text yet)')}",
                titles.place(item.value.sub_question, item.value.theme),
                item.key == self.finding_key,
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
        self.boce.open(FindingScreen(self.finding_key))

    def action_finding_delete(self) -> None:
        """Delete the finding beside the answers; undo brings it back."""
        key = self.finding_key
        if delete_with_words(self, key):
            self.to("answers")
            self._deleted = key

    def action_undo(self) -> None:
        """A finding that comes back stands beside the answers again."""
        super().action_undo()
        key, self._deleted = self._deleted, ""
        if key and not self.finding_key and self.dossier.value(Finding, key) is not None:
            self._write_with(key)

    # --- what is shown ------------------------------------------------------------------------------------

    def action_reading_group(self) -> None:
        """Everyone, or the next group."""
        order = ["", *self.readback.spoken]
        at = order.index(self.answers.view.group) if self.answers.view.group in order else 0
        self.answers.go_to(replace(self.answers.view, group=order[(at + 1) % len(order)]))
        self.show_answers()

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
        self.show_answers()
        self.to("answers")

    def action_reading_filter(self) -> None:
        """Only answers with certain words."""
        self.to("answers")
        self.answers.open_filter()

    def action_reading_notes(self) -> None:
        """The notes under the texts that were made of them, or not."""
        self.answers.with_notes = not self.answers.with_notes
        self.show_answers()

    def action_reading_figures(self) -> None:
        """Counts and averages of this question."""
        from boce_tui.tui.analysing.figures import FiguresScreen

        self.boce.open(FiguresScreen(self.answers.view.question))
