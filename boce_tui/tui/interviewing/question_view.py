"""The question itself: where it stands, its words, its explanation; before consent what to tell first."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size

import boce_tui.tui.interviewing.commands_quoting  # noqa: F401  - registers the id used below
from boce_tui.cycle.interviewing.consent import TELL
from boce_tui.domain.text import inert_line
from boce_tui.instruments.steps import Step
from boce_tui.locale import _
from boce_tui.tui.commands import get
from boce_tui.tui.signs import mark
from boce_tui.tui.text import assemble, cells, cut, safe
from boce_tui.tui.widgets.rows import Rows

_SHORT_HELP = 2


class QuestionView(Rows):
    """The question on the screen."""

    DEFAULT_CSS = """
    QuestionView { height: auto; width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._step: Step | None = None
        self._count = ""
        self._asked_for = ""
        self._made: list[Content] = []
        self._made_for: tuple[object, ...] = ()
        self.whole_help = False
        self.roomy = False
        """True when there is room for the whole explanation."""
        self.low = False
        """True in a low window: no blank lines, one line of explanation."""

    def show(self, step: Step, count: str, asked_for: str = "") -> None:
        """Show a question.

        Args:
            step: The step.
            count: "9 of 34".
            asked_for: Codes of those it holds for, when that is not everyone at the table.
        """
        if self._step is None or self._step.place != step.place:
            self.whole_help = False
        self._step, self._count, self._asked_for = step, count, asked_for
        self.changed()

    def changed(self) -> None:
        """Another language, window or wish: make the lines again."""
        self._made_for = ()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the question needs."""
        del container, viewport
        return len(self._lines(width))

    def height_when(self, *, low: bool, width: int, roomy: bool = False) -> int:
        """The lines it would take in a low window, or with all room; `roomy`: with the whole explanation."""
        before = self.low, self.roomy
        self.low, self.roomy = low, roomy
        height = len(self._lines(width))
        self.low, self.roomy = before
        return height

    def row(self, y: int, width: int) -> Content:
        """One line."""
        lines = self._lines(width)
        return lines[y] if y < len(lines) else Content("")

    def _lines(self, width: int) -> list[Content]:
        made_for = (self._step, self._count, width, self.whole_help, self.low, self.roomy)
        if made_for != self._made_for:
            self._made = self._make(width)
            self._made_for = made_for
        return self._made

    def _make(self, width: int) -> list[Content]:
        step, inner = self._step, width - 2
        if step is None or inner < 4:
            return []
        blank = [] if self.low else [Content("")]
        lines = [self._where(step, inner), *blank]
        lines += safe(str(step.text), "kop").wrap(inner)
        if step.gate:
            lines += [*blank, *self._to_tell(inner)]
        elif step.help:
            lines += self._help(inline(str(step.help)), inner)
        lines += blank
        return [assemble(" ", line) for line in lines]

    def _where(self, step: Step, width: int) -> Content:
        dot = f" {mark('·')} "
        names = [str(step.section_title)]
        if step.theme_name:
            names.append(str(step.theme_name))
        if self._asked_for:
            names.append(_("for {codes}").format(codes=self._asked_for))
        if step.extra:
            names.append(_("extra question, not comparable"))
        if step.evaluator_only:
            names.append(_("for you only, do not read out"))
        place = cut(inert_line(dot.join([step.question, *names])), width - cells(self._count) - 2)
        return assemble(
            (place, "stil"), " " * (width - cells(place) - cells(self._count)), (self._count, "stil")
        )

    def _help(self, text: str, width: int) -> list[Content]:
        wrapped = safe(text, "stil").wrap(width)
        most = len(wrapped) if self.whole_help or self.roomy else 1 if self.low else _SHORT_HELP
        if len(wrapped) <= most:
            return list(wrapped)
        kept = list(wrapped[:most])
        key, more = get("interviewing.explain").key_text, _("all of it")
        room = width - cells(f"{mark('…')} {key} {more}") - 1
        begin = _cut_at_word(kept[-1].plain, room)
        kept[-1] = assemble((f"{begin} {mark('…')} ", "stil"), (key, "accent"), " ", (more, "stil"))
        return kept

    def _to_tell(self, width: int) -> list[Content]:
        lines = [] if self.low else [assemble((_("Tell this first:"), "accent"))]
        for sentence in TELL:
            head, colon, rest = _(sentence).partition(":")
            if not colon:
                head, rest = "", head
            bullet = assemble((f"{mark('·')} ", "accent"), (head + colon if colon else "", "kop"), rest)
            for index, line in enumerate(bullet.wrap(width - 2)):
                lines.append(assemble("  " if index else "", line))
        return lines


def _cut_at_word(line: str, room: int) -> str:
    """As many whole words as fit."""
    if cells(line) <= room:
        return line.rstrip()
    begin = cut(line, room).rstrip("… ")
    whole = line[len(begin) : len(begin) + 1].isspace()
    return begin if whole or " " not in begin else begin.rpartition(" ")[0]


def inline(text: str) -> str:
    """An explanation as one running text."""
    return " ".join(text.split())
