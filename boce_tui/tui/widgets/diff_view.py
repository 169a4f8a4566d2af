"""Two texts and the difference between them by words: left what we have, right what came in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from boce_tui.domain.text import inert_block
from boce_tui.domain.word_diff import word_diff as word_diff_of
from boce_tui.tui.text import assemble, safe, safe_block
from boce_tui.tui.widgets.lines_view import LinesView


class Part(NamedTuple):
    """A text with what it was before; `title` is the heading above it, or empty."""

    title: str
    before: str
    after: str


class DiffView(LinesView):
    """What is gone stands struck through between [-...-], what is new underlined between {+...+}.

    The signs are there for terminals without colours or lines; the texts themselves are not changed.
    """

    def __init__(
        self,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._parts: list[Part] = []

    def show(self, before: str, after: str) -> None:
        """Show what became of a text."""
        self.show_parts([Part("", before, after)])

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show what became of several texts, each under its own heading."""
        self._parts = list(parts)
        self.lines_changed()

    def make_lines(self, width: int) -> list[Content]:
        """The differences, wrapped."""
        found: list[Content] = []
        for part in self._parts:
            if part.title:
                found += [assemble("")] * bool(found) + [safe(part.title, "stil")]
            # What is new as a whole needs no signs around it.
            shown = word_diff(part.before, part.after) if part.before.strip() else safe_block(part.after)
            found += shown.wrap(width)
        return found


def word_diff(before: str, after: str) -> Content:
    """One text that holds both: what stayed, what is gone, what is new. Of blanks only line breaks count."""
    found: list[Content] = []
    changes = word_diff_of(inert_block(before), inert_block(after))
    for at, change in enumerate(changes):
        following = changes[at + 1] if at + 1 < len(changes) else None
        if change.same:
            # What is gone stands behind a blank also when nothing stands behind these words any more.
            blank = following is not None and following.before and change.before.endswith((" ", "\n"))
            gap = " " if blank and not change.after.endswith((" ", "\n")) else ""
            found.append(Content(change.after + gap))
            continue
        if change.before:
            found.append(_marked("[-", change.before, "-]", "$fout strike", keep_tail=not change.after))
        if change.after:
            found.append(_marked("{+", change.after, "+}", "$ok underline"))
    return assemble(*found)


def _marked(before: str, text: str, after: str, style: str, *, keep_tail: bool = True) -> Content:
    """The signs stand against the words, blanks outside them (what is gone leaves none before what came)."""
    core = text.strip() or text
    lead, _core, tail = text.partition(core)
    return assemble(
        Content(lead), Content.styled(f"{before}{core}{after}", style), Content(tail if keep_tail else "")
    )
