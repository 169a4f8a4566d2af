"""All answers to one question, or with one label: what is shown, filtered, and under the cursor."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from boce_tui.cycle.analysing import labels
from boce_tui.cycle.analysing.reading import AnswerRow, Readback
from boce_tui.cycle.analysing.saying import Sayer
from boce_tui.cycle.question_words import QuestionWords
from boce_tui.domain.analysis import Finding
from boce_tui.domain.vocabulary import GROUPS_PLURAL, label
from boce_tui.locale import _, ngettext
from boce_tui.tui.analysing.blocks import AnswerBlocks, blocks, matching
from boce_tui.tui.text import Piece, assemble, lines
from boce_tui.tui.widgets.line_area import LineArea


@dataclass(frozen=True)
class View:
    """Which answers are shown.

    Attributes:
        question: Question id.
        theme: Theme id, or None.
        group: Only people of this group.
        tag: All answers with this label, whatever the question.
        interview: Of an extra question: the interview it was asked in.
    """

    question: str = ""
    theme: str | None = None
    group: str = ""
    tag: str = ""
    interview: str = ""


class AnswersPane(Vertical):
    """The question, the filters, and the answers under each other."""

    DEFAULT_CSS = """
    AnswersPane > .question { height: auto; max-height: 4; }
    AnswersPane > LineArea { display: none; }
    AnswersPane.-filtering > LineArea { display: block; }
    AnswersPane > AnswerBlocks { margin: 1 0 0 0; }
    """

    @dataclass
    class Filtered(Message):
        """The words to filter on changed."""

        pane: AnswersPane

    def __init__(self) -> None:
        super().__init__()
        self.view = View()
        self.with_notes = False
        """Show the notes under answers that were worked out."""
        self.list = AnswerBlocks(id="answers")
        self.filter = LineArea(placeholder=_("only answers with these words"))
        self.filter.can_focus = False
        self._head = Static(classes="question")
        self.rows: dict[str, AnswerRow] = {}

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield self._head
        yield self.filter
        yield self.list

    # --- showing ------------------------------------------------------------------------------------------

    def show(self, readback: Readback, sayer: Sayer, finding: Finding | None) -> None:
        """Show the answers of the view; the cursor stays on the same answer."""
        view = self.view
        if view.tag:
            rows = [r for r in readback.with_tag(view.tag) if not view.group or view.group in r.groups]
            quiet: list[AnswerRow] = []
        else:
            rows = readback.answers(view.question, view.theme, group=view.group, interview=view.interview)
            quiet = readback.passed_over(
                view.question, view.theme, group=view.group, interview=view.interview
            )
        shown = matching(sayer, rows, self.filter.text)
        if self.filter.text.strip():
            quiet = []
        self.rows = {str(row.key): row for row in shown}
        self.list.show(
            blocks(
                readback,
                sayer,
                [*shown, *quiet],
                finding,
                self.list.blocks,
                with_question=bool(view.tag),
                with_notes=self.with_notes,
            )
        )
        self._head.update(self._heading(readback, len(shown)))

    def _heading(self, readback: Readback, n: int) -> Content:
        view = self.view
        count = ngettext("{n} answer", "{n} answers", n).format(n=n)
        if view.tag:
            first = assemble((_("All answers with #{label}").format(label=labels.name(view.tag)), "kop"))
        else:
            question = readback.asked(view.question, view.interview)
            words = ""
            if question:
                words = QuestionWords(readback.dossier, readback.round.year).of(question.text, view.theme)
            extra = _("(extra question, not comparable)")
            first = assemble((words, "kop"), (f"  {extra}" if view.interview else "", "stil"))
        pieces: list[Piece] = [(count, "stil"), "   "]
        for group in ("", *readback.spoken):
            name = label(GROUPS_PLURAL, group) if group else _("all")
            on = group == view.group
            pieces += [(f"[{name}]" if on else name, "accent" if on else "stil"), " "]
        return lines(first, assemble(*pieces))

    # --- what is under the cursor -------------------------------------------------------------------------

    @property
    def current(self) -> AnswerRow | None:
        """The answer under the cursor, when it says something."""
        return self.rows.get(self.list.current or "")

    def go_to(self, view: View) -> None:
        """Look at other answers; show them afterwards. A filter on words belongs to the answers before."""
        before, self.view = self.view, view
        if replace(before, group="") != replace(view, group=""):
            self.filter.load("")
            self.remove_class("-filtering")
            self.list.cursor = 0

    # --- filter -------------------------------------------------------------------------------------------

    def open_filter(self) -> None:
        """Type words; only answers that have them all stay."""
        self.add_class("-filtering")
        self.filter.can_focus = True
        self.filter.focus()

    def close_filter(self) -> bool:
        """Take the filter away; False when there was none."""
        if not self.has_class("-filtering"):
            return False
        self.filter.load("")
        self.remove_class("-filtering")
        self.list.focus()
        self.filter.can_focus = False
        self.post_message(self.Filtered(self))
        return True

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Every letter filters."""
        if event.text_area is self.filter:
            event.stop()
            self.post_message(self.Filtered(self))

    def on_line_area_submitted(self, event: LineArea.Submitted) -> None:
        """Enter: to the answers that are left."""
        event.stop()
        self.list.focus()
