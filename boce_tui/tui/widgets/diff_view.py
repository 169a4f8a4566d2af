"""Two texts and the difference between them by words: left what we have, right what came in."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from textual.content import Content

from boce_tui.domain.text import inert_block
from boce_tui.tui.text import assemble
from boce_tui.tui.widgets.lines_view import LinesView

_WORDS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
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
    """One text that holds both: what stayed, what is gone, what is new. Of blanks only line breaks count."""
    old, new = _words(inert_block(before)), _words(inert_block(after))
    if len(old) + len(new) > _MOST_WORDS:
        old, new = _lines(inert_block(before)), _lines(inert_block(after))
    found: list[Content] = []
    match = SequenceMatcher(
        None, [_same(word) for word in old], [_same(word) for word in new], autojunk=False
    )
    for kind, a, b, c, d in match.get_opcodes():
        if kind == "equal":
            found.append(Content("".join(new[c:d])))
            continue
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if gone:
            found.append(_marked("[-", gone, "-]", "$fout strike", keep_tail=not come))
        if come:
            found.append(_marked("{+", come, "+}", "$ok underline"))
    return assemble(*found)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _same(word: str) -> str:
    """What must be the same for two words to be the same: not how wide the blank behind them is."""
    bare = word.rstrip()
    return bare + "\n" * word[len(bare) :].count("\n")


def _marked(before: str, text: str, after: str, style: str, *, keep_tail: bool = True) -> Content:
    """The signs stand against the words, blanks outside them (what is gone leaves none before what came)."""
    core = text.strip() or text
    lead, _core, tail = text.partition(core)
    return assemble(
        Content(lead), Content.styled(f"{before}{core}{after}", style), Content(tail if keep_tail else "")
    )
