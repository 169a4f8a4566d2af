"""Two texts and the difference between them by words: left what we have, right what came in."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from textual.content import Content

from boce_tui.domain.text import inert_block
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.lines_view import LinesView

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 6_000
"""Above this the texts are compared by lines: comparing by words would take too long to wait for."""


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
        self._before = self._after = ""

    def show(self, before: str, after: str) -> None:
        """Show what became of a text."""
        self._before, self._after = before, after
        self.lines_changed()

    def make_lines(self, width: int) -> list[Content]:
        """The difference, wrapped."""
        return word_diff(self._before, self._after).wrap(width)


def word_diff(before: str, after: str) -> Content:
    """One text that holds both: what stayed, what is gone, what is new."""
    old, new = _pieces(inert_block(before)), _pieces(inert_block(after))
    if len(old) + len(new) > _MOST_WORDS:
        old, new = inert_block(before).splitlines(keepends=True), inert_block(after).splitlines(keepends=True)
    found: list[Content] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Content("".join(old[a:b])))
            continue
        if b > a:
            found.append(_marked("[-", "".join(old[a:b]), "-]", "$fout strike"))
        if d > c:
            found.append(_marked("{+", "".join(new[c:d]), "+}", "$ok underline"))
    return assemble(*found)


def _marked(before: str, text: str, after: str, style: str) -> Content:
    """The signs stand against the words, spaces outside them."""
    core = text.strip() or text
    lead, _core, tail = text.partition(core)
    return assemble(Content(lead), Content.styled(f"{before}{core}{after}", style), Content(tail))


def _pieces(text: str) -> list[str]:
    return _WORDS.findall(text)
