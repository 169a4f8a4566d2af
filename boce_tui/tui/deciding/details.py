"""Everything one body says about a recommendation, and what it said before."""

from __future__ import annotations

from textual.content import Content

from boce_tui.cycle.deciding.standing import Voice
from boce_tui.domain.dates import show_day
from boce_tui.domain.vocabulary import DECISION_CHOICE, label
from boce_tui.locale import _
from boce_tui.tui.text import assemble, safe_block
from boce_tui.tui.widgets.diff_view import in_words, word_diff
from boce_tui.tui.widgets.lines_view import LinesView


class Details(LinesView):
    """One voice in full; a changed form is shown against the text as it was advised."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._voice: Voice | None = None
        self._text = ""

    def show(self, voice: Voice | None, text: str) -> None:
        """Show what a body says about a recommendation with that text."""
        self._voice, self._text = voice, text
        self.lines_changed()

    def make_lines(self, width: int) -> list[Content]:
        """The parts under each other, wrapped."""
        found: list[Content] = []
        for title, body in self._parts():
            found.append(assemble((title, "stil")))
            found += body.wrap(width)
            found.append(assemble(""))
        return found

    def _parts(self) -> list[tuple[str, Content]]:
        if self._voice is None:
            return [("", safe_block(_("Nothing has been noted for them yet. enter notes it.")))]
        value = self._voice.value
        choice = label(DECISION_CHOICE, value.choice)
        found = [(_("Choice"), safe_block(f"{choice}, {show_day(value.date)}" if value.date else choice))]
        if value.text:
            found.append((_("In changed form"), word_diff(self._text, value.text, spoken=in_words(self.app))))
        for title, words in (
            (_("Motivation"), value.motivation),
            (_("Who takes it up"), value.owner),
            (_("By when"), value.deadline),
            (_("Written down in"), value.document),
        ):
            if words:
                found.append((title, safe_block(words)))
        for before in reversed(self._voice.before):
            words = "\n".join(
                filter(
                    None,
                    (
                        f"{label(DECISION_CHOICE, before.choice)}, {show_day(before.date)}",
                        before.text,
                        before.motivation,
                    ),
                )
            )
            found.append((_("Before"), safe_block(words)))
        return found
