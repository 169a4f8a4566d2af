"""Beside the question: what the round before says about it. Only to read; nothing of it enters the answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from boce_tui.cycle.following_up.earlier import Earlier
from boce_tui.cycle.interviewing.last_year import LOCKED, TERM_OVER, LastYear, OwnAnswer
from boce_tui.domain.vocabulary import PROGRESS_CLASS, label
from boce_tui.locale import _
from boce_tui.tui.signs import mark
from boce_tui.tui.text import assemble, lines, safe_block


class LastYearPane(VerticalScroll, can_focus=True):
    """The pane; scrolls with the arrow keys while it has the focus."""

    DEFAULT_CSS = """
    LastYearPane { background: $background; padding: 0 1; scrollbar-size: 1 1; }
    LastYearPane > Static { height: auto; }
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._words = Static()

    def compose(self) -> Iterable[Static]:
        """One text."""
        return [self._words]

    def show(self, about: LastYear | None, own: Sequence[OwnAnswer], why_not: str, *, over: bool) -> None:
        """Show what there is about a question.

        Args:
            about: What the round before says; None when there was none.
            own: The earlier answers of the people at the table themselves.
            why_not: Why there are none, see `RoundBefore.own`.
            over: The pane lies over the question: say how to get back.
        """
        self._words.update(lines(*_parts(about, own, why_not, over=over)))
        self.scroll_home(animate=False, immediate=True)


def _parts(about: LastYear | None, own: Sequence[OwnAnswer], why_not: str, *, over: bool) -> list[Content]:
    if about is None:
        return [assemble((_("There is no round before this one."), "stil"))]
    shown = [
        assemble((_("Evaluation {year}").format(year=about.year), "kop")),
        assemble((_("only to read: nothing of this goes into the answer"), "stil")),
        *([assemble((_("esc goes back to your text"), "stil"))] if over else []),
    ]
    if about.asked_otherwise:
        shown += _part(_("It was asked otherwise"), safe_block(about.asked_otherwise))
    if about.recommendations:
        shown += _part(_("Recommendations and what became of them"), *_became(about.recommendations))
    if about.conclusion:
        shown += _part(_("Conclusion then"), safe_block(about.conclusion))
    if about.findings:
        rows = [assemble(f"{mark('·')} ", safe_block(text)) for text in about.findings]
        shown += _part(_("Findings on this question"), *rows)
    if about.empty:
        said = _("That evaluation says nothing about this question.")
        shown += [Content(""), assemble((said, "stil"))]
    for answer in own:
        title = _("Own answer of {code} then").format(code=answer.code)
        shown += _part(title, *(safe_block(line) for line in answer.said))
    if why_not == TERM_OVER:
        said = _("The earlier answer of this person is not shown: the retention term is over.")
        shown += [Content(""), assemble((said, "stil"))]
    elif why_not == LOCKED:
        said = _("The earlier answer of this person needs the names: ^p, own earlier answer.")
        shown += [Content(""), assemble((said, "stil"))]
    return shown


def _part(title: str, *rows: Content) -> list[Content]:
    return [Content(""), assemble((title, "accent")), *rows]


def _became(earlier: Sequence[Earlier]) -> list[Content]:
    rows = []
    for item in earlier:
        rows.append(assemble((f"{item.number.partition('-')[2]} ", "kop"), safe_block(item.value.text)))
        became = label(PROGRESS_CLASS, item.progress)
        note = f": {item.follow_up.note}" if item.follow_up and item.follow_up.note else ""
        rows.append(assemble((f"   {mark('→')} ", "stil"), (became, "accent"), safe_block(note)))
    return rows
